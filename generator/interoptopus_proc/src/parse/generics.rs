//! Parameters in `<…>`, of which only lifetimes cross the border.

use super::cursor::is_mark;
use super::{Attributes, Cursor, Result};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

#[derive(Default)]
pub(crate) struct Generics {
    /// With `<` and `>`, if there are any.
    tokens: TokenStream,
    lifetimes: Vec<Ident>,
    types: Vec<Span>,
    consts: Vec<Span>,
    /// `where …`, or nothing.
    pub(crate) bounds: TokenStream,
}

impl Generics {
    pub(crate) fn parse(input: &mut Cursor) -> Result<Self> {
        let mut generics = Generics::default();
        let Some(open) = input.mark('<') else { return Ok(generics) };
        let end = input.span();
        let inside = input.until(|tree| is_mark(Some(tree), '>'));
        let Some(close) = input.mark('>') else { return Err(input.error("expected `>`")) };
        for parameter in Cursor::new(inside.clone(), end).list() {
            let mut parameter = Cursor::new(parameter, end);
            Attributes::parse(&mut parameter)?;
            let at = parameter.span();
            match parameter.lifetime() {
                Some(name) => generics.lifetimes.push(name),
                None if parameter.is_word("const") => generics.consts.push(at),
                None => generics.types.push(at),
            }
        }
        generics.tokens = TokenStream::from(open).into_iter().chain(inside).chain([close]).collect();
        Ok(generics)
    }

    /// Reads the `where` clause, if there is one.
    pub(crate) fn parse_bounds(&mut self, input: &mut Cursor) {
        if input.is_word("where") {
            let ends = |tree: &TokenTree| match tree {
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
                TokenTree::Punct(punct) => punct.as_char() == ';',
                TokenTree::Ident(_) | TokenTree::Literal(_) => false,
            };
            self.bounds = input.until(ends);
        }
    }

    /// The place of the first parameter that is a type.
    pub(crate) fn first_type(&self) -> Option<Span> {
        self.types.first().copied()
    }

    /// The place of the first parameter that is a constant.
    pub(crate) fn first_const(&self) -> Option<Span> {
        self.consts.first().copied()
    }

    /// The place of the first lifetime.
    pub(crate) fn first_lifetime(&self) -> Option<Span> {
        self.lifetimes.first().map(Ident::span)
    }

    /// The place of the first parameter.
    pub(crate) fn first(&self) -> Option<Span> {
        self.first_lifetime().or(self.first_type()).or(self.first_const())
    }

    /// `name<…>` with `lifetime` for each lifetime, or with its own names.
    pub(crate) fn applied(&self, name: &Ident, lifetime: Option<&str>) -> TokenStream {
        let lifetimes = self.lifetimes.iter().map(|own| {
            let name = lifetime.map_or_else(|| own.clone(), |lifetime| Ident::new(lifetime, Span::call_site()));
            let tick = proc_macro2::Punct::new('\'', proc_macro2::Spacing::Joint);
            quote!(#tick #name)
        });
        if self.lifetimes.is_empty() { quote!(#name) } else { quote!(#name<#(#lifetimes),*>) }
    }
}

impl ToTokens for Generics {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.tokens.clone());
    }
}
