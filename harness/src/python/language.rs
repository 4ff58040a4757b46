//! Python as a language of the harness.

use super::interpreted::{Interpreted, RunsPython};
use super::toolchain::CPython;
use crate::language::{Column, Emission, Language, Project, Toolchain};
use interoptopus::{Checked, Refused};
use interoptopus_backend_cpython_cffi::Python;
use interoptopus_toolchain::Tool;
use std::sync::Arc;

impl Language for Python {
    fn name(&self) -> &'static str {
        "python"
    }

    fn extension(&self) -> &'static str {
        "py"
    }

    fn emit(&self, inventory: &Checked, _column: &Column) -> Result<Emission, Refused> {
        let module = self.lower(inventory)?;
        Ok(Emission { bindings: module.files(), layout_probe: module.layout_probe(), layout_types: module.layout_types() })
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        vec![Tool::Python.name()]
    }

    fn columns(&self) -> Vec<Column> {
        vec![Column { id: "python", title: "Python".to_owned(), toolchains: self.toolchain_names() }]
    }

    fn express(&self, inventory: &Checked, _column: &Column) -> Result<(), Refused> {
        self.clone().omit_refused(false).lower(inventory).map(drop)
    }

    fn toolchains(&self, project: &Project<'_>) -> Vec<Arc<dyn Toolchain>> {
        self.clone().debug_malloc(true).toolchains(project)
    }
}

impl Language for Interpreted {
    fn name(&self) -> &'static str {
        self.python.name()
    }

    fn extension(&self) -> &'static str {
        self.python.extension()
    }

    fn emit(&self, inventory: &Checked, column: &Column) -> Result<Emission, Refused> {
        self.python.emit(inventory, column)
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        self.python.toolchain_names()
    }

    fn columns(&self) -> Vec<Column> {
        self.python.columns()
    }

    fn express(&self, inventory: &Checked, column: &Column) -> Result<(), Refused> {
        self.python.express(inventory, column)
    }

    fn toolchains(&self, project: &Project<'_>) -> Vec<Arc<dyn Toolchain>> {
        let toolchain = |emission: &Emission| Arc::new(CPython::new(emission.clone(), self.clone())) as Arc<dyn Toolchain>;
        project.emissions.iter().map(toolchain).collect()
    }
}
