//! What each type is in C, decided once for all places where it stands, and what is said of it where the declaration does not.

use crate::comments::Comment;
use crate::declarator::CType;
use crate::names::Names;
use crate::{links, markup, pointers, primitives, results, strings};
use interoptopus::Checked;
use interoptopus::docs::Docs;
use interoptopus::model::{AbiType, Item, ServiceId, Type, TypeKind};
use std::collections::HashSet;

/// The inventory with everything about it that was decided for C.
pub(crate) struct Marshal<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) names: &'a Names,
    /// The C type of each type, by its index.
    types: Vec<CType>,
    /// The types that stand in a field or signature: an error enum need not.
    values: HashSet<Type>,
}

impl<'a> Marshal<'a> {
    pub(crate) fn new(inventory: &'a Checked, names: &'a Names) -> Self {
        let types = inventory.types().map(|ty| decide(inventory, names, ty)).collect();
        Marshal { inventory, names, types, values: values(inventory) }
    }

    /// The type as a field, a return value, or the parameter of a callback.
    pub(crate) fn of(&self, ty: Type) -> CType {
        self.types[ty.index()].clone()
    }

    /// The type of a function's parameter.
    pub(crate) fn parameter(&self, ty: AbiType) -> CType {
        match ty {
            AbiType::One(ty) => pointers::parameter(self, ty),
            AbiType::Elements { element, access } => pointers::to(self.of(element), access),
            AbiType::Utf8 => strings::utf8(),
            AbiType::Len => primitives::size(),
            AbiType::This(id) => self.object(id),
        }
    }

    /// A pointer to an object of a service. Never `const`: each call changes the object's word of state.
    pub(crate) fn object(&self, id: ServiceId) -> CType {
        let name = self.names.item(self.inventory, TypeKind::Service(id));
        CType::named(name.unwrap_or_else(|| self.names.ty(&self.inventory[id].name))).pointer()
    }

    /// Whether `ty` stands in a field or signature.
    pub(crate) fn is_value(&self, ty: Type) -> bool {
        self.values.contains(&ty)
    }

    /// The comment that says what the `docs` of `of` say.
    pub(crate) fn comment(&self, docs: &Docs, of: Item) -> Comment {
        markup::comment(docs, &|target, shown, is_code| links::link(self, of, target, shown, is_code))
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
        | TypeKind::Option { .. } => name(),
        TypeKind::Outcome { value } if *inventory.kind(value) == TypeKind::Void => CType::named(names.ty(results::STATUS)),
        TypeKind::Outcome { value: _ } => name(),
        TypeKind::Service(_) => name().pointer(),
        TypeKind::CStr { nullable: _ } => strings::utf8(),
        TypeKind::Array { element, len } => decide(inventory, names, element).array(len),
        // A service is a pointer already, and never `const`: see `Marshal::object`.
        TypeKind::Pointer { pointee, access: _, kind: _ } if matches!(inventory.kind(pointee), TypeKind::Service(_)) => {
            decide(inventory, names, pointee)
        }
        TypeKind::Pointer { pointee, access, kind: _ } => pointers::to(decide(inventory, names, pointee), access),
    }
}

/// The types that stand in fields and signatures, at whatever depth.
fn values(inventory: &Checked) -> HashSet<Type> {
    let mut next: Vec<Type> = Vec::new();
    next.extend(inventory.structs().iter().flat_map(|s| &s.fields).map(|f| f.ty));
    next.extend(inventory.unions().iter().flat_map(|u| &u.fields).map(|f| f.ty));
    next.extend(inventory.tagged().iter().flat_map(|t| &t.cases).flat_map(|c| &c.fields).map(|f| f.ty));
    // A constant that is an expression needs no type; one that is an object is declared with its own.
    let is_object =
        |ty: &Type| matches!(inventory.kind(*ty), TypeKind::Array { .. } | TypeKind::Slice { .. } | TypeKind::Struct(_));
    next.extend(inventory.constants().iter().map(|c| c.ty).filter(is_object));
    for callback in inventory.callbacks() {
        next.extend(callback.parameters.iter().map(|p| p.ty).chain([callback.returns]));
    }
    for (_, function) in inventory.all_functions() {
        next.extend(function.parameters.iter().map(|p| p.ty).chain([function.abi_returns]));
    }
    let mut found = HashSet::new();
    while let Some(ty) = next.pop() {
        if found.insert(ty) {
            match *inventory.kind(ty) {
                TypeKind::Array { element: inner, len: _ }
                | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
                | TypeKind::Slice { element: inner, access: _, nullable: _ }
                | TypeKind::Option { value: inner }
                | TypeKind::Outcome { value: inner } => next.push(inner),
                TypeKind::Void
                | TypeKind::Primitive(_)
                | TypeKind::Struct(_)
                | TypeKind::Enum(_)
                | TypeKind::NonZero { .. }
                | TypeKind::Tagged(_)
                | TypeKind::Union(_)
                | TypeKind::Opaque(_)
                | TypeKind::Callback { .. }
                | TypeKind::Service(_)
                | TypeKind::Str { .. }
                | TypeKind::CStr { .. } => {}
            }
        }
    }
    found
}
