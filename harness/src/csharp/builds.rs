//! `build::dotnet::…`, `build::mono::…`: the bindings as users with high demands build them.

use super::assembly::{compiler, refusal};
use super::{packages, project};
use crate::context::Context;
use crate::failure::Failure;
use crate::language::COMPILING;
use crate::language::{Build, Missing};
use interoptopus::Bindings;
use interoptopus_backend_csharp::Dialect;
use interoptopus_toolchain::{CSharpBuild, Dotnet, Key, Mono, Tool};
use std::path::{Path, PathBuf};

/// Every warning is an error, with nullable references checked, and with analysers where the compiler has some.
const STRICT: &str = "strict";
/// As `dotnet build` of a project does it, with the analysers that it recommends.
const PROJECT: &str = "project";
/// As Unity does it: by Roslyn, at C# 7.3, against Mono's class libraries; with analysers.
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

pub(super) fn build(context: &Context, dialect: Dialect, bindings: &[Bindings], name: &str) -> Result<(), Failure> {
    let (_, fingerprint) = compiler(dialect, "".into())?;
    let mut key = bindings.iter().fold(Key::new().part(fingerprint).part(name).part(project::fingerprint()), |key, b| {
        key.part(&b.file_name).part(&b.text)
    });
    if name == ROSLYN || name == NETSTANDARD {
        key = key.part(Dotnet::find()?.fingerprint());
    }
    let entry = format!("csharp-{name}");
    let built = context.cache.get_or_build::<Failure>(&entry, key, |directory| {
        let write = |b: &Bindings| {
            let source = directory.join(&b.file_name);
            std::fs::write(&source, &b.text).map_err(Failure::io(format!("write {}", source.display()))).map(|()| source)
        };
        let sources = bindings.iter().map(write).collect::<Result<Vec<_>, _>>()?;
        match name {
            PROJECT => project::dotnet(context, directory),
            NETSTANDARD => project::netstandard(context, directory),
            ROSLYN => roslyn(context, sources, directory),
            _ => strict(context, dialect, sources, directory),
        }
    });
    built.map(drop)
}

fn strict(context: &Context, dialect: Dialect, sources: Vec<PathBuf>, directory: &Path) -> Result<(), Failure> {
    let (build, _) = compiler(dialect, directory.join("strict.dll"))?;
    let build = build.library().warnings_as_errors().sources(sources);
    let build = match dialect {
        Dialect::DotNet => analysed(build.nullable().option("-warn:9999"), directory)?,
        // mcs has no nullable references, four levels of warnings, and no analysers.
        Dialect::Unity => build.option("-warn:4"),
    };
    let built = build.run()?;
    if built.success() { Ok(()) } else { Err(Failure::new(refusal(context, &built))) }
}

fn roslyn(context: &Context, sources: Vec<PathBuf>, directory: &Path) -> Result<(), Failure> {
    let build = Mono::find()?.compile_with_roslyn(&Dotnet::find()?, directory.join("roslyn.dll"))?;
    let build = build.library().language_version("7.3").define("UNITY").warnings_as_errors().option("-warn:9999");
    let built = analysed(build.sources(sources), directory)?.with_job(|job| job.deadline(COMPILING)).run()?;
    if built.success() { Ok(()) } else { Err(Failure::new(refusal(context, &built))) }
}

/// With the analysers that .NET recommends. They want the version that a project would give the assembly.
fn analysed(build: CSharpBuild, directory: &Path) -> Result<CSharpBuild, Failure> {
    let (version, settings) = (directory.join("AssemblyInfo.cs"), directory.join(".editorconfig"));
    let text = "[assembly: System.Reflection.AssemblyVersion(\"1.0\")]\n";
    std::fs::write(&version, text).map_err(Failure::io(format!("write {}", version.display())))?;
    std::fs::write(&settings, project::EDITORCONFIG).map_err(Failure::io(format!("write {}", settings.display())))?;
    let build = build.source(version).option(format!("-analyzerconfig:{}", settings.display()));
    Ok(Dotnet::find()?.with_recommended_analysers(build))
}
