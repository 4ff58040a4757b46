//! The inventory: all that a library exports, as backends read it.
//!
//! An [`Inventory`] owns everything, one vector per kind of item in the order of registration. A [`Type`] is a small interned value:
//! two equal types are the same `Type`, so that side tables (names, marshalling) can be computed once for each. Backends take an
//! inventory that was checked, by `Inventory::check`.
//!
//! Several inventories become one by `Inventory::merge`. Part of one, such as what is meant for the public, is what
//! `Inventory::filter` keeps; what a language cannot express is left out by `Checked::without`, with all that uses it. A part keeps the
//! guard of the whole, as the library is the same.
//!
//! # As JSON
//! With the feature `serde` an inventory can be written and read, and nothing is lost. Each field of the structs here has its own name, and
//! those of a [`Head`] stand in their item; a
//! variant with fields is an object of one field, `{"Slice": {"element": 3, "access": "Write", "nullable": false}}`, and one without is
//! a text, `"Write"`. A [`Type`] is its place in `types` and an id its place in the vector of its kind, from 0. Numbers are exact,
//! those of a [`Value::Int`], a [`Value::Wide`] and a discriminant too: a reader needs 128 bits for them. Floats are their bits. What is
//! not there is `null`: the default of most structs, the note of what is not deprecated, the `guard` of what is not a part. What was read
//! has to be checked like anything else: what does not fit together is a problem, and no panic.

#[cfg(feature = "generate")]
mod abi;
mod build;
#[cfg(feature = "generate")]
mod by_c;
#[cfg(feature = "generate")]
mod check;
#[cfg(test)]
pub(crate) mod fixture;
mod guard;
#[cfg(feature = "generate")]
mod item;
mod items;
#[cfg(all(test, feature = "serde"))]
mod json;
mod layout;
#[cfg(feature = "generate")]
mod loan;
#[cfg(feature = "generate")]
mod merge;
#[cfg(feature = "generate")]
mod moves;
mod naming;
#[cfg(feature = "generate")]
mod order;
mod own;
#[cfg(feature = "generate")]
mod ownership;
mod primitive;
mod problem;
mod registry;
#[cfg(feature = "generate")]
mod resolve;
mod status;
#[cfg(feature = "generate")]
mod subject;
#[cfg(feature = "generate")]
mod subset;
#[cfg(feature = "generate")]
mod system_v;
mod types;
#[cfg(feature = "generate")]
mod values;

#[cfg(feature = "generate")]
pub use abi::{AbiParameter, AbiType};
#[cfg(feature = "generate")]
pub use by_c::{Extent, Number, NumberKind, Target};
#[cfg(feature = "generate")]
pub use check::{Checked, Problems};
#[cfg(feature = "generate")]
pub use item::ItemRef;
pub use items::{
    Callback, Case, Constant, Crossing, Enum, Field, Function, Head, Marks, Method, Opaque, Parameter, Receiver, Repr, Service,
    Struct, Tagged, Union, Value, Variant, Visibility,
};
pub use layout::{FieldLayout, Layout};
#[cfg(feature = "generate")]
pub use loan::{Loan, Presence};
#[cfg(feature = "generate")]
pub use order::{Circle, Defined};
pub use own::Own;
#[cfg(feature = "generate")]
pub use ownership::Ownership;
pub use primitive::Primitive;
pub use problem::Problem;
pub use registry::{Identity, Registry};
#[cfg(feature = "generate")]
pub use resolve::Item;
pub use status::StatusCode;
#[cfg(feature = "generate")]
pub use subject::Subject;
#[cfg(feature = "generate")]
pub(crate) use subset::Gone;
#[cfg(feature = "generate")]
pub use system_v::Register;
pub use types::{Access, CallbackId, EnumId, OpaqueId, PointerKind, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};

/// Everything that a library exports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Inventory {
    /// The crate's name as Rust code spells it, such as `my_lib`: what the library's file and the symbols of its own are named after.
    pub library: String,
    /// The crate's version.
    pub version: String,
    /// Each distinct type, where a [`Type`] is an index.
    pub(crate) types: Vec<TypeKind>,
    /// The layouts of the types that have one of their own: as long as `types`.
    pub(crate) layouts: Vec<Option<Layout>>,
    pub(crate) structs: Vec<Struct>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) tagged: Vec<Tagged>,
    pub(crate) unions: Vec<Union>,
    pub(crate) opaques: Vec<Opaque>,
    pub(crate) callbacks: Vec<Callback>,
    pub(crate) services: Vec<Service>,
    pub(crate) functions: Vec<Function>,
    pub(crate) constants: Vec<Constant>,
    /// Which build it comes from.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) build: build::Build,
    /// What the library's guard is, if this is only a part of what it exports.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) guard: Option<u64>,
    /// What was found wrong while it was built.
    pub(crate) problems: Vec<Problem>,
}

impl Inventory {
    /// What kind of type `ty` is.
    #[must_use]
    pub fn kind(&self, ty: Type) -> &TypeKind {
        &self.types[ty.0 as usize]
    }

    /// The size, alignment and fields of a composite, an enum, or a pattern with a memory of its own; none for all other types.
    #[must_use]
    pub fn layout(&self, ty: Type) -> Option<&Layout> {
        self.layouts[self.definition_of(ty).index()].as_ref()
    }

    /// The type whose definition `ty` is used by: the same without `nullable`, as null is a value of both, or `ty` itself.
    #[must_use]
    pub fn definition_of(&self, ty: Type) -> Type {
        self.kind(ty).without_null().and_then(|plain| self.find(plain)).unwrap_or(ty)
    }

    /// The type that is `kind`, if it occurs in the inventory.
    #[must_use]
    pub fn find(&self, kind: TypeKind) -> Option<Type> {
        self.types().find(|&ty| *self.kind(ty) == kind)
    }

    /// Every type that occurs in the inventory, in the order of registration.
    pub fn types(&self) -> impl Iterator<Item = Type> {
        (0..self.types.len()).map(|i| Type(i as u32))
    }

    /// All structs, in the order of registration.
    #[must_use]
    #[inline]
    pub fn structs(&self) -> &[Struct] {
        &self.structs
    }

    /// All enums, in the order of registration.
    #[must_use]
    #[inline]
    pub fn enums(&self) -> &[Enum] {
        &self.enums
    }

    /// All enums with data, in the order of registration.
    #[must_use]
    #[inline]
    pub fn tagged(&self) -> &[Tagged] {
        &self.tagged
    }

    /// All unions, in the order of registration.
    #[must_use]
    #[inline]
    pub fn unions(&self) -> &[Union] {
        &self.unions
    }

    /// All opaque types, in the order of registration.
    #[must_use]
    #[inline]
    pub fn opaques(&self) -> &[Opaque] {
        &self.opaques
    }

    /// All callbacks, in the order of registration.
    #[must_use]
    #[inline]
    pub fn callbacks(&self) -> &[Callback] {
        &self.callbacks
    }

    /// All services, in the order of registration.
    #[must_use]
    #[inline]
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// All free functions, in the order of registration.
    #[must_use]
    #[inline]
    pub fn functions(&self) -> &[Function] {
        &self.functions
    }

    /// All constants, in the order of registration.
    #[must_use]
    #[inline]
    pub fn constants(&self) -> &[Constant] {
        &self.constants
    }

    /// The environment variable that may name the library's path where a language looks for it while it runs, such as `MY_LIB_LIBRARY`.
    #[cfg(feature = "generate")]
    #[must_use]
    pub fn library_variable(&self) -> String {
        format!("{}_LIBRARY", crate::names::shouty_case(&self.library))
    }
}

macro_rules! index_by_id {
    ($($id:ident => $field:ident: $item:ident),*) => {$(
        impl std::ops::Index<$id> for Inventory {
            type Output = $item;

            #[inline]
            fn index(&self, id: $id) -> &$item {
                &self.$field[id.0 as usize]
            }
        }
    )*};
}

index_by_id!(StructId => structs: Struct, EnumId => enums: Enum, TaggedId => tagged: Tagged, UnionId => unions: Union, OpaqueId => opaques: Opaque, CallbackId => callbacks: Callback, ServiceId => services: Service);
