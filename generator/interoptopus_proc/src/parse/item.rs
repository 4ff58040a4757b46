//! Structs, enums, type aliases and constants.

use super::{Attributes, parse_attributes};
use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Error, Generics, Ident, Result, Token, Type, Visibility, WhereClause, braced, parenthesized, token};

/// What `#[ffi_type]` may stand on.
pub(crate) struct Item {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    /// With the `where` clause.
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Struct(Struct),
    Enum(Enum),
    Union(Span),
    Alias(Alias),
}

pub(crate) enum Struct {
    Named(Vec<Field>),
    /// `struct S;` or `struct S(…);`.
    Unnamed,
}

pub(crate) struct Field {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

pub(crate) struct Enum {
    pub(crate) variants: Vec<Variant>,
}

pub(crate) struct Variant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) payload: bool,
}

pub(crate) struct Alias {
    pub(crate) ty: Box<Type>,
}

/// A constant, without its value.
pub(crate) struct Const {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

impl Parse for Item {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = parse_attributes(input)?;
        let visibility = input.parse()?;
        if input.peek(Token![struct]) {
            input.parse::<Token![struct]>()?;
            let (name, mut generics): (_, Generics) = (input.parse()?, input.parse()?);
            generics.where_clause = input.parse::<Option<WhereClause>>()?;
            let shape = Shape::Struct(parse_struct(input)?);
            Ok(Item { attributes, visibility, name, generics, shape })
        } else if input.peek(Token![enum]) {
            input.parse::<Token![enum]>()?;
            let (name, mut generics): (_, Generics) = (input.parse()?, input.parse()?);
            generics.where_clause = input.parse::<Option<WhereClause>>()?;
            let shape = Shape::Enum(parse_enum(input)?);
            Ok(Item { attributes, visibility, name, generics, shape })
        } else if input.peek(Token![union]) {
            let keyword = input.parse::<Token![union]>()?;
            let (name, generics) = (input.parse()?, input.parse()?);
            let _: TokenStream = input.parse()?;
            Ok(Item { attributes, visibility, name, generics, shape: Shape::Union(keyword.span) })
        } else if input.peek(Token![type]) {
            input.parse::<Token![type]>()?;
            let (name, generics) = (input.parse()?, input.parse()?);
            input.parse::<Token![=]>()?;
            let shape = Shape::Alias(Alias { ty: Box::new(input.parse()?) });
            input.parse::<Token![;]>()?;
            Ok(Item { attributes, visibility, name, generics, shape })
        } else {
            Err(input.error("`#[ffi_type]` stands on a struct, an enum, or a `type` alias of an `extern \"C\" fn`"))
        }
    }
}

fn parse_struct(input: ParseStream<'_>) -> Result<Struct> {
    if !input.peek(token::Brace) {
        if input.peek(token::Paren) {
            let inside;
            parenthesized!(inside in input);
            let _: TokenStream = inside.parse()?;
        }
        let _: TokenStream = input.parse()?;
        return Ok(Struct::Unnamed);
    }
    let inside;
    braced!(inside in input);
    let mut fields = Vec::new();
    while !inside.is_empty() {
        let attributes = parse_attributes(&inside)?;
        inside.parse::<Visibility>()?;
        let name = inside.parse()?;
        inside.parse::<Token![:]>()?;
        fields.push(Field { attributes, name, ty: inside.parse()? });
        if inside.parse::<Option<Token![,]>>()?.is_none() && !inside.is_empty() {
            return Err(inside.error("expected `,`"));
        }
    }
    Ok(Struct::Named(fields))
}

fn parse_enum(input: ParseStream<'_>) -> Result<Enum> {
    let inside;
    braced!(inside in input);
    let mut variants = Vec::new();
    while !inside.is_empty() {
        let attributes = parse_attributes(&inside)?;
        let name = inside.parse()?;
        let payload = inside.peek(token::Paren) || inside.peek(token::Brace);
        variants.push(Variant { attributes, name, payload });
        // The discriminant is any expression, of which commas are within groups only.
        while !inside.is_empty() && inside.parse::<Option<Token![,]>>()?.is_none() {
            inside.parse::<TokenTree>()?;
        }
    }
    Ok(Enum { variants })
}

impl Parse for Const {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = parse_attributes(input)?;
        let visibility = input.parse()?;
        if !input.peek(Token![const]) {
            return Err(input.error("`#[ffi_constant]` stands on a constant: `pub const NAME: T = …;`"));
        }
        input.parse::<Token![const]>()?;
        if input.peek(Token![_]) {
            return Err(input.error("a constant needs a name here, which bindings show"));
        }
        let name: Ident = input.parse()?;
        if !input.peek(Token![:]) {
            return Err(Error::new(name.span(), "`#[ffi_constant]` stands on a constant: `pub const NAME: T = …;`"));
        }
        input.parse::<Token![:]>()?;
        let ty = input.parse()?;
        let _: TokenStream = input.parse()?;
        Ok(Const { attributes, visibility, name, ty })
    }
}
