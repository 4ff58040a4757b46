//! Types as the inventory describes them: C's own numbers are kinds of their own there, and in Rust aliases of this platform's types.
//!
//! A type of the author's may have the same name: a trait has what stands for the number, and only the number itself implements it.

use super::fragments::changed_type;
use super::tokens::{is_mark, is_one_of};
use crate::dependency::interoptopus;
use crate::quote::quote_spanned;
use proc_macro::{Ident, TokenStream, TokenTree};

/// The names of C's numbers whose size or sign is the platform's, and the trait in `interoptopus::border` that each
/// implements.
const OWN: [(&str, &str); 3] = [("c_char", "IsCChar"), ("c_long", "IsCLong"), ("c_ulong", "IsCULong")];

/// The type with what stands for C's own numbers in place of each path that ends with the name of one. For descriptions only: what crosses has the
/// type as it was written.
pub(crate) fn described(tokens: &TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut described: Vec<TokenTree> = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => described.extend(changed_type(group, |inner| self::described(&inner))),
            TokenTree::Ident(name) => match OWN.iter().find(|(own, _)| is_one_of(name, &[own])) {
                Some((_, means)) if !is_mark(trees.get(i + 1), ':') && !is_in_non_zero(&trees[..i]) => {
                    let path: TokenStream = take_path(&mut described).into_iter().chain([tree.clone()]).collect();
                    let (interoptopus, means) = (interoptopus(name.span()), Ident::new(means, name.span()));
                    described.extend(quote_spanned!(name.span()=> <#path as #interoptopus::border::#means>::Described));
                }
                _ => described.push(tree.clone()),
            },
            TokenTree::Punct(_) | TokenTree::Literal(_) => described.push(tree.clone()),
        }
    }
    described.into_iter().collect()
}

/// Whether the last of `trees` begin a `NonZero<…>`, which takes only Rust's own integers.
fn is_in_non_zero(mut trees: &[TokenTree]) -> bool {
    while let [before @ .., TokenTree::Ident(_), TokenTree::Punct(_), TokenTree::Punct(colon)] = trees
        && colon.as_char() == ':'
    {
        trees = before;
    }
    matches!(trees, [.., TokenTree::Ident(name), TokenTree::Punct(open)] if is_one_of(name, &["NonZero"]) && open.as_char() == '<')
}

/// Takes `std::ffi::` and its like from the end.
fn take_path(trees: &mut Vec<TokenTree>) -> Vec<TokenTree> {
    let mut start = trees.len();
    while start > 0 && is_mark(trees.get(start - 1), ':') {
        start = start.saturating_sub(2);
        let before = start.checked_sub(1).and_then(|at| trees.get(at));
        let is_lifetime = start > 1 && is_mark(trees.get(start - 2), '\'');
        let is_segment = |name: &Ident| !is_lifetime && !is_one_of(name, &["const", "mut"]);
        if matches!(before, Some(TokenTree::Ident(name)) if is_segment(name)) {
            start -= 1;
        }
    }
    trees.split_off(start)
}
