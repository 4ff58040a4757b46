//! Documentation: Rust's as Doxygen's, and what C's declarations do not say themselves.

mod links;
pub(crate) mod markup;
pub(crate) mod notes;
mod visibility;

use crate::names::{Names, ours};
use crate::types::Types;
use interoptopus::docs::Docs;
use interoptopus::model::{Item, Marks};
use interoptopus_c_syntax::{Attribute, Comment, safe};
pub(crate) use visibility::{of_field as visibility_of_field, of_item as visibility_of_item};

/// The comment of the item `of`, or of a part of one, which has `docs`.
pub(crate) fn comment(types: &Types<'_>, docs: &Docs, of: Item) -> Comment {
    markup::comment(docs, &|target, shown, is_code| links::link(types, of, target, shown, is_code))
}

/// `comment`, with what `marks` say of an item: whom it is for, and what to use instead.
pub(crate) fn marked(comment: Comment, marks: &Marks) -> Comment {
    deprecated(visibility::of_item(comment, marks), marks)
}

/// `comment`, with what to use instead of a deprecated item.
pub(crate) fn deprecated(comment: Comment, marks: &Marks) -> Comment {
    match &marks.deprecated {
        Some(note) => comment.command(format!("@deprecated {}", markup::prose(&one_line(note_or_ours(note))))),
        None => comment,
    }
}

/// The attribute that compilers warn by, if `marks` say that an item is deprecated.
pub(crate) fn attribute(names: &Names, marks: &Marks) -> Attribute {
    let note = marks.deprecated.as_deref().map(|note| unevaluated(note_or_ours(note)));
    note.map_or_else(Attribute::default, |note| Attribute::call(&names.value(ours::DEPRECATED), &note))
}

fn note_or_ours(note: &str) -> &str {
    if note.trim().is_empty() { "it should not be used any more" } else { note }
}

fn one_line(note: &str) -> String {
    note.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The inside of a literal that is never a value: compilers allow no numeric escapes in one.
fn unevaluated(note: &str) -> String {
    safe(&one_line(note)).replace('\\', "\\\\").replace('"', "\\\"")
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
