//! The digest by which a function shows that each bit of its arguments has arrived: one number made of all of them, which a test makes
//! as well.
//!
//! It begins as 0; for each value it is multiplied by 31, and the value's 64 bits are added, both wrapping. An integer is extended by its
//! sign, a float is its bits, a `bool` is 0 or 1, a `char` is its scalar value.

/// The digest of these values, in this order.
macro_rules! digest {
    ($($value:expr),* $(,)?) => {{
        use $crate::digest::Bits;
        [$(Bits::bits($value)),*].into_iter().fold(0_u64, |sum, bits| sum.wrapping_mul(31).wrapping_add(bits))
    }};
}

pub(crate) use digest;

/// A value as 64 bits.
pub(crate) trait Bits {
    fn bits(self) -> u64;
}

macro_rules! integers {
    ($($int:ty)*) => {$(
        impl Bits for $int {
            fn bits(self) -> u64 {
                self as u64
            }
        }
    )*};
}

integers! { i8 i16 i32 i64 isize u8 u16 u32 u64 usize bool char }

impl Bits for f32 {
    fn bits(self) -> u64 {
        self.to_bits().into()
    }
}

impl Bits for f64 {
    fn bits(self) -> u64 {
        self.to_bits()
    }
}
