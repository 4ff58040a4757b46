//! `#[ffi_type]` on a type alias of a function pointer: a callback.

use super::{aside, border, border_at, named, place, plain};
use crate::parse::{Error, Item, Options, Pointer, Result, Type, described, with_lifetimes};
use crate::quote::{ToTokens, listed, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn callback(item: &Item, options: &Options, pointer: &Type, signature: &Pointer) -> Result<TokenStream> {
    let Item { attributes, visibility, name, generics, shape: _ } = item;
    if let Some(at) = generics.first() {
        return Err(Error::new(at, "a callback has no parameters of its own: leave lifetimes out of its type"));
    }
    let border = border();
    let parameters = listed(signature.parameters.iter().enumerate().map(|(i, (name, ty))| {
        let (inner, border) = (described(&with_lifetimes(ty.to_token_stream(), "_")), border_at(place(ty)));
        let name = name.as_ref().map(plain).filter(|name| name != "_").unwrap_or_else(|| format!("arg{i}"));
        quote_spanned!(place(ty)=> (#name, const { #border::callback_parameter::<#inner>() }))
    }));
    let (returns, only_plain_data) = match &signature.output {
        None => (quote!(()), None),
        Some(ty) if ty.is_unit() => (quote!(()), None),
        Some(ty) => {
            let ty = with_lifetimes(ty.to_token_stream(), "static");
            let check = quote_spanned! {place(&ty)=>
                const _: () = ::core::assert!(
                    #border::is_plain_data::<#ty>(),
                    "a callback may only return what any bytes are a value of: numbers, raw pointers, `ffi::Bool`, and structs of these; \
                     what it returns, nobody could check"
                );
            };
            (described(&ty), Some(check))
        }
    };
    let visibility = &visibility.tokens;
    let named = named(name, attributes, options);
    let cfgs = attributes.cfgs();
    let aside = aside(
        &cfgs,
        &quote! {
            impl ::core::ops::Deref for #name {
                type Target = #pointer;
                fn deref(&self) -> &Self::Target { &self.0 }
            }
            unsafe impl #border::Border for #name {
                type Way = #border::ByFunction;
                type With<'interoptopus> = #name;
                fn describe(registry: &mut #border::Registry) -> #border::Type {
                    #border::describe_callback::<Self>(registry, #named, &[#parameters], <#returns as #border::Border>::describe)
                }
            }
            unsafe impl #border::Plain for #name {
                const CHECKED: bool = true;
                const BORROWS: bool = false;
                const HAS_VALUE: bool = false;
                unsafe fn check(at: *const Self) -> ::core::result::Result<(), #border::Status> {
                    unsafe { #border::check_function(at) }
                }
            }
            unsafe impl #border::Callback for #name {}
            #only_plain_data
        },
    );
    Ok(quote! {
        #attributes
        #[derive(Clone, Copy, Debug)]
        #[repr(transparent)]
        #[allow(improper_ctypes_definitions)]
        #visibility struct #name(
            /// The function.
            pub #pointer
        );
        #aside
    })
}
