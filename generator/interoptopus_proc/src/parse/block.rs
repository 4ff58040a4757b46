//! `impl` blocks: functions are read, everything else is kept as it is.

use super::{Attributes, Function, parse_attributes};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Error, Generics, Result, Token, Type, Visibility, WhereClause, braced};

pub(crate) struct ImplBlock {
    pub(crate) attributes: Attributes,
    pub(crate) generics: Generics,
    pub(crate) ty: Type,
    pub(crate) members: Vec<Member>,
}

pub(crate) enum Member {
    Function { function: Box<Function>, constructor: bool },
    Other(TokenStream),
}

impl Parse for ImplBlock {
    fn parse(input: ParseStream<'_>) -> Result<Self> {
        let attributes = parse_attributes(input)?;
        if !input.peek(Token![impl]) {
            return Err(input.error("`#[ffi_service]` stands on the `impl` block of a type that is `#[ffi_type(service)]`"));
        }
        input.parse::<Token![impl]>()?;
        let mut generics: Generics = input.parse()?;
        let ty = input.parse()?;
        if let Some(keyword) = input.parse::<Option<Token![for]>>()? {
            return Err(Error::new(
                keyword.span,
                "`#[ffi_service]` stands on an `impl` block of the type itself, not of a trait",
            ));
        }
        generics.where_clause = input.parse::<Option<WhereClause>>()?;
        let inside;
        braced!(inside in input);
        let mut members = Vec::new();
        while !inside.is_empty() {
            members.push(parse_member(&inside)?);
        }
        Ok(ImplBlock { attributes, generics, ty, members })
    }
}

fn parse_member(input: ParseStream<'_>) -> Result<Member> {
    let mut attributes = parse_attributes(input)?;
    let visibility: Visibility = input.parse()?;
    if is_function(input) {
        let constructor = attributes.take("ffi_constructor");
        let function = Box::new(Function::parse_after(attributes, visibility, input)?);
        return Ok(Member::Function { function, constructor });
    }
    let mut rest = TokenStream::new();
    let is_macro = !input.peek(Token![const]) && !input.peek(Token![type]);
    while !input.is_empty() {
        let tree: TokenTree = input.parse()?;
        let ends = match &tree {
            TokenTree::Punct(punct) => punct.as_char() == ';',
            TokenTree::Group(group) => is_macro && group.delimiter() == Delimiter::Brace,
            TokenTree::Ident(_) | TokenTree::Literal(_) => false,
        };
        rest.extend([tree]);
        if ends {
            break;
        }
    }
    Ok(Member::Other(quote!(#attributes #visibility #rest)))
}

fn is_function(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let _ = ahead.parse::<Option<Token![const]>>();
    let _ = ahead.parse::<Option<Token![async]>>();
    let _ = ahead.parse::<Option<Token![unsafe]>>();
    let _ = ahead.parse::<Option<syn::Abi>>();
    ahead.peek(Token![fn])
}

impl ImplBlock {
    /// The block as its author wrote it, without our attributes.
    pub(crate) fn kept(&self) -> TokenStream {
        let ImplBlock { attributes, generics, ty, members } = self;
        let bounds = &generics.where_clause;
        let members = members.iter().map(|member| match member {
            Member::Function { function, constructor: _ } => function.kept(),
            Member::Other(tokens) => tokens.to_token_stream(),
        });
        quote!(#attributes impl #generics #ty #bounds { #(#members)* })
    }
}
