//! C#: two dialects, tests in `lang_tests/csharp/*.cs`; the one for .NET runs on dotnet, the one for Unity on mono.

mod assembly;
mod builds;
mod project;
mod toolchain;

pub use interoptopus_backend_csharp::{CSharp, Dialect};

use crate::language::{Language, Project, Toolchain};
use crate::layouts;
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

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
        let of = |bindings: &Bindings| {
            // The backend names the files of its dialects so.
            let dialect = if bindings.file_name.ends_with(".Unity.cs") { Dialect::Unity } else { Dialect::DotNet };
            let config = self.clone().dialect(dialect);
            let probe = config.layout_probe(project.inventory, dialect)?;
            let types = layouts::names(project.inventory, &config.layout_types(project.inventory, dialect));
            let sources = Sources { bindings: bindings.clone(), probe, files: project.files.to_vec() };
            Ok(Arc::new(Runtime::new(dialect, sources, types)) as Arc<dyn Toolchain>)
        };
        project.bindings.iter().map(of).collect()
    }
}
