//! Enums with data: a tag and a union of structs, one a case that holds anything.

use super::{enums, structs};
use crate::docs;
use crate::types::{Types, layouts};
use interoptopus::Refusals;
use interoptopus::model::{self, Head, Item, Subject, TaggedId, Type};
use interoptopus_c_syntax::{Case, Comment, Declared, Forward, Struct, Tagged};

/// The enum `id`, which is the type `ty`.
pub(crate) fn lower(types: &Types<'_>, ty: Type, id: TaggedId, refusals: &mut Refusals) -> Tagged {
    let model::Tagged { head: Head { docs: text, marks, .. }, repr, cases } = &types.inventory[id];
    if let Err(reason) = layouts::check(types.inventory, ty) {
        refusals.add(&Subject::ty(types.inventory, ty), reason);
    }
    let name = types.names.of(types.inventory, ty);
    let values = cases.iter().enumerate().map(|(at, case)| {
        (docs::comment(types, &case.docs, Item::Case(id, at)), types.names.case(types.inventory, id, at), case.value)
    });
    let of_tag = format!("Which case a #{name} is. {}: {}", enums::size(types.names, *repr), enums::ONE);
    let typedef = Declared::new(types.names.tag(types.inventory, id), enums::integer(types.names, *repr));
    let tag = enums::with_values(types.names, Comment::text(of_tag), Some(typedef), *repr, values);
    let mut held: Vec<(&model::Case, Case)> = Vec::new();
    for (at, case) in cases.iter().enumerate().filter(|(_, case)| !case.fields.is_empty()) {
        let lowered = lower_case(types, id, at, case, refusals);
        if let Some((same, _)) = held.iter().find(|(_, other)| other.member == lowered.member) {
            let (one, other, member) = (&same.name, &case.name, &lowered.member);
            let whole = Subject::ty(types.inventory, ty);
            refusals.add(&whole, format!("its variants `{one}` and `{other}` are both named `{member}` in C: rename one"));
        }
        held.push((case, lowered));
    }
    let comment = docs::comment(types, text, Item::Tagged(id)).sentence("Only what `tag` says is in the `payload`.");
    let head = Forward { attribute: docs::attribute(types.names, marks), keyword: "struct", name };
    Tagged { comment: docs::marked(comment, marks), head, tag, cases: held.into_iter().map(|(_, case)| case).collect() }
}

/// The case at `at`, which holds something.
fn lower_case(types: &Types<'_>, id: TaggedId, at: usize, case: &model::Case, refusals: &mut Refusals) -> Case {
    let members = structs::members(types, &case.fields, |field| Item::CaseField(id, at, field), refusals);
    let comment = Comment::text(format!("What there is with #{}.", types.names.case(types.inventory, id, at)));
    let holds = Struct::new(comment, types.names.case_type(types.inventory, id, at), members);
    Case { member: types.names.case_member(&case.name), holds }
}
