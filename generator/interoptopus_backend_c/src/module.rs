//! Everything that is made of an inventory, before it is printed.

use crate::config::{Config, LANGUAGE};
use crate::definitions;
use crate::header::{self, Header};
use crate::layout_probe::{self, LayoutProbe};
use crate::names::Names;
use crate::types::Types;
use interoptopus::{Bindings, Checked, Refusal, Refusals, Refused};

/// An inventory in C.
pub struct Module {
    file_name: String,
    header: Header,
    layout_probe: LayoutProbe,
    omitted: Vec<Refusal>,
}

impl Module {
    pub(crate) fn lower(config: &Config, inventory: &Checked) -> Result<Self, Refused> {
        let mut refusals = Refusals::default();
        config.check(inventory, &mut refusals);
        let names = Names::new(config, inventory, &mut refusals);
        let types = Types::new(inventory, &names);
        let definitions = definitions::lower(&types, &mut refusals);
        let file_name = config.file_name_for(inventory);
        let layout_probe = layout_probe::lower(&types, &definitions, file_name.clone());
        let definitions = definitions.into_iter().map(|(_, definition)| definition).collect();
        let header = header::lower(config, &types, definitions, &mut refusals);
        refusals.or(LANGUAGE, Module { file_name, header, layout_probe, omitted: Vec::new() })
    }

    /// The same, of an inventory that had the items that were `omitted`.
    pub(crate) fn without(self, omitted: Vec<Refusal>) -> Self {
        Module { omitted, ..self }
    }

    /// The header.
    #[must_use]
    pub fn header(&self) -> Bindings {
        Bindings { file_name: self.file_name.clone(), text: self.header.emit(&self.omitted) }
    }

    /// A C program that includes the header and prints the layouts that the compiler gives its types, as one JSON object a line.
    #[must_use]
    pub fn layout_probe(&self) -> String {
        self.layout_probe.emit()
    }

    /// The types that [`layout_probe`](Self::layout_probe) prints, in its order, as `model::type_name` calls them.
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
