//! Null as none: the ways whose ABI forms, or whose types in memory, have room for it.

/// A way whose ABI form can be null, which is none.
#[diagnostic::on_unimplemented(
    message = "an `Option` of this type cannot cross the border",
    label = "there is no such option",
    note = "these options cross: of numbers, `bool`, structs, enums and sets of flags (`ffi::Flags`); of references, slices, strings and callbacks",
    note = "a service that may be missing is a result: `Result<Service, Error>`"
)]
///
/// # Safety
/// The ABI form of what goes this way has null, which is no value of it.
pub unsafe trait NullableWay {}

/// A way whose types are never zero in memory, so that Rust's own `Option` of one is the same with zero for none.
#[diagnostic::on_unimplemented(
    message = "an `Option` of a value is not the same in memory on both sides of the border",
    label = "Rust lays this out as it likes",
    note = "in fields, slices and callbacks write `ffi::Option<T>`, which is what `Option` is in memory"
)]
///
/// # Safety
/// Rust promises of each type that goes this way that its `Option` has the same layout, with zero for none, and [`CHECKED`](Self::CHECKED) and
/// [`is_none`](Self::is_none) say what is true.
pub unsafe trait NonNullWay: NullableWay {
    /// Whether there are bytes that are no option of what goes this way.
    const CHECKED: bool = true;

    /// Whether what is at `at` is none.
    ///
    /// # Safety
    /// The bytes are initialised, and are those of a type that goes this way, or zero.
    unsafe fn is_none<T>(at: *const T) -> bool {
        // SAFETY: any bytes are a raw pointer, and all types that go these ways are addresses.
        unsafe { at.cast::<*const u8>().read() }.is_null()
    }
}

/// An ABI form that can be null.
///
/// # Safety
/// [`null`](Self::null) is none to the other side.
pub unsafe trait MaybeNull {
    /// Null.
    fn null() -> Self;

    /// Whether it is.
    fn is_none(&self) -> bool;
}

// SAFETY: null is null.
unsafe impl<T> MaybeNull for *const T {
    fn null() -> Self {
        std::ptr::null()
    }

    fn is_none(&self) -> bool {
        self.is_null()
    }
}

// SAFETY: as above.
unsafe impl<T> MaybeNull for *mut T {
    fn null() -> Self {
        std::ptr::null_mut()
    }

    fn is_none(&self) -> bool {
        self.is_null()
    }
}

// SAFETY: as above.
unsafe impl<T> MaybeNull for Option<T> {
    fn null() -> Self {
        None
    }

    fn is_none(&self) -> bool {
        Option::is_none(self)
    }
}
