//! The proof that `#[ffi_type]` saw all of a type: if an attribute below ours has changed it since, this does not compile.

use super::hygiene::{border_at, local, local_at, place};
use crate::parse::{Field, Fields, Item, Variant};
use crate::quote::{ToTokens, listed, quote, quote_spanned};
use proc_macro::{Ident, Span, TokenStream};

/// Statements for code in which the struct is `Self`.
pub(crate) fn structure(item: &Item, fields: &Fields) -> TokenStream {
    let (at, this) = (place(&item.name), this(place(&item.name)));
    let members = listed(fields.all().iter().map(|Field { member, .. }| quote!(#member: _)));
    let types: TokenStream = fields.all().iter().map(|field| is_of_type(field, &member(field))).collect();
    quote_spanned!(at=> let _ = |#this: &mut Self| { let Self { #members } = #this; #types };)
}

/// The same for a union, of whose fields a pattern names only one.
pub(crate) fn union(item: &Item, fields: &Fields) -> TokenStream {
    let (at, this) = (place(&item.name), this(place(&item.name)));
    let types: TokenStream = fields.all().iter().map(|field| is_of_type(field, &member(field))).collect();
    quote_spanned!(at=> let _ = |#this: &mut Self| unsafe { #types };)
}

/// The same for an enum.
pub(crate) fn enumeration(item: &Item, variants: &[Variant]) -> TokenStream {
    let (at, this) = (place(&item.name), this(place(&item.name)));
    let arms: TokenStream = variants
        .iter()
        .map(|Variant { name, fields, .. }| {
            let fields =
                || fields.all().iter().enumerate().map(|(i, field)| (local_at(&format!("f{i}"), place(&field.ty)), field));
            let members = listed(fields().map(|(local, Field { member, .. })| quote!(#member: #local)));
            let types: TokenStream =
                fields().map(|(local, field)| is_of_type(field, &quote_spanned!(place(&field.ty)=> *#local))).collect();
            quote_spanned!(at=> Self::#name { #members } => { #types })
        })
        .collect();
    quote_spanned!(at=> let _ = |#this: &mut Self| match #this { #arms };)
}

/// The proof that a variant has the tag which we think it has, memory with that tag being that variant; and its fields the offsets.
pub(crate) fn tag(variant: &Variant) -> TokenStream {
    let (name, memory) = (&variant.name, local_at("memory_of_it", place(&variant.name)));
    let whole = local("memory");
    let fields = || {
        let with_bytes = variant.fields.all().iter().filter(|field| !field.ty.is_phantom());
        with_bytes.enumerate().map(|(i, field)| (local_at(&format!("f{i}"), place(name)), field))
    };
    let members = listed(fields().map(|(local, Field { member, .. })| quote!(#member: #local)));
    let parts = listed(fields().map(|(local, Field { ty, .. })| {
        quote_spanned! {place(name)=>
            (
                (&raw const *#local).cast::<::core::primitive::u8>().offset_from((&raw const #memory).cast()) as ::core::primitive::usize,
                ::core::mem::size_of::<#ty>(),
                ::core::mem::align_of::<#ty>(),
            )
        }
    }));
    let payload = (!members.is_empty()).then(|| {
        quote_spanned! {place(name)=>
            if let Self::#name { #members, .. } = &*(&raw const #memory).cast::<Self>() {
                ::core::assert!(
                    #whole.has(&[#parts]),
                    "an attribute below `#[ffi_type]` has changed the `repr` of the enum, or the order of its fields: put `#[ffi_type]` below it"
                );
            }
        }
    });
    quote_spanned! {place(name)=>
        {
            let mut #memory = ::core::mem::MaybeUninit::<Self>::uninit();
            unsafe {
                (&raw mut #memory).cast::<InteroptopusTag>().write(InteroptopusTag::#name);
                ::core::assert!(
                    ::core::matches!(*(&raw const #memory).cast::<Self>(), Self::#name { .. }),
                    "an attribute below `#[ffi_type]` has changed the values of the variants: put `#[ffi_type]` below it"
                );
                #payload
            }
        }
    }
}

/// The value, at `span`.
fn this(span: Span) -> Ident {
    local_at("this", span)
}

fn member(Field { member, ty, .. }: &Field) -> TokenStream {
    let (this, mut member) = (this(place(ty)), member.clone());
    member.set_span(member.span().located_at(place(ty)));
    quote_spanned!(place(ty)=> #this.#member)
}

/// The proof that a place has just this type, and none with longer lifetimes: what is behind a `*mut` is invariant.
fn is_of_type(field: &Field, of: &TokenStream) -> TokenStream {
    let (ty, span) = (field.ty.to_token_stream(), place(&field.ty));
    let border = border_at(span);
    let phantom = field.ty.is_phantom().then(|| quote_spanned!(span=> #border::is_phantom::<#ty>();));
    quote_spanned!(span=> let _: *mut #ty = &raw mut #of; #phantom)
}
