//! Bare functions: what they cannot report ends the process, after saying which function it was.

use super::{Marker, Vec2};
use interoptopus::ffi_function;
use std::process::{Command, Output};

#[ffi_function]
pub extern "C" fn aborts_dot(a: &Vec2, b: Vec2) -> f32 {
    a.x * b.x + a.y * b.y
}

#[ffi_function]
pub extern "C" fn aborts_marker(marker: Marker) -> Marker {
    assert_ne!(marker, Marker::Hidden, "cannot be shown");
    marker
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_aborts_dot(a: *const Vec2, b: Vec2) -> f32;
        pub fn border_aborts_marker(marker: u8) -> u8;
    }
}

const CHILD: &str = "BORDER_ABORTS";

/// Runs the test `name` of this file in a process of its own, where it gets on to what aborts.
fn child(name: &str) -> Option<Output> {
    if std::env::var_os(CHILD).is_some() {
        return None;
    }
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("aborts::{name}"), "--nocapture"]).env(CHILD, "1");
    Some(command.output().unwrap())
}

fn assert_aborted(output: &Output, says: &str) {
    let text = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success() && !String::from_utf8_lossy(&output.stdout).contains("test result"), "it went on: {text}");
    assert!(text.contains(says), "{text}");
}

#[test]
fn a_bare_function_returns_what_it_returns() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(abi::border_aborts_dot(&Vec2 { x: 2.0, y: 3.0 }, Vec2 { x: 5.0, y: 7.0 }), 31.0);
        assert_eq!(abi::border_aborts_marker(2), 2);
    }
}

#[test]
fn null_aborts_and_names_function_and_parameter() {
    if let Some(output) = child("null_aborts_and_names_function_and_parameter") {
        return assert_aborted(&output, "aborts_dot: `a` is null where Rust needs a value; a bare function has no way to say so");
    }
    // SAFETY: the declarations are those of the shims.
    unsafe { abi::border_aborts_dot(std::ptr::null(), Vec2::default()) };
}

#[test]
fn an_unknown_value_aborts() {
    if let Some(output) = child("an_unknown_value_aborts") {
        return assert_aborted(&output, "aborts_marker: `marker` is a value");
    }
    // SAFETY: the declarations are those of the shims.
    unsafe { abi::border_aborts_marker(3) };
}

#[test]
fn a_panic_prints_itself_and_then_the_function() {
    if let Some(output) = child("a_panic_prints_itself_and_then_the_function") {
        assert_aborted(&output, "cannot be shown");
        return assert_aborted(&output, "aborts_marker: a panic cannot leave a bare function");
    }
    // SAFETY: the declarations are those of the shims.
    unsafe { abi::border_aborts_marker(255) };
}
