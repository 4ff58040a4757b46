//! Compilers take the header without a word, whatever the library is called, says and holds.

mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model::{Access, Head, PointerKind, Primitive, TypeKind, Value};
use interoptopus::names::{Casing, ItemKind};
use interoptopus_backend_c::C;

fn header(inventory: Inventory) -> String {
    C::new().generate(&Checked::new(inventory).unwrap()).unwrap().to_string()
}

#[track_caller]
fn assert_line(header: &str, line: &str) {
    assert!(header.lines().any(|l| l.trim() == line), "no line `{line}` in\n{header}");
}

const HOSTILE: &str = "Ends */ here, /* begins, what??/ is ??= this; a \\ and \\n, @param x <b>bold</b> & &amp; #define %d, `*/` and \
    `??/`, \u{202e}turned\u{7}.\n\n- `/*` [`Vec2`] [gone](crate::Gone) [there](https://e.org/*/a(b))\n- */\n\n\
    ```\n*/ @endcode\n    /* kept \\\n```\n\n# Errors *//\n/*/\n\n# Safety\n\nOne.\n\nTwo.";

#[test]
fn an_empty_library_is_a_header() {
    let header = header(Library::new().finish());
    compilers::accept(&header);
    assert!(!header.contains("lib_Status"), "{header}");
}

#[test]
fn docs_cannot_break_out() {
    let mut library = Library::new();
    library.docs(HOSTILE);
    let float = library.primitive(Primitive::F32);
    let void = library.void();
    let vec2 = library.structure("Vec2", &[("x", float, 4), ("y", float, 4)]);
    library.enumeration("Error", Primitive::I32, true, &[("Bad", 1)]);
    library.opaque("Hidden");
    library.callback("Visit", |_| (vec![("point", vec2)], void));
    library.function("move_to", &[("point", vec2)], void);
    library.constant("LIMIT", float, Value::F32(1.0_f32.to_bits()));
    let inventory = Checked::new(library.finish()).unwrap();
    let config = C::new().header_comment("Licence */ one ??/\n/* two\\\n\nthree");
    let header = config.generate(&inventory).unwrap().to_string();
    compilers::accept(&header);
    assert_eq!(header.matches("/*").count(), header.matches("*/").count(), "{header}");
    assert_line(&header, "* @par Errors * //");
    assert_line(&header, "* @par Safety");
    assert!(header.contains("#lib_Vec2"), "{header}");
}

#[test]
fn names_that_c_or_cxx_has_are_escaped() {
    let mut library = Library::new();
    let (int, void) = (library.primitive(Primitive::I32), library.void());
    let names = ["class", "int", "bool", "linux", "INT32_MAX", "lib_Words", "log", "größe"];
    let fields: Vec<_> = names.iter().map(|&name| (name, int, 4)).collect();
    let words = library.structure("Words", &fields);
    let parameters: Vec<_> = names.iter().map(|&name| (name, int)).chain([("words", words)]).collect();
    library.function("speak", &parameters, void);
    library.callback("Talk", |_| (vec![("new", int), ("new_", int), ("delete", words)], int));
    let header = header(library.finish());
    compilers::accept(&header);
    for name in ["class_", "int_", "bool_", "linux_", "INT32_MAX_", "lib_Words_", "log", "größe"] {
        assert_line(&header, &format!("int32_t {name};"));
    }
    assert_line(&header, "typedef int32_t (*lib_Talk)(int32_t new_, int32_t new__, lib_Words delete_);");
}

#[test]
fn a_length_cannot_be_called_as_a_parameter_is() {
    let mut library = Library::new();
    let (int, void) = (library.primitive(Primitive::U8), library.void());
    let slice = library.registry.intern(TypeKind::Slice { element: int, access: Access::Read, nullable: false });
    library.function("send_all", &[("a_len", int), ("a", slice)], void);
    let header = header(library.finish());
    compilers::accept(&header);
    assert_line(&header, "void send_all(uint8_t a_len, const uint8_t *a, size_t a_len_);");
}

#[test]
fn types_that_know_each_other_are_declared_ahead() {
    let mut library = Library::new();
    let void = library.void();
    let mut visit = None;
    let node = library.recursive("Node", |registry| {
        let node = registry.so_far().types().last().unwrap();
        let next = registry.pointer(node, Access::Write, PointerKind::Nullable);
        let slice = registry.intern(TypeKind::Slice { element: node, access: Access::Read, nullable: false });
        let children = registry.pointer(slice, Access::Read, PointerKind::Raw);
        struct Visit;
        let visited = registry.pointer(node, Access::Read, PointerKind::Raw);
        let callback = registry.define_callback::<Visit>(|_| interoptopus::model::Callback {
            head: Head {
                marks: Default::default(),
                name: "Visit".to_owned(),
                path: "lib::Visit".to_owned(),
                docs: interoptopus::docs::Docs::default(),
            },
            parameters: vec![interoptopus::model::Parameter { name: "node".to_owned(), ty: visited }],
            returns: void,
        });
        visit = Some(callback);
        vec![("next", next), ("children", children), ("visit", callback)]
    });
    let reference = library.registry.pointer(node, Access::Read, PointerKind::Reference);
    library.function("walk", &[("node", reference), ("visit", visit.unwrap())], void);
    let header = header(library.finish());
    compilers::accept(&header);
    assert_line(&header, "typedef struct lib_Node lib_Node;");
    assert_line(&header, "struct lib_Node {");
    assert_line(&header, "typedef void (*lib_Visit)(const lib_Node *node);");
    assert_line(&header, "/** May be null, which is none. */");
}

#[test]
fn arrays_are_passed_as_c_authors_write_them() {
    let mut library = Library::new();
    let (byte, void) = (library.primitive(Primitive::U8), library.void());
    let key = library.registry.intern(TypeKind::Array { element: byte, len: 4 });
    let table = library.registry.intern(TypeKind::Array { element: key, len: 2 });
    let [read, write, nullable] = [
        (key, Access::Read, PointerKind::Reference),
        (table, Access::Write, PointerKind::Reference),
        (key, Access::Read, PointerKind::Nullable),
    ]
    .map(|(pointee, access, kind)| library.registry.pointer(pointee, access, kind));
    let keys = library.registry.intern(TypeKind::Slice { element: key, access: Access::Read, nullable: false });
    library.function("seal", &[("key", read), ("table", write), ("maybe", nullable), ("keys", keys)], void);
    let header = header(library.finish());
    compilers::accept(&header);
    assert_line(&header, "/** @param maybe may be null, which is none */");
    let declared = "void seal(const uint8_t key[4], uint8_t table[2][4], const uint8_t maybe[4], const uint8_t (*keys)[4], size_t keys_len);";
    assert_line(&header, declared);
}

#[test]
fn long_prototypes_are_set_in_lines() {
    let mut library = Library::new();
    let int = library.primitive(Primitive::U64);
    let names: Vec<_> = (0..8).map(|i| format!("a_parameter_{i}")).collect();
    let parameters: Vec<_> = names.iter().map(|name| (name.as_str(), int)).collect();
    library.function("add_all", &parameters, int);
    let header = header(library.finish());
    compilers::accept(&header);
    assert!(header.contains("\nuint64_t add_all(\n    uint64_t a_parameter_0,\n"), "{header}");
    assert!(header.contains("    uint64_t a_parameter_7\n);\n"), "{header}");
}

#[test]
fn extreme_values_are_what_they_are_in_rust() {
    let mut library = Library::new();
    library.docs("It has docs.");
    let types =
        [Primitive::I8, Primitive::I64, Primitive::U64, Primitive::Usize, Primitive::Isize, Primitive::F32, Primitive::F64];
    let [i8, i64, u64, usize, isize, f32, f64] = types.map(|p| library.primitive(p));
    library.constant("LEAST", i64, Value::Int(i64::MIN.into()));
    library.constant("LEAST_BYTE", i8, Value::Int(-128));
    library.constant("MOST", u64, Value::Int(u64::MAX.into()));
    library.constant("WORD", usize, Value::Int(usize::MAX as i128));
    library.constant("NEGATIVE_WORD", isize, Value::Int(isize::MIN as i128));
    library.constant("TINY", f64, Value::F64(1));
    library.constant("TINY_FLOAT", f32, Value::F32(1));
    library.constant("MINUS_ZERO", f32, Value::F32(1 << 31));
    library.constant("NOT_A_NUMBER", f64, Value::F64(0x7ff8_0000_0000_1234));
    library.constant("MINUS_INFINITY", f64, Value::F64(f64::NEG_INFINITY.to_bits()));
    library.constant("THIRD", f64, Value::F64((1.0_f64 / 3.0).to_bits()));
    library.enumeration("Wide", Primitive::U64, false, &[("One", 1), ("All", u64::MAX.into())]);
    let low = [("Least", i64::MIN.into()), ("Int", i128::from(i32::MIN)), ("Zero", 0)];
    let low = library.enumeration("Low", Primitive::I64, false, &low);
    library.constant("LOWEST", low, Value::Int(i64::MIN.into()));
    let header = header(library.finish());
    compilers::accept(&header);
    assert_line(&header, "/** It has docs. In Rust this NaN is 0x7ff8000000001234, which C has no constant for. */");
    assert_line(&header, "#define LIB_LOWEST LIB_LOW_LEAST");
    let program = r#"#include "lib.h"
#include <stdio.h>
#include <string.h>
static unsigned long long bits(double value) { uint64_t b; memcpy(&b, &value, sizeof b); return b; }
static unsigned bits_of_float(float value) { uint32_t b; memcpy(&b, &value, sizeof b); return b; }
#if LIB_MOST != UINT64_MAX
#error "the preprocessor sees the same"
#endif
int main(void) {
    lib_Wide wide = LIB_WIDE_ALL;
    lib_Low low = LIB_LOW_INT;
    printf("%d %d %d %d %d\n", LIB_LEAST == INT64_MIN, LIB_LEAST_BYTE == INT8_MIN, LIB_MOST == UINT64_MAX, LIB_WORD == SIZE_MAX,
           LIB_NEGATIVE_WORD == PTRDIFF_MIN);
    printf("%llx %x %x %llx %llx\n", bits(LIB_TINY), bits_of_float(LIB_TINY_FLOAT), bits_of_float(LIB_MINUS_ZERO),
           bits(LIB_MINUS_INFINITY), bits(LIB_THIRD));
    printf("%d %d %d %d\n", isnan(LIB_NOT_A_NUMBER) != 0, wide == UINT64_MAX, low == INT32_MIN, LIB_LOWEST == INT64_MIN);
    return 0;
}
"#;
    for printed in compilers::print("lib.h", &header, program) {
        assert_eq!(printed, "1 1 1 1 1\n1 1 80000000 fff0000000000000 3fd5555555555555\n1 1 1 1\n");
    }
}

#[test]
fn settings_change_names_and_nothing_else() {
    let mut library = Library::new();
    let int = library.primitive(Primitive::U8);
    library.structure("Byte", &[("it", int, 1)]);
    library.constant("LIMIT", int, Value::Int(7));
    library.function("twice", &[("of", int)], int);
    let inventory = Checked::new(library.finish()).unwrap();
    let config = C::new().prefix("b").include_guard("ONCE").file_name("bytes.h").header_comment("Licence: none.");
    let bindings = config.generate(&inventory).unwrap();
    assert_eq!(bindings.file_name, "bytes.h");
    let header = bindings.to_string();
    compilers::accept(&header);
    for line in ["/* Licence: none. */", "* @file bytes.h", "#ifndef ONCE", "typedef struct bByte {", "#define BLIMIT UINT8_C(7)"]
    {
        assert_line(&header, line);
    }
    for line in ["uint64_t lib_ffi_api_guard(void);", "uint8_t twice(uint8_t of);"] {
        assert_line(&header, line);
    }
    assert!(config.lower(&inventory).unwrap().layout_probe().contains("#include \"bytes.h\""));
}

#[test]
fn casings_change_each_kind_of_name_alone() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let kind = library.enumeration("MarkerKind", Primitive::U8, false, &[("FilledDot", 1)]);
    let pair = library.structure("TwoBytes", &[("firstByte", byte, 1), ("second_byte", byte, 1)]);
    let option = library.registry.intern(TypeKind::Option { value: pair });
    let full = [("first_field", byte, 1)];
    library.tagged("AShape", Primitive::U8, &[("NoShape", 0, &[]), ("FullShape", 1, &full)]);
    library.constant("MAX_COUNT", byte, Value::Int(7));
    library.constant("A_KIND", kind, Value::Int(1));
    library.function("lib_use_it", &[("someBytes", option)], byte);
    let inventory = Checked::new(library.finish()).unwrap();
    let config = C::new()
        .casing(ItemKind::Type, Casing::Snake)
        .casing(ItemKind::Constant, Casing::Pascal)
        .casing(ItemKind::Variant, Casing::Keep)
        .casing(ItemKind::Field, Casing::Camel)
        .casing(ItemKind::Parameter, Casing::Snake);
    let header = config.generate(&inventory).unwrap().to_string();
    compilers::accept(&header);
    for line in [
        "typedef uint8_t lib_marker_kind;",
        "lib_MarkerKind_FilledDot = 1",
        "typedef struct lib_two_bytes {",
        "uint8_t firstByte;",
        "uint8_t secondByte;",
        "} lib_option_two_bytes;",
        "typedef struct lib_a_shape_full_shape {",
        "lib_a_shape_full_shape fullShape;",
        "#define lib_MaxCount UINT8_C(7)",
        "#define lib_AKind lib_MarkerKind_FilledDot",
        "uint8_t lib_use_it(lib_option_two_bytes some_bytes);",
    ] {
        assert_line(&header, line);
    }
}
