//! A suite in a process of its own, and what its trials said.

use interoptopus_harness::toolchain::Job;
use libtest_mimic::Failed;
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;
use std::time::Duration;

/// The environment variable that makes a suite of this executable, and says which.
pub(crate) const PROOF: &str = "INTEROP_PROOF";

/// What a trial ended with.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Verdict {
    Ok,
    Ignored,
    /// With what it said.
    Failed(String),
}

/// What a suite said.
pub(crate) struct Report {
    pub(crate) trials: BTreeMap<String, Verdict>,
    pub(crate) success: bool,
    pub(crate) stderr: String,
    command: String,
}

impl Report {
    /// The verdict on a trial. A foreign test may be named as in C: other languages write capitals, or `test_` before it.
    pub(crate) fn verdict(&self, name: &str) -> Option<&Verdict> {
        let common = |name: &str| name.to_lowercase().replace("::test_", "::");
        let same = |(other, verdict)| (common(other) == common(name)).then_some(verdict);
        self.trials.get(name).or_else(|| self.trials.iter().map(|(other, verdict)| (other.as_str(), verdict)).find_map(same))
    }

    /// The trials whose names begin with `prefix`, without it.
    pub(crate) fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a Verdict)> {
        self.trials.iter().filter_map(move |(name, verdict)| Some((name.strip_prefix(prefix)?, verdict)))
    }

    /// What the trial `name` said when it failed.
    pub(crate) fn failure(&self, name: &str) -> Result<&str, Failed> {
        match self.verdict(name) {
            Some(Verdict::Failed(text)) => Ok(text),
            other => Err(format!("{name} should have failed: {other:?}\n{self}").into()),
        }
    }
}

/// What went wrong, for when a proof fails.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.command)?;
        for (name, verdict) in &self.trials {
            if let Verdict::Failed(text) = verdict {
                writeln!(f, "---- {name} ----\n{text}")?;
            }
        }
        write!(f, "{}", self.stderr)
    }
}

/// This executable as a suite, which `proof` names; `filters` as on its command line.
pub(crate) fn this(proof: &str) -> Result<Job, Failed> {
    Ok(suite(&std::env::current_exe()?).env(PROOF, proof))
}

/// An executable that is a suite of this package.
pub(crate) fn suite(executable: &Path) -> Job {
    // Under nextest each proof has its own process, and so has each suite; what it says of its own processes must not show.
    Job::new(executable)
        .env("CARGO_MANIFEST_DIR", env!("CARGO_MANIFEST_DIR"))
        .env("INSTA_UPDATE", "no")
        .env_remove("NEXTEST")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .deadline(Duration::from_secs(300))
        .capture_limit(16 << 20)
}

/// Runs a suite, and reads what it says.
pub(crate) fn report(job: Job) -> Result<Report, Failed> {
    let outcome = job.args(["--format", "json"]).run()?;
    let mut trials = BTreeMap::new();
    for line in outcome.stdout.lines() {
        let event: serde_json::Value = serde_json::from_str(line).map_err(|error| format!("{error} in {line}\n{outcome}"))?;
        let name = event["name"].as_str().unwrap_or_default().to_owned();
        let verdict = match event["event"].as_str() {
            Some("ok") => Verdict::Ok,
            Some("ignored") => Verdict::Ignored,
            Some("failed") => Verdict::Failed(event["stdout"].as_str().unwrap_or_default().to_owned()),
            _ => continue,
        };
        if event["type"] == "test" && trials.insert(name, verdict).is_some() {
            return Err(format!("two trials of one name: {line}\n{outcome}").into());
        }
    }
    if trials.is_empty() {
        return Err(format!("the suite ran nothing\n{outcome}").into());
    }
    Ok(Report { trials, success: outcome.success(), command: outcome.command.clone(), stderr: outcome.stderr })
}
