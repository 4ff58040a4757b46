//! Access to the items and types of an inventory, and its form as JSON.

#[cfg(feature = "serde")]
mod json;

use crate::model::fixture::{breadth, library};
use crate::model::{self, Item, ItemRef, StructId, TaggedId, TypeKind};

#[test]
fn every_item_is_listed_once() {
    let library = library();
    let all: Vec<_> = library.items().map(|item| (item.what(), item.path())).collect();
    let expected = [
        ("constant", "plotter::MAX"),
        ("constant", "plotter::EPSILON"),
        ("function", "plotter::dot"),
        ("function", "plotter::centroid"),
        ("function", "plotter::fill"),
        ("function", "plotter::draw"),
        ("function", "plotter::title"),
        ("function", "plotter::path_len"),
        ("struct", "plotter::Vec2"),
        ("struct", "plotter::Path"),
        ("enum", "plotter::Error"),
        ("enum", "plotter::Marker"),
        ("opaque type", "plotter::Canvas"),
        ("callback", "plotter::Visit"),
        ("service", "plotter::Recorder"),
    ];
    assert_eq!(all, expected);
    assert!(library.items().filter(|item| item.is_type()).count() == 7 && library.items().all(ItemRef::is_public));
}

#[test]
fn an_item_says_what_its_author_said() {
    let library = breadth();
    let one = |path: &str| library.items().find(|item| item.path() == path).expect("the fixture has it");
    let draw = one("shapes::draw");
    assert_eq!((draw.name(), draw.namespace(), draw.marks().deprecated.as_deref()), ("draw", "drawing", Some("use area")));
    assert!(!one("shapes::blank").is_public());
    assert_eq!(one("shapes::Bits").what(), "union");
    assert_eq!(one("shapes::Shape").docs().as_str(), "Not empty but for [`Self::Empty`].");
    assert_eq!(library.namespaces(), ["", "drawing", "geometry"]);
}

#[test]
fn a_part_belongs_to_its_item() {
    let library = breadth();
    let parts = [Item::Tagged(TaggedId(0)), Item::Case(TaggedId(0), 1), Item::CaseField(TaggedId(0), 1, 0)];
    assert_eq!(parts.map(|part| library.item(part).path()), ["shapes::Shape"; 3]);
    assert_eq!(parts.map(Item::owner), [None, Some(parts[0]), Some(parts[1])]);
    assert_eq!(parts.map(Item::whole), [parts[0]; 3]);
    assert!(library.item_ids().all(|id| library.item(id).name() == library.item_name(id)));
}

#[test]
fn a_type_is_where_its_item_is() {
    let library = breadth();
    let point = library.find(TypeKind::Struct(StructId(0))).expect("the fixture has it");
    let row = library.constants()[4].ty;
    assert_eq!(library.item_of(point), Some(Item::Struct(StructId(0))));
    assert_eq!(
        (model::type_path(&library, point), model::namespace_of(&library, point)),
        ("shapes::geometry::Point".to_owned(), "geometry")
    );
    assert_eq!((model::type_path(&library, row), model::namespace_of(&library, row)), ("[u8; 2]".to_owned(), ""));
}
