//! `#[ffi_type]` on an enum: a number.

use super::structs::refuse_generics;
use super::{aside, border, named, place};
use crate::parse::{Enum, Error, Item, Options, Result};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{quote, quote_spanned};

pub(crate) fn enumeration(item: &Item, options: &Options, shape: &Enum, kept: &TokenStream) -> Result<TokenStream> {
    let error = options.has("error");
    let Item { attributes, name, .. } = item;
    refuse_generics(item)?;
    if let Some(at) = item.generics.first_lifetime() {
        return Err(Error::new(at, "an enum that crosses the border is a number, and borrows nothing"));
    }
    if let Some(variant) = shape.variants.iter().find(|v| v.payload) {
        return Err(Error::new(
            variant.name.span(),
            "an enum whose variants carry values cannot cross the border: use a struct with a numeric enum as tag, or several functions",
        ));
    }
    if shape.variants.is_empty() {
        return Err(Error::new(name.span(), "an enum without variants has no value that could cross the border"));
    }
    let (repr, primitive) = repr(item)?;
    let border = border();
    let (mut infos, mut known) = (vec![], vec![]);
    let mut asserts = TokenStream::new();
    for variant in &shape.variants {
        let (variant_name, cfgs, docs) = (&variant.name, variant.attributes.cfgs(), variant.attributes.docs());
        let plain = variant_name.to_string();
        let plain = plain.trim_start_matches("r#");
        infos.push(quote!(#cfgs (#plain, #docs, #name::#variant_name as i128)));
        known.push(quote!(#cfgs { known |= value == #name::#variant_name as #repr; }));
        if error {
            asserts.extend(quote_spanned! {place(variant_name)=>
                #cfgs
                const _: () = ::core::assert!(
                    1 <= #name::#variant_name as i128 && #name::#variant_name as i128 <= i32::MAX as i128,
                    "the discriminant of an error is a status: between 1 and `i32::MAX`, since 0 is success, and negative ones are ours"
                );
            });
        }
    }
    asserts.extend(quote_spanned! {place(name)=>
        const _: () = ::core::assert!(
            ::core::mem::size_of::<#name>() == ::core::mem::size_of::<#repr>(),
            "the discriminants do not fit into an `int` of C: give it an integer `repr`"
        );
    });
    let failure = error.then(|| {
        quote! {
            impl #border::Failure for #name {
                fn status(self) -> i32 { self as i32 }
            }
        }
    });
    let named = named(name, attributes, options);
    let aside = aside(
        &attributes.cfgs(),
        &quote! {
            unsafe impl #border::Border for #name {
                type Way = #border::ByValue;
                type With<'interoptopus> = #name;
                fn describe(registry: &mut #border::Registry) -> #border::Type {
                    #border::describe_enum::<Self>(registry, #named, #border::Primitive::#primitive, #error, &[#(#infos),*])
                }
            }
            unsafe impl #border::Plain for #name {
                const CHECKED: bool = true;
                const BORROWS: bool = false;
                unsafe fn check(at: *const Self) -> ::core::result::Result<(), #border::Status> {
                    let value = unsafe { at.cast::<#repr>().read() };
                    let mut known = false;
                    #(#known)*
                    #border::known(known)
                }
            }
            impl #border::Constant for #name {
                fn value(self) -> #border::Value { #border::Value::Int(self as i128) }
            }
            #failure
            #asserts
        },
    );
    Ok(quote!(#kept #aside))
}

/// The integer that the enum is, as a type of Rust and as one of the model.
fn repr(item: &Item) -> Result<(Ident, Ident)> {
    const REPRS: [(&str, &str, &str); 11] = [
        ("C", "i32", "I32"),
        ("i8", "i8", "I8"),
        ("i16", "i16", "I16"),
        ("i32", "i32", "I32"),
        ("i64", "i64", "I64"),
        ("isize", "isize", "Isize"),
        ("u8", "u8", "U8"),
        ("u16", "u16", "U16"),
        ("u32", "u32", "U32"),
        ("u64", "u64", "U64"),
        ("usize", "usize", "Usize"),
    ];
    let reprs = item.attributes.reprs();
    let named =
        |word: &str| reprs.iter().find_map(|(repr, _)| REPRS.iter().find(|r| r.0 == repr && (r.0 == "C") == (word == "C")));
    match named("an integer").or_else(|| named("C")) {
        Some((_, rust, model)) => Ok((Ident::new(rust, Span::call_site()), Ident::new(model, Span::call_site()))),
        None => Err(Error::new(
            item.name.span(),
            "an enum that crosses the border says how large it is: add `#[repr(u8)]` or another integer up to 64 bits, or `#[repr(C)]`, an `int`",
        )),
    }
}
