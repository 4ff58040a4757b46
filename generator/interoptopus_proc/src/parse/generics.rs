//! Parameters in `<…>`: lifetimes on functions, types and constants as well on types.

use super::attributes::Attributes;
use super::cursor::Cursor;
use super::error::{Error, Result};
use super::tokens::{is_mark, mentions};
use crate::quote::{ToTokens, listed, quote};
use proc_macro::{Delimiter, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

#[derive(Default)]
pub(crate) struct Generics {
    /// With `<` and `>`, if there are any.
    tokens: TokenStream,
    parameters: Vec<Parameter>,
    /// `where …`, or nothing.
    pub(crate) bounds: TokenStream,
}

struct Parameter {
    kind: Kind,
    name: Ident,
    at: Span,
    /// With its bounds, without its default.
    declared: TokenStream,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Lifetime,
    Type,
    Const,
}

impl Generics {
    pub(crate) fn parse(input: &mut Cursor) -> Result<Self> {
        let mut generics = Generics::default();
        let Some(open) = input.mark('<') else { return Ok(generics) };
        let end = input.span();
        let inside = input.until(&|tree| is_mark(Some(tree), '>'));
        let Some(close) = input.mark('>') else { return Err(input.error("expected `>`")) };
        for parameter in Cursor::new(inside.clone(), end).list() {
            generics.parameters.push(Parameter::parse(parameter, end)?);
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
            self.bounds = input.until(&ends);
        }
    }

    fn first_of(&self, kind: Kind) -> Option<Span> {
        self.parameters.iter().find(|parameter| parameter.kind == kind).map(|parameter| parameter.at)
    }

    /// The place of the first parameter that is a type.
    pub(crate) fn first_type(&self) -> Option<Span> {
        self.first_of(Kind::Type)
    }

    /// The place of the first parameter that is a constant.
    pub(crate) fn first_const(&self) -> Option<Span> {
        self.first_of(Kind::Const)
    }

    /// The place of the first parameter.
    pub(crate) fn first(&self) -> Option<Span> {
        self.parameters.first().map(|parameter| parameter.at)
    }

    /// Whether there are several types behind the name, which differ in more than lifetimes.
    pub(crate) fn has_instances(&self) -> bool {
        self.first_type().or(self.first_const()).is_some()
    }

    /// The parameters that are types.
    pub(crate) fn types(&self) -> impl Iterator<Item = &Ident> {
        self.parameters.iter().filter(|parameter| parameter.kind == Kind::Type).map(|parameter| &parameter.name)
    }

    /// The parameters that are lifetimes.
    pub(crate) fn lifetimes(&self) -> impl Iterator<Item = &Ident> {
        self.parameters.iter().filter(|parameter| parameter.kind == Kind::Lifetime).map(|parameter| &parameter.name)
    }

    /// Whether a parameter that is a type occurs in `tokens`.
    pub(crate) fn occur_in(&self, tokens: &TokenStream) -> bool {
        self.types().any(|name| mentions(tokens, &[&name.to_string()]))
    }

    /// `<…>` as an `impl` declares it.
    pub(crate) fn declared(&self) -> TokenStream {
        let declared = listed(self.parameters.iter().map(|parameter| parameter.declared.clone()));
        quote!(<#declared>)
    }

    /// The same with `lifetime` before all others.
    pub(crate) fn declared_after(&self, lifetime: &str) -> TokenStream {
        let (tick, name) = (Punct::new('\'', Spacing::Joint), Ident::new(lifetime, Span::call_site()));
        let declared = listed(self.parameters.iter().map(|parameter| parameter.declared.clone()));
        quote!(<#tick #name, #declared>)
    }

    /// The `where` clause of an `impl`, with `more` in it.
    pub(crate) fn bounds_and(&self, more: &[TokenStream]) -> TokenStream {
        let mut bounds = self.bounds.clone();
        if bounds.is_empty() && !more.is_empty() {
            bounds = quote!(where);
        } else if !more.is_empty() && !is_mark(bounds.clone().into_iter().last().as_ref(), ',') {
            bounds.extend(quote!(,));
        }
        bounds.extend(listed(more.iter().cloned()));
        bounds
    }

    /// `name<…>` with `lifetime` for each lifetime, or with its own names.
    pub(crate) fn applied(&self, name: &Ident, lifetime: Option<&str>) -> TokenStream {
        let arguments = listed(self.parameters.iter().map(|Parameter { kind, name: own, .. }| match kind {
            Kind::Lifetime => {
                let name = lifetime.map_or_else(|| own.clone(), |lifetime| Ident::new(lifetime, Span::call_site()));
                let tick = Punct::new('\'', Spacing::Joint);
                quote!(#tick #name)
            }
            Kind::Type | Kind::Const => quote!(#own),
        }));
        if self.parameters.is_empty() { quote!(#name) } else { quote!(#name<#arguments>) }
    }
}

impl Parameter {
    fn parse(tokens: TokenStream, end: Span) -> Result<Self> {
        let mut input = Cursor::new(tokens, end);
        if let Some(at) = Attributes::parse(&mut input)?.place_of_any(&["cfg", "cfg_attr"]) {
            return Err(Error::new(at, "a parameter in `<…>` has no conditions here: put one on the item, and write that twice"));
        }
        let at = input.span();
        let mut declared = TokenStream::new();
        let kind = match () {
            () if input.is_mark('\'') => {
                declared.extend(input.next());
                Kind::Lifetime
            }
            () if input.is_word("const") => {
                declared.extend(input.next());
                Kind::Const
            }
            () => Kind::Type,
        };
        let name = input.ident("expected the name of a parameter")?;
        declared.extend([TokenTree::from(name.clone())]);
        declared.extend(input.until(&|tree| is_mark(Some(tree), '=')));
        Ok(Parameter { kind, name, at, declared })
    }
}

impl ToTokens for Generics {
    fn to_token_stream(&self) -> TokenStream {
        self.tokens.clone()
    }
}
