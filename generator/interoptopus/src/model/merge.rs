//! Merging: the inventories of several crates as that of one library.

use super::id_map::IdMap;
use super::inventory::Inventory;
use super::problem::Problem;
use super::type_names::type_name;
use super::types::{CallbackId, EnumId, OpaqueId, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};
use std::collections::HashMap;

/// The items of both, as one library's: the name, the version and the build are those of `all`. An item that both have, by its
/// path, is one; what the two say of it differently is a problem. Filter afterwards: a guard that a filter kept is not that of the
/// whole any more.
#[must_use]
pub fn merge(mut all: Inventory, other: Inventory) -> Inventory {
    let ids = place(&mut all, &other);
    let mut merged = Merged { problems: Vec::new() };
    merged.types(&mut all.structs, other.structs.iter().map(|s| ids.structure(s)), |s| &s.head.path);
    merged.types(&mut all.enums, other.enums.iter().cloned(), |e| &e.head.path);
    merged.types(&mut all.tagged, other.tagged.iter().map(|t| ids.tagged(t)), |t| &t.head.path);
    merged.types(&mut all.unions, other.unions.iter().map(|u| ids.union(u)), |u| &u.head.path);
    merged.types(&mut all.opaques, other.opaques.iter().cloned(), |o| &o.head.path);
    merged.types(&mut all.callbacks, other.callbacks.iter().map(|c| ids.callback(c)), |c| &c.head.path);
    merged.types(&mut all.services, other.services.iter().map(|s| ids.service(s)), |s| &s.head.path);
    merged.types(&mut all.functions, other.functions.iter().map(|f| ids.function(f)), |f| &f.head.path);
    merged.types(&mut all.constants, other.constants.iter().map(|c| ids.constant(c)), |c| &c.head.path);
    all.guard = None;
    all.problems.extend(other.problems.into_iter().chain(merged.problems));
    all
}

/// Finds a place for each type of `other`; what items are is not moved yet.
fn place(all: &mut Inventory, other: &Inventory) -> IdMap {
    let mut ids = IdMap { types: vec![None; other.types.len()], items: HashMap::new() };
    let structs = places(&all.structs, &other.structs, |s| &s.head.path).map(|at| TypeKind::Struct(StructId(at)));
    let enums = places(&all.enums, &other.enums, |e| &e.head.path).map(|at| TypeKind::Enum(EnumId(at)));
    let tagged = places(&all.tagged, &other.tagged, |t| &t.head.path).map(|at| TypeKind::Tagged(TaggedId(at)));
    let unions = places(&all.unions, &other.unions, |u| &u.head.path).map(|at| TypeKind::Union(UnionId(at)));
    let opaques = places(&all.opaques, &other.opaques, |o| &o.head.path).map(|at| TypeKind::Opaque(OpaqueId(at)));
    let callback = |at| TypeKind::Callback { id: CallbackId(at), nullable: false };
    let callbacks = places(&all.callbacks, &other.callbacks, |c| &c.head.path).map(callback);
    let services = places(&all.services, &other.services, |s| &s.head.path).map(|at| TypeKind::Service(ServiceId(at)));
    ids.items.extend(old(StructId).map(TypeKind::Struct).zip(structs));
    ids.items.extend(old(EnumId).map(TypeKind::Enum).zip(enums));
    ids.items.extend(old(TaggedId).map(TypeKind::Tagged).zip(tagged));
    ids.items.extend(old(UnionId).map(TypeKind::Union).zip(unions));
    ids.items.extend(old(OpaqueId).map(TypeKind::Opaque).zip(opaques));
    ids.items.extend((0..).map(callback).zip(callbacks));
    ids.items.extend(old(ServiceId).map(TypeKind::Service).zip(services));
    let mut known: HashMap<TypeKind, Type> = all.types.iter().enumerate().map(|(i, &kind)| (kind, Type(i as u32))).collect();
    for (at, &kind) in other.types.iter().enumerate() {
        let Some(kind) = ids.kind(kind) else { continue };
        let ty = *known.entry(kind).or_insert_with(|| {
            all.types.push(kind);
            all.layouts.push(None);
            Type(all.types.len() as u32 - 1)
        });
        ids.types[at] = Some(ty);
        let layout = other.layouts.get(at).cloned().flatten();
        if let Some(known) = all.layouts.get_mut(ty.index()) {
            match (known, layout) {
                (known @ None, layout) => *known = layout,
                (Some(known), Some(layout)) if *known != layout => {
                    let item = type_name(all, ty);
                    all.problems
                        .push(Problem { item, what: "its memory differs between the inventories that are merged".to_owned() });
                }
                (Some(_), _) => {}
            }
        }
    }
    ids
}

/// The numbers of an inventory's items of one kind.
fn old<I>(id: fn(u32) -> I) -> impl Iterator<Item = I> {
    (0..).map(id)
}

/// The place of each of `more` among `all`, those that are still to be added included.
fn places<T>(all: &[T], more: &[T], path: fn(&T) -> &String) -> impl Iterator<Item = u32> {
    let mut next = all.len() as u32;
    let known: HashMap<&str, u32> = all.iter().enumerate().map(|(i, item)| (path(item).as_str(), i as u32)).collect();
    let places: Vec<u32> = more
        .iter()
        .map(|item| {
            known.get(path(item).as_str()).copied().unwrap_or_else(|| {
                next += 1;
                next - 1
            })
        })
        .collect();
    places.into_iter()
}

/// The problems of a merge.
struct Merged {
    problems: Vec<Problem>,
}

impl Merged {
    /// Adds new items to `all`, in the order that [`places`] gives.
    fn types<T: PartialEq>(&mut self, all: &mut Vec<T>, more: impl Iterator<Item = T>, path: fn(&T) -> &String) {
        let before = all.len();
        for item in more {
            match all[..before].iter().find(|known| path(known) == path(&item)) {
                None => all.push(item),
                Some(known) if *known == item => {}
                Some(_) => self.problems.push(Problem {
                    item: path(&item).clone(),
                    what: "the inventories that are merged say different things of it: build both with the same version of its crate".to_owned(),
                }),
            }
        }
    }
}

#[cfg(test)]
mod tests;
