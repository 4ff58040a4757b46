//! Functions and methods, each with an overload for each way to pass text.

mod body;
pub(crate) mod method;

use crate::constructs::functions::body::Body;
use crate::constructs::functions::method::{Method, Owner, Sink};
use crate::docs::{Docs, links};
use crate::names::{Scope, natives};
use crate::syntax::{self, Dialect, Documented};
use crate::types::conversions::Passed;
use crate::types::signatures::{Conversions, Signature};
use crate::types::{Types, access};
use interoptopus::model::{Crossing, Function, Head, Item, Subject};
use interoptopus::{Refusals, Writer};

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
    let Function { head: Head { name, path, docs, marks }, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing } =
        function;
    let mut docs = Docs::new(docs, item);
    if let Crossing::Guarded { error: Some(error) } = *crossing {
        docs.error = Some(links::cref(types.names, &types.names.exception(error), item));
    }
    let mut scope = Scope::new(format!("the parameters of `{path}`"), &[], "");
    let Signature { names, conversions } = types.signature(function);
    for (name, parameter) in names.iter().zip(parameters) {
        scope.claim(name, &Subject::item(types.inventory, item).part(&parameter.name), refusals);
        docs.parameters.push((&parameter.name, name.clone()));
    }
    let Conversions { passed, passed_bytes, returned } = match conversions {
        Ok(conversions) => conversions,
        Err(reasons) => {
            let subject = Subject::item(types.inventory, item);
            reasons.iter().for_each(|reason| refusals.add(&subject, reason));
            return None;
        }
    };
    let native = natives::name_of(symbol);
    let name =
        if matches!(item, Item::Function(_)) { types.names.naming.function(name) } else { types.names.naming.method(name) };
    let access = access::of_member(types, marks, parameters.iter().map(|p| p.ty).chain([*returns]));
    let documented = docs.lower(types);
    let method = Method { access, name, owner, sink, native, crossing: *crossing, returned, names };
    let first = overload(types, &method, documented.clone(), passed);
    let second = passed_bytes.as_ref().map(|bytes| {
        let documented = Documented { text: method.inherited(types, passed, bytes), ..documented };
        overload(types, &method, documented, bytes)
    });
    Some(Overloads([first].into_iter().chain(second).collect()))
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

fn overload(types: &Types<'_>, method: &Method<'_>, documented: Documented, passed: &[Passed]) -> Overload {
    Overload { documented, head: method.head(passed), body: Body::of(types, method, passed) }
}
