//! Attributes: docs, `cfg`, `repr`, and those that say what the symbol is.

use super::comments::without_stars;
use super::cursor::Cursor;
use super::error::Result;
use crate::quote::{ToTokens, listed, quote};
use proc_macro::{Delimiter, Span, TokenStream, TokenTree};

/// The outer attributes of an item.
pub(crate) struct Attributes(Vec<Attribute>);

struct Attribute {
    /// With `#` and brackets.
    tokens: TokenStream,
    /// The last part of the path.
    name: String,
    at: Span,
    /// The tokens behind the path.
    arguments: Arguments,
}

/// A word in `#[repr(…)]`.
pub(crate) struct ReprWord {
    pub(crate) name: String,
    pub(crate) at: Span,
    /// The number in the parentheses behind it.
    pub(crate) amount: Option<String>,
}

enum Arguments {
    None,
    /// `= value`.
    Value(TokenStream),
    /// `(…)`.
    List(TokenStream),
}

/// The name of a symbol, as the author gives it.
pub(crate) struct Symbol {
    pub(crate) name: SymbolName,
    /// The place of an attribute without `unsafe(…)` around it, which only editions before 2024 take.
    pub(crate) unguarded: Option<Span>,
}

pub(crate) enum SymbolName {
    Unsaid,
    /// `no_mangle`: as the function.
    OwnName,
    /// `export_name`, a literal.
    Given(TokenStream),
}

impl Attributes {
    pub(crate) fn parse(input: &mut Cursor) -> Result<Self> {
        let mut attributes = Vec::new();
        while let Some(hash) = input.mark('#') {
            let group = input.group(Delimiter::Bracket, "expected an attribute: `#[…]`")?;
            let (name, arguments) = parse_meta(Cursor::flat(group.stream(), group.span_close()));
            let at = group.stream().into_iter().next().map_or(group.span(), |first| first.span());
            let tokens = [hash, TokenTree::Group(group)].into_iter().collect();
            attributes.push(Attribute { tokens, name, at, arguments });
        }
        Ok(Attributes(attributes))
    }

    /// The doc comment, as an expression that is a `&'static str`.
    pub(crate) fn docs(&self) -> TokenStream {
        let lines: Vec<_> = self
            .0
            .iter()
            .filter_map(|attribute| match &attribute.arguments {
                Arguments::Value(value) if attribute.name == "doc" => Some(without_stars(value)),
                _ => None,
            })
            .collect();
        match &lines[..] {
            [] => quote!(""),
            [line] => quote!(#line),
            lines => {
                let lines = listed(lines.iter().map(|line| quote!(#line, "\n")));
                quote!(::core::concat!(#lines))
            }
        }
    }

    /// The note of `#[deprecated]`, an expression that is a `&'static str`, if it is there.
    pub(crate) fn deprecated(&self) -> Option<TokenStream> {
        let attribute = self.0.iter().find(|attribute| attribute.name == "deprecated")?;
        Some(match &attribute.arguments {
            Arguments::None => quote!(""),
            Arguments::Value(note) => note.clone(),
            Arguments::List(list) => note_in(list.clone()).unwrap_or_else(|| quote!("")),
        })
    }

    /// The place of the attribute called `name`, if it is there.
    pub(crate) fn place(&self, name: &str) -> Option<Span> {
        self.0.iter().find(|attribute| attribute.name == name).map(|attribute| attribute.at)
    }

    /// The attributes that are called as one of `names`.
    pub(crate) fn only(&self, names: &[&str]) -> TokenStream {
        self.0
            .iter()
            .filter(|attribute| names.contains(&attribute.name.as_str()))
            .map(|attribute| attribute.tokens.clone())
            .collect()
    }

    /// The place of the first attribute that is called as one of `names`.
    pub(crate) fn place_of_any(&self, names: &[&str]) -> Option<Span> {
        self.0.iter().find(|attribute| names.contains(&attribute.name.as_str())).map(|attribute| attribute.at)
    }

    /// The place of the first attribute that is called otherwise than `names`.
    pub(crate) fn other_than(&self, names: &[&str]) -> Option<Span> {
        self.0.iter().find(|attribute| !names.contains(&attribute.name.as_str())).map(|attribute| attribute.at)
    }

    /// Takes out the attributes called `name`, and says whether there was one.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|a| a.name != name);
        self.0.len() < before
    }

    /// Takes out the attribute called `name`, and returns what is between its parentheses, if it is there.
    pub(crate) fn take_arguments(&mut self, name: &str) -> Option<TokenStream> {
        let at = self.0.iter().position(|attribute| attribute.name == name)?;
        Some(match self.0.remove(at).arguments {
            Arguments::None => TokenStream::new(),
            Arguments::Value(list) | Arguments::List(list) => list,
        })
    }

    /// Takes out what says how the symbol is called: `no_mangle`, `export_name`, also as `unsafe(…)`.
    pub(crate) fn take_symbol(&mut self) -> Symbol {
        let mut symbol = Symbol { name: SymbolName::Unsaid, unguarded: None };
        self.0.retain(|attribute| {
            let inner = match &attribute.arguments {
                Arguments::List(inner) if attribute.name == "unsafe" => {
                    parse_meta(Cursor::flat(inner.clone(), Span::call_site()))
                }
                _ => {
                    let is_export = take_export(&attribute.name, &attribute.arguments, &mut symbol.name);
                    symbol.unguarded = if is_export { Some(attribute.at) } else { symbol.unguarded };
                    return !is_export;
                }
            };
            !take_export(&inner.0, &inner.1, &mut symbol.name)
        });
        symbol
    }

    /// The words in `#[repr(…)]`; one in a `cfg_attr` is among them, which the compiler evaluates before.
    pub(crate) fn reprs(&self) -> Vec<ReprWord> {
        let mut reprs = Vec::new();
        for attribute in &self.0 {
            let Arguments::List(list) = &attribute.arguments else { continue };
            if attribute.name == "repr" {
                let mut list = Cursor::flat(list.clone(), Span::call_site());
                while let Some(word) = list.next() {
                    let amount = match list.peek(0) {
                        Some(TokenTree::Group(group)) => Some(group.stream().to_string()),
                        _ => None,
                    };
                    if let TokenTree::Ident(name) = word {
                        reprs.push(ReprWord { name: name.to_string(), at: name.span(), amount });
                    }
                }
            }
        }
        reprs
    }
}

impl ToTokens for Attributes {
    fn to_token_stream(&self) -> TokenStream {
        self.0.iter().map(|a| a.tokens.clone()).collect()
    }
}

/// The value of `note = …` in the list of `#[deprecated(…)]`.
fn note_in(list: TokenStream) -> Option<TokenStream> {
    let parts = Cursor::flat(list, Span::call_site()).list().into_iter();
    parts.map(|part| parse_meta(Cursor::flat(part, Span::call_site()))).find_map(|(name, arguments)| match arguments {
        Arguments::Value(value) if name == "note" => Some(value),
        _ => None,
    })
}

/// Whether it says that the symbol is exported; then `symbol` is how that is called.
fn take_export(name: &str, arguments: &Arguments, symbol: &mut SymbolName) -> bool {
    match (name, arguments) {
        ("no_mangle", Arguments::None) => *symbol = SymbolName::OwnName,
        ("export_name", Arguments::Value(value)) => *symbol = SymbolName::Given(value.clone()),
        _ => return false,
    }
    true
}

/// The last part of the path, and what follows it.
fn parse_meta(mut input: Cursor) -> (String, Arguments) {
    let mut name = String::new();
    loop {
        match input.next() {
            Some(TokenTree::Ident(part)) => name = part.to_string(),
            Some(TokenTree::Punct(punct)) if punct.as_char() == '=' => return (name, Arguments::Value(input.rest())),
            Some(TokenTree::Group(group)) => return (name, Arguments::List(group.stream())),
            Some(_) => {}
            None => return (name, Arguments::None),
        }
    }
}
