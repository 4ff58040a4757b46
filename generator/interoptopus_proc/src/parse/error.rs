//! Errors: what is wrong, and where.

use crate::quote::{quote, quote_spanned};
use proc_macro::{Span, TokenStream};

pub(crate) type Result<T> = std::result::Result<T, Error>;

/// One or several.
#[derive(Debug)]
pub(crate) struct Error(Vec<One>);

#[derive(Debug)]
struct One {
    /// The first and the last token that are wrong.
    from: Span,
    to: Span,
    message: String,
}

impl Error {
    pub(crate) fn new(at: Span, message: impl Into<String>) -> Self {
        Error(vec![One { from: at, to: at, message: message.into() }])
    }

    /// About all of `tokens`.
    pub(crate) fn about(tokens: &TokenStream, message: impl Into<String>) -> Self {
        let mut places = tokens.clone().into_iter().map(|tree| tree.span());
        let from = places.next().unwrap_or_else(Span::call_site);
        Error(vec![One { from, to: places.last().unwrap_or(from), message: message.into() }])
    }

    pub(crate) fn combine(&mut self, other: Error) {
        self.0.extend(other.0);
    }

    /// Tokens that the compiler refuses with these messages.
    pub(crate) fn to_compile_error(&self) -> TokenStream {
        let error = |One { from, to, message }: &One| {
            // The compiler points at everything from the first token of a macro to the last.
            let (path, message) = (quote_spanned!(*from=> ::core::compile_error!), quote_spanned!(*to=> { #message }));
            quote!(#path #message)
        };
        self.0.iter().map(error).collect()
    }
}
