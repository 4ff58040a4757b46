//! The C backend of Interoptopus: one header, C99, that C++11 can include too.
//!
//! ```
//! use interoptopus::model::{Checked, Registry};
//! use interoptopus_backend_c::C;
//!
//! let inventory = Checked::new(Registry::new("plotter", "1.0.0").finish()).unwrap();
//! let header = C::new().header_comment("Copyright: nobody.").generate(&inventory).unwrap();
//! assert_eq!(header.file_name, "plotter.h");
//! assert!(header.to_string().contains("uint64_t plotter_ffi_api_guard(void);"));
//! ```
//!
//! Rust's items in C:
//!
//! | Rust | C |
//! |---|---|
//! | integers, floats, `bool` | `uint32_t`, `size_t`, `double`, `bool`, … |
//! | `char` | `plotter_Char`, a typedef of `uint32_t` |
//! | `i128`, `u128` | typedefs of `__int128` for compilers that have it; the others do not see what needs them; clang before 18, which passes them wrongly on x86-64, cannot call what takes one by value |
//! | `c_char`, `c_long`, `c_ulong` | C's own |
//! | `NonZero…` | its integer |
//! | a constant | a macro with an expression of exactly that type and value; an array or a struct is `static const` |
//! | a struct | a struct, with `#pragma pack` or an attribute for the alignment where Rust has them |
//! | a transparent struct | a typedef of its field's type |
//! | its `Default` | a macro with an initialiser, `PLOTTER_VEC2_DEFAULT` |
//! | a union | a union |
//! | an enum | a typedef of its integer, and constants for its values |
//! | flags | the same, and values are joined by `\|` |
//! | an enum with data | a struct of a `tag` and a `payload`, the union of one struct a variant |
//! | `&T`, `&mut T`, pointers | `const T *`, `T *`; to an array, as a parameter, `const T x[N]` |
//! | an opaque type, a service | an incomplete struct behind pointers |
//! | a callback | a typedef of a pointer to a function |
//! | `&str`, `&[T]` as a parameter | a pointer and a `size_t` |
//! | the same elsewhere, `Option<T>` | structs such as `plotter_Slice_Vec2`, `plotter_Option_Vec2` |
//! | what a guarded function returns | `plotter_Status`, or a struct of it and the value |
//! | a namespace | a part of the names: `plotter_geometry_Vec2` |
//! | `#[deprecated]` | an attribute that compilers warn of |

mod config;
mod constructs;
mod definitions;
mod docs;
mod header;
mod layout_probe;
mod literals;
mod module;
mod names;
mod types;

use config::{Config, LANGUAGE};
use interoptopus::names::{Casing, ItemKind};
use interoptopus::{Backend, Bindings, Checked, Refused, omitting};
pub use module::Module;

/// Makes C headers. Everything has a default that follows from the library's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct C {
    config: Config,
}

impl C {
    /// With every default.
    #[must_use]
    pub fn new() -> Self {
        C::default()
    }

    /// A comment at the top of the file, such as a licence: plain text of any number of lines.
    #[must_use]
    pub fn header_comment(mut self, text: impl Into<String>) -> Self {
        self.config.header_comment = Some(text.into());
        self
    }

    /// The prefix of types, and, in capitals, of macros and enumerators: `plotter_` by default, for the library
    /// `plotter`. Functions are called as the library exports them.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.config.prefix = Some(prefix.into());
        self
    }

    /// The macro that keeps the file from being included twice: `PLOTTER_H` by default, for the file `plotter.h`.
    #[must_use]
    pub fn include_guard(mut self, include_guard: impl Into<String>) -> Self {
        self.config.include_guard = Some(include_guard.into());
        self
    }

    /// The name of the file: `plotter.h` by default, for the library `plotter`.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.config.file_name = Some(file_name.into());
        self
    }

    /// The spelling of the names of one kind of item, instead of C's: types, fields and parameters as in Rust, constants and
    /// variants in capitals. Functions and methods are called as the library exports them, so theirs cannot be set.
    ///
    /// ```
    /// use interoptopus::names::{Casing, ItemKind};
    /// let config = interoptopus_backend_c::C::new().casing(ItemKind::Type, Casing::Snake);
    /// ```
    #[must_use]
    pub fn casing(mut self, kind: ItemKind, casing: Casing) -> Self {
        self.config.casings.set(kind, casing);
        self
    }

    /// Whether what C cannot express is left out, with all that uses it, and listed at the top of the file; else it is an error.
    #[must_use]
    pub fn omit_refused(mut self, omit: bool) -> Self {
        self.config.omit_refused = omit;
        self
    }

    /// The header for `inventory`.
    ///
    /// # Errors
    /// As [`lower`](Self::lower).
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        self.lower(inventory).map(|module| module.header())
    }

    /// `inventory` in C: the header, and the program that prints the layouts of its types.
    ///
    /// # Errors
    /// Every item that C cannot express, with the reason: a name that is taken, a layout that C99 has no word for, callbacks that
    /// take themselves. With [`omit_refused`](Self::omit_refused) only what no item is to blame for, such as a wrong setting.
    pub fn lower(&self, inventory: &Checked) -> Result<Module, Refused> {
        let lower = |inventory: &Checked| Module::lower(&self.config, inventory);
        if !self.config.omit_refused {
            return lower(inventory);
        }
        omitting(inventory, lower).map(|(module, omitted)| module.without(omitted))
    }
}

impl Backend for C {
    fn language(&self) -> &'static str {
        LANGUAGE
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.generate(inventory).map(|header| vec![header])
    }
}
