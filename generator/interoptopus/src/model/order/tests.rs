//! The order of definitions.

use crate::Checked;
use crate::docs::Docs;
use crate::model::fixture::{bare, breadth, described_struct, guarded, library, library_backwards, slice};
use crate::model::{
    self, Access, Callback, Case, Circle, Defined, Field, Head, Inventory, Layout, Marks, Parameter, PointerKind, Primitive,
    Registry, Tagged, Type, TypeKind, Visibility,
};

struct Tag<const NAME: char>;

fn names(inventory: &Inventory) -> Vec<String> {
    model::definition_order(inventory).into_iter().map(|ty| model::type_name(inventory, ty)).collect()
}

#[test]
fn what_a_type_mentions_comes_first_then_names_decide() {
    assert_eq!(
        names(&library()),
        [
            "Canvas",
            "Error",
            "Marker",
            "Recorder",
            "Result<u32>",
            "Str",
            "Vec2",
            "Option<Vec2>",
            "Path",
            "Result<Recorder>",
            "Result<Str>",
            "Slice<Vec2>",
            "Visit",
            "Result<Option<Vec2>>",
            "Result<Slice<Vec2>>",
        ]
    );
}

#[test]
fn the_order_of_registration_does_not_matter() {
    assert_eq!(names(&library()), names(&library_backwards()));
}

#[test]
fn adding_an_item_moves_no_other() {
    let mut r = Registry::new("plotter", "0.1.0");
    let u8 = r.primitive(Primitive::U8);
    let inner = r.define_struct::<Tag<'z'>>(|_| described_struct("Z", &[("x", u8)]));
    r.define_struct::<Tag<'m'>>(|_| described_struct("M", &[("x", inner)]));
    let before = names(r.so_far());
    assert_eq!(before, ["Z", "M"]);

    let outer = r.define_struct::<Tag<'a'>>(|_| described_struct("A", &[("x", inner)]));
    let outcome = guarded(&mut r, "f", &[], outer, None);
    r.inventory.functions.push(outcome);
    let after = names(r.so_far());
    assert_eq!(after, ["Z", "A", "M", "Result<A>"]);
    assert_eq!(after.into_iter().filter(|name| before.contains(name)).collect::<Vec<_>>(), before);
}

#[test]
fn what_is_two_parameters_needs_no_definition_but_its_elements_do() {
    let mut r = Registry::new("plotter", "0.1.0");
    let (u8, void) = (r.primitive(Primitive::U8), r.intern(TypeKind::Void));
    let element = r.define_struct::<Tag<'e'>>(|_| described_struct("E", &[("x", u8)]));
    let parameters = [("a", slice(&mut r, element, Access::Write, true)), ("b", r.intern(TypeKind::Str { nullable: false }))];
    r.inventory.functions.push(bare("f", &parameters, void));
    assert_eq!(names(r.so_far()), ["E"]);

    r.inventory.functions.push(bare("g", &[], parameters[0].1));
    assert_eq!(names(r.so_far()), ["E", "SliceMut<E>"], "the form that is not null stands for both");
    assert_eq!(model::type_name(r.so_far(), r.so_far().definition_of(parameters[0].1)), "SliceMut<E>");
}

/// `struct Node { children: Slice<Node>, parent: *const Node, each: Each }`, where `Each` is `extern "C" fn(Node)`.
fn node(r: &mut Registry) -> Type {
    r.define_struct::<Tag<'n'>>(|r| {
        let this = node(r);
        let parent = r.pointer(this, Access::Read, PointerKind::Raw);
        let children = slice(r, this, Access::Read, false);
        described_struct("Node", &[("children", children), ("parent", parent), ("each", each(r))])
    })
}

fn each(r: &mut Registry) -> Type {
    r.define_callback::<Tag<'e'>>(|r| Callback {
        head: Head {
            name: "Each".to_owned(),
            path: "plotter::Each".to_owned(),
            docs: Default::default(),
            marks: Default::default(),
        },
        parameters: vec![Parameter { name: "node".to_owned(), ty: node(r) }],
        returns: r.intern(TypeKind::Void),
    })
}

#[test]
fn a_cycle_through_pointers_has_an_order_in_which_values_are_complete() {
    for first in [node, each] {
        let mut r = Registry::new("plotter", "0.1.0");
        first(&mut r);
        assert_eq!(names(r.so_far()), ["Each", "Slice<Node>", "Node"]);
        assert_eq!(definitions(r.so_far()), ["[Node] Each", "Slice<Node>", "Node!"]);
    }
}

#[test]
fn what_sum_types_and_unions_are_made_of_comes_first() {
    let all = names(&breadth());
    let at = |name: &str| all.iter().position(|its| its == name).unwrap_or_else(|| panic!("{name} in {all:?}"));
    for (first, then) in [("geometry::Point", "Shape"), ("Style", "Shape"), ("Packed", "Point")] {
        assert!(at(first) < at(then), "{first} before {then}");
    }
    assert!(all.contains(&"Bits".to_owned()) && all.contains(&"Mask".to_owned()));
}

#[test]
fn a_sum_type_may_lead_to_itself() {
    fn tree(r: &mut Registry) -> Type {
        r.define_tagged::<Tag<'t'>>(|r| {
            let this = tree(r);
            let field =
                |name: &str, ty| Field { name: name.to_owned(), docs: Docs::default(), visibility: Visibility::Public, ty };
            let left = field("left", r.pointer(this, Access::Read, PointerKind::Nullable));
            let case = Case { name: "Node".to_owned(), docs: Docs::default(), value: 0, fields: vec![left] };
            let (name, path, docs, marks) = ("Tree".to_owned(), "plotter::Tree".to_owned(), Docs::default(), Marks::default());
            let tagged = Tagged { head: Head { name, path, docs, marks }, repr: Primitive::I32, cases: vec![case] };
            (tagged, Layout::of::<[usize; 2]>(&[("tag", 0, 4), ("Node.left", 8, 8)]))
        })
    }
    let mut r = Registry::new("plotter", "0.1.0");
    tree(&mut r);
    assert_eq!(names(r.so_far()), ["Tree"]);
    assert_eq!(definitions(r.so_far()), ["[Tree] Tree!"]);
    assert!(Checked::new(r.finish()).is_ok());
}

/// The definitions of an inventory: each type, the names that are declared ahead of it in brackets before it, and `!` if its own was.
fn definitions(inventory: &Inventory) -> Vec<String> {
    let name = |ty: Type| model::type_name(inventory, ty);
    let defined = model::definitions(inventory).0.into_iter();
    defined
        .map(|Defined { ty, ahead, is_declared }| {
            let ahead: String = ahead.into_iter().map(|ty| format!("[{}] ", name(ty))).collect();
            format!("{ahead}{}{}", name(ty), if is_declared { "!" } else { "" })
        })
        .collect()
}

/// `extern "C" fn(again: Again)`: a pointer to a function that takes the like of itself.
fn again(r: &mut Registry) -> Type {
    r.define_callback::<Tag<'a'>>(|r| Callback {
        head: Head {
            name: "Again".to_owned(),
            path: "plotter::Again".to_owned(),
            docs: Default::default(),
            marks: Default::default(),
        },
        parameters: vec![Parameter { name: "again".to_owned(), ty: again(r) }],
        returns: r.intern(TypeKind::Void),
    })
}

#[test]
fn a_circle_without_a_name_that_can_be_declared_ahead_has_no_order() {
    let mut r = Registry::new("plotter", "0.1.0");
    let again = again(&mut r);
    assert_eq!(model::definitions(r.so_far()).1, [Circle(vec![again])]);
}

#[test]
fn an_array_of_a_struct_needs_the_struct_even_behind_a_pointer() {
    fn row(r: &mut Registry) -> Type {
        r.define_struct::<Tag<'r'>>(|r| {
            let row = row(r);
            let array = r.intern(TypeKind::Array { element: row, len: 2 });
            let pointer = r.pointer(array, Access::Read, PointerKind::Raw);
            described_struct("Row", &[("others", pointer)])
        })
    }
    let mut r = Registry::new("plotter", "0.1.0");
    let row = row(&mut r);
    assert_eq!(model::definitions(r.so_far()).1, [Circle(vec![row])]);
}

#[test]
fn what_a_type_leads_to_is_found_through_pointers_and_callbacks() {
    let mut r = Registry::new("plotter", "0.1.0");
    let each = each(&mut r);
    let node = node(&mut r);
    assert!(model::reachable(r.so_far(), [each]).contains(&node) && model::reachable(r.so_far(), [node]).contains(&each));
    let void = r.intern(TypeKind::Void);
    assert!(!model::reachable(r.so_far(), [void]).contains(&node));
}
