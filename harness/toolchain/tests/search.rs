//! Where tools are looked for, and in which order.
#![cfg(unix)]

use interoptopus_toolchain::{Dotnet, Error, Found, Lookup, Mono, Tool};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

fn program(path: &Path) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "#!/bin/sh\nexit 1\n").unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn file(path: PathBuf) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, "").unwrap();
}

fn sdk(root: &Path, version: &str) {
    program(&root.join("dotnet"));
    file(root.join(format!("sdk/{version}/Roslyn/bincore/csc.dll")));
    file(root.join(format!("packs/Microsoft.NETCore.App.Ref/{version}/ref/net10.0/System.Runtime.dll")));
    file(root.join(format!("shared/Microsoft.NETCore.App/{version}/System.Private.CoreLib.dll")));
}

#[test]
fn an_sdk_in_the_home_directory_is_found_although_a_runtime_is_on_path() {
    let dir = tempfile::tempdir().unwrap();
    program(&dir.path().join("bin/dotnet"));
    sdk(&dir.path().join(".dotnet"), "10.0.9");
    sdk(&dir.path().join(".dotnet"), "10.0.100");
    let lookup = Lookup::of([("PATH", dir.path().join("bin")), ("HOME", dir.path().to_owned())]);
    let dotnet = Dotnet::find_in(&lookup).unwrap();
    assert_eq!(dotnet.found().program(), dir.path().join(".dotnet/dotnet"));
    assert_eq!((dotnet.sdk_version(), dotnet.runtime_version()), ("10.0.100", "10.0.100"));
    assert!(dotnet.reference_directory().ends_with("10.0.100/ref/net10.0"));
}

#[test]
fn a_runtime_alone_is_no_sdk() {
    let dir = tempfile::tempdir().unwrap();
    program(&dir.path().join("bin/dotnet"));
    let lookup = Lookup::of([("PATH", dir.path().join("bin")), ("HOME", dir.path().join("home"))]);
    let error = Dotnet::find_in(&lookup).unwrap_err();
    assert!(matches!(error, Error::Missing { .. }) && error.to_string().contains("no SDK beside it"), "{error}");
}

#[test]
fn path_goes_before_dotnet_root_and_that_before_home() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    sdk(&at("on_path"), "10.0.1");
    sdk(&at("root"), "10.0.2");
    sdk(&at("home/.dotnet"), "10.0.3");
    // Distributions have a link on PATH, and the SDK elsewhere.
    fs::create_dir(at("bin")).unwrap();
    std::os::unix::fs::symlink(at("on_path/dotnet"), at("bin/dotnet")).unwrap();
    let variables = [("PATH", at("bin")), ("DOTNET_ROOT", at("root")), ("HOME", at("home"))];
    let version = |lookup| Dotnet::find_in(&lookup).unwrap().sdk_version().to_owned();
    assert_eq!(version(Lookup::of(variables.clone())), "10.0.1");
    assert_eq!(version(Lookup::of(variables[1..].to_vec())), "10.0.2");
    assert_eq!(version(Lookup::of(variables[2..].to_vec())), "10.0.3");
    let chosen = [("INTEROP_DOTNET", at("root/dotnet"))];
    assert_eq!(version(Lookup::of(chosen.into_iter().chain(variables))), "10.0.2");
}

#[test]
fn the_first_builds_on_a_machine_do_not_meet() {
    let dir = tempfile::tempdir().unwrap();
    let home = dir.path().join("home");
    sdk(&home.join(".dotnet"), "10.0.1");
    let log = dir.path().join("log");
    let script = format!("#!/bin/sh\necho begin \"$@\" >> '{0}'\nsleep 0.1\necho end >> '{0}'\n", log.display());
    fs::write(home.join(".dotnet/dotnet"), script).unwrap();
    let at_once = || {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| Dotnet::find_in(&Lookup::of([("HOME", &home)])).unwrap().build().unwrap());
            }
        });
    };
    at_once();
    assert_eq!(fs::read_to_string(&log).unwrap(), "begin nuget --version\nend\n", "one for all, which wait for it");
    at_once();
    assert_eq!(fs::read_to_string(&log).unwrap().lines().count(), 2, "only the first time");
    sdk(&home.join(".dotnet"), "10.0.2");
    let failed = Dotnet::find_in(&Lookup::of([("HOME", &home)])).unwrap().build().unwrap_err();
    assert!(matches!(failed, Error::Failed(_)), "an SDK that does not run is no SDK: {failed}");
}

#[test]
fn the_feed_is_the_variable_or_what_setup_noted() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    sdk(&at(".dotnet"), "10.0.1");
    for feed in ["noted", "named"] {
        fs::create_dir(at(feed)).unwrap();
    }
    fs::write(at(".dotnet/interop-nuget-feed"), format!("{}\n", at("noted").display())).unwrap();
    let home = [("HOME", dir.path().to_owned())];
    let feed = |lookup| Dotnet::find_in(&lookup).unwrap().nuget_feed().map(Path::to_owned);
    assert_eq!(feed(Lookup::of(home.clone())), Some(at("noted")));
    assert_eq!(feed(Lookup::of(home.clone().into_iter().chain([("INTEROP_NUGET_FEED", at("named"))]))), Some(at("named")));
    fs::remove_dir(at("noted")).unwrap();
    assert_eq!(feed(Lookup::of(home)), None, "a folder that is gone is no feed");
}

#[test]
fn mono_without_its_compiler_is_missing() {
    let dir = tempfile::tempdir().unwrap();
    program(&dir.path().join("mono"));
    let lookup = Lookup::of([("PATH", dir.path())]);
    let error = Mono::find_in(&lookup).unwrap_err().to_string();
    assert!(error.contains("no mcs"), "{error}");
    program(&dir.path().join("mcs"));
    assert_eq!(Mono::find_in(&lookup).unwrap().found().tool(), Tool::Mono);
}

#[test]
fn what_watches_memory_is_missing_without_its_library_or_its_header() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    program(&at("usr/bin/gcc-12"));
    fs::create_dir(at("bin")).unwrap();
    std::os::unix::fs::symlink(at("usr/bin/gcc-12"), at("bin/gcc")).unwrap();
    program(&at("usr/bin/valgrind"));
    let path = std::env::join_paths([at("bin"), at("usr/bin")]).unwrap();
    let lookup = Lookup::of([("PATH", path)]);
    for (tool, lacks, part) in [
        (Tool::Asan, "libasan", format!("usr/lib/gcc/x86_64-linux-gnu/12/{}", interoptopus_toolchain::library_file_name("asan"))),
        (Tool::Valgrind, "memcheck.h", "usr/include/valgrind/memcheck.h".to_owned()),
    ] {
        let error = Found::find_in(tool, &lookup).unwrap_err();
        assert!(matches!(&error, Error::Missing { tool: missing, .. } if *missing == tool), "{error:?}");
        assert!(error.to_string().contains(lacks), "{error}");
        file(at(&part));
        assert_eq!(Found::find_in(tool, &lookup).unwrap().tool(), tool);
    }
    let nowhere = Found::find_in(Tool::Asan, &Lookup::of([("PATH", at("nowhere"))])).unwrap_err().to_string();
    assert!(nowhere.starts_with("gcc+asan is not installed: there is no gcc"), "{nowhere}");
}

#[test]
fn a_linter_is_that_of_the_interpreter_or_else_lies_on_path_or_where_setup_puts_it() {
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let path = std::env::join_paths([at("bin"), at("venv/bin")]).unwrap();
    let lookup = Lookup::of([("PATH", path), ("HOME", at("home").into())]);
    let missing = Found::find_in(Tool::Mypy, &lookup).unwrap_err();
    assert!(matches!(missing, Error::Missing { .. }), "{missing:?}");
    assert!(missing.to_string().contains("pip install mypy types-cffi"), "{missing}");
    for place in ["home/.local/share/interoptopus/linters/bin", "home/.local/bin", "bin", "venv/bin"] {
        program(&at(place).join("mypy"));
        program(&at("venv/bin/python3"));
        assert_eq!(
            Found::find_in(Tool::Mypy, &lookup).unwrap().program(),
            at(place).join("mypy"),
            "this place goes before those before it"
        );
    }
}
