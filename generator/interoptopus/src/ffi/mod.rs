//! Types with a promised ABI, which their documentation says.
//!
//! A signature may as well use Rust's own types where they cross without surprise: as a parameter, `&[T]` and [`Slice<T>`](Slice) are the
//! same at the ABI, and so are `&str` and [`Str`], `Option<T>` and [`ffi::Option<T>`](Option). In the fields of structs, and in the
//! `extern "C" fn` types of callbacks, only what is the same in memory may stand: there it is the types of this module.
//!
//! | type | at the ABI |
//! |---|---|
//! | [`Bool`] | a byte: 0 is false, anything else is true |
//! | [`Option<T>`](Option) | `{ T value; uint8_t is_some; }` |
//! | [`Slice<T>`](Slice), [`SliceMut<T>`](SliceMut) | as a parameter of a function two, an address and a `size_t`; else `{ T *data; size_t len; }` |
//! | [`Str`] | as a parameter of a function two, an address and a `size_t`; else `{ uint8_t *data; size_t len; }` |
//! | [`Flags<E>`](Flags) | the integer that is the `repr` of the enum `E` |
//! | [`CStrPtr`] | the address of bytes that end with a NUL |

mod boolean;
pub(crate) mod flags;
mod options;
mod slices;
mod strings;

pub use boolean::Bool;
pub use flags::Flags;
pub use options::Option;
pub use slices::{Slice, SliceMut};
pub use strings::{CStrPtr, Str};
