//! Structs, enums, type aliases and constants.

use super::cursor::is_mark;
use super::{Attributes, Cursor, Error, Generics, Result, Type, Visibility};
use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};

/// What `#[ffi_type]` may stand on.
pub(crate) struct Item {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    pub(crate) shape: Shape,
}

pub(crate) enum Shape {
    Struct(Struct),
    Enum(Enum),
    Union(Span),
    /// `type Name = …;`, with what the name stands for.
    Alias(Type),
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

/// An `extern "C" fn(…) -> …` type.
pub(crate) struct Pointer {
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
        const KINDS: &str = "`#[ffi_type]` stands on a struct, an enum, or a `type` alias of an `extern \"C\" fn`";
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
            "struct" => Shape::Struct(parse_struct(&mut input)?),
            "enum" => Shape::Enum(parse_enum(&mut input)?),
            "union" => Shape::Union(at),
            _ => {
                if input.mark('=').is_none() {
                    return Err(input.error("expected `=`"));
                }
                Shape::Alias(Type::new(input.until(|tree| is_mark(Some(tree), ';'))))
            }
        };
        Ok(Item { attributes, visibility, name, generics, shape })
    }
}

fn parse_struct(input: &mut Cursor) -> Result<Struct> {
    if !input.is_group(Delimiter::Brace) {
        return Ok(Struct::Unnamed);
    }
    let mut inside = Cursor::within(&input.group(Delimiter::Brace, "expected the fields")?);
    let mut fields = Vec::new();
    while !inside.is_empty() {
        let attributes = Attributes::parse(&mut inside)?;
        inside.visibility();
        let name = inside.ident("expected the name of a field")?;
        if inside.mark(':').is_none() {
            return Err(inside.error("expected `:`"));
        }
        let ty = Type::new(inside.until(|tree| is_mark(Some(tree), ',')));
        inside.mark(',');
        fields.push(Field { attributes, name, ty });
    }
    Ok(Struct::Named(fields))
}

fn parse_enum(input: &mut Cursor) -> Result<Enum> {
    let mut inside = Cursor::within(&input.group(Delimiter::Brace, "expected the variants")?);
    let mut variants = Vec::new();
    while !inside.is_empty() {
        let attributes = Attributes::parse(&mut inside)?;
        let name = inside.ident("expected the name of a variant")?;
        let payload = inside.is_group(Delimiter::Parenthesis) || inside.is_group(Delimiter::Brace);
        variants.push(Variant { attributes, name, payload });
        // The discriminant is any expression, of which commas are within groups only; `<` may be a comparison or a shift.
        while inside.next().is_some_and(|tree| !is_mark(Some(&tree), ',')) {}
    }
    Ok(Enum { variants })
}

impl Pointer {
    /// The function pointer that an alias stands for.
    pub(crate) fn parse(ty: &Type) -> Result<Self> {
        const POINTER: &str =
            "`#[ffi_type]` on an alias names a callback: `pub type Name = extern \"C\" fn(index: u32, …) -> …;`";
        let mut input = Cursor::new(ty.tokens().clone(), ty.span());
        if input.word("for").is_some() {
            Generics::parse(&mut input)?;
        }
        input.word("unsafe");
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
        Ok(Pointer { parameters, output })
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
        let ty = Type::new(input.until(|tree| is_mark(Some(tree), ',')));
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
        const CONSTANT: &str = "`#[ffi_constant]` stands on a constant: `pub const NAME: T = …;`";
        let attributes = Attributes::parse(&mut input)?;
        let visibility = input.visibility();
        if input.word("const").is_none() {
            return Err(input.error(CONSTANT));
        }
        let name = input.ident(CONSTANT)?;
        if name == "_" {
            return Err(Error::new(name.span(), "a constant needs a name here, which bindings show"));
        }
        if input.mark(':').is_none() {
            return Err(Error::new(name.span(), CONSTANT));
        }
        let ty = Type::new(input.until(|tree| is_mark(Some(tree), '=')));
        let _: TokenStream = input.rest();
        Ok(Const { attributes, visibility, name, ty })
    }
}
