//! `cfg` and `cfg_attr` within an item: the compiler looks at them after a macro has seen the item, so that a macro cannot know what is there.
//!
//! So the item is written twice, as it is where the first of them holds and where it does not, each under a `cfg` and our attribute. The compiler
//! drops one of the two before it expands the other: in the end our macros see an item without conditions, which is what the compiler sees.

use super::cursor::Cursor;
use super::fragments::opened;
use super::tokens::{is_mark, is_one_of, mentions};
use crate::quote::{ToTokens, quote};
use proc_macro::{Delimiter, Group, Span, TokenStream, TokenTree};

/// An item with a condition in it.
pub(crate) struct Conditional {
    /// The condition in `cfg(…)`.
    pub(crate) predicate: TokenStream,
    /// The item where it holds, and where it does not.
    pub(crate) with: TokenStream,
    pub(crate) without: TokenStream,
}

/// The attributes in a `cfg_attr` that our macros would read.
const READ: [&str; 9] =
    ["cfg", "deprecated", "doc", "export_name", "ffi_constant", "ffi_constructor", "no_mangle", "target_feature", "repr"];

/// The parts of a group.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// Fields or parameters.
    Fields,
    /// Variants, of which a discriminant may have a `<`.
    Variants,
    /// Functions and constants.
    Members,
}

/// The first condition in an item; what stands on the item itself the compiler has looked at already.
pub(crate) fn conditional(item: &TokenStream) -> Option<Conditional> {
    let trees = opened(item.clone());
    let keyword = trees.iter().find_map(|tree| match tree {
        TokenTree::Ident(word) => {
            ["struct", "enum", "union", "impl", "fn", "type"].into_iter().find(|known| is_one_of(word, &[known]))
        }
        _ => None,
    })?;
    let braces = matches!(trees.last(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
    match keyword {
        "struct" | "union" if braces => in_group(&trees, trees.len() - 1, Kind::Fields),
        "enum" => in_group(&trees, trees.len() - 1, Kind::Variants),
        "impl" => in_group(&trees, trees.len() - 1, Kind::Members),
        "struct" | "fn" => in_group(&trees, first_parentheses(&trees, keyword)?, Kind::Fields),
        // `extern "C" fn(…)`.
        _ => in_group(&trees, first_parentheses(&trees, "fn")?, Kind::Fields),
    }
}

/// The first parentheses behind the word, outside of `<…>`.
fn first_parentheses(trees: &[TokenTree], word: &str) -> Option<usize> {
    let start = trees.iter().position(|tree| matches!(tree, TokenTree::Ident(ident) if is_one_of(ident, &[word])))?;
    let mut behind = Cursor::new(trees[start..].iter().cloned().collect(), Span::call_site());
    let skipped = behind.until(&|tree| matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Parenthesis));
    let at = start + skipped.into_iter().count();
    (at < trees.len()).then_some(at)
}

/// The first condition in the group at `at`.
fn in_group(trees: &[TokenTree], at: usize, kind: Kind) -> Option<Conditional> {
    let TokenTree::Group(group) = trees.get(at)? else { return None };
    let inner = opened(group.stream());
    let mut start = 0;
    while start < inner.len() {
        let end = start + length(&inner[start..], kind);
        if let Some(found) = in_part(&inner, start, end, kind) {
            return Some(found.within(|contents| {
                let mut changed = Group::new(group.delimiter(), contents);
                changed.set_span(group.span());
                replaced(trees, at..at + 1, TokenTree::from(changed).into())
            }));
        }
        start = end;
    }
    None
}

/// The count of tokens in the first part, with the one that ends it.
fn length(trees: &[TokenTree], kind: Kind) -> usize {
    let is_comma = |tree: &TokenTree| is_mark(Some(tree), ',');
    let before = match kind {
        Kind::Variants => trees.iter().take_while(|tree| !is_comma(tree)).count(),
        Kind::Fields => until(trees, &is_comma),
        Kind::Members => {
            let semicolon = |tree: &TokenTree| is_mark(Some(tree), ';');
            let braces = |tree: &TokenTree| matches!(tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            let first = until(trees, &|tree| semicolon(tree) || braces(tree));
            // What ends with a semicolon may have braces before.
            let is_value = ["const", "type"].iter().any(|word| mentions(&collected(&trees[..first]), &[word]))
                && !mentions(&collected(&trees[..first]), &["fn"]);
            if is_value { trees.iter().take_while(|tree| !semicolon(tree)).count() } else { first }
        }
    };
    (before + 1).min(trees.len())
}

fn until(trees: &[TokenTree], ends: &dyn Fn(&TokenTree) -> bool) -> usize {
    Cursor::new(collected(trees), Span::call_site()).until(ends).into_iter().count()
}

/// The first condition in the part from `start` to `end`.
fn in_part(trees: &[TokenTree], start: usize, end: usize, kind: Kind) -> Option<Conditional> {
    let mut at = start;
    while let (true, Some(TokenTree::Group(group))) = (is_mark(trees.get(at), '#'), trees.get(at + 1)) {
        let mut attribute = Cursor::flat(group.stream(), group.span_close());
        let name = attribute.next().map(|name| name.to_string());
        let list = attribute.group(Delimiter::Parenthesis, "").ok();
        let here = at..at + 2;
        match (name.as_deref(), list) {
            (Some("cfg"), Some(list)) => {
                let (with, without) =
                    (replaced(trees, here, TokenStream::new()), replaced(trees, start..end, TokenStream::new()));
                return Some(Conditional { predicate: list.stream(), with, without });
            }
            (Some("cfg_attr"), Some(list)) if mentions(&list.stream(), &READ) => {
                let mut parts = Cursor::flat(list.stream(), list.span_close()).list().into_iter();
                let predicate = parts.next()?;
                let attributes = parts.map(|part| quote!(#[#part])).collect();
                let (with, without) = (replaced(trees, here.clone(), attributes), replaced(trees, here, TokenStream::new()));
                return Some(Conditional { predicate, with, without });
            }
            _ => at += 2,
        }
    }
    match kind {
        Kind::Fields => None,
        // The fields of a variant.
        Kind::Variants => {
            in_group(&trees[..end], at + 1, Kind::Fields).map(|found| found.within(|part| replaced(trees, 0..end, part)))
        }
        Kind::Members => {
            let parameters = first_parentheses(&trees[at..end], "fn")?;
            in_group(&trees[..end], at + parameters, Kind::Fields).map(|found| found.within(|part| replaced(trees, 0..end, part)))
        }
    }
}

impl Conditional {
    /// The same of what both are within.
    fn within(self, outer: impl Fn(TokenStream) -> TokenStream) -> Self {
        Conditional { predicate: self.predicate, with: outer(self.with), without: outer(self.without) }
    }
}

fn replaced(trees: &[TokenTree], range: std::ops::Range<usize>, by: TokenStream) -> TokenStream {
    let (before, after) = (collected(&trees[..range.start]), collected(&trees[range.end..]));
    [before, by, after].into_iter().collect()
}

fn collected(trees: &[TokenTree]) -> TokenStream {
    trees.iter().map(ToTokens::to_token_stream).collect()
}
