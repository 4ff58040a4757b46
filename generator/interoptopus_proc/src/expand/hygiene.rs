//! Hygiene: emitted names, places and paths that meet nothing of the author's.

use crate::dependency::interoptopus;
use crate::quote::{ToTokens, quote, quote_spanned};
use proc_macro::{Ident, Span, TokenStream};

/// A local variable of ours, which no name of the author's can meet.
pub(crate) fn local(name: &str) -> Ident {
    local_at(name, Span::mixed_site())
}

/// The same at `span`. In a pattern an author's unit struct or constant of the same name would be meant.
pub(crate) fn local_at(name: &str, span: Span) -> Ident {
    Ident::new(&format!("interoptopus_{name}"), span)
}

/// The module that everything is in.
pub(crate) fn border() -> TokenStream {
    border_at(Span::call_site())
}

/// The same, so that errors point at what is at `span`; the span of all tokens that the compiler may point at has to be the same.
pub(crate) fn border_at(span: Span) -> TokenStream {
    let interoptopus = interoptopus(span);
    quote_spanned!(span=> #interoptopus::border)
}

/// The place of the first of `tokens`, for tokens of ours.
pub(crate) fn place(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
    first.resolved_at(Span::mixed_site())
}

/// The code beside an item, out of sight of the author's lints and names.
pub(crate) fn aside(contents: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unsafe_code, unused_unsafe, unused_mut, unused_parens, deprecated, improper_ctypes_definitions, elided_lifetimes_in_paths)]
        #[allow(mismatched_lifetime_syntaxes, single_use_lifetimes, unused_lifetimes, clippy::all, clippy::pedantic, unused_macros, unused_macro_rules)]
        const _: () = { #contents };
    }
}
