//! The symbols under which the library exports functions.

use super::naming::crate_name;
use crate::parse::{Error, Result, Symbol, SymbolName};
use crate::quote::{quote, quote_spanned};
use proc_macro::{Span, TokenStream, TokenTree};

/// A symbol, and the attribute that exports a shim under it.
pub(crate) struct Exported {
    pub(crate) symbol: String,
    pub(crate) attribute: TokenStream,
}

/// The symbol of the function `name`, which is `usual` if its author does not say. An attribute of the author's without `unsafe(…)` stays one, at
/// its place, so that the compiler demands it where the author's edition does.
pub(crate) fn symbol(said: Symbol, name: &str, usual: String, at: Span) -> Result<Exported> {
    let symbol = match said.name {
        SymbolName::Given(literal) => {
            let at = literal.clone().into_iter().next().map_or(at, |tree| tree.span());
            allowed(given(literal).ok_or_else(|| Error::new(at, "the name to export is a text without escapes, in quotes"))?, at)
        }
        SymbolName::OwnName => allowed(name.to_owned(), at),
        SymbolName::Unsaid => allowed(usual, at),
    }?;
    let attribute = match said.unguarded {
        Some(at) => quote_spanned!(at=> #[export_name = #symbol]),
        None => quote!(#[unsafe(export_name = #symbol)]),
    };
    Ok(Exported { symbol, attribute })
}

/// The text of the literal.
fn given(literal: TokenStream) -> Option<String> {
    let mut trees = literal.into_iter();
    let text = match (trees.next()?, trees.next()) {
        (TokenTree::Group(group), None) => return given(group.stream()),
        (TokenTree::Literal(literal), None) => literal.to_string(),
        _ => return None,
    };
    let text = text.trim_start_matches('r').trim_matches('#').strip_prefix('"')?.strip_suffix('"')?;
    (!text.contains('\\')).then(|| text.to_owned())
}

/// Refuses what linkers do not take, and what is Interoptopus's own.
pub(crate) fn allowed(symbol: String, at: Span) -> Result<String> {
    let first = |c: char| c.is_ascii_alphabetic() || c == '_';
    if !symbol.starts_with(first) || !symbol.chars().all(|c| first(c) || c.is_ascii_digit() || matches!(c, '.' | '-' | '$')) {
        let why = "linkers take letters of ASCII, digits, `_`, `.`, `-` and `$`";
        let what = format!("`{symbol}` cannot be a symbol, as {why}: say `#[unsafe(export_name = \"…\")]`, or `name = \"…\"`");
        return Err(Error::new(at, what));
    }
    let own = format!("{}_ffi_", crate_name(at)?);
    if symbol.starts_with(&own) {
        let what = format!("its symbol is `{symbol}`, and what begins with `{own}` is Interoptopus's own: call it otherwise");
        return Err(Error::new(at, what));
    }
    Ok(symbol)
}
