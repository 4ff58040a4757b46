//! The promises of `layout::…`: by name and to the last byte.

use crate::child::Package;
use crate::promises::promises;

promises! {
    fn layouts_are_compared_by_name_to_the_last_byte() {
        let pair = r#"{"type":"Pair","size":8,"align":4}"#;
        let first = r#"{"type":"Pair","field":"first","offset":0,"size":2,"signed":true}"#;
        let second = r#"{"type":"Pair","field":"second","offset":4,"size":4,"signed":false}"#;
        let sign = r#"{"type":"Sign","size":1,"align":1,"signed":true}"#;
        let run = |lines: &[&str]| Package::with(&[]).set("INTEROP_SUITE_LAYOUTS", lines.join("\n")).run("layout::fake");
        let right = run(&[sign, pair, second, first]);
        right.passed("layout::fake::Pair");
        right.passed("layout::fake::Sign");
        let wrong = |lines: &[&str], words: &[&str]| run(lines).failed("layout::fake::Pair", words);
        wrong(&[&pair.replace('8', "12"), first, second], &["8 in Rust, 12 here"]);
        wrong(&[&pair.replace('4', "8"), first, second], &["4 in Rust, 8 here"]);
        wrong(&[pair, &first.replace("\"first\"", "\"second\""), &second.replace("\"second\"", "\"first\"")], &["Pair.first is at"]);
        wrong(&[pair, &first.replace("\"size\":2", "\"size\":4"), second], &["Pair.first is so many bytes: 2 in Rust, 4 here"]);
        wrong(&[pair, &first.replace("true", "false"), second], &["signed in Rust, unsigned here"]);
        wrong(&[pair, &first.replace(",\"signed\":true", ""), second], &["signed in Rust, unknown here"]);
        wrong(&[pair, first], &["Pair.second: a field in Rust, unknown here"]);
        wrong(&[pair, first, second, &second.replace("second", "third")], &["Pair.third: unknown in Rust, a field here"]);
        wrong(&[sign], &["nobody measured `Pair`"]);
        run(&[&sign.replace("true", "false")]).failed("layout::fake::Sign", &["signed in Rust, unsigned here"]);
    }

    fn layouts_of_unions_and_sum_types_are_compared_by_each_field_and_the_tag() {
        let run = |lines: &[&str]| Package::with(&[]).set("INTEROP_SUITE_LAYOUTS", lines.join("\n")).run("layout::fake");
        let number = r#"{"type":"Number","size":8,"align":8}"#;
        let whole = r#"{"type":"Number","field":"whole","offset":0,"size":4,"signed":true}"#;
        let wide = r#"{"type":"Number","field":"wide","offset":0,"size":8,"signed":false}"#;
        run(&[number, whole, wide]).passed("layout::fake::Number");
        run(&[number, whole]).failed("layout::fake::Number", &["Number.wide: a field in Rust, unknown here"]);
        run(&[number, &whole.replace("true", "false"), wide]).failed("layout::fake::Number", &["Number.whole's sign: signed"]);
        run(&[number, whole, &wide.replace("\"offset\":0", "\"offset\":4")]).failed("layout::fake::Number", &["wide is at: 0 in Rust, 4"]);
        let shape = r#"{"type":"Shape","size":4,"align":2}"#;
        let tag = r#"{"type":"Shape","field":"tag","offset":0,"size":1,"signed":false}"#;
        let radius = r#"{"type":"Shape","field":"Circle.radius","offset":2,"size":2,"signed":false}"#;
        run(&[shape, tag, radius]).passed("layout::fake::Shape");
        run(&[shape, &tag.replace("false", "true"), radius]).failed("layout::fake::Shape", &["Shape.tag's sign: unsigned in Rust"]);
        run(&[shape, tag, &radius.replace("\"offset\":2", "\"offset\":1")]).failed("layout::fake::Shape", &["Circle.radius is at: 2"]);
        run(&[shape, tag]).failed("layout::fake::Shape", &["Shape.Circle.radius: a field in Rust"]);
    }

    fn a_transparent_struct_need_not_have_its_field_but_the_right_one() {
        let run = |lines: &[&str]| Package::with(&[]).set("INTEROP_SUITE_LAYOUTS", lines.join("\n")).run("layout::fake");
        let meters = r#"{"type":"Meters","size":8,"align":8}"#;
        let value = r#"{"type":"Meters","field":"value","offset":0,"size":8,"signed":true}"#;
        run(&[meters]).passed("layout::fake::Meters");
        run(&[meters, value]).passed("layout::fake::Meters");
        run(&[meters, &value.replace("true", "false")]).failed("layout::fake::Meters", &["Meters.value's sign"]);
        run(&[&meters.replace("\"size\":8", "\"size\":4")]).failed("layout::fake::Meters", &["8 in Rust, 4 here"]);
    }

    fn an_alignment_that_the_author_chose_may_be_untold_but_not_wrong() {
        let run = |lines: &[&str]| Package::with(&[]).set("INTEROP_SUITE_LAYOUTS", lines.join("\n")).run("layout::fake");
        let room = r#"{"type":"Room","size":32,"align":32}"#;
        let size = r#"{"type":"Room","field":"size","offset":0,"size":1,"signed":false}"#;
        run(&[room, size]).passed("layout::fake::Room");
        run(&[&room.replace(",\"align\":32", ""), size]).passed("layout::fake::Room");
        run(&[&room.replace("\"align\":32", "\"align\":8"), size]).failed("layout::fake::Room", &["32 in Rust, 8 here"]);
        let pair = r#"{"type":"Pair","size":8}"#;
        run(&[pair]).failed("layout::fake::Pair", &["is aligned to: 4 in Rust, unknown here"]);
    }

    fn a_type_that_is_never_measured_is_a_failure_unless_it_is_refused() {
        let package = Package::with(&[]).set("INTEROP_SUITE_UNMEASURED", "Shape");
        package.run("layout::fake::nothing").failed("layout::fake::nothing_forgotten", &["1 type(s) are in the bindings", "  Shape"]);
        let package = package.set("INTEROP_SUITE_REFUSES", "fake::shapes::Shape");
        package.run("layout::fake::nothing").passed("layout::fake::nothing_forgotten");
        Package::with(&[]).run("layout::fake::nothing").passed("layout::fake::nothing_forgotten");
    }
}
