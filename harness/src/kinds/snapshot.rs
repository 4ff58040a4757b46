//! `snapshot::…`: what is emitted is what was reviewed.

use crate::plan::{Emitted, Plan};
use crate::{abi, matrix};

/// `snapshot::abi::…`: the interface.
pub(crate) fn of_library(plan: &mut Plan) {
    let inventory = &plan.context.inventory;
    let (file, text) = (format!("{}.txt", inventory.library), abi::text(inventory));
    snapshot(plan, "abi", file, text);
}

/// `snapshot::<language>::<file>`: the bindings.
pub(crate) fn of_language(plan: &mut Plan, Emitted { language, emissions }: &Emitted) {
    for file in emissions.iter().flat_map(|emission| &emission.bindings) {
        snapshot(plan, language.name(), file.file_name.clone(), file.text.clone());
    }
}

/// `snapshot::support::…`: the support matrix.
pub(crate) fn of_all(plan: &mut Plan) {
    if let Some(snapshots) = plan.snapshots.clone().filter(|_| plan.wants_support) {
        let (parts, file) = (plan.support.clone(), format!("{}.md", plan.context.inventory.library));
        plan.trial(format!("snapshot::support::{file}"), move |context| {
            snapshots.check("support", &file, &matrix::page(context, &parts)?)
        });
    }
}

fn snapshot(plan: &mut Plan, folder: &'static str, file: String, text: String) {
    if let Some(snapshots) = plan.snapshots.clone() {
        plan.trial(format!("snapshot::{folder}::{file}"), move |_| snapshots.check(folder, &file, &text));
    }
}
