//! Whatever Rust's grammar allows is read, also what macros write.
#![allow(clippy::all)]
use interoptopus::{ffi, ffi_function, ffi_type, inventory};

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Vec2 {
    pub(crate) x: f32,
}

/// What macros write is read as what they were given.
macro_rules! by_macro {
    ($(#[$attribute:meta])* $name:ident, $ty:ty, $other:ty, $count:expr, $kind:ident) => {
        $(#[$attribute])*
        #[ffi_function]
        pub fn $name(values: $ty, other: Option<$other>) -> usize {
            values.len() + other.map_or(0, |other| other.len())
        }

        /// An enum.
        #[ffi_type]
        #[repr(u16)]
        #[derive(Clone, Copy, Debug)]
        pub enum $kind {
            /// One.
            A = $count,
            /// Another.
            B = 1 << 3,
            /// A third.
            C,
        }
    };
}

by_macro!(
    /// Lengths.
    lengths,
    &[u8],
    &str,
    { 3 - 2 },
    Kind
);

/// Everything that can stand in a signature.
#[ffi_function]
pub unsafe extern r"C" fn crowded<'a, 'b>(
    #[allow(unused_mut)] mut first: &'a [u8],
    _second: (&'b mut [u32; { 1 + 1 }]),
    third: core::option::Option<&'a ::core::primitive::u16>,
    fourth: *const core::ffi::c_void,
) -> ffi::Option<Kind>
where
    'a: 'b,
    'b:,
{
    let _ = (first, third, fourth);
    None.into()
}

/// A callback of all kinds.
#[ffi_type]
pub type Crowded = for<'a> unsafe extern "C" fn(_: &'a Vec2, r#type: *const ffi::Bool, ffi::CStrPtr<'_>, last: Option<&mut f64>,) -> ();

inventory!(ffi_inventory, [], [crate::lengths, crowded,], [Kind, Crowded,], [],);
