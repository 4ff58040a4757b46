//! Types that lead to themselves.
use interoptopus::{ffi, ffi_type};

#[ffi_type]
pub struct Raw {
    pub next: *const Raw,
    pub nodes: [*mut Raw; 2],
}

#[ffi_type]
pub struct List<'a> {
    pub next: Option<&'a List<'a>>, //~ [Option<&'a List<'a>>] a type leads to itself by raw pointers only
}

#[ffi_type]
pub struct Slices<'a> {
    pub all: ffi::Slice<'a, Self>, //~ [ffi::Slice<'a, Self>] write `*const T`, or let a service hold the values
}

/// Beside one of the same name, which is another type.
pub mod other {
    #[interoptopus::ffi_type]
    pub struct Marked {
        pub value: u8,
    }
}

#[ffi_type]
pub struct Marked<'a> {
    pub value: &'a other::Marked,
    pub nothing: std::marker::PhantomData<&'a Marked<'a>>,
}

#[ffi_type]
pub struct Even<'a> { //~ [Even] RECURS_THROUGH_RAW_POINTERS_ONLY
    pub odd: Option<&'a Odd<'a>>,
}

#[ffi_type]
pub struct Odd<'a> {
    pub even: Option<&'a Even<'a>>,
}
