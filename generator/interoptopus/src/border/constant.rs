//! Constants, whose values bindings contain.

use super::Border;
use crate::model::Value;

/// The type of a constant.
#[diagnostic::on_unimplemented(
    message = "a constant of type `{Self}` cannot cross the border",
    label = "not a number",
    note = "a constant is a number, a `bool`, or an enum that is `#[ffi_type]`"
)]
pub trait Constant: Border {
    /// The value as the inventory has it.
    fn value(self) -> Value;
}

macro_rules! integers {
    ($($ty:ty),*) => {$(
        impl Constant for $ty {
            fn value(self) -> Value {
                Value::Int(self as i128)
            }
        }
    )*};
}

integers!(i8, i16, i32, i64, isize, u8, u16, u32, u64, usize);

impl Constant for bool {
    fn value(self) -> Value {
        Value::Bool(self)
    }
}

impl Constant for f32 {
    fn value(self) -> Value {
        Value::F32(self.to_bits())
    }
}

impl Constant for f64 {
    fn value(self) -> Value {
        Value::F64(self.to_bits())
    }
}
