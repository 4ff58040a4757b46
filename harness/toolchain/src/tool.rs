//! The table of all toolchains: what each is called, how it is looked for, and how one gets it.

use crate::lookup::Lookup;
use std::fmt::{Display, Formatter};

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
pub(crate) struct Row {
    pub(crate) tool: Tool,
    pub(crate) name: &'static str,
    /// An environment variable that names the program to take instead, by path or by its name on PATH.
    pub(crate) variable: &'static str,
    /// The program, under the names that it goes by; the first that is found is taken.
    pub(crate) programs: &'static [&'static str],
    /// Programs that must be there as well.
    pub(crate) companions: &'static [&'static str],
    pub(crate) version: &'static str,
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

    pub(crate) fn row(self) -> &'static Row {
        // The enum's order is the table's; a test holds them together.
        &TABLE[self as usize]
    }

    /// The tool of this name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        TABLE.iter().find(|row| row.name == name).map(|row| row.tool)
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
}

impl Display for Tool {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_tool_stands_in_its_row() {
        for tool in Tool::ALL {
            assert_eq!(tool.row().tool, tool);
        }
        assert_eq!(TABLE.len(), Tool::ALL.len());
    }
}
