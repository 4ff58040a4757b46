//! Subjects: the items that refusals are about, with their paths.

use super::inventory::Inventory;
use super::item::Item;
use super::type_names::type_name;
use super::types::Type;
use std::fmt;

/// An item or a type that a language cannot express, or the configuration of a backend. It is printed as its path in Rust, such as
/// `my_lib::shapes::Vec2`, which may be that of a part, such as a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    pub(super) id: Id,
    /// The path of the item, the name of the type, or words for the setting.
    whole: String,
    /// The path of the part within the item; empty for the item itself.
    part: String,
}

/// The item or type to leave out, so that the rest can be expressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Id {
    /// A whole item, a constructor or a method.
    Item(Item),
    Type(Type),
    /// A setting, which is no item that could be left out.
    Configuration,
}

impl Subject {
    /// An item, or a part of one.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn item(inventory: &Inventory, item: Item) -> Self {
        match (inventory.head(item), item.owner()) {
            (None, Some(owner)) => Subject::item(inventory, owner).part(inventory.item_name(item)),
            (head, _) => {
                let path = head.map_or("", |head| &head.path);
                Subject { id: Id::Item(item), whole: path.to_owned(), part: String::new() }
            }
        }
    }

    /// A type, whether it is an item or not.
    #[must_use]
    pub fn ty(inventory: &Inventory, ty: Type) -> Self {
        match inventory.item_of(ty) {
            Some(item) => Subject::item(inventory, item),
            None => Subject { id: Id::Type(ty), whole: type_name(inventory, ty), part: String::new() },
        }
    }

    /// A setting of the backend, or what else no item is to blame for; `what` is what it is called.
    #[must_use]
    pub fn configuration(what: impl Into<String>) -> Self {
        Subject { id: Id::Configuration, whole: what.into(), part: String::new() }
    }

    /// The part of it that is called `name`, such as a parameter.
    #[must_use]
    pub fn part(mut self, name: &str) -> Self {
        if !self.part.is_empty() {
            self.part.push_str("::");
        }
        self.part.push_str(name);
        self
    }

    /// True for a setting: nothing can be left out instead.
    #[must_use]
    pub fn is_configuration(&self) -> bool {
        self.id == Id::Configuration
    }

    /// The item that it is, or is a part of.
    #[must_use]
    pub fn whole(self) -> Self {
        Subject { part: String::new(), ..self }
    }

    /// The path of the part within the item; empty for the item itself.
    #[must_use]
    pub fn part_name(&self) -> &str {
        &self.part
    }
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Subject { id: _, whole, part } = self;
        if part.is_empty() { f.write_str(whole) } else { write!(f, "{whole}::{part}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::fixture::{breadth, library};
    use crate::model::{ServiceId, StructId, TaggedId};

    #[test]
    fn a_part_is_printed_with_its_item_and_goes_with_it() {
        let library = library();
        let vec2 = Subject::item(&library, Item::Struct(StructId(0)));
        let field = Subject::item(&library, Item::Field(StructId(0), 1));
        assert_eq!((field.part_name(), field.clone().whole()), ("y", vec2.clone()));
        assert_eq!([&vec2, &field].map(Subject::to_string), ["plotter::Vec2", "plotter::Vec2::y"]);
        let method = Subject::item(&library, Item::Method(ServiceId(0), 0)).part("point");
        assert_eq!(
            (method.id, method.to_string()),
            (Id::Item(Item::Method(ServiceId(0), 0)), "plotter::Recorder::push::point".to_owned())
        );
        let in_case = Subject::item(&breadth(), Item::CaseField(TaggedId(0), 1, 0));
        assert_eq!(in_case.id, Id::Item(Item::Tagged(TaggedId(0))));
        assert_eq!(in_case.part_name().matches("::").count(), 1);
    }
}
