//! Types as the inventory describes them: C's own numbers are kinds of their own there, and in Rust aliases of this platform's types.
//!
//! A type of the author's may have the same name: a trait has what stands for the number, and only the number itself implements it.

use super::cursor::Cursor;
use super::error::{Error, Result};
use super::fragments::changed_type;
use super::tokens::{is_mark, is_one_of};
use crate::dependency::interoptopus;
use crate::quote::quote_spanned;
use proc_macro::{Ident, Span, TokenStream, TokenTree};

/// The names of C's numbers whose size or sign is the platform's, and the trait in `interoptopus::border` that each
/// implements.
const OWN: [(&str, &str); 3] = [("c_char", "IsCChar"), ("c_long", "IsCLong"), ("c_ulong", "IsCULong")];

/// The types whose arguments are described as what stands for them. What a trait, an alias or a type of the author's makes of an argument may be
/// something else for what stands for the number than for the number itself.
const AROUND: [&str; 7] = ["Box", "NonNull", "Option", "Result", "Slice", "SliceMut", "Vec"];

/// The type with what stands for C's own numbers in place of each path that ends with the name of one, where that keeps the layout. For descriptions
/// only: what crosses has the type as it was written.
pub(crate) fn described(tokens: &TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = tokens.clone().into_iter().collect();
    let mut described: Vec<TokenTree> = Vec::new();
    let mut as_written = 0..0;
    for (i, tree) in trees.iter().enumerate() {
        let is_around = matches!(trees[..i].last(), Some(TokenTree::Ident(name)) if is_one_of(name, &AROUND));
        if is_mark(Some(tree), '<') && !is_around && !as_written.contains(&i) {
            as_written = i..i + in_brackets(&trees[i..]);
        }
        match tree {
            tree if as_written.contains(&i) => described.push(tree.clone()),
            TokenTree::Group(group) => described.extend(changed_type(group, |inner| self::described(&inner))),
            TokenTree::Ident(name) => match OWN.iter().find(|(own, _)| is_one_of(name, &[own])) {
                Some((_, means)) if !is_mark(trees.get(i + 1), ':') => {
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

/// Refuses one of C's own numbers within a type that it is not described in: there it would be what it is on this platform. A trait's type of one is
/// what its author makes of it.
pub(super) fn refuse_unseen(trees: &[TokenTree]) -> Result<()> {
    for (i, tree) in trees.iter().enumerate() {
        let Some(TokenTree::Ident(of)) = i.checked_sub(1).map(|before| &trees[before]) else { continue };
        if !is_mark(Some(tree), '<') || is_one_of(of, &AROUND) {
            continue;
        }
        let arguments = &trees[i..][..in_brackets(&trees[i..]).min(trees.len() - i)];
        let is_own = |name: &Ident| OWN.iter().any(|(own, _)| is_one_of(name, &[own]));
        let found = arguments.windows(2).find_map(|pair| match pair {
            [TokenTree::Ident(_), TokenTree::Ident(word)] if is_one_of(word, &["as"]) => None,
            [TokenTree::Ident(name), _] if is_own(name) => Some(name),
            _ => None,
        });
        if let Some(name) = found {
            let why = format!(
                "other languages would have `{name}` as what it is on this platform, since it stands in a `{of}`: take a number of one size, such as \
                 `i64`, or have the `{name}` in a field, a slice, an option or behind a pointer"
            );
            return Err(Error::new(name.span(), why));
        }
    }
    Ok(())
}

/// The count of tokens in the `<…>` that `trees` begin with.
fn in_brackets(trees: &[TokenTree]) -> usize {
    let mut inside = Cursor::new(trees[1..].iter().cloned().collect(), Span::call_site());
    inside.until(&|tree| is_mark(Some(tree), '>')).into_iter().count() + 2
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
