//! Python bindings: one module, or a package with a module for each namespace, for CPython 3.9 or later and cffi's ABI mode, which needs no compiler.
//!
//! ```no_run
//! # fn bindings(inventory: interoptopus::Inventory) -> Result<(), Box<dyn std::error::Error>> {
//! use interoptopus_backend_cpython_cffi::Python;
//!
//! Python::new().header_comment("The bindings of my_lib.").generate(&inventory.check()?)?.write_file("python/")?;
//! # Ok(())
//! # }
//! ```

mod aligned;
mod arrays;
mod by_value;
mod c_types;
mod callback_arguments;
mod callbacks;
mod calls;
mod cdef;
mod characters;
mod collisions;
mod config;
mod constants;
mod cycles;
mod declarations;
mod declarators;
mod defaults;
mod deprecated;
mod docs;
mod enums;
mod flags;
mod functions;
mod imports;
mod layout_probe;
mod lines;
mod literals;
mod marshal;
mod module;
mod names;
mod namespaces;
mod nonnull;
mod nonzero;
mod opaques;
mod options;
mod packed;
mod passage;
mod pointers;
mod primitives;
mod prototypes;
mod registers;
mod reserved;
mod results;
mod runtime;
mod scope;
mod services;
mod slices;
mod spelling;
mod strings;
mod structs;
mod tagged;
mod tokens;
mod transparent;
mod types;
mod unions;
mod wide;

use config::Config;
use interoptopus::model::Checked;
use interoptopus::names::{Casing, Casings, ItemKind};
use interoptopus::{Backend, Bindings, Refusal, Refused, omitting};
use marshal::Context;
use names::Names;
use std::iter;

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
    casings: Casings,
    omit_refused: bool,
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

    /// Spells the names of one kind of item in another way than Python usually does.
    #[must_use]
    pub fn casing(mut self, kind: ItemKind, casing: Casing) -> Self {
        self.casings.set(kind, casing);
        self
    }

    /// Leaves out what Python cannot have, with everything that uses it, instead of refusing it all; comments at the top name each item.
    #[must_use]
    pub fn omit_refused(mut self, omit: bool) -> Self {
        self.omit_refused = omit;
        self
    }

    /// The module; where the library has namespaces, the package's own.
    ///
    /// # Errors
    /// Every item that Python cannot have, with the reason.
    pub fn generate(&self, inventory: &Checked) -> Result<Bindings, Refused> {
        let mut files = self.files(inventory)?;
        Ok(files.swap_remove(0))
    }

    /// A script that imports the module and prints, one JSON object a line, what cffi says about the memory of each of
    /// [`layout_types`](Self::layout_types).
    ///
    /// # Errors
    /// As [`generate`](Self::generate).
    pub fn layout_probe(&self, inventory: &Checked) -> Result<String, Refused> {
        let (kept, _) = self.kept(inventory)?;
        Ok(layout_probe::script(&kept, &self.config(inventory).module))
    }

    /// The types whose memory the bindings declare, by name; none if they are refused.
    #[must_use]
    pub fn layout_types(&self, inventory: &Checked) -> Vec<String> {
        let kept = self.kept(inventory).map(|(kept, _)| kept);
        kept.map(|kept| layout_probe::types(&kept).into_iter().map(|ty| kept.type_name(ty)).collect()).unwrap_or_default()
    }

    /// The environment variable that may name the library's path: what was set, or what follows from the library's name.
    #[must_use]
    pub fn library_variable(&self, inventory: &Checked) -> String {
        self.config(inventory).environment_variable
    }

    /// All files: the module, or the package of one a namespace.
    fn files(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        let (kept, omitted) = self.kept(inventory)?;
        self.complete(&kept, &omitted)
    }

    /// What Python can have of `inventory`, and what is left out.
    fn kept(&self, inventory: &Checked) -> Result<(Checked, Vec<Refusal>), Refused> {
        let complete = |rest: &Checked| self.complete(rest, &[]).map(|_| rest.clone());
        if self.omit_refused { omitting(inventory, complete) } else { Ok((complete(inventory)?, Vec::new())) }
    }

    fn complete(&self, inventory: &Checked, omitted: &[Refusal]) -> Result<Vec<Bindings>, Refused> {
        let config = self.config(inventory);
        let (names, mut refused) = Names::new(inventory, &self.casings);
        refused.extend(config.refusals(inventory));
        let cx = Context::new(inventory, &names);
        match module::text(&cx, &config, omitted) {
            Ok(text) if refused.is_empty() => {
                let others = namespaces::files(&cx, &config.module);
                let name =
                    if others.is_empty() { format!("{}.py", config.module) } else { format!("{}/__init__.py", config.module) };
                Ok(iter::once(Bindings { file_name: name, text }).chain(others).collect())
            }
            other => Err(self::refused(refused.into_iter().chain(other.err().into_iter().flatten()))),
        }
    }

    fn config(&self, inventory: &Checked) -> Config {
        let Python { module, library, environment_variable, header_comment, casings: _, omit_refused: _ } = self;
        let name = &inventory.library;
        Config {
            module: module.clone().unwrap_or_else(|| name.clone()),
            library: library.clone().unwrap_or_else(|| name.clone()),
            environment_variable: environment_variable.clone().unwrap_or_else(|| inventory.library_variable()),
            header_comment: header_comment.clone(),
        }
    }
}

impl Backend for Python {
    fn language(&self) -> &'static str {
        LANGUAGE
    }

    fn generate_all(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.files(inventory)
    }
}

fn refused(items: impl Iterator<Item = Refusal>) -> Refused {
    let mut items: Vec<Refusal> = items.collect();
    items.sort_by(|a, b| (&a.item, &a.reason).cmp(&(&b.item, &b.reason)));
    items.dedup();
    Refused { language: LANGUAGE, items }
}
