//! The border between Rust and other languages, which values and calls cross. The macros' code calls it; nobody else has to.
//!
//! [`Border`] says of a type which *way* it crosses. A way is a type without values, such as [`ByValue`] or [`ByRef`], that implements
//! [`Take`] (or [`TakeTwo`], for slices and strings) for what it can bring in, and [`Give`] for what it can bring out. So every type
//! names its way, and each way is written once.
//!
//! The folders are layers, from the top: `calls`, the functions that shims call; `constructs`, a file for each with its way, its checks and its
//! description; `descriptions`, the parts that these share; `objects`, those of services; `traits`, by which types cross; `memory`, the borrows and
//! copies of a call; `outcomes`, statuses and return types.
//!
//! A shim, which is what the macros export, looks like this:
//!
//! ```text
//! extern "C" fn shim(v: In<&mut Vec2>, by: In<f32>) -> Bare<()> {
//!     bare::<()>("scale", || {
//!         // Room for copies of what is checked, so that nobody changes it afterwards.
//!         let room = Room::new();
//!         let copies = Copies::within(&room);
//!         let _end = End::<{ /* whether a type needs any */ }>::of(&copies);
//!         let mut v = hold::<&mut Vec2>(v, "v", &copies)?;      // checks, and keeps what must live during the call
//!         let mut by = hold::<f32>(by, "by", &copies)?;
//!         let value = {
//!             let only_the_receiver_lends = Call;                            // what is lent of a service ends with it
//!             let callbacks_and_copies_of_what_is_checked = Call;            // these end with it
//!             // `Lifetime` says of a reference and of what that leads to whether it ends with the call, or lives until the result is given.
//!             let value = scale(lend::<&mut Vec2>(Lifetime::of_held(&mut v, …), Lifetime::of(&copies, …), …), lend::<f32>(…));
//!             value
//!         };
//!         give::<()>(value)
//!     })
//! }
//! ```

mod calls;
mod constructs;
mod descriptions;
mod memory;
mod objects;
mod outcomes;
mod traits;

pub use crate::ffi::Flags;
pub use crate::ffi::flags::{Bits, Flag};
pub use crate::model::{Inventory, Primitive, Registry, Repr, Service as ServiceModel, Type, Value};
pub use calls::*;
pub use constructs::*;
pub use descriptions::*;
pub use memory::*;
pub use objects::*;
pub use outcomes::*;
pub use traits::*;
