//! The values of constants, and of fields by default, which have to be values of their types.

use crate::model::inventory::Inventory;
use crate::model::items::Value;
use crate::model::primitive::Primitive;
use crate::model::types::{Type, TypeKind};

/// The kinds of values that there are.
pub(super) const WHAT: &str =
    "a value is a number, a bool, a character, a text, a variant or a set of flags of an enum, or an array or a struct of these";

/// True if `value` is one of `ty`.
pub(super) fn fits(inventory: &Inventory, ty: Type, value: &Value) -> bool {
    let all = |element: Type, values: &[Value]| values.iter().all(|value| fits(inventory, element, value));
    match (*inventory.kind(ty), value) {
        (TypeKind::Primitive(primitive), value) => fits_primitive(primitive, value),
        (TypeKind::NonZero { primitive, nullable }, value) => {
            fits_primitive(primitive, value) && (nullable || !matches!(value, Value::Int(0) | Value::Wide(0)))
        }
        (TypeKind::Enum(id), &Value::Int(value)) if inventory[id].flags => {
            let all = inventory[id].variants.iter().fold(0, |bits, variant| bits | variant.value);
            value & !all == 0
        }
        (TypeKind::Enum(id), &Value::Int(value)) => inventory[id].variants.iter().any(|v| v.value == value),
        (TypeKind::Str { nullable: _ }, Value::Str(_)) => true,
        (TypeKind::CStr { nullable: _ }, Value::Str(text)) => !text.contains('\0'),
        (TypeKind::Array { element, len }, Value::Array(values)) => values.len() == len && all(element, values),
        (TypeKind::Slice { element, access: _, nullable: _ }, Value::Array(values)) => all(element, values),
        (TypeKind::Struct(id), Value::Struct(values)) => {
            let fields = &inventory[id].fields;
            fields.len() == values.len() && fields.iter().zip(values).all(|(f, value)| fits(inventory, f.ty, value))
        }
        (
            TypeKind::Void
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
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
            | TypeKind::Option { .. }
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. },
            _,
        ) => false,
    }
}

fn fits_primitive(primitive: Primitive, value: &Value) -> bool {
    match (primitive, value) {
        (Primitive::Bool, Value::Bool(_))
        | (Primitive::F32, Value::F32(_))
        | (Primitive::F64, Value::F64(_))
        | (Primitive::Char, Value::Char(_))
        | (Primitive::U128, Value::Wide(_)) => true,
        (_, Value::Int(value)) => primitive.range().is_some_and(|(from, to)| (from..=to).contains(value)),
        _ => false,
    }
}
