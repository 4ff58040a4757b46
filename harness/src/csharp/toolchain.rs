//! C# on dotnet and on mono: tests run in warm workers.

use super::assembly::{Assembly, Sources, symbols};
use super::builds;
use crate::context::Context;
use crate::discover::{self, Test};
use crate::failure::Failure;
use crate::language::{Build, Case, Toolchain};
use crate::layouts::{self, Measured};
use crate::stage::Stage;
use crate::worker::{Pool, Start};
use interoptopus_backend_csharp::Dialect;
use interoptopus_toolchain::{Dotnet, Error, Job, Mono, Tool, library_path_variable};
use std::collections::{BTreeMap, HashSet};
use std::sync::{Arc, Mutex};

pub(super) struct Runtime {
    dialect: Dialect,
    sources: Sources,
    assembly: Stage<(Assembly, Start)>,
    refused: Mutex<HashSet<String>>,
    pool: Pool,
}

impl Runtime {
    pub(super) fn new(dialect: Dialect, sources: Sources) -> Self {
        let (assembly, refused, pool) = (Stage::default(), Mutex::default(), Pool::default());
        Runtime { dialect, sources, assembly, refused, pool }
    }

    fn tool(&self) -> Tool {
        match self.dialect {
            Dialect::DotNet => Tool::Dotnet,
            Dialect::Unity => Tool::Mono,
        }
    }

    fn assembly(&self, context: &Context) -> Result<&(Assembly, Start), Failure> {
        self.assembly.get(|| self.built(context))
    }

    fn built(&self, context: &Context) -> Result<(Assembly, Start), Failure> {
        let assembly = self.sources.compiled(context, self.dialect)?;
        let job = match self.dialect {
            // Optimised from the first call on, because a first tier keeps objects alive that a program in use would not; but
            // without tail calls, which leave the test out of stack traces.
            Dialect::DotNet => {
                Dotnet::find()?.run(&assembly.program).env("DOTNET_TieredCompilation", "0").env("DOTNET_TailCallOpt", "0")
            }
            Dialect::Unity => collecting(Mono::find()?.run(&assembly.program)),
        };
        let job = job.env_prepend(library_path_variable(), context.cdylib()?.directory()).current_dir(&context.root);
        let start = Start { job, kept: assembly.directory.clone() };
        Ok((assembly, start))
    }

    /// Why a file's tests cannot run, if the compiler refused the file: in full once, then in a line.
    fn refused(&self, assembly: &Assembly, case: &Case) -> Result<(), Failure> {
        let Some(text) = assembly.refused.get(&case.file.shown) else { return Ok(()) };
        let failure = Failure::new(format!("does not compile: {text}{}", self.of_files_without_tests(&assembly.refused)));
        // A poisoned set is still a set.
        let mut told = self.refused.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        Err(if told.insert(case.file.shown.clone()) { failure } else { failure.in_brief() })
    }

    /// Nobody else would show what is wrong with them, and that others do not compile may be due to it.
    fn of_files_without_tests(&self, refused: &BTreeMap<String, String>) -> String {
        let without = |file: &&crate::discover::TestFile| self.tests_in(&file.text).is_empty();
        let texts = self.sources.files.iter().filter(without).filter_map(|file| refused.get(&file.shown));
        texts.map(|text| format!("\n{text}")).collect()
    }
}

/// With Mono's collector run before every allocation: what Rust was handed without being pinned has moved then, and what nobody held is gone. Where the
/// harness itself is run with a `MONO_GC_DEBUG`, if only an empty one, that is what counts.
fn collecting(job: Job) -> Job {
    if std::env::var_os(GC_DEBUG).is_some() { job } else { job.env(GC_DEBUG, "collect-before-allocs") }
}

const GC_DEBUG: &str = "MONO_GC_DEBUG";

impl Toolchain for Runtime {
    fn name(&self) -> &'static str {
        self.tool().name()
    }

    fn find(&self) -> Result<(), Error> {
        match self.dialect {
            Dialect::DotNet => Dotnet::find().map(drop),
            Dialect::Unity => Mono::find().map(drop),
        }
    }

    fn tests_in(&self, file: &str) -> Vec<Test> {
        discover::tests_in_csharp(file, symbols(self.dialect))
    }

    fn run(&self, context: &Context, case: &Case) -> Result<(), Failure> {
        let (assembly, start) = self.assembly(context)?;
        self.refused(assembly, case)?;
        let row = case.test.row.map(|row| row.to_string()).unwrap_or_default();
        let Case { trial, file, test, .. } = case;
        self.pool.run(context, start, case, &format!("{trial}\t{}\t{}\t{row}", file.stem, test.id))
    }

    fn layout_types(&self) -> Vec<String> {
        self.sources.emission.layout_types.clone()
    }

    fn layouts(&self, context: &Context) -> Result<Vec<Measured>, Failure> {
        let key = self.sources.layout_key(self.dialect)?;
        layouts::measured(context, self.name(), key, |_| {
            let (_, start) = self.assembly(context)?;
            self.pool.layout(start, "layout")
        })
    }

    fn builds(&self) -> Vec<Build> {
        builds::all(self.dialect)
    }

    fn build(&self, context: &Context, name: &str) -> Result<(), Failure> {
        builds::build(context, self.dialect, &self.sources.emission.bindings, name)
    }

    fn prepare(&self, context: &Context, _cases: &[Arc<Case>]) {
        self.assembly.begin(|| self.built(context));
    }

    fn finish(&self) -> Vec<String> {
        self.pool.finish()
    }
}
