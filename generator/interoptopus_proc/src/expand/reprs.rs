//! `#[repr(…)]`: the words that are there, and those that are added.

use crate::parse::{Error, Item, Result};
use crate::quote::{ToTokens, quote};
use proc_macro::{Ident, Span, TokenStream};

/// The layout of a struct.
pub(crate) enum Repr {
    C,
    Transparent,
    Packed(u32),
    Aligned(u32),
}

impl Repr {
    /// The layout of a struct, with `#[repr(C)]` if it has to be added.
    pub(crate) fn of_struct(item: &Item) -> Result<(Repr, Option<TokenStream>)> {
        let (mut is_there, mut found) = (false, Repr::C);
        for repr in item.attributes.reprs() {
            let amount = |or: u32| repr.amount.as_ref().map_or(or, |amount| amount.trim().parse().unwrap_or(or));
            match repr.name.as_str() {
                "C" => is_there = true,
                "transparent" => (is_there, found) = (true, Repr::Transparent),
                "packed" => found = Repr::Packed(amount(1)),
                "align" => found = Repr::Aligned(amount(1)),
                "Rust" => {
                    return Err(Error::new(repr.at, "other languages cannot know how Rust lays this out: write `#[repr(C)]`"));
                }
                _ => {}
            }
        }
        Ok((found, (!is_there).then(|| quote!(#[repr(C)]))))
    }

    /// `#[repr(C)]`, if it has to be added to a union.
    pub(crate) fn of_union(item: &Item) -> Result<Option<TokenStream>> {
        let reprs = item.attributes.reprs();
        if let Some(other) = reprs.iter().find(|repr| repr.name != "C") {
            return Err(Error::new(
                other.at,
                "a union crosses the border as C lays it out: write `#[repr(C)]`, and put it into a struct with another `repr`",
            ));
        }
        Ok(reprs.is_empty().then(|| quote!(#[repr(C)])))
    }
}

/// In the module `border`.
impl ToTokens for Repr {
    fn to_token_stream(&self) -> TokenStream {
        match self {
            Repr::C => quote!(Repr::C),
            Repr::Transparent => quote!(Repr::Transparent),
            Repr::Packed(to) => quote!(Repr::Packed(#to)),
            Repr::Aligned(to) => quote!(Repr::Aligned(#to)),
        }
    }
}

/// The integer that an enum or its tag is.
pub(crate) struct Integer {
    /// As a type of Rust.
    pub(crate) rust: Ident,
    /// As one of the model.
    pub(crate) model: Ident,
}

/// The words in the `repr` of an enum.
pub(crate) struct EnumRepr {
    /// The integer, if there is one.
    pub(crate) integer: Option<Integer>,
    /// Whether there is `C`.
    pub(crate) c: bool,
}

impl EnumRepr {
    pub(crate) fn of(item: &Item) -> Result<Self> {
        const INTEGERS: [(&str, &str); 10] = [
            ("i8", "I8"),
            ("i16", "I16"),
            ("i32", "I32"),
            ("i64", "I64"),
            ("isize", "Isize"),
            ("u8", "U8"),
            ("u16", "U16"),
            ("u32", "U32"),
            ("u64", "U64"),
            ("usize", "Usize"),
        ];
        let mut found = EnumRepr { integer: None, c: false };
        for repr in item.attributes.reprs() {
            if let Some((rust, model)) = INTEGERS.iter().find(|(rust, _)| *rust == repr.name) {
                found.integer = Some(Integer::new(rust, model));
            }
            let hint = match repr.name.as_str() {
                "i128" | "u128" => "few languages have integers of 128 bits: give the enum one of up to 64",
                "align" => "an enum is aligned as its integer is: put it into a struct with an alignment of its own",
                "transparent" => "an enum is not transparent: write `#[repr(u8)]`, or a struct",
                "Rust" => "other languages cannot know how Rust lays this out: write `#[repr(u8)]` or `#[repr(C)]`",
                name => {
                    found.c |= name == "C";
                    continue;
                }
            };
            return Err(Error::new(repr.at, hint));
        }
        Ok(found)
    }
}

impl Integer {
    fn new(rust: &str, model: &str) -> Self {
        Integer { rust: Ident::new(rust, Span::call_site()), model: Ident::new(model, Span::call_site()) }
    }

    /// C's `int`.
    pub(crate) fn int() -> Self {
        Integer::new("i32", "I32")
    }
}
