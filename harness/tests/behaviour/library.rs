//! The library that the suite is for: an inventory by hand, and a cdylib by `rustc` where a test needs one.

use crate::types;
use interoptopus::model::{Crossing, Function, Head, Inventory, Parameter, Registry, Type};
use interoptopus_harness::toolchain::{Job, library_file_name};
use std::path::{Path, PathBuf};

struct Add;
struct Sub;

pub(crate) fn inventory() -> Inventory {
    let mut registry = Registry::new("fake", "1.0.0");
    let pair = types::define(&mut registry);
    registry.define_function::<Add>(|registry| takes(registry, "add", pair));
    registry.define_function::<Sub>(|registry| takes(registry, "sub", pair));
    registry.finish()
}

fn takes(registry: &mut Registry, name: &str, pair: Type) -> Function {
    let (name, path, docs) = types::named("pairs", name);
    let returns = types::void(registry);
    Function {
        symbol: name.clone(),
        head: Head { name, path, docs, marks: Default::default() },
        is_unsafe: false,
        parameters: vec![Parameter { name: "pair".to_owned(), ty: pair }],
        returns,
        abi_returns: returns,
        crossing: Crossing::Bare,
    }
}

/// A library with everything that the inventory lists but `without`, everything in `with`, and this guard.
pub(crate) fn cdylib(folder: &Path, guard: u64, without: &str, with: &str) -> PathBuf {
    let mut source = format!("#[unsafe(no_mangle)] pub extern \"C\" fn fake_ffi_api_guard() -> u64 {{ {guard} }}\n");
    for name in inventory().symbols().iter().map(String::as_str).chain(Some(with)) {
        if name != "fake_ffi_api_guard" && name != without && !name.is_empty() {
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
