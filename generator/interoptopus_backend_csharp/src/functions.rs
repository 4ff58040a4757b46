//! Functions and methods: what each parameter needs is put together in one uniform order, whatever the types are.

mod body;

use crate::context::Context;
use crate::docs::{self, Docs};
use crate::marshal::{Passed, Place, Returned, Text};
use crate::names::Scope;
use crate::refusals::Refusals;
use crate::syntax::{self, Dialect, Documented, Template};
use crate::{large, natives, results, twins};
use body::Body;
use interoptopus::Writer;
use interoptopus::model::{Crossing, Function, Item, TypeKind};

/// What a function belongs to.
pub(crate) enum Owner {
    /// The class of functions, or a named constructor.
    Static,
    /// It makes an object of the class.
    Constructor { class: String },
    /// It is called on an object; what it lends is given back by the native function `release`.
    Method { release: Option<String> },
}

/// What becomes of the result.
pub(crate) enum Sink {
    Return,
    /// It is assigned to a field, made by the template instead of the type's own.
    Assign(String, Template),
}

/// A method of C#, with an overload for each way to pass text.
pub(crate) struct Lowered(Vec<Overload>);

struct Overload {
    documented: Documented,
    head: String,
    body: Body,
}

/// What all overloads of a method have in common.
struct Method {
    access: &'static str,
    name: String,
    owner: Owner,
    sink: Sink,
    /// The native function.
    native: String,
    crossing: Crossing,
    returned: Returned,
    /// The parameters' names.
    names: Vec<String>,
}

pub(crate) fn lower(
    cx: &Context<'_>,
    function: &Function,
    item: Item,
    owner: Owner,
    sink: Sink,
    refusals: &mut Refusals,
) -> Option<Lowered> {
    let Function { name, path, docs, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing, marks } = function;
    let mut docs = Docs::new(docs, item);
    if let Crossing::Guarded { error: Some(error) } = *crossing {
        docs.error = Some(cx.cref(&results::exception(cx, error), item));
    }
    let mut scope = Scope::new(format!("the parameters of `{path}`"), &[], "");
    let mut names = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = cx.naming.parameter(&parameter.name, index);
        scope.claim(&name, &format!("{path}::{}", parameter.name), refusals);
        docs.parameters.push((&parameter.name, name.clone()));
        names.push(name);
    }
    let has_text = parameters.iter().any(|p| matches!(cx.inventory.kind(p.ty), TypeKind::Str { nullable: false }));
    let texts: &[Text] = if has_text { &[Text::Strings, Text::Bytes] } else { &[Text::Strings] };
    let is_lent_on = twins::borrows(cx, *returns);
    let passed = |text: Text| {
        let one = |(index, name): (usize, &String)| {
            let ty = cx.inventory.definition_of(parameters[index].ty);
            let slot = parameters[..index].iter().filter(|p| cx.inventory.definition_of(p.ty) == ty).count();
            cx.passed(parameters[index].ty, Place { name, crossing: *crossing, text, slot, is_lent_on })
        };
        names.iter().enumerate().map(one).collect::<Result<Vec<_>, _>>()
    };
    let overloads: Option<Vec<_>> = refusals.take(path, texts.iter().map(|&text| passed(text)).collect());
    refusals.take(path, large::refuse_parameters(cx, parameters.iter().map(|p| p.ty)));
    let returned = refusals.take(path, cx.returned_by(*returns, *crossing));
    let native = natives::name_of(symbol);
    let name = if matches!(item, Item::Function(_)) { cx.naming.function(name) } else { cx.naming.method(name) };
    let access = cx.access_to(marks, parameters.iter().map(|p| p.ty).chain([*returns]));
    let (crossing, returned, overloads) = (*crossing, returned?, overloads?);
    let documented = docs.lower(cx);
    let method = Method { access, name, owner, sink, native, crossing, returned, names };
    let [strings, bytes @ ..] = &overloads[..] else { return None };
    let first = method.overload(cx, documented.clone(), strings);
    let inherited = |bytes: &Vec<Passed>| {
        let documented = Documented { text: method.inherited(cx, strings, bytes), ..documented.clone() };
        method.overload(cx, documented, bytes)
    };
    Some(Lowered([first].into_iter().chain(bytes.iter().map(inherited)).collect()))
}

impl Method {
    fn overload(&self, cx: &Context<'_>, documented: Documented, passed: &[Passed]) -> Overload {
        Overload { documented, head: self.head(passed), body: Body::of(cx, self, passed) }
    }

    /// The documentation of an overload that takes `bytes` where the first takes `strings`.
    fn inherited(&self, cx: &Context<'_>, strings: &[Passed], bytes: &[Passed]) -> Vec<String> {
        let types: Vec<_> = strings.iter().map(|p| docs::in_cref(cx, &p.public)).collect();
        let called = if let Owner::Constructor { class } = &self.owner { class } else { &self.name };
        let mut text = vec![format!("<inheritdoc cref=\"{called}({})\"/>", types.join(", "))];
        for ((name, string), bytes) in self.names.iter().zip(strings).zip(bytes) {
            if string.public != bytes.public {
                let example = cx.dialect.pick(", as in <c>\"a name\"u8</c>", "");
                text.push(format!("<param name=\"{}\">UTF-8{example}.</param>", name.trim_start_matches('@')));
            }
        }
        text
    }

    fn head(&self, passed: &[Passed]) -> String {
        let Method { access, name, owner, returned, names, .. } = self;
        let parameters: Vec<_> = names.iter().zip(passed).map(|(name, p)| format!("{} {name}", p.public)).collect();
        let parameters = parameters.join(", ");
        match owner {
            Owner::Static => format!("{access} static {} {name}({parameters})", returned.public),
            Owner::Constructor { class } => format!("{access} {class}({parameters})"),
            Owner::Method { release: _ } => format!("{access} {} {name}({parameters})", returned.public),
        }
    }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, Lowered(overloads): &Lowered) {
    for Overload { documented, head, body } in overloads {
        w.blank();
        documented.emit(w);
        match body.expression() {
            Some(expression) => w.line(format!("{head} => {expression};")),
            None => syntax::open(w, head, |w| body.emit(dialect, w)),
        }
    }
}
