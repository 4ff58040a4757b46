//! Words: parts of identifiers.

/// `name` as a part of an identifier, without an `@`: `Event` of `@event`.
pub(crate) fn capitalised(name: &str) -> String {
    let mut letters = name.trim_start_matches('@').chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
