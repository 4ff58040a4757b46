//! Files of Python in a folder.

use crate::failure::Failure;
use std::path::Path;

/// Files of a package have its folder in their names.
pub(super) fn write(directory: &Path, name: &str, text: &str) -> Result<(), Failure> {
    let path = directory.join(name);
    let folder = path.parent().unwrap_or(directory);
    std::fs::create_dir_all(folder).map_err(Failure::io(format!("make {}", folder.display())))?;
    std::fs::write(&path, text).map_err(Failure::io(format!("write {}", path.display())))
}
