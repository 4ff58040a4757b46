//! Names that generated code has for itself, or that a language has a use for.

use interoptopus::{ffi_function, ffi_type, inventory_part};

/// Called as what the bindings ask for its case by.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tag {
    /// The first.
    A(u32),
    /// The second.
    B,
}

/// Called as what the bindings have for its case.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Case {
    /// The first.
    A(u32),
    /// The second.
    B,
}

/// Called as what the bindings take a function for each case by.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Match {
    /// The first.
    A(u32),
    /// The second.
    B,
}

/// Called as where the bindings keep a case.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Payload {
    /// The first.
    A(u32),
    /// The second.
    B,
}

/// The sum of all that are the first case.
#[ffi_function]
pub fn names_sum(tag: Tag, case: Case, r#match: Match, payload: Payload) -> u32 {
    let tag = if let Tag::A(n) = tag { n } else { 0 };
    let case = if let Case::A(n) = case { n } else { 0 };
    let other = if let Match::A(n) = r#match { n } else { 0 };
    tag + case + other + if let Payload::A(n) = payload { n } else { 0 }
}

/// A parameter that is called as what the ABI calls the length of another one.
#[ffi_function]
pub fn names_send(x: &[u8], x_len: u32) -> u32 {
    x.len() as u32 + 100 * x_len
}

/// Words of C#.
#[ffi_function]
pub fn names_words(r#await: u8, r#async: &[u8], r#yield: &str, var: u8) -> u32 {
    u32::from(r#await) + 10 * r#async.len() as u32 + 100 * r#yield.len() as u32 + 1000 * u32::from(var)
}

inventory_part!(part, [], [names_sum, names_send, names_words], [], []);
