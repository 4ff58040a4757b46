//! Everything that is made of an inventory for one dialect, before it is printed.

use crate::config::{Config, LANGUAGE};
use crate::files::{self, Files};
use crate::layout_probe::{self, LayoutProbe};
use crate::names::Names;
use crate::namespaces;
use crate::syntax::Dialect;
use crate::types::Types;
use interoptopus::{Bindings, Checked, Refusal, Refusals, Refused};

/// An inventory in a dialect of C#.
pub struct Module {
    files: Files,
    layout_probe: LayoutProbe,
    omitted: Vec<Refusal>,
}

impl Module {
    pub(crate) fn lower(config: &Config, inventory: &Checked, dialect: Dialect) -> Result<Self, Refused> {
        let mut refusals = Refusals::default();
        config.check(inventory, &mut refusals);
        let names = Names::new(config, inventory, dialect, &mut refusals);
        let types = Types::new(&names, config.visibility);
        let namespaces = namespaces::lower(&types, &mut refusals);
        let layout_probe = layout_probe::lower(&types, namespaces.iter().flat_map(|space| &space.types));
        let files = files::lower(&types, config, namespaces, &mut refusals);
        refusals.or(LANGUAGE, Module { files, layout_probe, omitted: Vec::new() })
    }

    /// This, of an inventory that had the items that were `omitted`.
    pub(crate) fn without(self, omitted: Vec<Refusal>) -> Self {
        Module { omitted, ..self }
    }

    /// The files: `Interop.cs`, then one for each namespace, such as `Interop.Geometry.cs`.
    #[must_use]
    pub fn files(&self) -> Vec<Bindings> {
        self.files.emit(&self.omitted)
    }

    /// A program part that measures the bindings' own types: `LayoutProbe.Print` writes a line of JSON for each type of
    /// [`layout_types`](Self::layout_types) and for each of its fields. It is compiled together with the files.
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
