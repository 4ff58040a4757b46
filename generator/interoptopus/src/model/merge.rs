//! Merging: one library exports what several crates wrote.

use super::moves::Moves;
use super::{CallbackId, EnumId, Inventory, OpaqueId, Problem, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};
use std::collections::HashMap;

impl Inventory {
    /// The items of both, as one library's: the name, the version and the build are those of `self`. An item that both have, by its
    /// path, is one; what the two say of it differently is a problem. Filter afterwards: a guard that a filter kept is not that of the
    /// whole any more.
    #[must_use]
    pub fn merge(mut self, other: Inventory) -> Inventory {
        let moves = self.place(&other);
        let mut merged = Merged { problems: Vec::new() };
        merged.types(&mut self.structs, other.structs.iter().map(|s| moves.structure(s)), |s| &s.head.path);
        merged.types(&mut self.enums, other.enums.iter().cloned(), |e| &e.head.path);
        merged.types(&mut self.tagged, other.tagged.iter().map(|t| moves.tagged(t)), |t| &t.head.path);
        merged.types(&mut self.unions, other.unions.iter().map(|u| moves.union(u)), |u| &u.head.path);
        merged.types(&mut self.opaques, other.opaques.iter().cloned(), |o| &o.head.path);
        merged.types(&mut self.callbacks, other.callbacks.iter().map(|c| moves.callback(c)), |c| &c.head.path);
        merged.types(&mut self.services, other.services.iter().map(|s| moves.service(s)), |s| &s.head.path);
        merged.types(&mut self.functions, other.functions.iter().map(|f| moves.function(f)), |f| &f.head.path);
        merged.types(&mut self.constants, other.constants.iter().map(|c| moves.constant(c)), |c| &c.head.path);
        self.guard = None;
        self.problems.extend(other.problems.into_iter().chain(merged.problems));
        self
    }

    /// Finds a place for each type of `other`; what items are is not moved yet.
    fn place(&mut self, other: &Inventory) -> Moves {
        let mut moves = Moves { types: vec![None; other.types.len()], items: HashMap::new() };
        let structs = places(&self.structs, &other.structs, |s| &s.head.path).map(|at| TypeKind::Struct(StructId(at)));
        let enums = places(&self.enums, &other.enums, |e| &e.head.path).map(|at| TypeKind::Enum(EnumId(at)));
        let tagged = places(&self.tagged, &other.tagged, |t| &t.head.path).map(|at| TypeKind::Tagged(TaggedId(at)));
        let unions = places(&self.unions, &other.unions, |u| &u.head.path).map(|at| TypeKind::Union(UnionId(at)));
        let opaques = places(&self.opaques, &other.opaques, |o| &o.head.path).map(|at| TypeKind::Opaque(OpaqueId(at)));
        let callback = |at| TypeKind::Callback { id: CallbackId(at), nullable: false };
        let callbacks = places(&self.callbacks, &other.callbacks, |c| &c.head.path).map(callback);
        let services = places(&self.services, &other.services, |s| &s.head.path).map(|at| TypeKind::Service(ServiceId(at)));
        moves.items.extend(old(StructId).map(TypeKind::Struct).zip(structs));
        moves.items.extend(old(EnumId).map(TypeKind::Enum).zip(enums));
        moves.items.extend(old(TaggedId).map(TypeKind::Tagged).zip(tagged));
        moves.items.extend(old(UnionId).map(TypeKind::Union).zip(unions));
        moves.items.extend(old(OpaqueId).map(TypeKind::Opaque).zip(opaques));
        moves.items.extend((0..).map(callback).zip(callbacks));
        moves.items.extend(old(ServiceId).map(TypeKind::Service).zip(services));
        let mut known: HashMap<TypeKind, Type> = self.types.iter().enumerate().map(|(i, &kind)| (kind, Type(i as u32))).collect();
        for (at, &kind) in other.types.iter().enumerate() {
            let Some(kind) = moves.kind(kind) else { continue };
            let ty = *known.entry(kind).or_insert_with(|| {
                self.types.push(kind);
                self.layouts.push(None);
                Type(self.types.len() as u32 - 1)
            });
            moves.types[at] = Some(ty);
            let layout = other.layouts.get(at).cloned().flatten();
            if let Some(known) = self.layouts.get_mut(ty.index()) {
                match (known, layout) {
                    (known @ None, layout) => *known = layout,
                    (Some(known), Some(layout)) if *known != layout => {
                        let item = self.type_name(ty);
                        self.problems.push(Problem {
                            item,
                            what: "its memory differs between the inventories that are merged".to_owned(),
                        });
                    }
                    (Some(_), _) => {}
                }
            }
        }
        moves
    }
}

/// The numbers of an inventory's items of one kind.
fn old<I>(id: fn(u32) -> I) -> impl Iterator<Item = I> {
    (0..).map(id)
}

/// Where each of `more` is, or will be, among `all`.
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

/// What was found on the way.
struct Merged {
    problems: Vec<Problem>,
}

impl Merged {
    /// Adds what is new to `all`, in the order that [`places`] gives.
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
