//! C's numbers whose size or sign is the platform's. In Rust they are aliases, so the macros see them by how they are written, and describe
//! these types in their place.

use super::primitive::{numbers, primitives};
use super::{Border, ByValue, Plain, Status};
use crate::model::{Primitive, Registry, Type};

macro_rules! c_types {
    ($($(#[$doc:meta])* $name:ident($alias:ident)),*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[repr(transparent)]
            pub struct $name(std::ffi::$alias);
        )*
        numbers!($($name: $name),*);
    };
}

c_types! {
    /// Describes a `c_char`.
    CChar(c_char),
    /// Describes a `c_long`.
    CLong(c_long),
    /// Describes a `c_ulong`.
    CULong(c_ulong)
}
