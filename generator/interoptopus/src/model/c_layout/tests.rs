//! Memory by C's rules.

use super::{Extent, Number, NumberKind, Target};
use crate::docs::Docs;
use crate::model::fixture::described_struct;
use crate::model::{
    self, Case, Field, Head, Layout, Marks, Primitive, Registry, Repr, Struct, Tagged, Type, TypeKind, Union, Visibility,
};

struct Tag<const NAME: char>;

const LINUX: Target = Target { word: 8, long: 8, wide: 8 };
const WINDOWS: Target = Target { word: 8, long: 4, wide: 8 };
const ARM_32: Target = Target { word: 4, long: 4, wide: 8 };
const X86_32: Target = Target { word: 4, long: 4, wide: 4 };

fn on(target: Target, ty: impl FnOnce(&mut Registry) -> Type) -> (Extent, Vec<(usize, usize)>) {
    let mut r = Registry::new("shapes", "0.1.0");
    let ty = ty(&mut r);
    let numbers = model::numbers_by_c(r.so_far(), ty, target);
    (model::extent_by_c(r.so_far(), ty, target), numbers.iter().map(|n| (n.at, n.size)).collect())
}

fn structure(r: &mut Registry, repr: Repr, fields: &[(&str, Type)]) -> Type {
    r.define_struct::<Tag<'s'>>(|_| {
        let (structure, layout) = described_struct("S", fields);
        (Struct { repr, ..structure }, layout)
    })
}

#[test]
fn words_and_long_are_as_wide_as_the_target_has_them() {
    let all = |r: &mut Registry| {
        let fields = [Primitive::U8, Primitive::Usize, Primitive::CLong, Primitive::F64].map(|p| r.primitive(p));
        structure(r, Repr::C, &["a", "b", "c", "d"].into_iter().zip(fields).collect::<Vec<_>>())
    };
    assert_eq!(on(LINUX, all), (Extent { size: 32, align: 8 }, vec![(0, 1), (8, 8), (16, 8), (24, 8)]));
    assert_eq!(on(WINDOWS, all), (Extent { size: 32, align: 8 }, vec![(0, 1), (8, 8), (16, 4), (24, 8)]));
    assert_eq!(on(ARM_32, all), (Extent { size: 24, align: 8 }, vec![(0, 1), (4, 4), (8, 4), (16, 8)]));
    assert_eq!(on(X86_32, all), (Extent { size: 20, align: 4 }, vec![(0, 1), (4, 4), (8, 4), (12, 8)]));
}

#[test]
fn what_is_packed_or_aligned_is_where_its_author_said() {
    let with = |repr| {
        move |r: &mut Registry| {
            let (byte, wide) = (r.primitive(Primitive::U8), r.primitive(Primitive::U64));
            structure(r, repr, &[("a", byte), ("b", wide)])
        }
    };
    assert_eq!(on(LINUX, with(Repr::Packed(2))), (Extent { size: 10, align: 2 }, vec![(0, 1), (2, 8)]));
    assert_eq!(on(LINUX, with(Repr::Aligned(32))), (Extent { size: 32, align: 32 }, vec![(0, 1), (8, 8)]));
}

#[test]
fn patterns_and_arrays_are_the_structs_that_they_are_to_c() {
    let outcome = |r: &mut Registry| {
        let element = r.primitive(Primitive::U16);
        let value = r.intern(TypeKind::Array { element, len: 3 });
        let value = r.intern(TypeKind::Option { value });
        r.intern(TypeKind::Outcome { value })
    };
    let numbers = vec![(0, 4), (4, 2), (6, 2), (8, 2), (10, 1)];
    assert_eq!(on(LINUX, outcome), (Extent { size: 12, align: 4 }, numbers));
    let text = |r: &mut Registry| r.intern(TypeKind::Str { nullable: false });
    assert_eq!(on(ARM_32, text), (Extent { size: 8, align: 4 }, vec![(0, 4), (4, 4)]));
    let nothing = |r: &mut Registry| r.intern(TypeKind::Void);
    assert_eq!(on(LINUX, nothing), (Extent { size: 0, align: 1 }, vec![]));
}

#[test]
fn numbers_say_what_registers_they_ask_for() {
    let mut r = Registry::new("shapes", "0.1.0");
    let [float, word, wide] = [Primitive::F32, Primitive::Usize, Primitive::U64].map(|p| r.primitive(p));
    let ty = structure(&mut r, Repr::C, &[("a", float), ("b", word), ("c", wide)]);
    let number = |at, size, kind| Number { at, size, kind };
    let expected = [number(0, 4, NumberKind::Float), number(4, 4, NumberKind::Word), number(8, 8, NumberKind::Integer)];
    assert_eq!(model::numbers_by_c(r.so_far(), ty, ARM_32), expected);
}

#[test]
fn a_layout_has_the_fields_of_rust_s_where_the_target_has_them() {
    let mut r = Registry::new("shapes", "0.1.0");
    let (byte, word) = (r.primitive(Primitive::U8), r.primitive(Primitive::Usize));
    let (structure, union) =
        (structure(&mut r, Repr::C, &[("a", byte), ("b", word)]), union_of(&mut r, &[("c", byte), ("d", word)]));
    let tagged = tagged_of(&mut r, &[("One", &[("x", byte), ("y", word)]), ("None", &[]), ("Two", &[("z", byte)])]);
    let layout = |ty, target| {
        let Layout { size, align, fields } = model::layout_by_c(r.so_far(), ty, target).unwrap();
        let fields: Vec<_> = fields.into_iter().map(|f| (f.name, f.offset, f.size)).collect();
        (size, align, fields)
    };
    let named =
        |fields: &[(&str, usize, usize)]| fields.iter().map(|&(name, at, size)| (name.to_owned(), at, size)).collect::<Vec<_>>();
    assert_eq!(layout(structure, LINUX), (16, 8, named(&[("a", 0, 1), ("b", 8, 8)])));
    assert_eq!(layout(structure, ARM_32), (8, 4, named(&[("a", 0, 1), ("b", 4, 4)])));
    assert_eq!(layout(union, LINUX), (8, 8, named(&[("c", 0, 1), ("d", 0, 8)])));
    let cases = named(&[("tag", 0, 4), ("One.x", 8, 1), ("One.y", 16, 8), ("Two.z", 8, 1)]);
    assert_eq!(layout(tagged, LINUX), (24, 8, cases));
    assert_eq!(model::layout_by_c(r.so_far(), word, LINUX), None);
}

fn field((name, ty): &(&str, Type)) -> Field {
    Field { name: (*name).to_owned(), docs: Docs::default(), visibility: Visibility::Public, ty: *ty }
}

fn union_of(r: &mut Registry, fields: &[(&str, Type)]) -> Type {
    r.define_union::<Tag<'u'>>(|_| {
        let (name, path, docs, marks) = ("U".to_owned(), "shapes::U".to_owned(), Docs::default(), Marks::default());
        (Union { head: Head { name, path, docs, marks }, fields: fields.iter().map(field).collect() }, Layout::of::<usize>(&[]))
    })
}

/// A case by its name and fields.
type Named<'a> = (&'a str, &'a [(&'a str, Type)]);

fn tagged_of(r: &mut Registry, cases: &[Named<'_>]) -> Type {
    r.define_tagged::<Tag<'t'>>(|_| {
        let case = |(value, (name, fields)): (usize, &Named<'_>)| Case {
            name: (*name).to_owned(),
            docs: Docs::default(),
            value: value as i128,
            fields: fields.iter().map(field).collect(),
        };
        let (name, path, docs, marks) = ("T".to_owned(), "shapes::T".to_owned(), Docs::default(), Marks::default());
        let cases = cases.iter().enumerate().map(case).collect();
        (Tagged { head: Head { name, path, docs, marks }, repr: Primitive::I32, cases }, Layout::of::<usize>(&[]))
    })
}
