//! The promises, one by one.

use crate::child::Package;
use crate::library;
use crate::promises::promises;
use interoptopus::model;

const FAULTS: &str = "test one does pass
test fails does fail
test exits does exit
test aborts does abort
test hangs does hang
test chatters does chatter
test leaves_unentered does leave unentered
test boasts does boast
test confuses does confuse
test last does pass
";

promises! {
    fn listing_names_every_trial_and_starts_nothing() {
        let package = Package::with(&[("b", "test y does pass\n"), ("a", "test x does pass\ntest y does pass\n")]);
        let log = package.path().join("log");
        let package = package.set("INTEROP_SUITE_LOG", log.to_str().unwrap());
        let listed = package.plain(&["--list", "--format", "terse"]);
        let expected = [
            "snapshot::abi::fake.txt", "symbols::add", "symbols::fake_ffi_api_guard", "symbols::fake_ffi_build_id", "symbols::fake_ffi_dealloc", "symbols::fake_ffi_last_error",
            "symbols::fake_ffi_live_objects", "symbols::sub", "symbols::nothing_forgotten", "snapshot::fake::fake.fake", "layout::fake::nothing_forgotten", "layout::fake::Pair",
            "layout::fake::Sign", "layout::fake::Meters", "layout::fake::Number", "layout::fake::Shape", "layout::fake::Room", "build::fake::shown", "build::fake::linted", "run::fake::a::x", "run::fake::b::y", "run::fake::a::y",
            "layout::mono::nothing_forgotten", "layout::mono::Pair", "layout::mono::Sign", "layout::mono::Meters", "layout::mono::Number", "layout::mono::Shape", "layout::mono::Room", "build::mono::shown", "build::mono::linted", "run::mono::a::x",
            "run::mono::b::y", "run::mono::a::y",
        ];
        let expected: String = expected.iter().map(|name| format!("{name}: test\n")).collect();
        assert_eq!((listed.stdout.as_str(), listed.stderr.as_str()), (expected.as_str(), ""));
        assert!(listed.success() && !log.exists());
    }

    fn a_test_passes_only_if_it_was_entered_and_left_and_its_fault_is_nobody_elses() {
        let said = Package::with(&[("a", FAULTS)]).run("run::fake");
        said.passed("run::fake::a::one");
        said.failed("run::fake::a::fails", &["a:7  CHECK", "expected  1", "actual    2", "fails prints"]);
        said.failed("run::fake::a::fails", &["alone: cargo test --test behaviour -- --exact 'run::fake::a::fails'", "built: "]);
        said.failed("run::fake::a::exits", &["exit(0) before the test had ended", "`run::fake::a::fails` the last"]);
        said.failed("run::fake::a::aborts", &[if cfg!(unix) { "SIGABRT in this test, " } else { "in this test" }]);
        said.failed("run::fake::a::hangs", &["no answer in 1.5 s; the process group was killed"]);
        said.failed("run::fake::a::chatters", &["no answer in 1.5 s", "the rest is left out"]);
        said.failed("run::fake::a::leaves_unentered", &["left it, and did not enter it"]);
        said.failed("run::fake::a::boasts", &["exit(0) before the test had ended"]);
        said.failed("run::fake::a::confuses", &["run::fake::another"]);
        said.passed("run::fake::a::last");
        assert!(!said.outcome.success());
    }

    fn exact_runs_one_case_and_skip_leaves_out() {
        let package = Package::with(&[("a", "test x does pass\ntest xx does pass\n")]);
        let log = package.path().join("log");
        let package = package.set("INTEROP_SUITE_LOG", log.to_str().unwrap());
        assert!(package.plain(&["--exact", "run::fake::a::x"]).success());
        assert_eq!(std::fs::read_to_string(&log).unwrap(), "run::fake::a::x\n");
        assert!(package.plain(&["run::fake", "--skip", "::xx"]).success());
        assert_eq!(std::fs::read_to_string(&log).unwrap(), "run::fake::a::x\nrun::fake::a::x\n");
    }

    fn a_test_that_the_program_does_not_have_fails() {
        let said = Package::with(&[("a", "test x does vanish\n")]).run("run::fake");
        said.failed("run::fake::a::x", &["lang_tests/fake/a.fake:1", "does not contain `x`"]);
    }

    fn a_test_that_reading_does_not_find_fails_its_file() {
        let said = Package::with(&[("a", "test x does pass\nhidden y\n"), ("b", "test x does pass\n")]).run("run::fake");
        said.failed("run::fake::a::x", &["`y`, which is not found by reading the file"]);
        said.passed("run::fake::b::x");
    }

    fn no_tests_at_all_are_a_failure() {
        let said = Package::with(&[]).run("run::");
        said.failed("run::fake::no_tests", &["there is no test for fake"]);
        said.ignored("run::mono::no_tests");
    }

    fn tests_in_a_folder_below_are_a_failure_and_what_has_none_may_lie_there() {
        let package = Package::with(&[("a", "test x does pass\n"), ("deep/er/b", "test y does pass\n"), ("parts/c", "no test\n")]);
        let said = package.run("run::fake");
        said.passed("run::fake::a::x");
        said.failed("run::fake::deep/er/b::not_run", &["lang_tests/fake/deep/er/b.fake: the tests of a folder below lang_tests/fake"]);
        assert_eq!(said.verdicts.len(), 2);
    }

    fn what_dies_between_tests_fails_the_run() {
        let said = Package::with(&[("a", "test x does die later\n")]).run("run::fake");
        said.passed("run::fake::a::x");
        assert!(!said.outcome.success() && said.outcome.stderr.contains("exit code 9 after `run::fake::a::x`"), "{}", said.outcome);
    }

    fn a_program_that_does_not_start_is_tried_once_and_told_in_full_once() {
        let package = Package::with(&[("a", "test x does pass\ntest y does pass\n")]).set("INTEROP_SUITE_UNREADY", "1");
        let said = package.run("run::fake");
        let first = "the test program does not get ready (exit code 4): a part is missing";
        said.failed("run::fake::a::x", &[first, "it ran as: ", "built: "]);
        said.failed("run::fake::a::y", &[first, "(shown in full where it failed first)"]);
    }

    fn a_missing_toolchain_is_ignored_and_the_reason_said_once() {
        let package = Package::with(&[("a", "test x does pass\ntest y does pass\n")]);
        let said = package.run("run::");
        said.ignored("run::mono::a::x");
        said.passed("run::fake::a::x");
        assert!(said.outcome.success());
        let reason = "ignored: 2 trials on mono, which is not installed (nobody made it): make mono";
        assert_eq!(said.outcome.stderr.lines().filter(|line| line.contains("ignored:")).collect::<Vec<_>>(), [reason]);
        let said = package.run("build::fake::linted");
        assert!(said.outcome.stderr.contains("1 trial for want of linter or a part of it (it is a dream): sleep"), "{}", said.outcome);
    }

    fn a_missing_toolchain_fails_where_it_is_required() {
        let package = Package::with(&[("a", "test x does pass\n")]).set("INTEROP_REQUIRE", "gcc,mono");
        let said = package.run("run::");
        said.failed("run::mono::a::x", &["nobody made it", "make mono", "INTEROP_REQUIRE"]);
        said.passed("run::fake::a::x");
        let package = package.set("INTEROP_SUITE_LINTER", "mono");
        package.run("build::fake::linted").failed("build::fake::linted", &["mono lacks something: it is a dream; get it by: sleep (INTEROP_REQUIRE"]);
        let outcome = package.set("INTEROP_REQUIRE", "momo").plain(&["run::"]);
        assert!(!outcome.success() && outcome.stderr.contains("momo"), "{outcome}");
    }

    fn a_changed_snapshot_is_pending_until_it_is_accepted() {
        let package = Package::with(&[]);
        let (trial, snapshots) = ("snapshot::fake::fake.fake", package.path().join("snapshots/fake"));
        package.run(trial).failed(trial, &["fake.fake.snap is not there yet", "cargo insta review"]);
        assert!(snapshots.join("fake.fake.snap.new").is_file());
        let package = package.set("INSTA_UPDATE", "always");
        package.run(trial).passed(trial);
        let kept = std::fs::read_to_string(snapshots.join("fake.fake.snap")).unwrap();
        assert!(kept.ends_with("---\nfirst\nsecond\nthird\n"), "{kept}");
        let package = package.set("INSTA_UPDATE", "no");
        package.run(trial).passed(trial);
        let package = package.set("INTEROP_SUITE_BINDINGS", "first\n2nd\nthird\n");
        package.run(trial).failed(trial, &["-second", "+2nd", " first"]);
        assert!(!snapshots.join("fake.fake.snap.new").exists());
        let package = package.set("INSTA_UPDATE", "new");
        package.run(trial).failed(trial, &["+2nd", "cargo insta review"]);
        assert!(snapshots.join("fake.fake.snap.new").is_file());
    }

    fn edited_bindings_are_built_and_have_no_snapshots() {
        let package = Package::with(&[]).set("INTEROP_SUITE_EDIT", "edited");
        package.run("build::fake::shown").failed("build::fake::shown", &["shown: fake fake.fake edited"]);
        assert_eq!(package.run("snapshot::").verdicts.len(), 0);
    }

    fn what_is_exported_and_what_is_listed_are_the_same() {
        let package = Package::with(&[]);
        let guard = model::api_guard(&library::inventory());
        let library = library::cdylib(package.path(), guard, "add", "forgotten");
        let package = package.set("INTEROP_SUITE_CDYLIB", library.to_str().unwrap());
        let said = package.run("symbols::");
        said.passed("symbols::fake_ffi_api_guard");
        said.failed("symbols::add", &["`add` is in the inventory of `fake`, and its library does not export it"]);
        said.failed("symbols::nothing_forgotten", &["`forgotten` is exported, but not in the inventory: list it in inventory!"]);
        let package = package.set("INTEROP_SUITE_ALSO_EXPORTS", "forgotten");
        package.run("symbols::nothing_forgotten").passed("symbols::nothing_forgotten");
    }

    fn a_library_with_another_guard_is_not_tested() {
        let package = Package::with(&[]);
        let library = library::cdylib(package.path(), 7, "", "");
        let said = package.set("INTEROP_SUITE_CDYLIB", library.to_str().unwrap()).run("symbols::");
        said.failed("symbols::add", &["is not the library of this inventory", "0x0000000000000007"]);
    }

    fn a_part_of_an_inventory_is_tested_with_the_library_of_the_whole() {
        let package = Package::with(&[]);
        let library = library::cdylib(package.path(), model::api_guard(&library::inventory()), "", "");
        let package = package.set("INTEROP_SUITE_CDYLIB", library.to_str().unwrap()).set("INTEROP_SUITE_WITHOUT", "sub");
        let said = package.run("symbols::");
        said.passed("symbols::add");
        said.failed("symbols::nothing_forgotten", &["`sub` is exported, but not in the inventory"]);
        assert!(!said.verdicts.contains_key("symbols::sub"));
        let package = package.set("INTEROP_SUITE_ALSO_EXPORTS", "sub");
        package.run("symbols::nothing").passed("symbols::nothing_forgotten");
    }

    fn the_snapshot_of_a_file_in_a_folder_is_in_a_folder() {
        let package = Package::with(&[]).set("INTEROP_SUITE_FILE", "deep/er/first.fake").set("INSTA_UPDATE", "always");
        package.run("snapshot::fake::deep").passed("snapshot::fake::deep/er/first.fake");
        assert!(package.path().join("snapshots/fake/deep/er/first.fake.snap").is_file());
    }
}
