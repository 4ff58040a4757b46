//! The interface of languages: something that emits bindings, and toolchains that build and run its tests.

use crate::context::Context;
use crate::discover::{Test, TestFile};
use crate::failure::Failure;
use crate::layouts::Measured;
use interoptopus::{Bindings, Checked, Refused};
use std::sync::Arc;
use std::time::Duration;

/// A language whose bindings are tested. First-party ones implement it for their backend's configuration; anybody can.
pub trait Language: Send + Sync {
    /// Its name in trials, and that of the folders of its tests and snapshots, such as `csharp`.
    fn name(&self) -> &'static str;

    /// The extension of its test files, such as `cs`.
    fn extension(&self) -> &'static str;

    /// The bindings of a column.
    ///
    /// # Errors
    /// Every item that the language cannot express.
    fn emit(&self, inventory: &Checked, column: &Column) -> Result<Emission, Refused>;

    /// The names of the toolchains that its tests run on.
    fn toolchain_names(&self) -> Vec<&'static str>;

    /// Its columns, each with bindings of its own: sets of toolchains that are given the same ones. By default it is one, with all of them.
    fn columns(&self) -> Vec<Column> {
        vec![Column { id: self.name(), title: self.name().to_owned(), toolchains: self.toolchain_names() }]
    }

    /// Whether the bindings of a column can have all of `inventory`, whatever the configuration would leave out. By default all are emitted.
    ///
    /// # Errors
    /// Every item that they cannot have.
    fn express(&self, inventory: &Checked, column: &Column) -> Result<(), Refused> {
        self.emit(inventory, column).map(drop)
    }

    /// The toolchains that its tests run on. They are asked for when trials are listed, so expensive work must wait until a case needs it.
    fn toolchains(&self, project: &Project<'_>) -> Vec<Arc<dyn Toolchain>>;
}

/// A column of the support matrix, and bindings of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name of its trial, `support::<id>`: the language's name, or that of a toolchain.
    pub id: &'static str,
    /// Its name for people.
    pub title: String,
    /// The toolchains that its tests run on, all of them.
    pub toolchains: Vec<&'static str>,
}

/// The bindings of a column.
#[derive(Clone, Debug, Default)]
pub struct Emission {
    /// Every file.
    pub bindings: Vec<Bindings>,
    /// The part of a program that measures the types.
    pub layout_probe: String,
    /// The types that it measures, as `model::type_name` calls them.
    pub layout_types: Vec<String>,
}

/// The bindings and tests of one language.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    /// The bindings of each column, as the suite has them edited.
    pub emissions: &'a [Emission],
    /// The files of foreign tests.
    pub files: &'a [TestFile],
}

/// One toolchain that builds and runs tests of one language.
pub trait Toolchain: Send + Sync {
    /// Its name in trials, such as `gcc`.
    fn name(&self) -> &'static str;

    /// Looks whether it is installed. It is asked when trials are listed, so it must not start a process.
    ///
    /// # Errors
    /// [`interoptopus_toolchain::Error::Missing`] if it is not, which lets its trials be ignored; anything else fails them.
    fn find(&self) -> Result<(), interoptopus_toolchain::Error>;

    /// Whether it only runs tests, with others' measurements and builds: it has no trials for those then.
    fn only_runs(&self) -> bool {
        false
    }

    /// The tests of a file, found by reading it.
    fn tests_in(&self, file: &str) -> Vec<Test>;

    /// Builds what it must and runs one test.
    ///
    /// # Errors
    /// Whatever went wrong, as its author should read it.
    fn run(&self, context: &Context, case: &Case) -> Result<(), Failure>;

    /// The types that [`layouts`](Self::layouts) measures, as `model::type_name` calls them.
    fn layout_types(&self) -> Vec<String>;

    /// Measures all types of the bindings.
    ///
    /// # Errors
    /// If the program that measures cannot be built or run.
    fn layouts(&self, context: &Context) -> Result<Vec<Measured>, Failure>;

    /// The builds that it can do: strict ones, as users with high demands would do them.
    fn builds(&self) -> Vec<Build>;

    /// Does one of them.
    ///
    /// # Errors
    /// The messages of the compiler.
    fn build(&self, context: &Context, name: &str) -> Result<(), Failure>;

    /// Begins what the cases that will run have to wait for, while others run. What goes wrong, the cases say.
    fn prepare(&self, _context: &Context, _cases: &[Arc<Case>]) {}

    /// Ends what it still has running, and says what went wrong in that outside of any case.
    fn finish(&self) -> Vec<String> {
        Vec::new()
    }
}

/// A build that a toolchain can do.
#[derive(Clone, Debug)]
pub struct Build {
    /// The name of its trial, behind the toolchain's name.
    pub name: &'static str,
    /// The tool that it lacks; its trial is ignored then.
    pub missing: Option<Missing>,
    /// Whether it takes seconds: it is begun before everything else then.
    pub slow: bool,
}

/// Something that is not installed.
#[derive(Clone, Debug)]
pub struct Missing {
    /// The toolchain that it belongs to, by the name by which it can be required.
    pub toolchain: String,
    /// Where it was looked for.
    pub reason: String,
    /// The command that installs it.
    pub install: String,
}

/// The time that a compiler may take: it is killed only where it would never end.
pub(crate) const COMPILING: Duration = Duration::from_secs(5 * 60);

/// So many files' tests take turns, so that threads whose tests would wait for one process have another.
pub(crate) const TURNS: usize = 4;

/// One test of one file on one toolchain.
#[derive(Clone, Debug)]
pub struct Case {
    /// The trial's name.
    pub trial: String,
    /// The file.
    pub file: TestFile,
    /// The test.
    pub test: Test,
    /// All tests of the file: what the running program must have, no more and no less.
    pub all: Arc<[Test]>,
}

impl Case {
    /// The time that it may take.
    #[must_use]
    pub fn deadline(&self, context: &Context) -> Duration {
        self.file.directives.deadline.unwrap_or(context.deadline())
    }
}
