//! Python: modules, tests in `lang_tests/python/*.py`, on CPython; mypy and Ruff read the modules.
//!
//! Python's own memory is checked while tests run, as `PYTHONMALLOC=debug` has it: what is freed is overwritten at once, so that Rust does not find
//! there what a binding should have kept alive. [`RunsPython::debug_malloc`] turns that off.

mod linters;
mod toolchain;

pub use interoptopus_backend_cpython_cffi::Python;

use crate::language::{Column, Language, Project, Toolchain};
use crate::toolchain::Tool;
use interoptopus::{Backend, Bindings, Checked, Refused};
use std::sync::Arc;
use toolchain::CPython;

/// How the harness runs Python, which is nothing of the bindings.
pub trait RunsPython {
    /// Whether the tests run under `PYTHONMALLOC=debug`, as they do unless they are told otherwise: with it Python overwrites what it frees, and
    /// notices what is written beyond its memory. It takes a little time and memory. Where the harness itself is run with a `PYTHONMALLOC`,
    /// that is what counts; an interpreter that has no such thing, such as one that is not CPython, takes no notice.
    #[must_use]
    fn debug_malloc(self, yes: bool) -> Interpreted;
}

impl RunsPython for Python {
    fn debug_malloc(self, yes: bool) -> Interpreted {
        Interpreted { python: self, debug_malloc: yes }
    }
}

/// Python, and how it is run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interpreted {
    python: Python,
    debug_malloc: bool,
}

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
