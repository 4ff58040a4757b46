//! Numbers, `bool` and `char`.

use super::values::ByValue;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Border, Plain};
use crate::ffi;
use crate::model::{Primitive, Registry, Type};

/// A number of Rust's own: what is written `u32` is one, unless somebody has another type of that name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is written like a number of Rust's, but is another type",
    label = "not Rust's own",
    note = "the macros know numbers by how they are written: give your own type another name"
)]
///
/// # Safety
/// It borrows nothing.
pub unsafe trait IsNumber: Border {}

macro_rules! are_numbers {
    ($($ty:ty),*) => { $(
            // SAFETY: a number borrows nothing.
            unsafe impl IsNumber for $ty {}
        )* };
}

are_numbers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize, f32, f64, bool);

macro_rules! primitives {
    ($($ty:ty: $primitive:ident),*) => {$(
        // SAFETY: it has no lifetimes.
        unsafe impl Border for $ty {
            type Way = ByValue;
            type With<'h> = $ty;

            #[inline]
            fn describe(registry: &mut Registry) -> Type {
                registry.primitive(Primitive::$primitive)
            }
        }
    )*};
}

macro_rules! numbers {
    ($($ty:ty: $primitive:ident),*) => {
        primitives!($($ty: $primitive),*);

        $(
            // SAFETY: any bytes are a number.
            unsafe impl Plain for $ty {
                const CHECKED: bool = false;
                const BORROWS: bool = false;

                #[inline]
                unsafe fn check(_: *mut Self, _: &Copies) -> Result<(), Status> {
                    Ok(())
                }
            }
        )*
    };
}

pub(crate) use numbers;
pub(crate) use primitives;

numbers!(i8: I8, i16: I16, i32: I32, i64: I64, i128: I128, isize: Isize);
numbers!(u8: U8, u16: U16, u32: U32, u64: U64, u128: U128, usize: Usize, f32: F32, f64: F64);
numbers!(ffi::Bool: Bool);
primitives!(bool: Bool, char: Char);

// SAFETY: a `bool` is 0 or 1.
unsafe impl Plain for bool {
    const CHECKED: bool = true;
    const BORROWS: bool = false;

    #[inline]
    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the byte is initialised, and any byte is a `u8`.
        if unsafe { at.cast::<u8>().read() } <= 1 { Ok(()) } else { Err(Status::INVALID) }
    }
}

// SAFETY: a `char` is a Unicode scalar value, which not every `u32` is.
unsafe impl Plain for char {
    const CHECKED: bool = true;
    const BORROWS: bool = false;

    #[inline]
    unsafe fn check(at: *mut Self, _: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any four bytes are a `u32`.
        char::from_u32(unsafe { at.cast::<u32>().read() }).map(|_| ()).ok_or(Status::INVALID)
    }
}
