//! Lines that are the same whatever is declared, such as macros that tell compilers apart.

use crate::comments::Comment;
use crate::conditions::Condition;
use interoptopus::Writer;

/// Lines of C, as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verbatim {
    /// The comment above them.
    pub comment: Comment,
    /// The lines.
    pub lines: String,
    /// Which compilers see them, and the comment.
    pub condition: Option<Condition>,
}

impl Verbatim {
    /// `lines` without a comment, for all compilers.
    #[must_use]
    pub fn plain(lines: impl Into<String>) -> Self {
        Verbatim { lines: lines.into(), ..Verbatim::default() }
    }

    /// Prints the lines.
    pub fn emit(&self, w: &mut Writer) {
        let Verbatim { comment, lines, condition } = self;
        Condition::emit(condition.as_ref(), w, |w| {
            comment.emit(w);
            w.lines(lines);
        });
    }
}
