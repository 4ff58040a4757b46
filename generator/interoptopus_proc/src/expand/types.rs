//! `#[ffi_type]`: the construct that an item is.

use super::{callbacks, enums, opaques, services, structs, tagged, unions};
use crate::parse::{Cursor, Error, Fields, Item, MARKS, Options, Pointer, Result, Shape, Variant, is_one_of};
use proc_macro::TokenStream;

/// The kinds of types that their shape does not show.
const KINDS: [&str; 4] = ["error", "flags", "opaque", "service"];
/// The options of types besides.
const EXTRAS: [&str; 2] = ["default", "surrogate"];

pub(crate) fn ffi_type(arguments: TokenStream, tokens: &TokenStream) -> Result<TokenStream> {
    let item = Item::parse(Cursor::over(tokens))?;
    let options = Options::parse(arguments, "`#[ffi_type]`", &[&KINDS[..], &EXTRAS[..], &MARKS[..]].concat())?;
    let kind = only_kind(&options)?;
    refuse_name(&item)?;
    refuse_extras(&item, &options, kind)?;
    match (kind, &item.shape) {
        (Some("opaque"), _) => opaques::opaque(&item, &options, tokens),
        (Some("service"), _) => services::service_type(&item, &options, tokens),
        (None, Shape::Struct(fields)) => structs::structure(&item, &options, fields, tokens),
        (None, Shape::Union(fields)) => unions::union(&item, &options, fields, tokens),
        (None, Shape::Alias(ty)) => callbacks::callback(&item, &options, ty, &Pointer::parse(ty)?),
        (kind, Shape::Enum(variants)) => match has_data(&item, variants)? {
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

/// Refuses names that mean something in a signature or a field.
fn refuse_name(item: &Item) -> Result<()> {
    const MEANT: [&str; 32] = [
        "Box",
        "CStr",
        "CStrPtr",
        "NonZero",
        "Option",
        "PhantomData",
        "Slice",
        "SliceMut",
        "Str",
        "String",
        "Vec",
        "bool",
        "c_char",
        "c_long",
        "c_ulong",
        "char",
        "f32",
        "f64",
        "i128",
        "i16",
        "i32",
        "i64",
        "i8",
        "isize",
        "str",
        "u128",
        "u16",
        "u32",
        "u64",
        "u8",
        "usize",
        "Self",
    ];
    if !is_one_of(&item.name, &MEANT) {
        return Ok(());
    }
    Err(Error::new(
        item.name.span(),
        format!(
            "`{0}` in a signature means what Rust or `interoptopus::ffi` calls so, as the macros see types by how they are written: call your own \
             otherwise, and write `#[ffi_type(name = \"{0}\")]` for other languages",
            item.name
        ),
    ))
}

/// The kind of type that the options say, if they say one.
fn only_kind(options: &Options) -> Result<Option<&'static str>> {
    let kinds: Vec<_> = KINDS.iter().filter_map(|kind| options.word(kind).map(|at| (*kind, at))).collect();
    match &kinds[..] {
        [] => Ok(None),
        [(kind, _)] => Ok(Some(kind)),
        [(first, _), (second, at), ..] => {
            Err(Error::new(*at, format!("a type is one thing: `{first}` and `{second}` exclude each other")))
        }
    }
}

/// Refuses what can be said of some types, of others.
fn refuse_extras(item: &Item, options: &Options, kind: Option<&str>) -> Result<()> {
    let (is_struct, is_enum) = (matches!(item.shape, Shape::Struct(_)), matches!(item.shape, Shape::Enum(_)));
    let inside = kind.is_none_or(|kind| kind != "opaque" && kind != "service");
    if let Some(at) = options.word("default").filter(|_| !is_struct || !inside) {
        return Err(Error::new(at, "`default` is for structs whose fields other languages see: leave it out"));
    }
    if let Some(at) = options.word("surrogate").filter(|_| !(is_struct || is_enum) || !inside) {
        return Err(Error::new(
            at,
            "a surrogate is a struct or an enum that has all that the other type has: for a type in which only Rust looks, wrap it into an \
             opaque struct",
        ));
    }
    Ok(())
}

/// The first variant that has data.
fn has_data<'a>(item: &Item, variants: &'a [Variant]) -> Result<Option<&'a Variant>> {
    if variants.is_empty() {
        return Err(Error::new(item.name.span(), "an enum without variants has no value that could cross the border"));
    }
    let data = variants.iter().find(|variant| !variant.fields.all().is_empty());
    match variants.iter().find(|variant| !matches!(variant.fields, Fields::Unit)) {
        Some(empty) if data.is_none() => {
            Err(Error::new(empty.name.span(), format!("a variant without data is written without brackets: `{}`", empty.name)))
        }
        _ => Ok(data),
    }
}
