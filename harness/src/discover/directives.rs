//! Directives in the comments that a test file begins with: `interop: own process`, `interop: deadline 30 s`.

use std::time::Duration;

/// The needs of a file's tests.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Directives {
    /// Each runs in a process of its own, which no other test has used or will use.
    pub own_process: bool,
    /// Each may take so long, whatever the suite's deadline is.
    pub deadline: Option<Duration>,
    /// A directive that is none: each of the file's tests fails with this.
    pub defect: Option<String>,
}

/// The directives in the comments before the first line of code.
pub(super) fn of(text: &str) -> Directives {
    let mut directives = Directives::default();
    for line in text.lines().map(str::trim) {
        let Some(comment) = ["//", "#", "/*", "*"].iter().find_map(|begin| line.strip_prefix(begin)) else {
            if line.is_empty() { continue } else { break }
        };
        let comment = comment.trim_start_matches(['/', '*', '!', ' ']).trim_end_matches(['*', '/', ' ']);
        let Some(directive) = comment.strip_prefix("interop:") else { continue };
        match directive.split_whitespace().collect::<Vec<_>>()[..] {
            ["own", "process"] => directives.own_process = true,
            ["deadline", seconds, "s"] if seconds.parse::<u32>().is_ok_and(|seconds| seconds > 0) => {
                directives.deadline = seconds.parse().ok().map(Duration::from_secs);
            }
            _ => {
                let known = "`interop: own process` and `interop: deadline 30 s`";
                directives.defect = Some(format!("there is no directive `interop:{directive}`; there are {known}"));
            }
        }
    }
    directives
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directives_stand_in_the_comments_at_the_beginning() {
        let (own_process, deadline) = (true, Some(Duration::from_secs(30)));
        let expected = Directives { own_process, deadline, defect: None };
        assert_eq!(of("// A file.\n// interop: own process\n\n// interop: deadline 30 s\nint x;"), expected);
        assert_eq!(of("#!/usr/bin/env python3\n# interop: deadline 30 s\n# interop: own process\nimport x"), expected);
        assert_eq!(of("/* interop: own process */\n/*\n * interop: deadline 30 s\n */\n"), expected);
        assert_eq!(of("int x;\n// interop: own process\n"), Directives::default());
    }

    #[test]
    fn an_unknown_directive_is_a_defect() {
        for text in ["// interop: own proces", "# interop: deadline 0 s", "# interop: deadline soon", "// interop:"] {
            assert!(of(text).defect.is_some(), "{text}");
        }
    }
}
