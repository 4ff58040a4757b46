//! Resolution of links in doc comments to items.

mod link;

use super::inventory::Inventory;
use super::item::Item;
use link::{Link, rust_name, without_arguments};

/// The target of a link such as `Error::BadName`, `crate::Vec2`, `fn@visit` or `Recorder::push()`. `Self::push` leads to the only
/// item with such a part, if there is one; [`resolve_in`] knows the item that the link stands in.
#[must_use]
pub fn resolve(inventory: &Inventory, link: &str) -> Option<Item> {
    let link = Link::of(link, &inventory.library)?;
    match link.parts[..] {
        ["Self", member] => {
            let mut found = type_items(inventory).filter_map(|(item, _)| member_of(inventory, item, member));
            found.next().filter(|_| found.next().is_none())
        }
        _ => find_item(inventory, &link),
    }
}

/// The target of a link in the docs of `of`, which is the meaning of `Self` there.
#[must_use]
pub fn resolve_in(inventory: &Inventory, link: &str, of: Item) -> Option<Item> {
    let parsed = Link::of(link, &inventory.library)?;
    let this = of.whole();
    match parsed.parts[..] {
        ["Self"] => Some(this),
        ["Self", member] => member_of(inventory, this, member),
        _ => find_item(inventory, &parsed),
    }
}

/// First the item at the very path, then, if a re-export may be meant, one of that name anywhere.
fn find_item(inventory: &Inventory, link: &Link<'_>) -> Option<Item> {
    let anywhere = link.is_local.then_some(false);
    [Some(true), anywhere]
        .into_iter()
        .flatten()
        .find_map(|exact| whole(inventory, link, exact).or_else(|| part(inventory, link, exact)))
}

/// The item that the link names.
fn whole(inventory: &Inventory, link: &Link<'_>, exact: bool) -> Option<Item> {
    if let Some(instance) = link.instance {
        let is_it = |path: &str| path.strip_suffix(instance).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
        return type_items(inventory).find(|&(_, path)| is_it(path)).map(|(item, _)| item);
    }
    let &name = link.parts.last()?;
    let others = items_with_paths(inventory).filter(|&(item, _)| !is_type(item));
    let mut all = type_items(inventory).chain(others);
    let is_it = |item, path| link.wants.allows(item) && rust_name(path) == name && (!exact || link.is_at(path, 1));
    let (item, path) = all.find(|&(item, path)| is_it(item, path))?;
    // Of a generic type that stands for several, none is meant.
    let is_another = |&(_, other): &(Item, &str)| other != path && without_arguments(other) == without_arguments(path);
    all.find(is_another).is_none().then_some(item)
}

/// The part of an item that the link names.
fn part(inventory: &Inventory, link: &Link<'_>, exact: bool) -> Option<Item> {
    let owner_at = |own: usize| {
        let owner = link.parts.len().checked_sub(own).map(|at| link.parts[at]);
        let is_owner = move |path: &str| Some(rust_name(path)) == owner && (!exact || link.is_at(path, own));
        type_items(inventory).filter(move |&(_, path)| is_owner(path)).map(|(item, _)| item)
    };
    let name = link.parts.last()?;
    let of_types = owner_at(2).filter_map(|item| member_of(inventory, item, name));
    // `Shape::Circle::radius`.
    let of_cases =
        owner_at(3).filter_map(|item| member_of(inventory, member_of(inventory, item, link.parts[link.parts.len() - 2])?, name));
    of_types.chain(of_cases).find(|&item| link.wants.allows(item))
}

/// All items that are types, with their paths.
fn type_items(inventory: &Inventory) -> impl Iterator<Item = (Item, &str)> {
    items_with_paths(inventory).filter(|&(item, _)| is_type(item))
}

fn items_with_paths(inventory: &Inventory) -> impl Iterator<Item = (Item, &str)> {
    inventory.item_ids().map(|item| (item, inventory.item(item).path()))
}

/// A part of `of`, or a constant that is associated with it.
fn member_of(inventory: &Inventory, of: Item, name: &str) -> Option<Item> {
    part_of(inventory, of, name).or_else(|| {
        let is_it =
            |path: &str| path.strip_suffix(name).and_then(|rest| rest.strip_suffix("::")) == Some(inventory.item(of).path());
        inventory.constants.iter().position(|c| is_it(&c.head.path)).map(Item::Constant)
    })
}

fn part_of(inventory: &Inventory, of: Item, name: &str) -> Option<Item> {
    match of {
        Item::Struct(id) => inventory[id].fields.iter().position(|f| f.name == name).map(|at| Item::Field(id, at)),
        Item::Enum(id) => inventory[id].variants.iter().position(|v| v.name == name).map(|at| Item::Variant(id, at)),
        Item::Union(id) => inventory[id].fields.iter().position(|f| f.name == name).map(|at| Item::UnionField(id, at)),
        Item::Tagged(id) => inventory[id].cases.iter().position(|c| c.name == name).map(|at| Item::Case(id, at)),
        Item::Case(id, case) => {
            inventory[id].cases[case].fields.iter().position(|f| f.name == name).map(|at| Item::CaseField(id, case, at))
        }
        Item::Service(id) => {
            let constructor =
                inventory[id].constructors.iter().position(|f| f.head.name == name).map(|at| Item::Constructor(id, at));
            let method =
                || inventory[id].methods.iter().position(|m| m.function.head.name == name).map(|at| Item::Method(id, at));
            constructor.or_else(method)
        }
        Item::Field(..)
        | Item::Variant(..)
        | Item::UnionField(..)
        | Item::CaseField(..)
        | Item::Opaque(_)
        | Item::Callback(_)
        | Item::Constructor(..)
        | Item::Method(..)
        | Item::Function(_)
        | Item::Constant(_) => None,
    }
}

fn is_type(item: Item) -> bool {
    !matches!(item, Item::Function(_) | Item::Constant(_))
}

#[cfg(test)]
mod tests;
