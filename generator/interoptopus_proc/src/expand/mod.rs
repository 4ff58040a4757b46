//! The expansions of the macros. On an error the item stays, so that there is one error and not one for each of its uses.

mod arguments;
mod associated;
mod callbacks;
mod composites;
mod constants;
mod enums;
mod functions;
mod inventories;
mod naming;
mod opaques;
mod reprs;
mod seen;
mod services;
mod shims;
mod structs;
mod surrogates;
mod symbols;
mod tagged;
mod types;
mod unions;

use crate::dependency::interoptopus;
use crate::parse::{Attributes, Conditional, Const, Cursor, Error, Function, ImplBlock, MARKS, Options, conditional};
use crate::quote::{ToTokens, quote, quote_spanned};
use proc_macro::{Ident, Span, TokenStream};

pub(crate) fn ffi_type(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_type", &arguments, &tokens) {
        return twice;
    }
    types::ffi_type(arguments, &tokens).unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_function(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_function", &arguments, &tokens) {
        return twice;
    }
    let expanded = Options::parse(arguments, "`#[ffi_function]`", &[&MARKS[..], &["item"]].concat())
        .and_then(|options| Ok(functions::function(Function::parse(&mut all(&tokens))?, &options)));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_constant(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let expanded = Options::parse(arguments, "`#[ffi_constant]`", &[&MARKS[..], &["item"]].concat())
        .and_then(|options| constants::constant(&Const::parse(all(&tokens))?, &options, &tokens));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_constants(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_constants", &arguments, &tokens) {
        return twice;
    }
    const WHERE: &str = "`#[ffi_constants]` stands on the `impl` block of a type, and exports each `pub const` of it";
    let expanded = Options::parse(arguments, "`#[ffi_constants]`", &["internal", "namespace"])
        .and_then(|options| Ok(associated::constants(ImplBlock::parse(all(&tokens), WHERE)?, &options)));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_service(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_service", &arguments, &tokens) {
        return twice;
    }
    const WHERE: &str = "`#[ffi_service]` stands on the `impl` block of a type that is `#[ffi_type(service)]`";
    let expanded = Options::parse(arguments, "`#[ffi_service]`", &["name", "namespace"])
        .and_then(|options| Ok(services::service(ImplBlock::parse(all(&tokens), WHERE)?, &options)));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

/// Gets here only where no [`ffi_service`] has read it.
pub(crate) fn ffi_constructor(arguments: &TokenStream, tokens: &TokenStream) -> TokenStream {
    let at = arguments.clone().into_iter().next().map_or_else(Span::call_site, |first| first.span());
    let error = "`#[ffi_constructor]` stands on a function in the `impl` block of a service, which is marked `#[ffi_service]`, and has no arguments";
    with_error(tokens, &Error::new(at, error))
}

pub(crate) fn inventory(tokens: TokenStream, part: bool) -> TokenStream {
    inventories::inventory(all(&tokens), part).unwrap_or_else(|e| e.to_compile_error())
}

/// The item as it is where the first condition in it holds, and where it does not; none if there is no condition in it.
fn twice(attribute: &str, arguments: &TokenStream, item: &TokenStream) -> Option<TokenStream> {
    let Conditional { predicate, with, without } = conditional(item)?;
    let (interoptopus, attribute) = (interoptopus(Span::call_site()), Ident::new(attribute, Span::call_site()));
    Some(quote! {
        #[cfg(#predicate)]
        #[#interoptopus::#attribute(#arguments)]
        #with
        #[cfg(not(#predicate))]
        #[#interoptopus::#attribute(#arguments)]
        #without
    })
}

/// A cursor over everything.
fn all(tokens: &TokenStream) -> Cursor {
    Cursor::new(tokens.clone(), Span::call_site())
}

fn with_error(item: &TokenStream, error: &Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#error #item)
}

/// A local variable of ours, which no name of the author's can meet.
fn local(name: &str) -> Ident {
    local_at(name, Span::mixed_site())
}

/// The same at `span`. In a pattern an author's unit struct or constant of the same name would be meant.
fn local_at(name: &str, span: Span) -> Ident {
    Ident::new(&format!("interoptopus_{name}"), span)
}

/// The module that everything is in.
fn border() -> TokenStream {
    border_at(Span::call_site())
}

/// The same, so that errors point at what is at `span`; the span of all tokens that the compiler may point at has to be the same.
fn border_at(span: Span) -> TokenStream {
    let interoptopus = interoptopus(span);
    quote_spanned!(span=> #interoptopus::border)
}

/// The place of the first of `tokens`, for tokens of ours.
fn place(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
    first.resolved_at(Span::mixed_site())
}

/// The `Named` of an item, for its description.
fn named(item: &Ident, attributes: &Attributes, options: &Options) -> TokenStream {
    named_as(&plain(item), attributes, options)
}

/// The same of an item that Rust calls `item`.
fn named_as(item: &str, attributes: &Attributes, options: &Options) -> TokenStream {
    let (border, docs) = (border(), attributes.docs());
    let called = options.name.as_ref().map(|name| quote!(.called(#name)));
    let within = options.namespace.as_ref().map(|namespace| quote!(.within(#namespace)));
    let internal = options.has("internal").then(|| quote!(.internal()));
    let deprecated = attributes.deprecated().map(|note| quote!(.deprecated(#note)));
    quote!(#border::Named::new(::core::module_path!(), #item, #docs)#called #within #internal #deprecated)
}

/// A name without what makes it one in Rust.
fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

/// What is emitted beside an item, out of sight of the author's lints and names.
fn aside(contents: &TokenStream) -> TokenStream {
    quote! {
        #[allow(unsafe_code, unused_unsafe, unused_mut, deprecated, improper_ctypes_definitions, elided_lifetimes_in_paths)]
        #[allow(mismatched_lifetime_syntaxes, single_use_lifetimes, unused_lifetimes, clippy::all, clippy::pedantic, unused_macros, unused_macro_rules)]
        const _: () = { #contents };
    }
}
