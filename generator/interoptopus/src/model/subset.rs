//! Parts of an inventory: what a filter keeps, and what is left without some items.

mod gone;

use super::moves::Moves;
use super::{
    CallbackId, Checked, Crossing, EnumId, Field, Function, Inventory, Item, ItemRef, OpaqueId, Parameter, ServiceId, StructId,
    Subject, TaggedId, Type, TypeKind, UnionId,
};
use std::collections::{HashMap, HashSet};

pub(crate) use gone::Gone;

impl Inventory {
    /// Only the items that `keep` says, and every type that these need. Bindings for the public are made of what is left without
    /// internal items, `|item| item.is_public()`. The library stays the same: so do its own symbols, and
    /// [`api_guard`](Self::api_guard) is still that of the whole.
    #[must_use]
    pub fn filter(self, keep: impl Fn(&ItemRef<'_>) -> bool) -> Inventory {
        let kept = self.item_ids().filter(|&item| keep(&self.item(item))).collect();
        self.only(kept)
    }

    /// Only `kept`, and what these need.
    fn only(&self, kept: HashSet<Item>) -> Inventory {
        let needed = Needed::of(self, kept);
        let has = |item| needed.items.contains(&item);
        let mut part = Inventory {
            library: self.library.clone(),
            version: self.version.clone(),
            guard: Some(self.api_guard()),
            build: self.build,
            problems: self.problems.clone(),
            ..Inventory::default()
        };
        let mut moves = Moves::default();
        let mut count = |from: TypeKind, item: Item, next: &mut u32, to: fn(u32) -> TypeKind| {
            if has(item) {
                moves.items.insert(from, to(*next));
                *next += 1;
            }
        };
        let mut next = [0; 7];
        for i in self.item_ids() {
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
        for (at, &kind) in self.types.iter().enumerate() {
            let kind = Some(kind).filter(|_| needed.types.contains(&Type(at as u32))).and_then(|kind| moves.kind(kind));
            moves.types.push(kind.map(|kind| {
                part.types.push(kind);
                part.layouts.push(self.layouts.get(at).cloned().flatten());
                Type(part.types.len() as u32 - 1)
            }));
        }
        for i in self.item_ids().filter(|&i| has(i)) {
            match self.item(i) {
                ItemRef::Constant(item) => part.constants.push(moves.constant(item)),
                ItemRef::Function(item) => part.functions.push(moves.function(item)),
                ItemRef::Struct(item) => part.structs.push(moves.structure(item)),
                ItemRef::Enum(item) => part.enums.push(item.clone()),
                ItemRef::Tagged(item) => part.tagged.push(moves.tagged(item)),
                ItemRef::Union(item) => part.unions.push(moves.union(item)),
                ItemRef::Opaque(item) => part.opaques.push(item.clone()),
                ItemRef::Callback(item) => part.callbacks.push(moves.callback(item)),
                ItemRef::Service(item) => part.services.push(moves.service(item)),
            }
        }
        part
    }

    /// The types that stand in an item itself, those in its parts included.
    fn types_in(&self, item: ItemRef<'_>) -> Vec<Type> {
        let of_fields = |fields: &[Field]| fields.iter().map(|f| f.ty).collect::<Vec<_>>();
        match item {
            ItemRef::Constant(c) => vec![c.ty],
            ItemRef::Function(f) => self.types_in_function(f),
            ItemRef::Struct(s) => of_fields(&s.fields),
            ItemRef::Union(u) => of_fields(&u.fields),
            ItemRef::Tagged(t) => t.cases.iter().flat_map(|c| of_fields(&c.fields)).collect(),
            ItemRef::Callback(c) => of_parameters(&c.parameters).chain([c.returns]).collect(),
            ItemRef::Service(s) => s.functions().flat_map(|f| self.types_in_function(f)).collect(),
            ItemRef::Enum(_) | ItemRef::Opaque(_) => Vec::new(),
        }
    }

    fn types_in_function(&self, function: &Function) -> Vec<Type> {
        let error = match function.crossing {
            Crossing::Guarded { error: Some(error) } => self.find(TypeKind::Enum(error)),
            Crossing::Guarded { error: None } | Crossing::Bare => None,
        };
        of_parameters(&function.parameters).chain([function.returns, function.abi_returns]).chain(error).collect()
    }
}

fn of_parameters(parameters: &[Parameter]) -> impl Iterator<Item = Type> {
    parameters.iter().map(|p| p.ty)
}

/// What some items need, themselves included.
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
            let mut types = inventory.types_in(inventory.item(item));
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

impl Checked {
    /// The same without `items`, and without all that uses them: functions that take or return such a type, types that contain one or point
    /// to one, and so on. The guard stays that of the whole.
    #[must_use]
    pub fn without(&self, items: &[Subject]) -> Checked {
        self.without_and_why(items).0
    }

    /// As [`without`](Self::without), and everything that is gone, with what it is gone because of; none for `items` themselves.
    pub(crate) fn without_and_why<'a>(&self, items: impl IntoIterator<Item = &'a Subject>) -> (Checked, Vec<Gone>) {
        let gone = gone::find(self, items);
        let is_gone = |item: Item| gone.items.contains(&item);
        let mut rest = Inventory::clone(self);
        // Before methods go, which the guard of the whole knows.
        rest.guard = Some(self.api_guard());
        for (id, service) in (0..).map(ServiceId).zip(&mut rest.services) {
            retain(&mut service.constructors, |at| !is_gone(Item::Constructor(id, at)));
            retain(&mut service.methods, |at| !is_gone(Item::Method(id, at)));
            if service.methods.iter().all(|m| m.lends.is_none()) {
                service.release = None;
            }
        }
        let kept = rest.item_ids().filter(|&item| !is_gone(item)).collect();
        (Checked::assume(rest.only(kept)), gone.why)
    }
}

/// Keeps the elements whose places `keep` says.
fn retain<T>(all: &mut Vec<T>, keep: impl Fn(usize) -> bool) {
    let mut places = 0..;
    all.retain(|_| places.next().is_some_and(&keep));
}

#[cfg(test)]
mod tests;
