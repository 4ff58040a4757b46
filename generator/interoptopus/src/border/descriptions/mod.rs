//! Descriptions of types and items for the inventory: the parts that these have in common.

mod fields;
mod instances;
mod items;
mod named;
mod types;

pub use fields::{FieldInfo, field};
pub(crate) use fields::{HIDDEN, Sequence, with_bytes};
pub use items::{Associated, AssociatedConstant, Describe, Item, ParameterInfo};
pub(crate) use items::{incoming, parameters};
pub use named::Named;
pub(crate) use types::TypeInfo;
