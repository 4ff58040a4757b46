//! Parts of an inventory: what a filter keeps, and what is left without some items.

mod omissions;

use super::api_guard::api_guard;
use super::check::Checked;
use super::id_map::IdMap;
use super::inventory::Inventory;
use super::item::{Item, ItemRef};
use super::subject::Subject;
use super::types::{CallbackId, EnumId, OpaqueId, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};
use super::uses::types_in;
use std::collections::{HashMap, HashSet};

pub(crate) use omissions::Omission;

/// Only the items that `keep` says, and every type that these need. Bindings for the public are made of what is left without
/// internal items, `|item| item.is_public()`. The library stays the same: so do its own symbols, and
/// [`api_guard`] is still that of the whole.
#[must_use]
pub fn filter(inventory: Inventory, keep: impl Fn(&ItemRef<'_>) -> bool) -> Inventory {
    let kept = inventory.item_ids().filter(|&item| keep(&inventory.item(item))).collect();
    only(&inventory, kept)
}

/// Only `kept`, and what these need.
fn only(inventory: &Inventory, kept: HashSet<Item>) -> Inventory {
    let needed = Needed::of(inventory, kept);
    let has = |item| needed.items.contains(&item);
    let mut part = Inventory {
        library: inventory.library.clone(),
        version: inventory.version.clone(),
        guard: Some(api_guard(inventory)),
        build: inventory.build,
        problems: inventory.problems.clone(),
        ..Inventory::default()
    };
    let mut ids = IdMap::default();
    let mut count = |from: TypeKind, item: Item, next: &mut u32, to: fn(u32) -> TypeKind| {
        if has(item) {
            ids.items.insert(from, to(*next));
            *next += 1;
        }
    };
    let mut next = [0; 7];
    for i in inventory.item_ids() {
        match i {
            Item::Struct(id) => count(TypeKind::Struct(id), i, &mut next[0], |n| TypeKind::Struct(StructId(n))),
            Item::Enum(id) => count(TypeKind::Enum(id), i, &mut next[1], |n| TypeKind::Enum(EnumId(n))),
            Item::Tagged(id) => count(TypeKind::Tagged(id), i, &mut next[2], |n| TypeKind::Tagged(TaggedId(n))),
            Item::Union(id) => count(TypeKind::Union(id), i, &mut next[3], |n| TypeKind::Union(UnionId(n))),
            Item::Opaque(id) => count(TypeKind::Opaque(id), i, &mut next[4], |n| TypeKind::Opaque(OpaqueId(n))),
            Item::Callback(id) => {
                let to = |n| TypeKind::Callback { id: CallbackId(n), nullable: false };
                count(TypeKind::Callback { id, nullable: false }, i, &mut next[5], to);
            }
            Item::Service(id) => count(TypeKind::Service(id), i, &mut next[6], |n| TypeKind::Service(ServiceId(n))),
            Item::Constant(_)
            | Item::Function(_)
            | Item::Field(..)
            | Item::Variant(..)
            | Item::UnionField(..)
            | Item::Case(..)
            | Item::CaseField(..)
            | Item::Constructor(..)
            | Item::Method(..) => {}
        }
    }
    for (at, &kind) in inventory.types.iter().enumerate() {
        let kind = Some(kind).filter(|_| needed.types.contains(&Type(at as u32))).and_then(|kind| ids.kind(kind));
        ids.types.push(kind.map(|kind| {
            part.types.push(kind);
            part.layouts.push(inventory.layouts.get(at).cloned().flatten());
            Type(part.types.len() as u32 - 1)
        }));
    }
    for i in inventory.item_ids().filter(|&i| has(i)) {
        match inventory.item(i) {
            ItemRef::Constant(item) => part.constants.push(ids.constant(item)),
            ItemRef::Function(item) => part.functions.push(ids.function(item)),
            ItemRef::Struct(item) => part.structs.push(ids.structure(item)),
            ItemRef::Enum(item) => part.enums.push(item.clone()),
            ItemRef::Tagged(item) => part.tagged.push(ids.tagged(item)),
            ItemRef::Union(item) => part.unions.push(ids.union(item)),
            ItemRef::Opaque(item) => part.opaques.push(item.clone()),
            ItemRef::Callback(item) => part.callbacks.push(ids.callback(item)),
            ItemRef::Service(item) => part.services.push(ids.service(item)),
        }
    }
    part
}

/// The items and types that some items need, themselves included.
struct Needed {
    items: HashSet<Item>,
    types: HashSet<Type>,
}

impl Needed {
    fn of(inventory: &Inventory, items: HashSet<Item>) -> Self {
        let known: HashMap<TypeKind, Type> = inventory.types().map(|ty| (*inventory.kind(ty), ty)).collect();
        let stands: HashMap<Item, Type> = inventory
            .types()
            .filter(|&ty| inventory.kind(ty).without_null().is_none())
            .filter_map(|ty| Some((inventory.item_of(ty)?, ty)))
            .collect();
        // What was read from a file may name items that do not exist, which a check finds.
        let exist: HashSet<Item> = inventory.item_ids().collect();
        let mut next: Vec<Item> = items.iter().copied().collect();
        let mut needed = Needed { items, types: HashSet::new() };
        while let Some(item) = next.pop() {
            let mut types = types_in(inventory, inventory.item(item));
            types.extend(stands.get(&item));
            while let Some(ty) = types.pop() {
                if ty.index() >= inventory.types.len() || !needed.types.insert(ty) {
                    continue;
                }
                let kind = inventory.kind(ty);
                types.extend(kind.inner().into_iter().chain(kind.without_null().and_then(|plain| known.get(&plain).copied())));
                next.extend(inventory.item_of(ty).filter(|&item| exist.contains(&item) && needed.items.insert(item)));
            }
        }
        needed
    }
}

/// The same without `items`, and without all that uses them: functions that take or return such a type, types that contain one or point
/// to one, and so on. The guard stays that of the whole.
#[must_use]
pub fn without(checked: &Checked, items: &[Subject]) -> Checked {
    without_and_why(checked, items).0
}

/// The inventory that [`without`] gives, and everything that was left out, with the cause; none for `items` themselves.
pub(crate) fn without_and_why<'a>(checked: &Checked, items: impl IntoIterator<Item = &'a Subject>) -> (Checked, Vec<Omission>) {
    let omitted = omissions::find(checked, items);
    let is_omitted = |item: Item| omitted.items.contains(&item);
    let mut rest = Inventory::clone(checked);
    // Before methods go, which the guard of the whole knows.
    rest.guard = Some(api_guard(checked));
    for (id, service) in (0..).map(ServiceId).zip(&mut rest.services) {
        retain(&mut service.constructors, |at| !is_omitted(Item::Constructor(id, at)));
        retain(&mut service.methods, |at| !is_omitted(Item::Method(id, at)));
        if service.methods.iter().all(|m| m.lends.is_none()) {
            service.release = None;
        }
    }
    let kept = rest.item_ids().filter(|&item| !is_omitted(item)).collect();
    (Checked::assume(only(&rest, kept)), omitted.why)
}

/// Keeps the elements whose places `keep` says.
fn retain<T>(all: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut places = 0..;
    all.retain(|_| places.next().is_some_and(&keep));
}

#[cfg(test)]
mod tests;
