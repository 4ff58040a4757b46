//! Arrays, in fields and behind pointers.

use super::references::plain_pointees;
use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Border, Plain};
use crate::model::{Registry, Type, TypeKind};

/// The way of arrays: C has no array parameters, so they cross in fields and behind pointers.
#[derive(Debug)]
pub enum InFields {}

plain_pointees!(InFields);

// SAFETY: the lifetimes are the element's.
unsafe impl<T: Plain, const N: usize> Border for [T; N] {
    type Way = InFields;
    type With<'h> = [T::With<'h>; N];
    const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

    fn describe(registry: &mut Registry) -> Type {
        let element = T::describe(registry);
        registry.intern(TypeKind::Array { element, len: N })
    }
}

// SAFETY: an array is its elements, one behind the other; each is checked.
unsafe impl<T: Plain, const N: usize> Plain for [T; N] {
    const CHECKED: bool = T::CHECKED;
    const BORROWS: bool = T::BORROWS;
    const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
    const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
    const HAS_VALUE: bool = T::HAS_VALUE;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        // SAFETY: each element is as good as the whole.
        (0..N).try_for_each(|i| unsafe { T::check(at.cast::<T>().add(i), copies) })
    }
}
