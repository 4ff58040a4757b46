//! What comes back may point to what went in: that lives until it is read.

mod by_hand;

use by_hand::{Library, Tag};
use interoptopus::Checked;
use interoptopus::model::{Access, PointerKind, Primitive};
use interoptopus_backend_cpython_cffi::Python;

/// The body of the function `name` in the module of `library`.
fn body(library: Library, name: &str) -> String {
    let text = Python::new().generate(&Checked::new(library.registry.finish()).unwrap()).unwrap().text;
    let start = text.find(&format!("\ndef {name}(")).unwrap();
    text[start + 1..].split("\n\n").next().unwrap().to_owned()
}

#[test]
fn a_slice_that_is_returned_may_be_the_one_that_went_in() {
    let mut library = Library::new("lib");
    let byte = library.primitive(Primitive::U8);
    let pair = library.structure::<Tag<0>>("Pair", &[("a", byte), ("b", byte)]);
    let pairs = library.slice(pair);
    library.guarded::<Tag<1>>("rest", &[("pairs", pairs)], pairs, None);
    let body = body(library, "rest");
    assert!(
        body.contains("kept: list[Any] = []\n    try:\n        pairs_c, pairs_len = _slice_kept(pairs, _PAIR_ITEMS, kept)"),
        "{body}"
    );
}

#[test]
fn a_reference_that_is_returned_may_lead_to_an_argument() {
    let mut library = Library::new("lib");
    let (byte, float) = (library.primitive(Primitive::U8), library.primitive(Primitive::F32));
    let pair = library.structure::<Tag<0>>("Pair", &[("a", float), ("b", byte)]);
    let (pair, float) = (library.reference(pair, Access::Read), library.reference(float, Access::Read));
    library.guarded::<Tag<1>>("first", &[("pair", pair)], float, None);
    let first = body(library, "first");
    assert!(first.contains("pair_c = ffi.new(_PAIR_PTR, (pair.a, pair.b))"), "{first}");
    assert!(first.contains("lib.first(pair_c)"), "{first}");
}

#[test]
fn what_nobody_can_point_to_afterwards_lives_as_long_as_the_call() {
    let mut library = Library::new("lib");
    let (byte, float) = (library.primitive(Primitive::U8), library.primitive(Primitive::F32));
    let pair = library.structure::<Tag<0>>("Pair", &[("a", float), ("b", byte)]);
    let raw = library.registry.pointer(pair, Access::Read, PointerKind::Raw);
    let (pairs, pair) = (library.slice(pair), library.reference(pair, Access::Read));
    library.guarded::<Tag<1>>("sum", &[("pair", pair), ("pairs", pairs)], raw, None);
    let sum = body(library, "sum");
    assert!(sum.contains("_slice(pairs, _PAIR_ITEMS)") && sum.contains("lib.sum([(pair.a, pair.b)], "), "{sum}");
}

/// The list of the call stands in every expression that makes memory, however deep.
#[test]
fn what_a_value_leads_to_is_kept_by_the_call() {
    let mut library = Library::new("lib");
    let text = library.string();
    let texts = library.slice(text);
    let one = library.structure::<Tag<0>>("One", &[("text", text), ("texts", texts)]);
    let one_behind = library.reference(one, Access::Read);
    let nested = library.structure::<Tag<1>>("Nested", &[("one", one), ("behind", one_behind)]);
    let all = library.slice(nested);
    library.guarded::<Tag<2>>("take", &[("nested", nested), ("all", all)], text, None);
    let module = Python::new().generate(&Checked::new(library.registry.finish()).unwrap()).unwrap().text;
    for line in [
        "    kept: list[Any] = []",
        "        nested_c = _nested_to_c(nested, kept)",
        "        all_c, all_len = _slice_kept_leading(all, _NESTED_ITEMS, kept)",
        "    return (_str(value.text, kept), _slice_kept_leading(value.texts, _STR_ITEMS, kept))",
        "    return (_one_to_c(value.one, kept), _new(_ONE_PTR, _one_to_c(value.behind, kept), kept))",
    ] {
        assert!(module.contains(&format!("{line}\n")), "{line} is not in:\n{module}");
    }
    assert!(!module.contains(", @"), "{module}");
}
