//! The table of all toolchains: what each is called, how it is looked for, and how one gets it.

use crate::error::Error;
use crate::job::Job;
use crate::lookup::Lookup;
use crate::{dotnet, python_programs, watchers};
use std::collections::HashMap;
use std::fmt::{Display, Formatter};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

/// A toolchain that foreign programs are built or run with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tool {
    /// GCC, as `gcc`. On macOS that name belongs to Apple's clang.
    Gcc,
    /// Clang, as `clang`.
    Clang,
    /// The .NET SDK, with its compiler; a runtime alone does not count.
    Dotnet,
    /// Mono, with its compiler `mcs`.
    Mono,
    /// CPython 3.
    Python,
    /// mypy, which checks the types of Python code.
    Mypy,
    /// Ruff, which checks the style of Python code.
    Ruff,
    /// GCC with its AddressSanitizer, as `gcc+asan`, which sees wrong accesses to memory, and leaks.
    Asan,
    /// Valgrind, which sees the same in programs that were built without a thought of it.
    Valgrind,
}

/// One row: everything that differs between tools and is not a way to call them.
struct Row {
    tool: Tool,
    name: &'static str,
    /// An environment variable that names the program to take instead, by path or by its name on PATH.
    variable: &'static str,
    /// The program, under the names that it goes by; the first that is found is taken.
    programs: &'static [&'static str],
    /// Programs that must be there as well.
    companions: &'static [&'static str],
    version: &'static str,
    apt: &'static str,
    dnf: &'static str,
    pacman: &'static str,
    brew: &'static str,
    winget: &'static str,
}

const DOTNET_SCRIPT: &str = "curl -fsSL https://dot.net/v1/dotnet-install.sh | bash -s -- --channel LTS";

#[rustfmt::skip]
static TABLE: [Row; 9] = [
    Row {
        tool: Tool::Gcc, name: "gcc", variable: "INTEROP_GCC", programs: &["gcc"], companions: &[], version: "--version",
        apt: "sudo apt-get install gcc g++", dnf: "sudo dnf install gcc gcc-c++", pacman: "sudo pacman -S gcc",
        brew: "xcode-select --install", winget: "winget install BrechtSanders.WinLibs.POSIX.UCRT",
    },
    Row {
        tool: Tool::Clang, name: "clang", variable: "INTEROP_CLANG", programs: &["clang"], companions: &[], version: "--version",
        apt: "sudo apt-get install clang", dnf: "sudo dnf install clang", pacman: "sudo pacman -S clang",
        brew: "xcode-select --install", winget: "winget install LLVM.LLVM",
    },
    Row {
        tool: Tool::Dotnet, name: "dotnet", variable: "INTEROP_DOTNET", programs: &["dotnet"], companions: &[], version: "--version",
        apt: DOTNET_SCRIPT, dnf: "sudo dnf install dotnet-sdk-10.0", pacman: "sudo pacman -S dotnet-sdk",
        brew: "brew install dotnet", winget: "winget install Microsoft.DotNet.SDK.10",
    },
    Row {
        tool: Tool::Mono, name: "mono", variable: "INTEROP_MONO", programs: &["mono"], companions: &["mcs"], version: "--version",
        apt: "sudo apt-get install mono-mcs mono-runtime", dnf: "sudo dnf install mono-core mono-devel", pacman: "sudo pacman -S mono",
        brew: "brew install mono", winget: "winget install Mono.Mono",
    },
    Row {
        tool: Tool::Python, name: "python", variable: "INTEROP_PYTHON",
        programs: if cfg!(windows) { &["python", "python3"] } else { &["python3", "python"] }, companions: &[], version: "--version",
        apt: "sudo apt-get install python3 python3-cffi", dnf: "sudo dnf install python3 python3-cffi", pacman: "sudo pacman -S python python-cffi",
        brew: "brew install python cffi", winget: "winget install Python.Python.3.13",
    },
    Row {
        tool: Tool::Mypy, name: "mypy", variable: "INTEROP_MYPY", programs: &["mypy"], companions: &[], version: "--version",
        apt: MYPY, dnf: MYPY, pacman: MYPY, brew: MYPY, winget: "python -m pip install mypy types-cffi",
    },
    Row {
        tool: Tool::Ruff, name: "ruff", variable: "INTEROP_RUFF", programs: &["ruff"], companions: &[], version: "--version",
        apt: RUFF, dnf: RUFF, pacman: RUFF, brew: "brew install ruff", winget: "winget install astral-sh.ruff",
    },
    Row {
        tool: Tool::Asan, name: "gcc+asan", variable: "INTEROP_GCC", programs: &["gcc"], companions: &[], version: "--version",
        apt: "sudo apt-get install gcc g++", dnf: "sudo dnf install gcc libasan", pacman: "sudo pacman -S gcc",
        brew: LINUX, winget: LINUX,
    },
    Row {
        tool: Tool::Valgrind, name: "valgrind", variable: "INTEROP_VALGRIND", programs: &["valgrind"], companions: &[], version: "--version",
        apt: "sudo apt-get install valgrind libc6-dbg", dnf: "sudo dnf install valgrind valgrind-devel", pacman: "sudo pacman -S valgrind",
        brew: LINUX, winget: LINUX,
    },
];

// Distributions have old ones or none, and not the types of cffi.
const MYPY: &str = "python3 -m pip install mypy types-cffi";
const RUFF: &str = "python3 -m pip install ruff";

// There is no leak detection by GCC elsewhere, and no Valgrind.
const LINUX: &str = "a Linux machine";

impl Tool {
    /// Every tool, in the order of the table.
    pub const ALL: [Self; 9] =
        [Self::Gcc, Self::Clang, Self::Dotnet, Self::Mono, Self::Python, Self::Mypy, Self::Ruff, Self::Asan, Self::Valgrind];

    fn row(self) -> &'static Row {
        // The enum's order is the table's; a test holds them together.
        &TABLE[self as usize]
    }

    /// The name that trials and `INTEROP_REQUIRE` use: `gcc`, `clang`, `dotnet`, `mono`, `python`, `mypy`, `ruff`,
    /// `gcc+asan` or `valgrind`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The environment variable that overrides the search: `INTEROP_GCC`, `INTEROP_PYTHON` and so on.
    #[must_use]
    pub fn variable(self) -> &'static str {
        self.row().variable
    }

    /// A command that installs the tool on the system that this runs on.
    #[must_use]
    pub fn install_command(self) -> &'static str {
        let row = self.row();
        let lookup = Lookup::from_process();
        if cfg!(windows) {
            row.winget
        } else if cfg!(target_os = "macos") {
            row.brew
        } else if lookup.on_path("apt-get").is_some() {
            row.apt
        } else if lookup.on_path("dnf").is_some() {
            row.dnf
        } else if lookup.on_path("pacman").is_some() {
            row.pacman
        } else {
            row.apt
        }
    }

    /// Looks for the tool in this process's environment, as it is now. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find(self) -> Result<Found, Error> {
        self.find_in(&Lookup::from_process())
    }

    /// Looks for the tool in an environment that need not be this process's. Starts no process.
    ///
    /// # Errors
    /// [`Error::Missing`], which names the command that installs it.
    pub fn find_in(self, lookup: &Lookup) -> Result<Found, Error> {
        let row = self.row();
        if self == Self::Dotnet {
            return dotnet::find_program(lookup).map(|program| Found { tool: self, program });
        }
        if self == Self::Asan {
            return watchers::gcc_with_asan(lookup).map(|program| Found { tool: self, program });
        }
        let of_python = matches!(self, Self::Mypy | Self::Ruff);
        let program = match lookup.variable(row.variable) {
            Some(chosen) => lookup
                .on_path(chosen)
                .ok_or_else(|| self.missing(format!("{} names {}, which is not a program", row.variable, chosen.display())))?,
            None => {
                let installed = |name: &&str| if of_python { python_programs::find(lookup, name) } else { lookup.on_path(name) };
                let places = if of_python { python_programs::PLACES } else { "on PATH" };
                let missing = || self.missing(format!("there is no {} {places}", row.programs.join(" or ")));
                row.programs.iter().find_map(installed).ok_or_else(missing)?
            }
        };
        for companion in row.companions {
            lookup
                .beside_or_on_path(&program, companion)
                .ok_or_else(|| self.missing(format!("there is {}, but no {companion}", program.display())))?;
        }
        if self == Self::Valgrind && !watchers::has_header_of_valgrind(&program) {
            return Err(self.missing(format!("there is {}, but no valgrind/memcheck.h", program.display())));
        }
        Ok(Found { tool: self, program })
    }

    pub(crate) fn missing(self, reason: String) -> Error {
        Error::Missing { tool: self, reason, install: self.install_command().to_owned() }
    }

    pub(crate) fn unusable(self, reason: String, install: Option<&str>) -> Error {
        Error::Unusable { tool: self, reason, install: install.unwrap_or(self.install_command()).to_owned() }
    }
}

impl Display for Tool {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

impl FromStr for Tool {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        let row = TABLE.iter().find(|row| row.name == name);
        row.map(|row| row.tool).ok_or_else(|| Error::UnknownTool { name: name.to_owned() })
    }
}

/// A tool and where it is. That it lies there does not say that it runs.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Found {
    tool: Tool,
    program: PathBuf,
}

impl Found {
    /// Which tool this is.
    #[must_use]
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// The program that is run.
    #[must_use]
    pub fn program(&self) -> &Path {
        &self.program
    }

    /// What the program says of its version, in one line. Runs it the first time, and remembers the answer.
    ///
    /// # Errors
    /// [`Error::Unusable`] if the program cannot be run or fails.
    pub fn version(&self) -> Result<String, Error> {
        static KNOWN: LazyLock<Mutex<HashMap<PathBuf, String>>> = LazyLock::new(Mutex::default);
        // A poisoned map is still a map: entries are whole.
        if let Some(known) = KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(&self.program) {
            return Ok(known.clone());
        }
        let outcome = Job::new(&self.program)
            .arg(self.tool.row().version)
            .env("DOTNET_NOLOGO", "1")
            .deadline(Duration::from_secs(30))
            .check()
            .map_err(|error| self.tool.unusable(error.to_string(), None))?;
        // Old Pythons and some wrappers answer on stderr.
        let line = outcome.stdout.lines().chain(outcome.stderr.lines()).map(str::trim).find(|line| !line.is_empty());
        let version = line.unwrap_or("unknown").to_owned();
        KNOWN.lock().unwrap_or_else(PoisonError::into_inner).insert(self.program.clone(), version.clone());
        Ok(version)
    }

    /// What changes when the program is updated, found without running it: for the keys of a [`Cache`](crate::Cache). The parts
    /// of an SDK or of Mono are updated by themselves: [`Dotnet::fingerprint`](crate::Dotnet::fingerprint) and
    /// [`Mono::fingerprint`](crate::Mono::fingerprint) know of them.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        format!("{} {}", self.tool, fingerprint(&self.program))
    }
}

pub(crate) fn fingerprint(program: &Path) -> String {
    let real = program.canonicalize().unwrap_or_else(|_| program.to_owned());
    let metadata = real.metadata().ok();
    let length = metadata.as_ref().map_or(0, std::fs::Metadata::len);
    let modified = metadata.and_then(|m| m.modified().ok()).and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    format!("{} {length} {}", real.display(), modified.map_or(0, |time| time.as_nanos()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_stands_in_its_row() {
        for tool in Tool::ALL {
            assert_eq!(tool.row().tool, tool);
            assert_eq!(tool.name().parse::<Tool>().unwrap(), tool);
        }
        assert_eq!(TABLE.len(), Tool::ALL.len());
    }

    #[test]
    fn a_missing_tool_names_the_command_that_installs_it() {
        let nowhere = Lookup::of([("PATH", "/nowhere"), ("HOME", "/nowhere")]);
        for tool in Tool::ALL {
            let error = tool.find_in(&nowhere).unwrap_err();
            assert!(matches!(error, Error::Missing { .. }), "{error:?}");
            assert!(error.to_string().contains(tool.install_command()), "{error}");
        }
    }

    #[test]
    fn an_override_that_leads_nowhere_is_not_passed_over() {
        let wrong = Lookup::of([("PATH", std::env::var("PATH").unwrap_or_default().as_str()), ("INTEROP_GCC", "/nowhere/gcc")]);
        let error = Tool::Gcc.find_in(&wrong).unwrap_err().to_string();
        assert!(error.contains("INTEROP_GCC names /nowhere/gcc"), "{error}");
    }
}
