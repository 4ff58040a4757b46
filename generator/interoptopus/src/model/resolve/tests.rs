//! The items that links lead to.

use super::Item;
use crate::model::fixture::{breadth, library};
use crate::model::{self, Inventory};

/// The target of a link, as `kind name`.
fn found(inventory: &Inventory, item: Option<Item>) -> String {
    let Some(item) = item else { return "nothing".to_owned() };
    let kind = match item {
        Item::Struct(_) => "struct",
        Item::Field(..) => "field",
        Item::Enum(_) => "enum",
        Item::Variant(..) => "variant",
        Item::Union(_) => "union",
        Item::UnionField(..) => "union field",
        Item::Tagged(_) => "tagged",
        Item::Case(..) => "case",
        Item::CaseField(..) => "case field",
        Item::Opaque(_) => "opaque",
        Item::Callback(_) => "callback",
        Item::Service(_) => "service",
        Item::Constructor(..) => "constructor",
        Item::Method(..) => "method",
        Item::Function(_) => "function",
        Item::Constant(_) => "constant",
    };
    format!("{kind} {}", inventory.item_name(item))
}

#[test]
fn a_link_leads_to_what_it_names() {
    let inventory = library();
    for (link, expected) in [
        ("Vec2", "struct Vec2"),
        ("`Vec2`", "struct Vec2"),
        ("Vec2::x", "field x"),
        ("Marker", "enum Marker"),
        ("Error::BadName", "variant BadName"),
        ("Canvas", "opaque Canvas"),
        ("Visit", "callback Visit"),
        ("Recorder", "service Recorder"),
        ("Recorder::new", "constructor new"),
        ("Recorder::push()", "method push"),
        ("dot", "function dot"),
        ("dot()", "function dot"),
        ("MAX", "constant MAX"),
        ("struct@Vec2", "struct Vec2"),
        ("fn@dot", "function dot"),
        ("const@MAX", "constant MAX"),
        ("method@Recorder::push", "method push"),
        ("Vec2#layout", "struct Vec2"),
        ("r#dot", "function dot"),
        ("r#Vec2::r#x", "field x"),
        ("plotter::Vec2", "struct Vec2"),
        ("crate::Vec2", "struct Vec2"),
        ("super::super::Recorder::push", "method push"),
    ] {
        assert_eq!(found(&inventory, model::resolve(&inventory, link)), expected, "{link}");
    }
}

#[test]
fn a_link_leads_to_every_construct_and_its_parts() {
    let mut inventory = breadth();
    inventory.constants[0].head.path = "shapes::geometry::Point::ZERO".to_owned();
    inventory.constants[0].head.name = "POINT_ZERO".to_owned();
    for (link, expected) in [
        ("Shape", "tagged Shape"),
        ("enum@Shape", "tagged Shape"),
        ("Shape::Circle", "case Circle"),
        ("crate::Shape::Circle", "case Circle"),
        ("Shape::Circle::radius", "case field radius"),
        ("Shape::Line::radius", "nothing"),
        ("Bits", "union Bits"),
        ("union@Bits", "union Bits"),
        ("Bits::float", "union field float"),
        ("Mask::Write", "variant Write"),
        ("geometry::Point", "struct Point"),
        ("crate::geometry::Point::x", "field x"),
        ("geometry::Point::ZERO", "constant POINT_ZERO"),
        ("const@Point::ZERO", "constant POINT_ZERO"),
        ("Point::ZER", "nothing"),
        ("draw", "function draw"),
    ] {
        assert_eq!(found(&inventory, model::resolve(&inventory, link)), expected, "{link}");
    }
    let [shape, circle, radius, point] = ["Shape", "Shape::Circle", "Shape::Circle::radius", "geometry::Point"]
        .map(|link| model::resolve(&inventory, link).unwrap());
    for (of, link, expected) in [
        (shape, "Self::Line", "case Line"),
        (circle, "Self::Empty", "case Empty"),
        (radius, "Self", "tagged Shape"),
        (point, "Self::ZERO", "constant POINT_ZERO"),
    ] {
        assert_eq!(found(&inventory, model::resolve_in(&inventory, link, of)), expected, "{link}");
    }
}

#[test]
fn rusts_name_counts_and_not_that_of_bindings() {
    let mut inventory = library();
    inventory.structs[0].head.name = "Point".to_owned();
    assert_eq!(found(&inventory, model::resolve(&inventory, "Vec2")), "struct Point");
    assert_eq!(found(&inventory, model::resolve(&inventory, "Point")), "nothing");
    inventory.structs[0].head.path = "plotter::Pair<u8, f32>".to_owned();
    assert_eq!(found(&inventory, model::resolve(&inventory, "Pair")), "struct Point");
    inventory.structs[1].head.path = "plotter::Pair<u8, u8>".to_owned();
    assert_eq!(found(&inventory, model::resolve(&inventory, "Pair")), "nothing", "two could be meant");
    assert_eq!(model::resolve(&inventory, "Pair<u8, u8>"), Some(Item::Struct(crate::model::StructId(1))));
    assert_eq!(found(&inventory, model::resolve(&inventory, "Pair<u8>")), "nothing");
}

#[test]
fn a_link_to_something_else_leads_to_nothing() {
    let inventory = library();
    for link in [
        "",
        "`",
        "::",
        "Vec3",
        "Vec2::z",
        "Vec2()",
        "fn@Vec2",
        "struct@dot",
        "struct@Recorder::push",
        "std::vec::Vec2",
        "other::Vec2",
        "BadName",
        "Error::",
        "push",
        "Self",
        "Self::nothing",
        "crate",
        "crate::",
    ] {
        assert_eq!(found(&inventory, model::resolve(&inventory, link)), "nothing", "{link:?}");
    }
}

#[test]
fn modules_count_unless_a_re_export_may_be_meant() {
    let mut inventory = library();
    inventory.structs[0].head.path = "plotter::shapes::Vec2".to_owned();
    for (link, expected) in [
        ("Vec2", "struct Vec2"),
        ("shapes::Vec2", "struct Vec2"),
        ("shapes::Vec2::x", "field x"),
        ("crate::shapes::Vec2", "struct Vec2"),
        ("crate::Vec2", "struct Vec2"),
        ("colours::Vec2", "nothing"),
    ] {
        assert_eq!(found(&inventory, model::resolve(&inventory, link)), expected, "{link}");
    }
}

#[test]
fn of_several_at_different_places_the_link_finds_its_own() {
    let mut inventory = library();
    inventory.structs[0].head.path = "plotter::a::Vec2".to_owned();
    inventory.structs[1].head.path = "plotter::b::Vec2".to_owned();
    inventory.structs[1].head.name = "Vec2".to_owned();
    assert_eq!(model::resolve(&inventory, "b::Vec2"), Some(Item::Struct(crate::model::StructId(1))));
    assert_eq!(model::resolve(&inventory, "crate::b::Vec2"), Some(Item::Struct(crate::model::StructId(1))));
}

#[test]
fn self_is_the_item_whose_docs_have_the_link() {
    let inventory = library();
    let recorder = model::resolve(&inventory, "Recorder").unwrap();
    let push = model::resolve(&inventory, "Recorder::push").unwrap();
    let bad_name = model::resolve(&inventory, "Error::BadName").unwrap();
    for (of, link, expected) in [
        (recorder, "Self::push", "method push"),
        (push, "Self::new()", "constructor new"),
        (push, "Self", "service Recorder"),
        (bad_name, "Self::Full", "variant Full"),
        (bad_name, "Self::push", "nothing"),
        (bad_name, "Recorder::push", "method push"),
    ] {
        assert_eq!(found(&inventory, model::resolve_in(&inventory, link, of)), expected, "{link} in {}", inventory.item_name(of));
    }
    assert_eq!(found(&inventory, model::resolve(&inventory, "Self::push")), "method push", "only one item has it");
}

#[test]
fn self_leads_to_nothing_where_two_items_could_be_meant() {
    let mut inventory = library();
    inventory.enums[1].variants[0].name = "Full".to_owned();
    assert_eq!(model::resolve(&inventory, "Self::Full"), None);
}
