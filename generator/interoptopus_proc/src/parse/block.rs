//! `impl` blocks: functions are read, everything else is kept as it is.

use super::attributes::Attributes;
use super::cursor::Cursor;
use super::error::{Error, Result};
use super::function::Function;
use super::generics::Generics;
use super::item::Const;
use super::tokens::{is_mark, is_one_of};
use super::types::Type;
use crate::quote::quote;
use proc_macro::{Delimiter, TokenStream, TokenTree};

pub(crate) struct ImplBlock {
    pub(crate) attributes: Attributes,
    pub(crate) generics: Generics,
    pub(crate) ty: Type,
    pub(crate) members: Vec<Member>,
}

pub(crate) enum Member {
    Function {
        function: Box<Function>,
        constructor: bool,
    },
    /// With everything from `const` on.
    Constant {
        constant: Box<Const>,
        kept: TokenStream,
    },
    Other(TokenStream),
}

impl ImplBlock {
    /// `stands` says where the attribute stands.
    pub(crate) fn parse(input: Cursor, stands: &str) -> Result<Self> {
        let (mut block, mut inside) = ImplBlock::parse_head(input, stands)?;
        while !inside.is_empty() {
            block.members.push(parse_member(&mut inside)?);
        }
        Ok(block)
    }

    /// The block without its members, and these.
    pub(crate) fn parse_head(mut input: Cursor, stands: &str) -> Result<(Self, Cursor)> {
        let attributes = Attributes::parse(&mut input)?;
        if input.word("impl").is_none() {
            return Err(input.error(stands));
        }
        let mut generics = Generics::parse(&mut input)?;
        let ends = |tree: &TokenTree| match tree {
            TokenTree::Ident(word) => is_one_of(word, &["for", "where"]),
            TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
            TokenTree::Punct(_) | TokenTree::Literal(_) => false,
        };
        let ty = Type::new(input.until(&ends));
        if input.is_word("for") {
            return Err(Error::new(ty.span(), format!("{stands}; not on one of a trait")));
        }
        generics.parse_bounds(&mut input);
        let inside = Cursor::within(&input.group(Delimiter::Brace, "expected the functions")?);
        Ok((ImplBlock { attributes, generics, ty, members: Vec::new() }, inside))
    }

    /// The block as its author wrote it, without our attributes.
    pub(crate) fn kept(&self) -> TokenStream {
        let ImplBlock { attributes, generics, ty, members } = self;
        let bounds = &generics.bounds;
        let members: TokenStream = members
            .iter()
            .map(|member| match member {
                Member::Function { function, constructor: _ } => function.kept(),
                Member::Constant { constant, kept } => {
                    let (attributes, visibility) = (&constant.attributes, &constant.visibility.tokens);
                    quote!(#attributes #visibility #kept)
                }
                Member::Other(tokens) => tokens.clone(),
            })
            .collect();
        quote!(#attributes impl #generics #ty #bounds { #members })
    }
}

fn parse_member(input: &mut Cursor) -> Result<Member> {
    let mut attributes = Attributes::parse(input)?;
    let visibility = input.visibility();
    if is_function(input) {
        let constructor = attributes.take("ffi_constructor");
        let function = Box::new(Function::parse_after(attributes, visibility, input)?);
        return Ok(Member::Function { function, constructor });
    }
    // A constant or type ends with `;`, a macro also with `}`.
    let is_macro = !input.is_word("const") && !input.is_word("type");
    let mut rest = TokenStream::new();
    while let Some(tree) = input.next() {
        let braces = matches!(&tree, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        let ends = is_mark(Some(&tree), ';') || is_macro && braces;
        rest.extend([tree]);
        if ends {
            break;
        }
    }
    if !is_macro && rest.clone().into_iter().next().is_some_and(|keyword| keyword.to_string() == "const") {
        let constant = Const::parse_after(attributes, visibility, Cursor::new(rest.clone(), input.span()))?;
        return Ok(Member::Constant { constant: Box::new(constant), kept: rest });
    }
    let visibility = visibility.tokens;
    Ok(Member::Other(quote!(#attributes #visibility #rest)))
}

fn is_function(input: &Cursor) -> bool {
    let mut ahead = 0;
    while ["const", "async", "unsafe", "extern"].iter().any(|word| input.is_word_at(ahead, word))
        || matches!(input.peek(ahead), Some(TokenTree::Literal(_)))
    {
        ahead += 1;
    }
    input.is_word_at(ahead, "fn")
}
