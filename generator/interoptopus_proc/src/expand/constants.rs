//! `#[ffi_constant]`.

use super::heads::named;
use super::hygiene::{aside, border, border_at, place};
use crate::parse::{Const, Options, Result, Type, described, refuse_constant};
use crate::quote::{ToTokens, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn constant(constant: &Const, options: &Options, kept: &TokenStream) -> Result<TokenStream> {
    let Const { attributes, visibility, name, ty } = constant;
    refuse_constant(ty)?;
    let (visibility, item) = (&visibility.tokens, options.item.as_ref().unwrap_or(name));
    let border = border();
    let (register, check) = (register(ty, &quote!(#name), &named(name, attributes, options), &quote!(Self)), check(ty));
    let aside = aside(&quote! {
        unsafe impl #border::Item for #item {
            fn register(interoptopus_registry: &mut #border::Registry) { #register }
        }
        #check
    });
    Ok(quote! {
        #kept
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations, clippy::upper_case_acronyms)]
        #visibility struct #item {}
        #aside
    })
}

/// Adds the constant `value` of type `ty` to a interoptopus_registry, as the one that `key` stands for.
pub(crate) fn register(ty: &Type, value: &TokenStream, named: &TokenStream, key: &TokenStream) -> TokenStream {
    let (border, described) = (border_at(place(ty)), described(&ty.to_token_stream()));
    let describe = quote_spanned!(place(ty)=> #border::describe_constant::<#key, #ty>);
    let described = quote_spanned!(place(ty)=> <#described as #border::Constant>::describe);
    quote!(unsafe { #describe(interoptopus_registry, #named, #described, &#value); })
}

/// Refuses what cannot be written.
pub(crate) fn check(ty: &Type) -> TokenStream {
    let border = border_at(place(ty));
    quote_spanned! {place(ty)=>
        const _: () = ::core::assert!(
            #border::has_value::<#ty>(),
            "bindings contain the value of a constant, so that it cannot hold an address: no pointers, references (but `&str` and slices) or callbacks"
        );
    }
}
