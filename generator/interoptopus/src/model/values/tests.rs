//! Queries about values.

use crate::model::fixture::{breadth, callback, described_enum, described_struct, slice};
use crate::model::{self, Access, Inventory, PointerKind, Primitive, Registry, Type, TypeKind, Union};

struct Tag<const NAME: char>;

/// Pairs: any bytes are a value; a value has to be checked.
fn said(ty: impl FnOnce(&mut Registry) -> Type) -> (bool, bool) {
    let mut r = Registry::new("shapes", "0.1.0");
    let ty = ty(&mut r);
    (model::is_plain_data(r.so_far(), ty), model::needs_check(r.so_far(), ty))
}

#[test]
fn any_bytes_are_a_number_and_not_all_are_another_value() {
    let primitive = |primitive| said(|r| r.primitive(primitive));
    for number in [Primitive::U8, Primitive::I128, Primitive::U128, Primitive::F64, Primitive::CChar, Primitive::CULong] {
        assert_eq!(primitive(number), (true, false), "{number:?}");
    }
    assert_eq!(primitive(Primitive::Bool), (false, false), "languages have bools of their own");
    assert_eq!(primitive(Primitive::Char), (false, true));
    let non_zero = |nullable| said(|r| r.intern(TypeKind::NonZero { primitive: Primitive::U8, nullable }));
    assert_eq!([non_zero(false), non_zero(true)], [(false, true), (true, false)]);
    assert_eq!(said(|r| r.define_enum::<Tag<'e'>>(|| described_enum("E", Primitive::U8, &[("A", 1)], false))), (false, true));
}

#[test]
fn a_null_is_no_reference() {
    let pointer = |kind| {
        said(|r| {
            let u8 = r.primitive(Primitive::U8);
            r.pointer(u8, Access::Write, kind)
        })
    };
    use PointerKind::{NonNull, Nullable, Raw, Reference};
    assert_eq!([Reference, NonNull].map(pointer), [(false, true); 2]);
    assert_eq!([Nullable, Raw].map(pointer), [(false, false), (true, false)]);
    assert_eq!([false, true].map(|nullable| said(|r| r.intern(TypeKind::CStr { nullable })).1), [true, false]);
}

#[test]
fn a_composite_is_what_it_is_made_of() {
    let around = |inner: fn(&mut Registry) -> Type| {
        let in_struct = said(|r| {
            let inner = inner(r);
            let array = r.intern(TypeKind::Array { element: inner, len: 2 });
            let u8 = r.primitive(Primitive::U8);
            r.define_struct::<Tag<'s'>>(|_| described_struct("S", &[("a", u8), ("b", array)]))
        });
        let option = said(|r| {
            let value = inner(r);
            r.intern(TypeKind::Option { value })
        });
        (in_struct, option.1)
    };
    assert_eq!(around(|r| r.primitive(Primitive::U8)), ((true, false), false));
    assert_eq!(around(|r| r.primitive(Primitive::Bool)), ((false, false), false));
    assert_eq!(around(|r| r.primitive(Primitive::Char)), ((false, true), true));
    assert_eq!(
        around(|r| r.define_union::<Tag<'u'>>(|_| (Union::default(), crate::model::Layout::of::<u8>(&[])))),
        ((true, false), false)
    );
}

#[test]
fn what_is_checked_elsewhere_needs_no_check_of_its_value() {
    assert_eq!(said(|r| r.intern(TypeKind::Str { nullable: false })), (false, false));
    assert_eq!(
        said(|r| {
            let u8 = r.primitive(Primitive::Char);
            slice(r, u8, Access::Read, false)
        }),
        (false, false)
    );
    assert_eq!(
        said(|r| {
            let u8 = r.primitive(Primitive::U8);
            callback(r, &[], u8)
        }),
        (false, false)
    );
}

fn named(library: &Inventory, name: &str) -> Type {
    library.types().find(|&ty| model::type_name(library, ty) == name).expect("the fixture has it")
}

#[test]
fn a_transparent_struct_is_its_field_by_value() {
    let library = breadth();
    let (millis, packed, point) = (named(&library, "Point"), named(&library, "Packed"), named(&library, "geometry::Point"));
    assert_eq!((model::abi_value(&library, millis), model::transparent(&library, millis)), (packed, Some(packed)));
    assert_eq!((model::abi_value(&library, packed), model::transparent(&library, point)), (packed, None));
}

#[test]
fn a_scalar_is_a_primitive_by_whatever_name() {
    let library = breadth();
    let of = |kind: fn(&TypeKind) -> bool| {
        library.types().find(|&ty| kind(library.kind(ty))).and_then(|ty| model::scalar(&library, ty))
    };
    assert_eq!(of(|kind| *kind == TypeKind::Primitive(Primitive::U128)), Some(Primitive::U128));
    assert_eq!(of(|kind| matches!(kind, TypeKind::NonZero { .. })), Some(Primitive::U32));
    assert_eq!(of(|kind| matches!(kind, TypeKind::Enum(_))), Some(library.enums()[0].repr));
    assert_eq!(of(|kind| matches!(kind, TypeKind::Struct(_))), None);
}

#[test]
fn what_a_type_contains_is_found_at_any_depth() {
    let library = breadth();
    let is = |primitive| move |library: &Inventory, ty| *library.kind(ty) == TypeKind::Primitive(primitive);
    let holds = |name: &str, primitive| model::contains(&library, named(&library, name), &|ty| is(primitive)(&library, ty));
    assert!(holds("Shape", Primitive::F32) && holds("Bits", Primitive::U32) && holds("Point", Primitive::U64));
    assert!(!holds("Shape", Primitive::U32) && !holds("NonNull<Bits>", Primitive::U32) && !holds("Mask", Primitive::U8));
    assert_eq!(model::contained(&library, named(&library, "Shape")).len(), 4);
}
