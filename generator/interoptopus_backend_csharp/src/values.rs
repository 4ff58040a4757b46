//! Values of any type as expressions: constants, and what Rust has by default.

use crate::context::Context;
use crate::literals::{self, Literal};
use crate::{defaults, twins};
use interoptopus::model::{Enum, EnumId, Primitive, Type, TypeKind, Value, Visibility};

/// What users see of `ty` where it is a value by itself.
pub(crate) fn public(cx: &Context<'_>, ty: Type) -> Result<String, String> {
    match cx.inventory.kind(ty) {
        TypeKind::Str { nullable } | TypeKind::CStr { nullable } => {
            Ok(if *nullable { cx.dialect.or_null("string") } else { "string".to_owned() })
        }
        _ => Ok(cx.stored(ty)?.public),
    }
}

/// `value`, which is a `ty`.
pub(crate) fn literal(cx: &Context<'_>, ty: Type, value: &Value) -> Result<Literal, String> {
    let misfit = || format!("its value is none of `{}`", cx.inventory.type_name(ty));
    match (*cx.inventory.kind(ty), value) {
        (TypeKind::Primitive(primitive), _) => primitive_literal(cx, primitive, value).ok_or_else(misfit),
        (TypeKind::NonZero { primitive, nullable: false }, _) => primitive_literal(cx, primitive, value).ok_or_else(misfit),
        (TypeKind::NonZero { primitive: _, nullable: true }, Value::Int(0)) => {
            Ok(Literal::Computed(format!("default({})", cx.stored(ty)?.public)))
        }
        (TypeKind::NonZero { primitive, nullable: true }, _) => {
            primitive_literal(cx, primitive, value).map(|literal| Literal::Computed(literal.into_text())).ok_or_else(misfit)
        }
        (TypeKind::Enum(id), Value::Int(value)) => {
            let name = cx.qualified_value(cx.name_of(ty));
            let item = &cx.inventory[id];
            (if item.flags { flags(cx, id, &name, *value) } else { variant(cx, item, &name, *value) }).ok_or_else(misfit)
        }
        (TypeKind::Str { .. } | TypeKind::CStr { .. }, Value::Str(text)) => Ok(literals::text(text)),
        (TypeKind::Struct(id), Value::Struct(values)) => {
            let item = &cx.inventory[id];
            let is_open = item.fields.iter().all(|f| f.visibility == Visibility::Public);
            if item.default.as_ref() == Some(values) {
                Ok(Literal::Computed(format!("{}.Default", cx.qualified_value(cx.name_of(ty)))))
            } else if is_open {
                let of = if twins::has_twin(cx, ty) { defaults::of_twin } else { defaults::of_struct };
                of(cx, ty, id, values).map(Literal::Computed)
            } else {
                Err(format!("`{}` has fields that only Rust sets", cx.inventory.type_name(ty)))
            }
        }
        (TypeKind::Array { element, len: _ }, Value::Array(values)) => {
            let items = values.iter().map(|value| self::element(cx, element, value)).collect::<Result<Vec<_>, String>>()?;
            Ok(Literal::Computed(if twins::borrows(cx, ty) {
                format!("new {} {{ {} }}", cx.stored(ty)?.public, items.join(", "))
            } else {
                format!("new {}({})", cx.name_of(ty), items.join(", "))
            }))
        }
        (TypeKind::Slice { element, .. }, Value::Array(values)) => {
            let public = cx.stored(element)?.public;
            let items = values.iter().map(|value| self::element(cx, element, value)).collect::<Result<Vec<_>, String>>()?;
            Ok(Literal::Computed(if items.is_empty() {
                format!("Array.Empty<{public}>()")
            } else {
                format!("new {public}[] {{ {} }}", items.join(", "))
            }))
        }
        (
            TypeKind::Enum(_)
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Struct(_)
            | TypeKind::Array { .. }
            | TypeKind::Void
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. },
            _,
        ) => Err(cx.misplaced(ty, "as a constant")),
    }
}

/// `value` as an element of a new array, from which mono's compiler leaves out what equals 0, and so the sign of a -0.
pub(crate) fn element(cx: &Context<'_>, ty: Type, value: &Value) -> Result<String, String> {
    match *value {
        Value::F32(bits) if bits == (-0.0_f32).to_bits() && cx.dialect.is_unity() => Ok(literals::float_of_bits(bits)),
        Value::F64(bits) if bits == (-0.0_f64).to_bits() && cx.dialect.is_unity() => Ok(literals::double_of_bits(bits)),
        _ => Ok(literal(cx, ty, value)?.into_text()),
    }
}

fn variant(cx: &Context<'_>, item: &Enum, name: &str, value: i128) -> Option<Literal> {
    let variant = item.variants.iter().find(|v| v.value == value)?;
    Some(Literal::Constant(format!("{name}.{}", cx.naming.variant(&variant.name))))
}

/// The variants that a set consists of; those of several bits first, as they say more.
fn flags(cx: &Context<'_>, id: EnumId, name: &str, value: i128) -> Option<Literal> {
    let Enum { variants, .. } = &cx.inventory[id];
    let mut by_size: Vec<_> = variants.iter().filter(|v| v.value & !value == 0).collect();
    by_size.sort_by_key(|v| std::cmp::Reverse(v.value.count_ones()));
    let (mut rest, mut parts) = (value, Vec::new());
    for variant in by_size.into_iter().filter(|v| v.value != 0 || value == 0) {
        if variant.value & rest != 0 || value == 0 {
            rest &= !variant.value;
            parts.push(format!("{name}.{}", cx.naming.variant(&variant.name)));
        }
    }
    if value == 0 && parts.is_empty() {
        return Some(Literal::Constant(format!("default({name})")));
    }
    (rest == 0).then(|| Literal::Constant(parts.join(" | ")))
}

fn primitive_literal(cx: &Context<'_>, primitive: Primitive, value: &Value) -> Option<Literal> {
    match *value {
        Value::Bool(value) => Some(Literal::Constant(value.to_string())),
        Value::Int(value) => Some(literals::integer(cx.dialect, primitive, value)),
        Value::Wide(value) => Some(literals::wide("UInt128", value)),
        Value::Char(value) => Some(literals::character(cx.dialect, value)),
        Value::F32(bits) => Some(literals::float(f32::from_bits(bits))),
        Value::F64(bits) => Some(literals::double(f64::from_bits(bits))),
        Value::Str(_) | Value::Array(_) | Value::Struct(_) => None,
    }
}
