//! Types: names and options that cannot be what they are.

use crate::parse::{
    Error, Fields, Generics, Item, Options, PRIMITIVES, Pointer, Result, SLICES, Shape, TEXTS, Type, Variant, is_one_of,
    mentions, refuse_of_callback,
};

/// The kinds of types that their shape does not show.
pub(crate) const KINDS: [&str; 4] = ["error", "flags", "opaque", "service"];

/// The kind of type that the options say, if they say one, of a type whose name and options fit.
pub(crate) fn kind(item: &Item, options: &Options) -> Result<Option<&'static str>> {
    let kind = only_kind(options)?;
    refuse_name(item)?;
    refuse_extras(item, options, kind)?;
    Ok(kind)
}

/// Refuses names that mean something in a signature or a field.
fn refuse_name(item: &Item) -> Result<()> {
    const OTHERS: [&str; 11] =
        ["Box", "CStr", "NonZero", "Option", "PhantomData", "Self", "String", "Vec", "c_char", "c_long", "c_ulong"];
    let meant = [&PRIMITIVES[..], &SLICES, &TEXTS, &OTHERS];
    if !meant.iter().any(|words| is_one_of(&item.name, words)) {
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
pub(crate) fn has_data<'a>(item: &Item, variants: &'a [Variant]) -> Result<Option<&'a Variant>> {
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

/// Refuses what is no service.
pub(crate) fn service(item: &Item) -> Result<()> {
    if let Shape::Alias(_) | Shape::Union(_) = item.shape {
        return Err(Error::new(item.name.span(), "a service is a struct or an enum"));
    }
    service_parameters(&item.generics)
}

/// Refuses the parameters of a service.
pub(super) fn service_parameters(generics: &Generics) -> Result<()> {
    match generics.first() {
        None => Ok(()),
        Some(at) => Err(Error::new(at, "a service has no parameters: other languages keep its objects for as long as they like")),
    }
}

/// Refuses what is no opaque type.
pub(crate) fn opaque(item: &Item) -> Result<()> {
    match item.shape {
        Shape::Struct(_) | Shape::Union(_) | Shape::Enum(_) => Ok(()),
        Shape::Alias(_) => Err(Error::new(
            item.name.span(),
            "an opaque type is a struct, an enum or a union of yours: wrap a foreign one into a struct",
        )),
    }
}

/// Refuses a callback with parameters, or with a signature that could not be written out.
pub(crate) fn callback(item: &Item, pointer: &Type, signature: &Pointer) -> Result<()> {
    if let Some(at) = item.generics.first() {
        return Err(Error::new(at, "a callback has no parameters of its own: leave lifetimes out of its type"));
    }
    if mentions(&signature.binder, &["call"]) {
        return Err(Error::new(
            pointer.span(),
            "`'call` is the time for which the callback itself lives: call this lifetime otherwise",
        ));
    }
    let types = signature.parameters.iter().map(|(_, ty)| ty).chain(&signature.output);
    types.into_iter().try_for_each(refuse_of_callback)
}

/// Refuses the parameters of an enum that is a number.
pub(crate) fn number(item: &Item) -> Result<()> {
    match item.generics.first() {
        None => Ok(()),
        Some(at) => Err(Error::new(at, "an enum without data is a number, and has no parameters")),
    }
}
