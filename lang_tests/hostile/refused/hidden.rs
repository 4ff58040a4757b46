//! Types in which lifetimes could not be written out: macros, whose tokens they would change, and function types, which have their own.
#![allow(unused_macros)]
use interoptopus::{ffi, ffi_constant, ffi_function, ffi_service, ffi_type};

macro_rules! text {
    (&) => { ffi::Str<'static> };
    (& $lifetime:lifetime) => { ffi::Str<$lifetime> };
}
macro_rules! number {
    (& 'static) => { u8 };
    ($($any:tt)*) => { bool };
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Named<'a> {
    pub name: text!(&), //~ [text] a macro hides the type, and its tokens have no lifetimes: write the type out, or call it by an alias
    pub other: ffi::Str<'a>,
    pub array: [number!(&); 2], //~ [number] a macro hides the type
}

#[ffi_type]
#[derive(Clone, Copy)]
pub enum Case<'a> {
    A(text!(&)), //~ [text] a macro hides the type
    B { b: ffi::Slice<'a, number!(&)> }, //~ [number] a macro hides the type
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union Overlaid {
    pub a: number!(&), //~ [number] a macro hides the type
}

#[ffi_function]
pub fn borrowed<'a>(x: &'a number!(&)) -> &'a bool { //~ [number] a macro hides the type
    x
}

#[ffi_function]
pub fn optional(_x: Option<&number!(&)>) {} //~ [number] a macro hides the type

#[ffi_function]
pub fn elements(_x: &[number!(&)]) {} //~ [number] a macro hides the type

#[ffi_function]
pub fn returned(x: &u8) -> Option<&number!(&)> { //~ [number] a macro hides the type
    None
}

#[ffi_type]
pub type Ask = extern "C" fn(n: u32) -> number!(&); //~ [number] a macro hides the type

#[ffi_type]
pub type Tell = extern "C" fn(x: ffi::Slice<number!(&)>); //~ [number] a macro hides the type

#[ffi_constant]
pub const LIMITS: [number!(&); 1] = [true]; //~ [number] a macro hides the type

#[ffi_type(service)]
pub struct Book;

#[ffi_service]
impl Book {
    pub fn is_open(&self, _x: &number!(&)) -> u8 { //~ [number] a macro hides the type
        1
    }

    pub fn first(&self) -> Option<&number!(&)> { //~ [number] a macro hides the type
        None
    }
}

pub trait Of<'a> {
    type Out;
}

impl<'a> Of<'a> for fn(&u8) {
    type Out = ffi::Str<'static>;
}

impl<'a, 'x> Of<'a> for fn(&'x u8) {
    type Out = ffi::Str<'a>;
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Projected<'a> {
    pub name: <fn(&u8) as Of<'a>>::Out, //~ [fn] a function type or a trait object within a type has lifetimes of its own
    pub other: <dyn Fn(&u8) as Of<'a>>::Out, //~ [dyn] a function type or a trait object within a type
    pub third: <for<'b> fn(&'b u8) as Of<'a>>::Out, //~ [for] a function type or a trait object within a type
}

#[ffi_type]
pub type AskFor = extern "C" fn(n: u32) -> <fn(&u8) as Of<'static>>::Out; //~ [fn] a function type or a trait object within a type

#[ffi_function]
pub fn projected(_x: &<fn(&u8) as Of<'_>>::Out) {} //~ [fn] a function type or a trait object within a type

/// Under an alias, nobody writes anything into them; and a `PhantomData` has no bytes.
pub type Plain = number!(& 'static);
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Aliased<T: Copy + 'static> {
    pub plain: Plain,
    pub of: std::marker::PhantomData<fn() -> T>,
}
#[ffi_function]
pub fn aliased(x: &Plain, of: &Aliased<u8>) -> u8 {
    x + of.plain
}

macro_rules! three {
    () => { 3 };
}
const SIX: usize = 6;

/// Lengths are expressions, in which `&` is no reference, and macros are given what was written.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Lengths<'a> {
    pub and: [u8; 6 & 3],
    pub text: [ffi::Str<'a>; { let few: &[u8] = &[1, 2]; few.len() }],
    pub by_macro: [&'a u8; three!()],
    pub by_constant: [u8; SIX & SIX],
}
#[ffi_function]
pub fn lengths<'a>(_x: &[u8; 6 & 3], _y: &'a Lengths<'a>) {}
#[ffi_function]
pub fn written(_x: &mut [u8; three!() & 2]) {}
#[ffi_constant]
pub const MASKED: [u8; 6 & 3] = [1, 2];
