//! Links of Rust's docs as links of Doxygen: each leads to what the item is called in C.

use crate::enums;
use crate::markup;
use crate::marshal::Marshal;
use interoptopus::model::{Item, Type, TypeKind};

/// The link to what `target` means in the docs of `of`; none if nothing in the header is meant.
pub(crate) fn link(marshal: &Marshal<'_>, of: Item, target: &str, shown: &str, is_code: bool) -> Option<String> {
    let item = marshal.inventory.resolve_in(target, of)?;
    let (bare, linked) = destination(marshal, item)?;
    let shown_name = shown.trim_end_matches("()");
    // What shows a name shows C's; what shows words keeps them.
    if is_code || target == shown || target.ends_with(&format!("::{shown_name}")) {
        Some(linked)
    } else {
        Some(format!("@ref {bare} \"{}\"", markup::text(shown).replace('"', "'")))
    }
}

/// What `item` is called after `@ref`, and as a link of its own.
fn destination(marshal: &Marshal<'_>, item: Item) -> Option<(String, String)> {
    let Marshal { inventory, names, .. } = marshal;
    let named = |name: String| Some((name.clone(), format!("#{name}")));
    let function = |symbol: &str| Some((format!("{symbol}()"), format!("{symbol}()")));
    match item {
        Item::Struct(id) => named(names.ty(&inventory[id].name)),
        Item::Opaque(id) => named(names.ty(&inventory[id].name)),
        Item::Callback(id) => named(names.ty(&inventory[id].name)),
        Item::Service(id) => named(names.ty(&inventory[id].name)),
        Item::Enum(id) => {
            let ty: Option<Type> = inventory.find(TypeKind::Enum(id));
            let declared = ty.is_some_and(|ty| enums::has_typedef(marshal, ty, inventory[id].error));
            declared.then(|| names.ty(&inventory[id].name)).and_then(named)
        }
        Item::Union(_) | Item::UnionField(..) | Item::Tagged(_) | Item::Case(..) | Item::CaseField(..) => None,
        Item::Variant(id, at) => named(names.variant(inventory, id, at)),
        Item::Constant(at) => named(names.constant(&inventory.constants()[at])),
        Item::Field(id, at) => {
            let field = format!("{}::{}", names.ty(&inventory[id].name), names.local(&inventory[id].fields[at].name));
            Some((field.clone(), field))
        }
        Item::Constructor(id, at) => function(&inventory[id].constructors[at].symbol),
        Item::Method(id, at) => function(&inventory[id].methods[at].function.symbol),
        Item::Function(at) => function(&inventory.functions()[at].symbol),
    }
}
