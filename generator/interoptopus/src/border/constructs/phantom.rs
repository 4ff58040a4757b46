//! `PhantomData`: a field without bytes, which no other language knows of.

use crate::border::memory::Copies;
use crate::border::outcomes::Status;
use crate::border::traits::{Border, Plain};
use crate::model::{Registry, Type, TypeKind};
use std::marker::PhantomData;

/// Rust's own `PhantomData`, which the macros leave out of layouts by its name.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is written like Rust's `PhantomData`, but is another type",
    label = "not Rust's own",
    note = "the macros leave a `PhantomData` out, since it has no bytes: give your own type another name"
)]
///
/// # Safety
/// It has no bytes.
pub unsafe trait IsPhantom {}

// SAFETY: that is what it is for.
unsafe impl<T: ?Sized> IsPhantom for PhantomData<T> {}

/// Refuses another type of that name.
pub const fn is_phantom<T: IsPhantom>() {}

/// The way of types without bytes, of which nothing could cross.
#[derive(Debug)]
pub enum NoBytes {}

// SAFETY: it has no bytes that could lead anywhere.
unsafe impl<T: ?Sized> Border for PhantomData<T> {
    type Way = NoBytes;
    type With<'h> = PhantomData<()>;

    /// Never asked for: fields without bytes are left out.
    fn describe(registry: &mut Registry) -> Type {
        registry.intern(TypeKind::Void)
    }
}

// SAFETY: no bytes are a value of it.
unsafe impl<T: ?Sized> Plain for PhantomData<T> {
    const CHECKED: bool = false;
    const BORROWS: bool = false;

    unsafe fn check(_: *mut Self, _: &Copies) -> Result<(), Status> {
        Ok(())
    }
}
