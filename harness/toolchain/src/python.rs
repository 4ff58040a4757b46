//! CPython: scripts, code, and the modules that it must have.

use crate::{Error, Found, Job, Tool};
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::Duration;

/// A Python interpreter.
#[derive(Clone, Debug)]
pub struct Python {
    found: Found,
}

impl Python {
    /// Looks for Python in this process's environment. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find() -> Result<Self, Error> {
        Ok(Self::of(Tool::Python.find()?))
    }

    /// Python at a place that was found before.
    #[must_use]
    pub fn of(found: Found) -> Self {
        Self { found }
    }

    /// Where it is, and its version.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// A job that runs a script.
    #[must_use]
    pub fn script(&self, path: impl AsRef<Path>) -> Job {
        self.job().arg(path.as_ref())
    }

    /// A job that runs code.
    #[must_use]
    pub fn code(&self, code: &str) -> Job {
        self.job().arg("-c").arg(code)
    }

    /// A job that runs a module as a program, as `python -m` does.
    #[must_use]
    pub fn module(&self, name: &str) -> Job {
        self.job().arg("-m").arg(name)
    }

    /// The interpreter alone. It writes no bytecode beside sources, and speaks UTF-8 on every system.
    #[must_use]
    pub fn job(&self) -> Job {
        Job::new(self.interpreter()).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONUTF8", "1")
    }

    /// Checks that it is new enough (3.9) and can import a module, such as `cffi`. Runs it the first time; a success is remembered.
    ///
    /// # Errors
    /// [`Error::Unusable`], with the command that installs the module.
    pub fn require_module(&self, module: &str) -> Result<(), Error> {
        static PRESENT: LazyLock<Mutex<HashMap<PathBuf, Vec<String>>>> = LazyLock::new(Mutex::default);
        let program = self.found.program();
        let present = || PRESENT.lock().unwrap_or_else(PoisonError::into_inner);
        if present().get(program).is_some_and(|modules| modules.iter().any(|known| known == module)) {
            return Ok(());
        }
        let code =
            format!("import sys\nif sys.version_info < (3, 9): sys.exit('Python 3.9 or newer is needed')\nimport {module}");
        let outcome = self.code(&code).deadline(Duration::from_secs(30)).run()?;
        if outcome.success() {
            present().entry(program.to_owned()).or_default().push(module.to_owned());
            return Ok(());
        }
        let reason = outcome.stderr.trim().lines().next_back().unwrap_or("it cannot be run").to_owned();
        Err(Tool::Python.unusable(reason, Some(&format!("{} -m pip install {module}", program.display()))))
    }

    /// The interpreter itself, where the program on PATH is a shim (as pyenv's are) that takes long to find it each time.
    fn interpreter(&self) -> PathBuf {
        static REAL: LazyLock<Mutex<HashMap<PathBuf, PathBuf>>> = LazyLock::new(Mutex::default);
        let program = self.found.program();
        if !is_script(program) {
            return program.to_owned();
        }
        if let Some(real) = REAL.lock().unwrap_or_else(PoisonError::into_inner).get(program) {
            return real.clone();
        }
        let asked = Job::new(program).args(["-c", "import sys; print(sys.executable)"]).deadline(Duration::from_secs(30)).check();
        let real = asked.ok().map(|outcome| PathBuf::from(outcome.stdout.trim())).filter(|path| path.is_file());
        // A shim that does not answer fails in the job, where that can be said.
        let Some(real) = real else { return program.to_owned() };
        REAL.lock().unwrap_or_else(PoisonError::into_inner).insert(program.to_owned(), real.clone());
        real
    }
}

fn is_script(program: &Path) -> bool {
    let mut start = [0; 2];
    std::fs::File::open(program).and_then(|mut file| std::io::Read::read_exact(&mut file, &mut start)).is_ok() && start == *b"#!"
}
