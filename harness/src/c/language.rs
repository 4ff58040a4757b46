//! C as a language of the harness.

use super::toolchain::Compiler;
use crate::language::{Column, Emission, Language, Project, Toolchain};
use interoptopus::{Checked, Refused};
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

    fn emit(&self, inventory: &Checked, _column: &Column) -> Result<Emission, Refused> {
        let module = self.lower(inventory)?;
        let (layout_probe, layout_types) = (module.layout_probe(), module.layout_types());
        Ok(Emission { bindings: vec![module.header()], layout_probe, layout_types })
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

    fn toolchains(&self, Project { emissions, files }: &Project<'_>) -> Vec<Arc<dyn Toolchain>> {
        let of =
            |emission: &Emission| TOOLS.map(|tool| Arc::new(Compiler::new(tool, emission.clone(), files)) as Arc<dyn Toolchain>);
        emissions.iter().flat_map(of).collect()
    }
}

const COMPILERS: [Tool; 2] = [Tool::Gcc, Tool::Clang];
const TOOLS: [Tool; 4] = [Tool::Gcc, Tool::Clang, Tool::Asan, Tool::Valgrind];
