//! The C backend of Interoptopus: one header, C99, that C++11 can include too.
//!
//! ```
//! use interoptopus::model::Registry;
//! use interoptopus_backend_c::C;
//!
//! let inventory = Registry::new("plotter", "1.0.0").finish().check().unwrap();
//! let header = C::new().header_comment("Copyright: nobody.").generate(&inventory).unwrap();
//! assert_eq!(header.file_name, "plotter.h");
//! assert!(header.to_string().contains("uint64_t plotter_ffi_api_guard(void);"));
//! ```
//!
//! What a Rust item becomes:
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

mod aliases;
mod aligned;
mod api_guard;
mod arrays;
mod callbacks;
mod characters;
mod comments;
mod constants;
mod declarator;
mod defaults;
mod definitions;
mod deprecated;
mod enums;
mod flags;
mod functions;
mod header;
mod layout_probe;
mod layouts;
mod links;
mod literals;
mod markup;
mod marshal;
mod names;
mod nonzero;
mod notes;
mod opaques;
mod options;
mod order;
mod packed;
mod passing;
mod pointers;
mod primitives;
mod refusals;
mod results;
mod services;
mod slices;
mod strings;
mod structs;
mod tagged;
mod transparent;
mod unions;
mod visibility;
mod wide;
mod words;

use interoptopus::model::Type;
use interoptopus::names::{Casing, Casings, ItemKind};
use interoptopus::{Backend, Bindings, Checked, Refusal, Refused, omitting};
use marshal::Marshal;
use names::Names;
use refusals::{LANGUAGE, Refusals};

/// Makes C headers. Everything has a default that follows from the library's name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct C {
    header_comment: Option<String>,
    prefix: Option<String>,
    include_guard: Option<String>,
    file_name: Option<String>,
    casings: Casings,
    omit_refused: bool,
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
        self.header_comment = Some(text.into());
        self
    }

    /// What the names of types start with, and, in capitals, those of macros and enumerators: `plotter_` by default, for the library
    /// `plotter`. Functions are called as the library exports them.
    #[must_use]
    pub fn prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = Some(prefix.into());
        self
    }

    /// The macro that keeps the file from being included twice: `PLOTTER_H` by default, for the file `plotter.h`.
    #[must_use]
    pub fn include_guard(mut self, include_guard: impl Into<String>) -> Self {
        self.include_guard = Some(include_guard.into());
        self
    }

    /// The name of the file: `plotter.h` by default, for the library `plotter`.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// How the names of one kind of item are spelled, instead of as C does: types, fields and parameters as in Rust, constants and
    /// variants in capitals. Functions and methods are called as the library exports them, so theirs cannot be set.
    ///
    /// ```
    /// use interoptopus::names::{Casing, ItemKind};
    /// let config = interoptopus_backend_c::C::new().casing(ItemKind::Type, Casing::Snake);
    /// ```
    #[must_use]
    pub fn casing(mut self, kind: ItemKind, casing: Casing) -> Self {
        self.casings.set(kind, casing);
        self
    }

    /// Whether what C cannot express is left out, with all that uses it, and listed at the top of the file; else it is an error.
    #[must_use]
    pub fn omit_refused(mut self, omit: bool) -> Self {
        self.omit_refused = omit;
        self
    }

    /// The header for `inventory`.
    ///
    /// # Errors
    /// Every item that C cannot express, with the reason: a name that is taken, a layout that C99 has no word for, callbacks that
    /// take themselves.
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        let (expressible, omitted) = self.expressible(inventory)?;
        Ok(Bindings { file_name: self.file_name_for(inventory), text: self.text(&expressible, &omitted)? })
    }

    /// A C program that includes the header and prints the layouts that the compiler gives its types, as one JSON object a line.
    ///
    /// # Errors
    /// As [`generate`](Self::generate).
    pub fn layout_probe(&self, inventory: &Checked) -> Result<String, Refused> {
        let (inventory, _) = self.expressible(inventory)?;
        let names = Names::new(self, &inventory, &mut Refusals::default());
        Ok(layout_probe::program(self, &Marshal::new(&inventory, &names)))
    }

    /// The types that [`layout_probe`](Self::layout_probe) prints, in its order; as types of `inventory`.
    #[must_use]
    pub fn layout_types(&self, inventory: &Checked) -> Vec<Type> {
        let Ok((expressible, _)) = self.expressible(inventory) else { return Vec::new() };
        let names = Names::new(self, &expressible, &mut Refusals::default());
        let names: Vec<_> =
            layout_probe::types(&Marshal::new(&expressible, &names)).into_iter().map(|ty| expressible.type_name(ty)).collect();
        inventory.definition_order().into_iter().filter(|&ty| names.contains(&inventory.type_name(ty))).collect()
    }

    /// What of `inventory` is in the header, and what is not.
    fn expressible(&self, inventory: &Checked) -> Result<(Checked, Vec<Refusal>), Refused> {
        let attempt = |inventory: &Checked| self.text(inventory, &[]).map(|_| inventory.clone());
        match self.omit_refused {
            true => omitting(inventory, attempt),
            false => attempt(inventory).map(|inventory| (inventory, Vec::new())),
        }
    }

    fn text(&self, inventory: &Checked, omitted: &[Refusal]) -> Result<String, Refused> {
        let mut refusals = Refusals::default();
        let names = Names::new(self, inventory, &mut refusals);
        let marshal = Marshal::new(inventory, &names);
        let header = header::lower(self, &marshal, &mut refusals);
        refusals.or(header).map(|header| header.emit(omitted))
    }

    fn file_name_for(&self, inventory: &Checked) -> String {
        self.file_name.clone().unwrap_or_else(|| format!("{}.h", inventory.library))
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
