//! The name of a cache entry: a hash of everything that its contents depend on.

use crate::outcome::Error;
use std::fmt::{Display, Formatter};
use std::path::Path;
use std::time::UNIX_EPOCH;

/// A hash that is the same on every machine, in every process and with every compiler: 128 bits of FNV-1a.
///
/// Parts are told apart, so that `ab`, `c` is not `a`, `bc`.
///
/// ```
/// use interoptopus_toolchain::Key;
///
/// let key = Key::new().part("-O2").part("int main(void) { return 0; }");
/// assert_ne!(key.to_string(), Key::new().part("-O2int main(void) { return 0; }").to_string());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    hash: u128,
}

/// Offset basis and prime: draft-eastlake-fnv, section 5.
const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

impl Key {
    /// A key that depends on nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self { hash: BASIS }
    }

    /// Makes it depend on these bytes.
    #[must_use]
    pub fn part(self, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        self.feed(&(bytes.len() as u64).to_le_bytes()).feed(bytes)
    }

    /// Makes it depend on what stands in a file.
    ///
    /// # Errors
    /// If the file cannot be read.
    pub fn file(self, path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        std::fs::read(path).map(|bytes| self.part(bytes)).map_err(Error::io(format!("read {}", path.display())))
    }

    /// Makes it depend on a file's path, length and time of change: for files that are too large to be read each time.
    ///
    /// # Errors
    /// If the file cannot be seen.
    pub fn stamp(self, path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        let metadata = path.metadata().map_err(Error::io(format!("look at {}", path.display())))?;
        let modified = metadata.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        let facts = format!("{} {}", metadata.len(), modified.as_nanos());
        Ok(self.part(path.as_os_str().as_encoded_bytes()).part(facts))
    }

    fn feed(self, bytes: &[u8]) -> Self {
        Self { hash: bytes.iter().fold(self.hash, |hash, byte| (hash ^ u128::from(*byte)).wrapping_mul(PRIME)) }
    }
}

impl Default for Key {
    fn default() -> Self {
        Self::new()
    }
}

impl Display for Key {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:032x}", self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_fnv_1a_as_published() {
        // The test vectors of the draft: the empty string, and "a".
        assert_eq!(Key::new().to_string(), "6c62272e07bb014262b821756295c58d");
        assert_eq!(Key::new().feed(b"a").to_string(), "d228cb696f1a8caf78912b704e4a8964");
    }

    #[test]
    fn every_part_counts() {
        let keys = [
            Key::new().part("ab").part("c"),
            Key::new().part("a").part("bc"),
            Key::new().part("abc"),
            Key::new().part("abc").part(""),
        ];
        for (index, key) in keys.iter().enumerate() {
            assert!(!keys[..index].contains(key));
        }
    }
}
