//! The ending of a process, in words.

use std::fmt::{Display, Formatter};
use std::process::ExitStatus;
use std::time::Duration;

/// The ending of a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// It returned this exit code. On Windows a crash has one too, such as `0xC0000005`.
    Exited(i32),
    /// A signal that nobody here sent ended it (Unix).
    Signal(i32),
    /// It had not ended by then, so its whole process group was killed.
    TimedOut(Duration),
    /// Whoever ran it ended it, with its process group.
    Stopped,
}

impl Ending {
    pub(crate) fn of(status: ExitStatus) -> Self {
        #[cfg(unix)]
        if let Some(signal) = std::os::unix::process::ExitStatusExt::signal(&status) {
            return Self::Signal(signal);
        }
        Self::Exited(status.code().unwrap_or(-1))
    }

    /// Whether it is exit code 0.
    #[must_use]
    pub fn success(self) -> bool {
        self == Self::Exited(0)
    }

    /// `SIGSEGV` and the like, if a signal ended it.
    #[must_use]
    pub fn signal_name(self) -> Option<&'static str> {
        match self {
            Self::Signal(number) => Some(signal_name(number)),
            Self::Exited(_) | Self::TimedOut(_) | Self::Stopped => None,
        }
    }
}

impl Display for Ending {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        match *self {
            Self::Exited(code) => match crash_name(code) {
                Some(name) => write!(f, "{name} (exit code {:#010X})", code.cast_unsigned()),
                None => write!(f, "exit code {code}"),
            },
            Self::Signal(number) => match signal_name(number) {
                "a signal" => write!(f, "signal {number}"),
                name => f.write_str(name),
            },
            Self::TimedOut(limit) => write!(f, "no end within {}; the process group was killed", seconds(limit)),
            Self::Stopped => f.write_str("stopped"),
        }
    }
}

/// A duration as people say it: `850 ms`, `2.5 s`, `10 s`.
pub(crate) fn seconds(duration: Duration) -> String {
    match duration.as_millis() {
        millis @ 0..1000 => format!("{millis} ms"),
        millis if millis % 1000 == 0 || millis >= 100_000 => format!("{} s", millis / 1000),
        millis => format!("{}.{} s", millis / 1000, millis % 1000 / 100),
    }
}

#[cfg(unix)]
fn signal_name(number: i32) -> &'static str {
    use rustix::process::Signal;
    // Numbers differ between systems, names do not.
    const NAMES: [(Signal, &str); 16] = [
        (Signal::HUP, "SIGHUP"),
        (Signal::INT, "SIGINT"),
        (Signal::QUIT, "SIGQUIT"),
        (Signal::ILL, "SIGILL"),
        (Signal::TRAP, "SIGTRAP"),
        (Signal::ABORT, "SIGABRT"),
        (Signal::BUS, "SIGBUS"),
        (Signal::FPE, "SIGFPE"),
        (Signal::KILL, "SIGKILL"),
        (Signal::USR1, "SIGUSR1"),
        (Signal::SEGV, "SIGSEGV"),
        (Signal::USR2, "SIGUSR2"),
        (Signal::PIPE, "SIGPIPE"),
        (Signal::ALARM, "SIGALRM"),
        (Signal::TERM, "SIGTERM"),
        (Signal::SYS, "SIGSYS"),
    ];
    NAMES.iter().find(|(signal, _)| signal.as_raw() == number).map_or("a signal", |(_, name)| name)
}

#[cfg(not(unix))]
fn signal_name(_number: i32) -> &'static str {
    "a signal"
}

/// Windows reports a crash as an exit code: the NTSTATUS of the exception.
fn crash_name(code: i32) -> Option<&'static str> {
    if !cfg!(windows) {
        return None;
    }
    match code.cast_unsigned() {
        0xC000_0005 => Some("access violation"),
        0xC000_001D => Some("illegal instruction"),
        0xC000_0094 => Some("integer division by zero"),
        0xC000_00FD => Some("stack overflow"),
        0xC000_0135 => Some("a DLL was not found"),
        0xC000_0374 => Some("heap corruption"),
        0xC000_0409 => Some("abort"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn signals_have_their_names() {
        assert_eq!(Ending::Signal(11).to_string(), "SIGSEGV");
        assert_eq!(Ending::Signal(6).signal_name(), Some("SIGABRT"));
        assert_eq!(Ending::Signal(63).to_string(), "signal 63");
    }

    #[test]
    fn only_exit_code_0_is_success() {
        assert!(Ending::Exited(0).success());
        for other in [Ending::Exited(1), Ending::Signal(0), Ending::TimedOut(Duration::ZERO), Ending::Stopped] {
            assert!(!other.success());
        }
    }

    #[test]
    fn durations_read_well() {
        let spoken = [1, 999, 1000, 2500, 61_049, 120_500].map(|millis| seconds(Duration::from_millis(millis)));
        assert_eq!(spoken, ["1 ms", "999 ms", "1 s", "2.5 s", "61.0 s", "120 s"]);
    }
}
