//! `#[ffi_constant]`.

use super::{aside, border, border_at, named, place};
use crate::parse::{Const, Options};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

pub(crate) fn constant(constant: &Const, kept: &TokenStream) -> TokenStream {
    let Const { attributes, visibility, name, ty } = constant;
    let visibility = &visibility.tokens;
    let (border, cfgs) = (border(), attributes.cfgs());
    let named = named(name, attributes, &Options::default());
    let border_here = border_at(place(ty));
    let value = quote_spanned!(place(ty)=> <#ty as #border_here::Constant>::value(#name));
    let aside = aside(
        &cfgs,
        &quote! {
            impl #border::Item for #name {
                fn register(registry: &mut #border::Registry) {
                    let value = #value;
                    #border::describe_constant::<Self>(registry, #named, <#ty as #border::Border>::describe, value);
                }
            }
        },
    );
    quote! {
        #kept
        #cfgs
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations)]
        #visibility struct #name {}
        #aside
    }
}
