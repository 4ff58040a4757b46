//! Carriers: libffi knows no unions, packed or aligned structs, so these cross by value as a struct of numbers that C passes the same way.

use super::{aligned, types};
use interoptopus::model::{self, AbiType, CallbackId, Inventory, Repr, Target, Type, TypeKind};
use interoptopus_c_syntax::CType;

/// The position of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// An argument of a function, or what a callback takes or returns.
    Argument,
    /// The result of a function.
    Result,
}

/// The size of the largest value that libffi passes in registers.
const REGISTERS: usize = 16;

/// Whether `ty` is passed by value in a carrier; or why it cannot be passed.
pub(crate) fn is_carried(inventory: &Inventory, ty: Type, place: Place) -> Result<bool, String> {
    if let Some(align) = aligned::beyond_cffi(inventory, ty).filter(|align| *align > 8) {
        return Err(format!("libffi passes nothing by value that is aligned to {align} bytes: take or return a reference"));
    }
    let is_small = model::extent_by_c(inventory, ty, Target::SYSTEM_V).size <= REGISTERS;
    if place == Place::Argument && is_small && model::is_misaligned_by_c(inventory, ty, Target::SYSTEM_V) {
        return Err("libffi passes no small struct by value whose fields are misaligned: take a reference".to_owned());
    }
    Ok(has_carrier(inventory, ty))
}

/// Whether a declaration of `ty` by value is one of its carrier.
pub(crate) fn has_carrier(inventory: &Inventory, ty: Type) -> bool {
    let is_unknown_to_libffi = |ty: Type| {
        let TypeKind::Struct(id) = *inventory.kind(ty) else {
            return matches!(inventory.kind(ty), TypeKind::Union(_) | TypeKind::Tagged(_));
        };
        match inventory[id].repr {
            Repr::Packed(_) => true,
            Repr::Aligned(_) => aligned::beyond_cffi(inventory, ty).is_some(),
            Repr::C | Repr::Transparent => false,
        }
    };
    model::contains(inventory, ty, &is_unknown_to_libffi)
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
    model::abi_value(inventory, ty)
}

/// Every type that is passed in a carrier, by name.
pub(crate) fn all(inventory: &Inventory) -> Vec<Type> {
    let mut all = Vec::new();
    for (_, function) in inventory.all_functions() {
        let parameters = model::abi_parameters(inventory, function).into_iter().filter_map(|parameter| match parameter.ty {
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

/// The types whose carriers the declaration of a callback names; none for what is no callback.
pub(crate) fn of_callback(inventory: &Inventory, ty: Type) -> Vec<Type> {
    let is_callback = matches!(inventory.kind(ty), TypeKind::Callback { .. });
    if is_callback { carried_of(inventory, model::parts(inventory, ty)) } else { Vec::new() }
}

/// Whether a type that a callback passes in a carrier mentions the callback: neither can be declared before the other.
pub(crate) fn is_circular(inventory: &Inventory, callback: CallbackId) -> bool {
    let is_callback = |ty: Type| matches!(*inventory.kind(ty), TypeKind::Callback { id, nullable: _ } if id == callback);
    let passed = inventory.types().find(|&ty| is_callback(ty)).map_or_else(Vec::new, |ty| of_callback(inventory, ty));
    model::reachable(inventory, passed).into_iter().any(is_callback)
}
