//! Packed and aligned structs, wide integers and others that C99 has no word for.

mod by_hand;
mod compilers;
mod measured;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model::{Access, PointerKind, Primitive, Repr, TypeKind, Value};
use interoptopus_backend_c::C;
use measured::{accepted, assert_block};

fn header(inventory: Inventory) -> String {
    C::new().generate(&Checked::new(inventory).unwrap()).unwrap().to_string()
}

#[test]
fn packed_and_aligned_structs_are_laid_out_as_rust_does() {
    let mut library = Library::new();
    let types = [Primitive::U8, Primitive::U32, Primitive::F64].map(|p| library.primitive(p));
    let [byte, word, float] = types;
    let fields = [("a", byte, 1), ("b", word, 4), ("c", float, 8)];
    let one = library.structure_as("One", Repr::Packed(1), &fields, &[0, 1, 5], (13, 1));
    let two = library.structure_as("Two", Repr::Packed(2), &fields, &[0, 2, 6], (14, 2));
    let wide = library.structure_as("Wide", Repr::Aligned(16), &fields, &[0, 4, 8], (16, 16));
    let most = library.structure_as("Most", Repr::Aligned(64), &[("a", byte, 1)], &[0], (64, 64));
    library.structure_as("Least", Repr::Aligned(1), &fields, &[0, 4, 8], (16, 8));
    library.structure_as("Within", Repr::C, &[("first", byte, 1), ("one", one, 13), ("most", most, 64)], &[0, 1, 64], (128, 64));
    let pointer = library.registry.pointer(most, Access::Read, PointerKind::Reference);
    library.function("lib_pack", &[("one", one), ("two", two), ("most", pointer)], wide);
    let header = accepted(library.finish());
    assert_block(&header, "#pragma pack(push, 1)\ntypedef struct lib_One {\n    uint8_t a;\n");
    assert_block(&header, "} lib_Two;\n#pragma pack(pop)\n");
    assert_block(&header, "typedef struct LIB_ALIGNED(16) lib_Wide {\n");
}

#[test]
fn characters_wide_integers_and_those_of_c_have_types() {
    let mut library = Library::new();
    let all = [Primitive::Char, Primitive::I128, Primitive::U128, Primitive::CChar, Primitive::CLong, Primitive::CULong];
    let [char, i128, u128, c_char, c_long, c_ulong] = all.map(|p| library.primitive(p));
    let long = size_of::<std::ffi::c_long>();
    library.structure("Own", &[("a", c_char, 1), ("b", c_long, long), ("c", c_ulong, long), ("d", char, 4)]);
    let pair = library.structure("Pair", &[("low", u128, 16), ("high", i128, 16)]);
    let holds = library.structure_as("Holds", Repr::C, &[("pair", pair, 32)], &[0], (32, 16));
    let pointer = library.registry.pointer(holds, Access::Read, PointerKind::Reference);
    library.function("lib_next", &[("c", char), ("x", c_char), ("y", c_long)], c_ulong);
    library.function("lib_wide", &[("a", i128)], u128);
    library.function("lib_held", &[("holds", pointer)], char);
    library.constant("CRAB", char, Value::Char('🦀'));
    library.constant("LEAST", i128, Value::Int(i128::MIN));
    library.constant("MINUS", i128, Value::Int(-2));
    library.constant("MOST", u128, Value::Wide(u128::MAX));
    library.constant("SMALL", u128, Value::Wide(7));
    library.constant("LETTER", c_char, Value::Int(-5));
    library.constant("LONG", c_long, Value::Int(-7));
    library.constant("UNSIGNED", c_ulong, Value::Int(7));
    let header = accepted(library.finish());
    for line in [
        "typedef uint32_t lib_Char;\n",
        "typedef struct lib_Own {\n    char a;\n    long b;\n    unsigned long c;\n    lib_Char d;\n} lib_Own;\n",
        "#ifdef __SIZEOF_INT128__\ntypedef struct lib_Pair {\n    lib_u128 low;\n    lib_i128 high;\n} lib_Pair;\n#endif\n",
        "#ifdef __SIZEOF_INT128__\ntypedef struct lib_Holds {\n",
        "#ifdef __SIZEOF_INT128__\nlib_Char lib_held(const lib_Holds *holds);\n#endif\n",
        "\nunsigned long lib_next(lib_Char c, char x, long y);\n",
        "#define LIB_CRAB UINT32_C(0x1f980)\n",
        "#define LIB_LETTER ((char)-5)\n",
    ] {
        assert_block(&header, line);
    }
    let program = r#"#include "lib.h"
#include <stdio.h>
static const lib_i128 LEAST = LIB_LEAST, MINUS = LIB_MINUS;
static const lib_u128 MOST = LIB_MOST, SMALL = LIB_SMALL;
int main(void) {
    printf("%d %d %d %d\n", LEAST < 0 && (lib_u128)LEAST << 1 == 0, MINUS + 2 == 0, MOST + 1 == 0 && MOST > 0, SMALL == 7);
    printf("%d %d %d\n", LIB_CRAB == 0x1f980, LIB_LONG == -7L, LIB_UNSIGNED == 7UL);
    return 0;
}
"#;
    for printed in compilers::print("lib.h", &header, program) {
        assert_eq!(printed, "1 1 1 1\n1 1 1\n");
    }
}

#[test]
fn a_compiler_without_wide_integers_sees_the_rest() {
    let mut library = Library::new();
    let (wide, byte) = (library.primitive(Primitive::U128), library.primitive(Primitive::U8));
    library.recursive("Wide", |registry| {
        let plain = registry.so_far().types().last().unwrap();
        vec![("itself", registry.pointer(plain, Access::Read, PointerKind::Raw))]
    });
    let pair = library.structure("Pair", &[("it", wide, 16)]);
    let array = library.registry.intern(TypeKind::Array { element: wide, len: 1 });
    library.constant("SOME", array, Value::Array(vec![Value::Wide(1)]));
    library.guarded("lib_wide", &[], pair);
    library.function("lib_byte", &[], byte);
    let header = header(library.finish());
    let without = header.replace("__SIZEOF_INT128__", "LIB_NOT_DEFINED");
    compilers::accept_program(&without, "#include \"it.h\"\nuint8_t (*used)(void) = lib_byte;\n");
}

#[test]
fn integers_that_are_not_zero_say_so() {
    let mut library = Library::new();
    let primitive = Primitive::U16;
    let [one, maybe] = [false, true].map(|nullable| library.registry.intern(TypeKind::NonZero { primitive, nullable }));
    library.structure("Ids", &[("one", one, 2), ("maybe", maybe, 2)]);
    library.function("lib_first", &[("one", one), ("maybe", maybe)], maybe);
    library.callback("Each", |_| (vec![("one", one), ("maybe", maybe)], maybe));
    library.constant("ONE", one, Value::Int(1));
    library.constant("NO_ONE", maybe, Value::Int(0));
    let header = accepted(library.finish());
    for line in [
        "    /** Never 0. */\n    uint16_t one;\n    /** 0 is none. */\n    uint16_t maybe;\n",
        " * @param one must not be 0\n * @param maybe 0 is none\n * @return 0 for none\n */\nuint16_t lib_first(uint16_t one, uint16_t maybe);\n",
        " * @param one is never 0\n * @param maybe 0 is none\n",
        "#define LIB_NO_ONE UINT16_C(0)\n",
    ] {
        assert_block(&header, line);
    }
}
