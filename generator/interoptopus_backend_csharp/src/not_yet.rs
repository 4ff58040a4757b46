//! What other languages can have, and this one not yet.

use interoptopus::Refusal;
use interoptopus::model::{Inventory, PointerKind, Primitive, Repr, TypeKind, Value};

/// Every item and type that the bindings would get wrong.
pub(crate) fn refusals(inventory: &Inventory) -> Vec<Refusal> {
    let mut all = Vec::new();
    let mut refuse = |item: &str| all.push(Refusal { item: item.to_owned(), reason: "there is no form for it yet".to_owned() });
    inventory.unions().iter().for_each(|u| refuse(&u.path));
    inventory.tagged().iter().for_each(|t| refuse(&t.path));
    inventory.enums().iter().filter(|e| e.flags).for_each(|e| refuse(&e.path));
    inventory.structs().iter().filter(|s| s.repr != Repr::C || s.default.is_some()).for_each(|s| refuse(&s.path));
    let plain = |value: &Value| matches!(value, Value::Bool(_) | Value::Int(_) | Value::F32(_) | Value::F64(_));
    inventory.constants().iter().filter(|c| !plain(&c.value)).for_each(|c| refuse(&c.path));
    for ty in inventory.types() {
        let is_new = match *inventory.kind(ty) {
            TypeKind::Primitive(primitive) => is_new(primitive),
            TypeKind::NonZero { .. } | TypeKind::Pointer { kind: PointerKind::NonNull, .. } => true,
            TypeKind::Pointer { .. }
            | TypeKind::Void
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => false,
        };
        if is_new {
            refuse(&inventory.type_name(ty));
        }
    }
    all
}

fn is_new(primitive: Primitive) -> bool {
    use Primitive::{CChar, CLong, CULong, Char, I128, U128};
    matches!(primitive, CChar | CLong | CULong | Char | I128 | U128)
}
