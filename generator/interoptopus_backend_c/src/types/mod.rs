//! The types of C that Rust's types are, decided once for all places where one stands.

pub(crate) mod layouts;
pub(crate) mod pointers;
pub(crate) mod primitives;
pub(crate) mod strings;
pub(crate) mod wide;

use crate::names::{Names, ours};
use interoptopus::Checked;
use interoptopus::model::{self, AbiType, Access, Field, Repr, ServiceId, StructId, Type, TypeKind};
use interoptopus_c_syntax::{CType, Condition};
use std::collections::HashSet;
use wide::Conditions;

/// The inventory with everything about its types that was decided for C.
pub(crate) struct Types<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) names: &'a Names,
    /// The C type of each type, by its index.
    types: Vec<CType>,
    /// The types that stand in a field or signature, at whatever depth: an error enum need not.
    values: HashSet<Type>,
    conditions: Conditions,
}

impl<'a> Types<'a> {
    pub(crate) fn new(inventory: &'a Checked, names: &'a Names) -> Self {
        let types = inventory.types().map(|ty| decide(inventory, names, ty)).collect();
        Types { inventory, names, types, values: values(inventory), conditions: Conditions::new(inventory, names) }
    }

    /// The type as a field, a return value, or the parameter of a callback.
    pub(crate) fn of(&self, ty: Type) -> CType {
        self.types[ty.index()].clone()
    }

    /// The type of a function's parameter.
    pub(crate) fn parameter(&self, ty: AbiType) -> CType {
        match ty {
            AbiType::One(ty) => self.one_parameter(ty),
            AbiType::Elements { element, access } => pointers::to(self.of(element), access),
            AbiType::Utf8 => strings::utf8(),
            AbiType::Len => primitives::size(),
            AbiType::This(id) => self.object(id),
        }
    }

    /// A pointer to an array is the array as C authors write it, `const uint8_t key[4]`: the same address, with which C89 to C17 let
    /// callers pass an array that is not `const`.
    fn one_parameter(&self, ty: Type) -> CType {
        let TypeKind::Pointer { pointee, access, kind: _ } = *self.inventory.kind(ty) else { return self.of(ty) };
        let array = self.of(pointee);
        match (&array, access) {
            (CType::Array { .. }, Access::Read) => array.constant(),
            (CType::Array { .. }, Access::Write) => array,
            (CType::Named { .. } | CType::Pointer { .. } | CType::Function { .. }, _) => self.of(ty),
        }
    }

    /// A pointer to an object of a service. Never `const`: each call changes the object's word of state.
    pub(crate) fn object(&self, id: ServiceId) -> CType {
        let name = self.names.item(self.inventory, TypeKind::Service(id));
        CType::named(name.unwrap_or_else(|| self.names.ty(&self.inventory[id].head.name))).pointer()
    }

    /// Whether `ty` stands in a field or signature.
    pub(crate) fn is_value(&self, ty: Type) -> bool {
        self.values.contains(&ty)
    }

    /// Whether an enum that is `ty` has a type in C: an `error` need not, whose values are statuses.
    pub(crate) fn has_typedef(&self, ty: Type, error: bool) -> bool {
        !error || self.is_value(ty)
    }

    /// The one field of a struct that is transparent, and so another name of the field's type.
    pub(crate) fn transparent_field(&self, id: StructId) -> Option<&'a Field> {
        self.inventory[id].fields.first().filter(|_| self.inventory[id].repr == Repr::Transparent)
    }

    /// Which compilers can see a declaration that mentions `types`; none if each can.
    pub(crate) fn condition(&self, types: impl IntoIterator<Item = Type>) -> Option<Condition> {
        self.conditions.of(types)
    }
}

/// Follows a type down to what has a name: no further, so that recursive types have an end.
fn decide(inventory: &Checked, names: &Names, ty: Type) -> CType {
    let name = || CType::named(names.of(inventory, ty));
    match *inventory.kind(ty) {
        TypeKind::Void => CType::named("void"),
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, nullable: _ } => {
            CType::named(primitives::name(names, primitive))
        }
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Option { .. } => name(),
        TypeKind::Outcome { value } if *inventory.kind(value) == TypeKind::Void => CType::named(names.ty(ours::STATUS)),
        TypeKind::Outcome { value: _ } => name(),
        TypeKind::Service(_) => name().pointer(),
        TypeKind::CStr { nullable: _ } => strings::utf8(),
        TypeKind::Array { element, len } => decide(inventory, names, element).array(len),
        // A service is a pointer already, and never `const`: see `Types::object`.
        TypeKind::Pointer { pointee, access: _, kind: _ } if matches!(inventory.kind(pointee), TypeKind::Service(_)) => {
            decide(inventory, names, pointee)
        }
        TypeKind::Pointer { pointee, access, kind: _ } => pointers::to(decide(inventory, names, pointee), access),
    }
}

/// The types that stand in fields and signatures, at whatever depth.
fn values(inventory: &Checked) -> HashSet<Type> {
    // A constant that is an expression needs no type; one that is an object is declared with its own.
    let is_object =
        |ty: &Type| matches!(inventory.kind(*ty), TypeKind::Array { .. } | TypeKind::Slice { .. } | TypeKind::Struct(_));
    let objects = inventory.constants().iter().map(|c| c.ty).filter(is_object);
    let items =
        inventory.types().filter(|&ty| inventory.kind(ty).declared().is_some()).flat_map(|ty| model::parts(inventory, ty));
    let functions = inventory.all_functions();
    let signatures = functions.flat_map(|(_, f)| f.parameters.iter().map(|p| p.ty).chain([f.abi_returns]));
    model::reachable(inventory, objects.chain(items).chain(signatures))
}
