//! Words: parts of identifiers.

/// `name` as a part of an identifier: `Event` of `event`.
pub(crate) fn capitalised(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
