//! `#[ffi_type]` on a union: bytes that each of its fields is made of.

use super::composites::{Composite, infos};
use super::heads::named;
use super::hygiene::{aside, border, border_at, local, place};
use super::reprs::Repr;
use super::seen;
use crate::parse::{Field, Fields, Item, Options, Result};
use crate::quote::{listed, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn union(item: &Item, options: &Options, fields: &Fields, kept: &TokenStream) -> Result<TokenStream> {
    let composite = Composite::new(item, fields)?;
    let added = Repr::of_union(item)?;
    let (border, named) = (border(), named(&item.name, &item.attributes, options));
    let infos = infos(composite.fields().iter().copied(), |field| (field.is_public, quote!(0)));
    let asserts: TokenStream = composite.fields().iter().map(|field| assert(field)).collect();
    let asserts = |whole: &TokenStream| {
        let parts = listed(
            fields.all().iter().map(|Field { ty, .. }| quote!((::core::mem::size_of::<#ty>(), ::core::mem::align_of::<#ty>()))),
        );
        let border = border_at(place(&item.name));
        let seen = quote_spanned!(place(&item.name)=> #border::union_is::<#whole>(&[#parts]););
        quote!(#asserts #seen)
    };
    let (inside, outside) = match item.generics.has_instances() {
        true => {
            let asserts = asserts(&quote!(Self));
            (quote!({ #asserts false }), None)
        }
        false => {
            let asserts = asserts(&item.generics.applied(&item.name, Some("static")));
            (quote!(false), Some(quote!(const _: () = { #asserts };)))
        }
    };
    let seen = seen::union(item, fields);
    let describe = composite
        .border("ByValue", &quote!(#seen unsafe { #border::describe_union::<Self>(interoptopus_registry, #named, #infos) }));
    let plain = composite.plain(&inside, false, &local("_at"), &quote!(::core::result::Result::Ok(())));
    let aside = aside(&quote!(#describe #plain #outside));
    Ok(quote!(#added #kept #aside))
}

/// Any bytes are a value of the field, because the other side may have meant another one.
fn assert(field: &Field) -> TokenStream {
    let (ty, span) = (&field.ty, place(&field.ty));
    let border = border_at(span);
    quote_spanned! {span=>
        ::core::assert!(
            #border::is_plain_data::<#ty>(),
            "nobody can see which field of a union is meant, so that any bytes have to be a value of each: integers, floats, raw pointers, arrays \
             and structs of these; for anything else use an enum with data"
        );
    }
}
