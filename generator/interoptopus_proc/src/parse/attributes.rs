//! Attributes: docs, `cfg`, `repr`, and those that say what the symbol is.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Ident, LitStr, Meta, Result, Token};

/// The outer attributes of an item.
pub(crate) struct Attributes(pub(crate) Vec<Attribute>);

pub(crate) fn parse_attributes(input: ParseStream<'_>) -> Result<Attributes> {
    Attribute::parse_outer(input).map(Attributes)
}

impl Attributes {
    /// The doc comment, as an expression that is a `&'static str`.
    pub(crate) fn docs(&self) -> TokenStream {
        let mut literal = String::new();
        let mut parts: Vec<TokenStream> = Vec::new();
        for attribute in self.0.iter().filter(|a| a.path().is_ident("doc")) {
            let Meta::NameValue(meta) = &attribute.meta else { continue };
            let value = meta.value.to_token_stream();
            match syn::parse2::<LitStr>(value.clone()) {
                Ok(line) => literal.push_str(&line.value()),
                // Such as `include_str!("…")`.
                Err(_) => {
                    let before = std::mem::take(&mut literal);
                    parts.push(quote!(#before, #value));
                }
            }
            literal.push('\n');
        }
        let literal = literal.trim_end();
        if parts.is_empty() { quote!(#literal) } else { quote!(::core::concat!(#(#parts,)* #literal)) }
    }

    /// The `cfg`s, which have to stand on everything that the item becomes.
    pub(crate) fn cfgs(&self) -> TokenStream {
        self.0.iter().filter(|a| a.path().is_ident("cfg")).map(ToTokens::to_token_stream).collect()
    }

    /// Takes out the attributes called `name`, and says whether there was one.
    pub(crate) fn take(&mut self, name: &str) -> bool {
        let before = self.0.len();
        self.0.retain(|a| a.path().segments.last().is_none_or(|last| last.ident != name));
        self.0.len() < before
    }

    /// Takes out what says how the symbol is called (`no_mangle`, `export_name`, also as `unsafe(…)`), and returns the name that was given.
    pub(crate) fn take_symbol(&mut self) -> Result<Option<String>> {
        let mut symbol = None;
        let mut failed = None;
        self.0.retain(|attribute| match export(&attribute.meta) {
            Ok(None) => true,
            Ok(Some(name)) => {
                symbol = name.or(symbol.take());
                false
            }
            Err(e) => {
                failed = Some(e);
                false
            }
        });
        failed.map_or(Ok(symbol), Err)
    }

    /// The words in `#[repr(…)]`, each with its place.
    pub(crate) fn reprs(&self) -> Result<Vec<(String, Span)>> {
        let mut words = Vec::new();
        for attribute in self.0.iter().filter(|a| a.path().is_ident("repr")) {
            if let Meta::List(list) = &attribute.meta {
                let is_word = |t: &TokenTree| matches!(t, TokenTree::Ident(_));
                words.extend(list.tokens.clone().into_iter().filter(is_word).map(|t| (t.to_string(), t.span())));
            }
        }
        Ok(words)
    }
}

impl ToTokens for Attributes {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.0.iter().for_each(|a| a.to_tokens(tokens));
    }
}

/// None if the attribute is another one; else the name that it gives, if it gives one.
fn export(meta: &Meta) -> Result<Option<Option<String>>> {
    if let Meta::List(list) = meta
        && list.path.is_ident("unsafe")
    {
        let inner = list.tokens.clone();
        let parse = |input: ParseStream<'_>| {
            let word: Ident = input.parse()?;
            let value = if input.parse::<Option<Token![=]>>()?.is_some() { Some(input.parse::<TokenStream>()?) } else { None };
            let _: TokenStream = input.parse()?;
            Ok((word, value))
        };
        return Ok(match Parser::parse2(parse, inner) {
            Ok((word, None)) if word == "no_mangle" => Some(None),
            Ok((word, Some(value))) if word == "export_name" => Some(Some(name(value)?)),
            _ => None,
        });
    }
    match meta {
        Meta::Path(path) if path.is_ident("no_mangle") => Ok(Some(None)),
        Meta::NameValue(meta) if meta.path.is_ident("export_name") => Ok(Some(Some(name(meta.value.to_token_stream())?))),
        _ => Ok(None),
    }
}

fn name(value: TokenStream) -> Result<String> {
    let span = value.span();
    syn::parse2::<LitStr>(value)
        .map(|name| name.value())
        .map_err(|_| syn::Error::new(span, "the name of a symbol is a string literal"))
}
