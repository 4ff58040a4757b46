//! The analysers that an SDK brings along, for compilations without a project.

use crate::csharp::CSharpBuild;
use crate::csharp::Compiler;
use crate::dotnet::Dotnet;

impl CSharpBuild {
    /// Lets the SDK's analysers look at the sources, with the rules that `AnalysisMode` `Recommended` turns on. `mcs` has none, and
    /// neither have SDKs before .NET 5.
    #[must_use]
    pub fn recommended_analysers(self, dotnet: &Dotnet) -> Self {
        let major = dotnet.sdk_version().split('.').next().unwrap_or_default();
        let folder = dotnet.sdk_directory().join("Sdks/Microsoft.NET.Sdk/analyzers");
        let rules = folder.join(format!("build/config/analysislevel_{major}_recommended.globalconfig"));
        if self.compiler != Compiler::Roslyn || !rules.is_file() {
            return self;
        }
        let analysers = ["Microsoft.CodeAnalysis.NetAnalyzers.dll", "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll"];
        let build = self.option(format!("-analyzerconfig:{}", rules.display()));
        analysers.iter().fold(build, |build, name| build.option(format!("-analyzer:{}", folder.join(name).display())))
    }
}
