//! Types, as far as their tokens show them.

use super::cursor::Cursor;
use super::fragments::{changed, type_in};
use super::tokens::{is_mark, is_one_of};
use crate::quote::ToTokens;
use proc_macro::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};

pub(crate) struct Type(TokenStream);

/// The names of types that need no import. An item of such a name, that of a function included, would hide the type.
pub(crate) const PRIMITIVES: [&str; 17] =
    ["bool", "char", "str", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128", "usize", "f32", "f64"];

/// A `&T`, or an `Option` of one.
pub(crate) struct Reference {
    pub(crate) lifetime: Option<Ident>,
    pub(crate) exclusive: bool,
    /// `T`; of a slice, what its elements are.
    pub(crate) to: TokenStream,
    pub(crate) is_slice: bool,
}

/// The kind of type that the first tokens show.
pub(super) enum Look {
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
    /// `*const T`, `*mut T`, with the tokens of `T`.
    Pointer(TokenStream),
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
        Type(without_parentheses(&tokens.into_iter().collect::<Vec<_>>()))
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

    /// Whether one can see that it has a `'static`.
    pub(crate) fn says_static(&self) -> bool {
        find_static(&self.0).is_some()
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
}

/// A type without parentheses around all of it, or around all of an argument: they say nothing, but hide what it is, and a macro's fragment is in some
/// that nobody wrote.
fn without_parentheses(trees: &[TokenTree]) -> TokenStream {
    let begins = |before: Option<&TokenTree>| before.is_none() || is_mark(before, '<') || is_mark(before, ',');
    let ends = |after: Option<&TokenTree>| after.is_none() || is_mark(after, '>') || is_mark(after, ',');
    let is_one = |inner: &mut Cursor| !inner.until(&|tree| is_mark(Some(tree), ',')).is_empty() && inner.is_empty();
    let each = trees.iter().enumerate().map(|(i, tree)| match tree {
        TokenTree::Group(group)
            if group.delimiter() == Delimiter::Parenthesis
                && begins(i.checked_sub(1).map(|before| &trees[before]))
                && ends(trees.get(i + 1))
                && is_one(&mut Cursor::within(group)) =>
        {
            without_parentheses(&group.stream().into_iter().collect::<Vec<_>>())
        }
        other => other.clone().into(),
    });
    each.collect()
}

impl ToTokens for Type {
    fn to_token_stream(&self) -> TokenStream {
        self.0.clone()
    }
}

pub(super) fn look(tokens: &TokenStream) -> Look {
    let mut input = Cursor::new(tokens.clone(), Span::call_site());
    match input.next() {
        Some(TokenTree::Punct(punct)) => match punct.as_char() {
            '&' => {
                let (lifetime, exclusive) = (input.lifetime(), input.word("mut").is_some());
                Look::Reference { lifetime, exclusive, to: input.rest() }
            }
            '*' => {
                input.word("const").or_else(|| input.word("mut"));
                Look::Pointer(input.rest())
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
            let element = inside.until(&|tree| is_mark(Some(tree), ';'));
            if inside.is_empty() { Look::Slice(element) } else { Look::Array }
        }
        Delimiter::Parenthesis if inside.is_empty() => Look::Tuple { is_empty: true },
        Delimiter::Parenthesis => {
            let first = inside.until(&|tree| is_mark(Some(tree), ','));
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
            arguments = input.until(&|tree| is_mark(Some(tree), '>'));
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
            // An address without a length, which is one parameter.
            Look::Path { name, .. } if name == "CStr" => None,
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
        Look::Reference { to, .. } => is_unsized(&to),
        Look::Path { module, name, arguments } => match name.as_str() {
            "Slice" | "SliceMut" | "Str" | "String" | "Vec" => true,
            "Box" => is_unsized(&arguments),
            // `ffi::Option` is a struct.
            "Option" => module.is_none_or(|module| module != "ffi") && crosses_as_two(&arguments),
            _ => false,
        },
        _ => false,
    }
}

/// Whether it is `str`.
pub(super) fn is_text(tokens: &TokenStream) -> bool {
    matches!(look(tokens), Look::Path { module: None, name, .. } if name == "str")
}

/// Whether it is `str` or `[T]`: an address of it has a length beside it.
pub(super) fn is_unsized(tokens: &TokenStream) -> bool {
    is_text(tokens) || matches!(look(tokens), Look::Slice(_))
}

/// The place of the first `'static`.
pub(super) fn find_static(tokens: &TokenStream) -> Option<Span> {
    let mut after_tick = false;
    tokens.clone().into_iter().find_map(|tree| {
        let before = std::mem::replace(&mut after_tick, is_mark(Some(&tree), '\''));
        match tree {
            TokenTree::Group(group) => find_static(&type_in(&group).0),
            TokenTree::Ident(name) if before && is_one_of(&name, &["static"]) => Some(name.span()),
            TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => None,
        }
    })
}

/// The tokens with `Self` written out, but for those that a macro in an expression is given.
pub(crate) fn with_self(tokens: TokenStream, this: &TokenStream) -> TokenStream {
    let (mut after_word, mut after_macro) = (false, false);
    tokens
        .into_iter()
        .flat_map(|tree| {
            let of_macro = std::mem::replace(&mut after_macro, after_word && is_mark(Some(&tree), '!'));
            after_word = matches!(tree, TokenTree::Ident(_));
            match tree {
                TokenTree::Ident(ident) if is_one_of(&ident, &["Self"]) => located_at(this, ident.span()),
                TokenTree::Group(group) if !of_macro => changed(&group, |inner| with_self(inner, this)),
                other => other.into(),
            }
        })
        .collect()
}

/// The tokens with `place` as the place that errors point at.
fn located_at(tokens: &TokenStream, place: Span) -> TokenStream {
    let relocated = tokens.clone().into_iter().map(|mut tree| {
        tree.set_span(tree.span().located_at(place));
        tree
    });
    relocated.collect()
}
