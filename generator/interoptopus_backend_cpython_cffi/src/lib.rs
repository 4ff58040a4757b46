//! Python bindings: one module, for CPython 3.9 or later and cffi's ABI mode, which needs no compiler.
//!
//! ```no_run
//! # fn bindings(inventory: interoptopus::Inventory) -> Result<(), Box<dyn std::error::Error>> {
//! use interoptopus_backend_cpython_cffi::Python;
//!
//! Python::new().header_comment("The bindings of my_lib.").generate(&inventory.check()?)?.write_file("python/")?;
//! # Ok(())
//! # }
//! ```

mod arrays;
mod callback_arguments;
mod callbacks;
mod calls;
mod cdef;
mod config;
mod constants;
mod declarators;
mod docs;
mod enums;
mod functions;
mod imports;
mod layout_probe;
mod lines;
mod marshal;
mod module;
mod names;
mod not_yet;
mod opaques;
mod options;
mod passage;
mod pointers;
mod primitives;
mod reserved;
mod results;
mod runtime;
mod scope;
mod services;
mod slices;
mod strings;
mod structs;
mod tokens;

use config::Config;
use interoptopus::model::{Checked, Type};
use interoptopus::{Backend, Bindings, Refusal, Refused};
use marshal::Context;
use names::Names;

/// The language, as test cases and refusals call it.
const LANGUAGE: &str = "python";

/// Generates Python bindings. What is not set follows from the library's name: for `my_lib`, the module `my_lib`, a library file
/// such as `libmy_lib.so`, and the environment variable `MY_LIB_LIBRARY` that may name another path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Python {
    module: Option<String>,
    library: Option<String>,
    environment_variable: Option<String>,
    header_comment: String,
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
        self.module = Some(name.into());
        self
    }

    /// The name of the library's file, without `lib` in front and without the extension, which follow from the platform.
    #[must_use]
    pub fn library_name(mut self, name: impl Into<String>) -> Self {
        self.library = Some(name.into());
        self
    }

    /// The environment variable that may name the library's path.
    #[must_use]
    pub fn environment_variable(mut self, name: impl Into<String>) -> Self {
        self.environment_variable = Some(name.into());
        self
    }

    /// Lines that stand as comments above everything else.
    #[must_use]
    pub fn header_comment(mut self, text: impl Into<String>) -> Self {
        self.header_comment = text.into();
        self
    }

    /// The module.
    ///
    /// # Errors
    /// Every item that Python cannot have, with the reason.
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        let config = self.config(inventory);
        let (names, mut refused) = Names::new(inventory);
        refused.extend(not_yet::refusals(inventory));
        refused.extend(config.refusals(inventory));
        let text = module::text(&Context::new(inventory, &names), &config);
        match text {
            Ok(text) if refused.is_empty() => Ok(Bindings { file_name: format!("{}.py", config.module), text }),
            other => Err(self::refused(refused.into_iter().chain(other.err().into_iter().flatten()))),
        }
    }

    /// A script that imports the module and prints, one JSON object a line, what cffi says about the memory of each of
    /// [`layout_types`](Self::layout_types).
    ///
    /// # Errors
    /// As [`generate`](Self::generate).
    pub fn layout_probe(&self, inventory: &Checked) -> Result<String, Refused> {
        self.generate(inventory)?;
        Ok(layout_probe::script(inventory, &self.config(inventory).module))
    }

    /// The types whose memory the bindings declare.
    #[must_use]
    pub fn layout_types(&self, inventory: &Checked) -> Vec<Type> {
        layout_probe::types(inventory)
    }

    fn config(&self, inventory: &Checked) -> Config {
        let Python { module, library, environment_variable, header_comment } = self;
        let name = &inventory.library;
        Config {
            module: module.clone().unwrap_or_else(|| name.clone()),
            library: library.clone().unwrap_or_else(|| name.clone()),
            environment_variable: environment_variable.clone().unwrap_or_else(|| config::environment_variable(name)),
            header_comment: header_comment.clone(),
        }
    }
}

impl Backend for Python {
    fn language(&self) -> &'static str {
        LANGUAGE
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        Ok(vec![self.generate(inventory)?])
    }
}

fn refused(items: impl Iterator<Item = Refusal>) -> Refused {
    let mut items: Vec<Refusal> = items.collect();
    items.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
    items.dedup();
    Refused { language: LANGUAGE, items }
}
