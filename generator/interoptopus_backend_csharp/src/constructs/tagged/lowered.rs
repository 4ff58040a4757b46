//! An enum with data of C#: its tag and its cases, each of which has a body, the struct or the class of its fields.

use crate::constructs::structs::{StructField, StructType};
use crate::docs;
use crate::names::members::{OWN, accessor, own_member};
use crate::names::twins::raw_name;
use crate::names::{Scope, reserved};
use crate::syntax::{self, CsType, Documented, Identifier};
use crate::types::{Types, access, layouts};
use interoptopus::Refusals;
use interoptopus::model::{Case, Field, Head, Item, Subject, Tagged, TaggedId, Type};

/// An enum with data of C#.
pub(crate) struct TaggedType<Body> {
    pub(crate) name: String,
    pub(crate) access: &'static str,
    pub(crate) documented: Documented,
    /// The integer that is the tag.
    pub(crate) underlying: CsType,
    pub(crate) cases: Vec<TaggedCase<Body>>,
}

/// A case, which is a type within.
pub(crate) struct TaggedCase<Body> {
    pub(crate) name: Identifier,
    /// The name of a parameter for it.
    pub(crate) parameter: Identifier,
    pub(crate) tag: i128,
    pub(crate) body: Body,
}

/// An enum with data whose cases are structs.
pub(crate) type TaggedStruct = TaggedType<StructType>;

/// A case that is a struct.
pub(crate) type CaseStruct = TaggedCase<StructType>;

/// A case before its body is lowered.
pub(crate) struct RustCase<'a> {
    pub(crate) name: &'a Identifier,
    pub(crate) subject: &'a Subject,
    pub(crate) documented: Documented,
    pub(crate) fields: &'a [Field],
    /// The item of each field.
    pub(crate) item: &'a dyn Fn(usize) -> Item,
    /// The names that mean the cases within, also where a field is of a type that is called so.
    pub(crate) shadowed: &'a [Identifier],
}

/// The enum `id`, which is a `keyword` of C#, of the bodies that `body` lowers.
pub(crate) fn lower<Body>(
    types: &Types<'_>,
    (ty, id): (Type, TaggedId),
    keyword: &str,
    refusals: &mut Refusals,
    body: impl Fn(RustCase<'_>, &mut Refusals) -> Body,
) -> TaggedType<Body> {
    let Tagged { head: Head { docs, .. }, repr, cases } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let underlying = syntax::primitive(*repr, types.dialect);
    if underlying.is_address() {
        refusals.add(
            &Subject::ty(types.inventory, ty),
            "an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size",
        );
    }
    let mut scope = Scope::new(format!("the {keyword} `{name}`"), reserved::INHERITED, &format!("what every {keyword} has"));
    reserved::USED_IN_CASES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    OWN.iter().for_each(|own| scope.reserve(own_member(&name, own), "what every enum with data has"));
    scope.reserve(&name, &format!("the {keyword} itself (no member can be named as its type)"));
    let named = cases.iter().map(|c| types.names.naming.ty(&c.name));
    let shadowed: Vec<_> = named.flat_map(|case| [raw_name(case.word()).into(), case]).collect();
    let mut lowered = Vec::new();
    for (at, Case { name: rust, docs, value, fields }) in cases.iter().enumerate() {
        let subject = Subject::item(types.inventory, Item::Case(id, at));
        let (parameter, name) = (types.names.naming.parameter(rust, at), types.names.naming.ty(rust));
        scope.claim(&name, &subject, refusals);
        scope.claim(&accessor(&name), &subject, refusals);
        let item = |field| Item::CaseField(id, at, field);
        for (field, Field { ty, .. }) in fields.iter().enumerate() {
            refusals.take(&Subject::item(types.inventory, item(field)), layouts::beside(types.inventory, *ty));
        }
        let documented = docs::of(types, docs, Item::Case(id, at));
        let case = RustCase { name: &name, subject: &subject, documented, fields, item: &item, shadowed: &shadowed };
        let body = body(case, refusals);
        lowered.push(TaggedCase { name, parameter, tag: *value, body });
    }
    let documented = docs::of(types, docs, Item::Tagged(id));
    TaggedType { name, access: access::of_type(types, ty), documented, underlying, cases: lowered }
}

impl CaseStruct {
    pub(crate) fn fields(&self) -> &[StructField] {
        &self.body.fields
    }

    pub(super) fn has_data(&self) -> bool {
        !self.fields().is_empty()
    }
}

impl<Body> TaggedType<Body> {
    /// The enum of the tags.
    pub(crate) fn tag(&self) -> String {
        format!("{}Tag", self.name)
    }

    /// The name of the member that would be `wanted`.
    pub(crate) fn own(&self, wanted: &str) -> String {
        own_member(&self.name, wanted)
    }
}

impl TaggedStruct {
    pub(super) fn has_payload(&self) -> bool {
        self.cases.iter().any(CaseStruct::has_data)
    }
}
