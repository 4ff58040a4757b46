//! The kinds of trials: one is added by a row here and the file of its name.

mod build;
mod layout;
mod run;
mod signs;
mod snapshot;
mod support;
mod symbols;

use crate::discover::Folder;
use crate::failure::Failure;
use crate::language::{Language, Project};
use crate::plan::{Emitted, Plan, Tested};
use std::path::Path;
use std::sync::Arc;

/// A kind of trial, and what adds its trials to a plan.
pub(crate) struct Kind {
    /// The first part of its trials' names.
    pub(crate) name: &'static str,
    /// Once, for the library.
    pub(crate) of_library: Option<fn(&mut Plan)>,
    /// For each language.
    pub(crate) of_language: Option<fn(&mut Plan, &Emitted)>,
    /// For each toolchain. The second part of such a trial's name is the toolchain's.
    pub(crate) of_toolchain: Option<fn(&mut Plan, &mut Tested)>,
    /// Once, for all languages together.
    pub(crate) of_all: Option<fn(&mut Plan)>,
}

/// The kinds, in the order in which their trials are listed.
pub(crate) const KINDS: &[Kind] = &[
    Kind {
        of_library: Some(snapshot::of_library),
        of_language: Some(snapshot::of_language),
        of_all: Some(snapshot::of_all),
        ..kind("snapshot")
    },
    Kind { of_library: Some(symbols::of_library), ..kind("symbols") },
    Kind { of_toolchain: Some(layout::of_toolchain), ..kind("layout") },
    Kind { of_toolchain: Some(build::of_toolchain), ..kind("build") },
    Kind { of_toolchain: Some(run::of_toolchain), ..kind("run") },
    Kind { of_all: Some(support::of_all), ..kind("support") },
];

const fn kind(name: &'static str) -> Kind {
    Kind { name, of_library: None, of_language: None, of_toolchain: None, of_all: None }
}

/// Adds the trials of the library itself.
pub(crate) fn plan_library(plan: &mut Plan) {
    for kind in wanted(plan) {
        kind.of_library.iter().for_each(|add| add(plan));
    }
}

/// Adds the trials of a language, whose foreign tests are in `folder`.
///
/// # Errors
/// If a file of foreign tests cannot be read.
pub(crate) fn plan_language(plan: &mut Plan, language: Arc<dyn Language>, folder: &Path) -> Result<(), Failure> {
    if !plan.wants_language(&*language) {
        return Ok(());
    }
    let emissions = match plan.emit(&*language) {
        Ok(emissions) => emissions,
        Err(refused) => {
            plan.trial(format!("snapshot::{}::refused", language.name()), move |_| Err(refused.into()));
            return Ok(());
        }
    };
    let emitted = Emitted { language, emissions };
    for kind in wanted(plan) {
        kind.of_language.iter().for_each(|add| add(plan, &emitted));
    }
    let Emitted { language, emissions } = emitted;
    let folder = Arc::new(Folder::read(folder, language.extension(), &plan.context.root)?);
    let toolchains = language.toolchains(&Project { emissions: &emissions, files: &folder.files });
    plan.columns(&language, &toolchains, &folder);
    for toolchain in toolchains {
        if plan.wants_toolchain(toolchain.name()) {
            let mut tested = Tested { language: language.clone(), toolchain, folder: folder.clone(), cases: Vec::new() };
            let first = plan.next();
            for kind in wanted(plan) {
                kind.of_toolchain.iter().for_each(|add| add(plan, &mut tested));
            }
            plan.need(first, tested);
        }
    }
    Ok(())
}

/// Adds the trials of all languages together.
pub(crate) fn plan_all(plan: &mut Plan) {
    for kind in wanted(plan) {
        kind.of_all.iter().for_each(|add| add(plan));
    }
}

/// The kinds that have a trial that is asked for.
fn wanted(plan: &Plan) -> Vec<&'static Kind> {
    KINDS.iter().filter(|kind| plan.wants_kind(kind.name)).collect()
}
