//! `#[ffi_type(opaque)]`, and types without bytes: only behind pointers.

use super::composites::Composite;
use super::heads::named;
use super::hygiene::{aside, border, local};
use super::seen;
use crate::check;
use crate::parse::{Error, Fields, Item, Options, Result};
use crate::quote::quote;
use proc_macro::TokenStream;

pub(crate) fn opaque(item: &Item, options: &Options, kept: &TokenStream) -> Result<TokenStream> {
    check::opaque(item)?;
    let composite = Composite::new(item, &Fields::Unit)?;
    let border = describe(&composite, item, options, None);
    let aside = aside(&border);
    Ok(quote!(#kept #aside))
}

/// A struct without bytes: C has none. As a field it is nothing.
pub(crate) fn empty(
    composite: &Composite,
    item: &Item,
    options: &Options,
    fields: &Fields,
    kept: &TokenStream,
) -> Result<TokenStream> {
    if let Some(at) = options.word("default") {
        return Err(Error::new(at, "a struct without fields has no values that bindings could contain: leave `default` out"));
    }
    if let Some(at) = options.word("surrogate") {
        return Err(Error::new(at, "a struct without fields stands for nothing: leave `surrogate` out"));
    }
    let border = describe(composite, item, options, Some(seen::structure(item, fields)));
    let check = quote!(::core::result::Result::Ok(()));
    let plain = composite.plain(&quote!(false), true, &local("_at"), &check);
    let aside = aside(&quote!(#border #plain));
    Ok(quote!(#kept #aside))
}

fn describe(composite: &Composite, item: &Item, options: &Options, seen: Option<TokenStream>) -> TokenStream {
    let (border, named) = (border(), named(&item.name, &item.attributes, options));
    composite.border_of_opaque(&quote!(#seen unsafe { #border::describe_opaque::<Self>(interoptopus_registry, #named) }))
}
