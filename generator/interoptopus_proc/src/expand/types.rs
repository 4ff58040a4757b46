//! `#[ffi_type]`: the construct that an item is.

use super::{callbacks, enums, opaques, services, structs, tagged, unions};
use crate::check;
use crate::parse::{Cursor, Error, Item, MARKS, Options, Pointer, Result, Shape};
use proc_macro::TokenStream;

/// The options of types besides.
const EXTRAS: [&str; 2] = ["default", "surrogate"];

pub(crate) fn ffi_type(arguments: TokenStream, tokens: &TokenStream) -> Result<TokenStream> {
    let item = Item::parse(Cursor::over(tokens))?;
    let options = Options::parse(arguments, "`#[ffi_type]`", &[&check::KINDS[..], &EXTRAS[..], &MARKS[..]].concat())?;
    let kind = check::kind(&item, &options)?;
    match (kind, &item.shape) {
        (Some("opaque"), _) => opaques::opaque(&item, &options, tokens),
        (Some("service"), _) => services::service_type(&item, &options, tokens),
        (None, Shape::Struct(fields)) => structs::structure(&item, &options, fields, tokens),
        (None, Shape::Union(fields)) => unions::union(&item, &options, fields, tokens),
        (None, Shape::Alias(ty)) => callbacks::callback(&item, &options, ty, &Pointer::parse(ty)?),
        (kind, Shape::Enum(variants)) => match check::has_data(&item, variants)? {
            None => enums::enumeration(&item, &options, variants, tokens),
            Some(variant) => match kind {
                None => tagged::tagged(&item, &options, variants, tokens),
                Some("flags") => Err(Error::new(variant.name.span(), "a flag is a bit, and has no data")),
                Some(_) => Err(Error::new(
                    variant.name.span(),
                    "an error is a numeric enum, since it crosses as a status: leave the data out, and let another function or method say what more there is, \
                     such as a message",
                )),
            },
        },
        (Some(kind), Shape::Struct(_) | Shape::Union(_) | Shape::Alias(_)) => {
            let at = options.word(kind).unwrap_or_else(|| item.name.span());
            Err(Error::new(
                at,
                if kind == "flags" {
                    "`flags` is for an enum, of which each variant is a bit"
                } else {
                    "an error is a numeric enum"
                },
            ))
        }
    }
}
