//! Services: an incomplete type, whose objects functions make, use and free.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::functions::{self, Prototype};
use crate::marshal::Marshal;
use crate::opaques::Incomplete;
use crate::results::STATUS;
use interoptopus::model::{Access, Item, Method, PointerKind, Receiver, Service, ServiceId, Type, TypeKind};

/// The type of the service `id`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: ServiceId) -> Incomplete {
    let Service { name: _, path: _, docs, constructors: _, methods, destroy: _, release: _, marks } = &marshal.inventory[id];
    let busy = marshal.names.value("STATUS_BUSY");
    let threads = match methods.iter().any(|m| m.receiver == Receiver::Exclusive) {
        true => {
            format!("Any thread may use it; a call that changes it excludes every other, and the later one ends with #{busy}.")
        }
        false => "Any thread may use it, also while others do.".to_owned(),
    };
    Incomplete::new(marshal, ty, marshal.comment(docs, Item::Service(id)).paragraph(threads), marks)
}

/// The functions of each service, services by name: constructors and methods as the author ordered them, then what ends borrows and
/// lives.
pub(crate) fn lower_functions(marshal: &Marshal<'_>) -> Vec<Prototype> {
    let mut services: Vec<ServiceId> = marshal.inventory.types().filter_map(|ty| service(marshal, ty)).collect();
    services.sort_by_key(|&id| (&marshal.inventory[id].name, &marshal.inventory[id].marks.namespace));
    services.into_iter().flat_map(|id| of_one(marshal, id)).collect()
}

fn service(marshal: &Marshal<'_>, ty: Type) -> Option<ServiceId> {
    if let TypeKind::Service(id) = *marshal.inventory.kind(ty) { Some(id) } else { None }
}

fn of_one(marshal: &Marshal<'_>, id: ServiceId) -> Vec<Prototype> {
    let Service { name: _, path: _, docs: _, constructors, methods, destroy, release, marks: _ } = &marshal.inventory[id];
    let mut all = Vec::new();
    for (at, constructor) in constructors.iter().enumerate() {
        let abi = marshal.inventory.abi_parameters(constructor);
        all.push(functions::one(marshal, constructor, Item::Constructor(id, at), abi));
    }
    for (at, method) in methods.iter().enumerate() {
        let Method { function, receiver: _, lends } = method;
        let abi = marshal.inventory.abi_of_method(id, method);
        let mut prototype = functions::one(marshal, function, Item::Method(id, at), abi);
        if let (Some(access), Some(release)) = (lends, release) {
            prototype.comment = prototype.comment.paragraph(lent(marshal, function.returns, *access, release));
        }
        all.push(prototype);
    }
    let object = || vec![Declared::new("self", marshal.object(id))];
    if let Some(release) = release {
        let invalid = marshal.names.value("STATUS_INVALID");
        let comment = format!("Ends one borrow of what an object lent; #{invalid} if it has lent nothing.");
        let status = CType::named(marshal.names.ty(STATUS));
        all.push(Prototype::new(release, object(), status, Comment::text(comment)));
    }
    let borrowed = if release.is_some() { " and nothing of it is borrowed" } else { "" };
    let comment = format!("Frees an object, as soon as no call is in it{borrowed}; it must not be used again. Null is allowed.");
    all.push(Prototype::new(destroy, object(), CType::named("void"), Comment::text(comment)));
    all
}

/// What callers owe who borrow. A none lends nothing.
fn lent(marshal: &Marshal<'_>, returns: Type, access: Access, release: &str) -> String {
    let when = match *marshal.inventory.kind(returns) {
        TypeKind::Option { .. } | TypeKind::Slice { nullable: true, .. } | TypeKind::Str { nullable: true } => {
            "success that is not none"
        }
        TypeKind::Pointer { kind: PointerKind::Nullable, .. } => "success that is not none",
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Outcome { .. } => "success",
    };
    let until = match access {
        Access::Read => "nothing can change it",
        Access::Write => "no other call can use the object",
    };
    format!("What it returns is borrowed: {when} must be followed by {release}(), and until then {until}.")
}
