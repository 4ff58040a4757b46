//! Types as the inventory describes them: C's own numbers are kinds of their own there, and in Rust aliases of what they are on this platform.

use super::cursor::{is_mark, is_one_of};
use crate::quote::quote_spanned;
use proc_macro::{Group, Ident, TokenStream, TokenTree};

/// The names of C's numbers whose size or sign is the platform's, and what stands for each in `interoptopus::border`.
const OWN: [(&str, &str); 3] = [("c_char", "CChar"), ("c_long", "CLong"), ("c_ulong", "CULong")];

/// The type with what stands for C's own numbers in place of each path that ends with the name of one. For descriptions only: what crosses has the
/// type as it was written.
pub(crate) fn described(tokens: &TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut described: Vec<TokenTree> = Vec::new();
    for (i, tree) in trees.iter().enumerate() {
        match tree {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), self::described(&group.stream()));
                inner.set_span(group.span());
                described.push(inner.into());
            }
            TokenTree::Ident(name) => match OWN.iter().find(|(own, _)| is_one_of(name, &[own])) {
                Some((_, marker)) if !is_mark(trees.get(i + 1), ':') && !is_in_non_zero(&trees[..i]) => {
                    drop_path(&mut described);
                    let marker = Ident::new(marker, name.span());
                    described.extend(quote_spanned!(name.span()=> ::interoptopus::border::#marker));
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

/// Drops `std::ffi::` and its like from the end.
fn drop_path(trees: &mut Vec<TokenTree>) {
    while is_mark(trees.last(), ':') {
        trees.truncate(trees.len().saturating_sub(2));
        let is_lifetime = trees.len() > 1 && is_mark(trees.get(trees.len() - 2), '\'');
        let is_segment = |name: &Ident| !is_lifetime && !is_one_of(name, &["const", "mut"]);
        if matches!(trees.last(), Some(TokenTree::Ident(name)) if is_segment(name)) {
            trees.pop();
        }
    }
}
