//! Deprecated and internal items, and namespaces in C.

mod by_hand;
mod compilers;
mod measured;

use by_hand::Library;
use interoptopus::model::{Marks, Primitive, Repr, Type, TypeKind, Value, Visibility};
use measured::{accepted, assert_block};

fn deprecated(note: &str) -> Marks {
    Marks { deprecated: Some(note.to_owned()), ..Marks::default() }
}

fn within(namespace: &str) -> Marks {
    Marks { namespace: namespace.to_owned(), ..Marks::default() }
}

/// A transparent struct of one field.
fn transparent(library: &mut Library, name: &str, ty: Type, size: usize, align: usize) -> Type {
    library.structure_as(name, Repr::Transparent, &[("value", ty, size)], &[0], (size, align))
}

#[test]
fn what_is_deprecated_warns_where_it_is_used_and_not_where_it_is_declared() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let void = library.void();
    library.marks(deprecated("use \"new\"\\ ??/ */\n%s é"));
    library.docs("Doubles.");
    library.function("lib_old", &[("x", byte)], byte);
    let old = library.structure("Old", &[("x", byte, 1)]);
    library.opaque("Gone");
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    library.union("Either", &[("x", byte, 1)]);
    library.tagged("Sum", Primitive::U8, &[("One", 1, &[("x", byte, 1)])]);
    transparent(&mut library, "Wrapped", byte, 1, 1);
    let visit = library.callback("Visit", |_| (vec![("x", old)], void));
    let array = library.registry.intern(TypeKind::Array { element: byte, len: 1 });
    library.constant("LIST", array, Value::Array(vec![Value::Int(1)]));
    library.constant("NUMBER", byte, Value::Int(1));
    library.marks(deprecated(""));
    library.function("lib_older", &[], void);
    library.marks(Marks::default());
    library.function("lib_new", &[("old", old), ("marker", marker), ("visit", visit)], void);
    library.structure("New", &[("old", old, 1)]);
    let header = accepted(library.finish());
    let attribute = r#"LIB_DEPRECATED("use \"new\"\\ ? ?/ * / %s é")"#;
    assert_block(&header, &format!("{attribute}\nuint8_t lib_old(uint8_t x);\n"));
    assert_block(&header, " * Doubles.\n *\n * @deprecated use \"new\"\\\\ ? ?/ * / \\%s é\n */\n");
    assert_block(&header, "LIB_DEPRECATED(\"it should not be used any more\")\nvoid lib_older(void);\n");
    for use_of in ["lib_Old x;", "lib_Marker x;", "lib_Either x;", "lib_Sum x;", "lib_Wrapped x;", "lib_Visit x;", "lib_Gone *x;"]
    {
        let said = compilers::refuse(&header, &format!("#include \"it.h\"\n{use_of}\n"));
        assert!(said.iter().all(|said| said.contains("deprecated")), "{use_of}: {said:?}");
    }
    for use_of in ["lib_old(LIB_NUMBER)", "LIB_LIST[0]"] {
        let program = format!("#include \"it.h\"\nuint8_t f(void);\nuint8_t f(void) {{ return {use_of}; }}\n");
        let said = compilers::refuse(&header, &program);
        assert!(said.iter().all(|said| said.contains("deprecated")), "{use_of}: {said:?}");
    }
}

#[test]
fn the_same_name_stands_in_two_namespaces() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    for namespace in ["geometry", "text_files"] {
        library.marks(within(namespace));
        let point = library.structure("Point", &[("x", byte, 1)]);
        library.enumeration("Kind", Primitive::U8, false, &[("First", 1)]);
        library.constant("LIMIT", byte, Value::Int(7));
        let option = library.registry.intern(TypeKind::Option { value: point });
        library.exported("find_it", &format!("{namespace}_find_it"), &[("point", point)], option);
    }
    let header = accepted(library.finish());
    for line in [
        "} lib_geometry_Point;\n",
        "    LIB_TEXT_FILES_KIND_FIRST = 1\n",
        "#define LIB_GEOMETRY_LIMIT UINT8_C(7)\n",
        "lib_Option_geometry_Point geometry_find_it(lib_geometry_Point point);\n",
    ] {
        assert_block(&header, line);
    }
}

#[test]
fn what_is_internal_says_so() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    library.marks(Marks { visibility: Visibility::Internal, ..Marks::default() });
    library.docs("Peeks.");
    library.function("lib_peek", &[], byte);
    let header = accepted(library.finish());
    assert_block(&header, "/** Peeks. Internal: it is no part of the library's public interface. */\nuint8_t lib_peek(void);\n");
}
