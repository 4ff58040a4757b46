//! C# as a language of the harness.

use super::assembly::Sources;
use super::toolchain::Runtime;
use crate::language::{Column, Emission, Language, Project, Toolchain};
use interoptopus::{Checked, Refused};
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

    fn emit(&self, inventory: &Checked, column: &Column) -> Result<Emission, Refused> {
        let module = self.lower(inventory, dialect_of(column))?;
        Ok(Emission { bindings: module.files(), layout_probe: module.layout_probe(), layout_types: module.layout_types() })
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        vec![Tool::Dotnet.name(), Tool::Mono.name()]
    }

    fn columns(&self) -> Vec<Column> {
        let column = |dialect| match dialect {
            Dialect::DotNet => {
                Column { id: Tool::Dotnet.name(), title: "C# for .NET".to_owned(), toolchains: vec![Tool::Dotnet.name()] }
            }
            Dialect::Unity => {
                Column { id: Tool::Mono.name(), title: "C# for Unity".to_owned(), toolchains: vec![Tool::Mono.name()] }
            }
        };
        self.dialects().into_iter().map(column).collect()
    }

    fn express(&self, inventory: &Checked, column: &Column) -> Result<(), Refused> {
        self.clone().omit_refused(false).lower(inventory, dialect_of(column)).map(drop)
    }

    fn toolchains(&self, Project { emissions, files }: &Project<'_>) -> Vec<Arc<dyn Toolchain>> {
        let of = |(dialect, emission): (Dialect, &Emission)| {
            let sources = Sources { emission: emission.clone(), files: files.to_vec() };
            Arc::new(Runtime::new(dialect, sources)) as Arc<dyn Toolchain>
        };
        self.dialects().into_iter().zip(*emissions).map(of).collect()
    }
}

/// The dialect of a column's bindings.
fn dialect_of(column: &Column) -> Dialect {
    if column.id == Tool::Mono.name() { Dialect::Unity } else { Dialect::DotNet }
}
