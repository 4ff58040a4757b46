//! Tests of the flat forms of structs that nest.

use super::{Form, RowPart, of};
use interoptopus::docs::Docs;
use interoptopus::model::{
    Case, Field, Head, Layout, Marks, Primitive, Registry, Repr, Struct, Tagged, Type, TypeKind, Union, Visibility,
};

struct Tag<const NAME: char>;

fn form(ty: impl FnOnce(&mut Registry) -> Type) -> Option<Form> {
    let mut registry = Registry::new("shapes", "0.1.0");
    let ty = ty(&mut registry);
    of(&registry.finish(), ty)
}

fn fields(types: &[Type]) -> Vec<Field> {
    let field = |(at, &ty)| Field { name: format!("f{at}"), docs: Docs::default(), visibility: Visibility::Public, ty };
    types.iter().enumerate().map(field).collect()
}

fn nothing() -> Layout {
    Layout { size: 0, align: 1, fields: Vec::new() }
}

fn structure<const NAME: char>(r: &mut Registry, types: &[Type], repr: Repr) -> Type {
    let name = NAME.to_string();
    let structure =
        Struct { head: Head { path: name.clone(), name, ..Head::default() }, fields: fields(types), repr, ..Struct::default() };
    r.define_struct::<Tag<NAME>>(|_| (structure, nothing()))
}

fn union<const NAME: char>(r: &mut Registry, types: &[Type]) -> Type {
    let (name, fields) = (NAME.to_string(), fields(types));
    let union = Union { head: Head { path: name.clone(), name, docs: Docs::default(), marks: Marks::default() }, fields };
    r.define_union::<Tag<NAME>>(|_| (union, nothing()))
}

/// An enum with data whose cases have these fields.
fn tagged<const NAME: char>(r: &mut Registry, cases: &[&[Type]]) -> Type {
    let case = |(at, types): (usize, &&[Type])| Case {
        name: format!("C{at}"),
        docs: Docs::default(),
        value: at as i128,
        fields: fields(types),
    };
    let (name, cases) = (NAME.to_string(), cases.iter().enumerate().map(case).collect());
    let (docs, marks, repr) = (Docs::default(), Marks::default(), Primitive::I32);
    let tagged = Tagged { head: Head { path: name.clone(), name, docs, marks }, repr, cases };
    r.define_tagged::<Tag<NAME>>(|_| (tagged, nothing()))
}

fn row(parts: &[RowPart], size: Option<usize>) -> Option<Form> {
    Some(Form::Row { parts: parts.to_vec(), size })
}

#[test]
fn numbers_are_in_a_row_where_c_sharp_finds_their_places() {
    let found = form(|r| {
        let [float, short] = [Primitive::F32, Primitive::U16].map(|p| r.primitive(p));
        let element = structure::<'a'>(r, &[float], Repr::C);
        let floats = r.intern(TypeKind::Array { element, len: 3 });
        structure::<'b'>(r, &[floats, short], Repr::C)
    });
    let float = RowPart::One("float");
    assert_eq!(found, row(&[float.clone(), float.clone(), float, RowPart::One("ushort")], None));
}

#[test]
fn a_word_behind_a_tag_is_in_a_row_as_it_is_elsewhere_on_each_platform() {
    let found = form(|r| {
        let word = r.primitive(Primitive::Usize);
        tagged::<'a'>(r, &[&[word], &[]])
    });
    assert_eq!(found, row(&[RowPart::One("uint"), RowPart::One("IntPtr")], None));
}

#[test]
fn what_overlaps_a_word_is_a_part_of_its_own() {
    let found = form(|r| {
        let [word, float] = [Primitive::Usize, Primitive::F32].map(|p| r.primitive(p));
        tagged::<'a'>(r, &[&[word], &[float, float]])
    });
    let overlapping = RowPart::Overlapping(vec![(0, "float"), (4, "float"), (0, "IntPtr")]);
    assert_eq!(found, row(&[RowPart::One("uint"), overlapping], None));
    let two_words = form(|r| {
        let [element, int] = [Primitive::Usize, Primitive::U32].map(|p| r.primitive(p));
        let words = r.intern(TypeKind::Array { element, len: 2 });
        union::<'a'>(r, &[words, int])
    });
    let overlapping = RowPart::Overlapping(vec![(0, "uint"), (0, "IntPtr")]);
    assert_eq!(two_words, row(&[overlapping, RowPart::One("IntPtr")], None));
}

#[test]
fn the_number_that_reaches_furthest_is_the_last() {
    let found = form(|r| {
        let [byte, double, int] = [Primitive::U8, Primitive::F64, Primitive::I32].map(|p| r.primitive(p));
        let doubles = r.intern(TypeKind::Array { element: double, len: 2 });
        union::<'a'>(r, &[doubles, int, byte])
    });
    let numbers = vec![(0, "byte"), (0, "uint"), (0, "double"), (8, "double")];
    assert_eq!(found, Some(Form::Placed { numbers, size: 16 }));
}

#[test]
fn padding_within_and_behind_stays() {
    let within = form(|r| {
        let [int, byte] = [Primitive::U32, Primitive::U8].map(|p| r.primitive(p));
        let inner = structure::<'a'>(r, &[int, byte], Repr::C);
        structure::<'b'>(r, &[inner, byte], Repr::C)
    });
    assert_eq!(within, Some(Form::Placed { numbers: vec![(0, "uint"), (4, "byte"), (8, "byte")], size: 12 }));
    let behind = form(|r| {
        let byte = r.primitive(Primitive::U8);
        let inner = structure::<'a'>(r, &[byte], Repr::C);
        structure::<'b'>(r, &[inner], Repr::Aligned(8))
    });
    assert_eq!(behind, row(&[RowPart::One("byte")], Some(8)));
}

#[test]
fn what_is_elsewhere_on_each_platform_and_overlaps_has_no_form() {
    let found = form(|r| {
        let [word, byte, wide] = [Primitive::Usize, Primitive::U8, Primitive::U64].map(|p| r.primitive(p));
        let inner = structure::<'a'>(r, &[byte, word], Repr::C);
        let wides = r.intern(TypeKind::Array { element: wide, len: 2 });
        union::<'b'>(r, &[inner, wides])
    });
    assert_eq!(found, None);
}
