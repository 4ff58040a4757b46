//! The targets of links.

use super::document::{Span, plain};

/// The spans of a link to `target` with the text `shown`.
pub(super) fn spans(target: &str, shown: Vec<Span>) -> Vec<Span> {
    let code = matches!(shown[..], [Span::Code(_)]);
    let text = plain(&shown);
    if let Some(target) = path(target) {
        vec![Span::Item { target, text, code }]
    } else if is_url(target) {
        vec![Span::Url { url: target.to_owned(), text }]
    } else {
        // A heading or a file of rustdoc's output: nothing that another language could lead to.
        shown
    }
}

/// The item that a label or target names, if it can name one: `Vec2`, `crate::Vec2`, `fn@visit`, `visit()`.
pub(super) fn path(text: &str) -> Option<String> {
    let text = text.trim().trim_matches('`').trim();
    let name = text.split_once('@').map_or(text, |(_, name)| name);
    let name = name.split_once('#').map_or(name, |(name, _)| name);
    let name = name.strip_suffix("()").or_else(|| name.strip_suffix('!')).unwrap_or(name);
    let is_identifier = |part: &str| {
        let part = part.strip_prefix("r#").unwrap_or(part);
        part.starts_with(|c: char| c.is_alphabetic() || c == '_') && part.chars().all(|c| c.is_alphanumeric() || c == '_')
    };
    name.split("::").all(is_identifier).then(|| text.to_owned())
}

fn is_url(target: &str) -> bool {
    has_scheme(target) || target.starts_with("//")
}

/// True if `url` begins with `scheme:` (RFC 3986, 3.1); one letter would be a drive of Windows.
fn has_scheme(url: &str) -> bool {
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    url.split_once(':').is_some_and(|(scheme, rest)| {
        scheme.len() > 1
            && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(is_letter)
            && !rest.starts_with(':')
    })
}
