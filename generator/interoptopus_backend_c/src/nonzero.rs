//! Integers that are not 0: C's own, of which the comment says so.

/// What a declaration does not say.
pub(crate) fn note(nullable: bool) -> &'static str {
    if nullable { "0 is none" } else { "must not be 0" }
}

/// The same of what Rust gives.
pub(crate) fn returned(nullable: bool) -> &'static str {
    if nullable { "0 for none" } else { "never 0" }
}

/// The same of what Rust gives to a callback.
pub(crate) fn given(nullable: bool) -> &'static str {
    if nullable { "0 is none" } else { "is never 0" }
}

/// The same as a sentence.
pub(crate) fn sentence(nullable: bool) -> &'static str {
    if nullable { "0 is none." } else { "Never 0." }
}
