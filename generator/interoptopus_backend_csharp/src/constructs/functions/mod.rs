//! Functions and methods: what each parameter needs is put together in one uniform order, whatever the types are.

mod body;
pub(crate) mod method;

use crate::constructs::functions::body::Body;
use crate::constructs::functions::method::{Method, Owner, Sink};
use crate::docs::{Docs, links};
use crate::names::twins::borrows;
use crate::names::{Scope, natives};
use crate::refusals::Refusals;
use crate::syntax::{self, Dialect, Documented};
use crate::types::conversions::{Passed, Place, Text};
use crate::types::{Types, access, large};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Function, Item, TypeKind};

/// A method of C#, with an overload for each way to pass text.
pub(crate) struct Overloads(Vec<Overload>);

struct Overload {
    documented: Documented,
    head: String,
    body: Body,
}

pub(crate) fn lower(
    types: &Types<'_>,
    function: &Function,
    item: Item,
    owner: Owner,
    sink: Sink,
    refusals: &mut Refusals,
) -> Option<Overloads> {
    let Function { name, path, docs, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing, marks } = function;
    let mut docs = Docs::new(docs, item);
    if let Crossing::Guarded { error: Some(error) } = *crossing {
        docs.error = Some(links::cref(types.names, &types.names.exception(error), item));
    }
    let mut scope = Scope::new(format!("the parameters of `{path}`"), &[], "");
    let mut names = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = types.names.naming.parameter(&parameter.name, index);
        scope.claim(&name, &format!("{path}::{}", parameter.name), refusals);
        docs.parameters.push((&parameter.name, name.clone()));
        names.push(name);
    }
    let has_text = parameters.iter().any(|p| matches!(types.inventory.kind(p.ty), TypeKind::Str { nullable: false }));
    let texts: &[Text] = if has_text { &[Text::Strings, Text::Bytes] } else { &[Text::Strings] };
    let is_lent_on = borrows(types.inventory, *returns);
    let passed = |text: Text| {
        let one = |(index, name): (usize, &String)| {
            let ty = types.inventory.definition_of(parameters[index].ty);
            let slot = parameters[..index].iter().filter(|p| types.inventory.definition_of(p.ty) == ty).count();
            types.passed(parameters[index].ty, Place { name, crossing: *crossing, text, slot, is_lent_on })
        };
        names.iter().enumerate().map(one).collect::<Result<Vec<_>, _>>()
    };
    let overloads: Option<Vec<_>> = refusals.take(path, texts.iter().map(|&text| passed(text)).collect());
    refusals.take(path, large::refuse_parameters(types.inventory, types.dialect, parameters.iter().map(|p| p.ty)));
    let returned = refusals.take(path, types.returned_by(*returns, *crossing));
    let native = natives::name_of(symbol);
    let name =
        if matches!(item, Item::Function(_)) { types.names.naming.function(name) } else { types.names.naming.method(name) };
    let access = access::of_member(types, marks, parameters.iter().map(|p| p.ty).chain([*returns]));
    let (crossing, returned, overloads) = (*crossing, returned?, overloads?);
    let documented = docs.lower(types);
    let method = Method { access, name, owner, sink, native, crossing, returned, names };
    let [strings, bytes @ ..] = &overloads[..] else { return None };
    let first = overload(types, &method, documented.clone(), strings);
    let inherited = |bytes: &Vec<Passed>| {
        let documented = Documented { text: method.inherited(types, strings, bytes), ..documented.clone() };
        overload(types, &method, documented, bytes)
    };
    Some(Overloads([first].into_iter().chain(bytes.iter().map(inherited)).collect()))
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, Overloads(overloads): &Overloads) {
    for Overload { documented, head, body } in overloads {
        w.blank();
        documented.emit(w);
        match body.expression() {
            Some(expression) => w.line(format!("{head} => {expression};")),
            None => syntax::open(w, head, |w| body.emit(dialect, w)),
        }
    }
}

fn overload(types: &Types<'_>, method: &Method, documented: Documented, passed: &[Passed]) -> Overload {
    Overload { documented, head: method.head(passed), body: Body::of(types, method, passed) }
}
