//! Doc comments come over as XML documentation, with links to what C# has instead.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{Primitive, TypeKind, Value};
use interoptopus_backend_csharp::CSharp;

/// The documentation of the member whose declaration has `declaration` in it.
fn docs_of(library: Library, declaration: &str) -> Vec<String> {
    let text = CSharp::new().generate(&Checked::new(library.finish()).unwrap()).unwrap().text;
    let lines: Vec<_> = text.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.contains(declaration)).unwrap_or_else(|| panic!("no {declaration} in\n{text}"));
    let begin = lines[..at].iter().rposition(|line| !line.starts_with("///") && !line.starts_with('[')).map_or(0, |i| i + 1);
    lines[begin..at].iter().filter_map(|line| line.strip_prefix("/// ")).map(str::to_owned).collect()
}

#[test]
fn links_lead_to_what_csharp_has_instead() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    library.structure("Vec2", &[("x_axis", u32, 4)]);
    library.constant("MAX_POINTS", u32, Value::Int(1));
    library.guarded("layer_name_len", &[("name", text)], u32);
    library.function("marker", &[], u32);
    library.docs(
        " See [`Marker`], [`Marker::Dot`], [`Vec2::x_axis`], [`MAX_POINTS`], [the length](layer_name_len), [`marker()`], [`Nowhere`], \
        [nothing](Nowhere), <https://example.org>.",
    );
    library.function("it", &[], u32);
    let expected = "<summary>See <see cref=\"Lib.Marker\"/>, <see cref=\"Lib.Marker.Dot\"/>, <see cref=\"Vec2.XAxis\"/>, \
        <see cref=\"Interop.MaxPoints\"/>, <see cref=\"Interop.LayerNameLen(string)\">the length</see>, <see cref=\"Interop.Marker\"/>, \
        <c>Nowhere</c>, nothing, <see href=\"https://example.org\">https://example.org</see>.</summary>";
    assert_eq!(docs_of(library, "uint It()"), [expected]);
}

#[test]
fn parameters_are_called_as_in_csharp() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.docs(" Adds `by_value` to `event`, and not to `other`.");
    library.function("it", &[("by_value", u32), ("event", u32)], u32);
    let expected = "<summary>Adds <paramref name=\"byValue\"/> to <paramref name=\"event\"/>, and not to <c>other</c>.</summary>";
    assert_eq!(docs_of(library, "uint It("), [expected]);
}

#[test]
fn sections_have_the_elements_that_csharp_has_for_them() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library
        .docs(" Summary.\n\n More.\n\n # Panics\n If it is 0.\n\n # Safety\n - one\n - two\n\n # Examples\n ```\n a < b\n ```\n");
    library.guarded("it", &[], u32);
    assert_eq!(
        docs_of(library, "uint It()"),
        [
            "<summary>Summary.</summary>",
            "<remarks>",
            "<para>More.</para>",
            "<para><b>Safety</b></para>",
            "<list type=\"bullet\">",
            "<item><description>one</description></item>",
            "<item><description>two</description></item>",
            "</list>",
            "</remarks>",
            "<exception cref=\"PanicException\">If it is 0.</exception>",
            "<example>",
            "<code>",
            "a &lt; b",
            "</code>",
            "</example>",
        ]
    );
}

#[test]
fn what_says_nothing_in_rust_says_nothing_in_csharp() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.function("it", &[], u32);
    assert_eq!(docs_of(library, "uint It()"), Vec::<String>::new());
}
