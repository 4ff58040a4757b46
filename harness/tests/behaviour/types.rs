//! The types of the suite's library, described by hand as the macros would do it.

use interoptopus::docs::Docs;
use interoptopus::model::{
    Case, Enum, Field, Head, Layout, Primitive, Registry, Repr, Struct, Tagged, Type, TypeKind, Union, Variant, Visibility,
};
use std::mem::offset_of;

#[repr(C)]
struct Pair {
    first: i16,
    second: u32,
}

#[repr(i8)]
#[allow(dead_code)] // It is here to be measured.
enum Sign {
    Minus = -1,
}

#[repr(transparent)]
#[allow(dead_code)] // It is here to be measured.
struct Meters(i64);

#[repr(C)]
#[allow(dead_code)] // It is here to be measured.
union Number {
    whole: i32,
    wide: u64,
}

#[repr(C, u8)]
#[allow(dead_code)] // It is here to be measured.
enum Shape {
    Point,
    Circle { radius: u16 },
}

#[repr(C, align(32))]
#[allow(dead_code)] // It is here to be measured.
struct Room {
    size: u8,
}

/// All of them; the first is `Pair`.
pub(crate) fn define(registry: &mut Registry) -> Type {
    let pair = pair(registry);
    sign(registry);
    meters(registry);
    number(registry);
    shape(registry);
    room(registry);
    pair
}

pub(crate) fn named(module: &str, name: &str) -> (String, String, Docs) {
    (name.to_owned(), format!("fake::{module}::{name}"), Docs::default())
}

fn field(registry: &mut Registry, name: &str, primitive: Primitive) -> Field {
    let ty = registry.primitive(primitive);
    Field { name: name.to_owned(), docs: Docs::default(), visibility: Visibility::Public, ty }
}

fn pair(registry: &mut Registry) -> Type {
    registry.define_struct::<Pair>(|registry| {
        let (name, path, docs) = named("pairs", "Pair");
        let fields = vec![field(registry, "first", Primitive::I16), field(registry, "second", Primitive::U32)];
        let layout = Layout::of::<Pair>(&[("first", offset_of!(Pair, first), 2), ("second", offset_of!(Pair, second), 4)]);
        (Struct { head: Head { name, path, docs, ..Head::default() }, fields, ..Default::default() }, layout)
    })
}

fn sign(registry: &mut Registry) -> Type {
    registry.define_enum::<Sign>(|| {
        let (name, path, docs) = named("signs", "Sign");
        let variants = vec![Variant { name: "Minus".to_owned(), docs: Docs::default(), value: -1 }];
        let repr = Primitive::I8;
        (
            Enum { head: Head { name, path, docs, marks: Default::default() }, repr, variants, flags: false, error: false },
            Layout::of::<Sign>(&[]),
        )
    })
}

fn meters(registry: &mut Registry) -> Type {
    registry.define_struct::<Meters>(|registry| {
        let (name, path, docs) = named("units", "Meters");
        let fields = vec![field(registry, "value", Primitive::I64)];
        let layout = Layout::of::<Meters>(&[("value", 0, 8)]);
        (
            Struct { head: Head { name, path, docs, ..Head::default() }, fields, repr: Repr::Transparent, ..Default::default() },
            layout,
        )
    })
}

fn room(registry: &mut Registry) -> Type {
    registry.define_struct::<Room>(|registry| {
        let (name, path, docs) = named("rooms", "Room");
        let fields = vec![field(registry, "size", Primitive::U8)];
        let layout = Layout::of::<Room>(&[("size", 0, 1)]);
        (
            Struct { head: Head { name, path, docs, ..Head::default() }, fields, repr: Repr::Aligned(32), ..Default::default() },
            layout,
        )
    })
}

fn number(registry: &mut Registry) -> Type {
    registry.define_union::<Number>(|registry| {
        let (name, path, docs) = named("numbers", "Number");
        let fields = vec![field(registry, "whole", Primitive::I32), field(registry, "wide", Primitive::U64)];
        let layout = Layout::of::<Number>(&[("whole", 0, 4), ("wide", 0, 8)]);
        (Union { head: Head { name, path, docs, ..Head::default() }, fields }, layout)
    })
}

fn shape(registry: &mut Registry) -> Type {
    registry.define_tagged::<Shape>(|registry| {
        let (name, path, docs) = named("shapes", "Shape");
        let case = |name: &str, value, fields| Case { name: name.to_owned(), docs: Docs::default(), value, fields };
        let radius = field(registry, "radius", Primitive::U16);
        let cases = vec![case("Point", 0, Vec::new()), case("Circle", 1, vec![radius])];
        let layout = Layout::of::<Shape>(&[("tag", 0, 1), ("Circle.radius", 2, 2)]);
        (Tagged { head: Head { name, path, docs, marks: Default::default() }, repr: Primitive::U8, cases }, layout)
    })
}

/// Nothing.
pub(crate) fn void(registry: &mut Registry) -> Type {
    registry.intern(TypeKind::Void)
}
