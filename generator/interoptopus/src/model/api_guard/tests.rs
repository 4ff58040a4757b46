//! The facts that the API guard depends on, and those that it does not.

use crate::docs::Docs;
use crate::model::fixture::{breadth, library, library_backwards, marks};
use crate::model::{self, Access, Crossing, EnumId, Inventory, Marks, Primitive, Receiver, Repr, TypeKind, Value, Visibility};

type Change = (&'static str, fn(&mut Inventory));

/// Replaces a kind of type wherever it occurs.
fn retype(inventory: &mut Inventory, from: TypeKind, to: TypeKind) {
    let at = inventory.types.iter().position(|&kind| kind == from).expect("the fixture has it");
    inventory.types[at] = to;
}

const COUNTS: [Change; 33] = [
    ("the library", |i| i.library.push('x')),
    ("a struct's name", |i| i.structs[0].head.name.push('x')),
    ("a field's name", |i| i.structs[0].fields[0].name.push('x')),
    ("a field's type", |i| i.structs[0].fields[0].ty = i.constants[0].ty),
    ("the order of fields", |i| i.structs[0].fields.swap(0, 1)),
    ("a field more", |i| i.structs[0].fields.extend_from_within(..1)),
    ("a struct less", |i| drop(i.structs.pop())),
    ("an array's length", |i| {
        let at = i.types.iter().position(|kind| matches!(kind, TypeKind::Array { .. })).expect("the fixture has one");
        let TypeKind::Array { element, len: _ } = i.types[at] else { panic!("an array") };
        i.types[at] = TypeKind::Array { element, len: 5 };
    }),
    ("an enum's name", |i| i.enums[0].head.name.push('x')),
    ("an enum's repr", |i| i.enums[0].repr = Primitive::U8),
    ("whether an enum is an error", |i| i.enums[0].error ^= true),
    ("a variant's name", |i| i.enums[0].variants[0].name.push('x')),
    ("a discriminant", |i| i.enums[0].variants[0].value = 7),
    ("two discriminants exchanged", |i| {
        let variants = &mut i.enums[0].variants;
        (variants[0].value, variants[1].value) = (variants[1].value, variants[0].value);
    }),
    ("an opaque type's name", |i| i.opaques[0].head.name.push('x')),
    ("a callback's parameter", |i| i.callbacks[0].parameters[0].ty = i.callbacks[0].returns),
    ("what a callback returns", |i| i.callbacks[0].returns = i.callbacks[0].parameters[0].ty),
    ("whether a callback may be null", |i| {
        let TypeKind::Callback { id, .. } = i.types[i.functions[3].parameters[1].ty.index()] else { panic!("a callback") };
        retype(i, TypeKind::Callback { id, nullable: true }, TypeKind::Callback { id, nullable: false });
    }),
    ("a function's name", |i| i.functions[0].head.name.push('x')),
    ("a symbol", |i| i.functions[0].symbol.push('x')),
    ("a parameter's name", |i| i.functions[0].parameters[0].name.push('x')),
    ("the order of parameters", |i| i.functions[0].parameters.swap(0, 1)),
    ("a parameter less", |i| drop(i.functions[0].parameters.pop())),
    ("how a function crosses", |i| i.functions[0].crossing = Crossing::Guarded { error: None }),
    ("a function's error", |i| i.functions[4].crossing = Crossing::Guarded { error: Some(EnumId(1)) }),
    ("whether Rust writes to a slice", |i| {
        let TypeKind::Slice { element, .. } = i.types[i.functions[2].parameters[0].ty.index()] else { panic!("a slice") };
        let kind = |access| TypeKind::Slice { element, access, nullable: false };
        retype(i, kind(Access::Write), kind(Access::Read));
    }),
    ("a constant's value", |i| i.constants[0].value = Value::Int(1)),
    ("a constant's type", |i| i.constants[0].ty = i.constants[1].ty),
    ("the kind of a constant's value", |i| i.constants[1].value = Value::F64(0.5f64.to_bits())),
    ("a method's receiver", |i| i.services[0].methods[0].receiver = Receiver::Shared),
    ("what a method lends", |i| i.services[0].methods[1].lends = None),
    ("a constructor less", |i| drop(i.services[0].constructors.pop())),
    ("a symbol of a service", |i| i.services[0].release = None),
];

const DOES_NOT_COUNT: [Change; 9] = [
    ("the version", |i| i.version.push('1')),
    ("where an item is in Rust", |i| i.structs[0].head.path = "plotter::elsewhere::Vec2".to_owned()),
    ("the docs of an item", |i| i.functions[0].head.docs = Docs::new("New.")),
    ("whether Rust calls it unsafe", |i| i.functions[0].is_unsafe = true),
    ("the docs of a part", |i| i.enums[0].variants[0].docs = Docs::new("New.")),
    ("the order of variants, which have values", |i| i.enums[0].variants.reverse()),
    ("the order of methods", |i| i.services[0].methods.reverse()),
    ("this machine's layouts", |i| i.layouts.iter_mut().flatten().for_each(|layout| layout.size += 1)),
    ("a type that no item names", |i| i.types.push(TypeKind::CStr { nullable: false })),
];

/// Of the library with the other constructs.
const COUNTS_AS_WELL: [Change; 19] = [
    ("a namespace", |i| i.structs[0].head.marks = marks("elsewhere")),
    ("a function's namespace", |i| i.functions[0].head.marks = marks("elsewhere")),
    ("whether a struct is transparent", |i| i.structs[1].repr = Repr::C),
    ("whether a struct is packed", |i| i.structs[2].repr = Repr::C),
    ("how a struct is packed", |i| i.structs[2].repr = Repr::Packed(2)),
    ("whether it is packed or aligned", |i| i.structs[2].repr = Repr::Aligned(1)),
    ("a default", |i| i.structs[0].default = Some(vec![Value::F32(0), Value::F32(1)])),
    ("whether there is a default", |i| i.structs[0].default = None),
    ("whether an enum is a set", |i| i.enums[1].flags = false),
    ("a union's field", |i| i.unions[0].fields[0].name.push('x')),
    ("the type of a union's field", |i| i.unions[0].fields[0].ty = i.unions[0].fields[1].ty),
    ("a tag", |i| i.tagged[0].repr = Primitive::I16),
    ("a tag's value", |i| i.tagged[0].cases[0].value = 9),
    ("a case's name", |i| i.tagged[0].cases[0].name.push('x')),
    ("the type of a case's field", |i| i.tagged[0].cases[1].fields[0].ty = i.unions[0].fields[1].ty),
    ("the order of a case's fields", |i| i.tagged[0].cases[1].fields.swap(0, 1)),
    ("a wide constant", |i| i.constants[2].value = Value::Wide(1)),
    ("a text", |i| i.constants[3].value = Value::Str("a \"c\"".to_owned())),
    ("an array's element", |i| i.constants[4].value = Value::Array(vec![Value::Int(1), Value::Int(254)])),
];

const DOES_NOT_COUNT_EITHER: [Change; 4] = [
    ("whom an item is meant for", |i| i.functions[0].head.marks.visibility = Visibility::Internal),
    ("whether a field is shown", |i| i.structs[0].fields[0].visibility = Visibility::Internal),
    ("that an item should not be used", |i| {
        i.functions[0].head.marks = Marks { deprecated: Some("x".to_owned()), ..Marks::default() }
    }),
    ("the order of cases, which have tags", |i| i.tagged[0].cases.reverse()),
];

#[test]
fn everything_that_bindings_depend_on_changes_the_guard() {
    for (library, changes) in [(library(), &COUNTS[..]), (breadth(), &COUNTS_AS_WELL)] {
        let before = model::api_guard(&library);
        let mut all = vec![before];
        for (what, change) in changes {
            let mut changed = library.clone();
            change(&mut changed);
            all.push(model::api_guard(&changed));
            assert_ne!(model::api_guard(&changed), before, "{what}");
        }
        all.sort();
        all.dedup();
        assert_eq!(all.len(), changes.len() + 1, "two changes are taken for the same");
    }
}

#[test]
fn nothing_else_changes_the_guard() {
    for (library, changes) in [(library(), &DOES_NOT_COUNT[..]), (breadth(), &DOES_NOT_COUNT_EITHER)] {
        for (what, change) in changes {
            let mut changed = library.clone();
            change(&mut changed);
            assert_ne!(changed, library, "{what} is a change");
            assert_eq!(model::api_guard(&changed), model::api_guard(&library), "{what}");
        }
    }
}

#[test]
fn the_order_of_registration_does_not_change_the_guard() {
    assert_ne!(library(), library_backwards());
    assert_eq!(model::api_guard(&library()), model::api_guard(&library_backwards()));
}

#[test]
fn the_guard_is_the_same_in_every_release_and_on_every_platform() {
    // If this must change, then so must the first text that is hashed.
    // Between them the two inventories have every kind of item, type and value, and no name of a variant of the model is hashed.
    assert_eq!(format!("{:#018x}", model::api_guard(&library())), "0xc2c522dd9281e614");
    assert_eq!(format!("{:#018x}", model::api_guard(&breadth())), "0xefed47d443a4f7ac");
    let mut shared = library();
    let methods = &mut shared.services[0].methods;
    for (method, (receiver, lends)) in methods.iter_mut().zip([
        (Receiver::Shared, Some(Access::Read)),
        (Receiver::Exclusive, Some(Access::Write)),
        (Receiver::Shared, None),
    ]) {
        (method.receiver, method.lends) = (receiver, lends);
    }
    assert_eq!(format!("{:#018x}", model::api_guard(&shared)), "0x360a4476830c1c7c");
}

#[test]
fn an_inventory_that_does_not_fit_together_has_a_guard_too() {
    let mut broken = library();
    broken.structs.clear();
    broken.enums.clear();
    broken.services.clear();
    let at = broken.functions[0].returns;
    broken.types[at.index()] = TypeKind::Option { value: at };
    assert_ne!(model::api_guard(&broken), model::api_guard(&library()));
}

#[test]
fn the_hash_is_fnv_1a() {
    // The vectors of the authors: http://www.isthe.com/chongo/src/fnv/test_fnv.c
    for (text, hash) in [("", 0xcbf2_9ce4_8422_2325), ("a", 0xaf63_dc4c_8601_ec8c), ("foobar", 0x8594_4171_f739_67e8)] {
        let mut fnv = super::Fnv::default();
        assert_eq!(fnv.bytes(text.as_bytes()).0, hash, "{text}");
    }
}

#[test]
fn an_error_is_known_by_its_namespace_too() {
    let of = |error| {
        let mut inventory = library();
        for (at, namespace) in [(0, "disk"), (1, "net")] {
            let head = &mut inventory.enums[at].head;
            (head.name, head.marks) = ("Error".to_owned(), marks(namespace));
        }
        inventory.functions[4].crossing = Crossing::Guarded { error: Some(EnumId(error)) };
        model::api_guard::compute_guard(&inventory)
    };
    assert_ne!(of(0), of(1));
}
