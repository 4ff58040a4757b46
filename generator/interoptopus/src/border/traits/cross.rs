//! Types that cross: their ways in and out, and their types at the ABI.

use crate::border::memory::{AddressRange, Borrows, Copies};
use crate::border::outcomes::{ReturnTypes, Status};
use crate::model::{Registry, Type};

/// A type that the inventory knows: it may stand in a signature, or behind a pointer in one.
///
/// # Safety
/// [`With`](Self::With) is the same type with other lifetimes, [`LEADS_TO_OPAQUE`](Self::LEADS_TO_OPAQUE) and
/// [`NEEDS_CONTRACT`](Self::NEEDS_CONTRACT) are true, and [`describe`](Self::describe) describes this type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot cross the border",
    label = "no other language knows what this is",
    note = "mark your own types with `#[ffi_type]`; where only Rust looks inside, with `#[ffi_type(opaque)]`, and pass a reference; a type of \
            somebody else's gets one of yours that stands for it: `#[ffi_type(surrogate = their_crate::Type)]`",
    note = "of Rust's types these cross: integers, floats, `bool`, `char`, `NonZero`, `&T`, `&mut T`, `NonNull`, raw pointers, `&[T]`, `&mut [T]`, \
            `&str`, `String`, `Vec<T>`, `Option` and `Result` of what crosses, and what is in `interoptopus::ffi`",
    note = "a `String`, a `Vec<T>`, a `Box<str>` or a `Box<[T]>` is a whole parameter or result; of a map take or return the pairs, of a `Box`, `Rc` or \
            `Arc` make a service"
)]
pub unsafe trait Border {
    /// The way that it crosses.
    type Way;

    /// The same type, as it is when everything that it borrows lives for `'h`.
    type With<'h>: 'h;

    /// Whether it leads to an opaque type by references. What callbacks get is not looked at, as a callback may be in what it gets.
    const LEADS_TO_OPAQUE: bool = false;

    /// Whether it does, or a callback in it gets what does: then only an `unsafe fn` may have it in its signature. Other languages can keep the
    /// reference, share it between threads, and come back while it is borrowed.
    const NEEDS_CONTRACT: bool = Self::LEADS_TO_OPAQUE;

    /// The type in the inventory.
    fn describe(registry: &mut Registry) -> Type;
}

/// The time in which the author's function runs. A shim ends it before it gives the result: what lives for it cannot be in the result.
#[derive(Debug)]
pub struct Call;

/// The second half of the way in: what was checked becomes the argument.
///
/// # Safety
/// [`BORROWS`](Self::BORROWS) and [`address_range`](Self::address_range) hide no memory that the argument leads to, but for raw pointers.
pub unsafe trait Lend<T: Border> {
    /// The value that lives in the shim's frame during the call.
    type Held;

    /// The type that a caller has to be able to give, which is to be `HoldsNoStatic`: that of the value, or of its pointee; `()` if no `'static` can
    /// hide in it.
    type Gives: Border;

    /// The argument. What only the call itself guards ends with it (`'call`); so does what was copied, a reference's or a slice's own memory (`'own`)
    /// or what that leads to (`'inner`). All else is the other side's, and lives until the shim has given the result.
    type Lent<'own, 'inner: 'own, 'call>;

    /// Whether `'own` ends with the call.
    const OWN_ENDS: bool = false;

    /// Whether `'inner` does, and so `'own`.
    const INNER_ENDS: bool = false;

    /// The borrows of the argument.
    const BORROWS: Borrows;

    /// The fault of a parameter of this type; empty if there is none.
    const FAULT: &'static str = "";

    /// The argument, which cannot outlive the call.
    ///
    /// # Safety
    /// `held` comes from this way's `hold`, and is lent once.
    unsafe fn lend<'own, 'inner: 'own, 'call>(
        held: &'own mut Self::Held,
        inner: &'inner Copies,
        call: &'call Call,
    ) -> Self::Lent<'own, 'inner, 'call>;

    /// The memory that the argument borrows; none if it borrows nothing of the caller's.
    fn address_range(_held: &Self::Held) -> AddressRange {
        AddressRange::NONE
    }
}

/// The way in of types that are one parameter at the ABI.
///
/// # Safety
/// As of [`Lend`].
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be a parameter here",
    label = "not one parameter at the ABI",
    note = "a slice or a string is two parameters, which the macro sees by how it is written: `&[T]`, `&mut [T]`, `&str`, \
            `ffi::Slice<T>`, `ffi::SliceMut<T>`, `ffi::Str`, `String`, `Vec<T>`, `Box<str>`, `Box<[T]>`, or an `Option` of one of these; not an \
            alias of it",
    note = "arrays, opaque and empty types and services cross behind references: `&T`; flags as sets: `ffi::Flags<T>`; results only go out"
)]
pub unsafe trait Take<T: Border>: Lend<T> {
    /// The type at the ABI.
    type Abi;

    /// Checks what the other side passed, and keeps it, with a copy of what is checked where the other side could change it.
    ///
    /// # Safety
    /// A pointer that is not null and aligned leads to memory that is initialised, and stays so during the call.
    unsafe fn hold(abi: Self::Abi, copies: &Copies) -> Result<Self::Held, Status>;
}

/// The way in of slices and strings, which are two parameters at the ABI.
///
/// # Safety
/// As of [`Lend`].
#[diagnostic::on_unimplemented(
    message = "`{T}` is written like a slice or a string, but is another type",
    label = "no slice, no string",
    note = "`Slice`, `SliceMut` and `Str` in a signature mean the types of `interoptopus::ffi`, `String` and `Vec` those of Rust: rename your own type"
)]
pub unsafe trait TakeTwo<T: Border>: Lend<T> {
    /// The first of the two: the address of the first element or byte.
    type Data;

    /// Checks what the other side passed, and keeps it.
    ///
    /// # Safety
    /// As of [`Take::hold`].
    unsafe fn hold(data: Self::Data, len: usize, copies: &Copies) -> Result<Self::Held, Status>;
}

/// The way out.
#[diagnostic::on_unimplemented(
    message = "`{T}` cannot be returned",
    label = "no way out",
    note = "opaque and empty types and arrays go out behind pointers, flags as sets: `ffi::Flags<T>`; callbacks only come in"
)]
///
/// # Safety
/// [`Abi`](Self::Abi) and [`Returns`](Self::Returns) are what bindings are told of a `T`, and [`give`](Self::give) makes its value of the `T`. Its
/// other constants and functions say what is true.
pub unsafe trait Give<T: Border> {
    /// The type at the ABI.
    type Abi;

    /// The return types of functions that give it.
    type Returns: ReturnTypes<Self::Abi>;

    /// Whether the other side can write only what is a value of its type, to memory that it is lent.
    const SOUND: bool = true;

    /// What is wrong with a result of this type; nothing if it is empty.
    const FAULT: &'static str = "";

    /// Whether the value borrows, so that a method can lend it. What borrows nothing is the caller's, whatever lifetimes an alias of its type has.
    const LENDS: bool = true;

    /// Hands the value over; or the status of the error that it is.
    ///
    /// # Safety
    /// It goes to the other side as it is: it no longer has the lifetimes of what it borrows.
    unsafe fn give(value: T) -> Result<Self::Abi, Status>;

    /// Whether the value, of a type that [`LENDS`](Self::LENDS), has what a method lends: all but nones do. Bindings ask `model::loan`, which says the same of the type.
    fn is_lent(_value: &T) -> bool {
        true
    }
}

/// A parameter of type `T` at the ABI.
pub type In<T> = <<T as Border>::Way as Take<T>>::Abi;

/// The first of the two parameters that a slice or string `T` is at the ABI.
pub type Data<T> = <<T as Border>::Way as TakeTwo<T>>::Data;

/// The value that a shim holds of a parameter of type `T` during the call.
pub type Held<T> = <<T as Border>::Way as Lend<T>>::Held;

/// The argument that is made of a parameter of type `T`.
pub type Lent<'own, 'inner, 'call, T> = <<T as Border>::Way as Lend<T>>::Lent<'own, 'inner, 'call>;

/// The type at the ABI of a returned `R`, where nothing can fail.
pub type Abi<R> = <<R as Border>::Way as Give<R>>::Abi;

/// The return type at the ABI of a bare function whose author wrote `R`.
pub type Bare<R> = <<<R as Border>::Way as Give<R>>::Returns as ReturnTypes<Abi<R>>>::Bare;

/// The return type at the ABI of a guarded function whose author wrote `R`.
pub type Guarded<R> = <<<R as Border>::Way as Give<R>>::Returns as ReturnTypes<Abi<R>>>::Guarded;
