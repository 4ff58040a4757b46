//! Proof that wrong bindings are noticed: those of an inventory with defects, given to the right library.

use crate::child::{self, Report, Verdict};
use crate::toolchains;
use interoptopus::Inventory;
use interoptopus::model::{self, Extent, Layout, Target, Type};
use interoptopus_harness::Suite;
use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};

/// A change of an inventory.
struct Defect {
    what: &'static str,
    /// The kind of item in the form of an inventory as JSON, and the item's name.
    item: (&'static str, &'static str),
    change: Change,
    /// The types whose layout trials must fail, each on all toolchains but these.
    noticed_in: &'static [(&'static str, &'static [&'static str])],
}

/// What is changed in an item; where, as a pointer into its form as JSON.
enum Change {
    /// Two fields of a list change places.
    Exchange(&'static str, usize, usize),
    /// A field gets another primitive type.
    Retype(&'static str, &'static str),
    /// The item gets another `repr`.
    Repr(&'static str),
}

/// C# passes the fields of transparent structs, and leaves alignment to those who hold them: it measures neither type.
const BUT_CSHARP: &[&str] = &["dotnet", "mono"];

#[rustfmt::skip] // A table.
const DEFECTS: &[Defect] = &[
    Defect { what: "two fields are exchanged", item: ("structs", "Triple"), change: Change::Exchange("/fields", 0, 1), noticed_in: &[("Triple", &[])] },
    Defect { what: "a field is wider", item: ("structs", "Colour"), change: Change::Retype("/fields/1", "U16"), noticed_in: &[("Colour", &[])] },
    Defect { what: "a field is wider, and padding hides it from the size of the whole",
             item: ("structs", "PairU8F64"), change: Change::Retype("/fields/0", "U32"), noticed_in: &[("PairU8F64", &[])] },
    Defect { what: "a field has a sign", item: ("structs", "PairU16F32"), change: Change::Retype("/fields/0", "I16"), noticed_in: &[("PairU16F32", &[])] },
    Defect { what: "a tuple's field is wider", item: ("structs", "Sample"), change: Change::Retype("/fields/2", "I32"), noticed_in: &[("Sample", &[])] },
    Defect { what: "two fields of a variant are exchanged",
             item: ("tagged", "Shape"), change: Change::Exchange("/cases/2/fields", 0, 1), noticed_in: &[("Shape", &[])] },
    Defect { what: "a variant's field is narrower", item: ("tagged", "Figure"), change: Change::Retype("/cases/1/fields/0", "F32"), noticed_in: &[("Figure", &[])] },
    Defect { what: "a tag is wider, and padding hides it", item: ("tagged", "ByI16"), change: Change::Repr("I32"), noticed_in: &[("ByI16", &[])] },
    Defect { what: "a union's field is wider", item: ("unions", "Word32"), change: Change::Retype("/fields/1", "F64"), noticed_in: &[("Word32", &[])] },
    Defect { what: "packed fields are not", item: ("structs", "Packet"), change: Change::Repr("C"), noticed_in: &[("Packet", &[])] },
    Defect { what: "an alignment is lost", item: ("structs", "Quad"), change: Change::Repr("C"), noticed_in: &[("Quad", BUT_CSHARP), ("Spread", &[])] },
    Defect { what: "a transparent struct's field is narrower",
             item: ("structs", "Kelvin"), change: Change::Retype("/fields/0", "F32"), noticed_in: &[("Kelvin", BUT_CSHARP)] },
    Defect { what: "an enum is wider", item: ("enums", "Port"), change: Change::Repr("U32"), noticed_in: &[("Port", &[])] },
    Defect { what: "an enum has a sign", item: ("enums", "Direction"), change: Change::Repr("I8"), noticed_in: &[("Direction", &[])] },
    Defect { what: "flags are wider", item: ("enums", "Permission"), change: Change::Repr("U16"), noticed_in: &[("Permission", &[])] },
];

const LAYOUTS: &str = "tampered_layouts";
const GUARD: &str = "tampered_guard";

/// Whether `name` is that of an inventory with defects.
pub(crate) fn has(name: &str) -> bool {
    name == LAYOUTS || name == GUARD
}

/// The suite with the bindings of an inventory that has defects.
pub(crate) fn configure(suite: Suite, name: &str) -> Suite {
    let library = reference_project::ffi_inventory();
    suite.bindings_of(if name == GUARD { with_foreign_guard(&library) } else { with_defects(&library) })
}

pub(crate) fn trials() -> Vec<Trial> {
    let all = toolchains::measuring().into_iter();
    let layouts = all.clone().map(|t| crate::trial(format!("tampered::layouts::{t}"), move || layouts_are_noticed(t)));
    let guards = all.map(|t| crate::trial(format!("tampered::guard::{t}"), move || guard_is_noticed(t)));
    layouts.chain(guards).collect()
}

/// The inventory with every defect, and the guard that the library has: the layouts alone have to give them away.
fn with_defects(library: &Inventory) -> Inventory {
    let mut json = to_json(library);
    for defect in DEFECTS {
        make(defect, &mut json);
    }
    let changed = from_json(json.clone());
    json["layouts"] = changed.types().map(|ty| json!(layout(&changed, ty))).collect();
    json["guard"] = json!(model::api_guard(library));
    from_json(json)
}

fn make(defect: &Defect, json: &mut Value) {
    let (kind, name) = defect.item;
    let item = list(json, &format!("/{kind}")).iter().position(|item| item["name"] == name);
    let item = item.unwrap_or_else(|| panic!("the inventory has no `{name}` in its {kind}"));
    let at = |pointer: &str| format!("/{kind}/{item}{pointer}");
    match defect.change {
        Change::Exchange(fields, one, other) => list(json, &at(fields)).swap(one, other),
        Change::Retype(field, primitive) => {
            let ty = type_number(json, &json!({ "Primitive": primitive }));
            json.pointer_mut(&at(field)).unwrap_or_else(|| panic!("`{name}` has no {field}"))["ty"] = json!(ty);
        }
        Change::Repr(repr) => json[kind][item]["repr"] = json!(repr),
    }
}

fn list<'a>(json: &'a mut Value, pointer: &str) -> &'a mut Vec<Value> {
    let list = json.pointer_mut(pointer).and_then(Value::as_array_mut);
    list.unwrap_or_else(|| panic!("the inventory has no list {pointer}"))
}

/// The number of a type that the library uses.
fn type_number(json: &Value, ty: &Value) -> usize {
    let types = json["types"].as_array().into_iter().flatten();
    types.clone().position(|other| other == ty).unwrap_or_else(|| panic!("the library uses no {ty}"))
}

/// The layout that a type of the changed inventory would have in Rust.
fn layout(changed: &Inventory, ty: Type) -> Option<Layout> {
    let before = changed.layout(ty)?;
    let Extent { size, align } = model::extent_by_c(changed, ty, Target::host());
    let whole = Layout { size, align, fields: before.fields.clone() };
    Some(model::layout_by_c(changed, ty, Target::host()).unwrap_or(whole))
}

fn with_foreign_guard(library: &Inventory) -> Inventory {
    let mut json = to_json(library);
    json["guard"] = json!(!model::api_guard(library));
    from_json(json)
}

fn to_json(inventory: &Inventory) -> Value {
    serde_json::to_value(inventory).expect("each inventory has a form as JSON")
}

fn from_json(json: Value) -> Inventory {
    serde_json::from_value(json).expect("the changed inventory is one")
}

fn layouts_are_noticed(toolchain: &str) -> Result<(), Failed> {
    let report = child::report(child::this(LAYOUTS)?.arg(format!("layout::{toolchain}::")))?;
    if is_missing(&report) {
        return Ok(());
    }
    let unnoticed = DEFECTS.iter().filter_map(|defect| {
        let types = defect.noticed_in.iter().filter(|(_, except)| !except.contains(&toolchain));
        // It was measured, and is not only that something else broke.
        let wrong = |ty: &str| says(report.failure(&format!("layout::{toolchain}::{ty}"))?, "is not what it is in Rust");
        let failed = types.filter_map(|(ty, _)| wrong(ty).err()).next()?;
        Some(format!("{}: {}", defect.what, failed.message().unwrap_or_default()))
    });
    let unnoticed: Vec<_> = unnoticed.collect();
    if unnoticed.is_empty() { Ok(()) } else { Err(unnoticed.join("\n").into()) }
}

/// In C its user compares the guard, and one test does; in the other languages nothing can be called, and no test passes.
fn guard_is_noticed(toolchain: &str) -> Result<(), Failed> {
    let report = child::report(child::this(GUARD)?.arg(format!("run::{toolchain}::api_guard::")))?;
    if is_missing(&report) {
        return Ok(());
    }
    let trial = format!("run::{toolchain}::api_guard::the_header_was_made_for_the_library");
    match report.verdict(&trial) {
        Some(_) => says(report.failure(&trial)?, "API_GUARD"),
        None => report.trials.keys().try_for_each(|trial| says(report.failure(trial)?, "made for")),
    }
}

/// Whether the toolchain is not installed, which the suite has said.
fn is_missing(report: &Report) -> bool {
    report.trials.values().all(|verdict| *verdict == Verdict::Ignored)
}

fn says(text: &str, word: &str) -> Result<(), Failed> {
    if text.contains(word) { Ok(()) } else { Err(format!("it should say `{word}`: {text}").into()) }
}
