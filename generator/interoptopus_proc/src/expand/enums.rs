//! `#[ffi_type]` on an enum without data: a number, or with `flags` a bit.

use super::heads::{named, plain};
use super::hygiene::{aside, border, place};
use super::reprs::{EnumRepr, Integer};
use super::{seen, surrogates};
use crate::check;
use crate::parse::{Error, Item, Options, Result, Variant};
use crate::quote::{listed, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn enumeration(item: &Item, options: &Options, variants: &[Variant], kept: &TokenStream) -> Result<TokenStream> {
    let Item { attributes, name, .. } = item;
    let (error, flags) = (options.has("error"), options.has("flags"));
    check::number(item)?;
    let Integer { rust: repr, model } = integer(item)?;
    let border = border();
    let (mut infos, mut values) = (vec![], vec![]);
    let mut asserts = TokenStream::new();
    for variant in variants {
        let (ident, plain) = (&variant.name, plain(&variant.name));
        let docs = variant.attributes.docs();
        infos.push(quote!((#plain, #docs, #name::#ident as ::core::primitive::i128)));
        values.push(quote!(#name::#ident));
        let (holds, hint) = match () {
            () if error => (
                quote!(1 <= #name::#ident as ::core::primitive::i128 && #name::#ident as ::core::primitive::i128 <= ::core::primitive::i32::MAX as ::core::primitive::i128),
                "the discriminant of an error is a status: between 1 and `i32::MAX`, since 0 is success, and negative ones are ours",
            ),
            () if flags => (
                quote!(1 <= #name::#ident as ::core::primitive::i128),
                "the discriminant of a flag is a bit or several, and not negative: write `1 << 0`, `1 << 1`, …; no flag at all is `ffi::Flags::empty()`",
            ),
            () => continue,
        };
        asserts.extend(quote_spanned!(place(ident)=> const _: () = ::core::assert!(#holds, #hint);));
    }
    asserts.extend(quote_spanned! {place(name)=>
        const _: () = ::core::assert!(
            ::core::mem::size_of::<#name>() == ::core::mem::size_of::<::core::primitive::#repr>(),
            "the discriminants do not fit into an `int` of C: give it an integer `repr`"
        );
    });
    let (named, infos) = (named(name, attributes, options), listed(infos));
    let seen = seen::enumeration(item, variants);
    let describe = quote! {
        #seen
        unsafe { #border::describe_enum::<Self>(interoptopus_registry, #named, #border::Primitive::#model, #error, #flags, &[#infos]) }
    };
    let crosses = if flags { flag(item, &repr, &describe, &values) } else { number(item, &repr, &describe, &values) };
    let failure = error.then(|| {
        quote! {
            unsafe impl #border::Failure for #name {
                fn status(self) -> ::core::primitive::i32 { self as ::core::primitive::i32 }
            }
        }
    });
    let surrogate = surrogates::enumeration(item, options, variants)?;
    let aside = aside(&quote!(#crosses #failure #surrogate #asserts));
    Ok(quote!(#kept #aside))
}

/// An enum that is one of its variants.
fn number(item: &Item, repr: &proc_macro::Ident, describe: &TokenStream, values: &[TokenStream]) -> TokenStream {
    let (border, name) = (border(), &item.name);
    let known: TokenStream = values
        .iter()
        .map(|variant| quote!(interoptopus_known |= interoptopus_value == #variant as ::core::primitive::#repr;))
        .collect();
    quote! {
        unsafe impl #border::Border for #name {
            type Way = #border::ByValue;
            type With<'interoptopus> = #name;
            fn describe(interoptopus_registry: &mut #border::Registry) -> #border::Type { #describe }
        }
        unsafe impl #border::HoldsNoStatic<'_, #name> for #name {}
        unsafe impl #border::Plain for #name {
            const CHECKED: ::core::primitive::bool = true;
            const BORROWS: ::core::primitive::bool = false;
            unsafe fn check(interoptopus_at: *mut Self, _: &#border::Copies) -> ::core::result::Result<(), #border::Status> {
                let interoptopus_value = unsafe { interoptopus_at.cast::<::core::primitive::#repr>().read() };
                let mut interoptopus_known = false;
                #known
                #border::known(interoptopus_known)
            }
        }
    }
}

/// An enum of which sets cross.
fn flag(item: &Item, repr: &proc_macro::Ident, describe: &TokenStream, values: &[TokenStream]) -> TokenStream {
    let (border, name) = (border(), &item.name);
    let variants = listed(values.iter().cloned());
    quote! {
        unsafe impl #border::Border for #name {
            type Way = #border::InFlags;
            type With<'interoptopus> = #name;
            fn describe(interoptopus_registry: &mut #border::Registry) -> #border::Type { #describe }
        }
        unsafe impl #border::Flag for #name {
            type Bits = ::core::primitive::#repr;
            const VARIANTS: &'static [Self] = &[#variants];
            fn into_bits(self) -> ::core::primitive::#repr { self as ::core::primitive::#repr }
        }
        impl<Other: ::core::convert::Into<#border::Flags<#name>>> ::core::ops::BitOr<Other> for #name {
            type Output = #border::Flags<#name>;
            fn bitor(self, other: Other) -> Self::Output {
                <#border::Flags<#name> as ::core::convert::From<#name>>::from(self) | ::core::convert::Into::into(other)
            }
        }
    }
}

/// The integer that the enum is.
fn integer(item: &Item) -> Result<Integer> {
    let EnumRepr { integer, c } = EnumRepr::of(item)?;
    integer.or_else(|| c.then(Integer::int)).ok_or_else(|| {
        Error::new(
            item.name.span(),
            "an enum that crosses the border says how large it is: add `#[repr(u8)]` or another integer up to 64 bits, or `#[repr(C)]`, an `int`",
        )
    })
}
