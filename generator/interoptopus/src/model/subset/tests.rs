//! The items of a part: which stay, and which go.

use crate::model::fixture::{breadth, library};
use crate::model::{self, Checked, Inventory, ItemRef, Subject};

fn checked(inventory: Inventory) -> Checked {
    Checked::new(inventory).expect("it is valid")
}

/// The paths of all items, types in brackets.
fn paths(inventory: &Inventory) -> Vec<String> {
    let shown = |item: ItemRef<'_>| if item.is_type() { format!("[{}]", item.name()) } else { item.name().to_owned() };
    inventory.items().map(shown).collect()
}

/// The items, methods and types whose paths or names are `paths`.
fn subjects(inventory: &Inventory, paths: &[&str]) -> Vec<Subject> {
    let items = inventory.item_ids().chain(inventory.all_functions().map(|(item, _)| item));
    let items = items.map(|item| Subject::item(inventory, item));
    let types = inventory.types().map(|ty| Subject::ty(inventory, ty));
    items.chain(types).filter(|subject| paths.contains(&subject.to_string().as_str())).collect()
}

fn without(inventory: Inventory, gone: &[&str]) -> Checked {
    let gone = subjects(&inventory, gone);
    let rest = model::without(&checked(inventory), &gone);
    assert_eq!(Checked::new(Inventory::clone(&rest)).as_ref(), Ok(&rest), "what is left is valid");
    rest
}

#[test]
fn a_filter_keeps_what_it_says_and_the_types_that_this_needs() {
    let public = model::filter(breadth(), |item| item.is_public() && item.name() != "ROWS");
    assert!(!paths(&public).contains(&"blank".to_owned()) && paths(&public).contains(&"area".to_owned()));
    let one = model::filter(library(), |item| item.name() == "path_len");
    assert_eq!(paths(&one), ["path_len", "[Vec2]", "[Path]", "[Marker]"]);
    assert_eq!(model::definition_order(&one).len(), 3);
    assert_eq!(paths(&model::filter(library(), |_| false)), [""; 0]);
    let one = checked(model::filter(library(), |item| item.name() == "title"));
    assert_eq!(paths(&one), ["title", "[Error]"], "also the error that it has as its status");
    let one = checked(model::filter(breadth(), |item| item.name() == "parent"));
    assert_eq!(one.types().count(), 2, "both forms of what may be none");
}

#[test]
fn a_part_has_the_guard_and_the_symbols_of_the_whole_library() {
    let part = model::filter(library(), |item| item.name() == "dot");
    assert_eq!(model::api_guard(&part), model::api_guard(&library()));
    assert_eq!(part.builtin_symbols(), library().builtin_symbols());
    assert_eq!(model::api_guard(&model::filter(part, |_| false)), model::api_guard(&library()));
    assert_eq!(model::api_guard(&without(library(), &["plotter::Recorder::push"])), model::api_guard(&library()));
}

#[test]
fn all_of_it_is_the_same_again() {
    for library in [library(), breadth()] {
        let mut all = model::filter(library.clone(), |_| true);
        assert_eq!(all.guard.take(), Some(model::api_guard(&library)));
        assert_eq!(all.items().count(), library.items().count());
        assert_eq!(model::api_guard::compute_guard(&all), model::api_guard(&library), "renumbering changes nothing");
    }
}

#[test]
fn what_goes_takes_along_all_that_uses_it() {
    let rest = without(library(), &["plotter::Vec2"]);
    let expected = ["MAX", "EPSILON", "fill", "title", "[Error]", "[Marker]", "[Canvas]", "[Recorder]"];
    assert_eq!(paths(&rest), expected);
    let service = &rest.services()[0];
    assert_eq!((service.constructors.len(), service.methods.len(), &service.release), (1, 0, &None));
    let (_, why) = model::without_and_why(&checked(library()), &subjects(&library(), &["plotter::Vec2"]));
    let because = |path: &str| why.iter().find(|gone| gone.item.to_string() == path).map(|gone| gone.because.as_deref());
    assert_eq!(because("plotter::Vec2"), Some(None));
    assert_eq!(because("plotter::Path"), Some(Some("plotter::Vec2")));
    assert_eq!(because("plotter::path_len"), Some(Some("plotter::Path")));
    assert_eq!(because("plotter::Recorder::push"), Some(Some("plotter::Vec2")));
    assert_eq!(because("plotter::fill"), None);
}

#[test]
fn a_method_goes_without_its_service_unless_nothing_makes_an_object_any_more() {
    let rest = without(library(), &["plotter::Recorder::push"]);
    assert_eq!(rest.services()[0].methods.len(), 1);
    assert_eq!(rest.services()[0].release, library().services()[0].release);
    let rest = without(library(), &["plotter::Recorder::new"]);
    assert!(rest.services().is_empty());
    let rest = without(library(), &["plotter::Error"]);
    assert_eq!(paths(&rest).last().map(String::as_str), Some("[Visit]"), "its constructor can fail with it");
}

#[test]
fn a_type_that_is_no_item_goes_by_its_name() {
    let rest = without(breadth(), &["char"]);
    assert!(!paths(&rest).iter().any(|name| name == "letter" || name == "LETTER"));
    let rest = without(breadth(), &["NonZero<u32>"]);
    assert_eq!(rest.functions().len(), breadth().functions().len() - 1);
    let rest = without(breadth(), &["f32"]);
    let expected = [
        "LETTER", "LEAST", "MOST", "NAME", "ROW", "ROWS", "MASK", "letter", "parent", "[Point]", "[Packed]", "[Style]", "[Mask]",
    ];
    assert_eq!(paths(&rest), expected);
}

#[test]
fn nothing_goes_because_of_the_configuration() {
    let setting = Subject::configuration("plotter::Vec2");
    assert_eq!(model::without(&checked(library()), &[setting]).items().count(), library().items().count());
}

/// The paths of all items and methods, and the names of all types.
fn everything(library: &Inventory) -> Vec<String> {
    let items = library.items().map(|item| item.path().to_owned());
    let functions = library.all_functions().map(|(_, f)| f.head.path.clone());
    items.chain(functions).chain(library.types().map(|ty| model::type_name(library, ty))).collect()
}

#[test]
fn whatever_goes_what_is_left_is_valid_and_does_not_mention_it() {
    for library in [library(), breadth()] {
        for gone in everything(&library) {
            let rest = without(library.clone(), &[&gone]);
            let types: Vec<_> = rest.types().map(|ty| model::type_path(&rest, ty)).collect();
            assert!(!types.contains(&gone) && rest.items().all(|item| item.path() != gone), "{gone}");
            let twice = without(Inventory::clone(&rest), &[&gone]);
            assert_eq!(twice.items().count(), rest.items().count(), "{gone} is gone for good");
        }
    }
}

#[test]
fn two_parts_merge_to_the_whole_wherever_it_is_cut() {
    for library in [library(), breadth()] {
        for name in library.items().map(|item| item.path().to_owned()) {
            let one = model::filter(library.clone(), |item| item.path() == name);
            let others = model::filter(library.clone(), |item| item.path() != name);
            for whole in [model::merge(one.clone(), others.clone()), model::merge(others, one)] {
                assert_eq!(model::api_guard(&whole), model::api_guard(&library), "{name}");
                assert_eq!(checked(whole).items().count(), library.items().count(), "{name}");
            }
        }
    }
}
