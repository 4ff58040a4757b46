//! `#[ffi_type(opaque)]`: only behind pointers.

use super::structs::{of_lifetime, refuse_generics};
use super::{aside, border, named};
use crate::parse::{Item, Shape};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Error, Result};

pub(crate) fn opaque(item: &Item, kept: &TokenStream) -> Result<TokenStream> {
    let Item { attributes, name, shape, .. } = item;
    if matches!(shape, Shape::Alias(_)) {
        return Err(Error::new(
            name.span(),
            "an opaque type is a struct, an enum or a union of yours: wrap a foreign one into a struct",
        ));
    }
    refuse_generics(item)?;
    let (border, this) = (border(), of_lifetime(item, "interoptopus"));
    let (impl_generics, type_generics, bounds) = item.generics.split_for_impl();
    let named = named(name.to_string().trim_start_matches("r#"), &attributes.docs());
    let aside = aside(
        &attributes.cfgs(),
        &quote! {
            unsafe impl #impl_generics #border::Border for #name #type_generics #bounds {
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
