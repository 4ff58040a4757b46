//! C as data: types, declarations, definitions and comments of C99 that are C++11 too, and how each is printed.
//!
//! Nothing here knows what is bound. A declaration is made of values, and printing it needs nothing else:
//!
//! ```
//! use interoptopus::Writer;
//! use interoptopus_c_syntax::{CType, Comment, Declared, Prototype};
//!
//! let at = Declared::new("at", CType::named("plotter_Vec2").const_pointer());
//! let prototype = Prototype::new("plotter_length", vec![at], CType::named("float"), Comment::text("The distance from the origin."));
//! let mut w = Writer::new("    ");
//! prototype.emit(&mut w);
//! assert_eq!(w.finish(), "/** The distance from the origin. */\nfloat plotter_length(const plotter_Vec2 *at);\n");
//! ```

mod attributes;
mod comments;
pub mod compact;
mod conditions;
mod constants;
mod definitions;
mod enums;
mod forwards;
mod functions;
mod identifiers;
mod structs;
mod tagged;
mod types;
mod verbatim;

pub use attributes::Attribute;
pub use comments::{Comment, Part, opens_block, safe};
pub use conditions::Condition;
pub use constants::{Initialiser, Macro, Object};
pub use definitions::{Alias, Definition, Incomplete, Kind, emit};
pub use enums::{Enum, Enumerator};
pub use forwards::Forward;
pub use functions::Prototype;
pub use identifiers::is_identifier;
pub use structs::{Member, Struct};
pub use tagged::{Case, PAYLOAD, TAG, Tagged};
pub use types::{CType, Declared};
pub use verbatim::Verbatim;
