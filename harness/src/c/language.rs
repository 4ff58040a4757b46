//! C as a language of the harness.

use super::toolchain::Compiler;
use crate::language::{Column, Language, Project, Toolchain};
use interoptopus::{Backend, Bindings, Checked, Refused};
use interoptopus_backend_c::C;
use interoptopus_toolchain::Tool;
use std::sync::Arc;

impl Language for C {
    fn name(&self) -> &'static str {
        "c"
    }

    fn extension(&self) -> &'static str {
        "c"
    }

    fn emit(&self, inventory: &Checked) -> Result<Vec<Bindings>, Refused> {
        self.generate_all(inventory)
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        TOOLS.map(Tool::name).to_vec()
    }

    fn columns(&self) -> Vec<Column> {
        // Those that watch build the same programs.
        vec![Column { id: "c", title: "C".to_owned(), toolchains: COMPILERS.map(Tool::name).to_vec() }]
    }

    fn express(&self, inventory: &Checked, _column: &Column) -> Result<(), Refused> {
        self.clone().omit_refused(false).generate(inventory).map(drop)
    }

    fn toolchains(&self, project: &Project<'_>) -> Result<Vec<Arc<dyn Toolchain>>, Refused> {
        let types = if project.layouts { self.lower(project.inventory)?.layout_types() } else { Vec::new() };
        let compiler = |header: &Bindings, tool| {
            let types = if COMPILERS.contains(&tool) { types.clone() } else { Vec::new() };
            Compiler::new(tool, header.clone(), self.clone(), types, project.files)
        };
        let of = |header| TOOLS.map(|tool| Arc::new(compiler(header, tool)) as Arc<dyn Toolchain>);
        Ok(project.bindings.iter().flat_map(of).collect())
    }
}

const COMPILERS: [Tool; 2] = [Tool::Gcc, Tool::Clang];
const TOOLS: [Tool; 4] = [Tool::Gcc, Tool::Clang, Tool::Asan, Tool::Valgrind];
