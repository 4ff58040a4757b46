//! The items that links in doc comments lead to.

mod link;

use super::{CallbackId, EnumId, Inventory, OpaqueId, ServiceId, StructId, TaggedId, UnionId};
use link::{Link, rust_name, without_arguments};

/// An item of an inventory, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Item {
    /// A struct.
    Struct(StructId),
    /// The field of a struct, by its place in [`Struct::fields`](super::Struct::fields).
    Field(StructId, usize),
    /// An enum.
    Enum(EnumId),
    /// A variant of an enum, by its place in [`Enum::variants`](super::Enum::variants).
    Variant(EnumId, usize),
    /// A union.
    Union(UnionId),
    /// The field of a union, by its place in [`Union::fields`](super::Union::fields).
    UnionField(UnionId, usize),
    /// An enum with data.
    Tagged(TaggedId),
    /// A variant of an enum with data, by its place in [`Tagged::cases`](super::Tagged::cases).
    Case(TaggedId, usize),
    /// The field of such a variant, by its place in [`Case::fields`](super::Case::fields).
    CaseField(TaggedId, usize, usize),
    /// An opaque type.
    Opaque(OpaqueId),
    /// A callback.
    Callback(CallbackId),
    /// A service.
    Service(ServiceId),
    /// A constructor of a service, by its place in [`Service::constructors`](super::Service::constructors).
    Constructor(ServiceId, usize),
    /// A method of a service, by its place in [`Service::methods`](super::Service::methods).
    Method(ServiceId, usize),
    /// A free function, by its place in [`Inventory::functions`].
    Function(usize),
    /// A constant, by its place in [`Inventory::constants`].
    Constant(usize),
}

impl Inventory {
    /// What a link such as `Error::BadName`, `crate::Vec2`, `fn@visit` or `Recorder::push()` leads to. `Self::push` leads to the only
    /// item with such a part, if there is one: where the docs belong to is better said by [`resolve_in`](Self::resolve_in).
    #[must_use]
    pub fn resolve(&self, link: &str) -> Option<Item> {
        let link = Link::of(link, &self.library)?;
        match link.parts[..] {
            ["Self", member] => {
                let mut found = self.type_items().filter_map(|(item, _)| self.member(item, member));
                found.next().filter(|_| found.next().is_none())
            }
            _ => self.find_item(&link),
        }
    }

    /// As [`resolve`](Self::resolve), for a link in the docs of `of`, which is what `Self` means.
    #[must_use]
    pub fn resolve_in(&self, link: &str, of: Item) -> Option<Item> {
        let parsed = Link::of(link, &self.library)?;
        let this = match of {
            Item::Field(id, _) => Item::Struct(id),
            Item::Variant(id, _) => Item::Enum(id),
            Item::UnionField(id, _) => Item::Union(id),
            Item::Case(id, _) | Item::CaseField(id, ..) => Item::Tagged(id),
            Item::Constructor(id, _) | Item::Method(id, _) => Item::Service(id),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => of,
        };
        match parsed.parts[..] {
            ["Self"] => Some(this),
            ["Self", member] => self.member(this, member),
            _ => self.find_item(&parsed),
        }
    }

    /// First the item at the very path, then, if a re-export may be meant, one of that name anywhere.
    fn find_item(&self, link: &Link<'_>) -> Option<Item> {
        let anywhere = link.is_local.then_some(false);
        [Some(true), anywhere].into_iter().flatten().find_map(|exact| self.whole(link, exact).or_else(|| self.part(link, exact)))
    }

    /// The item that the link names.
    fn whole(&self, link: &Link<'_>, exact: bool) -> Option<Item> {
        if let Some(instance) = link.instance {
            let is_it = |path: &str| path.strip_suffix(instance).is_some_and(|rest| rest.is_empty() || rest.ends_with("::"));
            return self.type_items().find(|&(_, path)| is_it(path)).map(|(item, _)| item);
        }
        let &name = link.parts.last()?;
        let others = self.items_with_paths().filter(|&(item, _)| !is_type(item));
        let mut all = self.type_items().chain(others);
        let is_it = |item, path| link.wants.allows(item) && rust_name(path) == name && (!exact || link.is_at(path, 1));
        let (item, path) = all.find(|&(item, path)| is_it(item, path))?;
        // Of a generic type that stands for several, none is meant.
        let is_another = |&(_, other): &(Item, &str)| other != path && without_arguments(other) == without_arguments(path);
        all.find(is_another).is_none().then_some(item)
    }

    /// The part of an item that the link names.
    fn part(&self, link: &Link<'_>, exact: bool) -> Option<Item> {
        let owner_at = |own: usize| {
            let owner = link.parts.len().checked_sub(own).map(|at| link.parts[at]);
            let is_owner = move |path: &str| Some(rust_name(path)) == owner && (!exact || link.is_at(path, own));
            self.type_items().filter(move |&(_, path)| is_owner(path)).map(|(item, _)| item)
        };
        let name = link.parts.last()?;
        let of_types = owner_at(2).filter_map(|item| self.member(item, name));
        // `Shape::Circle::radius`.
        let of_cases = owner_at(3).filter_map(|item| self.member(self.member(item, link.parts[link.parts.len() - 2])?, name));
        of_types.chain(of_cases).find(|&item| link.wants.allows(item))
    }

    /// All items that are types, with their paths.
    fn type_items(&self) -> impl Iterator<Item = (Item, &str)> {
        self.items_with_paths().filter(|&(item, _)| is_type(item))
    }

    fn items_with_paths(&self) -> impl Iterator<Item = (Item, &str)> {
        self.item_ids().map(|item| (item, self.item(item).path()))
    }

    /// The name of an item or of a part of one.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn item_name(&self, item: Item) -> &str {
        match item {
            Item::Field(id, at) => &self[id].fields[at].name,
            Item::Variant(id, at) => &self[id].variants[at].name,
            Item::UnionField(id, at) => &self[id].fields[at].name,
            Item::Case(id, at) => &self[id].cases[at].name,
            Item::CaseField(id, case, at) => &self[id].cases[case].fields[at].name,
            Item::Constructor(id, at) => &self[id].constructors[at].head.name,
            Item::Method(id, at) => &self[id].methods[at].function.head.name,
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => self.item(item).name(),
        }
    }

    /// A part of `of`, or a constant that is associated with it.
    fn member(&self, of: Item, name: &str) -> Option<Item> {
        self.part_of(of, name).or_else(|| {
            let is_it =
                |path: &str| path.strip_suffix(name).and_then(|rest| rest.strip_suffix("::")) == Some(self.item(of).path());
            self.constants.iter().position(|c| is_it(&c.head.path)).map(Item::Constant)
        })
    }

    fn part_of(&self, of: Item, name: &str) -> Option<Item> {
        match of {
            Item::Struct(id) => self[id].fields.iter().position(|f| f.name == name).map(|at| Item::Field(id, at)),
            Item::Enum(id) => self[id].variants.iter().position(|v| v.name == name).map(|at| Item::Variant(id, at)),
            Item::Union(id) => self[id].fields.iter().position(|f| f.name == name).map(|at| Item::UnionField(id, at)),
            Item::Tagged(id) => self[id].cases.iter().position(|c| c.name == name).map(|at| Item::Case(id, at)),
            Item::Case(id, case) => {
                self[id].cases[case].fields.iter().position(|f| f.name == name).map(|at| Item::CaseField(id, case, at))
            }
            Item::Service(id) => {
                let constructor =
                    self[id].constructors.iter().position(|f| f.head.name == name).map(|at| Item::Constructor(id, at));
                let method = || self[id].methods.iter().position(|m| m.function.head.name == name).map(|at| Item::Method(id, at));
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
}

fn is_type(item: Item) -> bool {
    !matches!(item, Item::Function(_) | Item::Constant(_))
}

#[cfg(test)]
mod tests;
