//! Processes end when they should, with everything they started, and say how.
#![cfg(unix)]

mod running;

use interoptopus_toolchain::{Ending, Error, Job, Python, unless_missing};
use running::{assert_gone, is_running};
use std::time::{Duration, Instant};

fn sh(script: &str) -> Job {
    Job::new("/bin/sh").args(["-c", script])
}

#[test]
fn a_hanging_child_is_killed_with_its_grandchildren() {
    let begun = Instant::now();
    let outcome = sh("sleep 60 & echo $!; sleep 60").deadline(Duration::from_millis(300)).run().unwrap();
    assert_eq!(outcome.ending, Ending::TimedOut(Duration::from_millis(300)));
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert!(outcome.to_string().contains("no end within 300 ms; the process group was killed"), "{outcome}");
    assert_gone(outcome.stdout.trim());
}

#[test]
fn what_a_child_leaves_running_neither_holds_us_up_nor_lives_on() {
    let begun = Instant::now();
    let outcome = sh("sleep 60 & echo $!").check().unwrap();
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    assert_gone(outcome.stdout.trim());
}

#[test]
fn a_process_that_left_the_group_and_keeps_the_pipes_open_does_not_hold_us_up() {
    let script = "import os, time\nif os.fork() == 0:\n os.setsid()\n time.sleep(10)\nelse:\n print('left', flush=True)";
    let Some(python) = unless_missing(Python::find()).unwrap() else { return };
    let begun = Instant::now();
    let outcome = python.code(script).check().unwrap();
    assert_eq!(outcome.stdout, "left\n");
    assert!(begun.elapsed() < Duration::from_secs(8), "{:?}", begun.elapsed());
}

#[test]
fn output_is_kept_up_to_the_limit_from_both_ends() {
    let outcome = sh("echo first; yes middle | head -n 100000; echo last").capture_limit(1000).check().unwrap();
    assert!(outcome.stdout.starts_with("first\nmiddle\n") && outcome.stdout.ends_with("middle\nlast\n"));
    assert!(outcome.stdout.len() < 1100, "{}", outcome.stdout.len());
    assert_eq!(outcome.left_out, 700_011 - 1000);
}

#[test]
fn a_child_that_does_not_stop_writing_is_still_ended() {
    let outcome = sh("yes").capture_limit(100).deadline(Duration::from_millis(200)).run().unwrap();
    assert!(matches!(outcome.ending, Ending::TimedOut(_)));
}

#[test]
fn a_signal_is_named() {
    let outcome = sh("kill -SEGV $$").run().unwrap();
    assert_eq!(outcome.ending.signal_name(), Some("SIGSEGV"));
    assert!(outcome.to_string().starts_with("SIGSEGV, "), "{outcome}");
}

#[test]
fn an_exit_code_is_an_error_only_where_it_is_checked() {
    let job = sh("echo out; echo err >&2; exit 3");
    assert_eq!(job.run().unwrap().ending, Ending::Exited(3));
    let Err(error @ Error::Failed(_)) = job.check() else { panic!("it exits with 3") };
    let text = error.to_string();
    for part in ["exit code 3", "stdout:\nout\n", "stderr:\nerr", "/bin/sh -c 'echo out; echo err >&2; exit 3'"] {
        assert!(text.contains(part), "{part} is missing:\n{text}");
    }
}

#[test]
fn the_shown_command_does_the_same_again() {
    let dir = tempfile::tempdir().unwrap();
    let job =
        sh("echo \"$GREETING\"; pwd; echo ${HOME-no home}").env("GREETING", "it's").env_remove("HOME").current_dir(dir.path());
    let first = job.check().unwrap();
    let again = sh(&first.command).check().unwrap();
    assert_eq!(first.stdout, again.stdout);
    assert!(first.stdout.starts_with("it's\n") && first.stdout.ends_with("no home\n"), "{}", first.stdout);
}

#[test]
fn standard_input_is_given_and_is_otherwise_empty() {
    assert_eq!(Job::new("cat").stdin("a\nb").check().unwrap().stdout, "a\nb");
    assert_eq!(Job::new("cat").check().unwrap().stdout, "");
    // More than a pipe holds, to one that reads nothing.
    assert!(sh("exit 0").stdin("x".repeat(1 << 20)).check().is_ok());
}

#[test]
fn what_cannot_be_started_is_named() {
    let error = Job::new("/nowhere/compiler").arg("a b").run().unwrap_err();
    assert!(matches!(error, Error::Start { .. }), "{error:?}");
    assert!(error.to_string().contains("could not start `/nowhere/compiler 'a b'`"), "{error}");
}

#[test]
fn many_jobs_run_at_a_time() {
    let run = |n: u32| assert_eq!(sh(&format!("echo {n}; echo {n} >&2")).check().unwrap().stdout, format!("{n}\n"));
    std::thread::scope(|scope| {
        for thread in 0..8 {
            scope.spawn(move || (0..10).for_each(|n| run(thread * 100 + n)));
        }
    });
}

/// This test's process plays the test run that is killed, in the tests below.
#[test]
fn plays_a_test_run_that_is_killed() {
    let Ok(script) = std::env::var("INTEROP_TOOLCHAIN_TEST_SCRIPT") else { return };
    _ = sh(&script).deadline(Duration::from_secs(60)).run();
}

/// Kills a test run as soon as its child, which runs `script`, has written a process id to `$note`; that process should end.
fn kill_the_run_of(script: &str) {
    let dir = tempfile::tempdir().unwrap();
    let note = dir.path().join("pid");
    let mut run = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "plays_a_test_run_that_is_killed"])
        .env("INTEROP_TOOLCHAIN_TEST_SCRIPT", format!("note='{}'; {script}", note.display()))
        .stdout(std::process::Stdio::null())
        .spawn()
        .unwrap();
    let begun = Instant::now();
    let child = loop {
        let pid = std::fs::read_to_string(&note).unwrap_or_default();
        if pid.ends_with('\n') {
            break pid.trim().to_owned();
        }
        assert!(begun.elapsed() < Duration::from_secs(10), "the child did not start");
        std::thread::sleep(Duration::from_millis(1));
    };
    assert!(is_running(&child));
    run.kill().unwrap();
    run.wait().unwrap();
    assert_gone(&child);
}

#[test]
fn a_killed_test_run_leaves_no_children() {
    kill_the_run_of("echo $$ > \"$note\"; sleep 60");
}

#[cfg(target_os = "linux")]
#[test]
fn a_killed_test_run_leaves_no_children_that_left_their_group() {
    kill_the_run_of("setsid sh -c 'echo $$ > \"$0\"; sleep 60' \"$note\" & sleep 60");
}
