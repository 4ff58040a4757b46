//! Links of Rust's docs as links of Doxygen: each leads to what the item is called in C.

use super::markup;
use crate::types::Types;
use interoptopus::model::{self, Item, Type, TypeKind};

/// The link to what `target` means in the docs of `of`; none if nothing in the header is meant.
pub(crate) fn link(types: &Types<'_>, of: Item, target: &str, shown: &str, is_code: bool) -> Option<String> {
    let item = model::resolve_in(types.inventory, target, of)?;
    let (bare, linked) = destination(types, item)?;
    let shown_name = shown.trim_end_matches("()");
    // What shows a name shows C's; what shows words keeps them.
    if is_code || target == shown || target.ends_with(&format!("::{shown_name}")) {
        Some(linked)
    } else {
        Some(format!("@ref {bare} \"{}\"", markup::text(shown).replace('"', "'")))
    }
}

/// The name of `item` after `@ref`, and as a link of its own.
fn destination(types: &Types<'_>, item: Item) -> Option<(String, String)> {
    let Types { inventory, names, .. } = types;
    let named = |name: String| Some((name.clone(), format!("#{name}")));
    let function = |symbol: &str| Some((format!("{symbol}()"), format!("{symbol}()")));
    let member = |owner: String, field: String| {
        let field = format!("{owner}::{field}");
        Some((field.clone(), field))
    };
    match item {
        Item::Struct(id) => names.item(inventory, TypeKind::Struct(id)).and_then(named),
        Item::Union(id) => names.item(inventory, TypeKind::Union(id)).and_then(named),
        Item::Tagged(id) => names.item(inventory, TypeKind::Tagged(id)).and_then(named),
        Item::Opaque(id) => names.item(inventory, TypeKind::Opaque(id)).and_then(named),
        Item::Callback(id) => names.item(inventory, TypeKind::Callback { id, nullable: false }).and_then(named),
        Item::Service(id) => names.item(inventory, TypeKind::Service(id)).and_then(named),
        Item::Enum(id) => {
            let ty: Option<Type> = inventory.find(TypeKind::Enum(id));
            let declared = ty.is_some_and(|ty| types.has_typedef(ty, inventory[id].error));
            ty.filter(|_| declared).map(|ty| names.of(inventory, ty)).and_then(named)
        }
        Item::Variant(id, at) => named(names.variant(inventory, id, at)),
        Item::Constant(at) => named(names.constant(&inventory.constants()[at])),
        Item::Field(id, at) => {
            let owner = names.item(inventory, TypeKind::Struct(id))?;
            member(owner, names.field(&inventory[id].fields[at].name))
        }
        Item::UnionField(id, at) => {
            let owner = names.item(inventory, TypeKind::Union(id))?;
            member(owner, names.field(&inventory[id].fields[at].name))
        }
        Item::Case(id, at) => named(names.case(inventory, id, at)),
        Item::CaseField(id, case, at) => {
            let owner = names.case_type(inventory, id, case);
            member(owner, names.field(&inventory[id].cases[case].fields[at].name))
        }
        Item::Constructor(id, at) => function(&inventory[id].constructors[at].symbol),
        Item::Method(id, at) => function(&inventory[id].methods[at].function.symbol),
        Item::Function(at) => function(&inventory.functions()[at].symbol),
    }
}
