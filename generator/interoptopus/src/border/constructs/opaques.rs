//! Opaque types and `c_void`: only references and pointers to them cross.

use super::references::{ByMut, ByRef};
use crate::border::descriptions::{Named, TypeInfo};
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Behind, Border, PointeeWay};
use crate::model::{Opaque, Registry, Type, TypeKind};

/// The way of opaque types and `c_void`: only references and pointers to them cross.
#[derive(Debug)]
pub enum BehindPointers {}

// SAFETY: it says that it is opaque.
unsafe impl PointeeWay for BehindPointers {
    const OPAQUE: bool = true;
    type Shared = ByRef;
    type Exclusive = ByMut;
    type Address<T: Border> = T::With<'static>;
}

// SAFETY: what is inside is Rust's own business.
unsafe impl<T: Border<Way = BehindPointers>> Behind<T> for BehindPointers {
    const CHECKED: bool = false;
    const BORROWS: bool = false;
    const LEADS_TO_MEMORY: bool = false;
    const ENDS_WITH_CALL: bool = false;

    unsafe fn check_behind(_: *mut T, _: &Copies) -> Result<(), Status> {
        Ok(())
    }
}

// SAFETY: nobody in other languages looks inside. `c_void` has no lifetimes.
unsafe impl Border for std::ffi::c_void {
    type Way = BehindPointers;
    type With<'h> = std::ffi::c_void;

    fn describe(registry: &mut Registry) -> Type {
        registry.intern(TypeKind::Void)
    }
}

/// Describes the opaque type `T`.
///
/// # Safety
/// The description is true of `T`.
pub unsafe fn describe_opaque<T>(registry: &mut Registry, named: Named) -> Type {
    registry.define_opaque::<T>(|| opaque(&TypeInfo::of::<T>(named)))
}

fn opaque(whole: &TypeInfo) -> Opaque {
    Opaque { head: whole.head() }
}
