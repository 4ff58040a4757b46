//! Errors: what is wrong, and where.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// One or several.
#[derive(Debug)]
pub(crate) struct Error(Vec<(Span, String)>);

impl Error {
    pub(crate) fn new(at: Span, message: impl Into<String>) -> Self {
        Error(vec![(at, message.into())])
    }

    pub(crate) fn combine(&mut self, other: Error) {
        self.0.extend(other.0);
    }

    /// Tokens that the compiler refuses with these messages.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        self.0.iter().map(|(at, message)| quote_spanned!(*at=> ::core::compile_error! { #message })).collect()
    }
}
