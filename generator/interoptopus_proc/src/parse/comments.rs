//! Doc comments in the manner of C, `/** … */`, whose lines begin with a star that is no part of what they say.

use proc_macro::{Literal, TokenStream, TokenTree};

/// The text of a `doc` attribute, without the stars at the beginning of its lines, if each has one in the same column, as rustdoc does it.
pub(super) fn without_stars(value: &TokenStream) -> TokenStream {
    let mut trees = value.clone().into_iter();
    let (Some(TokenTree::Literal(literal)), None) = (trees.next(), trees.next()) else { return value.clone() };
    let Some(bare) = unescaped(&literal.to_string()).as_deref().and_then(bare) else { return value.clone() };
    let mut bare = Literal::string(&bare);
    bare.set_span(literal.span());
    TokenTree::from(bare).into()
}

/// The lines without their stars; none if they have none.
fn bare(text: &str) -> Option<String> {
    let (first, rest) = text.split_once('\n')?;
    let mut starred = rest.lines().filter(|line| !line.trim().is_empty()).peekable();
    let column = starred.peek()?.find('*')?;
    let has_star = |line: &str| line.find('*') == Some(column) && line[..column].trim().is_empty();
    if !starred.all(has_star) {
        return None;
    }
    let lines = rest.lines().map(|line| line.get(column + 1..).unwrap_or_default());
    Some([first].into_iter().chain(lines).collect::<Vec<_>>().join("\n"))
}

/// The text of a literal between quotes; none of another one.
fn unescaped(literal: &str) -> Option<String> {
    let inner = literal.strip_prefix('"')?.strip_suffix('"')?;
    let (mut text, mut letters) = (String::new(), inner.chars());
    while let Some(letter) = letters.next() {
        text.push(match letter {
            '\\' => match letters.next()? {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                '0' => '\0',
                'u' => {
                    let code: String = letters.by_ref().skip(1).take_while(|letter| *letter != '}').collect();
                    char::from_u32(u32::from_str_radix(&code, 16).ok()?)?
                }
                same @ ('\\' | '\'' | '"') => same,
                _ => return None,
            },
            other => other,
        });
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stars_of_the_lines_are_no_part_of_the_text() {
        let said = |literal: &str| unescaped(literal).and_then(|text| bare(&text));
        assert_eq!(said(r#""\n * Opens \"it\".\n *\n *   Waits.\n ""#).as_deref(), Some("\n Opens \"it\".\n\n   Waits.\n"));
        assert_eq!(said(r#"" * one\n * two""#).as_deref(), Some(" * one\n two"));
        assert_eq!(said(r#"" one\n * two\n three""#), None);
        assert_eq!(said(r#"" * one""#), None);
        assert_eq!(said(r#"" a\\n * b\u{1F600}""#), None);
    }
}
