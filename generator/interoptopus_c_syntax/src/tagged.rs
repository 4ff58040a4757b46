//! Tagged unions: a tag, and a union of one struct a case.

use crate::comments::Comment;
use crate::enums::Enum;
use crate::forwards::Forward;
use crate::structs::{Member, Struct};
use crate::types::{CType, Declared};
use interoptopus::Writer;

/// The member that says which case it is.
pub const TAG: &str = "tag";
/// The member that is the union of what the cases hold.
pub const PAYLOAD: &str = "payload";

/// A struct of a tag and a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The comment above it.
    pub comment: Comment,
    /// Its name, and what stands in front of its declaration.
    pub head: Forward,
    /// The type of the tag, and its values.
    pub tag: Enum,
    /// The cases that hold anything.
    pub cases: Vec<Case>,
}

/// A case that holds anything.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// The member of the union.
    pub member: String,
    /// The type of the member.
    pub holds: Struct,
}

impl Tagged {
    /// Prints the definitions: the tag's, the cases', then that of the whole, which `is_declared` already, or is not.
    pub(crate) fn emit(&self, w: &mut Writer, is_declared: bool) {
        let Tagged { comment, head, tag, cases } = self;
        tag.emit(w);
        for Case { member: _, holds } in cases {
            w.blank();
            holds.emit(w, false);
        }
        w.blank();
        comment.emit(w);
        let (open, close) = head.around("", is_declared);
        w.block(open, close, |w| {
            tag.typedef.iter().for_each(|tag| w.line(format!("{} {TAG};", tag.name)));
            w.block("union {", format!("}} {PAYLOAD};"), |w| {
                for Case { member, holds } in cases {
                    Member::plain(Declared::new(member, CType::named(&holds.head.name))).emit(w);
                }
            });
        });
    }
}
