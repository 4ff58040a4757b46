//! Conditions where our macros cannot have them.
use interoptopus::ffi_type;

#[ffi_type]
pub struct Generic<#[cfg(all())] T: Copy + 'static> { //~ [cfg] a parameter in `<…>` has no conditions here
    pub value: T,
}

/// All that is there is nothing: other languages have its address only.
#[ffi_type]
pub struct Nothing {
    #[cfg(any())]
    pub gone: Unknown,
}

/// The data is gone, and with it the tag.
#[ffi_type]
pub enum NoRepr { //~ [NoRepr] an enum that crosses the border says how large it is
    #[cfg(any())]
    Gone(u8),
    Here,
}
