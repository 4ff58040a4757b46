//! The expansions of the macros. On an error the item stays, so that there is one error and not one for each of its uses.

mod arguments;
mod associated;
mod callbacks;
mod composites;
mod constants;
mod enums;
mod functions;
mod heads;
mod hygiene;
mod inventories;
mod naming;
mod opaques;
mod reprs;
mod scopes;
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
use crate::parse::{Conditional, Const, Cursor, Error, Function, ImplBlock, MARKS, Options, conditional, is_mark, mentions};
use crate::quote::quote;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

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
        .and_then(|options| Ok(functions::function(Function::parse(&mut Cursor::over(&tokens))?, &options)));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_constant(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    let expanded = Options::parse(arguments, "`#[ffi_constant]`", &[&MARKS[..], &["item"]].concat())
        .and_then(|options| constants::constant(&Const::parse(Cursor::over(&tokens))?, &options, &tokens));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_constants(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_constants", &arguments, &tokens) {
        return twice;
    }
    const WHERE: &str = "`#[ffi_constants]` stands on the `impl` block of a type, and exports each `pub const` of it";
    let expanded = Options::parse(arguments, "`#[ffi_constants]`", &["internal", "namespace"])
        .and_then(|options| Ok(associated::constants(ImplBlock::parse(Cursor::over(&tokens), WHERE)?, &options)));
    expanded.unwrap_or_else(|e| with_error(&tokens, &e))
}

pub(crate) fn ffi_service(arguments: TokenStream, tokens: TokenStream) -> TokenStream {
    if let Some(twice) = twice("ffi_service", &arguments, &tokens) {
        return twice;
    }
    const WHERE: &str = "`#[ffi_service]` stands on the `impl` block of a type that is `#[ffi_type(service)]`";
    let expanded = Options::parse(arguments, "`#[ffi_service]`", &["name", "namespace"])
        .and_then(|options| Ok(services::service(ImplBlock::parse(Cursor::over(&tokens), WHERE)?, &options)));
    expanded.unwrap_or_else(|e| {
        let stub = ImplBlock::parse_head(Cursor::over(&tokens), WHERE).ok().and_then(|(block, _)| services::stub(&block));
        let item = with_error(&without_marks(tokens), &e);
        quote!(#item #stub)
    })
}

/// The block without `#[ffi_constructor]`, which means nothing where nobody has read the block: what is said of that would hide what is wrong.
fn without_marks(block: TokenStream) -> TokenStream {
    let mut kept: Vec<TokenTree> = Vec::new();
    for tree in block {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let mut inner = Group::new(Delimiter::Brace, without_marks(group.stream()));
                inner.set_span(group.span());
                kept.push(inner.into());
            }
            TokenTree::Group(group) if is_mark(kept.last(), '#') && mentions(&group.stream(), &["ffi_constructor"]) => {
                drop(kept.pop())
            }
            other => kept.push(other),
        }
    }
    kept.into_iter().collect()
}

/// Gets here only where no [`ffi_service`] has read it.
pub(crate) fn ffi_constructor(arguments: &TokenStream, tokens: &TokenStream) -> TokenStream {
    let at = arguments.clone().into_iter().next().map_or_else(Span::call_site, |first| first.span());
    let error = "`#[ffi_constructor]` stands on a function in the `impl` block of a service, which is marked `#[ffi_service]`, and has no arguments";
    with_error(tokens, &Error::new(at, error))
}

pub(crate) fn inventory(tokens: TokenStream, part: bool) -> TokenStream {
    inventories::inventory(Cursor::over(&tokens), part).unwrap_or_else(|e| e.to_compile_error())
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

fn with_error(item: &TokenStream, error: &Error) -> TokenStream {
    let error = error.to_compile_error();
    quote!(#error #item)
}
