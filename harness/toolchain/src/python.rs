//! CPython: scripts, code, and the modules that it must have.

use crate::found::Found;
use crate::job::Job;
use crate::outcome::Error;
use crate::tool::Tool;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
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
        Ok(Self::of(Found::find(Tool::Python)?))
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
        let program = self.found.program();
        if known().get(program).is_some_and(|known| known.modules.iter().any(|other| other == module)) {
            return Ok(());
        }
        let code = format!(
            "import sys\nif sys.version_info < (3, 9): sys.exit('Python 3.9 or newer is needed')\nimport {module}\nprint(sys.executable)"
        );
        let outcome = self.code(&code).deadline(Duration::from_secs(30)).run()?;
        if !outcome.success() {
            let reason = outcome.stderr.trim().lines().next_back().unwrap_or("it cannot be run").to_owned();
            return Err(Error::unusable(Tool::Python, reason, Some(&format!("{} -m pip install {module}", program.display()))));
        }
        let mut known = known();
        let known = known.entry(program.to_owned()).or_default();
        known.modules.push(module.to_owned());
        known.interpreter = outcome.stdout.lines().next_back().map(PathBuf::from).filter(|path| path.is_file());
        Ok(())
    }

    /// The interpreter itself, once it has told where it is: the program on PATH may be a shim that takes longer to find it
    /// than Python takes to start, as pyenv's does.
    fn interpreter(&self) -> PathBuf {
        let program = self.found.program();
        known().get(program).and_then(|known| known.interpreter.clone()).unwrap_or_else(|| program.to_owned())
    }
}

/// The facts that an interpreter told about itself.
#[derive(Default)]
struct Known {
    modules: Vec<String>,
    interpreter: Option<PathBuf>,
}

fn known() -> MutexGuard<'static, HashMap<PathBuf, Known>> {
    static KNOWN: LazyLock<Mutex<HashMap<PathBuf, Known>>> = LazyLock::new(Mutex::default);
    // A poisoned map is still a map: its entries are whole.
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner)
}
