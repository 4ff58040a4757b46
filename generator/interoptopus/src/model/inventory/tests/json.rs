//! The form of an inventory as JSON, for programs other than backends: shown and kept stable by tests.

use crate::model::fixture::{self, breadth, library};
use crate::model::{self, Access, Checked, Enum, Inventory, Primitive, Problem, Registry, Type, TypeKind, Value};

fn there_and_back(inventory: &Inventory) -> Inventory {
    let json = serde_json::to_string(inventory).expect("everything has a form");
    serde_json::from_str(&json).expect("what was written can be read")
}

#[test]
fn nothing_is_lost_on_the_way() {
    let mut all = library();
    all.constants[1].value = Value::F32(f32::NAN.to_bits() | 1);
    all.constants[0].value = Value::Int(i128::MIN);
    all.enums[0].variants[0].value = i128::MAX;
    all.problems.push(Problem { item: "a \" b".to_owned(), what: "\u{1f419}\n".to_owned() });
    assert_eq!(there_and_back(&all), all);
    assert_eq!(model::api_guard(&there_and_back(&library())), model::api_guard(&library()));
    assert!(Checked::new(there_and_back(&library())).is_ok());
    assert_eq!(there_and_back(&breadth()), breadth());
    let part = model::filter(breadth(), |item| item.name() == "area");
    assert_eq!(there_and_back(&part), part);
    assert_eq!(model::api_guard(&there_and_back(&part)), model::api_guard(&breadth()));
}

#[test]
fn the_form_is_the_documented_one() {
    let mut r = Registry::new("plotter", "0.1.0");
    let json = |r: &Registry| serde_json::to_string(r.so_far()).expect("it has a form");
    assert_eq!(
        json(&r),
        r#"{"library":"plotter","version":"0.1.0","types":[],"layouts":[],"structs":[],"enums":[],"tagged":[],"unions":[],"opaques":[],"callbacks":[],"services":[],"functions":[],"constants":[],"guard":null,"problems":[]}"#
    );
    fixture::marker(&mut r);
    assert!(json(&r).contains(r#""types":[{"Enum":0}],"layouts":[{"size":0,"align":8,"fields":[]}]"#));
    let marker: &Enum = &r.so_far().enums[0];
    let json = serde_json::to_string(marker).expect("it has a form");
    assert_eq!(
        json,
        r#"{"name":"Marker","path":"plotter::Marker","docs":"","marks":{"namespace":"","visibility":"Public","deprecated":null},"repr":"I8","variants":[{"name":"Dot","docs":"","value":1},{"name":"Cross","docs":"","value":2},{"name":"Hidden","docs":"","value":-1}],"flags":false,"error":false}"#
    );
    let kind = TypeKind::Slice { element: Type(3), access: Access::Write, nullable: false };
    let json = serde_json::to_string(&kind).expect("it has a form");
    assert_eq!(json, r#"{"Slice":{"element":3,"access":"Write","nullable":false}}"#);
}

#[test]
fn what_was_tampered_with_is_refused_and_never_a_panic() {
    for library in [library(), breadth()] {
        tamper(&library);
    }
}

fn tamper(library: &Inventory) {
    let mut library = library.clone();
    // The general form of JSON in memory has no such numbers.
    library.constants.retain(|c| c.head.name != "LEAST" && c.head.name != "MOST");
    let json = serde_json::to_value(&library).expect("everything has a form");
    let mut read = 0;
    // Each number in turn becomes a large one.
    for at in 0.. {
        let mut changed = json.clone();
        if !change_number(&mut changed, &mut { at }) {
            break;
        }
        if let Ok(inventory) = serde_json::from_value::<Inventory>(changed) {
            read += 1;
            let _ = model::api_guard(&inventory);
            let _ = Checked::new(inventory.clone()).map(|checked| model::definition_order(&checked));
            let _ = Checked::new(model::filter(inventory.clone(), |item| item.is_type()));
            let _ = Checked::new(model::merge(library.clone(), inventory));
        }
    }
    assert!(read > 100, "{read}");
}

/// Changes the number at the place `at` in the text; false if there are not so many.
fn change_number(value: &mut serde_json::Value, at: &mut usize) -> bool {
    match value {
        serde_json::Value::Number(_) if *at == 0 => {
            *value = 4_000_000.into();
            true
        }
        serde_json::Value::Number(_) => {
            *at -= 1;
            false
        }
        serde_json::Value::Array(all) => all.iter_mut().any(|value| change_number(value, at)),
        serde_json::Value::Object(all) => all.iter_mut().any(|(_, value)| change_number(value, at)),
        serde_json::Value::Null | serde_json::Value::Bool(_) | serde_json::Value::String(_) => false,
    }
}

#[test]
fn each_construct_has_the_documented_form() {
    let library = breadth();
    assert_eq!(json_of(&library.tagged[0].cases[0]), r#"{"name":"Empty","docs":"","value":0,"fields":[]}"#);
    assert_eq!(json_of(&library.structs[2].repr), r#"{"Packed":1}"#);
    assert_eq!(json_of(&library.structs[1].repr), r#""Transparent""#);
    assert_eq!(json_of(&library.structs[2].fields[1].visibility), r#""Internal""#);
    assert_eq!(json_of(&library.structs[0].default), r#"[{"F32":0},{"F32":0}]"#);
    assert_eq!(
        json_of(&library.functions[4].head.marks),
        r#"{"namespace":"drawing","visibility":"Public","deprecated":"use area"}"#
    );
    let values: Vec<_> = library.constants.iter().map(|c| json_of(&c.value)).collect();
    assert_eq!(
        values,
        [
            r#"{"Char":"🐙"}"#,
            r#"{"Int":-170141183460469231731687303715884105728}"#,
            r#"{"Wide":340282366920938463463374607431768211455}"#,
            r#"{"Str":"a \"b\""}"#,
            r#"{"Array":[{"Int":1},{"Int":255}]}"#,
            r#"{"Array":[{"Int":7}]}"#,
            r#"{"Int":5}"#,
            r#"{"Struct":[{"F32":0},{"F32":1}]}"#,
        ]
    );
    let kind = TypeKind::NonZero { primitive: Primitive::CULong, nullable: true };
    assert_eq!(json_of(&kind), r#"{"NonZero":{"primitive":"CULong","nullable":true}}"#);
}

fn json_of(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).expect("everything has a form")
}
