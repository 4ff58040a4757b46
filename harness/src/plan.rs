//! The plan of a suite: its trials, which of them are asked for, and the fate of those whose toolchain is missing.

use crate::context::Context;
use crate::discover::Folder;
use crate::failure::Failure;
use crate::ignored::{self, Ignored};
use crate::language::{Case, Emission, Language, Missing, Toolchain};
use crate::matrix::Part;
use crate::snapshots::Snapshots;
use crate::stage::Stage;
use interoptopus::{Bindings, Refused};
use interoptopus_toolchain::Error;
use libtest_mimic::{Arguments, Trial};
use std::collections::{BTreeSet, HashSet};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

pub(crate) type Edit = Arc<dyn Fn(&str, &str, String) -> String + Send + Sync>;

/// The trials of a suite, and what they are planned by.
pub(crate) struct Plan {
    pub(crate) context: Arc<Context>,
    /// Where reviewed bindings are; none for bindings that are wrong on purpose.
    pub(crate) snapshots: Option<Snapshots>,
    pub(crate) edit: Option<Edit>,
    /// Symbols that the library exports besides what its inventory has.
    pub(crate) also_exports: Vec<String>,
    /// Whether the support matrix is asked for, and its columns.
    pub(crate) wants_support: bool,
    pub(crate) support: Vec<Arc<Part>>,
    pub(crate) require: BTreeSet<String>,
    /// Toolchains that have no trials, unless they are required.
    pub(crate) without: BTreeSet<String>,
    trials: Vec<Trial>,
    toolchains: Vec<Tested>,
    ignored: Vec<Ignored>,
    slow: HashSet<String>,
    /// The parts of the name of the one trial that is asked for, if it is one: nothing is done for others.
    exact: Option<Vec<String>>,
}

/// A language, and what was emitted for each of its columns.
pub(crate) struct Emitted {
    pub(crate) language: Arc<dyn Language>,
    pub(crate) emissions: Vec<Emission>,
}

/// A toolchain, and the foreign tests that it is to run.
pub(crate) struct Tested {
    pub(crate) language: Arc<dyn Language>,
    pub(crate) toolchain: Arc<dyn Toolchain>,
    pub(crate) folder: Arc<Folder>,
    /// The cases that were planned.
    pub(crate) cases: Vec<Arc<Case>>,
}

/// For how long what nobody uses is kept.
const KEPT: Duration = Duration::from_secs(48 * 60 * 60);
/// Each build has one, and they are large.
const LIBRARIES_KEPT: Duration = Duration::from_secs(3 * 60 * 60);

/// Behind the reason of a failure that is one only because of it.
pub(crate) const DEMANDED: &str = " (INTEROP_REQUIRE or the suite requires it)";

impl Plan {
    pub(crate) fn new(context: Arc<Context>, arguments: &Arguments) -> Self {
        let exact = arguments.filter.clone().filter(|_| arguments.exact);
        Plan {
            context,
            snapshots: None,
            edit: None,
            also_exports: Vec::new(),
            wants_support: false,
            support: Vec::new(),
            require: BTreeSet::new(),
            without: BTreeSet::new(),
            trials: Vec::new(),
            toolchains: Vec::new(),
            ignored: Vec::new(),
            slow: HashSet::new(),
            exact: exact.map(|name| name.split("::").map(str::to_owned).collect()),
        }
    }

    /// Whether a trial that is asked for may be of this kind.
    pub(crate) fn wants_kind(&self, kind: &str) -> bool {
        self.exact.as_ref().is_none_or(|exact| exact[0] == kind)
    }

    /// Whether the second part of a trial that is asked for may be one of these names.
    fn wants(&self, names: &[&str]) -> bool {
        self.exact.as_ref().is_none_or(|exact| exact.get(1).is_some_and(|part| names.contains(&part.as_str())))
    }

    pub(crate) fn wants_language(&self, language: &dyn Language) -> bool {
        let of_the_matrix = self.wants_support && self.wants(&["support"]);
        self.wants(&[language.name()]) || self.wants(&language.toolchain_names()) || of_the_matrix
    }

    pub(crate) fn wants_toolchain(&self, name: &str) -> bool {
        self.wants(&[name]) && (!self.without.contains(name) || self.require.contains(name))
    }

    /// The bindings of each of the language's columns, as the suite has them edited.
    pub(crate) fn emit(&self, language: &dyn Language) -> Result<Vec<Emission>, Refused> {
        let columns = language.columns();
        let emissions = columns.iter().map(|column| language.emit(self.context.bindings_of(), column));
        let mut emissions = emissions.collect::<Result<Vec<_>, _>>()?;
        if let Some(edit) = &self.edit {
            for Bindings { file_name, text } in emissions.iter_mut().flat_map(|emission| &mut emission.bindings) {
                *text = edit(language.name(), file_name, std::mem::take(text));
            }
        }
        Ok(emissions)
    }

    /// The columns that a language has in the support matrix.
    pub(crate) fn columns(&mut self, language: &Arc<dyn Language>, toolchains: &[Arc<dyn Toolchain>], folder: &Folder) {
        for column in language.columns().into_iter().filter(|_| self.wants_support) {
            let toolchains =
                toolchains.iter().filter(|toolchain| column.toolchains.contains(&toolchain.name())).cloned().collect();
            let (language, files, cells) = (language.clone(), folder.files.clone(), Stage::default());
            let folder = folder.path.strip_prefix(&self.context.root).unwrap_or(&folder.path);
            let folder = folder.to_string_lossy().replace('\\', "/");
            self.support.push(Arc::new(Part { language, column, toolchains, files, folder, cells }));
        }
    }

    pub(crate) fn trial(&mut self, name: String, body: impl FnOnce(&Context) -> Result<(), Failure> + Send + 'static) {
        let context = self.context.clone();
        self.trials.push(Trial::test(name, move || body(&context).map_err(Into::into)));
    }

    /// The trial of this name takes seconds: it is begun before all others, so that nobody waits for it at the end.
    pub(crate) fn begin_early(&mut self, trial: &str) {
        self.slow.insert(trial.to_owned());
    }

    /// The number of the trial that is added next.
    pub(crate) fn next(&self) -> usize {
        self.trials.len()
    }

    /// All trials from the `first` on need the toolchain.
    pub(crate) fn need(&mut self, first: usize, tested: Tested) {
        let name = tested.toolchain.name();
        match tested.toolchain.find() {
            Ok(()) => self.toolchains.push(tested),
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
    pub(crate) fn ignore(&mut self, first: usize, whole: bool, missing: Missing) {
        let trials: Vec<_> = self.trials.drain(first..).map(|trial| trial.with_ignored_flag(true)).collect();
        self.ignored.push(Ignored { missing, whole, trials: trials.iter().map(|trial| trial.name().to_owned()).collect() });
        self.trials.extend(trials);
    }

    /// Lists or runs what the arguments select.
    pub(crate) fn run(self, arguments: &Arguments) -> ExitCode {
        let Plan { context, mut trials, toolchains, ignored, slow, .. } = self;
        if arguments.list {
            return libtest_mimic::run(arguments, trials).exit_code();
        }
        trials.sort_by_key(|trial| !slow.contains(trial.name()));
        let selected: Vec<_> = trials.iter().filter(|trial| !arguments.is_filtered_out(trial)).collect();
        let reasons = ignored::reasons(&ignored, &selected, arguments);
        let names: HashSet<_> = selected.iter().map(|trial| trial.name().to_owned()).collect();
        let conclusion = std::thread::scope(|scope| {
            for Tested { toolchain, cases, .. } in &toolchains {
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
        for Tested { toolchain, .. } in &toolchains {
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
}
