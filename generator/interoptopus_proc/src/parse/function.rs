//! Functions and methods: the signature, and the body as tokens.

use super::attributes::Attributes;
use super::cursor::{Cursor, Visibility};
use super::error::{Error, Result};
use super::generics::Generics;
use super::refused::{refuse_lifetime_of_texts, refuse_parameter, refuse_return};
use super::tokens::{is_mark, is_one_of};
use super::types::Type;
use crate::quote::quote;
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

pub(crate) struct Function {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    /// `const`, `async`, `unsafe`, as far as they are there.
    qualifiers: TokenStream,
    asynchronous: Option<Span>,
    /// `extern`, with the name of the ABI if there is one.
    pub(crate) abi: Option<Abi>,
    pub(crate) name: Ident,
    pub(crate) generics: Generics,
    /// All parameters as they were written, for the author's function.
    written: TokenStream,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) parameters: Vec<Parameter>,
    /// None for `()`.
    pub(crate) output: Option<Type>,
    body: TokenStream,
}

pub(crate) struct Abi {
    at: Span,
    is_c: bool,
}

pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

/// `&self` or `&mut self`.
pub(crate) struct Receiver {
    pub(crate) exclusive: bool,
    pub(crate) lifetime: Option<Ident>,
}

impl Function {
    pub(crate) fn parse(input: &mut Cursor) -> Result<Self> {
        let attributes = Attributes::parse(input)?;
        let visibility = input.visibility();
        Self::parse_after(attributes, visibility, input)
    }

    /// Reads the tokens behind the visibility.
    pub(crate) fn parse_after(attributes: Attributes, visibility: Visibility, input: &mut Cursor) -> Result<Self> {
        let mut qualifiers: TokenStream = input.word("const").into_iter().collect();
        let asynchronous = input.word("async");
        qualifiers.extend(asynchronous.clone());
        qualifiers.extend(input.word("unsafe"));
        let abi = parse_abi(input);
        if input.word("fn").is_none() {
            return Err(input.error("this stands on a function: `pub fn …` or `pub extern \"C\" fn …`"));
        }
        let name = input.ident("expected the name of the function")?;
        let mut generics = Generics::parse(input)?;
        let inside = input.group(Delimiter::Parenthesis, "expected the parameters")?;
        let (receiver, parameters) = parse_parameters(Cursor::within(&inside))?;
        let output = parse_output(input);
        generics.parse_bounds(input);
        let asynchronous = asynchronous.map(|keyword| keyword.span());
        let (written, body) = (inside.stream(), input.next().into_iter().collect());
        Ok(Function {
            attributes,
            visibility,
            qualifiers,
            asynchronous,
            abi,
            name,
            generics,
            written,
            receiver,
            parameters,
            output,
            body,
        })
    }

    /// The name as other languages see it, and its symbol if none is given.
    pub(crate) fn plain_name(&self) -> String {
        self.name.to_string().trim_start_matches("r#").to_owned()
    }

    /// The author's function as a plain Rust one: without `extern "C"`, through which its panics could not be caught.
    pub(crate) fn kept(&self) -> TokenStream {
        let Function { attributes, visibility, qualifiers, name, generics, written, output, body, .. } = self;
        let (visibility, bounds) = (&visibility.tokens, &generics.bounds);
        let output = output.as_ref().map(|ty| quote!(-> #ty));
        quote!(#attributes #visibility #qualifiers fn #name #generics (#written) #output #bounds #body)
    }

    /// Whether it is an `unsafe fn`.
    pub(crate) fn is_unsafe(&self) -> bool {
        self.qualifiers.clone().into_iter().any(|word| word.to_string() == "unsafe")
    }

    /// Refuses functions that no macro can export.
    pub(crate) fn refuse(&self) -> Result<()> {
        if let Some(at) = self.asynchronous {
            return Err(Error::new(at, "an `async fn` cannot cross the border: block on it, or call back when it is done"));
        }
        if let Some(at) = self.attributes.place("target_feature").filter(|_| !self.is_unsafe()) {
            return Err(Error::new(
                at,
                "a `#[target_feature]` function is sound only where the processor has that: export a plain function that asks \
                 `is_x86_feature_detected!` or its like and then calls this one; or make it an `unsafe fn`, whose callers have to know",
            ));
        }
        if let Some(at) = self.generics.first_type() {
            return Err(Error::new(
                at,
                "a generic function cannot cross the border: write one function for each type, such as `sum_f32` and `sum_u8`",
            ));
        }
        if let Some(at) = self.generics.first_const() {
            return Err(Error::new(at, "a generic function cannot cross the border: pass a slice in place of an array"));
        }
        if let Some(Abi { at, is_c: false }) = &self.abi {
            return Err(Error::new(*at, "only `extern \"C\"` crosses the border"));
        }
        self.parameters.iter().try_for_each(|parameter| refuse_parameter(&parameter.ty))?;
        let Some(output) = &self.output else { return Ok(()) };
        self.parameters.iter().try_for_each(|parameter| refuse_lifetime_of_texts(&parameter.ty, output))?;
        refuse_return(output)
    }
}

/// `extern "C"`; without a name it is C's as well.
fn parse_abi(input: &mut Cursor) -> Option<Abi> {
    let keyword = input.word("extern")?;
    match input.peek(0) {
        Some(TokenTree::Literal(name)) => {
            let abi = Abi { at: name.span(), is_c: name.to_string().trim_matches(['r', '#', '"']) == "C" };
            input.next();
            Some(abi)
        }
        _ => Some(Abi { at: keyword.span(), is_c: true }),
    }
}

/// `-> T`, if it is there.
fn parse_output(input: &mut Cursor) -> Option<Type> {
    input.mark('-')?;
    input.mark('>')?;
    let ends = |tree: &TokenTree| match tree {
        TokenTree::Ident(word) => is_one_of(word, &["where"]),
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Literal(_) => false,
    };
    Some(Type::new(input.until(&ends)))
}

fn parse_parameters(mut input: Cursor) -> Result<(Option<Receiver>, Vec<Parameter>)> {
    let (mut receiver, mut parameters) = (None, Vec::new());
    while !input.is_empty() {
        Attributes::parse(&mut input)?;
        if input.is_mark('.') {
            return Err(input.error("a variadic function cannot cross the border: pass a slice"));
        }
        if parameters.is_empty() && receiver.is_none() && is_receiver(&input) {
            receiver = Some(parse_receiver(&mut input)?);
        } else {
            parameters.push(parse_parameter(&mut input)?);
        }
        if input.mark(',').is_none() && !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
    }
    Ok((receiver, parameters))
}

fn parse_parameter(input: &mut Cursor) -> Result<Parameter> {
    const NAME: &str = "a parameter needs a plain name here, which bindings show: write `name: T`, and take it apart in the body";
    input.word("mut");
    let at = input.span();
    let name = input.ident(NAME)?;
    if is_one_of(&name, &["_"]) || input.mark(':').is_none() {
        return Err(Error::new(at, NAME));
    }
    let ty = Type::new(input.until(&|tree| is_mark(Some(tree), ',')));
    if ty.is_variadic() {
        return Err(Error::new(ty.span(), "a variadic function cannot cross the border: pass a slice"));
    }
    Ok(Parameter { name, ty })
}

fn is_receiver(input: &Cursor) -> bool {
    let reference = usize::from(input.is_mark('&'));
    let lifetime = if is_mark(input.peek(reference), '\'') { 2 } else { 0 };
    let mutable = usize::from(input.is_word_at(reference + lifetime, "mut"));
    input.is_word_at(reference + lifetime + mutable, "self")
}

fn parse_receiver(input: &mut Cursor) -> Result<Receiver> {
    const BORROWS: &str = "a method takes `&self` or `&mut self`: the object stays the other side's until it frees it";
    let reference = input.mark('&').is_some();
    let lifetime = input.lifetime();
    let exclusive = input.word("mut").is_some();
    let at = input.span();
    input.next();
    if reference {
        return Ok(Receiver { exclusive, lifetime });
    }
    // `self: &Self` and `self: &mut Self` are the same.
    if input.mark(':').is_some() && input.mark('&').is_some() {
        let lifetime = input.lifetime();
        let exclusive = input.word("mut").is_some();
        if input.word("Self").is_some() {
            return Ok(Receiver { exclusive, lifetime });
        }
    }
    Err(Error::new(at, BORROWS))
}
