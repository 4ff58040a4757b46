//! Questions about tokens.

use proc_macro::{Ident, TokenStream, TokenTree};

pub(crate) fn is_mark(tree: Option<&TokenTree>, mark: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether `name` is one of `words`.
pub(crate) fn is_one_of(name: &Ident, words: &[&str]) -> bool {
    words.contains(&name.to_string().as_str())
}

/// Whether one of `words` occurs in the tokens.
pub(crate) fn mentions(tokens: &TokenStream, words: &[&str]) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => is_one_of(&ident, words),
        TokenTree::Group(group) => mentions(&group.stream(), words),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
