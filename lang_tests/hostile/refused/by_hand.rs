//! Traits and functions that must be trusted, written or called by hand.
use interoptopus::border::{self, Border, Named, Registry, Status, Type};

pub struct Lie;

impl border::Item for Lie { //~ the trait `Item` requires an `unsafe impl` declaration
    fn register(_: &mut Registry) {}
}

impl border::AssociatedConstant<7> for Lie { //~ the trait `AssociatedConstant<7>` requires an `unsafe impl` declaration
    fn register(_: &mut Registry) {}
}

#[interoptopus::ffi_type]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Number {
    A = 1,
}

impl border::Failure for Number { //~ the trait `Failure` requires an `unsafe impl` declaration
    fn status(self) -> i32 {
        0
    }
}

#[interoptopus::ffi_type]
#[derive(Clone, Copy)]
pub struct Forever {
    pub name: interoptopus::ffi::Str<'static>,
}

impl<'h> border::HoldsNoStatic<'h, Forever> for Forever {} //~ requires an `unsafe impl` declaration

#[interoptopus::ffi_type(opaque)]
pub struct Hidden;

/// A way, and return types, of somebody's own.
pub enum Mine {}

impl border::Give<Hidden> for border::BehindPointers { //~ the trait `Give<Hidden>` requires an `unsafe impl` declaration
    type Abi = usize;
    type Returns = border::Valued;
    unsafe fn give(_: Hidden) -> Result<usize, Status> {
        Ok(7)
    }
}

impl border::InCallback<Hidden> for border::BehindPointers {} //~ the trait `InCallback<Hidden>` requires an `unsafe impl` declaration

impl border::OptionalWay<Hidden> for Lie { //~ the trait `OptionalWay<Hidden>` requires an `unsafe impl` declaration
    fn describe_option(registry: &mut Registry) -> Type {
        u8::describe(registry)
    }
}

impl border::ReturnTypes<u8> for Mine { //~ the trait `ReturnTypes<u8>` requires an `unsafe impl` declaration
    type Bare = u64;
    type Guarded = u64;
    const ERROR: Option<fn(&mut interoptopus::model::Registry) -> interoptopus::model::Type> = None;
    fn bare(_: &'static str, _: impl FnOnce() -> Result<u8, border::Stop>) -> u64 {
        7
    }
    fn guarded(_: Result<u8, Status>) -> u64 {
        7
    }
    fn layout() -> Option<interoptopus::model::Layout> {
        None
    }
}

impl border::NullableWay for Mine {} //~ the trait `NullableWay` requires an `unsafe impl` declaration
impl border::NonNullWay for Mine {} //~ the trait `NonNullWay` requires an `unsafe impl` declaration

impl border::MaybeNull for Forever { //~ the trait `MaybeNull` requires an `unsafe impl` declaration
    fn null() -> Self {
        Forever { name: "".into() }
    }
    fn is_none(&self) -> bool {
        true
    }
}

impl border::PointeeWay for Mine { //~ the trait `PointeeWay` requires an `unsafe impl` declaration
    type Shared = border::ByRef;
    type Exclusive = border::ByMut;
    type Address<T: Border> = T::With<'static>;
}

pub fn call(registry: &mut Registry, named: Named) {
    border::describe_opaque::<Lie>(registry, named); //~ call to unsafe function
    border::describe_constant::<Lie, u8>(registry, named, <u64 as Border>::describe, &1); //~ call to unsafe function
    border::describe_struct::<u8>(registry, named, border::Repr::C, &[], None); //~ call to unsafe function
    border::describe_enum::<u8>(registry, named, border::Primitive::U8, false, false, &[]); //~ call to unsafe function
    border::describe_callback::<u8>(registry, named, &[], <u8 as Border>::describe); //~ call to unsafe function
}

pub fn read(registry: &mut Registry, wide: Type) {
    let _ = border::Constant::value(&1_u8, registry.so_far(), wide); //~ call to unsafe function
}
