//! Names and docs that mean something else in Python stay what they are in Rust, and break nothing.

mod by_hand;
mod python;

use by_hand::{Library, Tag};
use interoptopus::Checked;
use interoptopus::model::{Access, PointerKind, Primitive, TypeKind, Value};
use interoptopus_backend_cpython_cffi::Python;

const DOCS: &str = r#"Ends with a backslash: \ and quotes """ and 'more' and a NUL: \0.

[`Buffer`] and [nowhere](crate::Nowhere) and <https://example.com> and "quoted"

```text
import lost


x = 1
def f(): ...
```"#;

/// Functions called as builtins, types as what modules import, parameters as what bodies use, fields as keywords.
fn library() -> Library {
    let mut library = Library::new("lib");
    library.docs(DOCS);
    let [void, float, byte, flag] =
        [library.void(), library.primitive(Primitive::F32), library.primitive(Primitive::U8), library.primitive(Primitive::Bool)];
    let buffer = library.structure::<Tag<0>>("Buffer", &[("class", float), ("double", float), ("Größe", byte), ("int", float)]);
    let any = library.structure::<Tag<1>>("Any", &[("list", buffer), ("str", flag), ("lambda", byte)]);
    let marker = library.enumeration::<Tag<2>>("IntEnum", false, &[("None", 0), ("_2D", 1), ("mro", -5)]);
    let error = library.enumeration::<Tag<3>>("LibError", true, &[("TypeError", 1)]);
    let opaque = library.opaque::<Tag<4>>("Final");
    let opaque = library.registry.pointer(opaque, Access::Write, PointerKind::Raw);
    let (any_slice, float_slice) = (library.slice(any), library.slice(float));
    let marker_slice = library.slice(marker);
    let written = library.registry.intern(TypeKind::Slice { element: float, access: Access::Write, nullable: true });
    let string = library.string();
    let each = library.callback::<Tag<5>>("Callable", &[("each", float_slice), ("raised", string), ("len", marker)], flag);
    library.guarded::<Tag<6>>("len", &[("len", float_slice), ("list", written)], float, Some(error));
    library.guarded::<Tag<7>>("list", &[("lib", any_slice), ("ffi", string), ("type", marker)], marker_slice, None);
    library.bare::<Tag<8>>("str", &[("str", string), ("self", opaque), ("value", any)], string);
    library.guarded::<Tag<9>>("load", &[("each", each), ("raised", flag), ("call", byte), ("result", any)], any, Some(error));
    library.bare::<Tag<10>>("from", &[("import", flag)], flag);
    library.bare::<Tag<11>>("isinstance", &[("dataclass", marker)], marker);
    library.bare::<Tag<12>>("os", &[], byte);
    library.bare::<Tag<13>>("map", &[], void);
    library.constant::<Tag<14>>("TYPE_CHECKING", float, Value::F32(f32::NEG_INFINITY.to_bits()));
    library.constant::<Tag<15>>("API_GUARD", marker, Value::Int(-5));
    library.service::<Tag<16>>(
        "Sequence",
        "type",
        &[("list", any_slice, Some(Access::Read)), ("close", byte, None), ("int", float, None), ("object", float, None)],
    );
    library
}

const LOOKS: &str = r"
import inspect, lib, sys
assert lib.len.__module__ == 'lib' and lib.from_ and lib.map and lib.os and lib.isinstance
assert (lib.TYPE_CHECKING, lib.API_GUARD_) == (float('-inf'), lib.IntEnum.MRO)
assert [(v.name, v.value) for v in lib.IntEnum] == [('NONE', 0), ('_2_D', 1), ('MRO', -5)]
buffer = lib.Buffer(1.0, 2.0, 3, 4.0)
assert repr(buffer) == 'Buffer(class_=1.0, double=2.0, größe=3, int=4.0)'
assert list(inspect.signature(lib.len).parameters) == ['len', 'list']
assert list(inspect.signature(lib.list).parameters) == ['lib_', 'ffi_', 'type']
assert list(inspect.signature(lib.load_).parameters) == ['each', 'raised', 'call', 'result']
assert issubclass(lib.CallError, lib.LibException)
assert not {'x', 'f', 'Parameters'} & set(lib.__all__) and 'LibException' in lib.__all__
assert lib.Sequence.type and lib.Sequence.close_ and lib.Sequence.int and lib.Sequence.close
for item in (lib.len, lib.Buffer, lib.IntEnum, lib.Final, lib.Sequence):
    assert 'a backslash: \\ and quotes \x22\x22\x22 and' in ' '.join(item.__doc__.split()), item.__doc__
    assert '`Buffer` and nowhere and https://example.com and \x22quoted\x22' in ' '.join(item.__doc__.split()), item.__doc__
try:
    lib.map()
except lib.LoadError as error:
    assert 'there is no ' in str(error)
print('fine')
";

#[test]
fn hostile_names_and_docs_break_nothing() {
    let inventory = Checked::new(library().registry.finish()).unwrap();
    let text = Python::new().header_comment("by hand\r\nfor a test").generate(&inventory).unwrap().text;
    assert!(text.starts_with("# by hand\n# for a test\n\"\"\""));
    let printed = python::prints("hostile", &[("lib.py", &text)], LOOKS);
    assert!(printed.is_none_or(|printed| printed == "fine\n"));
}

#[test]
fn each_layout_that_cffi_has_is_measured() {
    let mut library = Library::new("lib");
    let (float, byte) = (library.primitive(Primitive::F32), library.primitive(Primitive::U8));
    let marker = library.enumeration::<Tag<0>>("Marker", false, &[("Dot", -1)]);
    let parts = library.structure::<Tag<1>>("Parts", &[("class", byte), ("größe", float), ("marker", marker)]);
    library.bare::<Tag<2>>("f", &[("parts", parts)], parts);
    let inventory = Checked::new(library.registry.finish()).unwrap();
    let module = Python::new().lower(&inventory).unwrap();
    assert_eq!(module.layout_types(), ["Marker", "Parts"]);
    let printed = python::prints("probe", &[("lib.py", &module.main().text)], &module.layout_probe());
    let expected = r#"{"type": "Marker", "size": 4, "align": 4, "signed": true}
{"type": "Parts", "size": 12, "align": 4}
{"type": "Parts", "field": "class", "offset": 0, "size": 1, "signed": false}
{"type": "Parts", "field": "größe", "offset": 4, "size": 4}
{"type": "Parts", "field": "marker", "offset": 8, "size": 4, "signed": true}
"#;
    assert!(printed.as_deref().is_none_or(|printed| printed == expected), "{printed:?}");
}
