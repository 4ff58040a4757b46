//! Python bindings: one module, or a package with a module for each namespace, for CPython 3.9 or later and cffi's ABI mode, which needs no compiler.
//!
//! ```no_run
//! # fn bindings(inventory: interoptopus::Inventory) -> Result<(), Box<dyn std::error::Error>> {
//! use interoptopus::Checked;
//! use interoptopus_backend_cpython_cffi::Python;
//!
//! Python::new().header_comment("The bindings of my_lib.").generate(&Checked::new(inventory)?)?.write_file("python/")?;
//! # Ok(())
//! # }
//! ```

mod body;
mod cdef;
mod config;
mod constructs;
mod docs;
mod heading;
mod layout_probe;
mod literals;
mod module;
mod names;
mod runtime;
mod syntax;
mod types;

use config::{Config, LANGUAGE};
use interoptopus::names::{Casing, ItemKind};
use interoptopus::{Backend, Bindings, Checked, Refused, omitting};
pub use module::Module;

/// Generates Python bindings. What is not set follows from the library's name: for `my_lib`, the module `my_lib`, a library file
/// such as `libmy_lib.so`, and the environment variable `MY_LIB_LIBRARY` that may name another path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Python {
    config: Config,
}

impl Python {
    /// Bindings as their library's name says.
    #[must_use]
    pub fn new() -> Self {
        Python::default()
    }

    /// The module's name; its file is called the same, with `.py`.
    #[must_use]
    pub fn module(mut self, name: impl Into<String>) -> Self {
        self.config.module = Some(name.into());
        self
    }

    /// The name of the library's file, without `lib` in front and without the extension, which follow from the platform.
    #[must_use]
    pub fn library_name(mut self, name: impl Into<String>) -> Self {
        self.config.library = Some(name.into());
        self
    }

    /// The environment variable that may name the library's path.
    #[must_use]
    pub fn environment_variable(mut self, name: impl Into<String>) -> Self {
        self.config.environment_variable = Some(name.into());
        self
    }

    /// Lines that stand as comments above everything else.
    #[must_use]
    pub fn header_comment(mut self, text: impl Into<String>) -> Self {
        self.config.header_comment = text.into();
        self
    }

    /// Spells the names of one kind of item in another way than Python usually does.
    #[must_use]
    pub fn casing(mut self, kind: ItemKind, casing: Casing) -> Self {
        self.config.casings.set(kind, casing);
        self
    }

    /// Leaves out what Python cannot have, with everything that uses it, instead of refusing it all; comments at the top name each item.
    #[must_use]
    pub fn omit_refused(mut self, omit: bool) -> Self {
        self.config.omit_refused = omit;
        self
    }

    /// The module; where the library has namespaces, the package's own.
    ///
    /// # Errors
    /// As [`lower`](Self::lower).
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        self.lower(inventory).map(|module| module.main())
    }

    /// `inventory` in Python: the module, or the package of one a namespace, and the script that measures the memory of its types.
    ///
    /// # Errors
    /// Every item that Python cannot have, with the reason. With [`omit_refused`](Self::omit_refused) only what no item is to blame
    /// for, such as a wrong setting.
    pub fn lower(&self, inventory: &Checked) -> Result<Module, Refused> {
        let lower = |inventory: &Checked| Module::lower(&self.config, inventory);
        if !self.config.omit_refused {
            return lower(inventory);
        }
        omitting(inventory, lower).map(|(module, omitted)| module.without(omitted))
    }

    /// The environment variable that may name the library's path: what was set, or what follows from the library's name.
    #[must_use]
    pub fn library_variable(&self, inventory: &Checked) -> String {
        self.config.variable_for(inventory)
    }
}

impl Backend for Python {
    fn language(&self) -> &'static str {
        LANGUAGE
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.lower(inventory).map(|module| module.files())
    }
}
