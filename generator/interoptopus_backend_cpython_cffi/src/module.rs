//! Everything that is made of an inventory, before it is printed.

use crate::body::{self, ModuleBody};
use crate::cdef::{declarations, definitions};
use crate::config::{Config, LANGUAGE};
use crate::constructs::namespaces;
use crate::heading::{self, Heading};
use crate::layout_probe::{self, LayoutProbe};
use crate::names::{Names, is_imported_module};
use crate::types;
use interoptopus::model::Subject;
use interoptopus::{Bindings, Checked, Refusal, Refusals, Refused};

/// An inventory in Python.
pub struct Module {
    file_name: String,
    heading: Heading,
    body: ModuleBody,
    /// The modules of namespaces.
    namespaces: Vec<Bindings>,
    layout_probe: LayoutProbe,
    omitted: Vec<Refusal>,
}

impl Module {
    pub(crate) fn lower(config: &Config, inventory: &Checked) -> Result<Self, Refused> {
        let mut refusals = Refusals::default();
        config.check(inventory, &mut refusals);
        let module = config.module_for(inventory);
        if is_imported_module(&module) {
            let reason = format!(
                "a Python module `{module}` would stand for the one that it imports: give it another name by `Python::module`"
            );
            refusals.add(&Subject::configuration(&inventory.library), reason);
        }
        let names = Names::new(inventory, &config.casings, &mut refusals);
        let types = types::lower(inventory, &names);
        let definitions = definitions::lower(inventory, &mut refusals);
        let declarations = declarations::lower(inventory, &definitions);
        let body = body::lower(&types, config, &declarations, &mut refusals);
        let namespaces = namespaces::files(&types, &module);
        let file_name = if namespaces.is_empty() { format!("{module}.py") } else { format!("{module}/__init__.py") };
        let heading = heading::lower(config, &types);
        let layout_probe = layout_probe::lower(inventory, &definitions, module);
        refusals.or(LANGUAGE, Module { file_name, heading, body, namespaces, layout_probe, omitted: Vec::new() })
    }

    /// The module of an inventory that had the items that were `omitted`.
    pub(crate) fn without(self, omitted: Vec<Refusal>) -> Self {
        Module { omitted, ..self }
    }

    /// The module; where the library has namespaces, the package's own.
    #[must_use]
    pub fn main(&self) -> Bindings {
        let text = format!("{}{}", self.heading.emit(&self.omitted), self.body.emit());
        Bindings { file_name: self.file_name.clone(), text }
    }

    /// All files: [`main`](Self::main), and the modules of namespaces.
    #[must_use]
    pub fn files(&self) -> Vec<Bindings> {
        [self.main()].into_iter().chain(self.namespaces.iter().cloned()).collect()
    }

    /// A script that imports the module and prints, one JSON object a line, what cffi says about the memory of each of
    /// [`layout_types`](Self::layout_types).
    #[must_use]
    pub fn layout_probe(&self) -> String {
        self.layout_probe.emit()
    }

    /// The types that [`layout_probe`](Self::layout_probe) measures, in its order, as `model::type_name` calls them.
    #[must_use]
    pub fn layout_types(&self) -> Vec<String> {
        self.layout_probe.types().map(str::to_owned).collect()
    }

    /// The items that were left out, and why.
    #[must_use]
    pub fn omitted(&self) -> &[Refusal] {
        &self.omitted
    }
}
