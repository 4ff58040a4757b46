//! `#[ffi_type]` on a type alias of a function pointer: a callback, which lives for the call.

use super::heads::{named, plain};
use super::hygiene::{aside, border, border_at, local, place};
use crate::check;
use crate::parse::{Item, Options, Pointer, Result, Type, described, with_lifetimes};
use crate::quote::{ToTokens, listed, quote, quote_spanned};
use proc_macro::{Ident, TokenStream};

/// The documentation of every callback in Rust.
const LIVES: &str = "\n\nLives as long as the call that it is passed to: no `static`, no object of a service and no thread that goes on can keep it, \
because the other language may free what stands behind it when the call is over. Within the call any thread may call it, as a function: `f(…)`. \
What has more to say later returns it, or is asked for it by another function or method. A function of Rust's own becomes one by `From`.";

pub(crate) fn callback(item: &Item, options: &Options, pointer: &Type, signature: &Pointer) -> Result<TokenStream> {
    let Item { attributes, visibility, name, generics: _, shape: _ } = item;
    check::callback(item, pointer, signature)?;
    let border = border();
    let parameters = listed(signature.parameters.iter().enumerate().map(|(i, (name, ty))| {
        let (inner, border) = (described(&with_lifetimes(ty.to_token_stream(), "_")), border_at(place(ty)));
        let name = name.as_ref().map(plain).filter(|name| name != "_").unwrap_or_else(|| format!("arg{i}"));
        quote_spanned!(place(ty)=> (#name, const { #border::callback_parameter::<#inner>() }))
    }));
    let opaque = listed(signature.parameters.iter().map(|(_, ty)| {
        let (inner, border) = (described(&with_lifetimes(ty.to_token_stream(), "static")), border_at(place(ty)));
        quote_spanned!(place(ty)=> <#inner as #border::Border>::LEADS_TO_OPAQUE)
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
    let call = call(name, signature);
    let aside = aside(&quote! {
        #call
        impl<'call> ::core::convert::From<#pointer> for #name<'call> {
            fn from(function: #pointer) -> Self { #name(#border::ForTheCall::new(function)) }
        }
        unsafe impl<'call> #border::Border for #name<'call> {
            type Way = #border::ByFunction;
            type With<'interoptopus> = #name<'interoptopus>;
            const NEEDS_CONTRACT: ::core::primitive::bool = #border::any(&[#opaque]);
            fn describe(interoptopus_registry: &mut #border::Registry) -> #border::Type {
                unsafe { #border::describe_callback::<Self>(interoptopus_registry, #named, &[#parameters], <#returns as #border::Border>::describe) }
            }
        }
        unsafe impl<'call> #border::Plain for #name<'call> {
            const CHECKED: ::core::primitive::bool = true;
            const BORROWS: ::core::primitive::bool = true;
            const LEADS_TO_MEMORY: ::core::primitive::bool = false;
            const ENDS_WITH_CALL: ::core::primitive::bool = true;
            const HAS_VALUE: ::core::primitive::bool = false;
            unsafe fn check(interoptopus_at: *mut Self, _: &#border::Copies) -> ::core::result::Result<(), #border::Status> {
                unsafe { #border::check_function(interoptopus_at) }
            }
        }
        unsafe impl<'interoptopus> #border::HoldsNoStatic<'interoptopus, #name<'interoptopus>> for #name<'_> {}
        unsafe impl<'call> #border::Callback for #name<'call> {}
        #only_plain_data
    });
    Ok(quote! {
        #attributes
        #[doc = #LIVES]
        #[::core::prelude::v1::derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
        #[repr(transparent)]
        #[allow(improper_ctypes_definitions)]
        #visibility struct #name<'call>(#border::ForTheCall<'call, #pointer>);
        #aside
    })
}

/// The code by which Rust calls it. A function that is safe to call is a `dyn Fn`, which nobody can keep longer than the callback itself.
fn call(name: &Ident, signature: &Pointer) -> TokenStream {
    let Pointer { binder, is_unsafe, parameters, output } = signature;
    let border = border();
    let types = listed(parameters.iter().map(|(_, ty)| ty.to_token_stream()));
    let locals: Vec<_> = (0..parameters.len()).map(|i| local(&format!("a{i}"))).collect();
    let arguments = listed(locals.iter().map(ToTokens::to_token_stream));
    let output = output.as_ref().map(|ty| quote!(-> #ty));
    if is_unsafe.is_some() {
        let generics = binder.clone().into_iter().skip(1).collect::<TokenStream>();
        let typed = listed(locals.iter().zip(parameters).map(|(local, (_, ty))| quote!(#local: #ty)));
        return quote! {
            impl<'call> #name<'call> {
                /// Calls it.
                ///
                /// # Safety
                /// As its documentation demands.
                #[inline(always)]
                pub unsafe fn call #generics (&self, #typed) #output { unsafe { (self.0.get())(#arguments) } }
            }
        };
    }
    quote! {
        impl<'call> ::core::ops::Deref for #name<'call> {
            type Target = dyn #binder ::core::ops::Fn(#types) #output + ::core::marker::Send + ::core::marker::Sync + 'call;
            #[inline(always)]
            fn deref(&self) -> &Self::Target {
                fn signature<F: #binder ::core::ops::Fn(#types) #output>(interoptopus_f: F) -> F { interoptopus_f }
                let interoptopus_this = ::core::mem::MaybeUninit::<Self>::uninit();
                let interoptopus_like = signature(move |#arguments| {
                    // SAFETY: what is called is not this closure, but a callback that is taken for one.
                    let interoptopus_this: &Self = unsafe { ::core::mem::MaybeUninit::assume_init_ref(&interoptopus_this) };
                    // SAFETY: it is called while it lives.
                    (unsafe { interoptopus_this.0.get() })(#arguments)
                });
                // SAFETY: the closure has captured a callback, and nothing else.
                unsafe { #border::callable(self, interoptopus_like) }
            }
        }
    }
}
