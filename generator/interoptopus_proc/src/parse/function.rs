//! Functions and methods: the signature, and the body as tokens.

use super::{Attributes, parse_attributes, refuse_parameter, refuse_return, refuse_static};
use proc_macro2::{TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Abi, Error, Generics, Ident, Lifetime, Result, Token, Type, Visibility, WhereClause, parenthesized};

pub(crate) struct Function {
    pub(crate) attributes: Attributes,
    pub(crate) visibility: Visibility,
    pub(crate) constness: Option<Token![const]>,
    pub(crate) asyncness: Option<Token![async]>,
    pub(crate) unsafety: Option<Token![unsafe]>,
    pub(crate) abi: Option<Abi>,
    pub(crate) name: Ident,
    /// With the `where` clause.
    pub(crate) generics: Generics,
    /// All parameters as they were written, for the author's function.
    written: TokenStream,
    pub(crate) receiver: Option<Receiver>,
    pub(crate) parameters: Vec<Parameter>,
    /// None for `()`.
    pub(crate) output: Option<Type>,
    body: TokenStream,
}

pub(crate) struct Parameter {
    pub(crate) name: Ident,
    pub(crate) ty: Type,
}

/// `&self` or `&mut self`.
pub(crate) struct Receiver {
    pub(crate) exclusive: bool,
    pub(crate) lifetime: Option<Lifetime>,
}

impl Parse for Function {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = parse_attributes(input)?;
        let visibility = input.parse()?;
        Self::parse_after(attributes, visibility, input)
    }
}

impl Function {
    /// What follows the visibility.
    pub(crate) fn parse_after(attributes: Attributes, visibility: Visibility, input: ParseStream<'_>) -> Result<Self> {
        let (constness, asyncness, unsafety) = (input.parse()?, input.parse()?, input.parse()?);
        let abi = input.parse()?;
        if !input.peek(Token![fn]) {
            return Err(input.error("this stands on a function: `pub fn …` or `pub extern \"C\" fn …`"));
        }
        input.parse::<Token![fn]>()?;
        let name = input.parse()?;
        let mut generics: Generics = input.parse()?;
        let inside;
        parenthesized!(inside in input);
        let written: TokenStream = inside.fork().parse()?;
        let (receiver, parameters) = parse_parameters(&inside)?;
        let output = if input.parse::<Option<Token![->]>>()?.is_some() { Some(input.parse()?) } else { None };
        generics.where_clause = input.parse::<Option<WhereClause>>()?;
        let body: TokenTree = input.parse()?;
        Ok(Function {
            attributes,
            visibility,
            constness,
            asyncness,
            unsafety,
            abi,
            name,
            generics,
            written,
            receiver,
            parameters,
            output,
            body: body.into(),
        })
    }

    /// The name as other languages see it, and its symbol if none is given.
    pub(crate) fn plain_name(&self) -> String {
        self.name.to_string().trim_start_matches("r#").to_owned()
    }

    /// The author's function as a plain Rust one: without `extern "C"`, through which its panics could not be caught.
    pub(crate) fn kept(&self) -> TokenStream {
        let Function { attributes, visibility, constness, asyncness, unsafety, name, generics, written, output, body, .. } = self;
        let output = output.as_ref().map(|ty| quote!(-> #ty));
        let bounds = &generics.where_clause;
        quote!(#attributes #visibility #constness #asyncness #unsafety fn #name #generics (#written) #output #bounds #body)
    }

    /// What no macro can export.
    pub(crate) fn refuse(&self) -> Result<()> {
        if let Some(keyword) = &self.asyncness {
            return Err(Error::new(
                keyword.span,
                "an `async fn` cannot cross the border: block on it, or call back when it is done",
            ));
        }
        if let Some(parameter) = self.generics.type_params().next() {
            return Err(Error::new(
                parameter.span(),
                "a generic function cannot cross the border: write one function for each type, such as `sum_f32` and `sum_u8`",
            ));
        }
        if let Some(parameter) = self.generics.const_params().next() {
            return Err(Error::new(
                parameter.span(),
                "a generic function cannot cross the border: pass a slice in place of an array",
            ));
        }
        if let Some(Abi { name: Some(name), .. }) = &self.abi
            && name.value() != "C"
        {
            return Err(Error::new(name.span(), "only `extern \"C\"` crosses the border"));
        }
        for parameter in &self.parameters {
            refuse_static(&parameter.ty)?;
            refuse_parameter(&parameter.ty)?;
        }
        self.output.as_ref().map_or(Ok(()), refuse_return)
    }
}

fn parse_parameters(input: ParseStream<'_>) -> Result<(Option<Receiver>, Vec<Parameter>)> {
    let (mut receiver, mut parameters) = (None, Vec::new());
    while !input.is_empty() {
        parse_attributes(input)?;
        if input.peek(Token![...]) {
            return Err(input.error("a variadic function cannot cross the border: pass a slice"));
        }
        if parameters.is_empty() && receiver.is_none() && is_receiver(input) {
            receiver = Some(parse_receiver(input)?);
        } else {
            parameters.push(parse_parameter(input)?);
        }
        if input.parse::<Option<Token![,]>>()?.is_none() && !input.is_empty() {
            return Err(input.error("expected `,`"));
        }
    }
    Ok((receiver, parameters))
}

fn parse_parameter(input: ParseStream<'_>) -> Result<Parameter> {
    const NAME: &str = "a parameter needs a plain name here, which bindings show: write `name: T`, and take it apart in the body";
    if input.peek(Token![_]) || !(input.peek(Token![mut]) || input.peek(Ident)) {
        return Err(input.error(NAME));
    }
    input.parse::<Option<Token![mut]>>()?;
    let name: Ident = input.parse()?;
    if !input.peek(Token![:]) {
        return Err(Error::new(name.span(), NAME));
    }
    input.parse::<Token![:]>()?;
    if input.peek(Token![...]) {
        return Err(input.error("a variadic function cannot cross the border: pass a slice"));
    }
    Ok(Parameter { name, ty: input.parse()? })
}

fn is_receiver(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let _ = ahead.parse::<Option<Token![&]>>();
    let _ = ahead.parse::<Option<Lifetime>>();
    let _ = ahead.parse::<Option<Token![mut]>>();
    ahead.peek(Token![self])
}

fn parse_receiver(input: ParseStream<'_>) -> Result<Receiver> {
    const BORROWS: &str = "a method takes `&self` or `&mut self`: the object stays the other side's until it frees it";
    let reference = input.parse::<Option<Token![&]>>()?;
    let lifetime = input.parse()?;
    let exclusive = input.parse::<Option<Token![mut]>>()?.is_some();
    let this: Token![self] = input.parse()?;
    if reference.is_some() {
        return Ok(Receiver { exclusive, lifetime });
    }
    // `self: &Self` and `self: &mut Self` are the same.
    if input.parse::<Option<Token![:]>>()?.is_some()
        && let Type::Reference(ty) = input.parse()?
        && ty.elem.to_token_stream().to_string() == "Self"
    {
        return Ok(Receiver { exclusive: ty.mutability.is_some(), lifetime: ty.lifetime });
    }
    Err(Error::new(this.span, BORROWS))
}
