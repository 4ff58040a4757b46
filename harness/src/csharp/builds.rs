//! `build::dotnet::…`, `build::mono::…`: the bindings as users with high demands build them.

use super::assembly::{compiler, refusal};
use super::{Dialect, packages, project};
use crate::Failure;
use crate::context::Context;
use crate::language::{Build, Missing};
use crate::toolchain::{Dotnet, Key, Mono, Tool};
use interoptopus::Bindings;
use std::path::Path;

/// Every warning is an error, with nullable references checked.
const STRICT: &str = "strict";
/// As `dotnet build` of a project does it, with the analysers that it recommends.
const PROJECT: &str = "project";
/// As Unity does it: by Roslyn, at C# 7.3, against Mono's class libraries.
const ROSLYN: &str = "roslyn";
/// As a library for Unity is built: by Roslyn, at C# 7.3, for netstandard2.0 and 2.1.
const NETSTANDARD: &str = "netstandard";

pub(super) fn all(dialect: Dialect) -> Vec<Build> {
    let without = |name, slow| Build { name, missing: None, slow };
    match dialect {
        Dialect::DotNet => vec![without(STRICT, false), without(PROJECT, true)],
        Dialect::Unity => {
            let dotnet = Dotnet::find();
            let missing = |(reason, install): (String, &str)| Missing {
                toolchain: Tool::Dotnet.name().to_owned(),
                reason,
                install: install.to_owned(),
            };
            let no_dotnet = dotnet.as_ref().err().map(|_| ("there is no SDK".to_owned(), Tool::Dotnet.install_command()));
            let without_packages =
                dotnet.is_ok_and(|dotnet| !packages::NETSTANDARD.iter().all(|package| packages::has(&dotnet, *package)));
            let no_packages =
                without_packages.then(|| ("NETStandard.Library and NETStandard.Library.Ref are not at hand".to_owned(), RESTORE));
            vec![
                without(STRICT, false),
                Build { name: ROSLYN, missing: no_dotnet.clone().map(missing), slow: false },
                Build { name: NETSTANDARD, missing: no_dotnet.or(no_packages).map(missing), slow: true },
            ]
        }
    }
}

/// Restores both packages into the home directory.
const RESTORE: &str = "cd $(mktemp -d) && dotnet new classlib -f netstandard2.0 && dotnet new classlib -f netstandard2.1 --force";

pub(super) fn build(context: &Context, dialect: Dialect, bindings: &Bindings, name: &str) -> Result<(), Failure> {
    let (_, fingerprint) = compiler(dialect, "".into())?;
    let mut key = Key::new().part(fingerprint).part(name).part(&bindings.file_name).part(&bindings.text);
    if name == ROSLYN || name == NETSTANDARD {
        key = key.part(Dotnet::find()?.fingerprint());
    }
    let entry = format!("csharp-{name}");
    let built = context.cache.get_or_build::<Failure>(&entry, key, |directory| {
        let source = directory.join(&bindings.file_name);
        std::fs::write(&source, &bindings.text).map_err(Failure::io(format!("write {}", source.display())))?;
        match name {
            PROJECT => project::dotnet(context, directory),
            NETSTANDARD => project::netstandard(context, directory),
            ROSLYN => roslyn(context, &source, directory),
            _ => strict(context, dialect, &source, directory),
        }
    });
    built.map(drop)
}

fn strict(context: &Context, dialect: Dialect, source: &Path, directory: &Path) -> Result<(), Failure> {
    let (build, _) = compiler(dialect, directory.join("strict.dll"))?;
    let build = build.library().warnings_as_errors().source(source);
    // mcs has no nullable references, and four levels of warnings.
    let build = if dialect == Dialect::DotNet { build.nullable().option("-warn:9999") } else { build.option("-warn:4") };
    let built = build.run()?;
    if built.success() { Ok(()) } else { Err(Failure::new(refusal(context, &built))) }
}

fn roslyn(context: &Context, source: &Path, directory: &Path) -> Result<(), Failure> {
    let build = Mono::find()?.compile_with_roslyn(&Dotnet::find()?, directory.join("roslyn.dll"))?;
    let build = build.library().language_version("7.3").define("UNITY").warnings_as_errors().option("-warn:9999");
    let built = build.source(source).run()?;
    if built.success() { Ok(()) } else { Err(Failure::new(refusal(context, &built))) }
}
