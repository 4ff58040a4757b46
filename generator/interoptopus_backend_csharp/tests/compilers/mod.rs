//! Compiles C# with every compiler that is installed, as strictly as they can.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus::model::Checked;
use interoptopus_backend_csharp::{CSharp, Dialect};
use interoptopus_toolchain::{CSharpBuild, Dotnet, Mono};
use std::path::Path;

/// Fails if a compiler has anything to say about the bindings for `inventory`, of either dialect.
pub(crate) fn accept(config: &CSharp, inventory: &Checked) {
    let text = |dialect| config.generate_for(inventory, dialect).unwrap_or_else(|refused| panic!("{refused}")).text;
    accept_text(Dialect::DotNet, &text(Dialect::DotNet));
    accept_text(Dialect::Unity, &text(Dialect::Unity));
}

/// Fails if a compiler of `dialect` has anything to say about `text`.
pub(crate) fn accept_text(dialect: Dialect, text: &str) {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("It.cs");
    std::fs::write(&source, text).unwrap();
    for build in builds(dialect, folder.path()) {
        let built = build.source(&source).warnings_as_errors().run().unwrap();
        let numbered = text.lines().zip(1..).map(|(line, at)| format!("{at:5} {line}\n"));
        let around = |line: u32| numbered.clone().skip((line as usize).saturating_sub(4)).take(6).collect::<String>();
        let said: Vec<_> = built.diagnostics.iter().take(20).map(|d| format!("{d}\n{}", around(d.line))).collect();
        assert!(built.success() && said.is_empty(), "{dialect:?}: {}\n{}", built.outcome.stdout, said.join("\n"));
    }
}

/// A build by each compiler that is there: csc as for a package, mcs, and Roslyn as Unity runs it.
fn builds(dialect: Dialect, folder: &Path) -> Vec<CSharpBuild> {
    let dotnet = Dotnet::find().ok();
    match dialect {
        Dialect::DotNet => {
            let build = |dotnet: Dotnet| dotnet.compile(folder.join("net.dll")).library().allow_unsafe().nullable();
            dotnet.map(build).map(|b| documented(b.language_version("12"), folder)).into_iter().collect()
        }
        Dialect::Unity => {
            let mono = Mono::find().ok();
            let mcs = mono.as_ref().map(|mono| mono.compile(folder.join("mcs.dll")).library().language_version("7"));
            let roslyn =
                mono.zip(dotnet).and_then(|(mono, dotnet)| mono.compile_with_roslyn(&dotnet, folder.join("roslyn.dll")).ok());
            let roslyn = roslyn.map(|build| documented(build.library().language_version("7.3"), folder));
            mcs.into_iter().chain(roslyn).collect()
        }
    }
}

/// Only then compilers look at the documentation, and at where its links lead.
fn documented(build: CSharpBuild, folder: &Path) -> CSharpBuild {
    build.option(format!("-doc:{}", folder.join("It.xml").display()))
}
