//! Carriers: libffi knows no unions, packed or aligned structs, so these cross by value as a struct of numbers that C passes the same way.

use super::registers::is_misaligned;
use super::{aligned, types};
use interoptopus::model::{AbiType, Inventory, Repr, Type, TypeKind};
use interoptopus_c_syntax::CType;

/// Where a value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An argument of a function, or what a callback takes or returns.
    Argument,
    /// What a function returns.
    Result,
}

/// What libffi passes in registers where the ABI says so; all that is larger goes to memory.
const REGISTERS: usize = 16;

/// Whether `ty` needs a carrier where it is passed by value; or why nothing could carry it.
pub(crate) fn is_carried(inventory: &Inventory, ty: Type, place: Place) -> Result<bool, String> {
    if let Some(align) = aligned::beyond_cffi(inventory, ty).filter(|align| *align > 8) {
        return Err(format!("libffi passes nothing by value that is aligned to {align} bytes: take or return a reference"));
    }
    let is_small = inventory.layout(ty).is_none_or(|layout| layout.size <= REGISTERS);
    if place == Place::Argument && is_small && is_misaligned(inventory, ty) {
        return Err("libffi passes no small struct by value whose fields are misaligned: take a reference".to_owned());
    }
    Ok(needs_carrier(inventory, ty))
}

fn needs_carrier(inventory: &Inventory, ty: Type) -> bool {
    match *inventory.kind(ty) {
        TypeKind::Union(_) | TypeKind::Tagged(_) => true,
        TypeKind::Struct(id) => {
            let item = &inventory[id];
            let is_padded = match item.repr {
                Repr::Packed(_) => true,
                Repr::Aligned(_) => aligned::beyond_cffi(inventory, ty).is_some(),
                Repr::C | Repr::Transparent => false,
            };
            is_padded || item.fields.iter().any(|field| needs_carrier(inventory, field.ty))
        }
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } | TypeKind::Outcome { value: inner } => {
            needs_carrier(inventory, inner)
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => false,
    }
}

/// Whether a declaration of `ty` by value is one of its carrier.
pub(crate) fn has_carrier(inventory: &Inventory, ty: Type) -> bool {
    needs_carrier(inventory, ty)
}

/// The type of C that a value of `ty` is passed as.
pub(crate) fn c_type(inventory: &Inventory, ty: Type) -> CType {
    match has_carrier(inventory, ty) {
        true => CType::named(carrier(inventory, ty)),
        false => types::c_type(inventory, ty),
    }
}

/// The carrier's name.
pub(crate) fn carrier(inventory: &Inventory, ty: Type) -> String {
    format!("{}_carrier", types::name(inventory, carried(inventory, ty)))
}

/// The type that has a carrier: of a transparent struct what it wraps.
pub(crate) fn carried(inventory: &Inventory, ty: Type) -> Type {
    inventory.transparent(ty).map_or(ty, |inner| carried(inventory, inner))
}

/// Every type that is passed in a carrier, by name.
pub(crate) fn all(inventory: &Inventory) -> Vec<Type> {
    let mut all = Vec::new();
    for (_, function) in inventory.all_functions() {
        let parameters = inventory.abi_parameters(function).into_iter().filter_map(|parameter| match parameter.ty {
            AbiType::One(ty) => Some(ty),
            AbiType::Elements { .. } | AbiType::Utf8 | AbiType::Len | AbiType::This(_) => None,
        });
        all.extend(parameters.chain([function.abi_returns]));
    }
    for callback in inventory.callbacks() {
        all.extend(callback.parameters.iter().map(|p| p.ty).chain([callback.returns]));
    }
    carried_of(inventory, all)
}

/// Those of the types that are passed in a carrier, by name.
pub(crate) fn carried_of(inventory: &Inventory, types: impl IntoIterator<Item = Type>) -> Vec<Type> {
    let carried = types.into_iter().filter(|&ty| has_carrier(inventory, ty)).map(|ty| carried(inventory, ty));
    let mut all: Vec<Type> = carried.collect();
    all.sort_by_key(|&ty| types::name(inventory, ty));
    all.dedup();
    all
}
