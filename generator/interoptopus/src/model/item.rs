//! Items of any kind by one name: what all of them have.

use super::{
    Callback, Constant, Enum, EnumId, Function, Head, Inventory, Item, Marks, Opaque, Service, ServiceId, Struct, StructId,
    Tagged, TaggedId, Type, TypeKind, Union, UnionId, Visibility,
};
use super::{CallbackId, OpaqueId};
use crate::docs::Docs;

/// An item: what its author wrote and listed, or what that needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemRef<'a> {
    /// A constant.
    Constant(&'a Constant),
    /// A free function.
    Function(&'a Function),
    /// A struct.
    Struct(&'a Struct),
    /// An enum.
    Enum(&'a Enum),
    /// An enum with data.
    Tagged(&'a Tagged),
    /// A union.
    Union(&'a Union),
    /// An opaque type.
    Opaque(&'a Opaque),
    /// A callback.
    Callback(&'a Callback),
    /// A service, with its constructors and methods.
    Service(&'a Service),
}

impl<'a> ItemRef<'a> {
    /// Its name, path, documentation and marks.
    #[must_use]
    pub fn head(self) -> &'a Head {
        match self {
            ItemRef::Constant(item) => &item.head,
            ItemRef::Function(item) => &item.head,
            ItemRef::Struct(item) => &item.head,
            ItemRef::Enum(item) => &item.head,
            ItemRef::Tagged(item) => &item.head,
            ItemRef::Union(item) => &item.head,
            ItemRef::Opaque(item) => &item.head,
            ItemRef::Callback(item) => &item.head,
            ItemRef::Service(item) => &item.head,
        }
    }

    /// The name that bindings start from.
    #[must_use]
    pub fn name(self) -> &'a str {
        &self.head().name
    }

    /// Where it is in Rust.
    #[must_use]
    pub fn path(self) -> &'a str {
        &self.head().path
    }

    /// The documentation.
    #[must_use]
    pub fn docs(self) -> &'a Docs {
        &self.head().docs
    }

    /// What its author said of it.
    #[must_use]
    pub fn marks(self) -> &'a Marks {
        &self.head().marks
    }

    /// The namespace; empty for the library's own.
    #[must_use]
    pub fn namespace(self) -> &'a str {
        &self.marks().namespace
    }

    /// Whether it is meant for everybody.
    #[must_use]
    pub fn is_public(self) -> bool {
        self.marks().visibility == Visibility::Public
    }

    /// Whether it is a type, a service included.
    #[must_use]
    pub fn is_type(self) -> bool {
        !matches!(self, ItemRef::Constant(_) | ItemRef::Function(_))
    }

    /// What it is in a word: `constant`, `function`, `struct`, `enum`, `union`, `opaque type`, `callback`, `service`.
    #[must_use]
    pub fn what(self) -> &'static str {
        match self {
            ItemRef::Constant(_) => "constant",
            ItemRef::Function(_) => "function",
            ItemRef::Struct(_) => "struct",
            ItemRef::Enum(_) | ItemRef::Tagged(_) => "enum",
            ItemRef::Union(_) => "union",
            ItemRef::Opaque(_) => "opaque type",
            ItemRef::Callback(_) => "callback",
            ItemRef::Service(_) => "service",
        }
    }
}

impl Inventory {
    /// All items, in the order of their kinds: constants, free functions, then types and services.
    pub fn items(&self) -> impl Iterator<Item = ItemRef<'_>> {
        self.item_ids().map(|item| self.item(item))
    }

    /// What [`item`](Self::item) gives all items for.
    pub fn item_ids(&self) -> impl Iterator<Item = Item> {
        let constants = (0..self.constants.len()).map(Item::Constant);
        let functions = (0..self.functions.len()).map(Item::Function);
        let structs = (0..self.structs.len()).map(|i| Item::Struct(StructId(i as u32)));
        let enums = (0..self.enums.len()).map(|i| Item::Enum(EnumId(i as u32)));
        let tagged = (0..self.tagged.len()).map(|i| Item::Tagged(TaggedId(i as u32)));
        let unions = (0..self.unions.len()).map(|i| Item::Union(UnionId(i as u32)));
        let opaques = (0..self.opaques.len()).map(|i| Item::Opaque(OpaqueId(i as u32)));
        let callbacks = (0..self.callbacks.len()).map(|i| Item::Callback(CallbackId(i as u32)));
        let services = (0..self.services.len()).map(|i| Item::Service(ServiceId(i as u32)));
        let types = structs.chain(enums).chain(tagged).chain(unions).chain(opaques).chain(callbacks).chain(services);
        constants.chain(functions).chain(types)
    }

    /// The item that `item` is, or is a part of.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn item(&self, item: Item) -> ItemRef<'_> {
        match item {
            Item::Constant(at) => ItemRef::Constant(&self.constants[at]),
            Item::Function(at) => ItemRef::Function(&self.functions[at]),
            Item::Struct(id) | Item::Field(id, _) => ItemRef::Struct(&self[id]),
            Item::Enum(id) | Item::Variant(id, _) => ItemRef::Enum(&self[id]),
            Item::Tagged(id) | Item::Case(id, _) | Item::CaseField(id, ..) => ItemRef::Tagged(&self[id]),
            Item::Union(id) | Item::UnionField(id, _) => ItemRef::Union(&self[id]),
            Item::Opaque(id) => ItemRef::Opaque(&self[id]),
            Item::Callback(id) => ItemRef::Callback(&self[id]),
            Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => ItemRef::Service(&self[id]),
        }
    }

    /// The head of an item, a constructor or a method; none for other parts, which have a name and documentation only.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn head(&self, item: Item) -> Option<&Head> {
        match item {
            Item::Constructor(id, at) => Some(&self[id].constructors[at].head),
            Item::Method(id, at) => Some(&self[id].methods[at].function.head),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => Some(self.item(item).head()),
            Item::Field(..) | Item::Variant(..) | Item::UnionField(..) | Item::Case(..) | Item::CaseField(..) => None,
        }
    }

    /// The heads of all items, constructors and methods.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        let of_services = self.services.iter().flat_map(Service::functions).map(|function| &function.head);
        self.items().map(ItemRef::head).chain(of_services)
    }

    /// The item that `ty` stands for; none for primitives, pointers, arrays and patterns.
    #[must_use]
    pub fn item_of(&self, ty: Type) -> Option<Item> {
        match *self.kind(ty) {
            TypeKind::Struct(id) => Some(Item::Struct(id)),
            TypeKind::Enum(id) => Some(Item::Enum(id)),
            TypeKind::Tagged(id) => Some(Item::Tagged(id)),
            TypeKind::Union(id) => Some(Item::Union(id)),
            TypeKind::Opaque(id) => Some(Item::Opaque(id)),
            TypeKind::Callback { id, nullable: _ } => Some(Item::Callback(id)),
            TypeKind::Service(id) => Some(Item::Service(id)),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => None,
        }
    }

    /// What error messages call `ty`: where the item is in Rust that it stands for, or [`type_name`](Self::type_name).
    #[must_use]
    pub fn type_path(&self, ty: Type) -> String {
        self.item_of(ty).map_or_else(|| self.type_name(ty), |item| self.item(item).path().to_owned())
    }

    /// The namespace that `ty` belongs to: of a pattern, an array or a pointer that of the type it is made of; empty for the library's own.
    #[must_use]
    pub fn namespace_of(&self, ty: Type) -> &str {
        match (self.item_of(ty), self.kind(ty).inner()) {
            (Some(item), _) => self.item(item).namespace(),
            (None, Some(inner)) => self.namespace_of(inner),
            (None, None) => "",
        }
    }

    /// Every namespace that an item is in, sorted: first the library's own, which is empty, if there is anything in it.
    #[must_use]
    pub fn namespaces(&self) -> Vec<&str> {
        let mut all: Vec<_> = self.items().map(ItemRef::namespace).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests;
