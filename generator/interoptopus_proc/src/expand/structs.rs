//! `#[ffi_type]` on a struct: by value, and behind pointers.

use super::composites::{Composite, infos};
use super::heads::named;
use super::hygiene::{aside, border, border_at, local, place};
use super::reprs::Repr;
use super::{opaques, seen, surrogates};
use crate::parse::{Error, Fields, Item, Options, Result};
use crate::quote::{quote, quote_spanned};
use proc_macro::{Span, TokenStream};

pub(crate) fn structure(item: &Item, options: &Options, fields: &Fields, kept: &TokenStream) -> Result<TokenStream> {
    let mut composite = Composite::new(item, fields)?;
    if options.has("default") {
        composite.demand(quote!(Self: ::core::default::Default));
    }
    let (repr, added) = Repr::of_struct(item)?;
    composite.is_laid_out(&repr, fields);
    if composite.fields().is_empty() {
        return opaques::empty(&composite, item, options, fields, &quote!(#added #kept));
    }
    if let (Repr::Transparent, [field]) = (&repr, composite.fields())
        && field.ty.is_array()
    {
        return Err(Error::new(
            field.ty.span(),
            "C passes no arrays by value: leave `transparent` out, and this crosses as a struct with an array in it",
        ));
    }
    let (border, at, copies, checked) = (border(), local("at"), local("copies"), composite.each("CHECKED"));
    let checks: TokenStream = composite
        .fields()
        .iter()
        .map(|field| {
            let (ty, member, span) = (&field.ty, &field.member, place(&field.ty));
            let border = border_at(span);
            match repr {
                Repr::Packed(_) => {
                    quote_spanned!(span=> #border::check_unaligned::<#ty>(&raw mut (*#at).#member, #copies)?;)
                }
                _ => quote_spanned!(span=> <#ty as #border::Plain>::check(&raw mut (*#at).#member, #copies)?;),
            }
        })
        .collect();
    let check = quote! {
        unsafe { #checks }
        ::core::result::Result::Ok(())
    };
    let (named, default) = (named(&item.name, &item.attributes, options), default(&composite, options));
    let infos = infos(composite.fields().iter().copied(), |field| {
        let member = &field.member;
        (field.is_public, quote!(::core::mem::offset_of!(Self, #member)))
    });
    let seen = seen::structure(item, fields);
    let describe = quote!(#seen unsafe { #border::describe_struct::<Self>(interoptopus_registry, #named, #border::#repr, #infos, #default) });
    let describe = composite.border("ByValue", &describe);
    let plain = composite.plain(&quote!(#border::any(&[#checked])), true, &at, &check);
    let surrogate = surrogates::structure(item, options, fields)?;
    let aside = aside(&quote!(#describe #plain #surrogate));
    Ok(quote!(#added #kept #aside))
}

/// A function that makes the value by default, if the author asked for it.
fn default(composite: &Composite, options: &Options) -> TokenStream {
    let Some(at) = options.word("default") else { return quote!(::core::option::Option::None) };
    let asserts: TokenStream = composite
        .fields()
        .iter()
        .map(|field| {
            let (ty, span) = (&field.ty, place(&field.ty));
            let border = border_at(span);
            quote_spanned! {span=>
                const {
                    ::core::assert!(
                        <#ty as #border::Plain>::HAS_VALUE,
                        "an address has no value that bindings could contain, nor has an option: leave `default` out, or this field"
                    )
                }
            }
        })
        .collect();
    let border = border();
    let make = quote_spanned!(at.resolved_at(Span::mixed_site())=> <Self as ::core::default::Default>::default);
    quote!(::core::option::Option::Some({ #asserts &|interoptopus_show| #border::show_default(#make, interoptopus_show) }))
}
