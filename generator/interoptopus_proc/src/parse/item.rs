//! Structs, enums, type aliases and constants.

use super::attributes::Attributes;
use super::cursor::{Cursor, Visibility};
use super::error::{Error, Result};
use super::generics::Generics;
use super::tokens::{is_mark, is_one_of};
use super::types::Type;
use crate::quote::ToTokens;
use proc_macro::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};

/// An item that `#[ffi_type]` may stand on.
pub(crate) struct Item {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Struct(Fields),
    Enum(Vec<Variant>),
    Union(Fields),
    /// `type Name = …;`, with the type that the name stands for.
    Alias(Type),
}

/// The fields of a struct, or of a variant of an enum.
pub(crate) enum Fields {
    /// `{ a: A, b: B }`.
    Named(Vec<Field>),
    /// `(A, B)`.
    Tuple(Vec<Field>),
    /// Nothing at all.
    Unit,
}

pub(crate) struct Field {
    pub(crate) attributes: Attributes,
    pub(crate) is_public: bool,
    /// Its name, or its number in a tuple.
    pub(crate) member: TokenTree,
    pub(crate) ty: Type,
}

pub(crate) struct Variant {
    pub(crate) attributes: Attributes,
    pub(crate) name: Ident,
    pub(crate) fields: Fields,
    /// `= …`, or nothing.
    pub(crate) discriminant: TokenStream,
}

impl Fields {
    pub(crate) fn all(&self) -> &[Field] {
        match self {
            Fields::Named(fields) | Fields::Tuple(fields) => fields,
            Fields::Unit => &[],
        }
    }
}

impl Field {
    /// As the description calls it; one of a tuple by its number.
    pub(crate) fn name(&self) -> String {
        self.member.to_string().trim_start_matches("r#").to_owned()
    }
}

/// An `extern "C" fn(…) -> …` type.
pub(crate) struct Pointer {
    /// `for<…>`, or nothing.
    pub(crate) binder: TokenStream,
    /// The place of `unsafe`, if it is.
    pub(crate) is_unsafe: Option<Span>,
    /// Each with its name, if it has one.
    pub(crate) parameters: Vec<(Option<Ident>, Type)>,
    /// None for `()`.
    pub(crate) output: Option<Type>,
}

/// A constant, without its value.
pub(crate) struct Const {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

impl Item {
    pub(crate) fn parse(mut input: Cursor) -> Result<Self> {
        const KINDS: &str = "`#[ffi_type]` stands on a struct, an enum, a union, or a `type` alias of an `extern \"C\" fn`";
        let attributes = Attributes::parse(&mut input)?;
        let visibility = input.visibility();
        let (at, keyword) = (input.span(), input.next().map(|keyword| keyword.to_string()).unwrap_or_default());
        if !["struct", "enum", "union", "type"].contains(&keyword.as_str()) {
            return Err(Error::new(at, KINDS));
        }
        let name = input.ident(KINDS)?;
        let mut generics = Generics::parse(&mut input)?;
        generics.parse_bounds(&mut input);
        let shape = match keyword.as_str() {
            "struct" => Shape::Struct(parse_fields(&mut input)?),
            "enum" => Shape::Enum(parse_variants(&mut input)?),
            "union" => Shape::Union(parse_fields(&mut input)?),
            _ => {
                if input.mark('=').is_none() {
                    return Err(input.error("expected `=`"));
                }
                Shape::Alias(Type::new(input.until(&|tree| is_mark(Some(tree), ';'))))
            }
        };
        // Behind the fields of a tuple.
        generics.parse_bounds(&mut input);
        Ok(Item { attributes, visibility, name, generics, shape })
    }
}

fn parse_fields(input: &mut Cursor) -> Result<Fields> {
    match input.peek(0) {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => parse_named(group).map(Fields::Named),
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis => parse_tuple(group).map(Fields::Tuple),
        _ => return Ok(Fields::Unit),
    }
    .inspect(|_| {
        input.next();
    })
}

fn parse_named(group: &Group) -> Result<Vec<Field>> {
    let mut inside = Cursor::within(group);
    let mut fields = Vec::new();
    while !inside.is_empty() {
        let attributes = Attributes::parse(&mut inside)?;
        let is_public = inside.visibility().is_public;
        let member = inside.ident("expected the name of a field")?.into();
        if inside.mark(':').is_none() {
            return Err(inside.error("expected `:`"));
        }
        let ty = Type::new(inside.until(&|tree| is_mark(Some(tree), ',')));
        inside.mark(',');
        fields.push(Field { attributes, is_public, member, ty });
    }
    Ok(fields)
}

fn parse_tuple(group: &Group) -> Result<Vec<Field>> {
    let mut inside = Cursor::within(group);
    let mut fields = Vec::new();
    while !inside.is_empty() {
        let attributes = Attributes::parse(&mut inside)?;
        let is_public = inside.visibility().is_public;
        let member = Literal::usize_unsuffixed(fields.len()).into();
        let ty = Type::new(inside.until(&|tree| is_mark(Some(tree), ',')));
        inside.mark(',');
        fields.push(Field { attributes, is_public, member, ty });
    }
    Ok(fields)
}

fn parse_variants(input: &mut Cursor) -> Result<Vec<Variant>> {
    let mut inside = Cursor::within(&input.group(Delimiter::Brace, "expected the variants")?);
    let mut variants = Vec::new();
    while !inside.is_empty() {
        let attributes = Attributes::parse(&mut inside)?;
        let name = inside.ident("expected the name of a variant")?;
        let fields = parse_fields(&mut inside)?;
        let mut discriminant = TokenStream::new();
        // The discriminant is any expression, of which commas are within groups only; `<` may be a comparison or a shift.
        while let Some(tree) = inside.next().filter(|tree| !is_mark(Some(tree), ',')) {
            discriminant.extend([tree]);
        }
        variants.push(Variant { attributes, name, fields, discriminant });
    }
    Ok(variants)
}

impl Pointer {
    /// The function pointer that an alias stands for.
    pub(crate) fn parse(ty: &Type) -> Result<Self> {
        const POINTER: &str =
            "`#[ffi_type]` on an alias names a callback: `pub type Name = extern \"C\" fn(index: u32, …) -> …;`";
        let mut input = Cursor::new(ty.tokens().clone(), ty.span());
        let mut binder = TokenStream::new();
        if let Some(keyword) = input.word("for") {
            binder.extend([keyword]);
            binder.extend(Generics::parse(&mut input)?.to_token_stream());
        }
        let is_unsafe = input.word("unsafe").map(|keyword| keyword.span());
        let abi = input.word("extern").map(|_| input.peek(0).map(ToString::to_string).unwrap_or_default());
        if abi.as_ref().is_some_and(|_| matches!(input.peek(0), Some(TokenTree::Literal(_)))) {
            input.next();
        }
        let at = input.span();
        if input.word("fn").is_none() {
            return Err(Error::new(ty.span(), POINTER));
        }
        if abi.is_none_or(|name| name.trim_matches('"') != "C" && name != "fn") {
            return Err(Error::new(at, "other languages call this as C does: write `extern \"C\" fn`"));
        }
        let inside = input.group(Delimiter::Parenthesis, POINTER)?;
        let parameters = parse_types(Cursor::within(&inside))?;
        let output = input.mark('-').and(input.mark('>')).map(|_| Type::new(input.rest()));
        Ok(Pointer { binder, is_unsafe, parameters, output })
    }
}

fn parse_types(mut input: Cursor) -> Result<Vec<(Option<Ident>, Type)>> {
    let mut parameters = Vec::new();
    while !input.is_empty() {
        Attributes::parse(&mut input)?;
        let named =
            matches!(input.peek(0), Some(TokenTree::Ident(_))) && is_mark(input.peek(1), ':') && !is_mark(input.peek(2), ':');
        let name = if named { Some(input.ident("expected a name")?) } else { None };
        if named {
            input.mark(':');
        }
        let ty = Type::new(input.until(&|tree| is_mark(Some(tree), ',')));
        if ty.is_variadic() {
            return Err(Error::new(ty.span(), "a variadic callback cannot cross the border: pass an `ffi::Slice`"));
        }
        input.mark(',');
        parameters.push((name, ty));
    }
    Ok(parameters)
}

impl Const {
    pub(crate) fn parse(mut input: Cursor) -> Result<Self> {
        let attributes = Attributes::parse(&mut input)?;
        let visibility = input.visibility();
        Self::parse_after(attributes, visibility, input)
    }

    /// Reads the tokens behind the visibility.
    pub(crate) fn parse_after(attributes: Attributes, visibility: Visibility, mut input: Cursor) -> Result<Self> {
        const CONSTANT: &str = "`#[ffi_constant]` stands on a constant: `pub const NAME: T = …;`";
        if input.word("const").is_none() {
            return Err(input.error(CONSTANT));
        }
        let name = input.ident(CONSTANT)?;
        if is_one_of(&name, &["_"]) {
            return Err(Error::new(name.span(), "a constant needs a name here, which bindings show"));
        }
        if input.mark(':').is_none() {
            return Err(Error::new(name.span(), CONSTANT));
        }
        let ty = Type::new(input.until(&|tree| is_mark(Some(tree), '=')));
        let _: TokenStream = input.rest();
        Ok(Const { attributes, visibility, name, ty })
    }
}
