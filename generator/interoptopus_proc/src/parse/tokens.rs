//! Questions about tokens.

use proc_macro::{Delimiter, Group, Ident, TokenStream, TokenTree};

pub(crate) fn is_mark(tree: Option<&TokenTree>, mark: char) -> bool {
    matches!(tree, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

/// Whether `name` is one of `words`.
pub(crate) fn is_one_of(name: &Ident, words: &[&str]) -> bool {
    words.contains(&name.to_string().as_str())
}

/// The tokens of a type in a group, and those of the expression behind it: the length of an array. A block is an expression.
pub(crate) fn type_in(group: &Group) -> (TokenStream, TokenStream) {
    match group.delimiter() {
        Delimiter::Brace => (TokenStream::new(), group.stream()),
        Delimiter::Bracket => {
            let mut is_length = false;
            group.stream().into_iter().partition(|tree| {
                is_length |= is_mark(Some(tree), ';');
                !is_length
            })
        }
        Delimiter::Parenthesis | Delimiter::None => (group.stream(), TokenStream::new()),
    }
}

/// Whether one of `words` occurs in the tokens.
pub(crate) fn mentions(tokens: &TokenStream, words: &[&str]) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => is_one_of(&ident, words),
        TokenTree::Group(group) => mentions(&group.stream(), words),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
