//! The cache builds once, among threads and processes, and never takes half an entry for a whole one.

use interoptopus_toolchain::{Cache, Error, Key};
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, SystemTime};

fn write(path: &Path, text: &str) -> Result<(), Error> {
    fs::write(path, text).map_err(|source| Error::Io { action: format!("write {}", path.display()), source })
}

fn never(_: &Path) -> Result<(), Error> {
    panic!("it was built before")
}

#[test]
fn an_entry_is_built_once_by_whoever_comes_first() {
    let dir = tempfile::tempdir().unwrap();
    let builds = AtomicU32::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let cache = Cache::new(dir.path().join("cache"));
                let entry = cache.get_or_build("thing", Key::new().part("1"), |dir| {
                    builds.fetch_add(1, Ordering::Relaxed);
                    std::thread::sleep(Duration::from_millis(50));
                    write(&dir.join("made"), "whole")
                });
                assert_eq!(fs::read_to_string(entry.unwrap().join("made")).unwrap(), "whole");
            });
        }
    });
    assert_eq!(builds.load(Ordering::Relaxed), 1);
}

/// One of the processes of the test below.
#[test]
fn plays_one_process_of_many() {
    let Some(dir) = std::env::var_os("INTEROP_TOOLCHAIN_TEST_CACHE") else { return };
    let cache = Cache::new(&dir);
    let build = |entry: &Path| {
        fs::create_dir(Path::new(&dir).join("built")).expect("another process built it too");
        write(&entry.join("half"), "")?;
        std::thread::sleep(Duration::from_millis(200));
        write(&entry.join("whole"), "")
    };
    assert!(cache.get_or_build("thing", Key::new(), build).unwrap().join("whole").exists());
}

#[test]
fn an_entry_is_built_once_among_processes() {
    let dir = tempfile::tempdir().unwrap();
    let start = || {
        std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "plays_one_process_of_many"])
            .env("INTEROP_TOOLCHAIN_TEST_CACHE", dir.path())
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap()
    };
    let processes: Vec<_> = (0..4).map(|_| start()).collect();
    for mut process in processes {
        assert!(process.wait().unwrap().success());
    }
}

#[test]
fn half_an_entry_is_not_used_and_an_error_is_not_kept() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::new(dir.path());
    let key = Key::new().part("x");
    let failed = cache.get_or_build("thing", key, |dir| {
        write(&dir.join("half"), "")?;
        Err(Error::UnknownTool { name: "hammer".to_owned() })
    });
    assert!(matches!(failed, Err(Error::UnknownTool { .. })));
    assert_eq!(cache.get("thing", key), None);
    let entry = cache.get_or_build("thing", key, |dir| {
        assert_eq!(fs::read_dir(dir).unwrap().count(), 0, "what the failed attempt left is gone");
        write(&dir.join("whole"), "")
    });
    assert_eq!(cache.get("thing", key), Some(entry.unwrap()));
    cache.get_or_build("thing", key, never).unwrap();
}

#[test]
fn names_with_dots_have_locks_of_their_own() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::new(dir.path());
    // The one is built while the other's lock is held.
    let outer = cache.get_or_build("plotter.h", Key::new(), |_| {
        cache.get_or_build("plotter.c", Key::new(), |_| Ok::<(), Error>(()))?;
        Ok::<(), Error>(())
    });
    outer.unwrap();
}

#[test]
fn only_what_nobody_used_is_swept() {
    let dir = tempfile::tempdir().unwrap();
    let cache = Cache::new(dir.path());
    let build = |name: &str| cache.get_or_build(name, Key::new(), |dir| write(&dir.join("made"), "")).unwrap();
    let (old, used, young) = (build("old"), build("used"), build("young"));
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    for entry in [&old, &used] {
        let stamp = fs::File::options().write(true).open(entry.join(".finished")).unwrap();
        stamp.set_modified(SystemTime::now() - 2 * week).unwrap();
    }
    assert_eq!(cache.get("used", Key::new()), Some(used.clone()));
    assert_eq!(cache.sweep(week).unwrap(), 1);
    assert!(!old.exists() && used.exists() && young.exists());
    assert_eq!(Cache::new(dir.path().join("nowhere")).sweep(week).unwrap(), 0);
}
