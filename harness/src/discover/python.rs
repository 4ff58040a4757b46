//! Tests in Python: functions at the top level whose names begin with `test_`.

use super::mask::{Syntax, mask};
use super::test::Test;

/// The tests of a Python file.
#[must_use]
pub fn tests_in(text: &str) -> Vec<Test> {
    let code = mask(text, Syntax::Python);
    let mut tests: Vec<Test> = Vec::new();
    let mut class: Option<(&str, usize)> = None;
    for (i, line) in code.lines().enumerate() {
        let indent = line.len() - line.trim_start().len();
        if line.trim().is_empty() {
            continue;
        }
        if class.is_some_and(|(_, of)| indent <= of) {
            class = None;
        }
        if let Some(name) = named(line.trim_start(), "class ") {
            class = Some((name, indent));
        }
        let Some(name) = function(line.trim_start()).filter(|name| name.starts_with("test_")) else { continue };
        if indent == 0 {
            let first = tests.iter().find(|t| t.id == name).map(|t| t.line);
            let defect =
                first.map(|line| format!("a test of this name stands in line {line} already: Python keeps only the last one"));
            let unique = if defect.is_some() { format!("{name} in line {}", i + 1) } else { name.to_owned() };
            tests.push(Test { defect, ..Test::new(unique, name, i + 1) });
        } else if let Some((class, _)) = class.filter(|(class, _)| class.starts_with("Test")) {
            let defect = Some("only functions at the top level are tests, not methods".to_owned());
            let name = format!("{class}.{name}");
            tests.push(Test { defect, ..Test::new(name.clone(), name, i + 1) });
        }
    }
    tests
}

fn function(line: &str) -> Option<&str> {
    let line = line.strip_prefix("async ").map_or(line, str::trim_start);
    named(line, "def ")
}

fn named<'a>(line: &'a str, keyword: &str) -> Option<&'a str> {
    let rest = line.strip_prefix(keyword)?.trim_start();
    Some(&rest[..rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_functions_at_the_top_level() {
        let text = "
import plotter
'''
def test_in_a_string():
'''
# def test_commented(): pass
def test_first() -> None:
    def test_within(): pass
async def  test_second(): pass
def helper(): pass
@decorated
def test_ä(): pass
";
        let found = tests_in(text);
        assert_eq!(found.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(), ["test_first", "test_second", "test_ä"]);
        assert!(found.iter().all(|t| t.defect.is_none()));
    }

    #[test]
    fn what_would_never_run_is_found_as_a_defect() {
        let found =
            tests_in("def test_a(): pass\ndef test_a(): pass\nclass TestB:\n    def test_c(self): pass\n\ndef test_d(): pass\n");
        let names: Vec<_> = found.iter().map(|t| (t.name.as_str(), t.defect.is_some())).collect();
        assert_eq!(names, [("test_a", false), ("test_a in line 2", true), ("TestB.test_c", true), ("test_d", false)]);
    }
}
