//! The exports of a shared library.

use crate::failure::Failure;
use object::Object;
use std::path::Path;

/// The names that a shared library exports, sorted, as C spells them.
pub(crate) fn of(library: &Path) -> Result<Vec<String>, Failure> {
    let bytes = std::fs::read(library).map_err(Failure::io(format!("read {}", library.display())))?;
    let unreadable = |error: object::Error| Failure::new(format!("could not read the symbols of {}: {error}", library.display()));
    let file = object::File::parse(&*bytes).map_err(unreadable)?;
    // Mach-O puts an underscore in front of each.
    let prefix = if file.format() == object::BinaryFormat::MachO { "_" } else { "" };
    let mut names = Vec::new();
    for export in file.exports().map_err(unreadable)? {
        if let Some(name) = export.map_err(unreadable)?.into_name().into_name() {
            let name = String::from_utf8_lossy(&name).into_owned();
            names.push(name.strip_prefix(prefix).map(str::to_owned).unwrap_or(name));
        }
    }
    names.sort();
    names.dedup();
    Ok(names)
}
