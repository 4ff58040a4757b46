//! `build::dotnet::project`: the bindings in a class library of their own, built by `dotnet build` as users build them.

use crate::context::Context;
use crate::toolchain::Dotnet;
use crate::{COMPILING, Failure};
use std::path::Path;

/// Builds a project in `directory`, where the bindings lie already.
pub(super) fn build(context: &Context, directory: &Path) -> Result<(), Failure> {
    let dotnet = Dotnet::find()?;
    // What the SDK brings along needs no download.
    let framework = dotnet.reference_directory().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let project = format!(
        r#"<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>{framework}</TargetFramework>
    <LangVersion>12</LangVersion>
    <Nullable>enable</Nullable>
    <AllowUnsafeBlocks>true</AllowUnsafeBlocks>
    <AnalysisMode>Recommended</AnalysisMode>
    <GenerateDocumentationFile>true</GenerateDocumentationFile>
    <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
  </PropertyGroup>
</Project>
"#
    );
    std::fs::write(directory.join("Bindings.csproj"), project).map_err(Failure::io("write the project"))?;
    // Settings of directories above must not reach it.
    for name in ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"] {
        std::fs::write(directory.join(name), "<Project />\n").map_err(Failure::io(format!("write {name}")))?;
    }
    let job = dotnet.job().args([
        "build",
        "Bindings.csproj",
        "-warnaserror",
        "-nologo",
        "-verbosity:quiet",
        "-consoleLoggerParameters:NoSummary",
    ]);
    let outcome = job.current_dir(directory).deadline(COMPILING).run()?;
    if outcome.success() {
        return Ok(());
    }
    let first = outcome.stdout.lines().find(|line| line.contains("error")).unwrap_or("no reason given").trim();
    let prefix = format!("{}{}", directory.display(), std::path::MAIN_SEPARATOR);
    Err(Failure::new(context.localised(&format!("does not build: {first}\n{outcome}").replace(&prefix, ""))))
}
