//! `run::…`: foreign tests, each as one case.

use crate::discover::{Test, TestFile};
use crate::failure::Failure;
use crate::language::{Case, TURNS};
use crate::plan::{Plan, Tested};
use std::sync::Arc;

/// `run::<toolchain>::<file>::<test>`.
pub(crate) fn of_toolchain(plan: &mut Plan, tested: &mut Tested) {
    let (toolchain, folder) = (tested.toolchain.clone(), tested.folder.clone());
    let name = toolchain.name();
    for files in folder.files.chunks(TURNS) {
        let tests: Vec<Arc<[_]>> = files.iter().map(|file| toolchain.tests_in(&file.text).into()).collect();
        let longest = tests.iter().map(|tests| tests.len()).max().unwrap_or(0);
        let turns = (0..longest).flat_map(|turn| files.iter().zip(&tests).map(move |(file, tests)| (file, tests, turn)));
        for (file, tests, test) in turns.filter_map(|(file, tests, turn)| Some((file, tests, tests.get(turn)?))) {
            tested.cases.push(case(plan, tested, file, tests, test));
        }
    }
    for file in folder.below.iter().filter(|file| !toolchain.tests_in(&file.text).is_empty()) {
        let inside = file.path.strip_prefix(&folder.path).unwrap_or(&file.path).with_extension("");
        let (stem, shown) = (inside.to_string_lossy().replace('\\', "/"), folder.path.display());
        let text = format!("{}: the tests of a folder below {shown} are not run: they belong into {shown} itself", file.shown);
        plan.trial(format!("run::{name}::{stem}::not_run"), move |context| Err(Failure::new(context.localised(&text))));
    }
    // Nothing tested must not look like nothing wrong.
    if tested.cases.is_empty() {
        let text = format!("there is no test for {name} in {}", folder.path.display());
        plan.trial(format!("run::{name}::no_tests"), move |context| Err(Failure::new(context.localised(&text))));
    }
}

fn case(plan: &mut Plan, Tested { toolchain, .. }: &Tested, file: &TestFile, all: &Arc<[Test]>, test: &Test) -> Arc<Case> {
    let trial = format!("run::{}::{}::{}", toolchain.name(), file.stem, test.name);
    let case = Arc::new(Case { trial: trial.clone(), file: file.clone(), test: test.clone(), all: all.clone() });
    let (toolchain, run) = (toolchain.clone(), case.clone());
    let defect = file.directives.defect.clone().or(test.defect.clone());
    plan.trial(trial, move |context| match defect {
        Some(defect) => Err(Failure::new(format!("{}:{}  {defect}", run.file.shown, run.test.line))),
        None => toolchain.run(context, &run),
    });
    case
}
