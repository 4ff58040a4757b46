//! C# as a language of the harness.

use super::assembly::Sources;
use super::toolchain::Runtime;
use crate::language::{Column, Language, Project, Toolchain};
use interoptopus::{Backend, Bindings, Checked, Refused};
use interoptopus_backend_csharp::{CSharp, Dialect};
use interoptopus_toolchain::Tool;
use std::sync::Arc;

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

    fn columns(&self) -> Vec<Column> {
        let column = |dialect| match dialect {
            Dialect::DotNet => Column { id: "dotnet", title: "C# for .NET".to_owned(), toolchains: vec![Tool::Dotnet.name()] },
            Dialect::Unity => Column { id: "mono", title: "C# for Unity".to_owned(), toolchains: vec![Tool::Mono.name()] },
        };
        self.dialects().into_iter().map(column).collect()
    }

    fn express(&self, inventory: &Checked, column: &Column) -> Result<(), Refused> {
        let dialect = if column.id == "mono" { Dialect::Unity } else { Dialect::DotNet };
        self.clone().omit_refused(false).lower(inventory, dialect).map(drop)
    }

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
        let of = |dialect: Dialect| {
            let types = if project.layouts { self.lower(project.inventory, dialect)?.layout_types() } else { Vec::new() };
            let bindings = project.bindings.iter().filter(|b| dialect_of(&b.file_name) == dialect).cloned().collect();
            let sources = Sources { bindings, config: self.clone(), files: project.files.to_vec() };
            Ok(Arc::new(Runtime::new(dialect, sources, types)) as Arc<dyn Toolchain>)
        };
        self.dialects().into_iter().map(of).collect()
    }
}

/// The backend tells the dialects' files apart by their names: there is one for each namespace.
fn dialect_of(file_name: &str) -> Dialect {
    if file_name.ends_with(".Unity.cs") { Dialect::Unity } else { Dialect::DotNet }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_of_the_dialect_that_its_name_says() {
        assert_eq!(["Interop.cs", "Interop.Geometry.cs"].map(dialect_of), [Dialect::DotNet; 2]);
        assert_eq!(["Interop.Unity.cs", "Interop.Geometry.Unity.cs"].map(dialect_of), [Dialect::Unity; 2]);
    }
}
