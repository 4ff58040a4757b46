//! The rules for unions, sum types, flags, wrappers, namespaces and values.

use super::problems;
use crate::model::check::constant_values::WHAT;
use crate::model::fixture::{breadth, marks};
use crate::model::{self, Inventory, Primitive, Repr, TypeKind, Value};

/// The problems of the library after `change`.
fn after(change: impl FnOnce(&mut Inventory)) -> Vec<String> {
    let mut inventory = breadth();
    change(&mut inventory);
    problems(inventory)
}

#[test]
fn a_library_with_each_construct_has_no_problems() {
    assert_eq!(problems(breadth()), [""; 0]);
}

#[test]
fn names_are_distinct_within_a_namespace() {
    let way_out = "rename one of them, or say `name = \"…\"` or `namespace = \"…\"`";
    let found = after(|i| i.structs[0].head.marks = marks(""));
    assert_eq!(found, [format!("shapes::Point: `Point` is also the name of shapes::geometry::Point: {way_out}")]);
    let found = after(|i| i.functions[3].head.name = "parent".to_owned());
    assert_eq!(found, [format!("shapes::blank: `parent` is also the name of the function shapes::parent: {way_out}")]);
    assert_eq!(after(|i| i.functions[4].head.name = "area".to_owned()), [""; 0], "it is in a namespace");
    assert_eq!(after(|i| i.functions[4].head.name = "Bits".to_owned()), [""; 0], "types are others than functions");
    let found = after(|i| i.unions[0].head.name = "geometry_Point".to_owned());
    let what = "languages without namespaces call it `geometry_Point`, as shapes::geometry::Point: rename one of them";
    assert_eq!(found, [format!("shapes::Bits: {what}")]);
}

#[test]
fn a_namespace_is_an_identifier_that_is_always_spelled_the_same() {
    for namespace in ["a::b", "1", "a b", "_", "a.b"] {
        let found = after(|i| i.functions[4].head.marks = marks(namespace));
        assert_eq!(found, [format!("shapes::draw: `{namespace}` is no namespace: it has to be one identifier")]);
    }
    let found = after(|i| i.functions[4].head.marks = marks("Geo_metry"));
    let why = "not all languages and file systems tell them apart: spell them the same";
    let expected = format!("its namespace `geometry` is much like the `Geo_metry` of shapes::draw, and {why}");
    assert_eq!(found, [format!("shapes::geometry::Point: {expected}")]);
}

#[test]
fn parts_of_unions_and_sum_types_are_distinct_and_have_names() {
    let found = after(|i| rename(i, "Empty", "Line"));
    assert_eq!(found, ["shapes::Shape: it has more than one variant `Line`: rename one of them"]);
    let found = after(|i| {
        i.tagged[0].cases[2].fields[0].name = "field1".to_owned();
        layout_of(i, "Shape").iter_mut().for_each(|name| **name = name.replace("field0", "field1"));
    });
    assert_eq!(found, ["shapes::Shape: it has more than one field of `Line` named `field1`: rename one of them"]);
    let found = after(|i| rename(i, "Circle", "1"));
    assert_eq!(found, ["shapes::Shape: `1` is not a name: it has to be an identifier"]);
}

/// The names of the fields in the layout of a type.
fn layout_of<'a>(i: &'a mut Inventory, name: &str) -> Vec<&'a mut String> {
    let ty = i.types().find(|&ty| model::type_name(i, ty) == name).expect("the fixture has it");
    i.layouts[ty.index()].iter_mut().flat_map(|layout| &mut layout.fields).map(|field| &mut field.name).collect()
}

/// Calls a variant otherwise, in its layout too.
fn rename(i: &mut Inventory, from: &str, to: &str) {
    i.tagged[0].cases.iter_mut().filter(|case| case.name == from).for_each(|case| case.name = to.to_owned());
    layout_of(i, "Shape").into_iter().for_each(|name| *name = name.replace(&format!("{from}."), &format!("{to}.")));
}

#[test]
fn a_wrapper_has_one_field_and_an_alignment_is_a_power_of_two() {
    let found = after(|i| i.structs[0].repr = Repr::Transparent);
    let what = "a transparent struct is its only field, and it has 2: make it `repr(C)`";
    assert_eq!(found, [format!("shapes::geometry::Point: {what}")]);
    let found = after(|i| i.structs[1].fields[0].ty = i.constants[4].ty);
    let why = "by value it would be an array, which C has none of";
    assert_eq!(found, [format!("shapes::Point: a transparent struct is its only field: {why}: make it `repr(C)`")]);
    for repr in [Repr::Packed(3), Repr::Aligned(0)] {
        let found = after(|i| i.structs[0].repr = repr);
        assert!(found.len() == 1 && found[0].ends_with(" bytes: an alignment is a power of two"), "{found:?}");
    }
    assert_eq!(after(|i| i.structs[0].repr = Repr::Aligned(64)), [""; 0]);
}

#[test]
fn any_bytes_are_a_value_of_a_unions_fields() {
    for (primitive, is_plain) in [(Primitive::Bool, false), (Primitive::Char, false), (Primitive::CLong, true)] {
        let found = after(|i| {
            let kind = TypeKind::Primitive(primitive);
            let known = i.find(kind);
            i.unions[0].fields[0].ty = known.unwrap_or_else(|| {
                i.types.push(kind);
                i.layouts.push(None);
                crate::model::Type(i.types.len() as u32 - 1)
            });
        });
        assert_eq!(found.is_empty(), is_plain, "{found:?}");
        assert!(found.iter().all(|p| p.starts_with("shapes::Bits: its field `float` is a `") && p.contains("may be integers")));
    }
    let found = after(|i| {
        i.unions[0].fields.clear();
        layout_of(i, "Bits");
        i.layouts.iter_mut().flatten().for_each(|layout| layout.fields.retain(|f| f.name != "float" && f.name != "bits"));
    });
    assert_eq!(found, ["shapes::Bits: a union without fields has no value: give it a field"]);
}

#[test]
fn flags_are_bits_and_no_errors() {
    for value in [0, -1] {
        let found = after(|i| {
            i.enums[1].repr = Primitive::I8;
            i.enums[1].variants[0].value = value;
            i.constants.clear();
        });
        let why = "each flag is a bit, or several, and a set without any is 0 already";
        assert_eq!(found, [format!("shapes::Mask: `Read` is {value}, but {why}: give it a value such as `1 << 0`")]);
    }
    let found = after(|i| i.enums[1].error = true);
    assert_eq!(found, ["shapes::Mask: it cannot be a set of flags and an error: a status is one value"]);
}

#[test]
fn a_sum_type_has_data_and_tags_that_fit() {
    let found = after(|i| i.tagged[0].cases[0].value = 128);
    assert_eq!(found, ["shapes::Shape: `Empty` is 128, which is no `i8`"]);
    let found = after(|i| i.tagged[0].cases[0].value = 1);
    assert_eq!(found, ["shapes::Shape: `Empty` and `Circle` are both 1"]);
    for primitive in [Primitive::Bool, Primitive::I128, Primitive::CLong] {
        let found = after(|i| i.tagged[0].repr = primitive);
        assert!(found.len() == 1 && found[0].contains("cannot be the `repr` of an enum: "), "{found:?}");
    }
    let found = after(|i| {
        i.tagged[0].cases.clear();
        layout_of(i, "Shape");
        i.layouts.iter_mut().flatten().for_each(|layout| layout.fields.retain(|f| !f.name.contains('.')));
    });
    assert_eq!(found, ["shapes::Shape: an enum without variants has no value: give it a variant"]);
    let found = after(|i| {
        i.tagged[0].cases.truncate(1);
        i.layouts.iter_mut().flatten().for_each(|layout| layout.fields.retain(|f| !f.name.contains('.')));
    });
    assert_eq!(found, ["shapes::Shape: it is an enum with data, and no variant has any: it is a numeric enum"]);
}

#[test]
fn a_default_has_a_value_for_each_field() {
    let found = after(|i| i.structs[0].default = Some(vec![Value::F32(0)]));
    assert_eq!(found, ["shapes::geometry::Point: its default has 1 values, and it has 2 fields"]);
    let found = after(|i| i.structs[0].default = Some(vec![Value::F32(0), Value::Int(0)]));
    assert_eq!(found, [format!("shapes::geometry::Point: its default has Int(0) for `y`, which is no `f32`: {WHAT}")]);
}

#[test]
fn a_value_is_one_of_its_type() {
    let wrong: [(usize, Value, &str); 13] = [
        (0, Value::Int(97), "char"),
        (1, Value::Wide(1), "i128"),
        (2, Value::Int(1), "u128"),
        (3, Value::Array(vec![Value::Int(97)]), "Str"),
        (4, Value::Array(vec![Value::Int(1)]), "[u8; 2]"),
        (4, Value::Array(vec![Value::Int(1), Value::Int(256)]), "[u8; 2]"),
        (5, Value::Array(vec![Value::Bool(true)]), "Slice<u8>"),
        (5, Value::Str("a".to_owned()), "Slice<u8>"),
        (6, Value::Int(2), "Mask"),
        (6, Value::Int(-1), "Mask"),
        (7, Value::Struct(vec![Value::F32(0)]), "geometry::Point"),
        (7, Value::Struct(vec![Value::F32(0), Value::F64(0)]), "geometry::Point"),
        (7, Value::Array(vec![Value::F32(0), Value::F32(0)]), "geometry::Point"),
    ];
    for (at, value, ty) in wrong {
        let found = after(|i| i.constants[at].value = value.clone());
        let path = &breadth().constants[at].head.path;
        assert_eq!(found, [format!("{path}: {value:?} is no `{ty}`: {WHAT}")]);
    }
    assert_eq!(after(|i| i.constants[6].value = Value::Int(0)), [""; 0], "a set without any flags");
    let non_zero = |value| {
        after(|i| {
            i.constants[0].ty = i.functions[2].parameters[0].ty;
            i.constants[0].value = Value::Int(value);
        })
    };
    assert_eq!([non_zero(0).len(), non_zero(1).len()], [1, 0]);
}

#[test]
fn layouts_name_the_fields_of_unions_and_sum_types() {
    for (name, path) in [("Bits", "shapes::Bits"), ("Shape", "shapes::Shape")] {
        let found = after(|i| layout_of(i, name).into_iter().for_each(|name| name.push('x')));
        assert_eq!(found, [format!("{path}: its layout is not that of its fields")]);
        let found = after(|i| {
            let ty = i.types().find(|&ty| model::type_name(i, ty) == name).expect("the fixture has it");
            i.layouts[ty.index()] = None;
        });
        assert_eq!(found, [format!("{path}: its layout is not that of its fields")]);
    }
    let in_itself = after(|i| {
        let shape = i.types().find(|&ty| model::type_name(i, ty) == "Shape").expect("the fixture has it");
        i.structs[0].fields[0].ty = shape;
    });
    let expected = ["shapes::Shape: it contains itself by value", "shapes::geometry::Point: it contains itself by value"];
    assert_eq!(in_itself, expected);
    assert_ne!(after(|i| i.unions.clear()), [""; 0]);
    assert_ne!(after(|i| i.tagged.clear()), [""; 0]);
}

#[test]
fn the_fields_of_unions_and_variants_can_be_stored() {
    let service_like = |i: &Inventory| i.types().find(|&ty| *i.kind(ty) == TypeKind::Void).expect("the fixture has it");
    let found = after(|i| i.tagged[0].cases[1].fields[0].ty = service_like(i));
    let what = "the field `radius` of `Circle` has `()` where it cannot stand: it is nothing: leave it away, or point to it";
    assert_eq!(found, [format!("shapes::Shape: {what}")]);
}
