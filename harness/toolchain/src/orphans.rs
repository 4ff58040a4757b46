//! Ends the children of a test run that is itself killed: by Ctrl+C, by nextest, by a timeout of CI.
//!
//! A child in a process group of its own does not see the signal that ends its parent, and a hanging one would run for ever.
//! A shell that holds one end of a pipe sees the parent's end, however that comes, and kills the groups that are left. On Linux it also kills whoever has the
//! environment of this process's children, which a process has from its first instruction on, and keeps when it leaves its group.

#[cfg(unix)]
mod watchdog {
    use std::io::{PipeWriter, Write};
    use std::os::unix::process::CommandExt;
    use std::process::{Command, Stdio};
    use std::sync::{LazyLock, Mutex, PoisonError};
    use std::time::SystemTime;

    /// The variable that all children of this process have, with a value of this process's own.
    const MARK: &str = "INTEROP_RUN";

    /// Reads `+ GROUP` and `- GROUP`, and at the end kills the groups that were added and not taken away, and those with the variable `$1`.
    const SCRIPT: &str = r#"
trap '' INT TERM HUP
groups=" "
while read -r change group; do
    case $change in
    +) groups="$groups$group " ;;
    -) groups="${groups%% "$group" *} ${groups#* "$group" }" ;;
    esac
done
for group in $groups; do kill -s KILL -- "-$group"; done
for environment in $(grep -slzxF "$1" /proc/[0-9]*/environ); do
    process=${environment#/proc/}
    kill -s KILL "${process%/environ}"
done
"#;

    /// The variable with its value.
    static MARKED: LazyLock<(&str, String)> = LazyLock::new(|| {
        let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default();
        (MARK, format!("{}-{}", std::process::id(), now.as_nanos()))
    });

    /// One for all children of this process; `None` where there is no shell, which costs the tidiness alone.
    static PIPE: LazyLock<Mutex<Option<PipeWriter>>> = LazyLock::new(|| Mutex::new(start()));

    fn start() -> Option<PipeWriter> {
        let (reader, writer) = std::io::pipe().ok()?;
        let mut shell = Command::new("/bin/sh");
        // Its streams must not be ours: somebody may wait for the end of those. A group of its own lets it live on.
        let (name, value) = &*MARKED;
        shell.args(["-c", SCRIPT, "sh", &format!("{name}={value}")]).stdin(reader).stdout(Stdio::null()).stderr(Stdio::null());
        // Nor may the watchdog of who runs this process take it for one of its children.
        shell.process_group(0).env_remove(MARK);
        // Nobody waits for it: it ends after this process.
        shell.spawn().ok()?;
        Some(writer)
    }

    /// The shell runs before there is anybody to watch.
    pub(crate) fn mark(command: &mut Command) {
        LazyLock::force(&PIPE);
        let (name, value) = &*MARKED;
        command.env(name, value);
    }

    pub(crate) fn tell(change: char, group: u32) {
        let mut pipe = PIPE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(writer) = pipe.as_mut()
            && writeln!(writer, "{change} {group}").is_err()
        {
            *pipe = None;
        }
    }
}

/// A command whose process, with all that it starts, will end with this one.
pub(crate) fn mark(command: &mut std::process::Command) {
    #[cfg(unix)]
    watchdog::mark(command);
    #[cfg(not(unix))]
    let _ = command;
}

/// From now on the group ends with this process.
pub(crate) fn watch(group: u32) {
    #[cfg(unix)]
    watchdog::tell('+', group);
    #[cfg(not(unix))]
    let _ = group;
}

/// The group is gone, and its number may become another's.
pub(crate) fn forget(group: u32) {
    #[cfg(unix)]
    watchdog::tell('-', group);
    #[cfg(not(unix))]
    let _ = group;
}
