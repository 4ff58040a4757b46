//! The reports of compilers, read from their output: `file(line,column): error CS0103: …` and `file:line:column: error: …`.

use std::fmt::{Display, Formatter};
use std::path::PathBuf;

/// The severity of a diagnostic.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The compiler went on.
    Warning,
    /// Nothing was built.
    Error,
}

/// One error or warning of a compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The file, spelt as the compiler spells it; none if it is about the whole compilation.
    pub file: Option<PathBuf>,
    /// The line, from 1; 0 without a file.
    pub line: u32,
    /// The column, from 1; 0 without a file.
    pub column: u32,
    /// Error or warning.
    pub severity: Severity,
    /// `CS0103` of a C# compiler, or nothing.
    pub code: String,
    /// Its message.
    pub message: String,
}

impl Diagnostic {
    /// Whether it is an error.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// The diagnostics in a compiler's output, in its order. Other lines, such as notes and quoted source, are passed over.
    pub(crate) fn all(output: &str) -> Vec<Self> {
        output.lines().filter_map(Self::parse).collect()
    }

    fn parse(line: &str) -> Option<Self> {
        // What follows the severity tells the two forms apart; a path may hold nearly anything, so look from the marker.
        for (marker, severity) in [("error", Severity::Error), ("fatal error", Severity::Error), ("warning", Severity::Warning)] {
            for (at, _) in line.match_indices(marker) {
                let (before, after) = (&line[..at], &line[at + marker.len()..]);
                if let Some(found) = Self::csharp(before, severity, after).or_else(|| Self::c(before, severity, after)) {
                    return Some(found);
                }
            }
        }
        None
    }

    /// `a.cs(3,7): error CS0103: text`, and without a place `error CS5001: text`.
    fn csharp(before: &str, severity: Severity, after: &str) -> Option<Self> {
        let (code, message) = after.strip_prefix(' ')?.split_once(": ")?;
        if code.is_empty() || !code.chars().all(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let (file, line, column) = match before.strip_suffix(": ") {
            None if before.is_empty() => (None, 0, 0),
            None => return None,
            Some(place) => {
                let (file, position) = place.strip_suffix(')')?.rsplit_once('(')?;
                // Some report a range: line,column,line,column.
                let mut numbers = position.split(',').map(|number| number.parse().ok());
                (Some(PathBuf::from(file)), numbers.next()??, numbers.next().flatten().unwrap_or(0))
            }
        };
        Some(Self { file, line, column, severity, code: code.to_owned(), message: message.trim_end().to_owned() })
    }

    /// `a.c:3:7: error: text`, and without a place `gcc: error: text`.
    fn c(before: &str, severity: Severity, after: &str) -> Option<Self> {
        let message = after.strip_prefix(": ")?.trim_end().to_owned();
        let place = before.strip_suffix(": ").or_else(|| before.strip_suffix(": fatal "))?;
        let mut parts = place.rsplitn(3, ':');
        let numbers = (parts.next().and_then(|n| n.parse().ok()), parts.next().and_then(|n| n.parse().ok()));
        let (file, line, column) = match (numbers, parts.next()) {
            ((Some(column), Some(line)), Some(file)) => (Some(PathBuf::from(file)), line, column),
            _ if place.contains(char::is_whitespace) => return None,
            _ => (None, 0, 0),
        };
        Some(Self { file, line, column, severity, code: String::new(), message })
    }
}

impl Display for Diagnostic {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}:{}:{}: ", file.display(), self.line, self.column)?;
        }
        f.write_str(if self.is_error() { "error" } else { "warning" })?;
        if !self.code.is_empty() {
            write!(f, " {}", self.code)?;
        }
        write!(f, ": {}", self.message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(line: &str) -> Diagnostic {
        let mut all = Diagnostic::all(line);
        assert_eq!(all.len(), 1, "{line}: {all:?}");
        all.remove(0)
    }

    #[test]
    fn both_csharp_compilers_are_read() {
        let roslyn = one("lang tests/a.cs(10,23): error CS0103: The name 'x' does not exist in the current context");
        assert_eq!((roslyn.file.unwrap().to_str().unwrap(), roslyn.line, roslyn.column), ("lang tests/a.cs", 10, 23));
        assert_eq!(roslyn.code, "CS0103");
        let mcs = one(r"C:\t (1)\a.cs(2,1): warning CS0219: The variable `error' is assigned but its value is never used");
        assert_eq!((mcs.file.unwrap().to_str().unwrap(), mcs.severity), (r"C:\t (1)\a.cs", Severity::Warning));
        assert_eq!(one("error CS5001: Program does not contain a static 'Main'").file, None);
    }

    #[test]
    fn both_c_compilers_are_read() {
        let error = one("dir/error: x.c:3:7: error: use of undeclared identifier 'error'");
        assert_eq!((error.file.as_ref().unwrap().to_str().unwrap(), error.line, error.column), ("dir/error: x.c", 3, 7));
        assert_eq!(error.to_string(), "dir/error: x.c:3:7: error: use of undeclared identifier 'error'");
        let fatal = one("a.c:1:10: fatal error: no.h: No such file or directory");
        assert_eq!((fatal.line, fatal.message.as_str()), (1, "no.h: No such file or directory"));
        assert_eq!(one("a.c:4:2: warning: unused variable 'x' [-Wunused-variable]").severity, Severity::Warning);
        assert!(one("clang: error: linker command failed with exit code 1 (use -v to see invocation)").is_error());
    }

    #[test]
    fn notes_and_quoted_source_are_no_diagnostics() {
        for line in
            ["a.c:3:7: note: declared here", "    3 | int error = warning(x);", "1 error generated.", "2 warnings generated."]
        {
            assert_eq!(Diagnostic::all(line), [], "{line}");
        }
    }
}
