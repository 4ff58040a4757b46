//! `#[ffi_type]` on an enum with data: a tag, and a union of the variants' fields.

use super::composites::{Composite, infos};
use super::heads::{named, plain};
use super::hygiene::{aside, border, border_at, local, place};
use super::reprs::{EnumRepr, Integer};
use super::{seen, surrogates};
use crate::parse::{Error, Item, Options, Result, Variant, is_one_of};
use crate::quote::{listed, quote, quote_spanned};
use proc_macro::TokenStream;

pub(crate) fn tagged(item: &Item, options: &Options, variants: &[Variant], kept: &TokenStream) -> Result<TokenStream> {
    let composite = Composite::with_variants(item, variants.iter().map(|variant| &variant.fields))?;
    let (integer, added) = layout(item)?;
    let (border, at, named) = (border(), local("at"), named(&item.name, &item.attributes, options));
    let (Integer { rust, model }, (declared, header)) = (&integer, composite.header());
    let cases = listed(variants.iter().map(|variant| {
        let (name, docs) = (plain(&variant.name), variant.attributes.docs());
        let (ident, fields) = (&variant.name, infos(variant.fields.all(), |_| (true, quote!(0))));
        quote!(#border::CaseInfo { name: #name, docs: #docs, value: InteroptopusTag::#ident as ::core::primitive::i128, fields: #fields })
    }));
    let (seen, tags_seen) = (seen::enumeration(item, variants), variants.iter().map(seen::tag).collect::<TokenStream>());
    let describe = quote! {
        #seen
        unsafe { #border::describe_tagged::<Self>(interoptopus_registry, #named, #border::Primitive::#model, &[#cases]) }
    };
    let describe = composite.border("ByValue", &describe);
    let checks: TokenStream = variants.iter().map(|variant| check(variant, &integer)).collect();
    let check = quote! {
        let interoptopus_tag = unsafe { #at.cast::<::core::primitive::#rust>().read() };
        #checks
        #border::known(false)
    };
    let plain = composite.plain(&quote!(true), false, &at, &check);
    let tags = listed(variants.iter().map(|Variant { name, discriminant, .. }| quote!(#name #discriminant)));
    let repr = if item.attributes.reprs().iter().any(|repr| is_one_of(rust, &[&repr.name])) { quote!(#rust) } else { quote!(C) };
    let (whole, cases) = (local("memory"), variants.iter().map(memory).collect::<TokenStream>());
    let surrogate = surrogates::enumeration(item, options, variants)?;
    let memory_is_right = (!item.generics.has_instances()).then(|| {
        let whole = item.generics.applied(&item.name, Some("static"));
        let border = border_at(place(&item.name));
        quote_spanned!(place(&item.name)=> const _: () = { let _ = <#whole as #border::SumType>::MEMORY; };)
    });
    let aside = aside(&quote! {
        // The same discriminants, without the data.
        #[allow(dead_code, nonstandard_style)]
        #[repr(#repr)]
        enum InteroptopusTag { #tags }
        unsafe impl #declared #border::SumType for #header {
            const MEMORY: #border::SumMemory = {
                let #whole = #border::SumMemory::tagged::<::core::primitive::#rust, InteroptopusTag>();
                #cases
                let #whole = #whole.of::<Self>();
                #tags_seen
                #whole
            };
        }
        #describe
        #plain
        #surrogate
        #memory_is_right
    });
    Ok(quote!(#added #kept #aside))
}

/// The integer that the tag is; with `#[repr(C)]`, if it has to be added.
fn layout(item: &Item) -> Result<(Integer, Option<TokenStream>)> {
    let EnumRepr { integer, c } = EnumRepr::of(item)?;
    match integer {
        Some(integer) if c => Ok((integer, None)),
        None => Ok((Integer::int(), (!c).then(|| quote!(#[repr(C)])))),
        Some(Integer { rust, .. }) => {
            let at = item.attributes.reprs().first().map_or_else(|| item.name.span(), |repr| repr.at);
            Err(Error::new(
                at,
                format!("an enum with data is a tag before a union, as C writes it, only with a `C`: write `#[repr(C, {rust})]`"),
            ))
        }
    }
}

/// Adds the fields of a variant to the memory of the whole.
fn memory(variant: &Variant) -> TokenStream {
    let memory = local("memory");
    let fields: TokenStream = variant
        .fields
        .all()
        .iter()
        .filter(|field| !field.ty.is_phantom())
        .map(|field| {
            let ty = &field.ty;
            quote_spanned!(place(ty)=> let #memory = #memory.with_field::<#ty>();)
        })
        .collect();
    quote! {
        let #memory = { let #memory = #memory.with_case(); #fields #memory };
    }
}

/// Checks the fields of a variant if the tag is its.
fn check(variant: &Variant, Integer { rust, .. }: &Integer) -> TokenStream {
    let (name, border) = (&variant.name, border());
    let (at, payload, copies) = (local("at"), local("payload"), local("copies"));
    let checks: TokenStream = variant
        .fields
        .all()
        .iter()
        .filter(|field| !field.ty.is_phantom())
        .map(|field| {
            let (ty, span) = (&field.ty, place(&field.ty));
            let border = border_at(span);
            quote_spanned!(span=> unsafe { <#ty as #border::Plain>::check(#border::Payload::next_field::<#ty>(&mut #payload), #copies)?; })
        })
        .collect();
    let begin = (!checks.is_empty()).then(|| quote!(let mut #payload = #border::Payload::of(#at);));
    quote! {
        if interoptopus_tag == InteroptopusTag::#name as ::core::primitive::#rust {
            #begin
            #checks
            return ::core::result::Result::Ok(());
        }
    }
}
