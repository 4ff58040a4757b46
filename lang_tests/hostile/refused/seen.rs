//! Attributes below ours, which change an item after our macro has seen it.
use interoptopus::{ffi, ffi_function, ffi_type};

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct Added { pub a: u8, pub b: u32 })]
pub struct Added { //~ [Added] pattern requires `..`
    pub a: u8,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct AddedToNone(bool);)]
pub struct AddedToNone; //~ [AddedToNone] tuple variant `Self` written as struct variant

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct Removed { pub a: u8 })]
pub struct Removed {
    pub a: u8,
    pub b: u32, //~ [u32] no field `b`
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct Retyped { pub a: u8, pub b: f32 })]
pub struct Retyped {
    pub a: u8,
    pub b: u32, //~ [u32] mismatched types
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct Whole<T: Copy + 'static> { pub a: u8, pub b: T, pub c: u8 })]
pub struct Whole<T: Copy + 'static> { //~ [Whole] pattern requires `..`
    pub a: u8,
    pub b: T,
}

#[ffi_type]
#[replaced::by(#[repr(u8)] #[derive(Clone, Copy)] pub enum Number { A, B })]
#[repr(u8)]
pub enum Number { //~ [Number] non-exhaustive patterns: `&mut Number::B` not covered
    A,
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum Shape { A(u8), B(bool), C })]
pub enum Shape { //~ [Shape] non-exhaustive patterns: `&mut Shape::C` not covered
    A(u8),
    B(bool),
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum Field { A(u8), B(bool, u8) })]
pub enum Field { //~ [Field] pattern requires `..`
    A(u8),
    B(bool),
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub enum FieldType { A(u8), B(u8) })]
pub enum FieldType {
    A(u8),
    B(bool), //~ [bool] mismatched types
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub union Overlaid { pub a: u8, pub b: u64 })]
pub union Overlaid { //~ [Overlaid] an attribute below `#[ffi_type]` has changed the fields of the union
    pub a: u8,
}

#[ffi_type]
#[replaced::by(#[repr(C)] #[derive(Clone, Copy)] pub union OverlaidType { pub a: i8 })]
pub union OverlaidType {
    pub a: u8, //~ [u8] mismatched types
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C, packed)] pub struct NowPacked { pub a: u8, pub b: u32 })]
pub struct NowPacked { //~ [NowPacked] an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
    pub b: u32,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C, align(16))] pub struct NowAligned { pub a: u8 })]
#[repr(C)]
pub struct NowAligned { //~ [NowAligned] an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct NoLongerPacked<'a> { pub a: u8, pub b: &'a u32 })]
#[repr(C, packed(2))]
pub struct NoLongerPacked<'a> { //~ [NoLongerPacked] an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
    pub b: &'a u32,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] pub struct AsRustLikes { pub a: u8, pub b: u32, pub c: u8 })]
pub struct AsRustLikes { //~ [AsRustLikes] an attribute below `#[ffi_type]` has changed the `repr` of the struct
    pub a: u8,
    pub b: u32,
    pub c: u8,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(u8)] pub enum NoLongerC { A(u8), B(u32) })]
#[repr(C, u8)]
pub enum NoLongerC {
    A(u8), //~ [A] an attribute below `#[ffi_type]` has changed the `repr` of the enum
    B(u32),
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub struct Forever<'a> { pub a: ffi::Str<'static>, pub b: &'a u8 })]
pub struct Forever<'a> {
    pub a: ffi::Str<'a>, //~ lifetime may not live long enough
    pub b: &'a u8,
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub enum ForeverInOne<'a> { A(ffi::Str<'static>), B(ffi::Str<'a>) })]
pub enum ForeverInOne<'a> { //~ lifetime may not live long enough
    A(ffi::Str<'a>),
    B(ffi::Str<'a>),
}

#[ffi_type]
#[replaced::by(#[derive(Clone, Copy)] #[repr(C)] pub enum ForeverNamed<'a> { A { a: u8, b: ffi::Option<&'static u8> }, B(&'a u8) })]
pub enum ForeverNamed<'a> { //~ lifetime may not live long enough
    A { a: u8, b: ffi::Option<&'a u8> },
    B(&'a u8),
}

#[ffi_type]
#[replaced::by(#[repr(u16)] #[derive(Clone, Copy)] pub enum Wider { A })]
#[repr(u8)]
pub enum Wider { //~ [Wider] the discriminants do not fit
    A,
}

#[ffi_type(error)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Error {
    A = 1,
}

#[ffi_type(error)]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Other {
    B = 2,
}

#[ffi_function]
#[replaced::by(pub fn fails() -> Result<u8, Other> { Err(Other::B) })]
pub fn fails() -> Result<u8, Error> { //~ mismatched types
    Err(Error::A)
}

#[ffi_function]
#[replaced::by(pub unsafe fn now_unsafe(x: u8) -> u8 { x })]
pub fn now_unsafe(x: u8) -> u8 { //~ call to unsafe function `now_unsafe` is unsafe
    x
}

#[ffi_function]
#[replaced::by(#[target_feature(enable = "avx2")] pub fn now_featured(x: u8) -> u8 { x })]
pub fn now_featured(x: u8) -> u8 { //~ is unsafe
    x
}
