//! The traits of types that cross.

mod cross;
mod holds_no_static;
mod nullable;
mod plain;
mod pointees;

pub use cross::{Abi, Bare, Border, Call, Data, Give, Guarded, Held, In, Lend, Lent, Take, TakeTwo};
pub use holds_no_static::{HoldsNoStatic, InField};
pub use nullable::{MaybeNull, NonNullWay, NullableWay};
pub use plain::{Plain, all, any, is_plain_data};
pub(crate) use pointees::BEHIND_MUT;
pub use pointees::{Behind, ConstAt, MutAt, PointeeWay};
