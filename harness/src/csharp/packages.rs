//! Which packages of reference assemblies can be restored without asking any server.

use interoptopus_toolchain::{Dotnet, Lookup};
use std::path::Path;

/// A package, and what its version must begin with.
type Package = (&'static str, &'static str);

/// .NET 8, the oldest that the bindings are for.
pub(super) const NET8: Package = ("microsoft.netcore.app.ref", "8.");
/// The frameworks that Unity's projects may target.
pub(super) const NETSTANDARD: [Package; 2] = [("netstandard.library", "2.0."), ("netstandard.library.ref", "2.1.")];

/// Whether the feed has it, or else, without a feed, a restore of somebody has left it in the home directory.
pub(super) fn has(dotnet: &Dotnet, (name, version): Package) -> bool {
    match dotnet.nuget_feed() {
        Some(feed) => any_begins(feed, &format!("{name}.{version}")),
        None => {
            let home = Lookup::from_process().home();
            home.is_some_and(|home| any_begins(&home.join(".nuget/packages").join(name), version))
        }
    }
}

fn any_begins(folder: &Path, begin: &str) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().to_lowercase().starts_with(begin))
}
