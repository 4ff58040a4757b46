//! Structs and unions.

use crate::attributes::Attribute;
use crate::comments::Comment;
use crate::constants::Initialiser;
use crate::forwards::Forward;
use crate::types::Declared;
use interoptopus::Writer;

/// A struct or a union with all its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Struct {
    /// The comment above it.
    pub comment: Comment,
    /// Its name, and what stands in front of its declaration.
    pub head: Forward,
    /// Its members, in the order of their memory.
    pub members: Vec<Member>,
    /// To how many bytes a member is aligned at most: a pragma that all compilers know, as C99 has no word for it.
    pub packed: Option<u32>,
    /// The attribute between `struct` and the name, with a space behind it; empty for none.
    pub aligned: String,
    /// A macro that initialises a variable of the type.
    pub default: Option<Initialiser>,
}

/// A member of a struct or a union.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// The comment above it.
    pub comment: Comment,
    /// Name and type.
    pub declared: Declared,
}

impl Member {
    /// A member without a comment.
    #[must_use]
    pub fn plain(declared: Declared) -> Self {
        Member { comment: Comment::default(), declared }
    }

    /// Prints the declaration.
    pub fn emit(&self, w: &mut Writer) {
        let Member { comment, declared } = self;
        comment.emit(w);
        w.line(format!("{};", declared.declaration()));
    }
}

impl Struct {
    /// A struct, laid out by the rules of C alone.
    #[must_use]
    pub fn new(comment: Comment, name: impl Into<String>, members: Vec<Member>) -> Self {
        let head = Forward { attribute: Attribute::default(), keyword: "struct", name: name.into() };
        Struct { comment, head, members, packed: None, aligned: String::new(), default: None }
    }

    /// Prints the definition of what `is_declared` already, or is not.
    pub(crate) fn emit(&self, w: &mut Writer, is_declared: bool) {
        let Struct { comment, head, members, packed, aligned, default } = self;
        comment.emit(w);
        let (open, close) = head.around(aligned, is_declared);
        let members = |w: &mut Writer| w.block(open, close, |w| members.iter().for_each(|member| member.emit(w)));
        match packed {
            None => members(w),
            Some(to) => {
                w.line(format!("#pragma pack(push, {to})"));
                members(w);
                w.line("#pragma pack(pop)");
            }
        }
        default.iter().for_each(|default| default.emit(w));
    }
}
