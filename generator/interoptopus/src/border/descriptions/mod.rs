//! Descriptions: the parts of all that the inventory knows.

mod fields;
mod instances;
mod items;
mod named;
mod types;

pub use fields::{FieldInfo, field};
pub(crate) use fields::{HIDDEN, Sequence, with_bytes};
pub(crate) use items::parameters;
pub use items::{Associated, AssociatedConstant, Describe, Item, ParameterInfo};
pub use named::Named;
pub(crate) use types::TypeInfo;
