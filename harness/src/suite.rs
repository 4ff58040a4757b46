//! The suite: what a library author configures, and how it becomes trials.

use crate::context::Context;
use crate::executable;
use crate::failure::Failure;
use crate::kinds;
use crate::language::Language;
use crate::plan::{Edit, Plan};
use crate::snapshots::Snapshots;
use crate::stage::Stage;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus_toolchain::{Cache, required_tools, unwanted_tools};
use libtest_mimic::Arguments;
use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

/// All tests of one library's bindings. Everything has a default; see the [crate's front page](crate).
pub struct Suite {
    inventory: Inventory,
    languages: Vec<Arc<dyn Language>>,
    name: Option<String>,
    root: Option<PathBuf>,
    tests: PathBuf,
    cdylib: Option<PathBuf>,
    deadline: Duration,
    require: BTreeSet<String>,
    without: BTreeSet<String>,
    also_exports: Vec<String>,
    bindings_of: Option<Inventory>,
    edit: Option<Edit>,
    support: bool,
    source: (&'static str, u32),
}

impl Suite {
    /// A suite for the library with this inventory, which `inventory!` makes.
    #[must_use]
    #[track_caller]
    pub fn new(inventory: Inventory) -> Self {
        let caller = std::panic::Location::caller();
        Suite {
            inventory,
            languages: Vec::new(),
            name: None,
            root: None,
            tests: PathBuf::from("lang_tests"),
            cdylib: None,
            deadline: Duration::from_secs(10),
            require: BTreeSet::new(),
            without: BTreeSet::new(),
            also_exports: Vec::new(),
            bindings_of: None,
            edit: None,
            support: false,
            source: (caller.file(), caller.line()),
        }
    }

    /// Adds a language.
    #[must_use]
    pub fn language(mut self, language: impl Language + 'static) -> Self {
        self.languages.push(Arc::new(language));
        self
    }

    /// Adds several languages.
    #[must_use]
    pub fn languages(mut self, languages: impl IntoIterator<Item = Arc<dyn Language>>) -> Self {
        self.languages.extend(languages);
        self
    }

    /// The folder, seen from the package's root, that has a folder of foreign tests for each language; by default `lang_tests`.
    #[must_use]
    pub fn tests(mut self, folder: impl Into<PathBuf>) -> Self {
        self.tests = folder.into();
        self
    }

    /// The time that each foreign test may take, once what it runs in is warm; by default 10 s.
    #[must_use]
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.deadline = deadline;
        self
    }

    /// Toolchains, such as `dotnet`, that must be there: their trials fail where they are missing, as if `INTEROP_REQUIRE` named them.
    #[must_use]
    pub fn require<S: Into<String>>(mut self, toolchains: impl IntoIterator<Item = S>) -> Self {
        self.require.extend(toolchains.into_iter().map(Into::into));
        self
    }

    /// Toolchains, such as `valgrind`, that have no trials in this suite, as if `INTEROP_WITHOUT` named them. What is required has trials all the same.
    #[must_use]
    pub fn without<S: Into<String>>(mut self, toolchains: impl IntoIterator<Item = S>) -> Self {
        self.without.extend(toolchains.into_iter().map(Into::into));
        self
    }

    /// Symbols that the library exports besides what its inventory has, such as hooks for others; or, where the suite is for a part of an
    /// inventory, the symbols of the whole.
    #[must_use]
    pub fn also_exports<S: Into<String>>(mut self, symbols: impl IntoIterator<Item = S>) -> Self {
        self.also_exports.extend(symbols.into_iter().map(Into::into));
        self
    }

    /// The name by which failures say how they are run again; by default that of the test target.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// The package's root; by default what cargo says, or else the present directory.
    #[must_use]
    pub fn root(mut self, root: impl Into<PathBuf>) -> Self {
        self.root = Some(root.into());
        self
    }

    /// The library to test, where it is not the one that cargo built with the test executable.
    #[must_use]
    pub fn cdylib(mut self, path: impl Into<PathBuf>) -> Self {
        self.cdylib = Some(path.into());
        self
    }

    /// Emits the bindings of `inventory` instead of those of the library. It is for tests that show that wrong bindings are noticed: what
    /// is measured and run is still compared with the library. Such a suite has no snapshots.
    #[must_use]
    pub fn bindings_of(mut self, inventory: Inventory) -> Self {
        self.bindings_of = Some(inventory);
        self
    }

    /// Changes the bindings before they are built: language, file and text go in. It is for tests that show that wrong bindings are
    /// noticed; such a suite has no snapshots.
    #[must_use]
    pub fn edit_bindings(mut self, edit: impl Fn(&str, &str, String) -> String + Send + Sync + 'static) -> Self {
        self.edit = Some(Arc::new(edit));
        self
    }

    /// Adds the support matrix: what each language has of each module of the library, in `snapshots/support/`. A module's foreign tests must
    /// be in the file of its name, such as `lang_tests/c/shapes.c` for `my_lib::shapes`; where there is none, the language must refuse it.
    #[must_use]
    pub fn support_matrix(mut self) -> Self {
        self.support = true;
        self
    }

    /// Runs what the command line asks for, as every test executable does. To be returned by `main`, which does nothing else.
    #[must_use]
    pub fn run(self) -> ExitCode {
        let arguments = Arguments::from_args();
        if std::env::var_os("INSTA_OUTPUT").is_none() {
            // SAFETY: `main` calls this before there is any other thread.
            // Insta would print differences to stdout, which belongs to the protocol; trials say them.
            unsafe { std::env::set_var("INSTA_OUTPUT", "none") };
        }
        let name = self.inventory.library.clone();
        match self.plan(&arguments) {
            Ok(plan) => plan.run(&arguments),
            Err(failure) => {
                eprintln!("the suite of `{name}` cannot run: {failure}");
                ExitCode::FAILURE
            }
        }
    }

    fn plan(self, arguments: &Arguments) -> Result<Plan, Failure> {
        let Suite { inventory, languages, name, root, tests, cdylib, deadline, mut require, mut without, .. } = self;
        let (also_exports, bindings_of, edit, support, source) =
            (self.also_exports, self.bindings_of, self.edit, self.support, self.source);
        require.extend(required_tools()?.into_iter().map(|tool| tool.name().to_owned()));
        without.extend(unwanted_tools()?.into_iter().map(|tool| tool.name().to_owned()));
        let check = |inventory: Inventory| Checked::new(inventory).map_err(|problems| Failure::new(problems.to_string()));
        let inventory = check(inventory)?;
        let bindings_of = bindings_of.map(check).transpose()?;
        let is_reviewed = edit.is_none() && bindings_of.is_none();
        let root = match root.or_else(|| std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from)) {
            Some(root) => root,
            None => std::env::current_dir().map_err(Failure::io("find the package's root"))?,
        };
        let target = name.unwrap_or_else(executable::target_name);
        let kept = executable::cache_directory()?;
        let context = Arc::new(Context {
            target: target.clone(),
            root: root.clone(),
            inventory,
            bindings_of,
            libraries: Cache::new(kept.join("libraries")),
            cache: Cache::new(&kept),
            kept,
            deadline,
            cdylib_at: cdylib,
            cdylib: Stage::default(),
        });
        let mut plan = Plan::new(context, arguments);
        plan.snapshots = is_reviewed.then_some(Snapshots { root: root.clone(), source, target });
        plan.edit = edit;
        plan.also_exports = also_exports;
        plan.wants_support = support && is_reviewed;
        plan.require = require;
        plan.without = without;
        kinds::plan_library(&mut plan);
        for language in languages {
            let folder = root.join(&tests).join(language.name());
            kinds::plan_language(&mut plan, language, &folder)?;
        }
        kinds::plan_all(&mut plan);
        Ok(plan)
    }
}
