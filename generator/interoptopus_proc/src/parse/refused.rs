//! Types that cannot cross, as far as one can see it by how they are written, and say more than the compiler.

use super::described::refuse_unseen;
use super::error::{Error, Result};
use super::fragments::type_in;
use super::lifetimes::{SLICES, has_lifetime};
use super::tokens::{is_mark, is_one_of, mentions};
use super::types::{Look, Type, find_static, is_text, is_unsized, look};
use proc_macro::{Ident, TokenStream, TokenTree};

/// The traits of closures.
const CLOSURES: [&str; 3] = ["Fn", "FnMut", "FnOnce"];
const CALLBACK: &str = "a closure cannot cross the border, and a generic function neither: name a callback, `#[ffi_type] pub type OnEvent = \
                        extern \"C\" fn(event: u32) -> ffi::Bool;`, and take an `OnEvent`";
const VOID: &str = "an address of anything is a `*const c_void` or a `*mut c_void`, from `std::ffi`";
const MACRO: &str = "a macro hides the type: write it out, since slices and strings are seen by how they are written";
const FAT: &str = "a raw pointer to a slice has no form in C";

/// Refuses what cannot be a parameter.
pub(crate) fn refuse_parameter(ty: &Type) -> Result<()> {
    if let Some(lifetime) = find_static(ty.tokens()) {
        return Err(Error::new(
            lifetime,
            "a parameter cannot be `'static`: what a caller passes lives for the time of the call; leave the lifetime out",
        ));
    }
    if texts(ty).is_some() {
        return refuse_hidden(ty.tokens());
    }
    refuse_signature(
        ty,
        "an array cannot be a parameter in C: take `&[T; N]`, or put it into a struct",
        "a function pointer needs a name, which bindings show: write `#[ffi_type] pub type Name = extern \"C\" fn(…);`, and take a `Name`",
    )
}

/// Refuses what cannot be returned.
pub(crate) fn refuse_return(ty: &Type) -> Result<()> {
    if ty.is_unit() {
        return Ok(());
    }
    refuse_signature(
        ty,
        "an array cannot be returned in C: put it into a struct that is `#[ffi_type]`",
        "a function pointer cannot be returned: callbacks only come in",
    )
}

/// Refuses what cannot be the type of a constant.
pub(crate) fn refuse_constant(ty: &Type) -> Result<()> {
    let is_slice =
        matches!(look(ty.tokens()), Look::Reference { exclusive: false, to, .. } if matches!(look(&to), Look::Slice(_)));
    if ty.is_array() || is_slice {
        return refuse_hidden(ty.tokens());
    }
    refuse_signature(ty, "", "a function has no value that bindings could contain: mark it `#[ffi_function]`")
}

/// Refuses what cannot be in the signature of a callback, as far as the macros would read it otherwise than the compiler.
pub(crate) fn refuse_of_callback(ty: &Type) -> Result<()> {
    refuse_hidden(ty.tokens())
}

fn refuse_signature(ty: &Type, array: &str, function_pointer: &str) -> Result<()> {
    refuse(ty, array, function_pointer)?;
    refuse_hidden(ty.tokens())
}

fn refuse(ty: &Type, array: &str, function_pointer: &str) -> Result<()> {
    const OBJECT: &str = "a trait object cannot cross the border: take a callback, or a reference to an opaque type";
    let hint = match look(ty.tokens()) {
        Look::Array => array,
        Look::FunctionPointer => function_pointer,
        Look::ImplTrait | Look::TraitObject if mentions(ty.tokens(), &CLOSURES) => CALLBACK,
        Look::ImplTrait => "a generic function cannot cross the border: name the type",
        Look::TraitObject => OBJECT,
        Look::Reference { to, exclusive, .. } => match look(&to) {
            Look::TraitObject if mentions(&to, &CLOSURES) => CALLBACK,
            Look::TraitObject => OBJECT,
            Look::Slice(element) => return refuse_element(ty, &element),
            _ if exclusive && is_text(&to) => "other languages could break the UTF-8 of a `&mut str`: take `&mut [u8]`",
            _ => return Ok(()),
        },
        Look::Pointer(to) if is_nothing(&to) => VOID,
        Look::Pointer(to) if is_unsized(&to) => return Err(fat(ty, "take `&[T]`, or `*const T` and a length")),
        Look::Slice(_) => "a slice has no size: take `&[T]`",
        Look::Path { name, arguments, .. } if name == "Box" && matches!(look(&arguments), Look::TraitObject) => {
            if mentions(&arguments, &CLOSURES) { CALLBACK } else { OBJECT }
        }
        Look::Tuple { .. } => "a tuple cannot cross the border: name its parts in a struct that is `#[ffi_type]`",
        Look::Never => "a function that never returns cannot cross the border: the caller waits for it",
        Look::Infer => "the type has to be written out",
        Look::Macro => MACRO,
        Look::Pointer(_) | Look::Path { .. } | Look::Other => return Ok(()),
    };
    Err(Error::about(ty.tokens(), hint))
}

/// Refuses a type in which lifetimes could not be written out: those in a macro's tokens are the macro's, and a function type has its own.
fn refuse_hidden(tokens: &TokenStream) -> Result<()> {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    refuse_unseen(&trees)?;
    for (i, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Ident(word) if is_one_of(word, &["fn", "for", "dyn", "impl"]) => {
                return Err(Error::new(
                    word.span(),
                    "a function type or a trait object within a type has lifetimes of its own: call the whole type by an alias, `type Name = …;`, and \
                     write `Name`",
                ));
            }
            TokenTree::Ident(name) => {
                if let (true, Some(TokenTree::Group(_))) = (is_mark(trees.get(i + 1), '!'), trees.get(i + 2)) {
                    let why = "a macro hides the type, and its tokens have no lifetimes: write the type out, or call it by an alias, `type Name = …;`";
                    return Err(Error::new(name.span(), why));
                }
            }
            TokenTree::Group(group) => refuse_hidden(&type_in(group).0)?,
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    Ok(())
}

/// The lifetimes of `&[&str]`, which Rust makes of strings in a slice: of the slice, and of the strings.
fn texts(ty: &Type) -> Option<[Option<Ident>; 2]> {
    let Look::Reference { exclusive: false, to, lifetime: own } = look(ty.tokens()) else { return None };
    let Look::Slice(element) = look(&to) else { return None };
    match look(&element) {
        Look::Reference { exclusive: false, to, lifetime } if is_text(&to) => Some([own, lifetime]),
        _ => None,
    }
}

/// Refuses a result that would live as long as a slice of strings, which is made for the call.
pub(crate) fn refuse_lifetime_of_texts(ty: &Type, output: &Type) -> Result<()> {
    match texts(ty) {
        Some([Some(own), _]) if has_lifetime(output.tokens(), &own) => Err(Error::about(
            ty.tokens(),
            "the slice of strings is made for the call, and the result cannot live as long: give its own lifetime another name, or none, `&[&'a str]`",
        )),
        _ => Ok(()),
    }
}

/// Refuses what cannot be the element of a slice.
fn refuse_element(ty: &Type, element: &TokenStream) -> Result<()> {
    let hint = match look(element) {
        Look::Reference { to, .. } if is_text(&to) => {
            "a slice of strings that is no parameter to read, `&[&str]`, is written as it is in memory: `&[ffi::Str]`"
        }
        Look::Reference { to, .. } if is_unsized(&to) => "a slice of slices is written as it is in memory: `&[ffi::Slice<u8>]`",
        Look::Tuple { .. } => "a tuple cannot cross the border: name its parts in a struct that is `#[ffi_type]`",
        Look::Path { name, .. } if name == "PhantomData" => "what has no bytes cannot be the element of a slice",
        _ => return Ok(()),
    };
    Err(Error::about(ty.tokens(), hint))
}

/// Refuses what cannot be a field.
pub(crate) fn refuse_field(ty: &Type) -> Result<()> {
    const OBJECT: &str = "a trait object cannot be a field: use a callback, or a pointer to an opaque type";
    let hint = match look(ty.tokens()) {
        Look::Reference { exclusive: true, .. } => {
            "`&mut` cannot be a field, since nobody could see whether two of them share memory: use a raw pointer"
        }
        Look::Reference { to, .. } => match look(&to) {
            Look::Slice(_) => "a slice in a field is written as it is in memory: `ffi::Slice<'a, T>`",
            Look::TraitObject => OBJECT,
            _ if is_text(&to) => "a string in a field is written as it is in memory: `ffi::Str<'a>`, or `ffi::CStrPtr<'a>`",
            _ => return refuse_hidden(ty.tokens()),
        },
        Look::Pointer(to) if is_nothing(&to) => VOID,
        Look::Pointer(to) if is_unsized(&to) => return Err(fat(ty, "use `ffi::Slice`, or `*const T` and a length")),
        Look::Tuple { is_empty: true } => "`()` has no bytes: leave the field out",
        Look::Tuple { is_empty: false } => {
            "a tuple cannot be a field, since Rust lays it out as it likes: name it as a struct that is `#[ffi_type]`"
        }
        Look::FunctionPointer => {
            "a function pointer needs a name, which bindings show: write `#[ffi_type] pub type Name = extern \"C\" fn(…);`, and use `Name`"
        }
        Look::Slice(_) => "a slice has no size: write `ffi::Slice<'a, T>`, or an array",
        Look::TraitObject => OBJECT,
        Look::Never => "a field of type `!` has no value",
        Look::ImplTrait | Look::Infer => "the type has to be written out",
        Look::Path { name, .. } if name == "PhantomData" => return Ok(()),
        Look::Pointer(_) | Look::Array | Look::Macro | Look::Path { .. } | Look::Other => return refuse_hidden(ty.tokens()),
    };
    Err(Error::about(ty.tokens(), hint))
}

/// Refuses a field that leads to its own type through references.
pub(crate) fn refuse_reference_to(ty: &Type, own: &Ident) -> Result<()> {
    let own = own.to_string();
    if ty.is_phantom() || matches!(look(ty.tokens()), Look::Pointer(_)) || !leads_to(ty.tokens(), &[&own, "Self"], false) {
        return Ok(());
    }
    Err(Error::about(
        ty.tokens(),
        "a type leads to itself by raw pointers only, since other languages could tie references into a ring, which no check comes out of: \
         write `*const T`, or let a service hold the values",
    ))
}

fn fat(ty: &Type, hint: &str) -> Error {
    Error::about(ty.tokens(), format!("{FAT}: {hint}"))
}

/// Whether a reference or slice in it leads to one of `names`.
fn leads_to(tokens: &TokenStream, names: &[&str], mut referenced: bool) -> bool {
    let mut after_colon = false;
    tokens.clone().into_iter().any(|tree| {
        let is_rest = std::mem::replace(&mut after_colon, is_mark(Some(&tree), ':'));
        match tree {
            TokenTree::Group(group) => leads_to(&group.stream(), names, referenced),
            TokenTree::Ident(word) => {
                referenced |= is_one_of(&word, &SLICES);
                referenced && !is_rest && is_one_of(&word, names)
            }
            TokenTree::Punct(punct) => {
                referenced = (referenced || punct.as_char() == '&') && punct.as_char() != '*';
                false
            }
            TokenTree::Literal(_) => false,
        }
    })
}

/// Whether it is `()`.
fn is_nothing(tokens: &TokenStream) -> bool {
    matches!(look(tokens), Look::Tuple { is_empty: true })
}
