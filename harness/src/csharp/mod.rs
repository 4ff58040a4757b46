//! C#: two dialects, tests in `lang_tests/csharp/*.cs`; the one for .NET runs on dotnet, the one for Unity on mono.

mod assembly;
mod builds;
mod packages;
mod project;
mod toolchain;

pub use interoptopus_backend_csharp::{CSharp, Dialect};

use crate::language::{Language, Project, Toolchain};
use crate::layouts;
use crate::toolchain::Tool;
use assembly::Sources;
use interoptopus::{Backend, Bindings, Checked, Refused};
use std::sync::Arc;
use toolchain::Runtime;

impl Language for CSharp {
    fn name(&self) -> &'static str {
        "csharp"
    }

    fn extension(&self) -> &'static str {
        "cs"
    }

    fn emit(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.generate_all(inventory)
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        vec![Tool::Dotnet.name(), Tool::Mono.name()]
    }

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
        // `emit` makes one file for each dialect, in this order.
        let of = |(dialect, bindings): (Dialect, &Bindings)| {
            let types = layouts::names(project.inventory, &self.layout_types(project.inventory, dialect));
            let sources = Sources { bindings: bindings.clone(), config: self.clone(), files: project.files.to_vec() };
            Arc::new(Runtime::new(dialect, sources, types)) as Arc<dyn Toolchain>
        };
        Ok(self.dialects().into_iter().zip(project.bindings).map(of).collect())
    }
}
