//! The README beside `cargo run -p hello_world` and the library that it tells to write.

use std::process::Command;

/// The first block of the README that begins so.
fn shown(readme: &str, begin: &str) -> String {
    let mut blocks =
        readme.split("```").skip(1).step_by(2).map(|block| block.trim_start_matches(char::is_alphabetic).trim_start());
    blocks.find(|block| block.starts_with(begin)).expect("the README shows the output").to_owned()
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = include_str!("../../../README.md").replace('\r', "");
    let output = Command::new(env!("CARGO_BIN_EXE_hello_world")).output().expect("it was built for this test");
    let printed = String::from_utf8(output.stdout).expect("it prints UTF-8").replace('\r', "");
    assert!(output.status.success(), "{printed}{}", String::from_utf8_lossy(&output.stderr));

    for tool in interoptopus_toolchain::required_tools().expect("INTEROP_REQUIRE names tools") {
        assert!(!printed.contains(&format!("{tool} is not installed")), "INTEROP_REQUIRE names {tool}:\n{printed}");
    }
    // A language that is not installed says so instead.
    let mut sections = printed.split("\n\n").zip(shown(&readme, "wrote").split("\n\n").map(str::to_owned).collect::<Vec<_>>());
    let differs = sections.find(|(printed, shown)| printed.trim() != shown.trim() && !printed.contains("not installed"));
    assert_eq!(differs, None, "copy it anew: cargo run -p hello_world");
    assert_eq!(printed.split("\n\n").count(), shown(&readme, "wrote").split("\n\n").count(), "{printed}");
}

#[test]
fn a_language_that_is_not_installed_is_named_with_the_command_that_installs_it() {
    let nothing = empty_folder();
    let mut program = Command::new(env!("CARGO_BIN_EXE_hello_world"));
    for variable in ["DOTNET_ROOT", "INTEROP_GCC", "INTEROP_CLANG", "INTEROP_DOTNET", "INTEROP_MONO", "INTEROP_PYTHON"] {
        program.env_remove(variable);
    }
    let output = program.env("PATH", &nothing).env("HOME", &nothing).env("USERPROFILE", &nothing).output().expect("it runs");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{printed}");
    for section in printed.split("\n\n").skip(1) {
        assert!(section.contains("not installed") && section.contains("get it by"), "{section}");
    }
}

#[test]
fn the_library_that_the_readme_tells_to_write_is_built() {
    let readme = include_str!("../../../README.md").replace('\r', "");
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace is above");
    let package = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("my_lib");
    std::fs::create_dir_all(package.join("src")).expect("cargo's own folder can be written to");
    let write =
        |file: &str, text: String| std::fs::write(package.join(file), text).expect("cargo's own folder can be written to");
    // The clone is here, and not beside the library.
    let manifest = shown(&readme, "[lib]").replace("../interoptopus/", &format!("{}/", root.display()).replace('\\', "/"));
    assert!(
        !manifest.contains("interoptopus = \"") && !manifest.contains("version ="),
        "a registry has another project of that name"
    );
    // No test is built, so that none has to be there.
    let tests = manifest.find("[[test]]").expect("the tests are shown");
    let head = "[package]\nname = \"my_lib\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n";
    write("Cargo.toml", format!("{head}{}", &manifest[..tests]));
    write("src/lib.rs", shown(&readme, "use interoptopus::{ffi_function"));
    std::fs::copy(root.join("Cargo.lock"), package.join("Cargo.lock")).expect("the same versions as everywhere else");

    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo
        .args(["build", "--offline"])
        .current_dir(&package)
        .env("CARGO_TARGET_DIR", package.join("target"))
        .env_remove("RUSTFLAGS");
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let library = package.join("target/debug").join(interoptopus_toolchain::library_file_name("my_lib"));
    let library = std::fs::read(library).expect("it was built");
    assert!(library.windows(10).any(|bytes| bytes == b"my_lib_dot"), "it exports the function");
}

/// A folder without anything in it.
fn empty_folder() -> std::path::PathBuf {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("nothing");
    std::fs::create_dir_all(&folder).expect("cargo's own folder can be written to");
    folder
}
