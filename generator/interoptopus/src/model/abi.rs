//! The parameters of functions at the ABI, the same for all languages.

use super::inventory::Inventory;
use super::items::{Function, Method, Parameter};
use super::types::{Access, ServiceId, Type, TypeKind};

/// A parameter as C sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AbiParameter {
    /// The name: the author's, with `_len` behind it for a length, or `self`. Names are distinct within a function: a length takes
    /// another `_` where the author already has one of its name.
    pub name: String,
    /// The type.
    pub ty: AbiType,
}

/// The type of a parameter as C sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AbiType {
    /// A type as it stands in the inventory; never a slice or a string.
    One(Type),
    /// The address of a slice's first element; may be null if the length behind it is 0.
    Elements {
        /// The type of each element.
        element: Type,
        /// The access that Rust has to them.
        access: Access,
    },
    /// The address of a string's first byte; may be null if the length behind it is 0.
    Utf8,
    /// The `usize` that follows the two above: of elements, or of bytes.
    Len,
    /// The object that a method is called on.
    This(ServiceId),
}

/// The parameters of `function` at the ABI: a slice or a string is two.
#[must_use]
pub fn abi_parameters(inventory: &Inventory, function: &Function) -> Vec<AbiParameter> {
    let mut all: Vec<_> = function.parameters.iter().flat_map(|p| abi_of_parameter(inventory, p)).collect();
    for at in 0..all.len() {
        while all[at].ty == AbiType::Len && all.iter().filter(|p| p.name == all[at].name).count() > 1 {
            all[at].name.push('_');
        }
    }
    all
}

/// The parameters of `method` of the service `of` at the ABI: the object, then those of the function.
#[must_use]
pub fn abi_of_method(inventory: &Inventory, of: ServiceId, method: &Method) -> Vec<AbiParameter> {
    let this = AbiParameter { name: "self".to_owned(), ty: AbiType::This(of) };
    [this].into_iter().chain(abi_parameters(inventory, &method.function)).collect()
}

/// True if any function takes a slice, which bindings can lend from their own memory.
#[must_use]
pub fn takes_slices(inventory: &Inventory) -> bool {
    inventory.all_functions().any(|(_, function)| takes_slice(inventory, function))
}

/// True if `function` takes a slice, which bindings can lend from their own memory.
#[must_use]
pub fn takes_slice(inventory: &Inventory, function: &Function) -> bool {
    function.parameters.iter().any(|p| matches!(inventory.kind(p.ty), TypeKind::Slice { .. }))
}

/// One parameter at the ABI, without regard to the names of others.
#[must_use]
pub fn abi_of_parameter(inventory: &Inventory, parameter: &Parameter) -> Vec<AbiParameter> {
    let first = match *inventory.kind(parameter.ty) {
        TypeKind::Slice { element, access, nullable: _ } => AbiType::Elements { element, access },
        TypeKind::Str { nullable: _ } => AbiType::Utf8,
        _ => return vec![AbiParameter { name: parameter.name.clone(), ty: AbiType::One(parameter.ty) }],
    };
    let len = AbiParameter { name: format!("{}_len", parameter.name), ty: AbiType::Len };
    vec![AbiParameter { name: parameter.name.clone(), ty: first }, len]
}

#[cfg(test)]
mod tests;
