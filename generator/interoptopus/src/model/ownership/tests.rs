//! The ownership of types.

use super::Ownership::{self, Borrowing, Owning, Plain};
use crate::model::fixture::{breadth, described_struct, library};
use crate::model::{self, Access, PointerKind, Primitive, Registry, Type, TypeKind};

struct Tag<const NAME: char>;

fn of(ty: impl FnOnce(&mut Registry) -> Type) -> Ownership {
    let mut r = Registry::new("shapes", "0.1.0");
    let ty = ty(&mut r);
    model::ownership(r.so_far(), ty)
}

#[test]
fn references_borrow_and_raw_pointers_are_bytes() {
    let pointer = |kind| {
        of(|r| {
            let u8 = r.primitive(Primitive::U8);
            r.pointer(u8, Access::Read, kind)
        })
    };
    use PointerKind::{NonNull, Nullable, Raw, Reference};
    assert_eq!([Reference, Nullable, Raw, NonNull].map(pointer), [Borrowing, Borrowing, Plain, Plain]);
    assert_eq!(of(|r| r.intern(TypeKind::Str { nullable: true })), Borrowing);
    assert_eq!(of(|r| r.intern(TypeKind::CStr { nullable: false })), Borrowing);
}

#[test]
fn a_composite_is_what_the_strongest_of_its_parts_is() {
    let text = |r: &mut Registry| r.intern(TypeKind::Str { nullable: false });
    let number = |r: &mut Registry| r.primitive(Primitive::U8);
    let around = |inner: fn(&mut Registry) -> Type| {
        of(|r| {
            let (first, inner) = (r.primitive(Primitive::U8), inner(r));
            let element = r.define_struct::<Tag<'s'>>(|_| described_struct("S", &[("a", first), ("b", inner)]));
            let value = r.intern(TypeKind::Array { element, len: 2 });
            r.intern(TypeKind::Option { value })
        })
    };
    assert_eq!([around(text), around(number)], [Borrowing, Plain]);
}

#[test]
fn objects_are_owned_by_who_gets_them() {
    let inventory = library();
    let service = inventory.types().find(|ty| matches!(inventory.kind(*ty), TypeKind::Service(_)));
    assert_eq!(service.map(|ty| model::ownership(&inventory, ty)), Some(Owning));
}

#[test]
fn every_type_there_is_has_an_owner() {
    let inventory = breadth();
    for ty in inventory.types() {
        let is_callback = matches!(inventory.kind(ty), TypeKind::Callback { .. });
        assert!(!is_callback || model::ownership(&inventory, ty) == Borrowing, "{}", model::type_name(&inventory, ty));
    }
}
