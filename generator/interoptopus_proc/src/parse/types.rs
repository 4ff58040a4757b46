//! What can be seen of a type by how it is written.

use proc_macro2::{Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Error, GenericArgument, PathArguments, PathSegment, Result, Type};

/// Whether a parameter of this type is two at the ABI: a slice or a string, or an option of one.
pub(crate) fn crosses_as_two(ty: &Type) -> bool {
    match ty {
        Type::Paren(inner) => crosses_as_two(&inner.elem),
        Type::Group(inner) => crosses_as_two(&inner.elem),
        Type::Reference(reference) => match &*reference.elem {
            Type::Slice(_) => true,
            Type::Path(path) => path.qself.is_none() && path.path.is_ident("str"),
            _ => false,
        },
        Type::Path(path) => {
            let mut segments = path.path.segments.iter().rev();
            let (Some(last), before) = (segments.next(), segments.next()) else { return false };
            match last.ident.to_string().as_str() {
                "Slice" | "SliceMut" | "Str" => true,
                // `ffi::Option` is a struct.
                "Option" => before.is_none_or(|module| module.ident != "ffi") && only_argument(last).is_some_and(crosses_as_two),
                _ => false,
            }
        }
        _ => false,
    }
}

fn only_argument(segment: &PathSegment) -> Option<&Type> {
    match &segment.arguments {
        PathArguments::AngleBracketed(arguments) => match arguments.args.first() {
            Some(GenericArgument::Type(ty)) if arguments.args.len() == 1 => Some(ty),
            _ => None,
        },
        _ => None,
    }
}

/// Refuses types that are `'static`, as far as one can see it: what a caller passes does not live that long.
pub(crate) fn refuse_static(ty: &Type) -> Result<()> {
    match lifetimes(&ty.to_token_stream()).into_iter().find(|lifetime| lifetime == "static") {
        None => Ok(()),
        Some(lifetime) => Err(Error::new(
            lifetime.span(),
            "a parameter cannot be `'static`: what a caller passes lives for the time of the call; leave the lifetime out",
        )),
    }
}

fn lifetimes(tokens: &TokenStream) -> Vec<Ident> {
    let mut found = Vec::new();
    let mut after_tick = false;
    for tree in tokens.clone() {
        match tree {
            TokenTree::Group(group) => found.extend(lifetimes(&group.stream())),
            TokenTree::Ident(ident) if after_tick => {
                found.push(ident);
                after_tick = false;
            }
            TokenTree::Punct(punct) => after_tick = punct.as_char() == '\'',
            TokenTree::Ident(_) | TokenTree::Literal(_) => after_tick = false,
        }
    }
    found
}

/// Refuses what cannot be a parameter, where one can see it and say more than the compiler.
pub(crate) fn refuse_parameter(ty: &Type) -> Result<()> {
    let hint = match ty {
        Type::FnPtr(_) => {
            "a function pointer needs a name, which bindings show: write `#[ffi_type] pub type Name = extern \"C\" fn(…);`, and take a `Name`"
        }
        Type::ImplTrait(_) => "a generic function cannot cross the border: name the type",
        Type::TraitObject(_) => "a trait object cannot cross the border: take a callback, or a reference to an opaque type",
        Type::Tuple(_) => "a tuple cannot cross the border: name its parts in a struct that is `#[ffi_type]`",
        Type::Infer(_) => "the type of a parameter has to be written out",
        Type::Macro(_) => "a macro hides the type: write it out, since slices and strings are seen by how they are written",
        Type::Array(_) => "an array cannot be a parameter in C: take `&[T; N]`, or put it into a struct",
        Type::Reference(reference) if matches!(&*reference.elem, Type::TraitObject(_)) => {
            "a trait object cannot cross the border: take a callback, or a reference to an opaque type"
        }
        _ => return Ok(()),
    };
    Err(Error::new(ty.span(), hint))
}

/// Refuses what cannot be returned, where one can see it and say more than the compiler.
pub(crate) fn refuse_return(ty: &Type) -> Result<()> {
    match ty {
        Type::Never(_) => {
            Err(Error::new(ty.span(), "a function that never returns cannot cross the border: the caller waits for it"))
        }
        Type::Tuple(tuple) if tuple.elems.is_empty() => Ok(()),
        Type::Array(_) => {
            Err(Error::new(ty.span(), "an array cannot be returned in C: put it into a struct that is `#[ffi_type]`"))
        }
        Type::FnPtr(_) => Err(Error::new(ty.span(), "a function pointer cannot be returned: callbacks only come in")),
        _ => refuse_parameter(ty),
    }
}

/// The type with every lifetime as `'lifetime`: those that are named, that of each `&`, and those that the types of `ffi` hide. `'static` stays.
pub(crate) fn with_lifetimes(tokens: TokenStream, lifetime: &str) -> TokenStream {
    let mut replaced = TokenStream::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_lifetimes(group.stream(), lifetime));
                inner.set_span(group.span());
                replaced.extend([TokenTree::from(inner)]);
            }
            TokenTree::Punct(punct) if punct.as_char() == '&' => {
                let span = punct.span();
                replaced.extend([TokenTree::from(punct)]);
                if !is_punct(trees.peek(), '\'') {
                    replaced.extend(tick(lifetime, span));
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == '\'' => match trees.next() {
                Some(TokenTree::Ident(name)) if name == "static" => {
                    replaced.extend([TokenTree::from(punct), TokenTree::from(name)])
                }
                _ => replaced.extend(tick(lifetime, punct.span())),
            },
            TokenTree::Ident(name) if name == "Slice" || name == "SliceMut" => {
                let span = name.span();
                replaced.extend([TokenTree::from(name)]);
                if is_punct(trees.peek(), '<') {
                    replaced.extend(trees.next());
                    if !is_punct(trees.peek(), '\'') {
                        replaced.extend(tick(lifetime, span));
                        replaced.extend([TokenTree::from(Punct::new(',', Spacing::Alone))]);
                    }
                }
            }
            TokenTree::Ident(name) if name == "Str" || name == "CStrPtr" => {
                let span = name.span();
                replaced.extend([TokenTree::from(name)]);
                if !is_punct(trees.peek(), '<') {
                    replaced.extend([TokenTree::from(Punct::new('<', Spacing::Alone))]);
                    replaced.extend(tick(lifetime, span));
                    replaced.extend([TokenTree::from(Punct::new('>', Spacing::Alone))]);
                }
            }
            other => replaced.extend([other]),
        }
    }
    replaced
}

fn is_punct(tree: Option<&TokenTree>, character: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
}

fn tick(lifetime: &str, span: Span) -> [TokenTree; 2] {
    let mut tick = Punct::new('\'', Spacing::Joint);
    tick.set_span(span);
    [tick.into(), Ident::new(lifetime, span).into()]
}

/// A type as it stands in the signature of a shim. What it is at the ABI has no lifetimes; a single one may stay as it was written, so that one
/// that the return type hides can be elided; several would have to outlive each other.
pub(crate) fn in_signature(tokens: TokenStream) -> TokenStream {
    if count_lifetimes(&tokens) > 1 { with_lifetimes(tokens, "static") } else { tokens }
}

fn count_lifetimes(tokens: &TokenStream) -> usize {
    let mut after_reference = false;
    let count = |tree: TokenTree| match tree {
        TokenTree::Group(group) => count_lifetimes(&group.stream()),
        TokenTree::Punct(punct) => {
            let named = punct.as_char() == '\'';
            let counts = punct.as_char() == '&' || named && !after_reference;
            after_reference = punct.as_char() == '&';
            counts.into()
        }
        TokenTree::Ident(name) => {
            after_reference = false;
            ["Slice", "SliceMut", "Str", "CStrPtr"].iter().any(|hides| name == hides).into()
        }
        TokenTree::Literal(_) => 0,
    };
    tokens.clone().into_iter().map(count).sum()
}

/// The tokens with `Self` written out.
pub(crate) fn with_self(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|tree| match tree {
            TokenTree::Ident(ident) if ident == "Self" => this.clone(),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_self(group.stream(), this));
                inner.set_span(group.span());
                TokenTree::from(inner).into()
            }
            other => other.into(),
        })
        .collect()
}

/// Whether one of `words` occurs in the tokens.
pub(crate) fn mentions(tokens: &TokenStream, words: &[&str]) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => words.iter().any(|word| ident == word),
        TokenTree::Group(group) => mentions(&group.stream(), words),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
