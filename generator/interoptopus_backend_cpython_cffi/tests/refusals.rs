//! What Python cannot have is refused, with the item's path, the part of it, and the reason.

mod by_hand;

use by_hand::{Library, Tag};
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model::{
    Access, Callback, Field, Head, Layout, Parameter, PointerKind, Primitive, Repr, Struct, Type, TypeKind,
};
use interoptopus_backend_cpython_cffi::Python;

fn refusals(inventory: Inventory) -> Vec<String> {
    let refused = Python::new().generate(&Checked::new(inventory).unwrap()).unwrap_err();
    refused.items.into_iter().map(|refusal| refusal.to_string()).collect()
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
    if Checked::new(inventory.clone()).is_ok() {
        assert!(refusals(inventory)[0].contains("take a reference"));
    }
}

#[test]
fn a_function_that_is_called_as_a_type_of_c_is_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    library.bare::<Tag<0>>("uint8_t", &[], void);
    let inventory = library.registry.finish();
    if Checked::new(inventory.clone()).is_ok() {
        let refused = refusals(inventory);
        assert!(refused[0].starts_with("lib::uint8_t: `uint8_t` means something else in C"), "{refused:#?}");
    }
}

#[test]
fn names_that_cannot_be_a_modules_are_refused() {
    let inventory = Checked::new(Library::new("lib").registry.finish()).unwrap();
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

#[test]
fn a_struct_that_is_aligned_to_16_bytes_is_refused_by_value_and_not_behind_a_reference() {
    let (mut library, mut behind) = (Library::new("lib"), Library::new("lib"));
    for (library, is_value) in [(&mut library, true), (&mut behind, false)] {
        let (void, float) = (library.void(), library.primitive(Primitive::F32));
        let lane = library.record::<Tag<0>>("Lane", Repr::Aligned(16), &[("x", float)], None);
        let taken = if is_value { lane } else { library.reference(lane, Access::Write) };
        library.guarded::<Tag<1>>("f", &[("lane", taken)], void, None);
    }
    is_refused(library, &["lib::f", "`lane`", "aligned to 16 bytes", "take or return a reference"]);
    assert!(Python::new().generate(&Checked::new(behind.registry.finish()).unwrap()).is_ok());
}

#[test]
fn a_small_struct_with_misaligned_fields_is_refused_as_an_argument_and_not_as_a_result() {
    let mut library = Library::new("lib");
    let (byte, int) = (library.primitive(Primitive::U8), library.primitive(Primitive::U32));
    let tight = library.record::<Tag<0>>("Tight", Repr::Packed(1), &[("a", byte), ("b", int)], None);
    library.bare::<Tag<1>>("made", &[], tight);
    library.bare::<Tag<2>>("taken", &[("tight", tight)], int);
    is_refused(library, &["lib::taken", "`tight`", "misaligned"]);
}

#[test]
fn types_that_cffi_can_declare_in_no_order_are_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    library.registry.define_callback::<Tag<0>>(|registry| {
        let again = registry.so_far().types().last().unwrap();
        let again = registry.pointer(again, Access::Read, PointerKind::Raw);
        let parameters = vec![Parameter { name: "again".to_owned(), ty: again }];
        let (name, path) = ("Again".to_owned(), "lib::Again".to_owned());
        Callback { head: Head { name, path, docs: Default::default(), marks: Default::default() }, parameters, returns: void }
    });
    is_refused(library, &["lib::Again", "it takes itself, which cffi can declare in no order: pass it in a struct"]);

    let mut library = Library::new("lib");
    library.registry.define_struct::<Tag<0>>(|registry| {
        let node = registry.so_far().types().last().unwrap();
        let array = registry.intern(TypeKind::Array { element: node, len: 3 });
        let children = registry.pointer(array, Access::Read, PointerKind::Raw);
        let (docs, visibility) = (Default::default(), Default::default());
        let fields = vec![Field { name: "children".to_owned(), docs, visibility, ty: children }];
        let (name, path) = ("Node".to_owned(), "lib::Node".to_owned());
        (
            Struct { head: Head { name, path, ..Head::default() }, fields, ..Default::default() },
            Layout::of::<usize>(&[("children", 0, 8)]),
        )
    });
    is_refused(library, &["lib::Node", "it leads to an array of itself", "point to the element"]);
}

#[test]
fn an_argument_with_which_libffi_would_overwrite_another_is_refused() {
    let mut library = Library::new("lib");
    let (long, double) = (library.primitive(Primitive::I64), library.primitive(Primitive::F64));
    let both = library.record::<Tag<0>>("Both", Repr::C, &[("i", long), ("f", double)], None);
    let first = [("x", double), ("a", long), ("b", long), ("c", long), ("d", long)];
    let earlier: Vec<_> = first.into_iter().chain([("both", both)]).collect();
    let later: Vec<_> = first.into_iter().chain([("e", long), ("both", both)]).collect();
    library.bare::<Tag<1>>("fifth", &earlier, double);
    library.bare::<Tag<2>>("sixth", &later, double);
    let without_a_float: Vec<_> = later[1..].to_vec();
    library.bare::<Tag<3>>("first_float", &without_a_float, double);
    is_refused(library, &["lib::sixth", "`both`", "let it come earlier"]);
}

#[test]
fn wide_integers_are_refused_and_what_uses_them_can_be_left_out() {
    let mut library = Library::new("lib");
    let (void, wide) = (library.void(), library.primitive(Primitive::I128));
    library.bare::<Tag<0>>("takes_wide", &[("wide", wide)], void);
    library.bare::<Tag<1>>("takes_nothing", &[], void);
    library.constant::<Tag<2>>("WIDEST", wide, interoptopus::model::Value::Int(i128::MAX));
    let inventory = Checked::new(library.registry.finish()).unwrap();
    let refused = Python::new().generate(&inventory).unwrap_err();
    assert!(refused.items.len() == 1 && refused.items[0].item.to_string() == "lib::takes_wide", "{refused}");
    let text = Python::new().omit_refused(true).generate(&inventory).unwrap().text;
    assert!(
        text.starts_with("# Left out, because Python cannot have it:\n#   lib::takes_wide: its parameter `wide`: "),
        "{text}"
    );
    assert!(text.contains("def takes_nothing(") && !text.contains("def takes_wide("));
    assert!(text.contains(&format!("WIDEST: Final = {}", i128::MAX)));
    assert!(Python::new().omit_refused(true).omit_refused(false).generate(&inventory).is_err());
}

#[test]
fn an_option_of_an_option_is_refused_wherever_it_is() {
    let refused = |make: fn(&mut Library) -> Type| {
        let mut library = Library::new("lib");
        let (void, ty) = (library.void(), make(&mut library));
        library.guarded::<Tag<0>>("f", &[("maybe", ty)], void, None);
        is_refused(library, &["lib::f", "`maybe`", "Python has no option of an option"]);
    };
    refused(|library| {
        let byte = library.primitive(Primitive::U8);
        let option = library.registry.intern(TypeKind::Option { value: byte });
        library.registry.intern(TypeKind::Option { value: option })
    });
    refused(|library| {
        library.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: false });
        let number = library.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: true });
        library.registry.intern(TypeKind::Option { value: number })
    });
    for access in [Access::Read, Access::Write] {
        let mut library = Library::new("lib");
        let (void, byte) = (library.void(), library.primitive(Primitive::U8));
        let pointee = library.registry.intern(TypeKind::Option { value: byte });
        library.registry.intern(TypeKind::Pointer { pointee, access, kind: PointerKind::Reference });
        let ty = library.registry.intern(TypeKind::Pointer { pointee, access, kind: PointerKind::Nullable });
        library.guarded::<Tag<0>>("f", &[("maybe", ty)], void, None);
        is_refused(library, &["lib::f", "`maybe`", "Python has no option of an option"]);
    }
}

#[test]
fn a_module_is_not_called_as_one_that_it_imports() {
    for name in ["cffi", "typing", "collections", "sys"] {
        let mut library = Library::new(name);
        let void = library.void();
        library.bare::<Tag<0>>("f", &[], void);
        let inventory = Checked::new(library.registry.finish()).unwrap();
        let refused = Python::new().generate(&inventory).unwrap_err().to_string();
        assert!(refused.contains(&format!("`{name}` would stand for the one that it imports")), "{refused}");
        assert!(Python::new().module("bindings").generate(&inventory).is_ok());
    }
}
