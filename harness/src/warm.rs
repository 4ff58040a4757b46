//! One warm process: how it starts, what it is heard to say, how it ends.

use crate::failure::Failure;
use crate::protocol::{Contents, Event, event};
use interoptopus_toolchain::{Ending, Heard, Job, Worker};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// The start of a worker.
#[derive(Clone, Debug)]
pub struct Start {
    /// Its program, which is told the word that its events begin with as its last argument.
    pub job: Job,
    /// Where what was built lies.
    pub kept: PathBuf,
}

#[derive(Debug)]
pub(crate) struct Warm {
    pub(crate) worker: Worker,
    pub(crate) word: String,
    pub(crate) contents: Contents,
    /// The case that it ran last.
    pub(crate) last: String,
}

/// The time that a program may take to start, and to load a file of tests.
pub(crate) const WARM_UP: Duration = Duration::from_secs(60);
/// The time that it may take to end when its work is done.
const WIND_DOWN: Duration = Duration::from_secs(5);

/// The next event of a worker before the deadline, after which also one that never stops talking is silent.
pub(crate) fn heard(worker: &mut Worker, deadline: Instant) -> Heard {
    if Instant::now() < deadline { worker.recv(deadline) } else { Heard::Silence }
}

impl Warm {
    pub(crate) fn start(start: &Start) -> Result<Self, Failure> {
        let word = crate::protocol::word();
        let worker = Worker::start(&start.job.clone().arg(&word))?;
        let mut warm = Warm { worker, word, contents: Contents::new(), last: String::new() };
        for event in warm.until_ready(&start.kept)? {
            if let Event::Contains { file, id, rows } = event {
                warm.contents.entry(file).or_default().insert(id, rows);
            }
        }
        Ok(warm)
    }

    pub(crate) fn until_ready(&mut self, kept: &Path) -> Result<Vec<Event>, Failure> {
        let deadline = Instant::now() + WARM_UP;
        let (mut events, mut printed) = (Vec::new(), String::new());
        loop {
            let ending = match heard(&mut self.worker, deadline) {
                Heard::Line(line) => match event(&line, &self.word) {
                    Some(event) => match event? {
                        Event::Ready => return Ok(events),
                        event => {
                            events.push(event);
                            continue;
                        }
                    },
                    None => {
                        printed.push_str(&line);
                        printed.push('\n');
                        continue;
                    }
                },
                Heard::Ended(ending) => ending.to_string(),
                Heard::Silence => format!("{} s have passed", WARM_UP.as_secs()),
            };
            let (command, kept, stderr) = (self.worker.command_line().to_owned(), kept.display(), self.stderr());
            let said = format!("{printed}{stderr}");
            let first = said.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("it said nothing");
            return Err(Failure::new(format!(
                "the test program does not get ready ({ending}): {first}\n{said}it ran as: {command}\nbuilt: {kept}"
            )));
        }
    }

    /// Lets it end as programs end: it is told that no more will come.
    pub(crate) fn wind_down(&mut self) -> Ending {
        self.worker.close_stdin();
        let deadline = Instant::now() + WIND_DOWN;
        loop {
            match heard(&mut self.worker, deadline) {
                Heard::Line(_) => {}
                Heard::Ended(ending) => return ending,
                Heard::Silence => return Ending::TimedOut(WIND_DOWN),
            }
        }
    }

    /// The output on its standard error, also as far as it is on its way.
    pub(crate) fn stderr(&mut self) -> String {
        // There is no telling when all has arrived; prints of a failed test are worth a moment.
        std::thread::sleep(Duration::from_millis(20));
        self.worker.take_stderr()
    }
}
