//! Whether a process is still there, for tests of what is killed.

use std::time::{Duration, Instant};

/// Whether a process runs: one that was killed may be a zombie until its new parent notices.
pub(crate) fn is_running(pid: &str) -> bool {
    let state = if cfg!(target_os = "linux") {
        // The state follows the name, which is in parentheses. Not every container has `ps`.
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
        stat.rsplit_once(") ").map_or(String::new(), |(_, rest)| rest.to_owned())
    } else {
        let ps = std::process::Command::new("ps").args(["-o", "stat=", "-p", pid]).output().unwrap();
        String::from_utf8_lossy(&ps.stdout).trim().to_owned()
    };
    !state.is_empty() && !state.starts_with('Z')
}

/// Fails unless the process is gone soon.
pub(crate) fn assert_gone(pid: &str) {
    let begun = Instant::now();
    while is_running(pid) {
        assert!(begun.elapsed() < Duration::from_secs(5), "process {pid} is still running");
        std::thread::sleep(Duration::from_millis(5));
    }
}
