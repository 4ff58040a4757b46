//! Items and fields that are not meant for everybody: C has no way to hide them, so it is said.

use interoptopus::model::{Marks, Visibility};
use interoptopus_c_syntax::Comment;

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
