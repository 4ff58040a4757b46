//! Enums with data, unions, flags and transparent structs in C.

mod by_hand;
mod compilers;
mod measured;

use by_hand::Library;
use interoptopus::model::{Access, PointerKind, Primitive, Repr, Type, TypeKind, Value};
use measured::{accepted, assert_block};

/// A transparent struct of one field.
fn transparent(library: &mut Library, name: &str, ty: Type, size: usize, align: usize) -> Type {
    library.structure_as(name, Repr::Transparent, &[("value", ty, size)], &[0], (size, align))
}

#[test]
fn an_enum_with_data_is_a_tag_and_a_union() {
    let mut library = Library::new();
    let (byte, float, void) = (library.primitive(Primitive::U8), library.primitive(Primitive::F32), library.void());
    let vec2 = library.structure_as("Vec2", Repr::C, &[("x", float, 4), ("y", float, 4)], &[0, 4], (8, 4));
    library.docs("Of the plane.");
    let shape = library.tagged(
        "Shape",
        Primitive::U8,
        &[("Nothing", 0, &[]), ("Circle", 1, &[("radius", float, 4), ("double", byte, 1)]), ("Big", 200, &[("value", byte, 1)])],
    );
    library.docs("");
    library.tagged("Far", Primitive::U64, &[("Near", 1, &[("field0", byte, 1)]), ("Away", u64::MAX.into(), &[])]);
    library.function("lib_area", &[("shape", shape), ("at", vec2)], float);
    library.callback("Each", |_| (vec![("shape", shape)], void));
    let option = library.registry.intern(TypeKind::Option { value: vec2 });
    library.guarded("lib_mean", &[], option);
    let header = accepted(library.finish());
    assert_block(
        &header,
        "\
/** Which case a #lib_Shape is. One byte, unlike a C enum: only the values below may be passed. */
typedef uint8_t lib_Shape_Tag;
enum {
    /** Of the plane. */
    LIB_SHAPE_NOTHING = 0,
    /** Of the plane. */
    LIB_SHAPE_CIRCLE = 1,
    /** Of the plane. */
    LIB_SHAPE_BIG = 200
};

/** What there is with #LIB_SHAPE_CIRCLE. */
typedef struct lib_Shape_Circle {
    /** Of the plane. */
    float radius;
    /** Of the plane. */
    uint8_t double_;
} lib_Shape_Circle;

/** What there is with #LIB_SHAPE_BIG. */
typedef struct lib_Shape_Big {
    /** Of the plane. */
    uint8_t value;
} lib_Shape_Big;

/** Of the plane. Only what `tag` says is in the `payload`. */
typedef struct lib_Shape {
    lib_Shape_Tag tag;
    union {
        lib_Shape_Circle circle;
        lib_Shape_Big big;
    } payload;
} lib_Shape;
",
    );
    assert_block(&header, "#define LIB_FAR_AWAY UINT64_C(18446744073709551615)\n");
    assert_block(&header, "float lib_area(lib_Shape shape, lib_Vec2 at);\n");
}

#[test]
fn sum_types_may_lead_to_themselves() {
    let mut library = Library::new();
    let long = library.primitive(Primitive::I64);
    let word = size_of::<usize>();
    let mut tree = None;
    library.recursive("Node", |registry| {
        let node = registry.so_far().types().last().unwrap();
        tree = Some(node);
        vec![("next", registry.pointer(node, Access::Write, PointerKind::Raw))]
    });
    let node = library.registry.pointer(tree.unwrap(), Access::Read, PointerKind::NonNull);
    let inner =
        library.tagged("Tree", Primitive::U8, &[("Leaf", 0, &[("value", long, 8)]), ("Inner", 1, &[("node", node, word)])]);
    let pointer = library.registry.pointer(inner, Access::Read, PointerKind::NonNull);
    let void = library.void();
    library.function("lib_walk", &[("tree", pointer)], void);
    let header = accepted(library.finish());
    assert_block(
        &header,
        "/** @param tree must not be null, and is not checked further */\nvoid lib_walk(const lib_Tree *tree);",
    );
}

#[test]
fn a_union_is_one() {
    let mut library = Library::new();
    let (float, bits) = (library.primitive(Primitive::F32), library.primitive(Primitive::U32));
    let bytes = library.registry.intern(TypeKind::Array { element: bits, len: 1 });
    let union = library.union("Bits", &[("float", float, 4), ("bits", bits, 4), ("list", bytes, 4)]);
    library.function("lib_flip", &[("it", union)], union);
    let header = accepted(library.finish());
    let union = "typedef union lib_Bits {\n    float float_;\n    uint32_t bits;\n    uint32_t list[1];\n} lib_Bits;\n";
    assert_block(&header, union);
}

#[test]
fn flags_are_joined() {
    let mut library = Library::new();
    let access = library.flags("Access", Primitive::U8, &[("Read", 1), ("Write", 2), ("Both", 3), ("Last", 128)]);
    let wide = library.flags("Wide", Primitive::U64, &[("Low", 1), ("High", 1 << 63)]);
    library.constant("NONE", access, Value::Int(0));
    library.constant("BOTH", access, Value::Int(3));
    library.constant("ALL", access, Value::Int(131));
    library.constant("EDGES", wide, Value::Int(1 | 1 << 63));
    library.function("lib_allow", &[("access", access), ("wide", wide)], access);
    let header = accepted(library.finish());
    for line in [
        "/** One byte, unlike a C enum: a set, 0 or any of the values below, joined by `|`. */\ntypedef uint8_t lib_Access;",
        "#define LIB_WIDE_HIGH UINT64_C(9223372036854775808)",
        "#define LIB_NONE UINT8_C(0)\n",
        "#define LIB_BOTH LIB_ACCESS_BOTH\n",
        "#define LIB_ALL (LIB_ACCESS_BOTH | LIB_ACCESS_LAST)\n",
        "#define LIB_EDGES (LIB_WIDE_LOW | LIB_WIDE_HIGH)\n",
    ] {
        assert_block(&header, line);
    }
    let program = r#"#include "it.h"
lib_Access both(void);
lib_Access both(void) {
    lib_Access access = LIB_ACCESS_READ | LIB_ACCESS_WRITE;
    lib_Wide wide = LIB_WIDE_LOW | LIB_WIDE_HIGH;
    access |= LIB_ACCESS_LAST;
    return lib_allow(access, wide);
}
"#;
    compilers::accept_program(&header, program);
}

#[test]
fn a_transparent_struct_is_its_field() {
    let mut library = Library::new();
    let (float, void) = (library.primitive(Primitive::F64), library.void());
    let word = size_of::<usize>();
    library.docs("Metres.");
    let metres = transparent(&mut library, "Metres", float, 8, 8);
    library.docs("");
    let twice = transparent(&mut library, "Twice", metres, 8, 8);
    let line = library.structure("Line", &[("length", twice, 8)]);
    let pointer = library.registry.pointer(line, Access::Write, PointerKind::Raw);
    let handle = transparent(&mut library, "Handle", pointer, word, word);
    let visit = library.callback("Visit", |_| (vec![("line", line)], void));
    let visitor = transparent(&mut library, "Visitor", visit, word, word);
    let read = library.registry.pointer(metres, Access::Read, PointerKind::Reference);
    let parameters = [("a", metres), ("b", twice), ("c", read), ("d", handle), ("e", visitor)];
    library.function("lib_use", &parameters, twice);
    let header = accepted(library.finish());
    for line in [
        "/** Metres. */\ntypedef double lib_Metres;\n",
        "typedef lib_Metres lib_Twice;\n",
        "typedef lib_Line *lib_Handle;\n",
        "typedef lib_Visit lib_Visitor;\n",
        "lib_Twice lib_use(lib_Metres a, lib_Twice b, const lib_Metres *c, lib_Handle d, lib_Visitor e);\n",
    ] {
        assert_block(&header, line);
    }
}
