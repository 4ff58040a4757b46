//! Omissions: the items that are left out of an inventory, and all that use them.

use crate::model::inventory::Inventory;
use crate::model::item::Item;
use crate::model::items::Function;
use crate::model::subject::{Id, Subject};
use crate::model::type_names::type_path;
use crate::model::types::{ServiceId, Type, TypeKind};
use crate::model::uses::{types_in, types_in_function};
use std::collections::HashSet;

/// An item that is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Omission {
    /// The item, the constructor or the method.
    pub(crate) item: Subject,
    /// The path of another omitted item that it uses; none for an item that was named.
    pub(crate) because: Option<String>,
}

/// All items that are left out.
pub(super) struct Omissions {
    /// The items, and the constructors and methods of services that stay.
    pub(super) items: HashSet<Item>,
    pub(super) why: Vec<Omission>,
    /// Types that are no items.
    types: HashSet<Type>,
}

/// `items`, and all that use them.
pub(super) fn find<'a>(inventory: &Inventory, items: impl IntoIterator<Item = &'a Subject>) -> Omissions {
    let (mut named, mut types) = (HashSet::new(), HashSet::new());
    for subject in items {
        match subject.id {
            Id::Item(item) => drop(named.insert(item)),
            Id::Type(ty) => drop(types.insert(ty)),
            Id::Configuration => {}
        }
    }
    let mut gone = Omissions { items: HashSet::new(), why: Vec::new(), types };
    let mut went = 1;
    while went > 0 {
        let before = gone.why.len();
        for item in inventory.item_ids() {
            if gone.items.contains(&item) {
                continue;
            }
            let its = inventory.item(item);
            if let Item::Service(id) = item {
                inventory
                    .functions_of(id)
                    .for_each(|(member, function)| gone.consider_method(inventory, member, function, &named));
            }
            let because = match item {
                _ if named.contains(&item) => None,
                // Whatever its methods use, it can be without them.
                Item::Service(id) if inventory.functions_of(id).all(|(member, _)| !gone.items.contains(&member)) => continue,
                Item::Service(id) => match made(inventory, id, &gone) {
                    true => continue,
                    false => Some("all that makes an object of it".to_owned()),
                },
                _ => match types_in(inventory, its).into_iter().find_map(|ty| gone.of(inventory, ty)) {
                    Some(other) => Some(other),
                    None => continue,
                },
            };
            gone.add(inventory, item, because);
        }
        went = gone.why.len() - before;
    }
    gone
}

/// True if something still makes an object of the service.
fn made(inventory: &Inventory, service: ServiceId, gone: &Omissions) -> bool {
    let is_left = |item: Item| ![Some(item), item.owner()].iter().flatten().any(|item| gone.items.contains(item));
    let mut functions = inventory.all_functions();
    functions.any(|(item, f)| *inventory.kind(f.returns) == TypeKind::Service(service) && is_left(item))
}

impl Omissions {
    fn add(&mut self, inventory: &Inventory, item: Item, because: Option<String>) {
        if self.items.insert(item) {
            self.why.push(Omission { item: Subject::item(inventory, item), because });
        }
    }

    /// The path of the part of `ty` that is left out, if there is one.
    fn of(&self, inventory: &Inventory, ty: Type) -> Option<String> {
        let item = inventory.item_of(ty);
        if item.is_some_and(|item| self.items.contains(&item))
            || [ty, inventory.definition_of(ty)].iter().any(|ty| self.types.contains(ty))
        {
            return Some(type_path(inventory, ty));
        }
        inventory.kind(ty).inner().and_then(|inner| self.of(inventory, inner))
    }

    fn consider_method(&mut self, inventory: &Inventory, member: Item, function: &Function, named: &HashSet<Item>) {
        let is_named = named.contains(&member);
        let because = || types_in_function(inventory, function).into_iter().find_map(|ty| self.of(inventory, ty));
        let because = if is_named { None } else { because() };
        if is_named || because.is_some() {
            self.add(inventory, member, because);
        }
    }
}
