//! Python on CPython: tests run in warm interpreters, each of which loads a file once.

use super::files::write;
use super::interpreted::Interpreted;
use super::linters;
use crate::context::Context;
use crate::discover::{self, Test};
use crate::failure::Failure;
use crate::language::{Build, Case, Emission, Toolchain};
use crate::layouts::{self, Measured};
use crate::stage::Stage;
use crate::worker::{Pool, Start};
use interoptopus::model::Builtin;
use interoptopus_toolchain::{Error, Found, Key, Python, Tool};
use std::sync::Arc;

const WORKER: &str = include_str!("../../assets/worker.py");
const INTEROP_TEST: &str = include_str!("../../assets/interop_test.py");

pub(super) struct CPython {
    emission: Emission,
    config: Interpreted,
    start: Stage<Start>,
    pool: Pool,
}

impl CPython {
    pub(super) fn new(emission: Emission, config: Interpreted) -> Self {
        CPython { emission, config, start: Stage::default(), pool: Pool::default() }
    }

    fn start(&self, context: &Context) -> Result<&Start, Failure> {
        self.start.get(|| self.started(context))
    }

    fn started(&self, context: &Context) -> Result<Start, Failure> {
        let files = self.emission.bindings.iter().map(|b| (b.file_name.as_str(), b.text.as_str()));
        let own = [("interop_worker.py", WORKER), ("interop_test.py", INTEROP_TEST)];
        let files: Vec<_> = files.chain(own).collect();
        let key = files.iter().fold(Key::new(), |key, (name, text)| key.part(name).part(text));
        let directory = context.cache.get_or_build::<Failure>("python", key, |directory| {
            files.iter().try_for_each(|(name, text)| write(directory, name, text))
        })?;
        let variable = self.config.python.library_variable(&context.inventory);
        let job = Python::find()?.script(directory.join("interop_worker.py")).arg(&directory);
        let job = job
            .env(variable, &context.cdylib()?.path)
            .env("PYTHONFAULTHANDLER", "1")
            .env("INTEROP_LIVE_OBJECTS", context.inventory.builtin_symbol(Builtin::LiveObjects))
            .env("INTEROP_LIBRARY", &context.cdylib()?.path)
            .current_dir(&context.root);
        let is_set = std::env::var_os("PYTHONMALLOC").is_some();
        let job = if self.config.debug_malloc && !is_set { job.env("PYTHONMALLOC", "debug") } else { job };
        // Which takes assertions out of what tests import.
        let job = job.env_remove("PYTHONOPTIMIZE");
        // Bytecode of what tests import goes to the cache: nothing is written beside sources.
        let job = job.env_remove("PYTHONDONTWRITEBYTECODE").env("PYTHONPYCACHEPREFIX", directory.join("pycache"));
        Ok(Start { job, kept: directory })
    }
}

impl Toolchain for CPython {
    fn name(&self) -> &'static str {
        Tool::Python.name()
    }

    fn find(&self) -> Result<(), Error> {
        Found::find(Tool::Python).map(drop)
    }

    fn tests_in(&self, file: &str) -> Vec<Test> {
        discover::tests_in_python(file)
    }

    fn run(&self, context: &Context, case: &Case) -> Result<(), Failure> {
        let start = self.start(context)?;
        let Case { trial, file, test, .. } = case;
        let request = format!("{trial}\t{}\t{}\t{}", file.path.display(), file.stem, test.id);
        self.pool.run(context, start, case, &request)
    }

    fn layout_types(&self) -> Vec<String> {
        self.emission.layout_types.clone()
    }

    fn layouts(&self, context: &Context) -> Result<Vec<Measured>, Failure> {
        let probe = &self.emission.layout_probe;
        let key = Key::new().part(Python::find()?.found().fingerprint()).part(WORKER).part(probe);
        let key = self.emission.bindings.iter().fold(key, |key, bindings| key.part(&bindings.text));
        layouts::measured(context, self.name(), key, |directory| {
            write(directory, "layout_probe.py", probe)?;
            let script = directory.join("layout_probe.py");
            self.pool.layout(self.start(context)?, &format!("layout\t{}", script.display()))
        })
    }

    fn builds(&self) -> Vec<Build> {
        linters::builds()
    }

    fn build(&self, context: &Context, name: &str) -> Result<(), Failure> {
        linters::build(context, &self.emission.bindings, name)
    }

    fn prepare(&self, context: &Context, _cases: &[Arc<Case>]) {
        self.start.begin(|| self.started(context));
    }

    fn finish(&self) -> Vec<String> {
        self.pool.finish()
    }
}
