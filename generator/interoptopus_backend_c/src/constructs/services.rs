//! Services: an incomplete type, whose objects functions make, use and free.

use super::{functions, opaques};
use crate::docs;
use crate::names::ours;
use crate::types::Types;
use interoptopus::model::{
    self, Access, Head, Item, Loan, Method, Presence, Receiver, Service, ServiceId, StatusCode, Type, TypeKind,
};
use interoptopus_c_syntax::{CType, Comment, Declared, Incomplete, Prototype};

/// The type of the service `id`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: ServiceId) -> Incomplete {
    let Service { head: Head { docs: text, marks, .. }, constructors: _, methods, destroy: _, release: _ } = &types.inventory[id];
    let busy = types.names.status(StatusCode::Busy);
    let threads = match methods.iter().any(|m| m.receiver == Receiver::Exclusive) {
        true => {
            format!("Any thread may use it; a call that changes it excludes every other, and the later one ends with #{busy}.")
        }
        false => "Any thread may use it, also while others do.".to_owned(),
    };
    opaques::incomplete(types, ty, docs::comment(types, text, Item::Service(id)).paragraph(threads), marks)
}

/// The functions of each service, services by name: constructors and methods as the author ordered them, then what ends borrows and
/// lives.
pub(crate) fn lower_functions(types: &Types<'_>) -> Vec<Prototype> {
    let mut services: Vec<ServiceId> = types.inventory.types().filter_map(|ty| service(types, ty)).collect();
    services.sort_by_key(|&id| (&types.inventory[id].head.name, &types.inventory[id].head.marks.namespace));
    services.into_iter().flat_map(|id| of_one(types, id)).collect()
}

fn service(types: &Types<'_>, ty: Type) -> Option<ServiceId> {
    if let TypeKind::Service(id) = *types.inventory.kind(ty) { Some(id) } else { None }
}

fn of_one(types: &Types<'_>, id: ServiceId) -> Vec<Prototype> {
    let Service { head: _, constructors, methods, destroy, release } = &types.inventory[id];
    let mut all = Vec::new();
    for (at, constructor) in constructors.iter().enumerate() {
        let abi = model::abi_parameters(types.inventory, constructor);
        all.push(functions::one(types, constructor, Item::Constructor(id, at), abi));
    }
    for (at, method) in methods.iter().enumerate() {
        let Method { function, receiver: _, lends } = method;
        let abi = model::abi_of_method(types.inventory, id, method);
        let mut prototype = functions::one(types, function, Item::Method(id, at), abi);
        if let (Some(access), Some(release)) = (lends, release)
            && let Some(owed) = lent(model::loan(types.inventory, method), *access, release)
        {
            prototype.comment = prototype.comment.paragraph(owed);
        }
        all.push(prototype);
    }
    let object = || vec![Declared::new("self", types.object(id))];
    if let Some(release) = release {
        let invalid = types.names.status(StatusCode::Invalid);
        let comment = format!("Ends one borrow of what an object lent; #{invalid} if it has lent nothing.");
        let status = CType::named(types.names.ty(ours::STATUS));
        all.push(Prototype::new(release, object(), status, Comment::text(comment)));
    }
    let borrowed = if release.is_some() { " and nothing of it is borrowed" } else { "" };
    let comment = format!("Frees an object, as soon as no call is in it{borrowed}; it must not be used again. Null is allowed.");
    all.push(Prototype::new(destroy, object(), CType::named("void"), Comment::text(comment)));
    all
}

/// The duty of callers who borrow; none if nothing is lent.
fn lent(loan: Loan, access: Access, release: &str) -> Option<String> {
    let when = match loan {
        Loan::Never => return None,
        Loan::Always => "success",
        Loan::IfSome(Presence::Flag | Presence::Data | Presence::Address) => "success that is not none",
    };
    let until = match access {
        Access::Read => "nothing can change it",
        Access::Write => "no other call can use the object",
    };
    Some(format!("What it returns is borrowed: {when} must be followed by {release}(), and until then {until}."))
}
