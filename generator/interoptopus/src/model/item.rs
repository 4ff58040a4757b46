//! Items of any kind by one name: their ids, and references with what all of them have in common.

use super::items::{Callback, Constant, Enum, Function, Head, Marks, Opaque, Service, Struct, Tagged, Union, Visibility};
use super::types::{CallbackId, EnumId, OpaqueId, ServiceId, StructId, TaggedId, UnionId};
use crate::docs::Docs;

/// An item of an inventory, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A struct.
    Struct(StructId),
    /// The field of a struct, by its place in [`Struct::fields`](super::Struct::fields).
    Field(StructId, usize),
    /// An enum.
    Enum(EnumId),
    /// A variant of an enum, by its place in [`Enum::variants`](super::Enum::variants).
    Variant(EnumId, usize),
    /// A union.
    Union(UnionId),
    /// The field of a union, by its place in [`Union::fields`](super::Union::fields).
    UnionField(UnionId, usize),
    /// An enum with data.
    Tagged(TaggedId),
    /// A variant of an enum with data, by its place in [`Tagged::cases`](super::Tagged::cases).
    Case(TaggedId, usize),
    /// The field of such a variant, by its place in [`Case::fields`](super::Case::fields).
    CaseField(TaggedId, usize, usize),
    /// An opaque type.
    Opaque(OpaqueId),
    /// A callback.
    Callback(CallbackId),
    /// A service.
    Service(ServiceId),
    /// A constructor of a service, by its place in [`Service::constructors`](super::Service::constructors).
    Constructor(ServiceId, usize),
    /// A method of a service, by its place in [`Service::methods`](super::Service::methods).
    Method(ServiceId, usize),
    /// A free function, by its place in `Inventory::functions`.
    Function(usize),
    /// A constant, by its place in `Inventory::constants`.
    Constant(usize),
}

impl Item {
    /// The item that a part belongs to: the struct of a field, the service of a method, the variant of its field. None for a whole item.
    #[must_use]
    pub fn owner(self) -> Option<Item> {
        match self {
            Item::Field(id, _) => Some(Item::Struct(id)),
            Item::Variant(id, _) => Some(Item::Enum(id)),
            Item::UnionField(id, _) => Some(Item::Union(id)),
            Item::Case(id, _) => Some(Item::Tagged(id)),
            Item::CaseField(id, case, _) => Some(Item::Case(id, case)),
            Item::Constructor(id, _) | Item::Method(id, _) => Some(Item::Service(id)),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => None,
        }
    }

    /// The item itself, or the whole item that a part belongs to in the end: the enum of a variant's field.
    #[must_use]
    pub fn whole(self) -> Item {
        self.owner().map_or(self, Item::whole)
    }
}

/// An item that its author listed, or that a listed one needs.
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

    /// The path in Rust.
    #[must_use]
    pub fn path(self) -> &'a str {
        &self.head().path
    }

    /// The documentation.
    #[must_use]
    pub fn docs(self) -> &'a Docs {
        &self.head().docs
    }

    /// The marks that its author put on it.
    #[must_use]
    pub fn marks(self) -> &'a Marks {
        &self.head().marks
    }

    /// The namespace; empty for the library's own.
    #[must_use]
    pub fn namespace(self) -> &'a str {
        &self.marks().namespace
    }

    /// True if it is meant for everybody.
    #[must_use]
    pub fn is_public(self) -> bool {
        self.marks().visibility == Visibility::Public
    }

    /// True for types, services included.
    #[must_use]
    pub fn is_type(self) -> bool {
        !matches!(self, ItemRef::Constant(_) | ItemRef::Function(_))
    }

    /// The kind of item in a word: `constant`, `function`, `struct`, `enum`, `union`, `opaque type`, `callback`, `service`.
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
