//! What is not meant for everybody: C has no way to hide it, so it is said.

use crate::comments::Comment;
use interoptopus::model::{Marks, Visibility};

/// `comment` with what `marks` say of whom an item is for.
pub(crate) fn of_item(comment: Comment, marks: &Marks) -> Comment {
    match marks.visibility {
        Visibility::Public => comment,
        Visibility::Internal => comment.sentence("Internal: it is no part of the library's public interface."),
    }
}

/// The same of a member, which must be there for the layout.
pub(crate) fn of_field(comment: Comment, visibility: Visibility) -> Comment {
    match visibility {
        Visibility::Public => comment,
        Visibility::Internal => comment.sentence("Private to the library: copy it with the rest, and leave it as it is."),
    }
}
