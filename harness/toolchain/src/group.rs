//! A child process in a process group of its own, so that nothing it started outlives it.

use crate::orphans;
use std::io::{self, PipeReader, PipeWriter, Seek, Write};
use std::process::ExitStatus;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The standard input of a child.
pub(crate) enum Input {
    Nothing,
    File(std::fs::File),
    Pipe(PipeReader),
}

impl Input {
    /// A file, since a pipe would need a thread that may never be done writing.
    pub(crate) fn text(text: &str) -> io::Result<Self> {
        let mut file = tempfile::tempfile()?;
        file.write_all(text.as_bytes())?;
        file.rewind()?;
        Ok(Self::File(file))
    }
}

/// A child process and everything it starts, unless that leaves the group on purpose.
#[derive(Debug, Clone)]
pub(crate) struct Group {
    child: Arc<duct::Handle>,
    leader: u32,
}

impl Group {
    pub(crate) fn start(expression: duct::Expression, stdin: Input, stdout: PipeWriter, stderr: PipeWriter) -> io::Result<Self> {
        let expression = match stdin {
            Input::Nothing => expression.stdin_null(),
            Input::File(file) => expression.stdin_file(file),
            Input::Pipe(pipe) => expression.stdin_file(pipe),
        };
        // The expression holds our copies of the pipes' ends; it is gone when this returns, or no stream would ever end.
        let child = expression.stdout_file(stdout).stderr_file(stderr).before_spawn(set_apart).start()?;
        let leader = child.pids().first().copied().unwrap_or_default();
        orphans::watch(leader);
        Ok(Self { child: Arc::new(child), leader })
    }

    pub(crate) fn leader(&self) -> u32 {
        self.leader
    }

    /// Waits for the leader's end; `None` if it has not come by then.
    pub(crate) fn wait_until(&self, deadline: Instant) -> io::Result<Option<ExitStatus>> {
        Ok(self.child.wait_deadline(deadline)?.map(|output| output.status))
    }

    /// Waits for the leader's end, however long that takes.
    pub(crate) fn wait(&self) -> io::Result<ExitStatus> {
        Ok(self.child.wait()?.status)
    }

    /// Kills whatever is left of the group, and waits for the leader so that no zombie stays.
    pub(crate) fn kill(&self) -> io::Result<()> {
        // Windows has no groups to kill, and the number of a process that ended may be another's by now.
        if cfg!(unix) || self.child.try_wait()?.is_none() {
            kill_group(self.leader);
        }
        // A process that was sent SIGKILL may take its time in the kernel, but this must not hang.
        let patience = Instant::now() + Duration::from_secs(5);
        self.child.wait_deadline(patience)?;
        orphans::forget(self.leader);
        Ok(())
    }
}

fn set_apart(command: &mut std::process::Command) -> io::Result<()> {
    orphans::mark(command);
    own_group(command)
}

#[cfg(unix)]
fn own_group(command: &mut std::process::Command) -> io::Result<()> {
    std::os::unix::process::CommandExt::process_group(command, 0);
    Ok(())
}

/// A group keeps its number while any of its processes lives, so this cannot hit another one's.
#[cfg(unix)]
fn kill_group(leader: u32) {
    let Some(group) = i32::try_from(leader).ok().and_then(rustix::process::Pid::from_raw) else { return };
    // An error means that nothing is left, which is what is wanted.
    _ = rustix::process::kill_process_group(group, rustix::process::Signal::KILL);
}

#[cfg(windows)]
fn own_group(command: &mut std::process::Command) -> io::Result<()> {
    // CREATE_NEW_PROCESS_GROUP: our Ctrl+C is not the child's.
    std::os::windows::process::CommandExt::creation_flags(command, 0x0000_0200);
    Ok(())
}

/// Windows kills by tree; what lost its parent before this is not found.
#[cfg(windows)]
fn kill_group(leader: u32) {
    use std::process::{Command, Stdio};
    let (program, pid) = ("taskkill", leader.to_string());
    let mut command = Command::new(program);
    command.args(["/T", "/F", "/PID", &pid]).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    // An error means that nothing is left, which is what is wanted.
    _ = command.status();
}
