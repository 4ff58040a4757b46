//! Two libraries in one process, each with a `version`: in every language each is called.

use interoptopus::{Bindings, Checked};
use interoptopus_backend_c::C;
use interoptopus_backend_cpython_cffi::Python;
use interoptopus_backend_csharp::{CSharp, Dialect};
use interoptopus_toolchain::{Cc, Dotnet, Job, Mono, library_file_name, library_path_variable, unless_missing};
use std::path::{Path, PathBuf};

/// Where the bindings of both are, and what uses them.
fn folder(language: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(language);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

fn both() -> [Checked; 2] {
    [Checked::new(hostile::ffi_inventory()).unwrap(), Checked::new(hello_world::ffi_inventory()).unwrap()]
}

/// The library that cargo built for this test.
fn library(name: &str) -> PathBuf {
    std::env::current_exe().unwrap().with_file_name(library_file_name(name))
}

fn write(folder: &Path, file: &str, bindings: Bindings) {
    bindings.write_file(folder.join(file)).unwrap();
}

fn assert_both(job: Job) {
    let outcome = job.check().unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(outcome.stdout.trim(), "2 1");
}

/// The system's loader finds both beside each other.
fn finding_libraries(job: Job) -> Job {
    job.env_prepend(library_path_variable(), library("hostile").parent().unwrap())
}

#[test]
fn in_c_each_is_called() {
    let Some(cc) = unless_missing(Cc::find()).unwrap() else { return };
    let folder = folder("c");
    for inventory in both() {
        let bindings = C::new().omit_refused(true).generate(&inventory).unwrap();
        write(&folder, &format!("{}.h", inventory.library), bindings);
    }
    let program = "#include \"hello_world.h\"\n#include \"hostile.h\"\n#include <stdio.h>\n\
        int main(void) { printf(\"%u %u\\n\", hostile_version().value, hello_world_version()); return 0; }\n";
    std::fs::write(folder.join("both.c"), program).unwrap();
    let build = cc.compile(folder.join("both")).source(folder.join("both.c")).include(&folder);
    let built =
        build.library(library("hostile")).library(library("hello_world")).check().unwrap_or_else(|failure| panic!("{failure}"));
    assert_both(built.job());
}

/// A program of C# that asks both.
fn csharp(dialect: Dialect) -> PathBuf {
    let folder = folder(&format!("csharp_{dialect:?}"));
    for inventory in both() {
        let bindings = CSharp::new().dialect(dialect).omit_refused(true).generate(&inventory).unwrap();
        write(&folder, &format!("{}.cs", inventory.library), bindings);
    }
    let program = "static class Both\n{\n    static void Main()\n    {\n        \
        System.Console.WriteLine(Hostile.Interop.Version() + \" \" + HelloWorld.Interop.Version());\n    }\n}\n";
    std::fs::write(folder.join("Both.cs"), program).unwrap();
    folder
}

#[test]
fn on_dotnet_each_is_called() {
    let Some(dotnet) = unless_missing(Dotnet::find()).unwrap() else { return };
    let folder = csharp(Dialect::DotNet);
    let build = dotnet.compile(folder.join("Both.dll")).allow_unsafe().nullable().ignore_warning("CS8632");
    let build = ["Both.cs", "hostile.cs", "hello_world.cs"].iter().fold(build, |build, file| build.source(folder.join(file)));
    build.check().unwrap_or_else(|failure| panic!("{failure}"));
    assert_both(finding_libraries(dotnet.run(folder.join("Both.dll"))));
}

#[test]
fn on_mono_each_is_called() {
    let Some(mono) = unless_missing(Mono::find()).unwrap() else { return };
    let folder = csharp(Dialect::Unity);
    let build = mono.compile(folder.join("Both.exe")).language_version("7").define("UNITY");
    let build = ["Both.cs", "hostile.cs", "hello_world.cs"].iter().fold(build, |build, file| build.source(folder.join(file)));
    build.check().unwrap_or_else(|failure| panic!("{failure}"));
    assert_both(finding_libraries(mono.run(folder.join("Both.exe"))));
}

#[test]
fn in_python_each_is_called() {
    let Some(python) = unless_missing(interoptopus_toolchain::Python::find()).unwrap() else { return };
    if unless_missing(python.require_module("cffi")).unwrap().is_none() {
        return;
    }
    let folder = folder("python");
    for inventory in both() {
        let bindings = Python::new().omit_refused(true).generate(&inventory).unwrap();
        write(&folder, &format!("{}.py", inventory.library), bindings);
    }
    std::fs::write(
        folder.join("both.py"),
        "import hello_world\nimport hostile\n\nprint(hostile.version(), hello_world.version())\n",
    )
    .unwrap();
    let job = python.script(folder.join("both.py")).env("PYTHONDONTWRITEBYTECODE", "1");
    let both = [("HOSTILE_LIBRARY", "hostile"), ("HELLO_WORLD_LIBRARY", "hello_world")];
    assert_both(both.iter().fold(job, |job, (variable, name)| job.env(variable, library(name))));
}
