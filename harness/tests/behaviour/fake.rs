//! A language whose tests are lines: `test NAME does ACTION…`, run by this executable.

use crate::child::ROLE;
use interoptopus::model::{Checked, Subject};
use interoptopus::{Bindings, Refusals, Refused};
use interoptopus_harness::layouts::{Measured, parse};
use interoptopus_harness::toolchain::{Error, Job, Tool};
use interoptopus_harness::worker::{Pool, Start};
use interoptopus_harness::{Build, Case, Column, Context, Emission, Failure, Language, Missing, Project, Test, Toolchain};
use std::sync::Arc;

pub(crate) struct Fake;

impl Language for Fake {
    fn name(&self) -> &'static str {
        "fake"
    }

    fn extension(&self) -> &'static str {
        "fake"
    }

    fn emit(&self, inventory: &Checked, _column: &Column) -> Result<Emission, Refused> {
        let text = std::env::var("INTEROP_SUITE_BINDINGS").unwrap_or_else(|_| "first\nsecond\nthird\n".to_owned());
        let file_name = std::env::var("INTEROP_SUITE_FILE").unwrap_or_else(|_| format!("{}.fake", inventory.library));
        Ok(Emission { bindings: vec![Bindings { file_name, text }], ..Emission::default() })
    }

    // What is emitted is without these.
    fn express(&self, inventory: &Checked, _column: &Column) -> Result<(), Refused> {
        let refused = std::env::var("INTEROP_SUITE_REFUSES").unwrap_or_default();
        let subject = |path: &str| {
            let whole = inventory.item_ids().find(|&item| path.starts_with(inventory.item(item).path()))?;
            let part = path.strip_prefix(inventory.item(whole).path())?;
            let subject = Subject::item(inventory, whole);
            Some(part.strip_prefix("::").map_or(subject.clone(), |part| subject.part(part)))
        };
        let mut refusals = Refusals::default();
        refused.split(' ').filter_map(subject).for_each(|subject| refusals.add(&subject, "it | is odd"));
        refusals.or("fake", ())
    }

    fn toolchain_names(&self) -> Vec<&'static str> {
        vec!["fake", "mono"]
    }

    fn toolchains(&self, project: &Project<'_>) -> Vec<Arc<dyn Toolchain>> {
        let bindings = project.emissions[0].bindings[0].text.clone();
        let toolchain = |absent| Arc::new(Machine { absent, bindings: bindings.clone(), pool: Pool::default() });
        vec![toolchain(false), toolchain(true)]
    }
}

struct Machine {
    absent: bool,
    bindings: String,
    pool: Pool,
}

impl Toolchain for Machine {
    fn name(&self) -> &'static str {
        if self.absent { "mono" } else { "fake" }
    }

    fn find(&self) -> Result<(), Error> {
        let (tool, reason, install) = (Tool::Mono, "nobody made it".to_owned(), "make mono".to_owned());
        if self.absent { Err(Error::Missing { tool, reason, install }) } else { Ok(()) }
    }

    fn tests_in(&self, file: &str) -> Vec<Test> {
        let tests =
            file.lines().enumerate().filter_map(|(i, line)| Some((i + 1, line.strip_prefix("test ")?.split(' ').next()?)));
        tests.map(|(line, name)| Test { name: name.to_owned(), id: name.to_owned(), row: None, line, defect: None }).collect()
    }

    fn run(&self, context: &Context, case: &Case) -> Result<(), Failure> {
        let executable = std::env::current_exe().map_err(|error| Failure::new(error.to_string()))?;
        let start = Start { job: Job::new(executable).env(ROLE, "program"), kept: context.root().to_owned() };
        let Case { trial, file, test, .. } = case;
        self.pool.run(context, &start, case, &format!("{trial}\t{}\t{}\t{}", file.path.display(), file.stem, test.id))
    }

    fn layout_types(&self) -> Vec<String> {
        let without = std::env::var("INTEROP_SUITE_UNMEASURED").unwrap_or_default();
        ["Pair", "Sign", "Meters", "Number", "Shape", "Room"].map(str::to_owned).into_iter().filter(|ty| *ty != without).collect()
    }

    fn layouts(&self, _context: &Context) -> Result<Vec<Measured>, Failure> {
        parse(&std::env::var("INTEROP_SUITE_LAYOUTS").unwrap_or_default())
    }

    fn builds(&self) -> Vec<Build> {
        let toolchain = std::env::var("INTEROP_SUITE_LINTER").unwrap_or_else(|_| "linter".to_owned());
        let (reason, install) = ("it is a dream".to_owned(), "sleep".to_owned());
        vec![
            Build { name: "shown", missing: None, slow: false },
            Build { name: "linted", missing: Some(Missing { toolchain, reason, install }), slow: true },
        ]
    }

    fn build(&self, _context: &Context, name: &str) -> Result<(), Failure> {
        Err(Failure::new(format!("{name}: {}", self.bindings)))
    }

    fn finish(&self) -> Vec<String> {
        self.pool.finish()
    }
}
