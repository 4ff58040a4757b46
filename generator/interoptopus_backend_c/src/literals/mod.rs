//! Values as constant expressions of C: of the right type, exact, and the same in C99 and C++11.

mod enums;
mod numbers;
pub(crate) mod strings;

use crate::names::Names;
use crate::types::Types;
use interoptopus::model::{Primitive, Type, TypeKind, Value};
pub(crate) use numbers::integer;

/// `value` as an initialiser of the type `ty`, if there is one: of what is no array, struct or string, a constant expression.
pub(crate) fn initialiser(types: &Types<'_>, ty: Type, value: &Value) -> Option<String> {
    match (*types.inventory.kind(ty), value) {
        (TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ }, value) => {
            scalar(types.names, primitive, value)
        }
        (TypeKind::Enum(id), Value::Int(value)) => enums::literal(types, id, *value),
        (TypeKind::Struct(id), Value::Struct(values)) => {
            let fields = &types.inventory[id].fields;
            let mut each = fields.iter().zip(values).map(|(field, value)| initialiser(types, field.ty, value));
            match types.transparent_field(id).is_some() {
                true => each.next().flatten(),
                false if fields.len() != values.len() || fields.is_empty() => None,
                false => each.collect::<Option<Vec<_>>>().map(|each| braced(&each)),
            }
        }
        (TypeKind::Array { element, len }, Value::Array(values)) if values.len() == len => {
            elements(types, element, values).map(|each| braced(&each))
        }
        (TypeKind::Str { nullable: _ }, Value::Str(text)) => Some(format!("{{{}, {}}}", strings::literal(text), text.len())),
        (TypeKind::CStr { nullable: _ }, Value::Str(text)) => Some(strings::literal(text)),
        (
            TypeKind::Void
            | TypeKind::Enum(_)
            | TypeKind::Struct(_)
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
        ) => None,
    }
}

/// The initialisers of an array of `values`, of which there must be one: C99 has no empty arrays.
pub(crate) fn elements(types: &Types<'_>, element: Type, values: &[Value]) -> Option<Vec<String>> {
    let each: Option<Vec<_>> = values.iter().map(|value| initialiser(types, element, value)).collect();
    each.filter(|each| !each.is_empty())
}

fn braced(each: &[String]) -> String {
    format!("{{{}}}", each.join(", "))
}

/// `value` as a constant expression of the type `primitive`, if it is of that type.
fn scalar(names: &Names, primitive: Primitive, value: &Value) -> Option<String> {
    match *value {
        Value::Bool(value) => Some(value.to_string()),
        Value::Int(value) => Some(integer(names, primitive, value)),
        Value::Wide(value) => Some(numbers::wide(names, value)),
        Value::F32(bits) => Some(numbers::float(f32::from_bits(bits))),
        Value::F64(bits) => Some(numbers::double(f64::from_bits(bits))),
        Value::Char(value) => Some(numbers::character(value)),
        Value::Str(_) | Value::Array(_) | Value::Struct(_) => None,
    }
}

/// Whether `value` needs `math.h`, which has the macros of what is no finite number.
pub(crate) fn needs_maths(value: &Value) -> bool {
    match value {
        Value::Bool(_) | Value::Int(_) | Value::Wide(_) | Value::Char(_) | Value::Str(_) => false,
        Value::F32(bits) => !f32::from_bits(*bits).is_finite(),
        Value::F64(bits) => !f64::from_bits(*bits).is_finite(),
        Value::Array(values) | Value::Struct(values) => values.iter().any(needs_maths),
    }
}

/// The bits of the first NaN in `value` that no constant expression of C has: `NAN` is quiet and has no payload.
pub(crate) fn lost_payload(value: &Value) -> Option<String> {
    match value {
        Value::Bool(_) | Value::Int(_) | Value::Wide(_) | Value::Char(_) | Value::Str(_) => None,
        Value::F32(bits) => {
            (f32::from_bits(*bits).is_nan() && bits << 1 != f32::NAN.to_bits() << 1).then(|| format!("0x{bits:08x}"))
        }
        Value::F64(bits) => {
            (f64::from_bits(*bits).is_nan() && bits << 1 != f64::NAN.to_bits() << 1).then(|| format!("0x{bits:016x}"))
        }
        Value::Array(values) | Value::Struct(values) => values.iter().find_map(lost_payload),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_that_c_cannot_say_is_told() {
        assert_eq!(lost_payload(&Value::F32(f32::NAN.to_bits())), None);
        assert_eq!(lost_payload(&Value::F32((-f32::NAN).to_bits())), None);
        assert_eq!(lost_payload(&Value::F32(0x7fc0_1234)).as_deref(), Some("0x7fc01234"));
        assert_eq!(lost_payload(&Value::F64(0x7ff0_0000_0000_0001)).as_deref(), Some("0x7ff0000000000001"));
        assert_eq!(lost_payload(&Value::F64(f64::INFINITY.to_bits())), None);
        assert!(needs_maths(&Value::F64(f64::INFINITY.to_bits())) && !needs_maths(&Value::F32(0)));
    }
}
