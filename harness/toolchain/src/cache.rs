//! A directory of things that are expensive to make, shared by all processes of a test run and kept for the next one.

use crate::key::Key;
use crate::outcome::Error;
use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Directories by the hash of what their contents depend on.
///
/// One process builds an entry while others wait for it; an entry that was not finished is never used. It keeps what was
/// made, never whether a test passed: what goes wrong while building is returned, and built again the next time.
///
/// ```
/// use interoptopus_toolchain::{Cache, Error, Key};
///
/// # let target = tempfile::tempdir().unwrap();
/// let cache = Cache::new(target.path().join("interop-cache"));
/// let entry = cache.get_or_build("greeting", Key::new().part("hello"), |dir| {
///     std::fs::write(dir.join("greeting.txt"), "hello").map_err(|source| Error::Io { action: "write".into(), source })
/// })?;
/// assert_eq!(std::fs::read_to_string(entry.join("greeting.txt")).unwrap(), "hello");
/// # Ok::<(), Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Cache {
    root: PathBuf,
}

/// Written last: a directory without it is not used.
const FINISHED: &str = ".finished";
/// The precision with which it is remembered when an entry was used last.
const USE_RESOLUTION: Duration = Duration::from_secs(60 * 60);

impl Cache {
    /// The cache in this directory, which is made when it is first needed.
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// The directory of an entry, if it is finished.
    #[must_use]
    pub fn get(&self, name: &str, key: Key) -> Option<PathBuf> {
        let entry = self.path(name, key);
        let stamp = entry.join(FINISHED);
        let used = stamp.metadata().ok()?.modified().ok();
        if used.and_then(|time| time.elapsed().ok()).is_some_and(|age| age > USE_RESOLUTION) {
            // Only `sweep` looks at it, so that nothing depends on whether this works.
            _ = File::options().write(true).open(stamp).and_then(|file| file.set_modified(SystemTime::now()));
        }
        Some(entry)
    }

    /// The directory of an entry, built if it is not there yet. The builder gets an empty directory, which stays where it is.
    ///
    /// # Errors
    /// The builder's own error (its files stay to be looked at until the next attempt), and [`Error::Io`] if
    /// the cache cannot be written.
    pub fn get_or_build<E: From<Error>>(
        &self,
        name: &str,
        key: Key,
        build: impl FnOnce(&Path) -> Result<(), E>,
    ) -> Result<PathBuf, E> {
        if let Some(entry) = self.get(name, key) {
            return Ok(entry);
        }
        let entry = self.path(name, key);
        fs::create_dir_all(&self.root).map_err(Error::io(format!("make {}", self.root.display())))?;
        let lock = File::create(lock_of(&entry)).map_err(Error::io(format!("make the lock of {}", entry.display())))?;
        lock.lock().map_err(Error::io(format!("lock {}", entry.display())))?;
        // Another process may have built it while this one waited.
        if let Some(entry) = self.get(name, key) {
            return Ok(entry);
        }
        // Who holds the lock is alone, so whatever is there was left by an attempt that failed or was killed.
        match fs::remove_dir_all(&entry) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
            Ok(()) | Err(_) => fs::create_dir(&entry),
        }
        .map_err(Error::io(format!("make {}", entry.display())))?;
        build(&entry)?;
        fs::write(entry.join(FINISHED), []).map_err(Error::io(format!("finish {}", entry.display())))?;
        Ok(entry)
    }

    /// Removes entries that nobody used for that long, and returns how many.
    ///
    /// # Errors
    /// [`Error::Io`] if the directory cannot be read. Entries that cannot be removed, or are being built, stay.
    pub fn sweep(&self, unused_for: Duration) -> Result<usize, Error> {
        let mut removed = 0;
        if !self.root.is_dir() {
            return Ok(removed);
        }
        let entries = fs::read_dir(&self.root).map_err(Error::io(format!("read {}", self.root.display())))?;
        for entry in entries.flatten().map(|entry| entry.path()) {
            let age =
                entry.join(FINISHED).metadata().and_then(|stamp| stamp.modified()).ok().and_then(|used| used.elapsed().ok());
            if age.is_some_and(|age| age >= unused_for)
                && let Ok(lock) = File::create(lock_of(&entry))
                && lock.try_lock().is_ok()
            {
                // The stamp first: half an entry must not look finished.
                let gone = fs::remove_file(entry.join(FINISHED)).and_then(|()| fs::remove_dir_all(&entry));
                removed += usize::from(gone.is_ok());
            }
        }
        Ok(removed)
    }

    /// Where an entry is, or would be.
    #[must_use]
    pub fn path(&self, name: &str, key: Key) -> PathBuf {
        self.root.join(format!("{name}-{key}"))
    }
}

/// The file stays for ever: were it removed, two processes could hold locks on different files of one name.
fn lock_of(entry: &Path) -> PathBuf {
    let mut name = entry.as_os_str().to_owned();
    name.push(".lock");
    PathBuf::from(name)
}
