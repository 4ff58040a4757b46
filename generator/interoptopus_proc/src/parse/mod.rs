//! What is read of an author's items: no more than what is needed, so that `syn` is quick to build. Bodies stay tokens.

mod attributes;
mod block;
mod function;
mod item;
mod types;

pub(crate) use attributes::{Attributes, parse_attributes};
pub(crate) use block::{ImplBlock, Member};
pub(crate) use function::{Function, Parameter, Receiver};
pub(crate) use item::{Alias, Const, Enum, Item, Shape, Struct};
pub(crate) use types::{
    crosses_as_two, in_signature, mentions, refuse_parameter, refuse_return, refuse_static, with_lifetimes, with_self,
};
