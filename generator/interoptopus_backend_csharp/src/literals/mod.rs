//! Values of any type as expressions: constants, and default values of Rust.

pub(crate) mod defaults;
pub(crate) mod numbers;

use crate::literals::numbers::Literal;
use crate::names::twins::{borrows, has_twin};
use crate::syntax::{CsType, Expr, Operator, Path, generic_call, new};
use crate::types::Types;
use crate::types::validation::misplaced;
use interoptopus::model::{self, Enum, EnumId, Field, Primitive, StructId, Type, TypeKind, Value, Visibility};

/// The type for users of a value of `ty` by itself.
pub(crate) fn public(types: &Types<'_>, ty: Type) -> Result<CsType, String> {
    match types.inventory.kind(ty) {
        TypeKind::Str { nullable } | TypeKind::CStr { nullable } => {
            Ok(if *nullable { types.dialect.or_null(&CsType::STRING) } else { CsType::STRING })
        }
        _ => Ok(types.stored(ty)?.public),
    }
}

/// `value`, which is a `ty`.
pub(crate) fn literal(types: &Types<'_>, ty: Type, value: &Value) -> Result<Literal, String> {
    let misfit = || format!("its value is none of `{}`", model::type_name(types.inventory, ty));
    match (*types.inventory.kind(ty), value) {
        (TypeKind::Primitive(primitive), _) => primitive_literal(types, primitive, value).ok_or_else(misfit),
        (TypeKind::NonZero { primitive, nullable: false }, _) => primitive_literal(types, primitive, value).ok_or_else(misfit),
        (TypeKind::NonZero { primitive: _, nullable: true }, Value::Int(0)) => {
            Ok(Literal::Computed(Expr::Default(types.stored(ty)?.public)))
        }
        (TypeKind::NonZero { primitive, nullable: true }, _) => primitive_literal(types, primitive, value)
            .map(|literal| Literal::Computed(literal.into_expression()))
            .ok_or_else(misfit),
        (TypeKind::Enum(id), Value::Int(value)) => {
            let name = qualified(types, types.names.name_of(ty));
            let item = &types.inventory[id];
            (if item.flags { flags(types, id, &name, *value) } else { variant(types, item, &name, *value) }).ok_or_else(misfit)
        }
        (TypeKind::Str { .. } | TypeKind::CStr { .. }, Value::Str(text)) => Ok(numbers::text(text)),
        (TypeKind::Struct(id), Value::Struct(values)) => {
            let item = &types.inventory[id];
            let is_open = item.fields.iter().all(|f| f.visibility == Visibility::Public);
            if item.default.as_ref() == Some(values) {
                Ok(Literal::Computed(Expr::Type(qualified(types, types.names.name_of(ty)).into()).member("Default")))
            } else if is_open {
                made_of(types, ty, id, values).map(Literal::Computed)
            } else {
                Err(format!("`{}` has fields that only Rust sets", model::type_name(types.inventory, ty)))
            }
        }
        (TypeKind::Array { element, len: _ }, Value::Array(values)) => {
            let items = values.iter().map(|value| self::element(types, element, value)).collect::<Result<Vec<_>, String>>()?;
            Ok(Literal::Computed(if borrows(types.inventory, ty) {
                Expr::Elements(types.stored(ty)?.public, items)
            } else {
                new(types.names.name_of(ty).clone(), items)
            }))
        }
        (TypeKind::Slice { element, .. }, Value::Array(values)) => {
            let public = types.stored(element)?.public;
            let items = values.iter().map(|value| self::element(types, element, value)).collect::<Result<Vec<_>, String>>()?;
            Ok(Literal::Computed(if items.is_empty() {
                generic_call("Array", "Empty", [public], [])
            } else {
                Expr::Elements(public.array(), items)
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
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. },
            _,
        ) => Err(misplaced(types.inventory, ty, "as a constant")),
    }
}

/// A struct with one of `values` a field, as an expression.
pub(crate) fn made_of(types: &Types<'_>, ty: Type, id: StructId, values: &[Value]) -> Result<Expr, String> {
    let of = if has_twin(types.inventory, ty) { defaults::of_twin } else { defaults::of_struct };
    of(types, &|ty, value| Ok(literal(types, ty, value)?.into_expression()), ty, id, values)
}

/// The type at `path` in a value by default, where a field of that name would be found instead, unless it is of that type.
fn qualified(types: &Types<'_>, path: &Path) -> Path {
    let Types { inventory, names, .. } = types;
    let is_it = |ty: Type| types.stored(ty).is_ok_and(|stored| stored.public == CsType::Named(path.clone()));
    let shadows = |f: &Field| path.first() == Some(&names.naming.field(&f.name)) && !is_it(f.ty);
    let mut fields = inventory.structs().iter().filter(|s| s.default.is_some()).flat_map(|s| &s.fields);
    if fields.any(shadows) { names.absolute(path.clone()) } else { names.qualified(path.clone()) }
}

/// `value` as an element of a new array, from which mono's compiler leaves out what equals 0, and so the sign of a -0.
pub(crate) fn element(types: &Types<'_>, ty: Type, value: &Value) -> Result<Expr, String> {
    match *value {
        Value::F32(bits) if bits == (-0.0_f32).to_bits() && types.dialect.is_unity() => Ok(numbers::float_of_bits(bits).into()),
        Value::F64(bits) if bits == (-0.0_f64).to_bits() && types.dialect.is_unity() => Ok(numbers::double_of_bits(bits).into()),
        _ => Ok(literal(types, ty, value)?.into_expression()),
    }
}

fn variant(types: &Types<'_>, item: &Enum, name: &Path, value: i128) -> Option<Literal> {
    let variant = item.variants.iter().find(|v| v.value == value)?;
    Some(Literal::Constant(Expr::Type(name.clone().into()).member(types.names.naming.variant(&variant.name))))
}

/// The variants that a set consists of; those of several bits first, as they say more.
fn flags(types: &Types<'_>, id: EnumId, name: &Path, value: i128) -> Option<Literal> {
    let Enum { variants, .. } = &types.inventory[id];
    let mut by_size: Vec<_> = variants.iter().filter(|v| v.value & !value == 0).collect();
    by_size.sort_by_key(|v| std::cmp::Reverse(v.value.count_ones()));
    let (mut rest, mut parts) = (value, Vec::new());
    for variant in by_size.into_iter().filter(|v| v.value != 0 || value == 0) {
        if variant.value & rest != 0 || value == 0 {
            rest &= !variant.value;
            parts.push(Expr::Type(name.clone().into()).member(types.names.naming.variant(&variant.name)));
        }
    }
    let parts = parts.into_iter().reduce(|all, next| all.binary(Operator::BitOr, next));
    (rest == 0).then(|| Literal::Constant(parts.unwrap_or_else(|| Expr::Default(name.clone().into()))))
}

fn primitive_literal(types: &Types<'_>, primitive: Primitive, value: &Value) -> Option<Literal> {
    match *value {
        Value::Bool(value) => Some(Literal::Constant(value.to_string().into())),
        Value::Int(value) => Some(numbers::integer(types.dialect, primitive, value)),
        Value::Wide(value) => Some(numbers::wide("UInt128", value)),
        Value::Char(value) => Some(numbers::character(types.dialect, value)),
        Value::F32(bits) => Some(numbers::float(f32::from_bits(bits))),
        Value::F64(bits) => Some(numbers::double(f64::from_bits(bits))),
        Value::Str(_) | Value::Array(_) | Value::Struct(_) => None,
    }
}
