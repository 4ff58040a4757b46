//! Functions and methods: what each parameter needs is put together in one uniform order, whatever the types are.

mod body;

use crate::context::Context;
use crate::docs::Documented;
use crate::marshal::{Passed, Place, Returned, Text};
use crate::names::Scope;
use crate::refusals::Refusals;
use crate::template::Template;
use crate::{large, natives, results, twins, value_types};
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
pub(crate) struct Lowered<'a> {
    documented: Documented<'a>,
    access: &'static str,
    name: String,
    owner: Owner,
    sink: Sink,
    native: String,
    crossing: Crossing,
    returned: Returned,
    names: Vec<String>,
    overloads: Vec<(Text, Vec<Passed>)>,
}

pub(crate) fn lower<'a>(
    cx: &Context<'a>,
    function: &'a Function,
    item: Item,
    owner: Owner,
    sink: Sink,
    refusals: &mut Refusals,
) -> Option<Lowered<'a>> {
    let Function { name, path, docs, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing, marks } = function;
    let mut documented = Documented::new(docs, item);
    if let Crossing::Guarded { error: Some(error) } = *crossing {
        documented.error = Some(cx.cref(&results::exception(cx, error), item));
    }
    let mut scope = Scope::new(format!("the parameters of `{path}`"), &[], "");
    let mut names = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = cx.naming.parameter(&parameter.name, index);
        scope.claim(&name, &format!("{path}::{}", parameter.name), refusals);
        documented.parameters.push((&parameter.name, name.clone()));
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
        names.iter().enumerate().map(one).collect::<Result<Vec<_>, _>>().map(|passed| (text, passed))
    };
    let overloads = refusals.take(path, texts.iter().map(|&text| passed(text)).collect());
    refusals.take(path, large::refuse_parameters(cx, parameters.iter().map(|p| p.ty)));
    let returned = refusals.take(path, cx.returned_by(*returns, *crossing));
    let native = natives::name_of(symbol);
    let name = if matches!(item, Item::Function(_)) { cx.naming.function(name) } else { cx.naming.method(name) };
    let access = cx.access_to(marks, parameters.iter().map(|p| p.ty).chain([*returns]));
    let (crossing, returned, overloads) = (*crossing, returned?, overloads?);
    Some(Lowered { documented, access, name, owner, sink, native, crossing, returned, names, overloads })
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    for (text, passed) in &lowered.overloads {
        w.blank();
        emit_docs(cx, w, lowered, *text, passed);
        let body = Body::of(cx, lowered, passed);
        let head = head(lowered, passed);
        match body.expression() {
            Some(expression) => w.line(format!("{head} => {expression};")),
            None => value_types::open(w, &head, |w| body.emit(cx, w)),
        }
    }
}

fn emit_docs(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>, text: Text, passed: &[Passed]) {
    let Lowered { documented, .. } = lowered;
    if text == Text::Strings {
        return documented.emit(cx, w);
    }
    emit_inherited(cx, w, lowered, passed);
    documented.emit_attributes(cx, w);
}

/// The documentation of an overload.
fn emit_inherited(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>, passed: &[Passed]) {
    let Lowered { name, owner, names, overloads, .. } = lowered;
    let strings = overloads.iter().find(|(text, _)| *text == Text::Strings).map_or(passed, |(_, passed)| passed);
    let types: Vec<_> = strings.iter().map(|p| crate::docs::in_cref(cx, &p.public)).collect();
    let called = if let Owner::Constructor { class } = owner { class } else { name };
    w.line(format!("/// <inheritdoc cref=\"{called}({})\"/>", types.join(", ")));
    for ((name, string), bytes) in names.iter().zip(strings).zip(passed) {
        if string.public != bytes.public {
            let example = cx.dialect.pick(", as in <c>\"a name\"u8</c>", "");
            w.line(format!("/// <param name=\"{}\">UTF-8{example}.</param>", name.trim_start_matches('@')));
        }
    }
}

fn head(lowered: &Lowered<'_>, passed: &[Passed]) -> String {
    let Lowered { access, name, owner, returned, names, .. } = lowered;
    let parameters: Vec<_> = names.iter().zip(passed).map(|(name, p)| format!("{} {name}", p.public)).collect();
    let parameters = parameters.join(", ");
    match owner {
        Owner::Static => format!("{access} static {} {name}({parameters})", returned.public),
        Owner::Constructor { class } => format!("{access} {class}({parameters})"),
        Owner::Method { release: _ } => format!("{access} {} {name}({parameters})", returned.public),
    }
}
