//! Bindings for other languages from one type-safe definition in Rust.
//!
//! A library marks what it exports, names it once in an inventory, and has bindings for every language that a backend exists for:
//!
//! ```
//! use interoptopus::{ffi_function, ffi_type, inventory};
//!
//! /// A point in the plane.
//! #[ffi_type]
//! #[repr(C)]
//! pub struct Vec2 {
//!     pub x: f32,
//!     pub y: f32,
//! }
//!
//! #[ffi_function]
//! pub extern "C" fn my_function(input: Vec2) {
//!     println!("{}", input.x);
//! }
//!
//! inventory!(ffi_inventory, [], [my_function], [], []);
//! # interoptopus::Checked::new(ffi_inventory()).unwrap();
//! ```
//!
//! [`model`] is what backends read, `Backend` what they implement, [`border`] how values cross, [`ffi`] the types that cross.
//!
//! # Features
//! - `derive`, on by default: the macros.
//! - `generate`: what turns an inventory into files: `Checked`, `model::filter` and `model::merge`, `Backend`, `Writer`, parsed docs. Backends and the harness enable it; a
//!   library that is only built does not compile it.
//! - `log`: what goes wrong at the border is reported through the crate `log`, too.
//! - `serde`: an inventory can be written and read.
//! - `testing`: finds and runs the tools of other languages.

// So that the macros' paths hold in this crate's own tests too.
#[allow(unused_extern_crates)]
extern crate self as interoptopus;

#[cfg(feature = "generate")]
mod backend;
pub mod border;
pub mod docs;
pub mod ffi;
mod fnv;
pub mod model;
#[cfg(feature = "generate")]
pub mod names;
#[cfg(feature = "generate")]
mod refusals;
#[cfg(feature = "generate")]
mod writer;

#[cfg(feature = "generate")]
pub use backend::{Backend, Bindings};
#[cfg(feature = "derive")]
pub use interoptopus_proc::{
    ffi_constant, ffi_constants, ffi_constructor, ffi_function, ffi_service, ffi_type, inventory, inventory_part,
};
#[cfg(feature = "testing")]
pub use interoptopus_toolchain as testing;
#[cfg(feature = "generate")]
pub use model::Checked;
pub use model::Inventory;
#[cfg(feature = "generate")]
pub use refusals::{Refusal, Refusals, Refused, omitting};
#[cfg(feature = "generate")]
pub use writer::Writer;
