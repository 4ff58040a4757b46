//! C's numbers whose size or sign is the platform's. In Rust they are aliases, so the macros see them by how they are written, and describe
//! these types in their place.

use super::primitives::{numbers, primitives};
use super::values::ByValue;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Border, HoldsNoStatic, Plain};
use crate::model::{Primitive, Registry, Type};

macro_rules! c_types {
    ($($(#[$doc:meta])* $name:ident($alias:ident): $is:ident),*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
            #[repr(transparent)]
            pub struct $name(std::ffi::$alias);

            #[doc = concat!("A type that is written as `", stringify!($alias), "` is, which only that one may be.")]
            #[diagnostic::on_unimplemented(
                message = "`{Self}` is written like C's own number of that name, but is another type",
                label = "not a number of C's",
                note = "other languages have a type for `c_char`, `c_long` and `c_ulong`, which is as large as it is on their platform: give \
                        your own type another name"
            )]
            ///
            /// # Safety
            /// It is that number.
            pub unsafe trait $is {
                /// The type that describes it.
                type Described;
            }

            // SAFETY: it is itself.
            unsafe impl $is for std::ffi::$alias {
                type Described = $name;
            }
        )*
        numbers!($($name: $name),*);
        // SAFETY: there is no lifetime to replace.
        $(unsafe impl HoldsNoStatic<'_, $name> for $name {})*
    };
}

c_types! {
    /// Describes a `c_char`.
    CChar(c_char): IsCChar,
    /// Describes a `c_long`.
    CLong(c_long): IsCLong,
    /// Describes a `c_ulong`.
    CULong(c_ulong): IsCULong
}
