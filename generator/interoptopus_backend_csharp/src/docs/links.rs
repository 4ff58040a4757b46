//! Links of Rust's documentation as links to the items of C#.

use crate::names::Names;
use crate::syntax::{Identifier, Path};
use crate::types::Types;
use crate::types::signatures::Conversions;
use interoptopus::model::{Field, Function, Item, Service, Visibility};

/// The `cref` of `item` in the documentation of `of`.
pub(crate) fn to(types: &Types<'_>, item: Item, of: Item) -> String {
    let inventory = types.inventory;
    let named = |item: Item| cref(types.names, types.names.of_item(item), of);
    // What users do not see has no link of its own.
    let field = |of: String, field: &Field| match field.visibility {
        Visibility::Public => format!("{of}.{}", types.names.naming.field(&field.name)),
        Visibility::Internal => of,
    };
    let case = |id, at: usize| format!("{}.{}", named(Item::Tagged(id)), types.names.naming.ty(&inventory[id].cases[at].name));
    match item {
        Item::Struct(_)
        | Item::Enum(_)
        | Item::Union(_)
        | Item::Tagged(_)
        | Item::Opaque(_)
        | Item::Callback(_)
        | Item::Service(_) => named(item),
        Item::UnionField(id, at) => field(named(Item::Union(id)), &inventory[id].fields[at]),
        Item::Case(id, at) => case(id, at),
        Item::CaseField(id, at, in_case) => field(case(id, at), &inventory[id].cases[at].fields[in_case]),
        Item::Field(id, at) => field(named(Item::Struct(id)), &inventory[id].fields[at]),
        Item::Variant(id, at) => {
            format!("{}.{}", named(Item::Enum(id)), types.names.naming.variant(&inventory[id].variants[at].name))
        }
        Item::Constructor(id, at) => {
            let (class, constructor) = (named(Item::Service(id)), &inventory[id].constructors[at]);
            if constructor.head.name == "new" {
                class
            } else {
                called(types, &class, &types.names.naming.method(&constructor.head.name), constructor)
            }
        }
        Item::Method(id, at) => {
            let method = &inventory[id].methods[at].function;
            called(types, &named(Item::Service(id)), &types.names.naming.method(&method.head.name), method)
        }
        Item::Function(at) => {
            let function = &inventory.functions()[at];
            called(
                types,
                &types.names.class_of(&function.head.marks.namespace).to_string(),
                &types.names.naming.function(&function.head.name),
                function,
            )
        }
        Item::Constant(at) => {
            let constant = &inventory.constants()[at];
            format!(
                "{}.{}",
                types.names.class_of(&constant.head.marks.namespace),
                types.names.naming.constant(&constant.head.name)
            )
        }
    }
}

/// The type at `path` in the documentation of `of`, where a member of that name would be found instead.
pub(crate) fn cref(names: &Names<'_>, path: &Path, of: Item) -> String {
    names.cref(path, |member| has_member(names, of, member))
}

/// Whether what `of` is, or belongs to, has a member that is called so.
fn has_member(names: &Names<'_>, of: Item, name: &Identifier) -> bool {
    let Names { inventory, naming, .. } = names;
    match of {
        Item::Struct(id) | Item::Field(id, _) => inventory[id].fields.iter().any(|f| naming.field(&f.name) == *name),
        Item::Union(id) | Item::UnionField(id, _) => inventory[id].fields.iter().any(|f| naming.field(&f.name) == *name),
        Item::Enum(id) | Item::Variant(id, _) => inventory[id].variants.iter().any(|v| naming.variant(&v.name) == *name),
        Item::Tagged(id) | Item::Case(id, _) | Item::CaseField(id, _, _) => {
            let cases = &inventory[id].cases;
            cases.iter().any(|c| naming.ty(&c.name) == *name || c.fields.iter().any(|f| naming.field(&f.name) == *name))
        }
        Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => {
            let Service { constructors, methods, .. } = &inventory[id];
            let functions = constructors.iter().chain(methods.iter().map(|m| &m.function));
            functions.map(|f| naming.method(&f.head.name)).any(|member| member == *name)
        }
        Item::Function(_) | Item::Constant(_) => names.functions_and_constants.contains(name),
        Item::Opaque(_) | Item::Callback(_) => false,
    }
}

/// A method of `class`; with its parameters where another takes them as bytes, since a link must not be ambiguous.
fn called(types: &Types<'_>, class: &str, name: &Identifier, function: &Function) -> String {
    let method = format!("{class}.{name}");
    match types.conversions(function) {
        Some(Conversions { passed, passed_bytes: Some(_), returned: _ }) => {
            let taken: Vec<String> = passed.iter().map(|passed| passed.public.cref()).collect();
            format!("{method}({})", taken.join(", "))
        }
        Some(Conversions { passed: _, passed_bytes: None, returned: _ }) | None => method,
    }
}
