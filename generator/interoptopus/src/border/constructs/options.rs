//! `Option`: null for pointers, `ffi::Option` for values.

use super::values::{ByValue, given};
use crate::border::memory::{AddressRange, Borrows, Copies};
use crate::border::outcomes::{Status, Valued};
use crate::border::traits::{Border, Call, Give, Lend, MaybeNull, NonNullWay, NullableWay, Plain, Take, TakeTwo};
use crate::ffi;
use crate::model::{PointerKind, Registry, Type, TypeKind};
use std::marker::PhantomData;
use std::mem::MaybeUninit;

/// The way of an `Option` of types that go the way `W`.
#[derive(Debug)]
pub struct Optional<W>(PhantomData<W>);

/// The way of a `T` of which there is an `Option`.
#[diagnostic::on_unimplemented(
    message = "`Option<{T}>` cannot cross the border",
    label = "there is no such option",
    note = "these options cross: of numbers, `bool`, structs and enums; of references, slices, strings and callbacks"
)]
///
/// # Safety
/// The option is described as what it is at the ABI.
pub unsafe trait OptionalWay<T> {
    /// The option in the inventory.
    fn describe_option(registry: &mut Registry) -> Type;
}

// SAFETY: null is none.
unsafe impl<T: Border, W: NullableWay> OptionalWay<T> for W {
    fn describe_option(registry: &mut Registry) -> Type {
        let ty = T::describe(registry);
        let before = registry.so_far();
        let layout = before.layout(ty).cloned();
        let kind = match *before.kind(ty) {
            TypeKind::Callback { id, nullable: _ } => TypeKind::Callback { id, nullable: true },
            TypeKind::Pointer { pointee, access, kind } => TypeKind::Pointer { pointee, access, kind: nullable(kind) },
            TypeKind::NonZero { primitive, nullable: _ } => TypeKind::NonZero { primitive, nullable: true },
            TypeKind::Slice { element, access, nullable: _ } => TypeKind::Slice { element, access, nullable: true },
            TypeKind::Str { nullable: _ } => TypeKind::Str { nullable: true },
            TypeKind::Owned { content, nullable: _ } => TypeKind::Owned { content, nullable: true },
            TypeKind::CStr { nullable: _ } => TypeKind::CStr { nullable: true },
            never_null @ (TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. }) => never_null,
        };
        match layout {
            Some(layout) => registry.intern_with_layout(kind, layout),
            None => registry.intern(kind),
        }
    }
}

/// The kind of a pointer that may also be null.
fn nullable(kind: PointerKind) -> PointerKind {
    match kind {
        PointerKind::Reference | PointerKind::Nullable => PointerKind::Nullable,
        PointerKind::NonNull | PointerKind::Raw => PointerKind::Raw,
    }
}

// SAFETY: as above.
unsafe impl<T: Plain> OptionalWay<T> for ByValue {
    fn describe_option(registry: &mut Registry) -> Type {
        <ffi::Option<T> as Border>::describe(registry)
    }
}

// SAFETY: the lifetimes are the value's.
unsafe impl<T: Plain> Border for ffi::Option<T> {
    type Way = ByValue;
    type With<'h> = ffi::Option<T::With<'h>>;
    const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

    fn describe(registry: &mut Registry) -> Type {
        let value = T::describe(registry);
        registry.intern_with_layout(TypeKind::Option { value }, Self::layout())
    }
}

// SAFETY: it is `repr(C)`; the value is checked if it is there.
unsafe impl<T: Plain> Plain for ffi::Option<T> {
    const CHECKED: bool = T::CHECKED;
    const BORROWS: bool = T::BORROWS;
    const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
    const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
    const HAS_VALUE: bool = false;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

    fn is_none(&self) -> bool {
        self.is_some == 0
    }

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        // SAFETY: the byte is initialised; the value is aligned as the whole is, and initialised if it is there.
        unsafe { if T::CHECKED && (*at).is_some != 0 { T::check((&raw mut (*at).value).cast(), copies) } else { Ok(()) } }
    }
}

// SAFETY: the lifetimes are the value's.
unsafe impl<T: Border> Border for Option<T>
where
    T::Way: OptionalWay<T>,
{
    type Way = Optional<T::Way>;
    type With<'h> = Option<T::With<'h>>;
    const LEADS_TO_OPAQUE: bool = T::LEADS_TO_OPAQUE;
    const NEEDS_CONTRACT: bool = T::NEEDS_CONTRACT;

    fn describe(registry: &mut Registry) -> Type {
        <T::Way as OptionalWay<T>>::describe_option(registry)
    }
}

// SAFETY: these are the types of which Rust documents that the option is the same, or zero.
unsafe impl<T: Plain> Plain for Option<T>
where
    T::Way: NonNullWay,
{
    const CHECKED: bool = <T::Way as NonNullWay>::CHECKED;
    const BORROWS: bool = T::BORROWS;
    const LEADS_TO_MEMORY: bool = T::LEADS_TO_MEMORY;
    const ENDS_WITH_CALL: bool = T::ENDS_WITH_CALL;
    const HAS_VALUE: bool = T::HAS_VALUE;
    const RECURS_THROUGH_RAW_POINTERS_ONLY: () = T::RECURS_THROUGH_RAW_POINTERS_ONLY;

    unsafe fn check(at: *mut Self, copies: &Copies) -> Result<(), Status> {
        // SAFETY: the bytes are initialised. If they are not zero, they are to be a `T`.
        unsafe { if !Self::CHECKED || <T::Way as NonNullWay>::is_none(at) { Ok(()) } else { T::check(at.cast(), copies) } }
    }
}

// ---- Null ----

// SAFETY: as of the way that there is an option of.
unsafe impl<T: Border, W: NullableWay + Lend<T>> Lend<Option<T>> for Optional<W>
where
    T::Way: OptionalWay<T>,
{
    type Held = Option<W::Held>;
    type Gives = W::Gives;
    type Lent<'own, 'inner: 'own, 'call> = Option<W::Lent<'own, 'inner, 'call>>;
    const OWN_ENDS: bool = W::OWN_ENDS;
    const INNER_ENDS: bool = W::INNER_ENDS;
    const BORROWS: Borrows = W::BORROWS;
    const FAULT: &'static str = W::FAULT;

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        inner: &'inner Copies,
        call: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call> {
        // SAFETY: the caller's promise.
        held.as_mut().map(|held| unsafe { W::lend(held, inner, call) })
    }

    fn address_range(held: &Self::Held) -> AddressRange {
        held.as_ref().map_or(AddressRange::NONE, W::address_range)
    }
}

// SAFETY: as above.
unsafe impl<T: Border, W: NullableWay + Take<T>> Take<Option<T>> for Optional<W>
where
    T::Way: OptionalWay<T>,
    W::Abi: MaybeNull,
{
    type Abi = W::Abi;

    #[inline(always)]
    unsafe fn hold(abi: W::Abi, copies: &Copies) -> Result<Self::Held, Status> {
        // SAFETY: the caller's promise.
        if abi.is_none() { Ok(None) } else { unsafe { W::hold(abi, copies) }.map(Some) }
    }
}

// SAFETY: as above.
unsafe impl<T: Border, W: NullableWay + TakeTwo<T>> TakeTwo<Option<T>> for Optional<W>
where
    T::Way: OptionalWay<T>,
    W::Data: MaybeNull,
{
    type Data = W::Data;

    #[inline(always)]
    unsafe fn hold(data: W::Data, len: usize, copies: &Copies) -> Result<Self::Held, Status> {
        // SAFETY: the caller's promise.
        if data.is_none() { Ok(None) } else { unsafe { W::hold(data, len, copies) }.map(Some) }
    }
}

// SAFETY: the other side gets what is described.
unsafe impl<T: Border, W: NullableWay + Give<T, Returns = Valued>> Give<Option<T>> for Optional<W>
where
    T::Way: OptionalWay<T>,
    W::Abi: MaybeNull,
{
    type Abi = W::Abi;
    type Returns = Valued;
    const SOUND: bool = W::SOUND;
    const FAULT: &'static str = W::FAULT;
    const LENDS: bool = W::LENDS;

    unsafe fn give(value: Option<T>) -> Result<W::Abi, Status> {
        // SAFETY: the caller's promise.
        value.map_or_else(|| Ok(MaybeNull::null()), |value| unsafe { W::give(value) })
    }

    fn is_lent(value: &Option<T>) -> bool {
        value.is_some()
    }
}

// ---- Values ----

// SAFETY: as of the value.
unsafe impl<T: Plain> Lend<Option<T>> for Optional<ByValue>
where
    T::Way: OptionalWay<T>,
{
    type Held = MaybeUninit<ffi::Option<T::With<'static>>>;
    type Gives = T;
    type Lent<'own, 'inner: 'own, 'call> = Option<T::With<'inner>>;
    const INNER_ENDS: bool = T::ENDS_WITH_CALL;
    const BORROWS: Borrows = if T::LEADS_TO_MEMORY { Borrows::Hidden } else { Borrows::Nothing };

    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        _: &'inner Copies,
        _: &'call Call,
    ) -> Option<T::With<'inner>> {
        // SAFETY: only the lifetimes differ, and `hold` has checked it.
        unsafe { held.as_ptr().cast::<ffi::Option<T::With<'inner>>>().read() }.into_option()
    }
}

// SAFETY: as above.
unsafe impl<T: Plain> Take<Option<T>> for Optional<ByValue>
where
    T::Way: OptionalWay<T>,
{
    type Abi = MaybeUninit<ffi::Option<T::With<'static>>>;

    #[inline(always)]
    unsafe fn hold(mut abi: Self::Abi, copies: &Copies) -> Result<Self::Held, Status> {
        // SAFETY: only the lifetimes differ; it is a local variable, so it is aligned.
        unsafe { ffi::Option::<T>::check(abi.as_mut_ptr().cast(), copies.if_needed(T::ENDS_WITH_CALL)) }.map(|()| abi)
    }
}

// SAFETY: as above.
unsafe impl<T: Plain> Give<Option<T>> for Optional<ByValue>
where
    T::Way: OptionalWay<T>,
{
    type Abi = ffi::Option<T::With<'static>>;
    type Returns = Valued;
    const LENDS: bool = T::BORROWS;

    unsafe fn give(value: Option<T>) -> Result<Self::Abi, Status> {
        // SAFETY: the caller's promise.
        Ok(value.map(|value| unsafe { given(value) }).into())
    }

    fn is_lent(value: &Option<T>) -> bool {
        value.is_some()
    }
}
