//! Structs: the author's, and those that patterns are.

use crate::aliases::Alias;
use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::definitions::Definition;
use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::{aligned, defaults, layouts, notes, packed, transparent, visibility};
use interoptopus::Writer;
use interoptopus::model::{Field, Item, Repr, Struct, StructId, Type};

/// A struct or a union with all its members.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct StructDefinition {
    /// What error messages call it.
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    /// `struct` or `union`.
    pub(crate) keyword: &'static str,
    pub(crate) name: String,
    pub(crate) members: Vec<Member>,
    /// To how many bytes a member is aligned at most.
    pub(crate) packed: Option<u32>,
    /// What stands in front of the name.
    pub(crate) aligned: String,
    /// The macro with the value that Rust calls the default.
    pub(crate) default: Option<defaults::Initialiser>,
}

/// A member of a struct or a union.
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
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: StructId, refusals: &mut Refusals) -> Definition {
    let Struct { name: _, path, docs, marks, repr, fields, default } = &marshal.inventory[id];
    let name = marshal.names.of(marshal.inventory, ty);
    let comment = visibility::of_item(marshal.comment(docs, Item::Struct(id)), marks);
    let comment = deprecated::comment(comment, marks);
    let deprecated = Deprecated::of(marshal.names, marks);
    let default = default.as_ref().and_then(|values| defaults::of_struct(marshal, ty, id, values, refusals));
    if let Some(inner) = transparent::inner(marshal.inventory, id) {
        let alias = transparent::lower(marshal, path, comment, &name, inner);
        return Definition::Alias(Alias { deprecated, default, ..alias });
    }
    if let Err(reason) = layouts::check(marshal.inventory, ty) {
        refusals.add(path, reason);
    }
    let members = members(marshal, path, fields, |at| Item::Field(id, at), refusals);
    let (packed, aligned) = match *repr {
        Repr::C | Repr::Transparent => (None, String::new()),
        Repr::Packed(to) => (Some(to), String::new()),
        Repr::Aligned(to) => (None, aligned::attribute(marshal.names, to)),
    };
    let plain = StructDefinition::new(path.clone(), comment, name, members);
    Definition::Struct(StructDefinition { deprecated, packed, aligned, default, ..plain })
}

/// The members that `fields` are, each of which is `item` of its place.
pub(crate) fn members(
    marshal: &Marshal<'_>,
    path: &str,
    fields: &[Field],
    item: impl Fn(usize) -> Item,
    refusals: &mut Refusals,
) -> Vec<Member> {
    let mut members: Vec<Member> = Vec::new();
    for (at, Field { name, docs, visibility, ty }) in fields.iter().enumerate() {
        let mut comment = marshal.comment(docs, item(at));
        if let Some(note) = notes::of_field(marshal.inventory, *ty) {
            comment = comment.sentence(note);
        }
        let comment = visibility::of_field(comment, *visibility);
        let declared = Declared::new(marshal.names.field(name), marshal.of(*ty));
        if let Some(same) = members.iter().position(|m| m.declared.name == declared.name) {
            let (other, c_name) = (&fields[same].name, &declared.name);
            refusals.add(path, format!("its fields `{other}` and `{name}` are both called `{c_name}` in C: rename one"));
        }
        members.push(Member { comment, declared });
    }
    members
}

impl StructDefinition {
    pub(crate) fn new(path: String, comment: Comment, name: String, members: Vec<Member>) -> Self {
        let (deprecated, packed, aligned, default) = (Deprecated::default(), None, String::new(), None);
        StructDefinition { path, comment, deprecated, keyword: "struct", name, members, packed, aligned, default }
    }

    /// The types of its members.
    pub(crate) fn types(&self) -> impl Iterator<Item = &CType> {
        self.members.iter().map(|m| &m.declared.ty)
    }

    /// What declares its name before its members are told.
    pub(crate) fn declaration(&self) -> String {
        let StructDefinition { deprecated, keyword, name, .. } = self;
        declaration(deprecated, keyword, name)
    }

    /// `ahead`: whether its name was declared before, and is not to be again.
    pub(crate) fn emit(&self, w: &mut Writer, ahead: bool) {
        let StructDefinition { path: _, comment, deprecated, keyword, name, members, packed, aligned, default } = self;
        comment.emit(w);
        let (open, close) = match ahead {
            true => (format!("{keyword} {aligned}{name} {{"), "};".to_owned()),
            false => (format!("{deprecated}typedef {keyword} {aligned}{name} {{"), format!("}} {name};")),
        };
        packed::emit(w, *packed, |w| w.block(open, close, |w| emit_members(w, members)));
        default.iter().for_each(|default| default.emit(w));
    }
}

/// The lines of `members`.
pub(crate) fn emit_members(w: &mut Writer, members: &[Member]) {
    for Member { comment, declared } in members {
        comment.emit(w);
        w.line(format!("{};", declared.declaration()));
    }
}

/// Declares the name of a struct or union whose members are told later, or never.
pub(crate) fn declaration(deprecated: &Deprecated, keyword: &str, name: &str) -> String {
    format!("{deprecated}typedef {keyword} {name} {name};")
}
