//! The inventory: all that a library exports, as backends read it.
//!
//! An [`Inventory`] owns everything, one vector per kind of item in the order of registration. A [`Type`] is a small interned value:
//! two equal types are the same `Type`, so that side tables (names, marshalling) can be computed once for each. Backends take an
//! inventory that was checked, a `Checked`.
//!
//! Methods of an inventory give access to what it holds. Facts that are worked out from it are functions here, which take the inventory
//! first: `model::type_name(inventory, ty)`, `model::abi_parameters(inventory, function)`.
//!
//! Several inventories become one by `merge`. Part of one, such as what is meant for the public, is what
//! `filter` keeps; what a language cannot express is left out by `without`, with all that uses it. A part keeps the
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

/// An enum with the array of its variants.
macro_rules! with_all {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$doc:meta])* $variant:ident $(= $value:expr)?,)* }) => {
        $(#[$meta])*
        pub enum $name { $($(#[$doc])* $variant $(= $value)?,)* }

        impl $name {
            /// All of them, in the order of their definition.
            pub const ALL: [$name; [$(stringify!($variant)),*].len()] = [$($name::$variant),*];
        }
    };
}

#[cfg(feature = "generate")]
mod abi;
mod api_guard;
mod build_id;
mod builtins;
#[cfg(feature = "generate")]
mod c_layout;
#[cfg(feature = "generate")]
mod check;
#[cfg(test)]
pub(crate) mod fixture;
#[cfg(feature = "generate")]
mod id_map;
mod inventory;
#[cfg(feature = "generate")]
mod item;
mod items;
mod layout;
#[cfg(feature = "generate")]
mod loan;
#[cfg(feature = "generate")]
mod merge;
#[cfg(feature = "generate")]
mod order;
#[cfg(feature = "generate")]
mod ownership;
#[cfg(feature = "generate")]
mod parts;
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
mod type_names;
mod types;
#[cfg(feature = "generate")]
mod uses;
#[cfg(feature = "generate")]
mod values;

#[cfg(feature = "generate")]
pub use abi::{AbiParameter, AbiType, abi_of_method, abi_parameters, takes_slice, takes_slices};
pub use api_guard::api_guard;
pub use builtins::{Builtin, BuiltinType};
#[cfg(feature = "generate")]
pub use c_layout::{Extent, Number, NumberKind, Target, extent_by_c, fields_by_c, is_misaligned_by_c, layout_by_c, numbers_by_c};
#[cfg(feature = "generate")]
pub use check::{Checked, Problems};
pub use inventory::Inventory;
#[cfg(feature = "generate")]
pub use item::{Item, ItemRef};
pub use items::{
    Callback, Case, Constant, Crossing, Enum, Field, Function, Head, Marks, Method, Opaque, Parameter, Receiver, Repr, Service,
    Struct, Tagged, Union, Value, Variant, Visibility,
};
pub use layout::{FieldLayout, Layout};
#[cfg(feature = "generate")]
pub use loan::{Loan, Presence, loan, presence};
#[cfg(feature = "generate")]
pub use merge::merge;
#[cfg(feature = "generate")]
pub use order::{Circle, Defined, definition_order, definitions, error_enums};
#[cfg(feature = "generate")]
pub use ownership::{Ownership, ownership};
#[cfg(feature = "generate")]
pub use ownership::{needed_builtins, owned};
#[cfg(feature = "generate")]
pub use parts::{contained, contains, parts, reachable, transparent};
pub use primitive::Primitive;
pub use problem::Problem;
pub use registry::{Identity, Registry};
#[cfg(feature = "generate")]
pub use resolve::{resolve, resolve_in};
pub use status::StatusCode;
#[cfg(feature = "generate")]
pub use subject::Subject;
#[cfg(feature = "generate")]
pub(crate) use subset::{Omission, without_and_why};
#[cfg(feature = "generate")]
pub use subset::{filter, without};
#[cfg(feature = "generate")]
pub use system_v::{Register, registers_by_system_v};
#[cfg(feature = "generate")]
pub use type_names::{namespace_of, type_path};
pub use type_names::{type_ident, type_name};
pub use types::{
    Access, CallbackId, Content, Declared, EnumId, OpaqueId, Pattern, PointerKind, ServiceId, StructId, TaggedId, Type, TypeKind,
    UnionId,
};
#[cfg(feature = "generate")]
pub use values::{abi_value, is_plain_data, is_wide, may_be_none, needs_check, scalar, take_wide};
