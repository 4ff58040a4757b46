//! Raw pointers.

use super::values::ByValue;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Behind, Border, Plain};
use crate::model::{Access, PointerKind, Registry, Type};

macro_rules! raw_pointers {
    ($($pointer:tt: $access:ident),*) => {$(
        // SAFETY: the lifetimes are the pointee's.
        unsafe impl<T: Border> Border for *$pointer T
        where
            T::Way: Behind<T>,
        {
            type Way = ByValue;
            type With<'h> = *$pointer T::With<'h>;

            fn describe(registry: &mut Registry) -> Type {
                let pointee = T::describe(registry);
                registry.pointer(pointee, Access::$access, PointerKind::Raw)
            }
        }

        // SAFETY: any bytes are a raw pointer.
        unsafe impl<T: Border> Plain for *$pointer T
        where
            T::Way: Behind<T>,
        {
            const CHECKED: bool = false;
            const BORROWS: bool = false;
            const HAS_VALUE: bool = false;

            fn is_none(&self) -> bool {
                self.is_null()
            }

            unsafe fn check(_: *mut Self, _: &Copies) -> Result<(), Status> {
                Ok(())
            }
        }
    )*};
}

raw_pointers!(const: Read, mut: Write);
