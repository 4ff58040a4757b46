//! `build::dotnet::project`, `build::mono::netstandard`: the bindings in class libraries, built by `dotnet build` as users build them.

use super::packages;
use crate::context::Context;
use crate::failure::Failure;
use crate::language::COMPILING;
use interoptopus_toolchain::Dotnet;
use std::path::Path;

/// The settings of a project besides its framework.
type Properties = [(&'static str, &'static str)];

/// With the analysers that .NET recommends.
const DOTNET: &Properties = &[
    ("LangVersion", "12"),
    ("Nullable", "enable"),
    ("AllowUnsafeBlocks", "true"),
    ("AnalysisMode", "Recommended"),
    ("GenerateDocumentationFile", "true"),
];

/// The same for projects of Unity, where analysers have to be asked for.
const NETSTANDARD: &Properties = &[
    ("LangVersion", "7.3"),
    ("DefineConstants", "UNITY"),
    ("EnableNETAnalyzers", "true"),
    ("AnalysisLevel", "latest"),
    ("AnalysisMode", "Recommended"),
    ("GenerateDocumentationFile", "true"),
];

/// The settings of analysers for a folder. By themselves they pass over files that say they are generated; and names are the author's, who
/// may have called something as Visual Basic, a type or a namespace does.
pub(super) const EDITORCONFIG: &str = "\
root = true

[*.cs]
generated_code = false
dotnet_diagnostic.CA1707.severity = none
dotnet_diagnostic.CA1711.severity = none
dotnet_diagnostic.CA1716.severity = none
dotnet_diagnostic.CA1720.severity = none
dotnet_diagnostic.CA1724.severity = none
";

/// Changes when projects do.
pub(super) fn fingerprint() -> String {
    format!("{DOTNET:?} {NETSTANDARD:?} {EDITORCONFIG}")
}

/// For .NET 8, the oldest that is supported, where that can be had.
pub(super) fn dotnet(context: &Context, directory: &Path) -> Result<(), Failure> {
    let dotnet = Dotnet::find()?;
    // What the SDK brings along needs no package.
    let own = dotnet.reference_directory().file_name().unwrap_or_default().to_string_lossy().into_owned();
    let framework = if packages::has(&dotnet, packages::NET8) { "net8.0" } else { &own };
    build(context, &dotnet, directory, ("TargetFramework", framework), DOTNET)
}

/// For both standards that Unity's projects may target.
pub(super) fn netstandard(context: &Context, directory: &Path) -> Result<(), Failure> {
    build(context, &Dotnet::find()?, directory, ("TargetFrameworks", "netstandard2.0;netstandard2.1"), NETSTANDARD)
}

/// Builds a project in `directory`, where the bindings lie already.
fn build(
    context: &Context,
    dotnet: &Dotnet,
    directory: &Path,
    framework: (&str, &str),
    properties: &Properties,
) -> Result<(), Failure> {
    // Other packages than those of the reference assemblies are not needed, nor is the network, for audits or anything else.
    let own = [("DisableTransitiveFrameworkReferenceDownloads", "true"), ("UseAppHost", "false"), ("NuGetAudit", "false")];
    let lines = own
        .iter()
        .chain([&framework])
        .chain(properties)
        .map(|(name, value)| format!("    <{name}>{value}</{name}>\n"))
        .collect::<String>();
    let project = format!("<Project Sdk=\"Microsoft.NET.Sdk\">\n  <PropertyGroup>\n{lines}  </PropertyGroup>\n</Project>\n");
    std::fs::write(directory.join("Bindings.csproj"), project).map_err(Failure::io("write the project"))?;
    // Settings of directories above must not reach it.
    let nothing =
        ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"].map(|name| (name, "<Project />\n"));
    for (name, text) in nothing.into_iter().chain([(".editorconfig", EDITORCONFIG)]) {
        std::fs::write(directory.join(name), text).map_err(Failure::io(format!("write {name}")))?;
    }
    let arguments = ["Bindings.csproj", "-warnaserror", "-nologo", "-verbosity:quiet", "-consoleLoggerParameters:NoSummary"];
    let job = dotnet.build()?.args(arguments).current_dir(directory).deadline(COMPILING);
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
