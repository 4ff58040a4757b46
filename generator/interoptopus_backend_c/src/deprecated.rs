//! Deprecated items: an attribute that compilers warn of, and the same in words for those that know none.

use crate::comments::Comment;
use crate::markup;
use crate::names::Names;
use interoptopus::Writer;
use interoptopus::model::{Inventory, Marks};
use std::fmt;

/// The macro that is the attribute, without the prefix.
pub(crate) const MACRO: &str = "DEPRECATED";

/// What stands in front of a declaration, on a line of its own: the attribute, or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Deprecated(Option<String>);

impl Deprecated {
    /// What `marks` say.
    pub(crate) fn of(names: &Names, marks: &Marks) -> Self {
        let attribute = |note: &String| format!("{}(\"{}\")\n", names.value(MACRO), unevaluated(note_or_ours(note)));
        Deprecated(marks.deprecated.as_ref().map(attribute))
    }
}

impl fmt::Display for Deprecated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_deref().unwrap_or_default())
    }
}

/// `comment` with what `marks` say in words.
pub(crate) fn comment(comment: Comment, marks: &Marks) -> Comment {
    match &marks.deprecated {
        Some(note) => comment.command(format!("@deprecated {}", markup::prose(&one_line(note_or_ours(note))))),
        None => comment,
    }
}

/// Whether anything is.
pub(crate) fn occurs(inventory: &Inventory) -> bool {
    let marked = |marks: &Marks| marks.deprecated.is_some();
    inventory.functions().iter().any(|f| marked(&f.marks))
        || inventory.constants().iter().any(|c| marked(&c.marks))
        || inventory
            .services()
            .iter()
            .any(|s| s.constructors.iter().chain(s.methods.iter().map(|m| &m.function)).any(|f| marked(&f.marks)))
        || types_are(inventory)
}

/// Whether any type is, so that the header itself would be warned of.
pub(crate) fn types_are(inventory: &Inventory) -> bool {
    let marks = inventory.structs().iter().map(|s| &s.marks).chain(inventory.enums().iter().map(|e| &e.marks));
    let marks = marks.chain(inventory.unions().iter().map(|u| &u.marks)).chain(inventory.tagged().iter().map(|t| &t.marks));
    let marks = marks.chain(inventory.opaques().iter().map(|o| &o.marks)).chain(inventory.callbacks().iter().map(|c| &c.marks));
    marks.chain(inventory.services().iter().map(|s| &s.marks)).any(|marks| marks.deprecated.is_some())
}

/// The definition of the macro, which is one too many for no compiler.
pub(crate) fn emit_macro(w: &mut Writer, names: &Names) {
    let name = names.value(MACRO);
    Comment::text("Makes compilers warn where something is used that should not be any more.").emit(w);
    w.lines(format!(
        "#if defined(__GNUC__)\n#define {name}(note) __attribute__((deprecated(note)))\n#elif defined(_MSC_VER)\n\
         #define {name}(note) __declspec(deprecated(note))\n#else\n#define {name}(note)\n#endif"
    ));
}

/// Silences warnings of what the header itself uses, until [`emit_heard`].
pub(crate) fn emit_silenced(w: &mut Writer) {
    w.lines(
        "#if defined(__GNUC__)\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wdeprecated-declarations\"\n\
         #elif defined(_MSC_VER)\n#pragma warning(push)\n#pragma warning(disable : 4996)\n#endif",
    );
}

/// Ends what [`emit_silenced`] begins.
pub(crate) fn emit_heard(w: &mut Writer) {
    w.lines("#if defined(__GNUC__)\n#pragma GCC diagnostic pop\n#elif defined(_MSC_VER)\n#pragma warning(pop)\n#endif");
}

fn note_or_ours(note: &str) -> &str {
    if note.trim().is_empty() { "it should not be used any more" } else { note }
}

fn one_line(note: &str) -> String {
    note.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The inside of a literal that is never a value: compilers allow no numeric escapes in one.
fn unevaluated(note: &str) -> String {
    markup::safe(&one_line(note)).replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_cannot_end_its_literal() {
        assert_eq!(unevaluated("use \"x\"\\ or\n y ??/ é"), "use \\\"x\\\"\\\\ or y ? ?/ é");
        assert_eq!(note_or_ours(" "), "it should not be used any more");
    }
}
