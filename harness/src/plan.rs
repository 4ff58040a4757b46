//! From a suite to trials: which there are, under which names, and what becomes of those whose toolchain is missing.

mod toolchain;

use crate::context::Context;
use crate::discover::Folder;
use crate::ignored::Ignored;
use crate::language::{Case, Language, Project, Toolchain};
use crate::snapshots::Snapshots;
use crate::stage::Stage;
use crate::support::{self, Part};
use crate::{Failure, ignored, symbols};
use interoptopus::Bindings;
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
    /// Toolchains that have no trials, unless they are required.
    pub(crate) without: BTreeSet<String>,
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
            without: BTreeSet::new(),
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

    pub(crate) fn wants_layouts(&self) -> bool {
        self.exact.as_ref().is_none_or(|exact| exact.starts_with("layout::"))
    }

    /// Lists or runs what the arguments select.
    pub(crate) fn run(self, arguments: &Arguments) -> ExitCode {
        let Plan { context, mut trials, toolchains, ignored, slow, .. } = self;
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
        let inventory = context.bindings_of();
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
        let toolchains = match language.toolchains(&Project {
            inventory,
            bindings: &bindings,
            files: &folder.files,
            layouts: self.wants_layouts(),
        }) {
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
            let unwanted = self.without.contains(toolchain.name()) && !self.require.contains(toolchain.name());
            if self.wants(&[toolchain.name()]) && !unwanted {
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
}
