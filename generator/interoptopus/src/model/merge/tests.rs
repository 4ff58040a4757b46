//! Two inventories in one.

use crate::Checked;
use crate::model::fixture::{bare, breadth, library, library_backwards};
use crate::model::{self, Inventory, Marks, Primitive, Registry};

fn merged(one: Inventory, other: Inventory) -> Inventory {
    let all = model::merge(one, other);
    assert_eq!(Checked::new(all.clone()).err().map(|problems| problems.to_string()), None);
    all
}

fn problems(inventory: Inventory) -> Vec<String> {
    Checked::new(inventory).err().iter().flatten().map(ToString::to_string).collect()
}

#[test]
fn the_items_of_both_are_one_librarys() {
    let all = merged(library(), breadth());
    let count = |inventory: &Inventory| inventory.items().count();
    assert_eq!(count(&all), count(&library()) + count(&breadth()));
    assert_eq!((all.library.as_str(), all.structs().len(), all.unions().len()), ("plotter", 5, 1));
    let names = |inventory: &Inventory| {
        model::definition_order(inventory).into_iter().map(|ty| model::type_name(inventory, ty)).collect::<Vec<_>>()
    };
    let (mut both, mut expected) = (names(&all), [names(&library()), names(&breadth())].concat());
    both.sort();
    expected.sort();
    expected.dedup();
    assert_eq!(both, expected);
    for ty in breadth().types().filter(|&ty| breadth().layout(ty).is_some()) {
        let name = model::type_name(&breadth(), ty);
        assert!(all.types().any(|ty| model::type_name(&all, ty) == name && all.layout(ty).is_some()), "{name}");
    }
}

#[test]
fn what_both_have_is_one_however_it_is_numbered() {
    let twice = merged(library(), library_backwards());
    assert_eq!(twice, library());
    assert_eq!(model::api_guard(&twice), model::api_guard(&library()));
    assert_eq!(merged(merged(library(), breadth()), breadth()).items().count(), merged(library(), breadth()).items().count());
}

#[test]
fn a_merged_library_is_the_same_as_one_that_was_written_at_once() {
    let mut part = Registry::new("part", "2.0.0");
    let f32 = part.primitive(Primitive::F32);
    part.inventory.functions.push(bare("length", &[("x", f32)], f32));
    let all = merged(library(), part.finish());
    let f32 = all.structs()[0].fields[0].ty;
    assert_eq!(all.functions().last(), Some(&bare("length", &[("x", f32)], f32)));
    assert_eq!(all.types().count(), library().types().count());
}

#[test]
fn what_differs_is_a_problem_that_names_the_item() {
    let mut other = library();
    other.structs[0].fields[0].name = "z".to_owned();
    other.functions[0].head.marks = Marks { deprecated: Some(String::new()), ..Marks::default() };
    other.problems.push(crate::model::Problem { item: "part::a".to_owned(), what: "of its own".to_owned() });
    let what = "the inventories that are merged say different things of it: build both with the same version of its crate";
    let expected = ["part::a: of its own".to_owned(), format!("plotter::Vec2: {what}"), format!("plotter::dot: {what}")];
    assert_eq!(problems(model::merge(library(), other)), expected);
    let mut other = library();
    other.layouts.iter_mut().flatten().for_each(|layout| layout.size += 8);
    assert!(problems(model::merge(library(), other))[0].ends_with("its memory differs between the inventories that are merged"));
}

#[test]
fn what_does_not_fit_together_stays_a_problem() {
    let mut broken = library();
    broken.structs.clear();
    assert_ne!(problems(model::merge(breadth(), broken)), [""; 0]);
}
