//! Definitions of types, in the order that the inventory says.

use super::names::c_name;
use super::{carriers, primitives, types};
use interoptopus::Refusals;
use interoptopus::model::{
    self, Access, CallbackId, Checked, Content, Defined, Field, Parameter, Repr, TaggedId, Type, TypeKind,
};
use interoptopus_c_syntax::{
    Alias, Attribute, CType, Case, Comment, Declared, Definition, Enum, Forward, Incomplete, Kind, Member,
};
use interoptopus_c_syntax::{Struct, Tagged};

/// The definitions of all types that need one, each with its type.
pub(crate) fn lower(inventory: &Checked, refusals: &mut Refusals) -> Vec<(Type, Definition)> {
    let (defined, circles) = model::definitions(inventory);
    refusals.add_circles(inventory, &circles, "cffi can declare in no order");
    let all: Vec<(Defined, Kind)> =
        defined.into_iter().filter_map(|defined| kind(inventory, defined.ty).map(|kind| (defined, kind))).collect();
    let forward = |ty: &Type| all.iter().find(|(defined, _)| defined.ty == *ty).and_then(|(_, kind)| kind.forward().cloned());
    let definition = |(Defined { ty, ahead, is_declared }, kind): &(Defined, Kind)| {
        let ahead = ahead.iter().filter_map(forward).collect();
        (*ty, Definition { ahead, is_declared: *is_declared, condition: None, kind: kind.clone() })
    };
    all.iter().map(definition).collect()
}

/// The definition of `ty`; none for a result without a value, which is a status.
fn kind(inventory: &Checked, ty: Type) -> Option<Kind> {
    let alias = |ty: CType, name: String| Kind::Alias(Alias::new(Comment::default(), Declared::new(name, ty)));
    let structure = |keyword, members| {
        let head = forward(inventory, ty, keyword);
        Struct { comment: Comment::default(), head, members, packed: None, aligned: String::new(), default: None }
    };
    let pattern = |members: [Declared; 2]| Kind::Struct(structure("struct", members.map(Member::plain).into()));
    let field = |name: &str, ty| Declared::new(name, types::c_type(inventory, ty));
    let plain = |name: &str, ty: &str| Declared::new(name, CType::named(ty));
    let name = || types::name(inventory, ty);
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => Some(match model::transparent(inventory, ty) {
            Some(inner) => alias(types::c_type(inventory, inner), name()),
            None => {
                let packed = if let Repr::Packed(most) = inventory[id].repr { Some(most) } else { None };
                Kind::Struct(Struct { packed, ..structure("struct", members(inventory, &inventory[id].fields)) })
            }
        }),
        TypeKind::Union(id) => Some(Kind::Struct(structure("union", members(inventory, &inventory[id].fields)))),
        TypeKind::Tagged(id) => Some(Kind::Tagged(tagged(inventory, ty, id))),
        TypeKind::Enum(id) => Some(alias(CType::named(primitives::c_type(inventory[id].repr)), name())),
        TypeKind::Opaque(_) | TypeKind::Service(_) => {
            Some(Kind::Incomplete(Incomplete { comment: Comment::default(), head: forward(inventory, ty, "struct") }))
        }
        TypeKind::Callback { id, nullable: _ } => Some(alias(callback(inventory, id), name())),
        TypeKind::Slice { element, access, nullable: _ } => {
            Some(pattern([Declared::new("data", types::elements(inventory, element, access)), plain("len", "size_t")]))
        }
        TypeKind::Str { nullable: _ } => Some(pattern([Declared::new("data", types::text()), plain("len", "size_t")])),
        TypeKind::Owned { content, nullable: _ } => {
            let data = match content {
                Content::Text => CType::named("char").pointer(),
                Content::Elements(element) => types::elements(inventory, element, Access::Write),
            };
            Some(pattern([Declared::new("data", data), plain("len", "size_t")]))
        }
        TypeKind::Option { value } => Some(pattern([field("value", value), plain("is_some", "bool")])),
        TypeKind::Outcome { value } => Some(pattern([plain("status", "int32_t"), field("value", value)])),
        TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => None,
    }
}

fn forward(inventory: &Checked, ty: Type, keyword: &'static str) -> Forward {
    Forward { attribute: Attribute::default(), keyword, name: types::name(inventory, ty) }
}

fn members(inventory: &Checked, fields: &[Field]) -> Vec<Member> {
    let member = |Field { name, docs: _, visibility: _, ty }: &Field| {
        Member::plain(Declared::new(c_name(name), types::c_type(inventory, *ty)))
    };
    fields.iter().map(member).collect()
}

/// An enum with data: its tag's values and its cases have no names of their own in C.
fn tagged(inventory: &Checked, ty: Type, id: TaggedId) -> Tagged {
    let typedef = Some(Declared::new("", CType::named(primitives::c_type(inventory[id].repr))));
    let (comment, attribute) = (Comment::default(), Attribute::default());
    let tag = Enum { comment, attribute, typedef, enumerators: Vec::new(), macros: Vec::new() };
    let holding = inventory[id].cases.iter().filter(|case| !case.fields.is_empty());
    let case = |case: &interoptopus::model::Case| {
        let holds = Struct::new(Comment::default(), "", members(inventory, &case.fields));
        Case { member: c_name(&case.name), holds }
    };
    Tagged { comment: Comment::default(), head: forward(inventory, ty, "struct"), tag, cases: holding.map(case).collect() }
}

fn callback(inventory: &Checked, id: CallbackId) -> CType {
    let parameter = |p: &Parameter| Declared::new(c_name(&p.name), carriers::c_type(inventory, p.ty));
    let parameters = inventory[id].parameters.iter().map(parameter).collect();
    CType::Function { returns: Box::new(carriers::c_type(inventory, inventory[id].returns)), parameters }.pointer()
}
