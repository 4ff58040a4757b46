//! Fragments of macros: `$e:expr` and its like arrive in a group that nobody wrote, and that holds what is in it together.
//!
//! Tokens that go on as they came keep that. In tokens that are put together again the group would be lost, and `$e * 2` with `1 + 2` in it be 5: so
//! it becomes a pair of parentheses there.

use super::tokens::{is_mark, is_one_of};
use proc_macro::{Delimiter, Group, TokenStream, TokenTree};

/// The first words of fragments that are no expressions: items, a visibility, and types that bind as one.
const LOOSE: [&str; 16] = [
    "pub", "struct", "enum", "union", "type", "impl", "extern", "async", "unsafe", "const", "static", "use", "mod", "trait",
    "fn", "for",
];

/// The tokens, with what stands for the groups that nobody wrote; all that is within other groups stays as it came.
pub(crate) fn opened(tokens: TokenStream) -> Vec<TokenTree> {
    let mut trees = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(tree) = tokens.next() {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => {
                let is_called = is_mark(tokens.peek(), '.');
                open(&group, is_called, &mut trees);
            }
            other => trees.push(other),
        }
    }
    trees
}

/// The tokens without these groups, where nothing in them could fall apart: in attributes.
pub(super) fn flat(tokens: TokenStream, trees: &mut Vec<TokenTree>) {
    for tree in tokens {
        match tree {
            TokenTree::Group(group) if group.delimiter() == Delimiter::None => flat(group.stream(), trees),
            other => trees.push(other),
        }
    }
}

/// A group with what `change` makes of its contents.
pub(super) fn changed(group: &Group, change: impl FnOnce(TokenStream) -> TokenStream) -> TokenStream {
    let mut inner = Group::new(group.delimiter(), change(group.stream()));
    inner.set_span(group.span());
    let inner = TokenTree::Group(inner).into();
    if group.delimiter() == Delimiter::None { opened(inner).into_iter().collect() } else { inner }
}

/// A group with what `change` makes of the type in it; expressions stay as they came.
pub(super) fn changed_type(group: &Group, change: impl FnOnce(TokenStream) -> TokenStream) -> TokenStream {
    let (ty, expression) = type_in(group);
    // In the new group no fragment is one that nobody wrote.
    changed(group, |_| change(ty).into_iter().chain(opened(expression)).collect())
}

/// The tokens of a type in a group, without groups that nobody wrote, and those of the expression behind it: the length of an array. A block is an
/// expression.
pub(super) fn type_in(group: &Group) -> (TokenStream, TokenStream) {
    match group.delimiter() {
        Delimiter::Brace => (TokenStream::new(), group.stream()),
        Delimiter::Bracket => {
            let mut is_length = false;
            let (ty, length): (TokenStream, TokenStream) = group.stream().into_iter().partition(|tree| {
                is_length |= is_mark(Some(tree), ';');
                !is_length
            });
            (opened(ty).into_iter().collect(), length)
        }
        Delimiter::Parenthesis | Delimiter::None => (opened(group.stream()).into_iter().collect(), TokenStream::new()),
    }
}

fn open(group: &Group, is_called: bool, trees: &mut Vec<TokenTree>) {
    let inner = opened(group.stream());
    // The argument of a generic type may be a negative number, but not in parentheses.
    let is_negative = matches!(&inner[..], [TokenTree::Punct(sign), TokenTree::Literal(_)] if sign.as_char() == '-');
    if is_one(&inner) || is_negative && !is_called {
        trees.extend(inner);
        return;
    }
    let mut parentheses = Group::new(Delimiter::Parenthesis, inner.into_iter().collect());
    parentheses.set_span(group.span());
    trees.push(parentheses.into());
}

/// Whether nothing beside it could tear it apart: a single token, a path, a lifetime, an attribute, an item.
fn is_one(trees: &[TokenTree]) -> bool {
    match trees {
        [] | [_] => true,
        [TokenTree::Punct(mark), ..] if ['#', '\''].contains(&mark.as_char()) => true,
        [TokenTree::Ident(word), TokenTree::Group(_), ..] if is_one_of(word, &["const", "unsafe", "async"]) => trees.len() == 2,
        [TokenTree::Ident(word), ..] if is_one_of(word, &LOOSE) => true,
        [first, .., last] => {
            let is_path = |trees: &[TokenTree]| {
                trees.iter().all(|tree| {
                    matches!(tree, TokenTree::Ident(word) if !is_one_of(word, &["as", "dyn", "mut", "return", "move"]))
                        || is_mark(Some(tree), ':')
                })
            };
            let before = trees.iter().position(|tree| is_mark(Some(tree), '<')).unwrap_or(trees.len());
            let begins = matches!(first, TokenTree::Ident(_)) || is_mark(Some(first), ':');
            begins && is_path(&trees[..before]) && (before == trees.len() || is_mark(Some(last), '>'))
        }
    }
}
