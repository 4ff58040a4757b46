//! What each macro makes of an item. On an error the item stays, so that there is one error and not one for each of its uses.

mod arguments;
mod callbacks;
mod constants;
mod enums;
mod functions;
mod inventories;
mod naming;
mod opaques;
mod services;
mod shims;
mod structs;

use crate::parse::{Attributes, Const, Cursor, Error, Function, ImplBlock, Item, MARKS, Options, Pointer, Result, Shape};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};

/// What a type can be, besides what its shape says.
const KINDS: [&str; 3] = ["error", "opaque", "service"];

pub(crate) fn ffi_type(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let expanded = Item::parse(all(&tokens)).and_then(|item| {
        let options = Options::parse(arguments, "`#[ffi_type]`", &[&KINDS[..], &MARKS].concat())?;
        match (options.first_of(&KINDS), &item.shape) {
            (Some(("opaque", _)), _) => opaques::opaque(&item, &options, &tokens),
            (Some(("service", _)), _) => services::service_type(&item, &options, &tokens),
            (None, Shape::Struct(shape)) => structs::structure(&item, &options, shape, &tokens),
            (None | Some(("error", _)), Shape::Enum(shape)) => enums::enumeration(&item, &options, shape, &tokens),
            (None, Shape::Alias(ty)) => callbacks::callback(&item, &options, ty, &Pointer::parse(ty)?),
            (None, Shape::Union(at)) => Err(Error::new(
                *at,
                "a union cannot cross the border, since nobody can see which of its fields is valid: use a struct",
            )),
            (Some((_, at)), Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_)) => {
                Err(Error::new(at, "an error is a numeric enum"))
            }
            (Some((_, at)), Shape::Enum(_)) => Err(Error::new(at, "an enum is `#[ffi_type]` or `#[ffi_type(error)]`")),
        }
    });
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_function(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    match no_arguments(arguments).and_then(|()| Function::parse(&mut all(&tokens))) {
        Ok(function) => functions::function(function),
        Err(e) => with_error(&tokens, &e),
    }
}

pub(crate) fn ffi_constant(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    match no_arguments(arguments).and_then(|()| Const::parse(all(&tokens))) {
        Ok(constant) => constants::constant(&constant, &tokens),
        Err(e) => with_error(&tokens, &e),
    }
}

pub(crate) fn ffi_service(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    match no_arguments(arguments).and_then(|()| ImplBlock::parse(all(&tokens))) {
        Ok(block) => services::service(block),
        Err(e) => with_error(&tokens, &e),
    }
}

pub(crate) fn inventory(tokens: TokenStream) -> TokenStream {
    inventories::inventory(all(&tokens)).unwrap_or_else(|e| e.to_compile_error())
}

/// A cursor over everything.
fn all(tokens: &TokenStream) -> Cursor {
    Cursor::new(tokens.clone(), Span::call_site())
}

fn no_arguments(arguments: TokenStream) -> Result<()> {
    match arguments.into_iter().next() {
        None => Ok(()),
        Some(first) => Err(Error::new(first.span(), "this attribute takes no arguments")),
    }
}

fn with_error(item: &TokenStream, error: &Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#error #item)
}

/// A local variable of ours, which no name of the author's can meet.
fn local(name: &str) -> Ident {
    Ident::new(name, Span::mixed_site())
}

/// The module that everything is in.
fn border() -> TokenStream {
    border_at(Span::call_site())
}

/// The same, so that errors point at what is at `span`; the span of all tokens that the compiler may point at has to be the same.
fn border_at(span: Span) -> TokenStream {
    quote_spanned!(span=> ::interoptopus::border)
}

/// The place of the first of `tokens`, for tokens of ours.
fn place(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
    first.resolved_at(Span::mixed_site())
}

/// The `Named` of an item, for its description.
fn named(item: &Ident, attributes: &Attributes, options: &Options) -> TokenStream {
    let (border, item, docs) = (border(), plain(item), attributes.docs());
    let called = options.name.iter().map(|name| quote!(.called(#name)));
    let within = options.namespace.iter().map(|namespace| quote!(.within(#namespace)));
    let internal = options.has("internal").then(|| quote!(.internal()));
    let deprecated = attributes.deprecated().into_iter().map(|note| quote!(.deprecated(#note)));
    quote!(#border::Named::new(::core::module_path!(), #item, #docs)#(#called)*#(#within)*#internal #(#deprecated)*)
}

/// A name without what makes it one in Rust.
fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}

/// What is emitted beside an item, out of sight of the author's lints and names.
fn aside(cfgs: &TokenStream, contents: &TokenStream) -> TokenStream {
    quote! {
        #cfgs
        #[allow(unsafe_code, unused_unsafe, unused_mut, deprecated, improper_ctypes_definitions, elided_lifetimes_in_paths)]
        #[allow(mismatched_lifetime_syntaxes, single_use_lifetimes, unused_lifetimes, clippy::all, clippy::pedantic)]
        const _: () = { #contents };
    }
}
