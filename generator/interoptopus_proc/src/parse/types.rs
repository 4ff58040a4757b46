//! Types, and what can be seen of one by how it is written.

use super::cursor::is_mark;
use super::{Cursor, Error, Result};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;

pub(crate) struct Type(TokenStream);

/// A `&T`, or an `Option` of one.
pub(crate) struct Reference {
    pub(crate) lifetime: Option<Ident>,
    pub(crate) exclusive: bool,
    /// `T`; of a slice, what its elements are.
    pub(crate) to: TokenStream,
    pub(crate) is_slice: bool,
}

/// What the first tokens show.
enum Look {
    /// `&T`, `&mut T`; with the tokens of `T`.
    Reference {
        lifetime: Option<Ident>,
        exclusive: bool,
        to: TokenStream,
    },
    /// `(A, B)`, `()`.
    Tuple {
        is_empty: bool,
    },
    /// `[T]`, with the tokens of `T`.
    Slice(TokenStream),
    /// `[T; N]`.
    Array,
    FunctionPointer,
    ImplTrait,
    TraitObject,
    Never,
    Infer,
    Macro,
    /// The last two words of a path, and what is between `<` and `>` behind them.
    Path {
        module: Option<String>,
        name: String,
        arguments: TokenStream,
    },
    Other,
}

impl Type {
    pub(crate) fn new(tokens: TokenStream) -> Self {
        Type(tokens)
    }

    /// The place of its first token.
    pub(crate) fn span(&self) -> Span {
        self.0.clone().into_iter().next().map_or_else(Span::call_site, |tree| tree.span())
    }

    /// The tokens as one group, if the type is one.
    pub(crate) fn tokens(&self) -> &TokenStream {
        &self.0
    }

    /// Whether it is `...`, which is no type.
    pub(crate) fn is_variadic(&self) -> bool {
        is_mark(self.0.clone().into_iter().next().as_ref(), '.')
    }

    /// Whether it is one of these words alone.
    pub(crate) fn is_word(&self, words: &[&str]) -> bool {
        let text = self.0.to_string();
        words.contains(&text.as_str())
    }

    /// The last word of its path, if it is one.
    pub(crate) fn name(&self) -> Option<String> {
        match look(&self.0) {
            Look::Path { name, .. } => Some(name),
            _ => None,
        }
    }

    /// Whether it is a `PhantomData`, which has no bytes.
    pub(crate) fn is_phantom(&self) -> bool {
        self.name().is_some_and(|name| name == "PhantomData")
    }

    /// Whether it is `[T; N]`.
    pub(crate) fn is_array(&self) -> bool {
        matches!(look(&self.0), Look::Array)
    }

    /// Whether it is `()`.
    pub(crate) fn is_unit(&self) -> bool {
        matches!(look(&self.0), Look::Tuple { is_empty: true })
    }

    /// Whether a parameter of this type is two at the ABI: a slice or a string, or an option of one.
    pub(crate) fn crosses_as_two(&self) -> bool {
        crosses_as_two(&self.0)
    }

    /// The reference that it is; `&str` is none.
    pub(crate) fn reference(&self) -> Option<Reference> {
        reference(&self.0)
    }

    /// Refuses what cannot be a parameter, where one can see it and say more than the compiler.
    pub(crate) fn refuse_parameter(&self) -> Result<()> {
        if let Some(lifetime) = find_static(&self.0) {
            return Err(Error::new(
                lifetime,
                "a parameter cannot be `'static`: what a caller passes lives for the time of the call; leave the lifetime out",
            ));
        }
        self.refuse(
            "an array cannot be a parameter in C: take `&[T; N]`, or put it into a struct",
            "a function pointer needs a name, which bindings show: write `#[ffi_type] pub type Name = extern \"C\" fn(…);`, and take a `Name`",
        )
    }

    /// Refuses what cannot be returned, where one can see it and say more than the compiler.
    pub(crate) fn refuse_return(&self) -> Result<()> {
        if self.is_unit() {
            return Ok(());
        }
        self.refuse(
            "an array cannot be returned in C: put it into a struct that is `#[ffi_type]`",
            "a function pointer cannot be returned: callbacks only come in",
        )
    }

    /// Refuses what cannot be a field, where one can see it and say more than the compiler.
    pub(crate) fn refuse_field(&self) -> Result<()> {
        const OBJECT: &str = "a trait object cannot be a field: use a callback, or a pointer to an opaque type";
        let hint = match look(&self.0) {
            Look::Reference { exclusive: true, .. } => {
                "`&mut` cannot be a field, since nobody could see whether two of them share memory: use a raw pointer"
            }
            Look::Reference { to, .. } => match look(&to) {
                Look::Slice(_) => "a slice in a field is written as it is in memory: `ffi::Slice<'a, T>`",
                Look::Path { module: None, name, .. } if name == "str" => {
                    "a string in a field is written as it is in memory: `ffi::Str<'a>`, or `ffi::CStrPtr<'a>`"
                }
                Look::TraitObject => OBJECT,
                _ => return Ok(()),
            },
            Look::Tuple { is_empty: true } => "`()` has no bytes: leave the field out",
            Look::Tuple { is_empty: false } => {
                "a tuple cannot be a field, since Rust lays it out as it likes: name it as a struct that is `#[ffi_type]`"
            }
            Look::FunctionPointer => {
                "a function pointer needs a name, which bindings show: write `#[ffi_type] pub type Name = extern \"C\" fn(…);`, and use `Name`"
            }
            Look::Slice(_) => "a slice has no size: write `ffi::Slice<'a, T>`, or an array",
            Look::TraitObject => OBJECT,
            Look::Never => "a field of type `!` has no value",
            Look::ImplTrait | Look::Infer => "the type has to be written out",
            Look::Array | Look::Macro | Look::Path { .. } | Look::Other => return Ok(()),
        };
        Err(Error::new(self.span(), hint))
    }

    /// Refuses what cannot be the type of a constant, where one can see it and say more than the compiler.
    pub(crate) fn refuse_constant(&self) -> Result<()> {
        if matches!(look(&self.0), Look::Array) {
            return Ok(());
        }
        self.refuse("", "a function has no value that bindings could contain: mark it `#[ffi_function]`")
    }

    fn refuse(&self, array: &str, function_pointer: &str) -> Result<()> {
        const OBJECT: &str = "a trait object cannot cross the border: take a callback, or a reference to an opaque type";
        let hint = match look(&self.0) {
            Look::Array => array,
            Look::FunctionPointer => function_pointer,
            Look::ImplTrait => "a generic function cannot cross the border: name the type",
            Look::TraitObject => OBJECT,
            Look::Reference { to, .. } if matches!(look(&to), Look::TraitObject) => OBJECT,
            Look::Tuple { .. } => "a tuple cannot cross the border: name its parts in a struct that is `#[ffi_type]`",
            Look::Never => "a function that never returns cannot cross the border: the caller waits for it",
            Look::Infer => "the type has to be written out",
            Look::Macro => "a macro hides the type: write it out, since slices and strings are seen by how they are written",
            Look::Reference { .. } | Look::Slice(_) | Look::Path { .. } | Look::Other => return Ok(()),
        };
        Err(Error::new(self.span(), hint))
    }
}

impl ToTokens for Type {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.extend(self.0.clone());
    }
}

fn look(tokens: &TokenStream) -> Look {
    let mut input = Cursor::new(tokens.clone(), Span::call_site());
    match input.next() {
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            '&' => {
                let (lifetime, exclusive) = (input.lifetime(), input.word("mut").is_some());
                Look::Reference { lifetime, exclusive, to: input.rest() }
            }
            '!' => Look::Never,
            ':' => look_at_path(tokens),
            _ => Look::Other,
        },
        Some(TokenTree::Group(group)) => look_at_group(&group),
        Some(TokenTree::Ident(word)) => match word.to_string().as_str() {
            "extern" | "fn" | "unsafe" | "for" => Look::FunctionPointer,
            "impl" => Look::ImplTrait,
            "dyn" => Look::TraitObject,
            "_" => Look::Infer,
            _ => look_at_path(tokens),
        },
        Some(TokenTree::Literal(_)) | None => Look::Other,
    }
}

fn look_at_group(group: &Group) -> Look {
    let mut inside = Cursor::within(group);
    match group.delimiter() {
        Delimiter::Bracket => {
            let element = inside.until(|tree| is_mark(Some(tree), ';'));
            if inside.is_empty() { Look::Slice(element) } else { Look::Array }
        }
        Delimiter::Parenthesis if inside.is_empty() => Look::Tuple { is_empty: true },
        Delimiter::Parenthesis => {
            let first = inside.until(|tree| is_mark(Some(tree), ','));
            if inside.is_empty() { look(&first) } else { Look::Tuple { is_empty: false } }
        }
        Delimiter::Brace | Delimiter::None => Look::Other,
    }
}

fn look_at_path(tokens: &TokenStream) -> Look {
    let (mut module, mut name, mut arguments) = (None, None, TokenStream::new());
    let mut input = Cursor::new(tokens.clone(), Span::call_site());
    loop {
        if input.mark('<').is_some() {
            arguments = input.until(|tree| is_mark(Some(tree), '>'));
        }
        match input.next() {
            Some(TokenTree::Ident(word)) => (module, name, arguments) = (name, Some(word.to_string()), TokenStream::new()),
            Some(TokenTree::Punct(punct)) if punct.as_char() == '!' => return Look::Macro,
            Some(_) => {}
            None => return name.map_or(Look::Other, |name| Look::Path { module, name, arguments }),
        }
    }
}

fn reference(tokens: &TokenStream) -> Option<Reference> {
    match look(tokens) {
        Look::Reference { lifetime, exclusive, to } => match look(&to) {
            Look::Slice(to) => Some(Reference { lifetime, exclusive, to, is_slice: true }),
            Look::Path { module: None, name, .. } if name == "str" => None,
            _ => Some(Reference { lifetime, exclusive, to, is_slice: false }),
        },
        Look::Path { module, name, arguments } if name == "Option" && module.as_ref().is_none_or(|module| module != "ffi") => {
            reference(&arguments).filter(|_| matches!(look(&arguments), Look::Reference { .. }))
        }
        _ => None,
    }
}

fn crosses_as_two(tokens: &TokenStream) -> bool {
    match look(tokens) {
        Look::Reference { to, .. } => match look(&to) {
            Look::Slice(_) => true,
            Look::Path { module: None, name, .. } => name == "str",
            _ => false,
        },
        Look::Path { module, name, arguments } => match name.as_str() {
            "Slice" | "SliceMut" | "Str" => true,
            // `ffi::Option` is a struct.
            "Option" => module.is_none_or(|module| module != "ffi") && crosses_as_two(&arguments),
            _ => false,
        },
        _ => false,
    }
}

/// The place of the first `'static`.
fn find_static(tokens: &TokenStream) -> Option<Span> {
    let mut after_tick = false;
    tokens.clone().into_iter().find_map(|tree| {
        let before = std::mem::replace(&mut after_tick, is_mark(Some(&tree), '\''));
        match tree {
            TokenTree::Group(group) => find_static(&group.stream()),
            TokenTree::Ident(name) if before && name == "static" => Some(name.span()),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        }
    })
}

/// The tokens with `Self` written out.
pub(crate) fn with_self(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|tree| match tree {
            TokenTree::Ident(ident) if ident == "Self" => this.clone(),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), with_self(group.stream(), this));
                inner.set_span(group.span());
                TokenTree::from(inner).into()
            }
            other => other.into(),
        })
        .collect()
}

/// Whether one of `words` occurs in the tokens.
pub(crate) fn mentions(tokens: &TokenStream, words: &[&str]) -> bool {
    tokens.clone().into_iter().any(|tree| match tree {
        TokenTree::Ident(ident) => words.iter().any(|word| Ident::eq(&ident, word)),
        TokenTree::Group(group) => mentions(&group.stream(), words),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
