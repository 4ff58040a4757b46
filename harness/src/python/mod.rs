//! Python: modules, tests in `lang_tests/python/*.py`, on CPython; mypy and Ruff read the modules.

mod linters;
mod toolchain;

pub use interoptopus_backend_cpython_cffi::Python;

use crate::language::{Column, Language, Project, Toolchain};
use crate::toolchain::Tool;
use interoptopus::{Backend, Bindings, Checked, Refused};
use std::sync::Arc;
use toolchain::CPython;

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
        let types = if project.layouts { self.layout_types(project.inventory) } else { Vec::new() };
        Ok(vec![Arc::new(CPython::new(project.bindings.to_vec(), self.clone(), types))])
    }
}
