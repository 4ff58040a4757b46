//! Python as a language of the harness.

use super::interpreted::{Interpreted, RunsPython};
use super::toolchain::CPython;
use crate::language::{Column, Language, Project, Toolchain};
use interoptopus::{Backend, Bindings, Checked, Refused};
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

    fn emit(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.generate_all(inventory)
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        vec![Tool::Python.name()]
    }

    fn columns(&self) -> Vec<Column> {
        vec![Column { id: "python", title: "Python".to_owned(), toolchains: self.toolchain_names() }]
    }

    fn express(&self, inventory: &Checked, _column: &Column) -> Result<(), Refused> {
        self.clone().omit_refused(false).generate_all(inventory).map(drop)
    }

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
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

    fn emit(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.python.emit(inventory)
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

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
        let types = if project.layouts { self.python.lower(project.inventory)?.layout_types() } else { Vec::new() };
        Ok(vec![Arc::new(CPython::new(project.bindings.to_vec(), self.clone(), types))])
    }
}
