//! The items that go with another one: all that use it.

use super::functions;
use crate::model::{Function, Inventory, Item, ItemRef, ServiceId, Type, TypeKind};
use std::collections::HashSet;

/// Something that is gone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Gone {
    /// The item, or the method.
    pub(crate) path: String,
    /// What it uses that is gone as well; none for what goes by itself.
    pub(crate) because: Option<String>,
}

/// All that is gone.
#[derive(Default)]
pub(super) struct AllGone {
    pub(super) items: HashSet<Item>,
    /// The paths of constructors and methods; their services stay.
    pub(super) functions: HashSet<String>,
    pub(super) why: Vec<Gone>,
    /// Types that are no items.
    types: HashSet<Type>,
}

/// What goes with what `paths` name.
pub(super) fn find(inventory: &Inventory, paths: &[String]) -> AllGone {
    let named: HashSet<&str> = paths.iter().map(String::as_str).collect();
    let mut gone = AllGone::default();
    gone.types.extend(
        inventory.types().filter(|&ty| inventory.item_of(ty).is_none() && named.contains(inventory.type_name(ty).as_str())),
    );
    let mut went = 1;
    while went > 0 {
        let before = gone.why.len();
        for item in inventory.item_ids() {
            if gone.items.contains(&item) {
                continue;
            }
            let its = inventory.item(item);
            if let ItemRef::Service(service) = its {
                functions(service).for_each(|function| gone.consider_method(inventory, function, &named));
            }
            let because = match its {
                _ if named.contains(its.path()) => None,
                // Whatever its methods use, it can be without them.
                ItemRef::Service(service) if functions(service).all(|f| !gone.functions.contains(&f.path)) => continue,
                ItemRef::Service(_) => match made(inventory, item, &gone) {
                    true => continue,
                    false => Some("all that makes an object of it".to_owned()),
                },
                _ => match inventory.types_in(its).into_iter().find_map(|ty| gone.of(inventory, ty)) {
                    Some(other) => Some(other),
                    None => continue,
                },
            };
            gone.items.insert(item);
            gone.why.push(Gone { path: its.path().to_owned(), because });
        }
        went = gone.why.len() - before;
    }
    gone
}

/// Whether something still makes an object of the service.
fn made(inventory: &Inventory, service: Item, gone: &AllGone) -> bool {
    let Item::Service(id) = service else { return true };
    let makes = |f: &Function| *inventory.kind(f.returns) == TypeKind::Service(id);
    let mut functions = inventory.functions().iter().enumerate();
    let mut services = inventory.services().iter().enumerate();
    functions.any(|(at, f)| makes(f) && !gone.items.contains(&Item::Function(at)))
        || services.any(|(of, service)| {
            let is_left = !gone.items.contains(&Item::Service(ServiceId(of as u32)));
            is_left && self::functions(service).any(|f| makes(f) && !gone.functions.contains(&f.path))
        })
}

impl AllGone {
    /// What of `ty` is gone, if anything is.
    fn of(&self, inventory: &Inventory, ty: Type) -> Option<String> {
        let item = inventory.item_of(ty);
        if item.is_some_and(|item| self.items.contains(&item))
            || [ty, inventory.definition_of(ty)].iter().any(|ty| self.types.contains(ty))
        {
            return Some(inventory.type_path(ty));
        }
        inventory.kind(ty).inner().and_then(|inner| self.of(inventory, inner))
    }

    fn consider_method(&mut self, inventory: &Inventory, function: &Function, named: &HashSet<&str>) {
        let is_named = named.contains(function.path.as_str());
        let because = || inventory.types_in_function(function).into_iter().find_map(|ty| self.of(inventory, ty));
        let because = if is_named { None } else { because() };
        if (is_named || because.is_some()) && self.functions.insert(function.path.clone()) {
            self.why.push(Gone { path: function.path.clone(), because });
        }
    }
}
