//! Texts.

use interoptopus_c_syntax::CType;

/// The address of a text. `char`, so that literals can be passed; the signedness of `char` is the platform's and does not matter.
pub(crate) fn utf8() -> CType {
    CType::named("char").const_pointer()
}
