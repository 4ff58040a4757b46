//! `#[ffi_type(opaque)]`: only behind pointers.

use super::structs::refuse_generics;
use super::{aside, border, named};
use crate::parse::{Error, Item, Options, Result, Shape};
use proc_macro2::TokenStream;
use quote::quote;

pub(crate) fn opaque(item: &Item, options: &Options, kept: &TokenStream) -> Result<TokenStream> {
    let Item { attributes, name, shape, .. } = item;
    if matches!(shape, Shape::Alias(_)) {
        return Err(Error::new(
            name.span(),
            "an opaque type is a struct, an enum or a union of yours: wrap a foreign one into a struct",
        ));
    }
    refuse_generics(item)?;
    let (border, generics, bounds) = (border(), &item.generics, &item.generics.bounds);
    let (own, this) = (generics.applied(name, None), generics.applied(name, Some("interoptopus")));
    let named = named(name, attributes, options);
    let aside = aside(
        &attributes.cfgs(),
        &quote! {
            unsafe impl #generics #border::Border for #own #bounds {
                type Way = #border::BehindPointers;
                type With<'interoptopus> = #this;
                fn describe(registry: &mut #border::Registry) -> #border::Type {
                    #border::describe_opaque::<Self>(registry, #named)
                }
            }
        },
    );
    Ok(quote!(#kept #aside))
}
