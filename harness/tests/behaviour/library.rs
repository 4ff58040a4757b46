//! The library that the suite is for: an inventory by hand, and a cdylib by `rustc` where a test needs one.

use interoptopus::docs::Docs;
use interoptopus::model::{Crossing, Enum, Field, Function, Inventory, Layout, Primitive, Registry, Struct, TypeKind, Variant};
use interoptopus_harness::toolchain::{Job, library_file_name};
use std::mem::offset_of;
use std::path::{Path, PathBuf};

#[repr(C)]
struct Pair {
    first: i16,
    second: u32,
}

#[repr(i8)]
#[allow(dead_code)] // It is here to be measured.
enum Sign {
    Minus = -1,
}

struct Add;

pub(crate) fn inventory() -> Inventory {
    let mut registry = Registry::new("fake", "1.0.0");
    let named = |name: &str| (name.to_owned(), format!("fake::{name}"), Docs::default());
    let pair = registry.define_struct::<Pair>(|registry| {
        let (name, path, docs) = named("Pair");
        let field = |name: &str, ty| Field { name: name.to_owned(), docs: Docs::default(), visibility: Default::default(), ty };
        let fields =
            vec![field("first", registry.primitive(Primitive::I16)), field("second", registry.primitive(Primitive::U32))];
        let layout = Layout::of::<Pair>(&[("first", offset_of!(Pair, first), 2), ("second", offset_of!(Pair, second), 4)]);
        (Struct { name, path, docs, fields, ..Default::default() }, layout)
    });
    registry.define_enum::<Sign>(|| {
        let (name, path, docs) = named("Sign");
        let variants = vec![Variant { name: "Minus".to_owned(), docs: Docs::default(), value: -1 }];
        (
            Enum { name, path, docs, repr: Primitive::I8, marks: Default::default(), variants, flags: false, error: false },
            Layout::of::<Sign>(&[]),
        )
    });
    registry.define_function::<Add>(|registry| {
        let (name, path, docs) = named("add");
        let returns = registry.intern(TypeKind::Void);
        let parameters = vec![interoptopus::model::Parameter { name: "pair".to_owned(), ty: pair }];
        Function {
            symbol: "add".to_owned(),
            name,
            path,
            docs,
            marks: Default::default(),
            parameters,
            returns,
            abi_returns: returns,
            crossing: Crossing::Bare,
        }
    });
    registry.finish()
}

/// A library with everything that the inventory lists but `without`, everything in `with`, and this guard.
pub(crate) fn cdylib(folder: &Path, guard: u64, without: &str, with: &str) -> PathBuf {
    let mut source = format!("#[unsafe(no_mangle)] pub extern \"C\" fn fake_api_guard() -> u64 {{ {guard} }}\n");
    for name in inventory().symbols().iter().map(String::as_str).chain(Some(with)) {
        if name != "fake_api_guard" && name != without && !name.is_empty() {
            source += &format!("#[unsafe(no_mangle)] pub extern \"C\" fn {name}() {{}}\n");
        }
    }
    let (file, library) = (folder.join("fake.rs"), folder.join(library_file_name("fake")));
    std::fs::write(&file, source).unwrap();
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let job = Job::new(rustc).args(["--edition", "2024", "--crate-type", "cdylib", "--crate-name", "fake", "-o"]).arg(&library);
    job.arg(file).check().unwrap();
    library
}
