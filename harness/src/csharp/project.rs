//! `build::dotnet::project`, `build::mono::netstandard`: the bindings in class libraries, built by `dotnet build` as users build them.

use super::packages;
use crate::context::Context;
use crate::toolchain::Dotnet;
use crate::{COMPILING, Failure};
use std::path::Path;

/// For .NET 8, the oldest that is supported, where that can be had, and with the analysers that .NET recommends.
pub(super) fn dotnet(context: &Context, directory: &Path) -> Result<(), Failure> {
    let dotnet = Dotnet::find()?;
    // What the SDK brings along needs no package.
    let own = dotnet.reference_directory().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let framework = if packages::has(&dotnet, packages::NET8) { "net8.0" } else { &own };
    let properties = [
        ("TargetFramework", framework),
        ("LangVersion", "12"),
        ("Nullable", "enable"),
        ("AllowUnsafeBlocks", "true"),
        ("AnalysisMode", "Recommended"),
        ("GenerateDocumentationFile", "true"),
    ];
    build(context, &dotnet, directory, &properties)
}

/// For both standards that Unity's projects may target.
pub(super) fn netstandard(context: &Context, directory: &Path) -> Result<(), Failure> {
    let properties = [
        ("TargetFrameworks", "netstandard2.0;netstandard2.1"),
        ("LangVersion", "7.3"),
        ("DefineConstants", "UNITY"),
        ("GenerateDocumentationFile", "true"),
    ];
    build(context, &Dotnet::find()?, directory, &properties)
}

/// Builds a project in `directory`, where the bindings lie already.
fn build(context: &Context, dotnet: &Dotnet, directory: &Path, properties: &[(&str, &str)]) -> Result<(), Failure> {
    // Other packages than those of the reference assemblies are not needed, nor is the network, for audits or anything else.
    let own = [("DisableTransitiveFrameworkReferenceDownloads", "true"), ("UseAppHost", "false"), ("NuGetAudit", "false")];
    let lines = own.iter().chain(properties).map(|(name, value)| format!("    <{name}>{value}</{name}>\n")).collect::<String>();
    let project = format!("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n{lines}  </PropertyGroup>\n</Project>\n");
    std::fs::write(directory.join("Bindings.csproj"), project).map_err(Failure::io("write the project"))?;
    // Settings of directories above must not reach it.
    for name in ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"] {
        std::fs::write(directory.join(name), "<Project />\n").map_err(Failure::io(format!("write {name}")))?;
    }
    let arguments =
        ["build", "Bindings.csproj", "-warnaserror", "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary"];
    let job = dotnet.job().args(arguments).current_dir(directory).deadline(COMPILING);
    // What is restored from the feed stays in the target directory.
    let job = if dotnet.nuget_feed().is_some() { job.env("NUGET_PACKAGES", context.packages()) } else { job };
    let outcome = job.run()?;
    if outcome.success() {
        return Ok(());
    }
    let first = outcome.stdout.lines().find(|line| line.contains("error")).unwrap_or("no reason given").trim();
    let prefix = format!("{}{}", directory.display(), std::path::MAIN_SEPARATOR);
    Err(Failure::new(context.localised(&format!("does not build: {first}\n{outcome}").replace(&prefix, ""))))
}
