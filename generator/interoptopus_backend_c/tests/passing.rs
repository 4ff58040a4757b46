//! Integers of 16 bytes by value: a compiler that passes them wrongly cannot do so, and says why.

mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{Access, PointerKind, Primitive};
use interoptopus_backend_c::C;

/// With functions that take one in every way, and some that do not.
fn header() -> String {
    let mut library = Library::new();
    let (wide, byte, void) = (library.primitive(Primitive::I128), library.primitive(Primitive::U8), library.void());
    let pair = library.structure("Pair", &[("low", wide, 16), ("high", wide, 16)]);
    let pointer = library.registry.pointer(pair, Access::Read, PointerKind::Reference);
    let visit = library.callback("Visit", |_| (vec![("it", wide)], void));
    let holder = library.structure("Holder", &[("visit", visit, 8)]);
    library.function("lib_take", &[("byte", byte), ("it", wide)], byte);
    library.function("lib_take_pair", &[("it", pair)], byte);
    library.function("lib_visit", &[("visit", visit)], byte);
    library.function("lib_hold", &[("holder", holder)], byte);
    library.function("lib_read", &[("it", pointer)], wide);
    C::new().generate(&Checked::new(library.finish()).unwrap()).unwrap().to_string()
}

const TAKES: [&str; 2] = ["lib_take(1, 2)", "lib_take_pair((lib_Pair){1, 2})"];
const LEADS: [&str; 2] = ["lib_Visit visit", "lib_Holder holder"];

fn calling(expression: &str) -> String {
    format!("#include \"it.h\"\nuint8_t f(void);\nuint8_t f(void) {{ return {expression}; }}\n")
}

#[test]
fn a_compiler_that_passes_them_wrongly_cannot_call_what_takes_one() {
    // Whichever clang there is, it is made one of those.
    let header = header().replace("__clang_major__ < 18", "__clang_major__ < 1800");
    compilers::accept(&header);
    let is_misread = |compiler: &str| compiler.starts_with("clang") && cfg!(target_arch = "x86_64");
    for call in TAKES {
        let by_c = compilers::opinions(&header, &calling(call)).into_iter().filter(|(compiler, ..)| !compiler.contains("++"));
        for (compiler, success, said) in by_c {
            assert_eq!(success, !is_misread(&compiler), "{compiler}: {said}");
            assert!(success || said.contains("passes integers of 16 bytes wrongly"), "{compiler}: {said}");
        }
    }
    for declared in LEADS {
        for (compiler, success, said) in compilers::opinions(&header, &format!("#include \"it.h\"\nextern {declared};\n")) {
            assert_eq!(success, !is_misread(&compiler), "{compiler}: {said}");
        }
    }
    compilers::accept_program(&header, "#include \"it.h\"\nlib_i128 (*used)(const lib_Pair *) = lib_read;\n");
}

#[test]
fn others_call_it() {
    let header = header().replace("__clang_major__ < 18", "__clang_major__ < 1");
    let all = "#include \"it.h\"\nuint8_t f(lib_Visit visit);\n\
               uint8_t f(lib_Visit visit) { lib_Holder holder; holder.visit = visit; lib_take(1, 2); return lib_hold(holder); }\n";
    for (compiler, success, said) in compilers::opinions(&header, all) {
        assert!(success, "{compiler}: {said}");
    }
    for block in [
        "\nLIB_TAKES_INT128\nuint8_t lib_take(uint8_t byte, lib_i128 it);\n#endif\n",
        "#ifdef LIB_PASSES_INT128\nuint8_t lib_visit(lib_Visit visit);\n#endif\n",
    ] {
        assert!(header.contains(block), "no\n{block}\nin\n{header}");
    }
}
