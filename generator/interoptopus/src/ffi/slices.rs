//! `Slice` and `SliceMut`: an address and a length.

use crate::model::Layout;
use std::fmt;
use std::marker::PhantomData;
use std::mem::offset_of;
use std::ops::{Deref, DerefMut};
use std::ptr;

/// `&[T]` as `{ T *data; size_t len; }`; as a parameter of a function the two are parameters of their own. The address may be null if the
/// length is 0. It is a `[T]` to whoever uses it.
#[repr(C)]
pub struct Slice<'a, T> {
    data: *const T,
    len: usize,
    borrowed: PhantomData<&'a [T]>,
}

/// `&mut [T]`, as [`Slice`]: Rust reads and writes.
#[repr(C)]
pub struct SliceMut<'a, T> {
    data: *mut T,
    len: usize,
    borrowed: PhantomData<&'a mut [T]>,
}

impl<'a, T> Slice<'a, T> {
    /// None in an `Option` of a slice.
    pub(crate) fn null() -> Self {
        Slice { data: ptr::null(), len: 0, borrowed: PhantomData }
    }

    /// The address and the length, before they are checked.
    pub(crate) fn raw(&self) -> (*const T, usize) {
        (self.data, self.len)
    }

    /// Leads to other elements, as many as before.
    pub(crate) fn lead_to(&mut self, data: *const T) {
        self.data = data;
    }

    /// The same for another type of the same memory.
    pub(crate) fn with_lifetimes<'b, U>(self) -> Slice<'b, U> {
        Slice { data: self.data.cast(), len: self.len, borrowed: PhantomData }
    }

    /// As Rust's own, with the lifetime of what it borrows.
    #[must_use]
    pub fn as_slice(self) -> &'a [T] {
        // SAFETY: Rust made it of a slice, or it was checked when it came in.
        if self.len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(self.data, self.len) } }
    }

    pub(crate) fn layout() -> Layout {
        let (data, len) = (offset_of!(Self, data), offset_of!(Self, len));
        Layout::of::<Self>(&[("data", data, size_of::<*const T>()), ("len", len, size_of::<usize>())])
    }
}

impl<T> SliceMut<'_, T> {
    /// None in an `Option` of a slice.
    pub(crate) fn null() -> Self {
        SliceMut { data: ptr::null_mut(), len: 0, borrowed: PhantomData }
    }

    /// The address and the length, before they are checked.
    pub(crate) fn raw(&self) -> (*const T, usize) {
        (self.data, self.len)
    }

    /// The same for another type of the same memory.
    pub(crate) fn with_lifetimes<'b, U>(self) -> SliceMut<'b, U> {
        SliceMut { data: self.data.cast(), len: self.len, borrowed: PhantomData }
    }
}

impl<T> Copy for Slice<'_, T> {}

impl<T> Clone for Slice<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

// SAFETY: it is a `&[T]`.
unsafe impl<T: Sync> Send for Slice<'_, T> {}
// SAFETY: it is a `&[T]`.
unsafe impl<T: Sync> Sync for Slice<'_, T> {}
// SAFETY: it is a `&mut [T]`.
unsafe impl<T: Send> Send for SliceMut<'_, T> {}
// SAFETY: it is a `&mut [T]`.
unsafe impl<T: Sync> Sync for SliceMut<'_, T> {}

impl<T> Deref for Slice<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T> Deref for SliceMut<'_, T> {
    type Target = [T];

    fn deref(&self) -> &[T] {
        // SAFETY: Rust made it of a slice, or it was checked when it came in.
        if self.len == 0 { &[] } else { unsafe { std::slice::from_raw_parts(self.data, self.len) } }
    }
}

impl<T> DerefMut for SliceMut<'_, T> {
    fn deref_mut(&mut self) -> &mut [T] {
        // SAFETY: as above; and nothing else borrows it.
        if self.len == 0 { &mut [] } else { unsafe { std::slice::from_raw_parts_mut(self.data, self.len) } }
    }
}

impl<'a, T> From<&'a [T]> for Slice<'a, T> {
    fn from(slice: &'a [T]) -> Self {
        Slice { data: slice.as_ptr(), len: slice.len(), borrowed: PhantomData }
    }
}

impl<'a, T, const N: usize> From<&'a [T; N]> for Slice<'a, T> {
    fn from(array: &'a [T; N]) -> Self {
        array.as_slice().into()
    }
}

impl<'a, T> From<&'a Vec<T>> for Slice<'a, T> {
    fn from(vec: &'a Vec<T>) -> Self {
        vec.as_slice().into()
    }
}

impl<'a, T> From<&'a mut [T]> for SliceMut<'a, T> {
    fn from(slice: &'a mut [T]) -> Self {
        SliceMut { data: slice.as_mut_ptr(), len: slice.len(), borrowed: PhantomData }
    }
}

impl<'a, T, const N: usize> From<&'a mut [T; N]> for SliceMut<'a, T> {
    fn from(array: &'a mut [T; N]) -> Self {
        array.as_mut_slice().into()
    }
}

impl<'a, T> From<&'a mut Vec<T>> for SliceMut<'a, T> {
    fn from(vec: &'a mut Vec<T>) -> Self {
        vec.as_mut_slice().into()
    }
}

impl<'a, T> From<Slice<'a, T>> for &'a [T] {
    fn from(slice: Slice<'a, T>) -> Self {
        slice.as_slice()
    }
}

impl<'a, T> IntoIterator for Slice<'a, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.as_slice().iter()
    }
}

impl<'a, T> IntoIterator for &'a Slice<'_, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a SliceMut<'_, T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<'a, T> IntoIterator for &'a mut SliceMut<'_, T> {
    type Item = &'a mut T;
    type IntoIter = std::slice::IterMut<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

impl<T> Default for Slice<'_, T> {
    fn default() -> Self {
        (&[]).into()
    }
}

impl<T> Default for SliceMut<'_, T> {
    fn default() -> Self {
        (&mut []).into()
    }
}

impl<T: fmt::Debug> fmt::Debug for Slice<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: fmt::Debug> fmt::Debug for SliceMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
