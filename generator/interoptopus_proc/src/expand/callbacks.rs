//! `#[ffi_type]` on a type alias of a function pointer: a callback.

use super::arguments::plain;
use super::{aside, border, border_at, named, place};
use crate::parse::{Alias, Item, with_lifetimes};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned;
use syn::{Error, Result, ReturnType, Type};

pub(crate) fn callback(item: &Item, alias: &Alias) -> Result<TokenStream> {
    const POINTER: &str = "`#[ffi_type]` on an alias names a callback: `pub type Name = extern \"C\" fn(index: u32, …) -> …;`";
    let Item { attributes, visibility, name, generics, shape: _ } = item;
    let Type::FnPtr(pointer) = &*alias.ty else { return Err(Error::new(alias.ty.span(), POINTER)) };
    if !generics.params.is_empty() {
        return Err(Error::new(generics.span(), "a callback has no parameters of its own: leave lifetimes out of its type"));
    }
    let is_c = pointer.abi.as_ref().is_some_and(|abi| abi.name.as_ref().is_none_or(|name| name.value() == "C"));
    if !is_c {
        return Err(Error::new(pointer.fn_token.span, "other languages call this as C does: write `extern \"C\" fn`"));
    }
    if let Some(variadic) = &pointer.variadic {
        return Err(Error::new(variadic.dots.span(), "a variadic callback cannot cross the border: pass an `ffi::Slice`"));
    }
    let border = border();
    let mut parameters = Vec::new();
    for (i, parameter) in pointer.inputs.iter().enumerate() {
        let ty = with_lifetimes(parameter.ty.to_token_stream(), "_");
        let name = parameter.name.as_ref().map_or_else(String::new, |(name, _)| plain(name));
        let name = if name.is_empty() || name == "_" { format!("arg{i}") } else { name };
        let span = place(&parameter.ty);
        let border = border_at(span);
        parameters.push(quote_spanned!(span=> (#name, const { #border::callback_parameter::<#ty>() })));
    }
    let (returns, only_plain_data) = match &pointer.output {
        ReturnType::Default => (quote!(()), None),
        ReturnType::Type(_, ty) if matches!(&**ty, Type::Tuple(tuple) if tuple.elems.is_empty()) => (quote!(()), None),
        ReturnType::Type(_, ty) => {
            let ty = with_lifetimes(ty.to_token_stream(), "static");
            let check = quote_spanned! {place(&ty)=>
                const _: () = ::core::assert!(
                    #border::is_plain_data::<#ty>(),
                    "a callback may only return what any bytes are a value of: numbers, raw pointers, `ffi::Bool`, and structs of these; \
                     what it returns, nobody could check"
                );
            };
            (ty, Some(check))
        }
    };
    let named = named(name.to_string().trim_start_matches("r#"), &attributes.docs());
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
                    #border::describe_callback::<Self>(registry, #named, &[#(#parameters),*], <#returns as #border::Border>::describe)
                }
            }
            unsafe impl #border::Plain for #name {
                const CHECKED: bool = true;
                const BORROWS: bool = false;
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
        #visibility struct #name(
            /// The function.
            pub #pointer
        );
        #aside
    })
}
