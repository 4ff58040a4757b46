//! `#[ffi_type]` on a struct: by value, and behind pointers.

use super::{aside, border, border_at, local, named, place};
use crate::parse::{Error, Item, Options, Result, Struct};
use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

pub(crate) fn structure(item: &Item, options: &Options, shape: &Struct, kept: &TokenStream) -> Result<TokenStream> {
    let Item { attributes, name, .. } = item;
    let fields = match shape {
        Struct::Named(fields) if !fields.is_empty() => fields,
        Struct::Named(_) => {
            return Err(Error::new(
                name.span(),
                "a struct without fields cannot cross the border, since C has none: mark it `#[ffi_type(opaque)]`, and pass a reference",
            ));
        }
        Struct::Unnamed => {
            return Err(Error::new(name.span(), "the fields need names here, which bindings show: `struct Name { field: T }`"));
        }
    };
    refuse_generics(item)?;
    let repr = add_repr(item)?;
    let (border, at, generics) = (border(), local("at"), &item.generics);
    let (own, this, bounds) = (generics.applied(name, None), generics.applied(name, Some("interoptopus")), &generics.bounds);
    let (mut infos, mut natures, mut borrows, mut recursions, mut checks) = (vec![], vec![], vec![], vec![], vec![]);
    for field in fields {
        let (ty, field_name, cfgs, docs) = (&field.ty, &field.name, field.attributes.cfgs(), field.attributes.docs());
        let plain_name = field_name.to_string();
        let plain_name = plain_name.trim_start_matches("r#");
        let span = place(ty);
        let border = border_at(span);
        infos.push(
            quote_spanned!(span=> #cfgs #border::field::<#ty>(#plain_name, #docs, ::core::mem::offset_of!(Self, #field_name))),
        );
        natures.push(quote_spanned!(span=> #cfgs <#ty as #border::Plain>::CHECKED));
        borrows.push(quote_spanned!(span=> #cfgs <#ty as #border::Plain>::BORROWS));
        recursions.push(quote_spanned!(span=> #cfgs <#ty as #border::Plain>::RECURS_THROUGH_RAW_POINTERS_ONLY;));
        checks.push(quote_spanned!(span=> #cfgs <#ty as #border::Plain>::check(&raw const (*#at).#field_name)?;));
    }
    let named = named(name, attributes, options);
    let whole = generics.applied(name, Some("static"));
    let border_here = border_at(place(name));
    let recursion = quote_spanned!(place(name)=> const RECURS_THROUGH_RAW_POINTERS_ONLY: () = { #(#recursions)* };);
    let drops = quote_spanned! {place(name)=>
        const _: () = <#whole as #border_here::Plain>::RECURS_THROUGH_RAW_POINTERS_ONLY;
        const _: () = ::core::assert!(
            !::core::mem::needs_drop::<#whole>(),
            "other languages copy this struct, so that it cannot have a destructor; mark it `#[ffi_type(opaque)]`, or `#[ffi_type(service)]`"
        );
    };
    let aside = aside(
        &attributes.cfgs(),
        &quote! {
            unsafe impl #generics #border::Border for #own #bounds {
                type Way = #border::ByValue;
                type With<'interoptopus> = #this;
                fn describe(registry: &mut #border::Registry) -> #border::Type {
                    #border::describe_struct::<Self>(registry, #named, &[#(#infos),*])
                }
            }
            unsafe impl #generics #border::Plain for #own #bounds {
                const CHECKED: bool = #border::any(&[#(#natures),*]);
                const BORROWS: bool = #border::any(&[#(#borrows),*]);
                #recursion
                unsafe fn check(#at: *const Self) -> ::core::result::Result<(), #border::Status> {
                    unsafe { #(#checks)* }
                    ::core::result::Result::Ok(())
                }
            }
            #drops
        },
    );
    Ok(quote!(#repr #kept #aside))
}

/// `#[repr(C)]`, if it is not there.
fn add_repr(item: &Item) -> Result<Option<TokenStream>> {
    let reprs = item.attributes.reprs();
    for (word, at) in &reprs {
        let hint = match word.as_str() {
            "packed" => {
                "a packed struct cannot cross the border, since other languages cannot point at its fields: leave `packed` out"
            }
            "align" => {
                "a struct with an alignment of its own cannot cross the border: add a field that aligns it, or leave `align` out"
            }
            "transparent" => "in other languages this is a struct with a field: write `#[repr(C)]`, or use the field's type",
            _ => continue,
        };
        return Err(Error::new(*at, hint));
    }
    let is_there = reprs.iter().any(|(word, _)| word == "C");
    Ok((!is_there).then(|| quote!(#[repr(C)])))
}

/// Refuses parameters that are not lifetimes.
pub(crate) fn refuse_generics(item: &Item) -> Result<()> {
    match item.generics.first_type().or(item.generics.first_const()) {
        None => Ok(()),
        Some(at) => Err(Error::new(at, "a generic type cannot cross the border: write one type for each, such as `PairF32`")),
    }
}
