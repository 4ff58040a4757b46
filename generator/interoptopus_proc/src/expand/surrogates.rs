//! `#[ffi_type(surrogate = their_crate::Type)]`: a type of the author's that stands for one of somebody else's.
//!
//! Each side is taken apart with all its fields, so that one which is new or missing does not compile.

use super::hygiene::{local_at, place};
use crate::parse::{Error, Fields, Item, Options, Result, Variant};
use crate::quote::{quote, quote_spanned};
use proc_macro::{Ident, Span, TokenStream};

/// The conversions of a struct, if it is a surrogate.
pub(crate) fn structure(item: &Item, options: &Options, fields: &Fields) -> Result<Option<TokenStream>> {
    let Some(theirs) = foreign(item, options)? else { return Ok(None) };
    let own = &item.name;
    let (pattern, values) = take_apart(theirs, fields);
    Ok(Some(both(
        theirs,
        |from, into| quote_spanned!(written(theirs)=> let #from #pattern = interoptopus_value; #into #values),
        own,
    )))
}

/// The conversions of an enum, if it is a surrogate.
pub(crate) fn enumeration(item: &Item, options: &Options, variants: &[Variant]) -> Result<Option<TokenStream>> {
    let Some(theirs) = foreign(item, options)? else { return Ok(None) };
    let own = &item.name;
    Ok(Some(both(
        theirs,
        |from, into| {
            let arms: TokenStream = variants
                .iter()
                .map(|variant| {
                    let (name, (pattern, values)) = (&variant.name, take_apart(theirs, &variant.fields));
                    quote_spanned!(written(theirs)=> #from::#name #pattern => #into::#name #values,)
                })
                .collect();
            quote_spanned!(written(theirs)=> match interoptopus_value { #arms })
        },
        own,
    )))
}

fn foreign<'a>(item: &Item, options: &'a Options) -> Result<Option<&'a TokenStream>> {
    match (&options.surrogate, item.generics.first()) {
        (Some(_), Some(at)) => Err(Error::new(at, "a surrogate has no parameters: write its conversions yourself, with `From`")),
        (theirs, _) => Ok(theirs.as_ref()),
    }
}

/// `From` in both directions, by what `convert` makes of the two. The foreign type gets a name that can stand in a pattern.
fn both(theirs: &TokenStream, convert: impl Fn(&Ident, &Ident) -> TokenStream, own: &Ident) -> TokenStream {
    let at = written(theirs);
    let alias = Ident::new("InteroptopusSurrogate", at);
    let directions: TokenStream = [(&alias, own), (own, &alias)]
        .into_iter()
        .map(|(from, into)| {
            let convert = convert(from, into);
            quote_spanned! {at=>
                impl ::core::convert::From<#from> for #into {
                    fn from(interoptopus_value: #from) -> Self { #convert }
                }
            }
        })
        .collect();
    quote_spanned!(at=> type #alias = #theirs; #directions)
}

/// The place of the foreign type, as if its author had written what is there: so the compiler names a field that is missing.
fn written(theirs: &TokenStream) -> Span {
    theirs.clone().into_iter().next().map_or_else(Span::call_site, |tree| tree.span())
}

/// `{ a: a0, … }` as a pattern, and with the fields converted as a value.
fn take_apart(theirs: &TokenStream, fields: &Fields) -> (TokenStream, TokenStream) {
    if let Fields::Unit = fields {
        return Default::default();
    }
    let (mut pattern, mut values) = (TokenStream::new(), TokenStream::new());
    for (i, field) in fields.all().iter().enumerate() {
        let member = &field.member;
        let local = local_at(&format!("field{i}"), place(&field.ty));
        pattern.extend(quote!(#member: #local,));
        let value = match field.ty.is_phantom() {
            true => quote!(#local),
            false => quote_spanned!(place(&field.ty)=> ::core::convert::Into::into(#local)),
        };
        values.extend(quote!(#member: #value,));
    }
    (quote_spanned!(written(theirs)=> { #pattern }), quote_spanned!(written(theirs)=> { #values }))
}
