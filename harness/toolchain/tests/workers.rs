//! Workers answer line by line, and their death is noticed, with its reason, after their last line.
#![cfg(unix)]

mod running;

use interoptopus_toolchain::{Ending, Heard, Job, Worker};
use running::assert_gone;
use std::time::{Duration, Instant};

fn worker(script: &str) -> Worker {
    Worker::start(&Job::new("/bin/sh").args(["-c", script])).unwrap()
}

fn soon() -> Instant {
    Instant::now() + Duration::from_secs(5)
}

fn line(text: &str) -> Heard {
    Heard::Line(text.to_owned())
}

#[test]
fn each_line_gets_its_answer() {
    let mut worker = worker("while read -r line; do echo \"got $line\"; done; echo bye");
    for n in ["1", "2", "ä"] {
        worker.send(n).unwrap();
        assert_eq!(worker.recv(soon()), line(&format!("got {n}")));
    }
    worker.close_stdin();
    assert_eq!(worker.recv(soon()), line("bye"));
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Exited(0)));
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Exited(0)));
}

#[test]
fn silence_lasts_until_the_deadline_and_is_no_end() {
    let mut worker = worker("read -r line; echo late; sleep 60");
    let begun = Instant::now();
    assert_eq!(worker.recv(begun + Duration::from_millis(100)), Heard::Silence);
    assert!((100..5000).contains(&begun.elapsed().as_millis()), "{:?}", begun.elapsed());
    worker.send("go").unwrap();
    assert_eq!(worker.recv(soon()), line("late"));
}

#[test]
fn a_crash_is_heard_after_the_last_line_and_with_its_signal() {
    let mut worker = worker("echo one; echo two; echo reason >&2; kill -ABRT $$");
    assert_eq!([worker.recv(soon()), worker.recv(soon())], [line("one"), line("two")]);
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Signal(6)));
    assert_eq!(worker.take_stderr(), "reason\n");
}

#[test]
fn the_end_is_heard_although_a_grandchild_holds_the_pipes_open() {
    let begun = Instant::now();
    let mut worker = worker("sleep 60 & exit 7");
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Exited(7)));
    assert!(begun.elapsed() < Duration::from_secs(10), "{:?}", begun.elapsed());
}

#[test]
fn no_line_is_lost_when_the_end_overtakes_them() {
    let mut worker = worker("yes line | head -n 20000; kill -SEGV $$");
    let mut lines = 0;
    let ending = loop {
        match worker.recv(soon()) {
            Heard::Line(_) => lines += 1,
            Heard::Ended(ending) => break ending,
            Heard::Silence => panic!("silence after {lines} lines"),
        }
    };
    assert_eq!((lines, ending.signal_name()), (20_000, Some("SIGSEGV")));
}

#[test]
fn one_that_closes_its_output_and_stays_is_ended() {
    let mut worker = worker("exec >&-; sleep 60");
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Stopped));
}

#[test]
fn standard_error_is_told_apart_by_case() {
    let mut worker = worker("while read -r line; do echo \"about $line\" >&2; echo done; done");
    for case in ["a", "b"] {
        worker.send(case).unwrap();
        assert_eq!(worker.recv(soon()), line("done"));
        // The streams are two pipes, and one may be behind the other.
        let begun = Instant::now();
        let mut text = worker.take_stderr();
        while text.is_empty() && begun.elapsed() < Duration::from_secs(5) {
            std::thread::sleep(Duration::from_millis(1));
            text = worker.take_stderr();
        }
        assert_eq!(text, format!("about {case}\n"));
    }
}

#[test]
fn sending_to_a_dead_worker_is_an_error() {
    let mut worker = worker("exit 0");
    assert_eq!(worker.recv(soon()), Heard::Ended(Ending::Exited(0)));
    assert!(worker.send("anyone?").is_err());
}

#[test]
fn stopping_kills_the_group_and_dropping_stops() {
    let mut stopped = worker("sleep 60 & echo $!; wait");
    let Heard::Line(grandchild) = stopped.recv(soon()) else { panic!("no line") };
    stopped.stop();
    assert_eq!(stopped.recv(soon()), Heard::Ended(Ending::Stopped));
    let mut dropped = worker("sleep 60 & echo $!; wait");
    let Heard::Line(other) = dropped.recv(soon()) else { panic!("no line") };
    drop(dropped);
    assert_gone(&grandchild);
    assert_gone(&other);
}

#[test]
fn a_line_beyond_the_limit_is_cut_and_the_next_one_is_whole() {
    let script = "head -c 5000 /dev/zero | tr '\\0' x; echo; echo next";
    let mut worker = Worker::start(&Job::new("/bin/sh").args(["-c", script]).capture_limit(100)).unwrap();
    assert_eq!(worker.recv(soon()), line(&"x".repeat(100)));
    assert_eq!(worker.recv(soon()), line("next"));
}
