//! Each rule finds what it is for, and says where it is.

mod breadth;
mod positions;
mod symbols;

use crate::Checked;
use crate::docs::Docs;
use crate::model::fixture::{described_struct, guarded, library, slice};
use crate::model::{Access, Inventory, Layout, Primitive, Problem, Registry, StructId, Type, TypeKind, Value};

struct Tag<const NAME: char>;

/// `item: what` of everything that is wrong with `inventory`.
fn problems(inventory: Inventory) -> Vec<String> {
    Checked::new(inventory).err().iter().flatten().map(Problem::to_string).collect()
}

/// The problems of the library after `change`.
fn after(change: impl FnOnce(&mut Inventory)) -> Vec<String> {
    let mut inventory = library();
    change(&mut inventory);
    problems(inventory)
}

/// The problems of a library of which `register` registers all.
fn of(register: impl FnOnce(&mut Registry)) -> Vec<String> {
    let mut r = Registry::new("plotter", "0.1.0");
    register(&mut r);
    problems(r.finish())
}

#[test]
fn a_valid_library_has_no_problems() {
    assert_eq!(problems(library()), [""; 0]);
}

#[test]
fn every_problem_is_told_at_once_ordered_by_item() {
    let all = after(|i| {
        i.functions[1].head.name = "dot".to_owned();
        i.structs[1].head.name = "Vec2".to_owned();
        i.constants[0].value = Value::Bool(true);
        i.problems.push(Problem { item: "plotter::a".to_owned(), what: "told by a macro".to_owned() });
    });
    let items: Vec<_> = all.iter().filter_map(|p| p.split(": ").next()).collect();
    assert_eq!(items, ["plotter::MAX", "plotter::Path", "plotter::a", "plotter::centroid"], "{all:#?}");
}

#[test]
fn the_message_is_a_list_that_names_the_library() {
    let mut inventory = library();
    inventory.structs[1].head.name = "Vec2".to_owned();
    let problems = Checked::new(inventory.clone()).unwrap_err();
    assert_eq!(
        problems.to_string(),
        "the inventory of `plotter` has a problem:\n  plotter::Path: `Vec2` is also the name of plotter::Vec2: rename one of them, or say `name = \"…\"` or `namespace = \"…\"`"
    );
    inventory.functions[1].head.name = "dot".to_owned();
    assert!(
        Checked::new(inventory)
            .unwrap_err()
            .to_string()
            .starts_with("the inventory of `plotter` has 2 problems:\n  plotter::Path: ")
    );
}

#[test]
fn all_types_share_one_namespace() {
    type Rename = fn(&mut Inventory) -> &mut String;
    let others: [(Rename, &str); 5] = [
        (|i| &mut i.structs[1].head.name, "plotter::Path"),
        (|i| &mut i.enums[0].head.name, "plotter::Error"),
        (|i| &mut i.opaques[0].head.name, "plotter::Canvas"),
        (|i| &mut i.callbacks[0].head.name, "plotter::Visit"),
        (|i| &mut i.services[0].head.name, "plotter::Recorder"),
    ];
    for (name, path) in others {
        let found = after(|i| *name(i) = "Vec2".to_owned());
        assert_eq!(
            found,
            [format!(
                "{path}: `Vec2` is also the name of plotter::Vec2: rename one of them, or say `name = \"…\"` or `namespace = \"…\"`"
            )]
        );
    }
}

#[test]
fn a_type_is_not_named_as_bindings_name_a_pattern_that_occurs() {
    let found = after(|i| i.structs[1].head.name = "Option_Vec2".to_owned());
    assert_eq!(found, ["plotter::Path: `Option_Vec2` is what bindings call `Option<Vec2>`, which also occurs: rename it"]);
    assert_eq!(after(|i| i.structs[1].head.name = "Option_f32".to_owned()), [""; 0], "this one does not occur");
}

#[test]
fn two_patterns_have_distinct_names() {
    let found = of(|r| {
        let u8 = r.primitive(Primitive::U8);
        let named = r.define_struct::<Tag<'a'>>(|_| described_struct("Slice_u8", &[("x", u8)]));
        let inner = slice(r, u8, Access::Read, false);
        for (name, value) in [("f", named), ("g", inner)] {
            let function = guarded(r, name, &[], value, None);
            r.inventory.functions.push(function);
        }
    });
    assert_eq!(
        found,
        [
            "plotter: bindings call both `Result<Slice<u8>>` and `Result<Slice_u8>` `Result_Slice_u8`: rename one of the types in them",
            "plotter::Slice_u8: `Slice_u8` is what bindings call `Slice<u8>`, which also occurs: rename it",
        ]
    );
}

#[test]
fn functions_and_constants_are_distinct_by_name() {
    let found = after(|i| i.functions[1].head.name = "dot".to_owned());
    assert_eq!(
        found,
        [
            "plotter::centroid: `dot` is also the name of the function plotter::dot: rename one of them, or say `name = \"…\"` or `namespace = \"…\"`"
        ]
    );
    let found = after(|i| i.constants[1].head.name = "MAX".to_owned());
    assert_eq!(
        found,
        [
            "plotter::EPSILON: `MAX` is also the name of the constant plotter::MAX: rename one of them, or say `name = \"…\"` or `namespace = \"…\"`"
        ]
    );
}

#[test]
fn what_callers_of_an_unsafe_function_have_to_keep_to_is_said() {
    let says = |is_unsafe, docs| after(|i| (i.functions[0].is_unsafe, i.functions[0].head.docs) = (is_unsafe, Docs::new(docs)));
    let why = "it is an `unsafe fn`, and other languages have no word for that: say in its documentation, under `# Safety`, what callers have to keep to";
    let refused = [format!("plotter::dot: {why}")];
    for docs in ["", "Safety first.", "# Safety", "# Errors\nNone.\n\n# Safety\n\n# Panics\nNever."] {
        assert_eq!(says(true, docs), refused, "{docs}");
        assert_eq!(says(false, docs), [""; 0], "{docs}");
    }
    assert_eq!(says(true, "Looks.\n\n# Safety\nIt is there."), [""; 0]);
}

#[test]
fn parts_of_an_item_are_distinct() {
    let twice = |what: &str, path: &str| [format!("{path}: it has more than one {what}: rename one of them")];
    let found = after(|i| i.enums[0].variants[1].name = "BadName".to_owned());
    assert_eq!(found, twice("variant `BadName`", "plotter::Error"));
    let found = after(|i| i.functions[0].parameters[1].name = "a".to_owned());
    assert_eq!(found, twice("parameter `a`", "plotter::dot"));
    let found = after(|i| i.callbacks[0].parameters[1].name = "index".to_owned());
    assert_eq!(found, twice("parameter `index`", "plotter::Visit"));
    let found = after(|i| i.services[0].methods[0].function.head.name = "new".to_owned());
    assert_eq!(found, twice("function `new`", "plotter::Recorder"));
}

#[test]
fn names_are_identifiers() {
    for name in ["", "a b", "1a", "a-b"] {
        let found = after(|i| i.functions[0].parameters[0].name = name.to_owned());
        assert_eq!(found, [format!("plotter::dot: `{name}` is not a name: it has to be an identifier")]);
    }
}

#[test]
fn the_discriminants_of_errors_are_positive_statuses() {
    for value in [0, -1, i128::from(i32::MIN)] {
        let found = after(|i| i.enums[0].variants[0].value = value);
        let why = "a status is positive for the errors of the library, and 0 for success";
        assert_eq!(found, [format!("plotter::Error: `BadName` is {value}, but {why}: give it a value from 1 to 2147483647")]);
    }
    assert_eq!(after(|i| i.enums[0].variants[0].value = i32::MAX.into()), [""; 0]);
    let wide = after(|i| {
        i.enums[0].repr = Primitive::U32;
        i.enums[0].variants[0].value = i128::from(i32::MAX) + 1;
    });
    assert_eq!(wide.len(), 1, "{wide:?}");
    assert_eq!(after(|i| i.enums[1].variants[0].value = 0), [""; 0], "it is no error");
}

#[test]
fn an_enum_has_variants_whose_values_fit_and_are_distinct() {
    let found = after(|i| i.enums[1].variants.clear());
    assert_eq!(found, ["plotter::Marker: an enum without variants has no value: give it a variant"]);
    let found = after(|i| i.enums[1].variants[0].value = 128);
    assert_eq!(found, ["plotter::Marker: `Dot` is 128, which is no `i8`"]);
    let found = after(|i| i.enums[1].variants[0].value = 2);
    assert_eq!(found, ["plotter::Marker: `Dot` and `Cross` are both 2"]);
    let found = after(|i| i.enums[1].repr = Primitive::F32);
    assert_eq!(
        found,
        [
            "plotter::Marker: `f32` cannot be the `repr` of an enum: other languages have enums of integers up to 64 bits: give it such a `repr`"
        ]
    );
}

#[test]
fn a_struct_without_fields_is_no_struct() {
    let found = of(|r| {
        r.define_struct::<Tag<'a'>>(|_| described_struct("Nothing", &[]));
    });
    let what = "a struct without fields has no value, as C has none: give it a field, or make it opaque";
    assert_eq!(found, [format!("plotter::Nothing: {what}")]);
}

#[test]
fn something_makes_the_objects_of_a_service() {
    let found = after(|i| i.services[0].constructors.clear());
    assert_eq!(found, ["plotter::Recorder: nothing makes an object of it: give it a constructor (`#[ffi_constructor]`)"]);
    let made_by_a_function = after(|i| {
        let mut new = i.services[0].constructors.remove(0);
        (new.head.name, new.head.path) = ("recorder".to_owned(), "plotter::recorder".to_owned());
        i.functions.push(new);
    });
    assert_eq!(made_by_a_function, [""; 0]);
}

#[test]
fn the_value_of_a_constant_is_one_of_its_type() {
    for value in [Value::Bool(true), Value::F64(0), Value::Int(-1), Value::Int(1 << 64)] {
        let what = format!("{value:?} is no `u64`: {}", super::constant_values::WHAT);
        assert_eq!(after(|i| i.constants[0].value = value), [format!("plotter::MAX: {what}")]);
    }
    let a_struct = after(|i| i.constants[0].ty = i.functions[0].parameters[0].ty);
    assert_eq!(a_struct.len(), 1, "{a_struct:?}");
}

#[test]
fn what_does_not_fit_together_is_a_problem_and_no_panic() {
    type Breaks = fn(&mut Inventory);
    let broken: [(&str, Breaks); 14] = [
        ("no structs", |i| i.structs.clear()),
        ("no enums", |i| i.enums.clear()),
        ("no opaques", |i| i.opaques.clear()),
        ("no callbacks", |i| i.callbacks.clear()),
        ("no services", |i| i.services.clear()),
        ("no types", |i| i.types.clear()),
        ("no layouts", |i| i.layouts.clear()),
        ("a type out of range", |i| i.structs[0].fields[0].ty = Type(u32::MAX)),
        ("an item out of range", |i| i.types.push(TypeKind::Struct(StructId(u32::MAX)))),
        ("a type of itself", |i| i.types[0] = TypeKind::Option { value: Type(0) }),
        ("a type twice", |i| i.types.push(i.types[0])),
        ("a struct in itself", |i| {
            let path = i.types.iter().position(|kind| *kind == TypeKind::Struct(StructId(1))).expect("the fixture has it");
            i.structs[1].fields[1].ty = Type(path as u32);
        }),
        ("another layout", |i| i.layouts.iter_mut().for_each(|layout| *layout = layout.clone().map(|_| Layout::of::<u8>(&[])))),
        ("another ABI", |i| i.functions[0].abi_returns = i.functions[1].abi_returns),
    ];
    for (what, breaks) in broken {
        assert_ne!(after(breaks), [""; 0], "{what}");
    }
    let itself = after(|i| i.types[0] = TypeKind::Option { value: Type(0) });
    assert!(itself.contains(&"plotter: the type with the number 0 is made of what the inventory does not have".to_owned()));
    let releases = after(|i| i.services[0].release = None);
    assert_eq!(releases, ["plotter::Recorder: it has a symbol to release what it lends, and lends nothing, or the reverse"]);
}
