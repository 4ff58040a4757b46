//! Identities, ids and interning.

use super::{Head, Identity, Registry};
use crate::Checked;
use crate::docs::Docs;
use crate::model::fixture::{described_enum, described_struct};
use crate::model::{Access, Case, Field, Layout, PointerKind, Primitive, Tagged, TypeKind, Union, Visibility};

#[test]
fn lifetimes_do_not_count_and_everything_else_does() {
    fn of_borrowed<'a>(_: &'a str) -> Identity {
        Identity::of::<&'a str>()
    }
    assert_eq!(of_borrowed(&String::from("short")), Identity::of::<&'static str>());
    assert_ne!(Identity::of::<&str>(), Identity::of::<&mut str>());
    assert_ne!(Identity::of::<u8>(), Identity::of::<i8>());
    assert_eq!(Identity::of::<str>(), Identity::of::<str>());
}

#[test]
fn equal_types_are_the_same() {
    let mut r = Registry::new("plotter", "0.1.0");
    let u8 = r.primitive(Primitive::U8);
    assert_eq!(u8, r.primitive(Primitive::U8));
    let pointer = r.pointer(u8, Access::Read, PointerKind::Raw);
    assert_eq!(pointer, r.pointer(u8, Access::Read, PointerKind::Raw));
    assert_ne!(pointer, r.pointer(u8, Access::Write, PointerKind::Raw));
}

#[test]
fn an_item_is_described_once_and_may_ask_for_itself_meanwhile() {
    struct Node;
    let mut r = Registry::new("plotter", "0.1.0");
    let first = r.define_struct::<Node>(|r| {
        let this = r.define_struct::<Node>(|_| panic!("its id is reserved"));
        let next = r.pointer(this, Access::Read, PointerKind::Nullable);
        described_struct("Node", &[("next", next)])
    });
    assert_eq!(first, r.define_struct::<Node>(|_| panic!("it is known")));
    assert_eq!(r.so_far().structs().len(), 1);
    assert!(r.so_far().layout(first).is_some());
    assert!(Checked::new(r.finish()).is_ok());
}

#[test]
fn unions_and_sum_types_may_ask_for_themselves_meanwhile() {
    struct Tree;
    struct Bits;
    let field = |name: &str, ty| Field { name: name.to_owned(), docs: Docs::default(), visibility: Visibility::Public, ty };
    let mut r = Registry::new("plotter", "0.1.0");
    let tree = r.define_tagged::<Tree>(|r| {
        let this = r.define_tagged::<Tree>(|_| panic!("its id is reserved"));
        let fields = vec![field("next", r.pointer(this, Access::Read, PointerKind::Raw))];
        let case = Case { name: "Node".to_owned(), docs: Docs::default(), value: 0, fields };
        let (name, path, docs, marks) = ("Tree".to_owned(), "plotter::Tree".to_owned(), Docs::default(), Default::default());
        let layout = Layout::of::<[usize; 2]>(&[("tag", 0, 4), ("Node.next", 8, 8)]);
        (Tagged { head: Head { name, path, docs, marks }, repr: Primitive::I32, cases: vec![case] }, layout)
    });
    let bits = r.define_union::<Bits>(|r| {
        let this = r.define_union::<Bits>(|_| panic!("its id is reserved"));
        let fields = vec![field("next", r.pointer(this, Access::Read, PointerKind::Raw))];
        let (name, path) = ("Bits".to_owned(), "plotter::Bits".to_owned());
        (Union { head: Head { name, path, ..Head::default() }, fields }, Layout::of::<usize>(&[("next", 0, 8)]))
    });
    assert_eq!(tree, r.define_tagged::<Tree>(|_| panic!("it is known")));
    assert_eq!(bits, r.define_union::<Bits>(|_| panic!("it is known")));
    assert_eq!((r.so_far().tagged().len(), r.so_far().unions().len()), (1, 1));
    assert!(Checked::new(r.finish()).is_ok());
}

#[test]
fn ids_are_given_in_the_order_of_registration() {
    struct A;
    struct B;
    let mut r = Registry::new("plotter", "0.1.0");
    for (name, value) in [("B", 1), ("A", 2)] {
        let describe = || described_enum(name, Primitive::U8, &[("X", value)], false);
        let _ = if name == "A" { r.define_enum::<A>(describe) } else { r.define_enum::<B>(describe) };
    }
    assert_eq!(r.so_far().enums().iter().map(|e| e.head.name.as_str()).collect::<Vec<_>>(), ["B", "A"]);
}

#[test]
fn what_may_be_null_brings_its_other_form_with_the_same_layout() {
    let mut r = Registry::new("plotter", "0.1.0");
    let layout = Layout::of::<[usize; 2]>(&[("data", 0, 8), ("len", 8, 8)]);
    let nullable = r.intern(TypeKind::Str { nullable: true });
    let plain = r.so_far().definition_of(nullable);
    assert_eq!(*r.so_far().kind(plain), TypeKind::Str { nullable: false });
    assert_eq!(plain, r.so_far().definition_of(plain));
    assert_eq!(r.so_far().layout(nullable), None);
    for kind in [TypeKind::Str { nullable: false }, TypeKind::Str { nullable: true }] {
        let mut r = Registry::new("plotter", "0.1.0");
        let nullable = r.intern(TypeKind::Str { nullable: true });
        r.intern_with_layout(kind, layout.clone());
        assert_eq!(r.so_far().layout(nullable), Some(&layout));
        assert_eq!(r.so_far().layout(r.so_far().definition_of(nullable)), Some(&layout));
    }
}
