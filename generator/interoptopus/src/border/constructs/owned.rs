//! Owned strings and vectors: results whose memory the other side frees, and parameters that Rust copies.

use super::slices::{BySlice, check_place};
use crate::border::memory::{Borrows, Copies};
use crate::border::objects::LIVE;
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Border, Call, Give, Lend, MaybeNull, NullableWay, Plain, TakeTwo};
use crate::ffi;
use crate::model::{Content, Registry, Type, TypeKind};
use std::alloc::Layout;
use std::ptr;
use std::sync::atomic::Ordering::Relaxed;

/// The way of `String`, `Vec<T>`, `Box<str>` and `Box<[T]>`.
#[derive(Debug)]
pub enum ByOwner {}

// SAFETY: memory that was allocated is not at null, and what is empty dangles.
unsafe impl NullableWay for ByOwner {}

/// Memory of Rust's that the other side frees, by `<library>_ffi_dealloc`: the address of the first element, and how many there are. Null is none.
#[derive(Debug)]
#[repr(C)]
pub struct OwnedElements<T> {
    data: *mut T,
    len: usize,
}

impl<T> OwnedElements<T> {
    /// Hands the elements over. The layout of their memory is that of the slice, so that its length tells it.
    fn of(elements: Box<[T]>) -> Self {
        let len = elements.len();
        if cfg!(debug_assertions) && len > 0 {
            LIVE.fetch_add(1, Relaxed);
        }
        OwnedElements { data: Box::into_raw(elements).cast(), len }
    }
}

// SAFETY: null is null.
unsafe impl<T> MaybeNull for OwnedElements<T> {
    fn null() -> Self {
        OwnedElements { data: ptr::null_mut(), len: 0 }
    }

    fn is_none(&self) -> bool {
        self.data.is_null()
    }
}

/// For `<library>_ffi_dealloc`: frees the memory of a string or vector that was returned. It does nothing for a size of 0, at whatever address.
///
/// # Safety
/// A function of this library returned `data`, with so many bytes in all, which are aligned as its elements are; and it is freed once.
pub unsafe fn dealloc(data: *mut u8, size: usize, align: usize) {
    let Ok(layout) = Layout::from_size_align(size, align) else { return };
    if size == 0 || data.is_null() {
        return;
    }
    if cfg!(debug_assertions) {
        LIVE.fetch_sub(1, Relaxed);
    }
    // SAFETY: `OwnedElements` handed over a boxed slice, whose layout is that of its elements.
    unsafe { std::alloc::dealloc(data, layout) };
}

/// A copy of `len` elements of the caller's, each of which `check` has found to be one: nobody changes it afterwards.
///
/// # Safety
/// As of [`TakeTwo::hold`], and `check` succeeds only for what is a `T`.
unsafe fn copied<T>(data: *const T, len: usize, check: impl Fn(*mut T) -> Result<(), Status>) -> Result<Vec<T>, Status> {
    check_place(data, len)?;
    let mut own = Vec::new();
    if len > 0 {
        own.try_reserve_exact(len).map_err(|_| Status::INVALID)?;
        let start: *mut T = own.as_mut_ptr();
        // SAFETY: the caller says that the memory is initialised, and there is as much room in the vector, which has its length when all is checked.
        unsafe {
            data.copy_to_nonoverlapping(start, len);
            (0..len).try_for_each(|i| check(start.add(i)))?;
            own.set_len(len);
        }
    }
    Ok(own)
}

/// A copy of a text of the caller's.
///
/// # Safety
/// As of [`TakeTwo::hold`].
unsafe fn text(data: *const u8, len: usize) -> Result<String, Status> {
    // SAFETY: the caller's promise. The copy is checked, so that nobody changes it afterwards.
    String::from_utf8(unsafe { copied(data, len, |_| Ok(())) }?).map_err(|_| Status::UTF8)
}

/// Copies of texts of the caller's.
///
/// # Safety
/// As of [`TakeTwo::hold`].
unsafe fn texts(data: *const ffi::Str<'static>, len: usize) -> Result<Vec<String>, Status> {
    check_place(data, len)?;
    (0..len)
        .map(|at| {
            // SAFETY: the caller's promise; any bytes are an address and a length.
            let (data, len) = unsafe { (*data.add(at)).raw() };
            // SAFETY: the caller's promise.
            unsafe { text(data, len) }
        })
        .collect()
}

macro_rules! texts {
    ($($text:ty: $from:expr, $bytes:expr;)*) => {$(
        // SAFETY: it has no lifetime.
        unsafe impl Border for $text {
            type Way = ByOwner;
            type With<'h> = $text;

            fn describe(registry: &mut Registry) -> Type {
                registry.intern_with_layout(TypeKind::Owned { content: Content::Text, nullable: false }, ffi::Str::layout())
            }
        }

        // SAFETY: it is a copy.
        unsafe impl Lend<$text> for ByOwner {
            type Held = String;
            type Gives = ();
            type Lent<'own, 'inner: 'own, 'call> = $text;
            const BORROWS: Borrows = Borrows::Nothing;

            unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut String, _: &'inner Copies, _: &'call Call) -> $text {
                $from(std::mem::take(held))
            }
        }

        // SAFETY: as above.
        unsafe impl TakeTwo<$text> for ByOwner {
            type Data = *const u8;

            unsafe fn hold(data: *const u8, len: usize, _: &Copies) -> Result<String, Status> {
                // SAFETY: the caller's promise.
                unsafe { text(data, len) }
            }
        }

        // SAFETY: the other side gets what is described.
        unsafe impl Give<$text> for ByOwner {
            type Abi = OwnedElements<u8>;
            type Returns = Valued;
            const LENDS: bool = false;

            unsafe fn give(value: $text) -> Result<OwnedElements<u8>, Status> {
                Ok(OwnedElements::of($bytes(value)))
            }
        }
    )*};
}

texts! {
    String: String::from, |text: String| text.into_bytes().into_boxed_slice();
    Box<str>: String::into_boxed_str, Box::<[u8]>::from;
}

macro_rules! vectors {
    ($($vector:ty: $from:expr, $boxed:expr;)*) => {$(
        // SAFETY: its elements have no lifetimes but `'static`.
        unsafe impl<T: Plain + 'static> Border for $vector {
            type Way = ByOwner;
            type With<'h> = $vector;
            const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
            const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

            fn describe(registry: &mut Registry) -> Type {
                let content = Content::Elements(T::describe(registry));
                registry.intern_with_layout(TypeKind::Owned { content, nullable: false }, ffi::Slice::<T>::layout())
            }
        }

        // SAFETY: it is a copy.
        unsafe impl<T: Plain + 'static> Lend<$vector> for ByOwner {
            type Held = Vec<T>;
            type Gives = T;
            type Lent<'own, 'inner: 'own, 'call> = $vector;
            const BORROWS: Borrows = Borrows::Nothing;
            const FAULT: &'static str = fault::<T>();

            unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Vec<T>, _: &'inner Copies, _: &'call Call) -> $vector {
                $from(std::mem::take(held))
            }
        }

        // SAFETY: as above.
        unsafe impl<T: Plain + 'static> TakeTwo<$vector> for ByOwner {
            type Data = *const T;

            unsafe fn hold(data: *const T, len: usize, copies: &Copies) -> Result<Vec<T>, Status> {
                // SAFETY: the caller's promise, and `check` keeps its own.
                unsafe { copied(data, len, |at| if T::CHECKED { T::check(at, copies) } else { Ok(()) }) }
            }
        }

        // SAFETY: the other side gets what is described.
        unsafe impl<T: Plain + 'static> Give<$vector> for ByOwner {
            type Abi = OwnedElements<T>;
            type Returns = Valued;
            const LENDS: bool = false;
            const FAULT: &'static str = fault::<T>();

            unsafe fn give(value: $vector) -> Result<OwnedElements<T>, Status> {
                Ok(OwnedElements::of($boxed(value)))
            }
        }
    )*};
}

vectors! {
    Vec<T>: std::convert::identity, Vec::into_boxed_slice;
    Box<[T]>: Vec::into_boxed_slice, std::convert::identity;
}

// SAFETY: it has no lifetime.
unsafe impl Border for Vec<String> {
    type Way = ByOwner;
    type With<'h> = Vec<String>;

    fn describe(registry: &mut Registry) -> Type {
        let content = Content::Elements(<&str>::describe(registry));
        registry.intern_with_layout(TypeKind::Owned { content, nullable: false }, ffi::Slice::<&str>::layout())
    }
}

// SAFETY: it is a copy.
unsafe impl Lend<Vec<String>> for ByOwner {
    type Held = Vec<String>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = Vec<String>;
    const BORROWS: Borrows = Borrows::Nothing;

    unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Vec<String>, _: &'inner Copies, _: &'call Call) -> Vec<String> {
        std::mem::take(held)
    }
}

// SAFETY: as above.
unsafe impl TakeTwo<Vec<String>> for ByOwner {
    type Data = *const ffi::Str<'static>;

    unsafe fn hold(data: Self::Data, len: usize, _: &Copies) -> Result<Vec<String>, Status> {
        // SAFETY: the caller's promise.
        unsafe { texts(data, len) }
    }
}

// SAFETY: it is a copy.
unsafe impl Lend<&[String]> for BySlice {
    type Held = Vec<String>;
    type Gives = ();
    type Lent<'own, 'inner: 'own, 'call> = &'own [String];
    const OWN_ENDS: bool = true;
    const BORROWS: Borrows = Borrows::Nothing;

    unsafe fn lend<'own, 'inner: 'own, 'call>(held: &'own mut Vec<String>, _: &'inner Copies, _: &'call Call) -> &'own [String] {
        held
    }
}

// SAFETY: as above.
unsafe impl TakeTwo<&[String]> for BySlice {
    type Data = *const String;

    unsafe fn hold(data: *const String, len: usize, _: &Copies) -> Result<Vec<String>, Status> {
        // SAFETY: the caller's promise: the elements are described as texts that somebody else owns.
        unsafe { texts(data.cast(), len) }
    }
}

/// What is wrong with vectors of `T`.
const fn fault<T: Plain>() -> &'static str {
    if size_of::<T>() == 0 {
        "what has no bytes cannot be the element of a vector"
    } else if T::BORROWS {
        "the elements of a vector that changes hands borrow what nobody keeps: use elements without references, strings and slices, or pass a slice of \
         them (`&[T]`)"
    } else {
        ""
    }
}
