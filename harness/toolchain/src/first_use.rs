//! The first use of a .NET SDK, of which there must be one at a time.
//!
//! NuGet migrates a user's settings when it first runs, and takes a named mutex for that. The runtime makes and removes the directory of such
//! mutexes, which all processes share, without minding that another process is doing the same: `mkdir … EEXIST` fails one of two builds.

use crate::job::Job;
use crate::outcome::Error;
use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;

/// Has NuGet run once, unless somebody noted that it has with this SDK; while others who ask wait.
pub(crate) fn have_been(version: &str, dotnet: &Job, home: Option<&Path>) -> Result<(), Error> {
    // Where there is no home directory, the SDK has nothing to keep in it either.
    let Some(directory) = home.map(|home| home.join(".dotnet")) else { return Ok(()) };
    std::fs::create_dir_all(&directory).map_err(Error::io(format!("make {}", directory.display())))?;
    let path = directory.join("interop-first-use");
    let mut note = File::options()
        .read(true)
        .append(true)
        .create(true)
        .open(&path)
        .map_err(Error::io(format!("open {}", path.display())))?;
    note.lock().map_err(Error::io(format!("lock {}", path.display())))?;
    let mut noted = String::new();
    note.read_to_string(&mut noted).map_err(Error::io(format!("read {}", path.display())))?;
    if noted.lines().any(|line| line == version) {
        return Ok(());
    }
    // The cheapest command that has NuGet do it.
    dotnet.clone().args(["nuget", "--version"]).check()?;
    writeln!(note, "{version}").map_err(Error::io(format!("write {}", path.display())))
}
