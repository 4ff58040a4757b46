//! Structs: the author's, and those that patterns are.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::{layouts, notes};
use interoptopus::Writer;
use interoptopus::model::{Field, Item, Struct, StructId, Type};

/// A struct with all its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StructDefinition {
    /// What error messages call it.
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) name: String,
    pub(crate) members: Vec<Member>,
}

/// A member of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    pub(crate) comment: Comment,
    pub(crate) declared: Declared,
}

impl Member {
    /// A member that needs no comment.
    pub(crate) fn plain(declared: Declared) -> Self {
        Member { comment: Comment::default(), declared }
    }
}

/// The struct `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: StructId, refusals: &mut Refusals) -> StructDefinition {
    let Struct { name: _, path, docs, fields, marks: _, repr: _, default: _ } = &marshal.inventory[id];
    if let Err(reason) = layouts::check(marshal.inventory, ty, fields) {
        refusals.add(path, reason);
    }
    let mut members: Vec<Member> = Vec::new();
    for (at, Field { name, docs, ty, visibility: _ }) in fields.iter().enumerate() {
        let mut comment = marshal.comment(docs, Item::Field(id, at));
        if let Some(note) = notes::of_field(marshal.inventory, *ty) {
            comment = comment.sentence(note);
        }
        let declared = Declared::new(marshal.names.local(name), marshal.of(*ty));
        if let Some(same) = members.iter().position(|m| m.declared.name == declared.name) {
            let (other, c_name) = (&fields[same].name, &declared.name);
            refusals.add(path, format!("its fields `{other}` and `{name}` are both called `{c_name}` in C: rename one"));
        }
        members.push(Member { comment, declared });
    }
    StructDefinition::new(path.clone(), marshal.comment(docs, Item::Struct(id)), marshal.names.of(marshal.inventory, ty), members)
}

impl StructDefinition {
    pub(crate) fn new(path: String, comment: Comment, name: String, members: Vec<Member>) -> Self {
        StructDefinition { path, comment, name, members }
    }

    /// The types of its members.
    pub(crate) fn types(&self) -> impl Iterator<Item = &CType> {
        self.members.iter().map(|m| &m.declared.ty)
    }

    /// `ahead`: whether its name was declared before, and is not to be again.
    pub(crate) fn emit(&self, w: &mut Writer, ahead: bool) {
        let StructDefinition { path: _, comment, name, members } = self;
        comment.emit(w);
        let (open, close) = match ahead {
            true => (format!("struct {name} {{"), "};".to_owned()),
            false => (format!("typedef struct {name} {{"), format!("}} {name};")),
        };
        w.block(open, close, |w| {
            for Member { comment, declared } in members {
                comment.emit(w);
                w.line(format!("{};", declared.declaration()));
            }
        });
    }
}

/// Declares the name of a struct whose members are told later, or never.
pub(crate) fn declare(w: &mut Writer, name: &str) {
    w.line(format!("typedef struct {name} {name};"));
}
