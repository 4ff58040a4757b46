//! `valgrind`: the programs of gcc under Memcheck. It takes a second to start one, so that all tests of a file share a process.

use crate::context::Context;
use crate::discover::TestFile;
use crate::failure::Failure;
use crate::language::{Case, TURNS};
use crate::worker::{Pool, Start};
use interoptopus_toolchain::{Found, Job, Tool, library_path_variable};
use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// Programs ask it what it found in each test.
pub(super) const FLAGS: [&str; 1] = ["-DINTEROP_VALGRIND"];

/// Only memory that is lost for sure; memory that others may still point into, such as blocks of threads, is not. Starting takes a third less without the last two.
const OPTIONS: [&str; 7] = [
    "--quiet",
    "--leak-check=full",
    "--show-leak-kinds=definite",
    "--errors-for-leak-kinds=definite",
    "--error-exitcode=97",
    "--read-inline-info=no",
    "--vgdb=no",
];

/// The factor by which a test may take longer than without it.
const SLOWER: u32 = 10;

/// The number of files whose programs stay: they take much memory. Tests of [`TURNS`] files take turns.
const KEPT: usize = 2 * TURNS;

/// The running programs, a pool for each file.
pub(super) struct Valgrind {
    pools: HashMap<String, (Mutex<()>, Pool)>,
    /// The files whose programs may be running, the one that was used last at the end.
    used: Mutex<VecDeque<String>>,
}

impl Valgrind {
    pub(super) fn of(files: &[TestFile]) -> Self {
        Valgrind { pools: files.iter().map(|file| (file.stem.clone(), Default::default())).collect(), used: Mutex::default() }
    }

    pub(super) fn run(&self, context: &Context, case: &Case, program: &Path) -> Result<(), Failure> {
        let stem = &case.file.stem;
        let (alone, pool) = self.pools.get(stem).ok_or_else(|| Failure::new("a file that was not there"))?;
        self.end_others(stem);
        let valgrind = Found::find(Tool::Valgrind)?;
        let job = Job::new(valgrind.program()).args(OPTIONS).arg(program).arg("-").current_dir(&context.root);
        let job = job.env_prepend(library_path_variable(), context.cdylib()?.directory());
        let start = Start { job, kept: program.to_owned() };
        // Another process would take longer than to wait for this one.
        let _alone = alone.lock().unwrap_or_else(PoisonError::into_inner);
        pool.run_slowly(context, &start, case, &format!("{}\t{}", case.trial, case.test.id), SLOWER)
    }

    fn end_others(&self, stem: &str) {
        let mut used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.retain(|other| other != stem);
        used.push_back(stem.to_owned());
        let over = used.len().saturating_sub(KEPT);
        let over: Vec<_> = used.drain(..over).collect();
        drop(used);
        over.iter().filter_map(|stem| self.pools.get(stem)).for_each(|(_, pool)| pool.end_idle());
    }

    pub(super) fn finish(&self) -> Vec<String> {
        self.pools.values().flat_map(|(_, pool)| pool.finish()).collect()
    }
}
