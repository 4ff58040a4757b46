//! `interop_test.h` does what it says, without a warning, on each C compiler that is installed.

use interoptopus_harness::toolchain::{Cc, Outcome, unless_missing};
use std::path::Path;

const TESTS: &str = r#"
#include "interop_test.h"

static int calls = 0;
static int called(void) { return ++calls; }
enum level { LOW = 1, HIGH = 2 };

TEST(holds) {
    const char *const none = NULL;
    const uint64_t large = UINT64_MAX;
    const enum level level = HIGH;
    const float half = 0.5F;
    const double nan = strtod("nan", NULL);
    CHECK(true);
    REQUIRE(1 < 2);
    CHECK_EQ(called(), 1);
    CHECK_EQ(calls, 1);
    CHECK_EQ(sizeof(int), 4);
    CHECK_EQ(large, UINT64_MAX);
    CHECK_EQ(level, HIGH);
    CHECK_EQ(true, 1);
    CHECK_EQ(&calls, &calls);
    CHECK_EQ(none, NULL);
    CHECK_FLT(half, 0.5);
    CHECK_FLT(nan, nan);
    CHECK_STR("same", "same");
    CHECK_STR(none, NULL);
    CHECK_BYTES("ab\0", 2, "ab");
    CHECK_BYTES(none, 0, "");
}

TEST(fails) {
    CHECK(1 > 2);
    CHECK_EQ(called(), 2);
    CHECK_EQ(-1, UINT32_MAX);
    CHECK_EQ(UINT64_MAX, 0);
    CHECK_FLT(0.1F, 0.1);
    CHECK_STR("a \"quoted\"\n", NULL);
    CHECK_BYTES("abc", 2, "abc");
    REQUIRE(1 > 2);
    CHECK(false && "not reached");
}
"#;

/// Builds `source` by each compiler, strictly, and hands what was built to `then`.
fn by_each_compiler(source: &str, then: impl Fn(Result<&Path, &Outcome>)) {
    for cc in [Cc::gcc(), Cc::clang()] {
        let Some(cc) = unless_missing(cc).unwrap_or_else(|error| panic!("{error}")) else { continue };
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("t.c"), source).unwrap();
        let build = cc.compile(folder.path().join("t")).include(concat!(env!("CARGO_MANIFEST_DIR"), "/assets"));
        let build =
            build.flags(["-std=c99", "-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Werror", "-DINTEROP_FILE=\"t\""]);
        let built = build.source(folder.path().join("t.c")).run().unwrap();
        then(if built.success() { Ok(&built.output) } else { Err(&built.outcome) });
    }
}

fn run(program: &Path, test: &str) -> Outcome {
    interoptopus_harness::toolchain::Job::new(program).args([test, "case", "word"]).run().unwrap()
}

#[test]
fn checks_that_hold_say_nothing() {
    by_each_compiler(TESTS, |built| {
        let outcome = run(built.unwrap_or_else(|outcome| panic!("{outcome}")), "holds");
        let events: Vec<_> = outcome.stdout.lines().filter(|line| !line.is_empty() && !line.contains("contains")).collect();
        assert_eq!(
            events,
            [r#"@word {"event":"entered","case":"case"}"#, r#"@word {"event":"left","case":"case","failures":0}"#]
        );
        assert!(outcome.success());
    });
}

#[test]
fn each_check_that_fails_says_where_and_with_what_values() {
    by_each_compiler(TESTS, |built| {
        let outcome = run(built.unwrap_or_else(|outcome| panic!("{outcome}")), "fails");
        let values = |line: &str| {
            let event: serde_json::Value = serde_json::from_str(line.strip_prefix("@word ")?).unwrap();
            let value = |name: &str| event[name].as_str().unwrap_or("-").to_owned();
            (event["event"] == "failed").then(|| (value("what"), value("actual"), value("expected")))
        };
        let failed: Vec<_> = outcome.stdout.lines().filter_map(values).collect();
        let failed: Vec<_> = failed.iter().map(|(what, actual, expected)| [what.as_str(), actual, expected]).collect();
        assert_eq!(
            failed,
            [
                ["CHECK(1 > 2)", "-", "-"],
                ["CHECK_EQ(called(), 2)", "1", "2"],
                ["CHECK_EQ(-1, UINT32_MAX)", "-1", "4294967295"],
                ["CHECK_EQ(UINT64_MAX, 0)", "18446744073709551615", "0"],
                ["CHECK_FLT(0.1F, 0.1)", "0.10000000149011612", "0.10000000000000001"],
                ["CHECK_STR(\"a \\\"quoted\\\"\\n\", NULL)", "a \"quoted\"\n", "NULL"],
                ["CHECK_BYTES(\"abc\", 2, \"abc\")", "ab", "abc"],
                ["REQUIRE(1 > 2)", "-", "-"],
            ]
        );
    });
}

#[test]
fn floats_are_not_compared_as_integers() {
    by_each_compiler("#include \"interop_test.h\"\nTEST(wrong) { CHECK_EQ(0.5, 0); }\n", |built| {
        assert!(built.unwrap_err().stderr.contains("t.c:2"));
    });
}
