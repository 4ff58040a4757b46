//! Aliases: other names of types, as typedefs are.

use crate::comments::Comment;
use crate::declarator::Declared;
use crate::defaults::Initialiser;
use crate::deprecated::Deprecated;
use interoptopus::Writer;

/// Another name of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alias {
    /// What error messages call it.
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    pub(crate) typedef: Declared,
    /// The macro with the value that Rust calls the default.
    pub(crate) default: Option<Initialiser>,
}

impl Alias {
    pub(crate) fn new(path: String, comment: Comment, typedef: Declared) -> Self {
        Alias { path, comment, deprecated: Deprecated::default(), typedef, default: None }
    }

    pub(crate) fn emit(&self, w: &mut Writer) {
        let Alias { path: _, comment, deprecated, typedef, default } = self;
        comment.emit(w);
        w.lines(format!("{deprecated}typedef {};", typedef.declaration_in_lines()));
        default.iter().for_each(|default| default.emit(w));
    }
}
