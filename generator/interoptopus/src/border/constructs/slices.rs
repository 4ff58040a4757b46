//! Slices: two parameters on the way in, `ffi::Slice` everywhere else.

use super::references::plain_pointees;
use crate::border::descriptions::incoming;
use crate::border::memory::{AddressRange, Borrows, Copies, CopyIn, CopyInOut};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{BEHIND_MUT, Border, Call, Give, Lend, MaybeNull, NullableWay, Plain, TakeTwo, is_plain_data};
use crate::ffi;
use crate::model::{Access, Registry, Type, TypeKind};
use std::ptr;

/// The way of `&[T]`.
#[derive(Debug)]
pub enum BySlice {}

/// The way of `&mut [T]`.
#[derive(Debug)]
pub enum BySliceMut {}

/// The way of `ffi::Slice<T>`.
#[derive(Debug)]
pub enum ByFfiSlice {}

/// The way of `ffi::SliceMut<T>`.
#[derive(Debug)]
pub enum ByFfiSliceMut {}

plain_pointees!(ByFfiSlice);

// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for BySlice {}
// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for BySliceMut {}
// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for ByFfiSlice {}
// SAFETY: it has an address, which can be null.
unsafe impl NullableWay for ByFfiSliceMut {}

/// The first of the two parameters that a `&'a [T]` is at the ABI.
pub type SliceAt<'a, T> = *const <T as Border>::With<'static>;

/// The first of the two parameters that a `&'a mut [T]` is at the ABI.
pub type SliceMutAt<'a, T> = *mut <T as Border>::With<'static>;

fn describe_slice<T: Border>(registry: &mut Registry, access: Access) -> Type {
    let element = incoming(registry, T::describe);
    registry.intern_with_layout(TypeKind::Slice { element, access, nullable: false }, ffi::Slice::<T>::layout())
}

/// Checks an address and a length.
pub(crate) fn check_place<T>(data: *const T, len: usize) -> Result<(), Status> {
    match len {
        0 => Ok(()),
        _ if data.is_null() => Err(Status::NULL),
        _ if !data.is_aligned() || !is_memory(data.addr(), len.checked_mul(size_of::<T>())) => Err(Status::INVALID),
        _ => Ok(()),
    }
}

/// Whether there can be so many bytes from `start` on: Rust knows no more than `isize::MAX`, and none beyond the last address.
fn is_memory(start: usize, bytes: Option<usize>) -> bool {
    bytes.is_some_and(|bytes| isize::try_from(bytes).is_ok() && start.checked_add(bytes).is_some())
}

/// Checks an address and a length, and each element if these are checked: those of a copy, whose address it returns. The address is never null.
///
/// # Safety
/// As of [`TakeTwo::hold`].
#[inline(always)]
unsafe fn checked_elements<T: Plain>(data: *const T, len: usize, copies: &Copies) -> Result<*mut T, Status> {
    check_place(data, len)?;
    if len == 0 && data.is_null() {
        // In an option that Rust gives, null is none.
        return Ok(ptr::dangling_mut());
    }
    if !T::CHECKED || len == 0 {
        return Ok(data.cast_mut());
    }
    // SAFETY: it is not null and aligned, and the caller says that the rest is fine.
    let local = unsafe { copies.of(data, len) }?;
    let copies = copies.if_needed(T::ENDS_WITH_CALL);
    // SAFETY: nobody else knows of the copy; the rest is the caller's promise.
    (0..len).try_for_each(|i| unsafe { T::check(local.add(i), copies) })?;
    Ok(local)
}

macro_rules! slice_ways {
    ($($way:ident: $slice:ty, with $with:ty, lent $lent:ty as $copy:ident, $access:ident, *$pointer:tt, $borrows:expr, $elements:ident, $range:ident, $abi:ident;)*) => {$(
        // SAFETY: the lifetimes are the elements', and its own.
        unsafe impl<'a, T: Border + 'a> Border for $slice {
            type Way = $way;
            type With<'h> = $with;
            const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
            const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

            fn describe(registry: &mut Registry) -> Type {
                describe_slice::<T>(registry, Access::$access)
            }
        }

        // SAFETY: the range is that of all elements.
        unsafe impl<'a, T: Plain + 'a> Lend<$slice> for $way {
            type Held = $copy<T::With<'static>>;
            type Gives = T;
            type Lent<'own, 'inner: 'own, 'call> = $lent;
            const OWN_ENDS: bool = T::CHECKED;
            const INNER_ENDS: bool = T::ENDS_WITH_CALL;
            const BORROWS: Borrows = $borrows;
            const FAULT: &'static str = fault::<T>(Access::$access);

            unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Self::Held, _: &'inner Copies, _: &'call Call) -> $lent {
                // SAFETY: `hold` has checked it, and only the lifetimes differ, which end with the call.
                unsafe { $elements(held.lend().cast(), held.len) }.into()
            }

            fn address_range(held: &Self::Held) -> AddressRange {
                let start: *const T::With<'static> = held.caller;
                AddressRange::$range(start, held.len * size_of::<T>())
            }
        }

        // SAFETY: as above.
        unsafe impl<'a, T: Plain + 'a> TakeTwo<$slice> for $way {
            type Data = *$pointer T::With<'static>;

            #[inline(always)]
            unsafe fn hold(data: Self::Data, len: usize, copies: &Copies) -> Result<Self::Held, Status> {
                let start: *const T::With<'static> = data;
                // SAFETY: the caller's promise.
                let local = unsafe { checked_elements::<T>(start.cast(), len, copies) }?;
                Ok($copy::new(data, len, local.cast()))
            }
        }

        // SAFETY: the other side gets what is described.
        unsafe impl<'a, T: Plain + 'a> Give<$slice> for $way {
            type Abi = ffi::$abi<'static, T::With<'static>>;
            type Returns = Valued;
            const SOUND: bool = matches!(Access::$access, Access::Read) || is_plain_data::<T>();

            unsafe fn give(value: $slice) -> Result<Self::Abi, Status> {
                Ok(ffi::$abi::from(value).with_lifetimes())
            }
        }
    )*};
}

slice_ways! {
    BySlice: &'a [T], with &'h [T::With<'h>], lent &'own [T::With<'inner>] as CopyIn, Read, *const, shared::<T>(), elements, shared, Slice;
    BySliceMut: &'a mut [T], with &'h mut [T::With<'h>], lent &'own mut [T::With<'inner>] as CopyInOut, Write, *mut, Borrows::Exclusive, elements_mut, exclusive, SliceMut;
    ByFfiSlice: ffi::Slice<'a, T>, with ffi::Slice<'h, T::With<'h>>, lent ffi::Slice<'own, T::With<'inner>> as CopyIn, Read, *const, shared::<T>(), elements, shared, Slice;
    ByFfiSliceMut: ffi::SliceMut<'a, T>, with ffi::SliceMut<'h, T::With<'h>>, lent ffi::SliceMut<'own, T::With<'inner>> as CopyInOut, Write, *mut, Borrows::Exclusive, elements_mut, exclusive, SliceMut;
}

/// Texts at the ABI, each of which is checked, as Rust has them.
///
/// # Safety
/// As of [`TakeTwo::hold`]; the texts live as long as the caller's memory.
unsafe fn texts<'a>(data: *const ffi::Str<'a>, len: usize, copies: &Copies) -> Result<Vec<&'a str>, Status> {
    // SAFETY: the caller's promise.
    let texts = unsafe { elements(checked_elements(data, len, copies)?, len) };
    Ok(texts.iter().map(|text| text.as_str()).collect())
}

// SAFETY: the range is that of the addresses and lengths; what these lead to is hidden.
unsafe impl Lend<&[&str]> for BySlice {
    type Held = (AddressRange, Vec<&'static str>);
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = &'own [&'inner str];
    const OWN_ENDS: bool = true;
    const BORROWS: Borrows = Borrows::Hidden;

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        _: &'inner Copies,
        _: &'call Call,
    ) -> &'own [&'inner str] {
        &held.1
    }

    fn address_range(held: &Self::Held) -> AddressRange {
        held.0
    }
}

// SAFETY: as above.
unsafe impl TakeTwo<&[&str]> for BySlice {
    type Data = *const &'static str;

    unsafe fn hold(data: Self::Data, len: usize, copies: &Copies) -> Result<Self::Held, Status> {
        let data = data.cast::<ffi::Str<'static>>();
        // SAFETY: the caller's promise: so the elements are described.
        let texts = unsafe { texts(data, len, copies) }?;
        Ok((AddressRange::shared(data, len * size_of::<ffi::Str<'_>>()), texts))
    }
}

// SAFETY: it is an address and a length, which are checked, and so is each element.
unsafe impl<'a, T: Plain + 'a> Plain for ffi::Slice<'a, T> {
    const CHECKED: bool = true;
    const BORROWS: bool = true;
    const ENDS_WITH_CALL: bool = T::CHECKED;
    const HAS_VALUE: bool = T::HAS_VALUE;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised, and any bytes are an address and a length; what they lead to, the caller vouches for.
        unsafe {
            let (data, len) = (*at).raw();
            (*at).lead_to(checked_elements(data, len, copies)?);
        }
        Ok(())
    }
}

// SAFETY: null is null.
unsafe impl<T> MaybeNull for ffi::Slice<'_, T> {
    fn null() -> Self {
        ffi::Slice::null()
    }

    fn is_none(&self) -> bool {
        self.raw().0.is_null()
    }
}

// SAFETY: as above.
unsafe impl<T> MaybeNull for ffi::SliceMut<'_, T> {
    fn null() -> Self {
        ffi::SliceMut::null()
    }

    fn is_none(&self) -> bool {
        self.raw().0.is_null()
    }
}

/// The fault of slices of `T`; empty if there is none.
const fn fault<T: Plain>(access: Access) -> &'static str {
    match access {
        _ if size_of::<T>() == 0 => "what has no bytes cannot be the element of a slice",
        Access::Write if T::BORROWS => BEHIND_MUT,
        Access::Read | Access::Write => "",
    }
}

const fn shared<T: Plain>() -> Borrows {
    if T::LEADS_TO_MEMORY { Borrows::Hidden } else { Borrows::Shared }
}

/// A slice of what `hold` has checked; null is an empty one.
///
/// # Safety
/// As of [`std::slice::from_raw_parts`], for a length above 0.
unsafe fn elements<'a, T>(data: *const T, len: usize) -> &'a [T] {
    // SAFETY: the caller's promise.
    if len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(data, len) } }
}

/// As [`elements`], to be written to.
///
/// # Safety
/// As of [`std::slice::from_raw_parts_mut`], for a length above 0.
unsafe fn elements_mut<'a, T>(data: *mut T, len: usize) -> &'a mut [T] {
    // SAFETY: the caller's promise.
    if len == 0 { &mut [] } else { unsafe { std::slice::from_raw_parts_mut(data, len) } }
}
