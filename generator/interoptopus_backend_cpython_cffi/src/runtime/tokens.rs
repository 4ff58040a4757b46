//! The identifiers in the runtime's files, from which follows what its definitions need.

use std::collections::HashSet;
use std::ops::Range;

/// The ranges of all identifiers and keywords that are no attributes, outside strings and comments.
pub(crate) fn identifiers(source: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut after_dot = false;
    while let Some(letter) = source[at..].chars().next() {
        let rest = &source[at..];
        let length = match letter {
            '#' => rest.find('\n').unwrap_or(rest.len()),
            '"' | '\'' => string(rest),
            _ if letter.is_alphabetic() || letter == '_' => {
                let word = word(rest);
                let is_prefix = rest[word..].starts_with(['"', '\'']);
                if !is_prefix && !after_dot {
                    found.push(at..at + word);
                }
                word
            }
            _ if letter.is_numeric() => word(rest),
            _ => letter.len_utf8(),
        };
        after_dot = letter == '.';
        at += length;
    }
    found
}

/// Every name that `source` mentions.
pub(crate) fn names(source: &str) -> HashSet<String> {
    identifiers(source).into_iter().map(|at| source[at].to_owned()).collect()
}

/// `source`, where `rename` says what each name becomes; none keeps it.
pub(crate) fn renamed(source: &str, rename: impl Fn(&str) -> Option<String>) -> String {
    let mut text = String::new();
    let mut copied = 0;
    for at in identifiers(source) {
        if let Some(new) = rename(&source[at.clone()]) {
            text.push_str(&source[copied..at.start]);
            text.push_str(&new);
            copied = at.end;
        }
    }
    text.push_str(&source[copied..]);
    text
}

fn word(text: &str) -> usize {
    text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len())
}

/// The length of the string literal that `text` begins with.
fn string(text: &str) -> usize {
    let quote = &text[..1];
    let triple = quote.repeat(3);
    let end = if text.starts_with(&triple) { triple.as_str() } else { quote };
    let mut at = end.len();
    while at < text.len() && !text[at..].starts_with(end) {
        let letter = text[at..].chars().next().map_or(1, char::len_utf8);
        let escaped = if text[at..].starts_with('\\') { text[at + 1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        at += letter + escaped;
    }
    (at + end.len()).min(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_strings_comments_and_behind_dots_are_no_names() {
        let source = "len(x.list) # int\ny = f\"str\" + '\\'bool' + \"\"\"a \" dict\"\"\" + r'\\\\' + 0x1f + größe";
        let mut found: Vec<_> = names(source).into_iter().collect();
        found.sort();
        assert_eq!(found, ["größe", "len", "x", "y"]);
    }

    #[test]
    fn only_what_is_asked_for_is_renamed() {
        let source = "len(a.len, 'len') + lens";
        assert_eq!(renamed(source, |n| (n == "len").then(|| "builtins.len".to_owned())), "builtins.len(a.len, 'len') + lens");
    }
}
