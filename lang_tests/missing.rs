//! Proof that a missing tool is neither a failure nor a pass, unless somebody requires it.

use crate::child::{self, Verdict};
use interoptopus_harness::toolchain::Job;
use libtest_mimic::{Failed, Trial};
use std::path::Path;

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        crate::trial("missing::dotnet_is_ignored_with_the_reason".to_owned(), is_ignored),
        crate::trial("missing::dotnet_fails_where_it_is_required".to_owned(), fails_where_required),
    ]
}

fn is_ignored() -> Result<(), Failed> {
    let home = tempfile::tempdir()?;
    // Others do not depend on it: one construct stands for all.
    let report = child::report(without_dotnet(home.path())?.arg("structs").env_remove("INTEROP_REQUIRE"))?;
    if !report.success {
        return Err(format!("the suite should pass without dotnet\n{report}").into());
    }
    let mut on_dotnet = report.trials.iter().filter(|(name, _)| name.contains("::dotnet::"));
    if let Some((name, verdict)) = on_dotnet.clone().find(|(_, verdict)| **verdict != Verdict::Ignored) {
        return Err(format!("{name} should be ignored: {verdict:?}").into());
    }
    let said = report.stderr.lines().any(|line| line.contains("dotnet") && line.contains("not installed"));
    if on_dotnet.next().is_some() && said { Ok(()) } else { Err(format!("the reason is missing\n{report}").into()) }
}

fn fails_where_required() -> Result<(), Failed> {
    let home = tempfile::tempdir()?;
    let report = child::report(without_dotnet(home.path())?.arg("run::dotnet::").env("INTEROP_REQUIRE", "dotnet"))?;
    for (name, verdict) in &report.trials {
        match verdict {
            Verdict::Failed(text) if text.contains("dotnet") && text.contains("INTEROP_REQUIRE") => {}
            other => return Err(format!("{name} should fail and say that dotnet is required: {other:?}").into()),
        }
    }
    if report.success { Err(report.to_string().into()) } else { Ok(()) }
}

/// The plain suite, with `dotnet` neither on PATH nor in the home directory.
fn without_dotnet(home: &Path) -> Result<Job, Failed> {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let program = if cfg!(windows) { "dotnet.exe" } else { "dotnet" };
    let rest = std::env::join_paths(std::env::split_paths(&path).filter(|folder| !folder.join(program).exists()))?;
    let job = child::this("plain")?.env("PATH", rest).env("HOME", home).env("USERPROFILE", home);
    Ok(job.env_remove("DOTNET_ROOT").env_remove("INTEROP_DOTNET"))
}
