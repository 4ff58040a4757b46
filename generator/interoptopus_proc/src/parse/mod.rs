//! An author's items, read straight from the tokens: signatures and fields, no expressions. Bodies stay tokens.
//!
//! A parser for the whole language would take longer to build than everything else of a small library together.

mod attributes;
mod block;
mod comments;
mod configured;
mod cursor;
mod described;
mod error;
mod fragments;
mod function;
mod generics;
mod item;
mod lifetimes;
mod options;
mod refused;
mod tokens;
mod types;

pub(crate) use attributes::{Attributes, Symbol, SymbolName};
pub(crate) use block::{ImplBlock, Member};
pub(crate) use configured::{Conditional, conditional};
pub(crate) use cursor::Cursor;
pub(crate) use described::described;
pub(crate) use error::{Error, Result};
pub(crate) use function::{Function, Parameter, Receiver};
pub(crate) use generics::Generics;
pub(crate) use item::{Const, Field, Fields, Item, Pointer, Shape, Variant};
pub(crate) use lifetimes::{SLICES, TEXTS, borrows_from, has_lifetime, in_signature, with_lifetimes};
pub(crate) use options::{MARKS, Options};
pub(crate) use refused::{refuse_constant, refuse_field, refuse_of_callback, refuse_reference_to};
pub(crate) use tokens::{is_mark, is_one_of, mentions};
pub(crate) use types::{PRIMITIVES, Reference, Type, with_self};
