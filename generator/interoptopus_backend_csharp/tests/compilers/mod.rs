//! Compiles C# with every compiler that is installed, as strictly as they can.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus::model::Checked;
use interoptopus_backend_csharp::{CSharp, Dialect};
use interoptopus_toolchain::{CSharpBuild, Dotnet, Error, Mono, unless_missing};
use std::path::Path;

/// The file of the layout probe, whose style is nobody's concern.
const PROBE: &str = "LayoutProbe.cs";

/// Fails if a compiler has anything to say about the bindings for `inventory`, of either dialect, or refuses their layout probe.
pub(crate) fn accept(config: &CSharp, inventory: &Checked) {
    for dialect in [Dialect::DotNet, Dialect::Unity] {
        let module = config.lower(inventory, dialect).unwrap_or_else(|refused| panic!("{refused}"));
        let files = module.files().into_iter().map(|file| (file.file_name, file.text));
        let files: Vec<_> = files.chain([(PROBE.to_owned(), module.layout_probe())]).collect();
        accept_files(dialect, &files);
    }
}

/// Fails if a compiler of `dialect` has anything to say about `files`.
pub(crate) fn accept_files(dialect: Dialect, files: &[(String, String)]) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    for build in builds(dialect, folder.path()) {
        let build = files.iter().fold(build, |build, (name, _)| build.source(folder.path().join(name)));
        let built = build.run().unwrap();
        let found = |d: &interoptopus_toolchain::Diagnostic| {
            let path = d.file.as_ref().map(|path| path.to_string_lossy().into_owned()).unwrap_or_default();
            let text = files.iter().find(|(name, _)| path.ends_with(name.as_str())).map_or("", |(_, text)| text);
            let numbered = text.lines().zip(1..).map(|(line, at)| format!("{at:5} {line}\n"));
            numbered.skip((d.line as usize).saturating_sub(4)).take(6).collect::<String>()
        };
        let is_of_probe = |d: &interoptopus_toolchain::Diagnostic| d.file.as_ref().is_some_and(|path| path.ends_with(PROBE));
        let wrong = built.diagnostics.iter().filter(|d| d.is_error() || !is_of_probe(d));
        let said: Vec<_> = wrong.take(20).map(|d| format!("{d}\n{}", found(d))).collect();
        assert!(built.success() && said.is_empty(), "{dialect:?}: {}\n{}", built.outcome.stdout, said.join("\n"));
    }
}

/// A build by each compiler that is there: csc as for a package, mcs, and Roslyn as Unity runs it.
fn builds(dialect: Dialect, folder: &Path) -> Vec<CSharpBuild> {
    match dialect {
        Dialect::DotNet => {
            let build = |dotnet: Dotnet| dotnet.compile(folder.join("net.dll")).library().allow_unsafe().nullable();
            installed(Dotnet::find()).map(build).map(|b| documented(b.language_version("12"), folder)).into_iter().collect()
        }
        Dialect::Unity => {
            let Some(mono) = installed(Mono::find()) else { return Vec::new() };
            let mcs = mono.compile(folder.join("mcs.dll")).library().language_version("7");
            let roslyn = installed(Dotnet::find()).map(|dotnet| {
                let build =
                    mono.compile_with_roslyn(&dotnet, folder.join("roslyn.dll")).unwrap_or_else(|error| panic!("{error}"));
                documented(build.library().language_version("7.3"), folder)
            });
            [mcs].into_iter().chain(roslyn).collect()
        }
    }
}

/// The tool; none where it is not installed and nobody requires it.
fn installed<T>(found: Result<T, Error>) -> Option<T> {
    unless_missing(found).unwrap_or_else(|error| panic!("{error}"))
}

/// Only then compilers look at the documentation, and at where its links lead.
fn documented(build: CSharpBuild, folder: &Path) -> CSharpBuild {
    build.option(format!("-doc:{}", folder.join("It.xml").display()))
}
