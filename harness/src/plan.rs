//! From a suite to trials: which there are, under which names, and what becomes of those whose toolchain is missing.

use crate::context::Context;
use crate::discover::Folder;
use crate::ignored::Ignored;
use crate::language::{Case, Language, Missing, Project, Toolchain};
use crate::layouts::{self, Measured};
use crate::snapshots::Snapshots;
use crate::stage::Stage;
use crate::support::{self, Part};
use crate::toolchain::Error;
use crate::{Failure, ignored, symbols};
use interoptopus::{Bindings, Checked};
use libtest_mimic::{Arguments, Trial};
use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

pub(crate) type Edit = Arc<dyn Fn(&str, &str, String) -> String + Send + Sync>;

/// A toolchain that is there, and what it is to run.
type Column = (Arc<dyn Toolchain>, Vec<Arc<Case>>);

/// Trials, and what they are about.
pub(crate) struct Plan {
    pub(crate) context: Arc<Context>,
    trials: Vec<Trial>,
    toolchains: Vec<Column>,
    ignored: Vec<Ignored>,
    require: BTreeSet<String>,
    slow: HashSet<String>,
    pub(crate) wants_support: bool,
    support: Vec<Arc<Part>>,
    /// The one trial that is asked for, if it is one: nothing is done for others.
    exact: Option<String>,
}

/// For how long what nobody uses is kept.
const KEPT: Duration = Duration::from_secs(48 * 60 * 60);
/// Each build has one, and they are large.
const LIBRARIES_KEPT: Duration = Duration::from_secs(3 * 60 * 60);

const DEMANDED: &str = " (INTEROP_REQUIRE or the suite requires it)";

impl Plan {
    pub(crate) fn new(context: Arc<Context>, require: BTreeSet<String>, arguments: &Arguments) -> Self {
        let exact = arguments.filter.clone().filter(|_| arguments.exact);
        let (trials, toolchains, ignored) = (Vec::new(), Vec::new(), Vec::new());
        Plan {
            context,
            trials,
            toolchains,
            ignored,
            require,
            slow: HashSet::new(),
            wants_support: false,
            support: Vec::new(),
            exact,
        }
    }

    /// Whether the second part of a trial that is asked for may be one of these names.
    fn wants(&self, names: &[&str]) -> bool {
        self.exact.as_ref().is_none_or(|exact| exact.split("::").nth(1).is_some_and(|part| names.contains(&part)))
    }

    /// Lists or runs what the arguments select.
    pub(crate) fn run(self, arguments: &Arguments) -> ExitCode {
        let Plan { context, mut trials, toolchains, ignored, slow, require: _, wants_support: _, support: _, exact: _ } = self;
        if arguments.list {
            return libtest_mimic::run(arguments, trials).exit_code();
        }
        // So that nobody waits for one that was begun last.
        trials.sort_by_key(|trial| !slow.contains(trial.name()));
        let selected: Vec<_> = trials.iter().filter(|trial| !arguments.is_filtered_out(trial)).collect();
        let reasons = ignored::reasons(&ignored, &selected, arguments);
        let names: HashSet<_> = selected.iter().map(|trial| trial.name().to_owned()).collect();
        let conclusion = std::thread::scope(|scope| {
            for (toolchain, cases) in &toolchains {
                let cases: Vec<_> = cases.iter().filter(|case| names.contains(&case.trial)).cloned().collect();
                // One case alone does for itself what many would wait for.
                if cases.len() > 1 {
                    let context = &context;
                    scope.spawn(move || toolchain.prepare(context, &cases));
                }
            }
            libtest_mimic::run(arguments, trials)
        });
        let mut code = conclusion.exit_code();
        for (toolchain, _) in &toolchains {
            for wrong in toolchain.finish() {
                eprintln!("\n{}: a test program went wrong outside of any test: {}", toolchain.name(), context.localised(&wrong));
                code = ExitCode::from(101);
            }
        }
        for reason in reasons {
            eprintln!("{reason}");
        }
        if !arguments.exact {
            // Nothing depends on whether the caches are tidy.
            _ = context.cache.sweep(KEPT);
            _ = context.libraries.sweep(LIBRARIES_KEPT);
        }
        code
    }

    pub(crate) fn trial(&mut self, name: String, body: impl FnOnce(&Context) -> Result<(), Failure> + Send + 'static) {
        let context = self.context.clone();
        self.trials.push(Trial::test(name, move || body(&context).map_err(Into::into)));
    }

    pub(crate) fn snapshot(&mut self, snapshots: &Snapshots, language: &'static str, file: &str, text: String) {
        let (snapshots, file) = (snapshots.clone(), file.to_owned());
        self.trial(format!("snapshot::{language}::{file}"), move |_| snapshots.check(language, &file, &text));
    }

    pub(crate) fn symbols(&mut self, also: Vec<String>) {
        for symbol in self.context.inventory.symbols() {
            self.trial(format!("symbols::{symbol}"), move |context| symbols::is_exported(context, &symbol));
        }
        self.trial("symbols::nothing_forgotten".to_owned(), move |context| symbols::nothing_forgotten(context, &also));
    }

    pub(crate) fn language(
        &mut self,
        language: &Arc<dyn Language>,
        folder: &Path,
        snapshots: &Snapshots,
        edit: Option<&Edit>,
    ) -> Result<(), Failure> {
        let name = language.name();
        let of_the_matrix = self.wants_support && self.wants(&["support"]);
        if !self.wants(&[name]) && !self.wants(&language.toolchain_names()) && !of_the_matrix {
            return Ok(());
        }
        let context = self.context.clone();
        let inventory: &Checked = &context.inventory;
        let mut bindings = match language.emit(inventory) {
            Ok(bindings) => bindings,
            Err(refused) => {
                self.trial(format!("snapshot::{name}::refused"), move |_| Err(refused.into()));
                return Ok(());
            }
        };
        for Bindings { file_name, text } in &mut bindings {
            match edit {
                Some(edit) => *text = edit(name, file_name, std::mem::take(text)),
                None => self.snapshot(snapshots, name, file_name, text.clone()),
            }
        }
        let folder = Folder::read(folder, language.extension(), &context.root)?;
        let toolchains = match language.toolchains(&Project { inventory, bindings: &bindings, files: &folder.files }) {
            Ok(toolchains) => toolchains,
            Err(refused) => {
                self.trial(format!("layout::{name}::refused"), move |_| Err(refused.into()));
                return Ok(());
            }
        };
        for column in language.columns().into_iter().filter(|_| self.wants_support) {
            let toolchains =
                toolchains.iter().filter(|toolchain| column.toolchains.contains(&toolchain.name())).cloned().collect();
            let (language, files, cells) = (language.clone(), folder.files.clone(), Stage::default());
            let folder = folder.path.strip_prefix(&context.root).unwrap_or(&folder.path).to_string_lossy().replace('\\', "/");
            self.support.push(Arc::new(Part { language, column, toolchains, files, folder, cells }));
        }
        for toolchain in toolchains {
            if self.wants(&[toolchain.name()]) {
                self.toolchain(language, toolchain, &folder);
            }
        }
        Ok(())
    }

    /// The support matrix, of all languages that were added.
    pub(crate) fn support(&mut self, snapshots: &Snapshots) {
        for part in self.support.clone() {
            self.trial(format!("support::{}", part.column.id), move |context| support::has_no_empty_cell(context, &part));
        }
        if self.wants_support {
            let (parts, snapshots) = (self.support.clone(), snapshots.clone());
            let file = format!("{}.md", self.context.inventory.library);
            self.trial(format!("snapshot::support::{file}"), move |context| {
                snapshots.check("support", &file, &support::page(context, &parts)?)
            });
        }
    }

    fn toolchain(&mut self, language: &Arc<dyn Language>, toolchain: Arc<dyn Toolchain>, folder: &Folder) {
        let name = toolchain.name();
        let first = self.trials.len();
        self.layouts(language, &toolchain);
        self.builds(&toolchain);
        let cases = self.cases(&toolchain, folder);
        match toolchain.find() {
            Ok(()) => self.toolchains.push((toolchain, cases)),
            Err(Error::Missing { reason, install, .. }) if !self.require.contains(name) => {
                self.ignore(first, true, Missing { toolchain: name.to_owned(), reason, install });
            }
            // A trial that needs what is not there says so; nothing else may be tried.
            Err(error) => {
                let demanded = if self.require.contains(name) { DEMANDED } else { "" };
                let text = format!("{error}{demanded}");
                for trial in &mut self.trials[first..] {
                    let text = text.clone();
                    *trial = Trial::test(trial.name().to_owned(), move || Err(text.into()));
                }
            }
        }
    }

    /// All trials from the `first` on need what is missing.
    fn ignore(&mut self, first: usize, whole: bool, missing: Missing) {
        let trials: Vec<_> = self.trials.drain(first..).map(|trial| trial.with_ignored_flag(true)).collect();
        self.ignored.push(Ignored { missing, whole, trials: trials.iter().map(|trial| trial.name().to_owned()).collect() });
        self.trials.extend(trials);
    }

    fn layouts(&mut self, language: &Arc<dyn Language>, toolchain: &Arc<dyn Toolchain>) {
        let stage = Arc::new(Stage::<Vec<Measured>>::default());
        let types = toolchain.layout_types();
        let (language, name, measured) = (language.clone(), toolchain.name(), types.clone());
        self.trial(format!("layout::{name}::nothing_forgotten"), move |context| {
            layouts::nothing_forgotten(&context.inventory, &*language, name, &measured)
        });
        for ty in types {
            let (toolchain, stage) = (toolchain.clone(), stage.clone());
            self.trial(format!("layout::{}::{ty}", toolchain.name()), move |context| {
                let measured = stage.get(|| toolchain.layouts(context))?;
                layouts::compare(&context.inventory, &ty, measured)
            });
        }
    }

    fn builds(&mut self, toolchain: &Arc<dyn Toolchain>) {
        for build in toolchain.builds() {
            let (toolchain, first, name) = (toolchain.clone(), self.trials.len(), toolchain.name());
            let trial = format!("build::{name}::{}", build.name);
            if build.slow {
                self.slow.insert(trial.clone());
            }
            let Some(missing) = build.missing else {
                self.trial(trial, move |context| toolchain.build(context, build.name));
                continue;
            };
            let Missing { toolchain: needed, reason, install } = &missing;
            let text = format!("{needed} lacks something: {reason}; get it by: {install}{DEMANDED}");
            // Tried all the same where it is required: a server may have what is not at hand.
            let tried = move |context: &Context| toolchain.build(context, build.name);
            self.trial(trial, move |context| tried(context).map_err(|failure| Failure::new(format!("{text}\n{failure}"))));
            if !self.require.contains(needed) {
                self.ignore(first, false, missing);
            }
        }
    }

    fn cases(&mut self, toolchain: &Arc<dyn Toolchain>, folder: &Folder) -> Vec<Arc<Case>> {
        let name = toolchain.name();
        let mut cases = Vec::new();
        for file in &folder.files {
            let tests: Arc<[_]> = toolchain.tests_in(&file.text).into();
            for test in tests.iter() {
                let trial = format!("run::{name}::{}::{}", file.stem, test.name);
                let case = Arc::new(Case { trial: trial.clone(), file: file.clone(), test: test.clone(), all: tests.clone() });
                cases.push(case.clone());
                let toolchain = toolchain.clone();
                let defect = file.directives.defect.clone().or(test.defect.clone());
                self.trial(trial, move |context| match defect {
                    Some(defect) => Err(Failure::new(format!("{}:{}  {defect}", case.file.shown, case.test.line))),
                    None => toolchain.run(context, &case),
                });
            }
        }
        for file in folder.below.iter().filter(|file| !toolchain.tests_in(&file.text).is_empty()) {
            let inside = file.path.strip_prefix(&folder.path).unwrap_or(&file.path).with_extension("");
            let (stem, shown) = (inside.to_string_lossy().replace('\\', "/"), folder.path.display());
            let text =
                format!("{}: the tests of a folder below {shown} are not run: they belong into {shown} itself", file.shown);
            self.trial(format!("run::{name}::{stem}::not_run"), move |context| Err(Failure::new(context.localised(&text))));
        }
        // Nothing tested must not look like nothing wrong.
        if cases.is_empty() {
            let text = format!("there is no test for {name} in {}", folder.path.display());
            self.trial(format!("run::{name}::no_tests"), move |context| Err(Failure::new(context.localised(&text))));
        }
        cases
    }
}
