//! What Python cannot have is refused, with the item's path, the part of it, and the reason.

mod by_hand;

use by_hand::{Library, Tag};
use interoptopus::Inventory;
use interoptopus::model::{Access, PointerKind, Primitive, TypeKind};
use interoptopus_backend_cpython_cffi::Python;

fn refusals(inventory: Inventory) -> Vec<String> {
    let refused = Python::new().generate(&inventory.check().unwrap()).unwrap_err();
    refused.items.into_iter().map(|item| format!("{}: {}", item.item, item.reason)).collect()
}

/// Asserts that there is one refusal, which has each of the words.
fn is_refused(library: Library, words: &[&str]) {
    let refused = refusals(library.registry.finish());
    assert!(refused.len() == 1 && words.iter().all(|word| refused[0].contains(word)), "{refused:#?}");
}

#[test]
fn two_functions_for_one_name_are_refused_by_the_second_ones_path() {
    let mut library = Library::new("lib");
    let void = library.void();
    library.bare::<Tag<0>>("next_marker", &[], void);
    library.bare::<Tag<1>>("nextMarker", &[], void);
    is_refused(library, &["lib::nextMarker", "`next_marker`", "lib::next_marker", "rename one"]);
}

#[test]
fn two_variants_for_one_name_are_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    let marker = library.enumeration::<Tag<0>>("Marker", false, &[("DotDot", 1), ("Dot_Dot", 2)]);
    library.bare::<Tag<1>>("f", &[("marker", marker)], void);
    is_refused(library, &["lib::Marker", "`DOT_DOT`", "two parts"]);
}

#[test]
fn a_field_that_nobody_could_keep_alive_is_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    let each = library.callback::<Tag<0>>("Each", &[], void);
    let keeper = library.structure::<Tag<1>>("Keeper", &[("each", each)]);
    library.bare::<Tag<2>>("f", &[("keeper", keeper)], void);
    is_refused(library, &["lib::Keeper", "`each`", "callback lives as long as the call"]);
}

#[test]
fn a_field_that_rust_may_write_through_is_refused() {
    let mut library = Library::new("lib");
    let (void, float) = (library.void(), library.primitive(Primitive::F32));
    let values = library.registry.intern(TypeKind::Slice { element: float, access: Access::Write, nullable: false });
    let holder = library.structure::<Tag<0>>("Holder", &[("values", values)]);
    library.guarded::<Tag<1>>("f", &[("holder", holder)], void, None);
    is_refused(library, &["lib::Holder", "`values`", "Rust may write to it"]);
}

#[test]
fn a_raw_pointer_to_an_object_of_a_service_is_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    let recorder = library.service::<Tag<0>>("Recorder", "new", &[]);
    let raw = library.registry.pointer(recorder, Access::Write, PointerKind::Raw);
    library.guarded::<Tag<1>>("f", &[("recorder", raw)], void, None);
    let inventory = library.registry.finish();
    // Where the inventory's own rules refuse it, there is nothing left to refuse.
    if inventory.clone().check().is_ok() {
        assert!(refusals(inventory)[0].contains("take a reference"));
    }
}

#[test]
fn a_function_that_is_called_as_a_type_of_c_is_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    library.bare::<Tag<0>>("uint8_t", &[], void);
    let inventory = library.registry.finish();
    if inventory.clone().check().is_ok() {
        let refused = refusals(inventory);
        assert!(refused[0].starts_with("lib::uint8_t: `uint8_t` means something else in C"), "{refused:#?}");
    }
}

#[test]
fn names_that_cannot_be_a_modules_are_refused() {
    let inventory = Library::new("lib").registry.finish().check().unwrap();
    let refused =
        Python::new().module("my-lib").library_name("a/b").environment_variable("A B").generate(&inventory).unwrap_err();
    let reasons: Vec<_> = refused.items.iter().map(|item| item.reason.as_str()).collect();
    assert!(reasons.len() == 3 && reasons.iter().any(|r| r.contains("`my-lib`")) && reasons.iter().any(|r| r.contains("`a/b`")));
}

#[test]
fn every_refusal_is_reported_at_once() {
    let mut library = Library::new("lib");
    let void = library.void();
    let each = library.callback::<Tag<0>>("Each", &[], void);
    let one = library.structure::<Tag<1>>("One", &[("each", each)]);
    let two = library.structure::<Tag<2>>("Two", &[("a", each), ("b", each)]);
    library.bare::<Tag<3>>("f", &[("one", one), ("two", two)], void);
    assert_eq!(refusals(library.registry.finish()).len(), 3);
}
