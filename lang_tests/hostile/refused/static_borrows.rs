//! A `'static` that hides somewhere in a parameter.
use interoptopus::{ffi, ffi_constant, ffi_function, ffi_service, ffi_type};

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Point {
    pub x: u32,
}

/// Says so.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Named {
    pub name: ffi::Str<'static>,
}

/// Has a field that says so.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Outer {
    pub inner: Named,
}

pub type Hidden<'a> = ffi::Str<'static>;

/// Hides it behind an alias.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Sly<'a> {
    pub name: Hidden<'a>,
    pub honest: ffi::Str<'a>,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Pair<T = ffi::Str<'static>> {
    pub a: T,
    pub b: T,
}

pub type Pointers = Pair<&'static Point>;

#[ffi_type]
#[derive(Clone, Copy)]
pub enum Either<'a> {
    Lasting(ffi::Str<'static>),
    Passing(ffi::Str<'a>),
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Listed {
    pub names: [Named; 2],
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Perhaps<'a> {
    #[cfg(not(any()))]
    pub name: Hidden<'a>,
    #[cfg(any())]
    pub other: Hidden<'a>,
    pub honest: ffi::Str<'a>,
}

#[ffi_function]
pub fn named(_named: Named) {} //~ [Named] `Named` holds a `'static` borrow, and cannot be in a parameter

#[ffi_function]
pub extern "C" fn bare(_named: Named) {} //~ [Named] give the type a lifetime and let its fields have it

#[ffi_function]
pub fn outer(_outer: Outer) {} //~ [Outer] `Named` holds a `'static` borrow, and cannot be in a parameter

#[ffi_function]
pub fn sly(_sly: Sly) {} //~ [Sly] implementation of `HoldsNoStatic` is not general enough

#[ffi_function]
pub fn pointers(_pair: Pointers) {} //~ [Pointers] implementation of `HoldsNoStatic` is not general enough

#[ffi_function]
pub fn by_default(_pair: Pair) {} //~ [Pair] implementation of `HoldsNoStatic` is not general enough

#[ffi_function]
pub fn either(_either: Either) {} //~ [Either] `Either<'_>` holds a `'static` borrow

#[ffi_function]
pub fn listed(_listed: Listed) {} //~ [Listed] `Named` holds a `'static` borrow

#[ffi_function]
pub fn slice(_all: &[Named]) {} //~ [&[Named]] `Named` holds a `'static` borrow

#[ffi_function]
pub fn sly_slice(_all: ffi::Slice<Sly>) {} //~ [ffi] implementation of `HoldsNoStatic` is not general enough

#[ffi_function]
pub fn reference(_named: &Named) {} //~ [&Named] `Named` holds a `'static` borrow

#[ffi_function]
pub fn to_change(_pair: Option<&mut Pair<&'static u32>>) {} //~ ['static] a parameter cannot be `'static`

#[ffi_function]
pub fn optional(_named: Option<Named>) {} //~ [Option<Named>] `Named` holds a `'static` borrow

#[ffi_function]
pub fn flagged(_named: ffi::Option<Named>) {} //~ [ffi::Option<Named>] `Named` holds a `'static` borrow

#[ffi_function]
pub fn perhaps(_perhaps: Perhaps) {} //~ [Perhaps] implementation of `HoldsNoStatic` is not general enough

#[ffi_type(service)]
pub struct Keeper {
    kept: Vec<&'static str>,
}

#[ffi_service]
impl Keeper {
    #[ffi_constructor]
    pub fn new(named: Named) -> Self { //~ [Named] `Named` holds a `'static` borrow
        Keeper { kept: vec![named.name.as_str()] }
    }

    pub fn keep(&mut self, all: &[Outer]) { //~ [&[Outer]] `Named` holds a `'static` borrow
        self.kept.extend(all.iter().map(|outer| outer.inner.name.as_str()));
    }
}

// What goes out may live for ever.

#[ffi_type]
pub type Each = extern "C" fn(named: Named);

#[ffi_function]
pub fn gives() -> Named {
    Named { name: "for ever".into() }
}

#[ffi_function]
pub fn gives_hidden<'a>(honest: ffi::Str<'a>) -> Sly<'a> {
    Sly { name: "for ever".into(), honest }
}

#[ffi_function]
pub fn calls(each: Each) {
    each(Named { name: "for ever".into() });
}

#[ffi_constant]
pub const NAME: &str = "for ever";

// Two lifetimes are one in a call, and a type may be without any bytes of its own.

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Two<'a, 'b: 'a> {
    pub a: ffi::Str<'a>,
    pub b: ffi::Str<'b>,
    pub all: ffi::Slice<'a, ffi::Str<'b>>,
    pub itself: *const Self,
    pub marker: std::marker::PhantomData<&'static u8>,
}

#[ffi_function]
pub fn two(_two: Two<'_, '_>, _all: &[Two<'_, '_>], _pair: Pair<u8>, _option: Option<Pair<Pair<f32>>>) {}
