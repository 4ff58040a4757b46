//! Tests in C: `TEST(name)`.

use super::conditions;
use super::mask::{Syntax, mask};
use super::test::{Test, line_of, with_unique_names};

/// The tests of a C file as a compiler sees it that defines `symbols`.
#[must_use]
pub fn tests_in(text: &str, symbols: &[(&str, i64)]) -> Vec<Test> {
    let code = conditions::active(&mask(text, Syntax::C), symbols);
    let mut tests = Vec::new();
    for (at, _) in code.match_indices("TEST") {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            continue;
        }
        let Some(inside) = code[at + "TEST".len()..].trim_start().strip_prefix('(') else { continue };
        let Some((name, _)) = inside.split_once(')') else { continue };
        let name = name.trim();
        tests.push(Test::new(name, name, line_of(text, at)));
    }
    with_unique_names(tests)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_what_the_compiler_will_see() {
        let text = r#"
            #include "plotter.h"
            // TEST(commented) {}
            /* TEST(commented_too) {} */
            TEST(first) { puts("TEST(in_a_string)"); }
            #if 0
            TEST(switched_off) {}
            #else
            TEST ( second ) {}
            #endif
            MY_TEST(not_ours)
            #define TEST_ALSO(x) TEST(x)
        "#;
        let found = tests_in(text, &[]);
        assert_eq!(found.iter().map(|t| (t.name.as_str(), t.line)).collect::<Vec<_>>(), [("first", 5), ("second", 9)]);
    }
}
