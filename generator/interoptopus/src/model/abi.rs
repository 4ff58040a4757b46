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
    /// The place of the parameter among those of the function that it is, or of which it is the address or the length; none for the object
    /// of a method.
    pub of: Option<usize>,
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
    let mut all: Vec<_> = function.parameters.iter().enumerate().flat_map(|(at, p)| abi_of_parameter(inventory, at, p)).collect();
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
    let this = AbiParameter { name: "self".to_owned(), ty: AbiType::This(of), of: None };
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

/// The parameter at `at`, without regard to the names of others.
fn abi_of_parameter(inventory: &Inventory, at: usize, parameter: &Parameter) -> impl Iterator<Item = AbiParameter> {
    let ty = match *inventory.kind(parameter.ty) {
        TypeKind::Slice { element, access, nullable: _ } => AbiType::Elements { element, access },
        TypeKind::Str { nullable: _ } => AbiType::Utf8,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => AbiType::One(parameter.ty),
    };
    let one = |name: String, ty: AbiType| AbiParameter { name, ty, of: Some(at) };
    let len = (!matches!(ty, AbiType::One(_))).then(|| one(format!("{}_len", parameter.name), AbiType::Len));
    [one(parameter.name.clone(), ty)].into_iter().chain(len)
}

#[cfg(test)]
mod tests;
