//! Lifetimes in the types of shims, whose ABI has none.

use super::fragments::{changed_type, type_in};
use super::tokens::{is_mark, is_one_of};
use proc_macro::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// The types of `ffi` that hide a lifetime: those with a type behind it, and those without.
pub(crate) const SLICES: [&str; 2] = ["Slice", "SliceMut"];
pub(crate) const TEXTS: [&str; 2] = ["Str", "CStrPtr"];

/// The type with every lifetime as `'lifetime`: those that are named, that of each `&`, and those that the types of `ffi` hide. `'static` stays.
pub(crate) fn with_lifetimes(tokens: TokenStream, lifetime: &str) -> TokenStream {
    let mut replaced = TokenStream::new();
    let mut trees = tokens.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match tree {
            TokenTree::Group(group) => replaced.extend(changed_type(&group, |inner| with_lifetimes(inner, lifetime))),
            TokenTree::Punct(punct) if punct.as_char() == '&' => {
                let span = punct.span();
                replaced.extend([TokenTree::from(punct)]);
                if !is_mark(trees.peek(), '\'') {
                    replaced.extend(tick(lifetime, span));
                }
            }
            TokenTree::Punct(punct) if punct.as_char() == '\'' => match trees.next() {
                Some(TokenTree::Ident(name)) if is_one_of(&name, &["static"]) => {
                    replaced.extend([TokenTree::from(punct), TokenTree::from(name)])
                }
                _ => replaced.extend(tick(lifetime, punct.span())),
            },
            TokenTree::Ident(name) if is_one_of(&name, &SLICES) => {
                let span = name.span();
                replaced.extend([TokenTree::from(name)]);
                if is_mark(trees.peek(), '<') {
                    replaced.extend(trees.next());
                    if !is_mark(trees.peek(), '\'') {
                        replaced.extend(tick(lifetime, span));
                        replaced.extend([TokenTree::from(Punct::new(',', Spacing::Alone))]);
                    }
                }
            }
            TokenTree::Ident(name) if is_one_of(&name, &TEXTS) => {
                let span = name.span();
                replaced.extend([TokenTree::from(name)]);
                if !is_mark(trees.peek(), '<') {
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

/// Whether the lifetime `'name` stands in `tokens`.
pub(crate) fn has_lifetime(tokens: &TokenStream, name: &Ident) -> bool {
    let mut trees = tokens.clone().into_iter().peekable();
    while let Some(tree) = trees.next() {
        let found = match &tree {
            TokenTree::Group(group) => has_lifetime(&type_in(group).0, name),
            TokenTree::Punct(punct) if punct.as_char() == '\'' => {
                matches!(trees.peek(), Some(TokenTree::Ident(other)) if other.to_string() == name.to_string())
            }
            TokenTree::Punct(_) | TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        if found {
            return true;
        }
    }
    false
}

/// Whether a method's output of these tokens visibly borrows from its receiver, whose lifetime is `own` if it has a name. Where it borrows unseen, the
/// shim does not compile.
pub(crate) fn borrows_from(tokens: &TokenStream, own: Option<&Ident>) -> bool {
    let name = own.map(ToString::to_string).unwrap_or_default();
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let is_own = |i: usize| matches!(trees.get(i), Some(TokenTree::Ident(lifetime)) if is_one_of(lifetime, &["_", &name]));
    trees.iter().enumerate().any(|(i, tree)| match tree {
        TokenTree::Group(group) => borrows_from(&type_in(group).0, own),
        TokenTree::Punct(punct) if punct.as_char() == '\'' => is_own(i + 1),
        TokenTree::Punct(punct) => punct.as_char() == '&' && !is_mark(trees.get(i + 1), '\''),
        // A lifetime that is left out.
        TokenTree::Ident(name) if is_one_of(name, &SLICES) => !is_mark(trees.get(i + 2), '\''),
        TokenTree::Ident(name) if is_one_of(name, &TEXTS) => !is_mark(trees.get(i + 1), '<'),
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    })
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
        TokenTree::Group(group) => count_lifetimes(&type_in(&group).0),
        TokenTree::Punct(punct) => {
            let named = punct.as_char() == '\'';
            let counts = punct.as_char() == '&' || named && !after_reference;
            after_reference = punct.as_char() == '&';
            counts.into()
        }
        TokenTree::Ident(name) => {
            after_reference = false;
            (is_one_of(&name, &SLICES) || is_one_of(&name, &TEXTS)).into()
        }
        TokenTree::Literal(_) => 0,
    };
    tokens.clone().into_iter().map(count).sum()
}
