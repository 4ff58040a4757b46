//! `build::…`: the bindings pass strict compilers and linters.

use crate::context::Context;
use crate::failure::Failure;
use crate::language::Missing;
use crate::plan::{DEMANDED, Plan, Tested};

/// `build::<toolchain>::<build>`.
pub(crate) fn of_toolchain(plan: &mut Plan, Tested { toolchain, .. }: &mut Tested) {
    for build in toolchain.builds() {
        let (toolchain, first) = (toolchain.clone(), plan.next());
        let trial = format!("build::{}::{}", toolchain.name(), build.name);
        let run = move |context: &Context| toolchain.build(context, build.name);
        if build.slow {
            plan.begin_early(&trial);
        }
        let Some(missing) = build.missing else {
            plan.trial(trial, run);
            continue;
        };
        let Missing { toolchain: needed, reason, install } = &missing;
        let text = format!("{needed} lacks something: {reason}; get it by: {install}{DEMANDED}");
        // Tried all the same where it is required: a server may have what is not at hand.
        plan.trial(trial, move |context| run(context).map_err(|failure| Failure::new(format!("{text}\n{failure}"))));
        if !plan.require.contains(needed) {
            plan.ignore(first, false, missing);
        }
    }
}
