//! Texts.

use interoptopus_c_syntax::CType;

/// The address of a text that somebody else owns.
pub(crate) fn utf8() -> CType {
    character().const_pointer()
}

/// A byte of a text. `char`, so that literals can be passed; the signedness of `char` is the platform's and does not matter.
pub(crate) fn character() -> CType {
    CType::named("char")
}
