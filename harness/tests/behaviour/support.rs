//! The promise of the support matrix: no cell is empty.

use crate::child::Package;
use crate::promises::promises;

promises! {
    fn the_support_matrix_names_a_test_or_a_reason_in_each_cell() {
        let test = "test first does pass\ntest second does pass\n";
        let package = Package::with(&["pairs", "signs", "units", "numbers", "rooms"].map(|name| (name, test)));
        let package = package.set("INTEROP_SUITE_SUPPORT", "1").set("INSTA_UPDATE", "always");
        let package = package.set("INTEROP_SUITE_REFUSES", "fake::pairs::sub fake::shapes::Shape::Circle fake::shapes::Shape::Point");
        let said = package.run("support::");
        said.passed("support::fake");
        said.passed("snapshot::support::fake.md");
        let page = std::fs::read_to_string(package.path().join("snapshots/support/fake.md.snap")).unwrap();
        let rows = "\
| construct | fake (fake, mono) |
| --- | --- |
| numbers | `first` and 1 more |
| pairs | `first` and 1 more; refused in part |
| rooms | `first` and 1 more |
| shapes | refused |
| signs | `first` and 1 more |
| units | `first` and 1 more |

## What is refused

### pairs in fake

- `fake::pairs::sub`: it | is odd

### shapes in fake

- `fake::shapes::Shape`: Circle: it | is odd; Point: it | is odd
";
        assert!(page.contains(rows), "{page}");
    }

    fn a_file_of_tests_that_is_removed_leaves_an_empty_cell() {
        let package = Package::with(&[("pairs", "test x does pass\n"), ("signs", "no test\n"), ("units", "test x does pass\n"), ("rooms", "test x does pass\n")]);
        let said = package.set("INTEROP_SUITE_SUPPORT", "1").set("INTEROP_SUITE_REFUSES", "fake::shapes::Shape").run("support::");
        let words = [
            "2 construct(s) are neither proven nor refused in fake",
            "  numbers: there is no lang_tests/fake/numbers.fake",
            "  signs: lang_tests/fake/signs.fake has no test that runs on fake",
        ];
        said.failed("support::fake", &words);
    }

    fn the_support_matrix_is_there_where_it_is_asked_for_and_alone_does_all_languages() {
        let package = Package::with(&[]);
        assert!(!package.plain(&["--list"]).stdout.contains("support::"));
        let package = package.set("INTEROP_SUITE_SUPPORT", "1");
        assert!(package.plain(&["--list"]).stdout.contains("snapshot::support::fake.md: test\nsupport::fake: test\n"));
        let alone = package.plain(&["--exact", "snapshot::support::fake.md"]);
        assert!(alone.stdout.contains("fake.md.snap is not there yet"), "{alone}");
    }
}
