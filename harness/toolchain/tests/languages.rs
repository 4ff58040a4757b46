//! Each language compiles and runs, and refuses as it should.

use interoptopus_toolchain::{Cc, Dotnet, Error, Found, Mono, Python, Tool, library_file_name, unless_missing};
use std::fs;
use std::path::{Path, PathBuf};

fn write(dir: &Path, name: &str, text: &str) -> PathBuf {
    let path = dir.join(name);
    fs::write(&path, text).unwrap();
    path
}

const HELLO_CS: &str =
    "public class P { public static void Main(string[] a) { System.Console.WriteLine(\"hello\" + a.Length); } }";

#[test]
fn a_tool_that_is_there_tells_its_version() {
    let parts = [
        ("gcc", ""),
        ("clang", "clang"),
        ("dotnet", "."),
        ("mono", "Mono"),
        ("python", "Python 3"),
        ("mypy", "mypy"),
        ("ruff", "ruff"),
        ("gcc+asan", ""),
        ("valgrind", "valgrind"),
    ];
    assert_eq!(parts.len(), Tool::ALL.len());
    for (name, part) in parts {
        let tool: Tool = name.parse().unwrap();
        let Some(found) = unless_missing(Found::find(tool)).unwrap() else { continue };
        let version = found.version().unwrap();
        assert!(version.contains(part) && version.lines().count() == 1, "{tool}: {version}");
        assert!(found.fingerprint().starts_with(tool.name()));
    }
}

#[test]
fn c_programs_find_the_library_they_were_linked_to() {
    for (tool, cc) in [(Tool::Gcc, Cc::gcc()), (Tool::Clang, Cc::clang())] {
        let Some(cc) = unless_missing(cc).unwrap() else { continue };
        let dir = tempfile::tempdir().unwrap();
        let library = dir.path().join(library_file_name("answer"));
        let source = write(dir.path(), "answer.c", "int answer(void) { return 42; }");
        cc.compile(&library).source(source).shared().check().unwrap();
        let header = "int answer(void);";
        fs::create_dir(dir.path().join("include")).unwrap();
        write(&dir.path().join("include"), "answer.h", header);
        let main = "#include <stdio.h>\n#include \"answer.h\"\nint main(void) { printf(\"%d\\n\", answer()); return 0; }";
        let main = write(dir.path(), "main.c", main);
        let program = dir.path().join(format!("main{}", std::env::consts::EXE_SUFFIX));
        let build = cc
            .compile(program)
            .flags(["-std=c99", "-Wall", "-Werror"])
            .include(dir.path().join("include"))
            .source(main)
            .library(&library);
        let built = build.check().unwrap();
        assert_eq!(built.job().check().unwrap().stdout.trim(), "42", "{tool}");
    }
}

#[test]
fn cxx_is_compiled_by_the_compiler_for_it() {
    for (tool, cc) in [(Tool::Gcc, Cc::gcc()), (Tool::Clang, Cc::clang())] {
        let Some(cc) = unless_missing(cc.and_then(Cc::with_cxx)).unwrap() else { continue };
        let dir = tempfile::tempdir().unwrap();
        let source = write(dir.path(), "a.c", "#include <cstdio>\nint main() { std::puts(\"c++\"); }");
        let built = cc.compile(dir.path().join("a.out")).cxx().source(&source).check().unwrap();
        assert_eq!(built.job().check().unwrap().stdout.trim(), "c++", "{tool}");
        assert!(!cc.compile(dir.path().join("b.out")).only_check().source(&source).run().unwrap().success(), "it is no C");
        assert!(!dir.path().join("b.out").exists());
    }
}

#[test]
fn what_a_c_compiler_refuses_is_told_by_file_and_line() {
    for (tool, cc) in [(Tool::Gcc, Cc::gcc()), (Tool::Clang, Cc::clang())] {
        let Some(cc) = unless_missing(cc).unwrap() else { continue };
        let dir = tempfile::tempdir().unwrap();
        let good = write(dir.path(), "good.c", "int good;");
        let bad = write(dir.path(), "bad.c", "int main(void) {\n  return missing;\n}\n");
        let built = cc.compile(dir.path().join("a.out")).sources([&good, &bad]).run().unwrap();
        assert_eq!(built.files_with_errors(), [bad.as_path()], "{tool}: {}", built.outcome);
        assert_eq!(built.diagnostics[0].line, 2);
        assert!(matches!(built.check(), Err(Error::Failed(_))));
    }
}

#[test]
fn dotnet_compiles_and_runs() {
    let Some(dotnet) = unless_missing(Dotnet::find()).unwrap() else { return };
    let dir = tempfile::Builder::new().prefix("with space ").tempdir().unwrap();
    let source = write(dir.path(), "hello.cs", HELLO_CS);
    let build = dotnet
        .compile(dir.path().join("new folder/hello.dll"))
        .language_version("12")
        .nullable()
        .allow_unsafe()
        .optimize()
        .debug();
    let built = build.warnings_as_errors().source(source).check().unwrap();
    assert_eq!(built.job().arg("x").check().unwrap().stdout.trim(), "hello1");
    assert_eq!(dotnet.run(&built.output).check().unwrap().stdout.trim(), "hello0");
    // The command that failures show can be run as it stands.
    #[cfg(unix)]
    assert!(interoptopus_toolchain::Job::new("/bin/sh").args(["-c", &built.outcome.command]).check().is_ok());
}

#[test]
fn mono_runs_what_either_compiler_made() {
    let Some(mono) = unless_missing(Mono::find()).unwrap() else { return };
    let dir = tempfile::tempdir().unwrap();
    let source = write(dir.path(), "hello.cs", HELLO_CS);
    let built =
        mono.compile(dir.path().join("mcs.exe")).define("UNITY").language_version("7.3").debug().source(&source).check().unwrap();
    assert_eq!(built.job().check().unwrap().stdout.trim(), "hello0");
    let Some(dotnet) = unless_missing(Dotnet::find()).unwrap() else { return };
    let build = mono.compile_with_roslyn(&dotnet, dir.path().join("roslyn.exe")).unwrap().language_version("7.3").debug();
    let built = build.source(&source).check().unwrap();
    assert_eq!(built.job().check().unwrap().stdout.trim(), "hello0");
}

#[test]
fn a_crash_in_csharp_has_a_line() {
    let dir = tempfile::tempdir().unwrap();
    let source = write(
        dir.path(),
        "crash.cs",
        "public class P {\n  public static void Main() {\n    throw new System.Exception(\"ouch\");\n  }\n}\n",
    );
    let dotnet = unless_missing(Dotnet::find()).unwrap().map(|dotnet| dotnet.compile(dir.path().join("crash.dll")));
    let mono = unless_missing(Mono::find()).unwrap().map(|mono| mono.compile(dir.path().join("crash.exe")));
    for build in dotnet.into_iter().chain(mono) {
        let outcome = build.debug().source(&source).check().unwrap().job().run().unwrap();
        assert!(!outcome.success());
        assert!(outcome.stderr.contains("ouch") && outcome.stderr.contains("crash.cs:"), "{outcome}");
    }
}

#[test]
fn what_a_csharp_compiler_refuses_is_told_by_file_and_line() {
    let dir = tempfile::tempdir().unwrap();
    let good = write(dir.path(), "good.cs", HELLO_CS);
    let bad = write(dir.path(), "bad.cs", "class Q {\n  int X => missing;\n}\n");
    let dotnet = unless_missing(Dotnet::find()).unwrap().map(|dotnet| dotnet.compile(dir.path().join("a.dll")));
    let mono = unless_missing(Mono::find()).unwrap().map(|mono| mono.compile(dir.path().join("a.exe")));
    for build in dotnet.into_iter().chain(mono) {
        let built = build.sources([&good, &bad]).run().unwrap();
        assert!(!built.success());
        assert_eq!(built.files_with_errors(), [bad.as_path()], "{}", built.outcome);
        assert_eq!((built.diagnostics[0].line, built.diagnostics[0].code.as_str()), (2, "CS0103"));
    }
}

#[test]
fn python_runs_code_and_scripts() {
    let Some(python) = unless_missing(Python::find()).unwrap() else { return };
    assert_eq!(python.code("import sys; print('ä', sys.version_info[0])").check().unwrap().stdout.trim(), "ä 3");
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "module.py", "value = 7");
    let script = write(dir.path(), "script.py", "import module, sys; print(module.value, sys.argv[1])");
    assert_eq!(python.script(script).arg("x y").check().unwrap().stdout.trim(), "7 x y");
    assert!(!dir.path().join("__pycache__").exists());
}

#[test]
fn a_module_that_is_missing_makes_python_unusable_and_not_missing() {
    let Some(python) = unless_missing(Python::find()).unwrap() else { return };
    python.require_module("json").unwrap();
    let interpreter = python.job().program().to_owned();
    assert!(interpreter.is_file() && python.code("").check().is_ok(), "{}", interpreter.display());
    let error = python.require_module("no_such_module").unwrap_err();
    assert!(matches!(error, Error::Unusable { .. }), "{error:?}");
    let text = error.to_string();
    assert!(text.contains("No module named 'no_such_module'") && text.contains("-m pip install no_such_module"), "{text}");
}

#[test]
fn analysers_see_what_the_compiler_lets_pass() {
    let Some(dotnet) = unless_missing(Dotnet::find()).unwrap() else { return };
    let dir = tempfile::tempdir().unwrap();
    let version = "[assembly: System.Reflection.AssemblyVersion(\"1.0\")]";
    let rethrows =
        "static class P { static void Main() { try { System.Console.WriteLine(); } catch (System.Exception e) { throw e; } } }";
    let source = write(dir.path(), "P.cs", &format!("{version} {rethrows}"));
    let build = dotnet.compile(dir.path().join("P.dll")).source(source).warnings_as_errors();
    assert!(build.run().unwrap().success());
    let built = dotnet.with_recommended_analysers(build).run().unwrap();
    assert!(built.diagnostics.iter().any(|d| d.code == "CA2200"), "{}", built.outcome);
}
