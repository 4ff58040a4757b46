//! The suite in a process of its own, with a package's folder of its own, and what its trials said.

use interoptopus_harness::toolchain::{Job, Outcome};
use std::collections::BTreeMap;
use std::path::Path;

/// The role of this executable.
pub(crate) const ROLE: &str = "INTEROP_ROLE";

/// A package with test files of the fake language.
pub(crate) struct Package {
    pub(crate) folder: tempfile::TempDir,
    variables: Vec<(String, String)>,
}

/// The output of a run of the suite.
pub(crate) struct Said {
    /// By trial: none if it passed, `ignored`, or what it failed with.
    pub(crate) verdicts: BTreeMap<String, Option<String>>,
    pub(crate) outcome: Outcome,
}

impl Package {
    pub(crate) fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let tests = folder.path().join("lang_tests/fake");
        std::fs::create_dir_all(&tests).unwrap();
        for (name, text) in files {
            let file = tests.join(format!("{name}.fake"));
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
        Package { folder, variables: Vec::new() }
    }

    pub(crate) fn set(mut self, name: &str, value: impl Into<String>) -> Self {
        self.variables.push((name.to_owned(), value.into()));
        self
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The suite with these arguments, whatever it says.
    pub(crate) fn plain(&self, arguments: &[&str]) -> Outcome {
        let unset = ["NEXTEST", "INTEROP_REQUIRE", "INSTA_UPDATE", "INSTA_OUTPUT", "CI"];
        let job = Job::new(std::env::current_exe().unwrap()).args(arguments).current_dir(self.path()).env(ROLE, "suite");
        let job = unset.iter().fold(job, |job, name| job.env_remove(name)).env("CARGO_MANIFEST_DIR", self.path());
        self.variables.iter().fold(job, |job, (name, value)| job.env(name, value)).run().unwrap()
    }

    /// The result of each trial. Nothing but the protocol may be on its standard output.
    pub(crate) fn run(&self, filter: &str) -> Said {
        let outcome = self.plain(&[filter, "--format", "json", "--test-threads", "1"]);
        let mut verdicts = BTreeMap::new();
        for line in outcome.stdout.lines() {
            let event: serde_json::Value =
                serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}\n{outcome}"));
            let verdict = match event["event"].as_str().unwrap_or_default() {
                "ok" => None,
                "ignored" => Some("ignored".to_owned()),
                "failed" => event["stdout"].as_str().map(str::to_owned),
                _ => continue,
            };
            if let Some(name) = event["name"].as_str() {
                assert!(verdicts.insert(name.to_owned(), verdict).is_none(), "two trials of one name: {name}");
            }
        }
        Said { verdicts, outcome }
    }
}

impl Said {
    #[track_caller]
    pub(crate) fn passed(&self, trial: &str) {
        assert_eq!(self.verdicts.get(trial), Some(&None), "{trial}\n{}", self.outcome);
    }

    #[track_caller]
    pub(crate) fn ignored(&self, trial: &str) {
        assert_eq!(self.verdicts.get(trial), Some(&Some("ignored".to_owned())), "{trial}\n{}", self.outcome);
    }

    #[track_caller]
    pub(crate) fn failed(&self, trial: &str, words: &[&str]) {
        let text =
            self.verdicts.get(trial).cloned().flatten().unwrap_or_else(|| panic!("{trial} did not fail\n{}", self.outcome));
        for word in words {
            assert!(text.contains(word), "{trial} does not say `{word}`, but: {text}");
        }
    }
}
