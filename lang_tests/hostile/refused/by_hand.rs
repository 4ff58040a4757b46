//! What must be trusted, written or called by hand.
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
