//! Constants and defaults: the same values in C.

mod by_hand;
mod compilers;
mod measured;

use by_hand::Library;
use interoptopus::model::{Access, Primitive, Repr, Type, TypeKind, Value, Visibility};
use measured::{accepted, assert_block};

/// A transparent struct of one field.
fn transparent(library: &mut Library, name: &str, ty: Type, size: usize, align: usize) -> Type {
    library.structure_as(name, Repr::Transparent, &[("value", ty, size)], &[0], (size, align))
}

#[test]
fn texts_and_arrays_are_constants() {
    let mut library = Library::new();
    let (str, c_str) = (TypeKind::Str { nullable: false }, TypeKind::CStr { nullable: false });
    let [str, c_str] = [str, c_str].map(|kind| library.registry.intern(kind));
    let (byte, float) = (library.primitive(Primitive::I8), library.primitive(Primitive::F32));
    let enumeration = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1), ("Cross", 255)]);
    let array = |library: &mut Library, element, len| library.registry.intern(TypeKind::Array { element, len });
    let bytes = array(&mut library, byte, 2);
    let (matrix, texts) = (array(&mut library, bytes, 2), array(&mut library, str, 2));
    let (floats, markers) = (array(&mut library, float, 3), array(&mut library, enumeration, 2));
    let slice = library.registry.intern(TypeKind::Slice { element: byte, access: Access::Read, nullable: false });
    let vec2 = library.structure("Vec2", &[("x", float, 4), ("y", float, 4)]);
    let text = |text: &str| Value::Str(text.to_owned());
    let int = |value: i128| Value::Int(value);
    library.constant("MOTTO", str, text("Größe \"??/\\\n\" */ // \u{7}1 '?' \u{202e}"));
    library.constant("EMPTY", str, text(""));
    library.constant("NULS", str, text("a\0b"));
    library.constant("NAME", c_str, text("x"));
    library.constant("LONG", str, text(&"'\\é".repeat(1200)));
    library.constant(
        "MATRIX",
        matrix,
        Value::Array(vec![Value::Array(vec![int(-128), int(1)]), Value::Array(vec![int(2), int(127)])]),
    );
    library.constant("TEXTS", texts, Value::Array(vec![text("é, {"), text("")]));
    let endless = Value::F32(f32::INFINITY.to_bits());
    library.constant("FLOATS", floats, Value::Array(vec![endless, Value::F32(1 << 31), Value::F32(0x7fc0_1234)]));
    library.constant("MARKERS", markers, Value::Array(vec![int(255), int(1)]));
    library.constant("MANY", slice, Value::Array((0..100).map(int).collect()));
    library.constant("POINT", vec2, Value::Struct(vec![Value::F32(0.5_f32.to_bits()), Value::F32((-2.0_f32).to_bits())]));
    let header = accepted(library.finish());
    for line in [
        r#"#define LIB_MOTTO "Gr\303\266\303\237e \"\?\?/\\\n\" */ // \0071 '\?' \342\200\256""#,
        "#define LIB_EMPTY \"\"\n",
        "static const int8_t LIB_MATRIX[2][2] = {{INT8_MIN, INT8_C(1)}, {INT8_C(2), INT8_C(127)}};\n",
        "static const lib_Str LIB_TEXTS[2] = {{\"\\303\\251, {\", 5}, {\"\", 0}};\n",
        "/** In Rust a NaN of it is 0x7fc01234, which C has no constant for. */\nstatic const float LIB_FLOATS[3] = {INFINITY, (-0.0f), NAN};\n",
        "static const lib_Vec2 LIB_POINT = {0.5f, (-2.0f)};\n",
        "static const int8_t LIB_MANY[100] = {\n    INT8_C(0), INT8_C(1),",
    ] {
        assert_block(&header, line);
    }
    let program = r#"#include "lib.h"
#include <stdio.h>
#include <string.h>
int main(void) {
    const char motto[] = "Gr\xc3\xb6\xc3\x9f" "e \"?" "?/\\\n\" */ // \x07" "1 '?' \xe2\x80\xae";
    lib_Str text = LIB_TEXTS[0];
    printf("%d %d %d\n", memcmp(LIB_MOTTO, motto, sizeof motto) == 0, sizeof LIB_MOTTO == sizeof motto, sizeof LIB_NULS == 4);
    printf("%d %d %d\n", sizeof LIB_LONG == 4801, LIB_LONG[4800] == 0, memcmp(LIB_LONG + 4796, "'\\\xc3\xa9", 4) == 0);
    printf("%d %d %d %d\n", LIB_MATRIX[0][0], LIB_MATRIX[1][1], LIB_MANY[99], (int)text.len);
    printf("%d %d %d\n", LIB_MARKERS[0] == LIB_MARKER_CROSS, LIB_POINT.y < -1, LIB_FLOATS[0] > 1e38f);
    return 0;
}
"#;
    for printed in compilers::print("lib.h", &header, program) {
        assert_eq!(printed, "1 1 1\n1 1 1\n-128 127 99 5\n1 1 1\n");
    }
}

#[test]
fn defaults_initialise_variables_in_c_and_cxx() {
    let mut library = Library::new();
    let [byte, float, char, bool] =
        [Primitive::I16, Primitive::F32, Primitive::Char, Primitive::Bool].map(|p| library.primitive(p));
    let marker = library.enumeration("Marker", Primitive::I8, false, &[("Low", -128), ("Cross", 2)]);
    let metres = transparent(&mut library, "Metres", float, 4, 4);
    let array = library.registry.intern(TypeKind::Array { element: byte, len: 1 });
    let float_value = |value: f32| Value::F32(value.to_bits());
    let inner = library.defaulting(
        "Vec2",
        &[("x", float, 4), ("length", metres, 4)],
        vec![float_value(0.1), Value::Struct(vec![float_value(-2.0)])],
    );
    let values = vec![Value::Int(-128), Value::Array(vec![Value::Int(-1)]), Value::Char('é'), Value::Bool(true)];
    library.visibility(Visibility::Internal);
    library.structure_as("First", Repr::C, &[("a", inner, 8)], &[0], (8, 4));
    library.visibility(Visibility::Public);
    library.defaulting("Mixed", &[("marker", marker, 1), ("array", array, 2), ("char", char, 4), ("yes", bool, 1)], values);
    let header = accepted(library.finish());
    assert_block(
        &header,
        "/** What Rust calls the default, as in `lib_Vec2 it = LIB_VEC2_DEFAULT;`. */\n#define LIB_VEC2_DEFAULT {0.1f, (-2.0f)}\n",
    );
    assert_block(&header, "#define LIB_MIXED_DEFAULT {LIB_MARKER_LOW, {(-INT16_C(1))}, UINT32_C(0xe9), true}\n");
    assert_block(&header, "/** Private to the library: copy it with the rest, and leave it as it is. */\n    lib_Vec2 a;\n");
    let program = r#"#include "it.h"
static const lib_Mixed mixed = LIB_MIXED_DEFAULT;
lib_Vec2 both(void);
lib_Vec2 both(void) {
    lib_Vec2 it = LIB_VEC2_DEFAULT;
    it.x += mixed.yes ? 1.0f : 0.0f;
    return it;
}
"#;
    compilers::accept_program(&header, program);
}

#[test]
fn a_long_default_is_set_in_lines() {
    let mut library = Library::new();
    let word = library.primitive(Primitive::U64);
    let names: Vec<_> = (0..9).map(|i| format!("field_{i}")).collect();
    let fields: Vec<_> = names.iter().map(|name| (name.as_str(), word, 8)).collect();
    library.defaulting("Long", &fields, (0..9).map(|i| Value::Int(i128::from(u64::MAX) - i)).collect());
    let header = accepted(library.finish());
    assert_block(&header, "#define LIB_LONG_DEFAULT { \\\n    UINT64_C(18446744073709551615), UINT64_C(");
    assert_block(&header, "UINT64_C(18446744073709551607) \\\n}\n");
    compilers::accept_program(
        &header,
        "#include \"it.h\"\nstatic const lib_Long it = LIB_LONG_DEFAULT;\nconst lib_Long *used = &it;\n",
    );
}
