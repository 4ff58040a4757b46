//! The parameters of functions at the ABI, the same for all languages.

use super::{Access, Crossing, EnumId, Function, Inventory, Item, Method, Parameter, Service, ServiceId, Type, TypeKind};

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
    /// As it stands in the inventory; never a slice or a string.
    One(Type),
    /// The address of a slice's first element; may be null if the length behind it is 0.
    Elements {
        /// The type of each element.
        element: Type,
        /// Whether Rust may write to them.
        access: Access,
    },
    /// The address of a string's first byte; may be null if the length behind it is 0.
    Utf8,
    /// The `usize` that follows the two above: of elements, or of bytes.
    Len,
    /// The object that a method is called on.
    This(ServiceId),
}

impl Inventory {
    /// What `function` takes at the ABI: a slice or a string is two parameters.
    #[must_use]
    pub fn abi_parameters(&self, function: &Function) -> Vec<AbiParameter> {
        let mut all: Vec<_> = function.parameters.iter().flat_map(|p| self.abi_of_parameter(p)).collect();
        for at in 0..all.len() {
            while all[at].ty == AbiType::Len && all.iter().filter(|p| p.name == all[at].name).count() > 1 {
                all[at].name.push('_');
            }
        }
        all
    }

    /// What `method` of the service `of` takes at the ABI: the object, then its parameters.
    #[must_use]
    pub fn abi_of_method(&self, of: ServiceId, method: &Method) -> Vec<AbiParameter> {
        let this = AbiParameter { name: "self".to_owned(), ty: AbiType::This(of) };
        [this].into_iter().chain(self.abi_parameters(&method.function)).collect()
    }

    /// Whether any function takes a slice, which bindings can lend from their own memory.
    #[must_use]
    pub fn takes_slices(&self) -> bool {
        self.all_functions().any(|(_, function)| self.takes_slice(function))
    }

    /// Whether `function` takes a slice, which bindings can lend from their own memory.
    #[must_use]
    pub fn takes_slice(&self, function: &Function) -> bool {
        function.parameters.iter().any(|p| matches!(self.kind(p.ty), TypeKind::Slice { .. }))
    }

    /// What one parameter is at the ABI, without regard to the names of others.
    #[must_use]
    pub fn abi_of_parameter(&self, parameter: &Parameter) -> Vec<AbiParameter> {
        let first = match *self.kind(parameter.ty) {
            TypeKind::Slice { element, access, nullable: _ } => AbiType::Elements { element, access },
            TypeKind::Str { nullable: _ } => AbiType::Utf8,
            _ => return vec![AbiParameter { name: parameter.name.clone(), ty: AbiType::One(parameter.ty) }],
        };
        let len = AbiParameter { name: format!("{}_len", parameter.name), ty: AbiType::Len };
        vec![AbiParameter { name: parameter.name.clone(), ty: first }, len]
    }

    /// The enum whose values are the positive statuses of `function`.
    #[must_use]
    pub fn error_of(&self, function: &Function) -> Option<EnumId> {
        match function.crossing {
            Crossing::Bare => None,
            Crossing::Guarded { error } => error,
        }
    }

    /// Every symbol that the library must export, sorted: functions, what services consist of, and the library's own four.
    #[must_use]
    pub fn symbols(&self) -> Vec<String> {
        let services = self.services.iter().flat_map(Service::symbols);
        let mut all: Vec<_> = self.functions.iter().map(|f| f.symbol.clone()).chain(services).chain(self.own_symbols()).collect();
        all.sort();
        all
    }

    /// Every function that the library exports for its author: free ones, constructors and methods.
    pub fn all_functions(&self) -> impl Iterator<Item = (Item, &Function)> {
        let free = self.functions.iter().enumerate().map(|(at, function)| (Item::Function(at), function));
        let services = 0..self.services.len() as u32;
        free.chain(services.flat_map(|at| self.functions_of(ServiceId(at))))
    }

    /// The constructors and the methods of a service.
    pub fn functions_of(&self, id: ServiceId) -> impl Iterator<Item = (Item, &Function)> {
        let Service { constructors, methods, .. } = &self[id];
        let constructors = constructors.iter().enumerate().map(move |(at, function)| (Item::Constructor(id, at), function));
        constructors.chain(methods.iter().enumerate().map(move |(at, method)| (Item::Method(id, at), &method.function)))
    }
}

#[cfg(test)]
mod tests;
