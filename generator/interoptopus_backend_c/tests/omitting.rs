//! What C cannot express can be left out, and the header says so.

mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{self, Access, PointerKind, Primitive, Type, TypeKind};
use interoptopus_backend_c::C;

#[test]
fn what_is_refused_can_be_left_out_with_all_that_uses_it() {
    let mut library = Library::new();
    let (byte, void) = (library.primitive(Primitive::U8), library.void());
    library.callback("Again", |registry| {
        let itself = registry.so_far().types().last().unwrap();
        (vec![("again", registry.pointer(itself, Access::Read, PointerKind::Raw))], void)
    });
    let is_callback = |ty: &Type| matches!(library.registry.so_far().kind(*ty), TypeKind::Callback { .. });
    let again = library.registry.so_far().types().find(is_callback).unwrap();
    library.function("double", &[], void);
    library.function("lib_call", &[("again", again)], void);
    library.function("lib_stay", &[("byte", byte)], void);
    let inventory = Checked::new(library.finish()).unwrap();
    let config = C::new().omit_refused(true);
    let header = config.generate(&inventory).unwrap().to_string();
    compilers::accept(&header);
    for kept in ["void lib_stay(uint8_t byte);", &format!("UINT64_C(0x{:016x})", model::api_guard(&inventory))] {
        assert!(header.contains(kept), "{header}");
    }
    for gone in ["void lib_call(", "void double(", "(*lib_Again)"] {
        assert!(!header.contains(gone), "{header}");
    }
    assert!(!header.contains("\\`"), "{header}");
    for said in [
        " * Not in here, as C cannot express it:",
        " * - `lib::Again`: it takes itself",
        " * - `lib::double`: its symbol",
        " * - `lib::lib_call`: it needs `lib::Again`",
    ] {
        assert!(header.contains(said), "no {said} in {header}");
    }
    assert!(config.lower(&inventory).is_ok());
    // What no item is responsible for is refused all the same.
    assert!(config.prefix("1st_").generate(&inventory).is_err());
}
