//! The trials of one toolchain: layouts, builds, foreign tests.

use super::Plan;
use crate::Failure;
use crate::context::Context;
use crate::discover::{Folder, Test, TestFile};
use crate::ignored::Ignored;
use crate::language::{Case, Language, Missing, TURNS, Toolchain};
use crate::layouts::{self, Measured};
use crate::stage::Stage;
use crate::toolchain::Error;
use libtest_mimic::Trial;
use std::sync::Arc;

const DEMANDED: &str = " (INTEROP_REQUIRE or the suite requires it)";

impl Plan {
    pub(super) fn toolchain(&mut self, language: &Arc<dyn Language>, toolchain: Arc<dyn Toolchain>, folder: &Folder) {
        let name = toolchain.name();
        let first = self.trials.len();
        if self.wants_layouts() && !toolchain.only_runs() {
            self.layouts(language, &toolchain);
        }
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
        for files in folder.files.chunks(TURNS) {
            let tests: Vec<Arc<[_]>> = files.iter().map(|file| toolchain.tests_in(&file.text).into()).collect();
            let longest = tests.iter().map(|tests| tests.len()).max().unwrap_or(0);
            let turns = (0..longest).flat_map(|turn| files.iter().zip(&tests).map(move |(file, tests)| (file, tests, turn)));
            for (file, tests, test) in turns.filter_map(|(file, tests, turn)| Some((file, tests, tests.get(turn)?))) {
                cases.push(self.case(toolchain, file, tests, test));
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

    fn case(&mut self, toolchain: &Arc<dyn Toolchain>, file: &TestFile, all: &Arc<[Test]>, test: &Test) -> Arc<Case> {
        let trial = format!("run::{}::{}::{}", toolchain.name(), file.stem, test.name);
        let case = Arc::new(Case { trial: trial.clone(), file: file.clone(), test: test.clone(), all: all.clone() });
        let (toolchain, run) = (toolchain.clone(), case.clone());
        let defect = file.directives.defect.clone().or(test.defect.clone());
        self.trial(trial, move |context| match defect {
            Some(defect) => Err(Failure::new(format!("{}:{}  {defect}", run.file.shown, run.test.line))),
            None => toolchain.run(context, &run),
        });
        case
    }
}
