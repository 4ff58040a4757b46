//! What C cannot express is refused, and the refusal names the item, the reason and a way out.

mod by_hand;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{Access, Head, Layout, PointerKind, Primitive, Repr, TypeKind, Value};
use interoptopus::names::{Casing, ItemKind};
use interoptopus::{Inventory, Refusal};
use interoptopus_backend_c::C;

fn refused(inventory: Inventory) -> Vec<Refusal> {
    refused_by(&C::new(), inventory)
}

fn refused_by(config: &C, inventory: Inventory) -> Vec<Refusal> {
    let inventory = Checked::new(inventory).unwrap();
    let refused = config.generate(&inventory).unwrap_err();
    assert_eq!(refused.language, "c");
    assert_eq!(config.lower(&inventory).map(|module| module.layout_probe()).unwrap_err(), refused);
    refused.items
}

#[track_caller]
fn assert_one(refusals: &[Refusal], item: &str, reason: &str) {
    let [only] = refusals else { panic!("{refusals:?}") };
    assert_eq!(only.item.to_string(), item);
    assert!(only.reason.contains(reason), "{}", only.reason);
}

#[test]
fn a_symbol_that_c_has_already_is_refused() {
    for (symbol, reason) in [
        ("delete", "its symbol `delete` is a keyword of C or C++: rename it, or write `#[ffi_function(name = \"lib_delete\")]`"),
        ("double", "a keyword of C or C++"),
        ("size_t", "a type or macro of C's headers"),
    ] {
        let mut library = Library::new();
        let void = library.void();
        library.function(symbol, &[], void);
        assert_one(&refused(library.finish()), &format!("lib::{symbol}"), reason);
    }
}

#[test]
fn a_symbol_that_is_no_identifier_is_refused() {
    let mut library = Library::new();
    let void = library.void();
    library.exported("add", "math.add", &[], void);
    assert_one(
        &refused(library.finish()),
        "lib::add",
        "its symbol `math.add` is no identifier of C: export it under another name",
    );
}

#[test]
fn two_items_of_one_name_are_refused() {
    let mut library = Library::new();
    let int = library.primitive(Primitive::U8);
    library.enumeration("Error", Primitive::U8, false, &[("BadName", 1), ("BAD_NAME", 2)]);
    library.constant("ERROR_BAD_NAME", int, Value::Int(1));
    let refusals = refused(library.finish());
    let items: Vec<_> = refusals.iter().map(|r| r.item.to_string()).collect();
    assert_eq!(items, ["lib::ERROR_BAD_NAME", "lib::Error"]);
    assert_eq!(
        refusals[1].reason,
        "in C its variant `BAD_NAME` is named `LIB_ERROR_BAD_NAME`, and so is `lib::Error::BadName`: rename one, or set another `C::prefix`"
    );
}

#[test]
fn an_item_that_is_called_as_something_of_the_header_is_refused() {
    for name in ["API_GUARD", "H"] {
        let mut library = Library::new();
        let int = library.primitive(Primitive::U8);
        library.constant(name, int, Value::Int(1));
        assert_one(&refused(library.finish()), &format!("lib::{name}"), "and so is `the header itself`");
    }
}

#[test]
fn a_function_that_is_called_as_a_type_is_refused() {
    let mut library = Library::new();
    let void = library.void();
    let int = library.primitive(Primitive::U8);
    library.structure("Vec2", &[("x", int, 1)]);
    library.function("lib_Vec2", &[], void);
    assert_one(&refused(library.finish()), "lib::lib_Vec2", "in C it is named `lib_Vec2`, and so is `lib::Vec2`: rename one");
}

#[test]
fn fields_that_only_keywords_told_apart_are_refused() {
    let mut library = Library::new();
    let int = library.primitive(Primitive::U8);
    library.structure("Pair", &[("new", int, 1), ("new_", int, 1)]);
    assert_one(&refused(library.finish()), "lib::Pair", "its fields `new` and `new_` are both named `new_` in C: rename one");
}

#[test]
fn a_layout_that_c99_has_no_word_for_is_refused() {
    let mut library = Library::new();
    let (byte, word) = (library.primitive(Primitive::U8), library.primitive(Primitive::U32));
    let mut packed = Layout::of::<()>(&[("a", 0, 1), ("b", 1, 4)]);
    (packed.size, packed.align) = (5, 1);
    library.structure_with("Packed", &[("a", byte, 1), ("b", word, 4)], packed);
    let reason = "its field `b` is at byte 1, in C it would be at 4: write `#[repr(C)]`, with `packed` or `align` if need be";
    assert_one(&refused(library.finish()), "lib::Packed", reason);

    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let mut wide = Layout::of::<()>(&[("a", 0, 1)]);
    (wide.size, wide.align) = (16, 16);
    library.structure_with("Wide", &[("a", byte, 1)], wide);
    assert_one(&refused(library.finish()), "lib::Wide", "it has 16 bytes aligned to 16, in C it would have 1 aligned to 1");
}

#[test]
fn callbacks_that_take_themselves_are_refused() {
    let mut library = Library::new();
    let void = library.void();
    library.callback("Again", |registry| {
        let itself = registry.so_far().types().last().unwrap();
        (vec![("again", registry.pointer(itself, Access::Read, PointerKind::Raw))], void)
    });
    assert_one(&refused(library.finish()), "lib::Again", "it takes itself, which C has no type for: pass it in a struct");

    let mut library = Library::new();
    let void = library.void();
    let mut inner = None;
    library.callback("Outer", |registry| {
        let outer = registry.so_far().types().last().unwrap();
        let pointer = registry.pointer(outer, Access::Read, PointerKind::Raw);
        struct Inner;
        let callback = registry.define_callback::<Inner>(|_| interoptopus::model::Callback {
            head: Head {
                marks: Default::default(),
                name: "Inner".to_owned(),
                path: "lib::Inner".to_owned(),
                docs: interoptopus::docs::Docs::default(),
            },
            parameters: vec![interoptopus::model::Parameter { name: "outer".to_owned(), ty: pointer }],
            returns: void,
        });
        inner = Some(callback);
        (vec![("inner", registry.pointer(callback, Access::Read, PointerKind::Raw))], void)
    });
    let refusals = refused(library.finish());
    let [only] = &refusals[..] else { panic!("{refusals:?}") };
    assert!(only.reason.starts_with("it takes itself, through `"), "{}", only.reason);
}

#[test]
fn an_array_behind_a_pointer_needs_the_whole_element() {
    let mut library = Library::new();
    library.recursive("Node", |registry| {
        let node = registry.so_far().types().last().unwrap();
        let array = registry.intern(TypeKind::Array { element: node, len: 3 });
        vec![("children", registry.pointer(array, Access::Read, PointerKind::Raw))]
    });
    assert_one(&refused(library.finish()), "lib::Node", "it leads to an array of itself, which C has no type for: point to");
}

#[test]
fn settings_that_are_no_identifiers_are_refused() {
    let settings = [
        (C::new().prefix("1st_"), "C::prefix", "`1st_` is no identifier of C"),
        (C::new().prefix("a-b"), "C::prefix", "`a-b` is no identifier of C"),
        (C::new().include_guard(""), "C::include_guard", "`` is no identifier of C"),
        (C::new().include_guard("A B"), "C::include_guard", "`A B` is no identifier of C"),
    ];
    for (config, item, reason) in settings {
        assert_one(&refused_by(&config, Library::new().finish()), item, reason);
    }
}

#[test]
fn without_a_prefix_types_are_refused_that_c_has() {
    let mut library = Library::new();
    let int = library.primitive(Primitive::U8);
    library.structure("FILE", &[("x", int, 1)]);
    let refusals = refused_by(&C::new().prefix(""), library.finish());
    let reason = "in C it is named `FILE`, which is a type or macro of C's headers: rename it, or set another `C::prefix`";
    assert_one(&refusals, "lib::FILE", reason);
}

#[test]
fn everything_is_refused_at_once() {
    let mut library = Library::new();
    let void = library.void();
    library.function("double", &[], void);
    library.function("new", &[], void);
    let int = library.registry.intern(TypeKind::Primitive(Primitive::I8));
    library.constant("API_GUARD", int, Value::Int(1));
    assert_eq!(refused(library.finish()).len(), 3);
}

#[test]
fn a_name_for_itself_is_refused() {
    let mut library = Library::new();
    let (word, void) = (size_of::<usize>(), library.void());
    let inner = library.registry.pointer(void, Access::Read, PointerKind::Raw);
    let handle = library.structure_as("Handle", Repr::Transparent, &[("value", inner, word)], &[0], (word, word));
    let pointer = library.registry.pointer(handle, Access::Read, PointerKind::Raw);
    library.structure("Node", &[("handle", pointer, word)]);
    assert!(C::new().generate(&Checked::new(library.finish()).unwrap()).is_ok());

    let mut library = Library::new();
    library.recursive_as("Handle", Repr::Transparent, |registry| {
        let handle = registry.so_far().types().last().unwrap();
        vec![("value", registry.pointer(handle, Access::Read, PointerKind::Raw))]
    });
    let reason = "it is made of itself, which C has no type for: write `#[repr(C)]` instead of `#[repr(transparent)]`";
    assert_one(&refused(library.finish()), "lib::Handle", reason);
}

#[test]
fn parts_of_a_sum_type_that_have_one_name_are_refused() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let fields = [("x", byte, 1)];
    library.structure("Shape_Circle", &fields);
    library.tagged("Shape", Primitive::U8, &[("Circle", 0, &fields), ("Tag", 1, &fields)]);
    let reasons: Vec<_> = refused(library.finish()).into_iter().map(|r| (r.item.to_string(), r.reason)).collect();
    let of = |part: &str, other: &str| {
        let reason = format!(
            "in C its variant `{part}` is named `lib_Shape_{part}`, and so is `{other}`: rename one, or set another `C::prefix`"
        );
        ("lib::Shape".to_owned(), reason)
    };
    assert_eq!(reasons, [of("Circle", "lib::Shape_Circle"), of("Tag", "lib::Shape")]);
}

#[test]
fn an_array_without_elements_is_refused() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let slice = library.registry.intern(TypeKind::Slice { element: byte, access: Access::Read, nullable: false });
    library.constant("NOTHING", slice, Value::Array(Vec::new()));
    assert_one(&refused(library.finish()), "lib::NOTHING", "C99 has no constant of type `Slice<u8>` with this value");
}

#[test]
fn a_casing_that_c_cannot_have_is_refused() {
    for kind in [ItemKind::Function, ItemKind::Method, ItemKind::Namespace] {
        let refusals = refused_by(&C::new().casing(kind, Casing::Snake), Library::new().finish());
        assert_one(&refusals, "C::casing", &format!("`ItemKind::{kind:?}` has none in C"));
    }
}
