//! Members that switch on the tag of an enum with data, be it a struct or a class.

use crate::constructs::tagged::lowered::{TaggedCase, TaggedType};
use crate::syntax;
use interoptopus::Writer;

/// A `switch` on the variable `tag`, which returns something for each case.
pub(crate) fn emit_switch<Body>(
    w: &mut Writer,
    lowered: &TaggedType<Body>,
    tag: &str,
    each: impl Fn(&TaggedCase<Body>) -> String,
) {
    let (name, tags) = (&lowered.name, lowered.tag());
    syntax::open(w, &format!("switch ({tag})"), |w| {
        for case in &lowered.cases {
            w.line(format!("case {tags}.{}:", case.name));
            w.indented(|w| w.line(format!("return {};", each(case))));
        }
        w.line("default:");
        w.indented(|w| w.line(format!("throw new InvalidOperationException($\"{{{tag}}} is no case of `{name}`.\");")));
    });
}

/// The method that takes a function for each case, of whose values `value` is the expression.
pub(crate) fn emit_match<Body>(
    w: &mut Writer,
    lowered: &TaggedType<Body>,
    tag: &str,
    value: impl Fn(&TaggedCase<Body>) -> String,
) {
    let parameter = |case: &TaggedCase<Body>| format!("Func<{}, TResult> {}", case.name, case.parameter);
    let parameters: Vec<_> = lowered.cases.iter().map(parameter).collect();
    w.line("/// <summary>What the function for the case that it is makes of it.</summary>");
    syntax::open(w, &format!("public TResult {}<TResult>({})", lowered.own("Match"), parameters.join(", ")), |w| {
        emit_switch(w, lowered, tag, |case| format!("{}({})", case.parameter, value(case)));
    });
}
