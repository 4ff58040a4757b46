//! Attributes below ours, which change the values of variants: seen when constants are evaluated.
use interoptopus::ffi_type;

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum Swapped { B(bool), A(u8) })]
pub enum Swapped {
    A(u8), //~ [A] an attribute below `#[ffi_type]` has changed the values of the variants
    B(bool),
}

#[ffi_type]
#[replaced::by(#[repr(C, u8)] #[derive(Clone, Copy)] pub enum Valued { A(u8) = 5, B(bool) })]
#[repr(C, u8)]
pub enum Valued {
    A(u8), //~ [A] evaluation
    B(bool),
}

/// The same as before, which is no change.
#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum Kept { A(u8), B { b: bool }, C })]
pub enum Kept {
    A(u8),
    B { b: bool },
    C,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] pub enum AsRustLikes { A(u64, u8, u16), B([u64; 2]) })]
pub enum AsRustLikes {
    A(u64, u8, u16), //~ [A] an attribute below `#[ffi_type]` has changed the `repr` of the enum
    B([u64; 2]),
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum Reordered { A { a: u8, c: u8, b: bool }, B })]
pub enum Reordered {
    A { a: u8, b: bool, c: u8 }, //~ [A] an attribute below `#[ffi_type]` has changed the `repr` of the enum, or the order
    B,
}

/// Fields without bytes, which are nowhere.
#[ffi_type]
#[derive(Clone, Copy)]
pub enum WithPhantom<'a> {
    A(std::marker::PhantomData<u64>, u8, &'a u32),
    B(u8, std::marker::PhantomData<u64>, u16),
}
