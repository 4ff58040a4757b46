//! Enums with data: a tag and a union of structs, one a case that holds anything.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::deprecated::{self, Deprecated};
use crate::enums::{self, EnumDefinition};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::structs::{self, Member, StructDefinition};
use crate::{layouts, visibility};
use interoptopus::Writer;
use interoptopus::model::{Case, Item, Tagged, TaggedId, Type};

/// The members of the struct that the whole is.
pub(crate) const TAG: &str = "tag";
pub(crate) const PAYLOAD: &str = "payload";

/// A tag, and what there is for each of its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TaggedDefinition {
    pub(crate) path: String,
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    pub(crate) name: String,
    pub(crate) tag: EnumDefinition,
    /// What the cases hold that hold anything.
    pub(crate) cases: Vec<CaseDefinition>,
}

/// What a case holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CaseDefinition {
    /// As the model calls it.
    pub(crate) case: String,
    /// The member of the union.
    pub(crate) member: String,
    pub(crate) holds: StructDefinition,
}

/// The enum `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> TaggedDefinition {
    let Tagged { name: _, path, docs, marks, repr, cases } = &marshal.inventory[id];
    if let Err(reason) = layouts::check(marshal.inventory, ty) {
        refusals.add(path, reason);
    }
    let name = marshal.names.of(marshal.inventory, ty);
    let values = cases.iter().enumerate().map(|(at, Case { name: _, docs, value, fields: _ })| {
        (marshal.comment(docs, Item::Case(id, at)), marshal.names.case(marshal.inventory, id, at), *value)
    });
    let of_tag = format!("Which case a #{name} is. {}: {}", enums::size(marshal.names, *repr), enums::VALUES);
    let typedef = Declared::new(marshal.names.tag(marshal.inventory, id), enums::integer(marshal.names, *repr));
    let tag = EnumDefinition::new(marshal.names, Comment::text(of_tag), Some(typedef), *repr, values);
    let holding = cases.iter().enumerate().filter(|(_, case)| !case.fields.is_empty());
    let cases: Vec<CaseDefinition> = holding.map(|(at, case)| lower_case(marshal, path, id, at, case, refusals)).collect();
    for (at, case) in cases.iter().enumerate() {
        if let Some(same) = cases[..at].iter().find(|other| other.member == case.member) {
            let (one, other, member) = (&same.case, &case.case, &case.member);
            refusals.add(path, format!("its variants `{one}` and `{other}` are both called `{member}` in C: rename one"));
        }
    }
    let comment = marshal.comment(docs, Item::Tagged(id));
    let comment = comment.sentence("Only what `tag` says is in the `payload`.");
    let comment = deprecated::comment(visibility::of_item(comment, marks), marks);
    TaggedDefinition { path: path.clone(), comment, deprecated: Deprecated::of(marshal.names, marks), name, tag, cases }
}

fn lower_case(
    marshal: &Marshal<'_>,
    path: &str,
    id: TaggedId,
    at: usize,
    case: &Case,
    refusals: &mut Refusals,
) -> CaseDefinition {
    let members = structs::members(marshal, path, &case.fields, |field| Item::CaseField(id, at, field), refusals);
    let comment = Comment::text(format!("What there is with #{}.", marshal.names.case(marshal.inventory, id, at)));
    let name = marshal.names.case_type(marshal.inventory, id, at);
    let holds = StructDefinition::new(format!("{path}::{}", case.name), comment, name, members);
    CaseDefinition { case: case.name.clone(), member: marshal.names.case_member(&case.name), holds }
}

impl TaggedDefinition {
    /// The types of all that it holds.
    pub(crate) fn types(&self) -> impl Iterator<Item = &CType> {
        self.cases.iter().flat_map(|case| case.holds.types())
    }

    /// What declares its name before the rest is told.
    pub(crate) fn declaration(&self) -> String {
        structs::declaration(&self.deprecated, "struct", &self.name)
    }

    /// `ahead`: whether its name was declared before, and is not to be again.
    pub(crate) fn emit(&self, w: &mut Writer, ahead: bool) {
        let TaggedDefinition { path: _, comment, deprecated, name, tag, cases } = self;
        tag.emit(w);
        for CaseDefinition { case: _, member: _, holds } in cases {
            w.blank();
            holds.emit(w, false);
        }
        w.blank();
        comment.emit(w);
        let (open, close) = match ahead {
            true => (format!("struct {name} {{"), "};".to_owned()),
            false => (format!("{deprecated}typedef struct {name} {{"), format!("}} {name};")),
        };
        w.block(open, close, |w| {
            tag.typedef.iter().for_each(|tag| w.line(format!("{} {TAG};", tag.name)));
            w.block("union {", format!("}} {PAYLOAD};"), |w| {
                let member = |case: &CaseDefinition| Member::plain(Declared::new(&case.member, CType::named(&case.holds.name)));
                structs::emit_members(w, &cases.iter().map(member).collect::<Vec<_>>());
            });
        });
    }
}
