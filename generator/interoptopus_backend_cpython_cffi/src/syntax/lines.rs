//! Breaks lines that are too long, as formatters do.

/// What does not fit into this many columns is broken.
pub(crate) const WIDTH: usize = 120;

/// A statement, the arguments of its outermost call, or the items of its tuple, on a line each if it is long.
pub(crate) fn broken(line: &str, depth: usize) -> Vec<String> {
    let unbroken = || vec![line.to_owned()];
    let indentation = &line[..line.len() - line.trim_start().len()];
    let is_long = line.chars().count() + 4 * depth > WIDTH;
    let Some((open, inner)) = last_call(line).filter(|_| is_long) else {
        return unbroken();
    };
    let is_call = open.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | ')'));
    match parts(inner) {
        Some(parts) if is_call || parts.len() > 1 => {
            let parts = parts.into_iter().map(|part| format!("{indentation}    {part},"));
            [format!("{open}(")].into_iter().chain(parts).chain([format!("{indentation})")]).collect()
        }
        Some(_) | None => unbroken(),
    }
}

/// What stands before the parentheses that end `line`, and what stands in them.
fn last_call(line: &str) -> Option<(&str, &str)> {
    let mut opens = line.match_indices('(').map(|(at, _)| at);
    let inner = |at: usize| line[at + 1..].strip_suffix(')').filter(|inner| parts(inner).is_some());
    opens.find_map(|at| Some((&line[..at], inner(at)?)))
}

/// What commas divide, outside brackets; none if a bracket closes that does not open.
pub(crate) fn parts(text: &str) -> Option<Vec<&str>> {
    let (mut parts, mut nesting, mut start) = (Vec::new(), 0, 0);
    for (at, letter) in text.char_indices() {
        match letter {
            '(' | '[' | '{' => nesting += 1,
            ')' | ']' | '}' if nesting == 0 => return None,
            ')' | ']' | '}' => nesting -= 1,
            ',' if nesting == 0 => {
                parts.push(text[start..at].trim());
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(text[start..].trim());
    parts.retain(|part| !part.is_empty());
    Some(parts)
}

/// A tuple of expressions.
pub(crate) fn tuple(items: &[String]) -> String {
    if let [only] = items { format!("({only},)") } else { format!("({})", items.join(", ")) }
}

/// What sorts numbers in names by their value, as linters do.
pub(crate) fn natural(name: &str) -> Vec<(String, u64)> {
    let mut parts: Vec<(String, u64)> = vec![(String::new(), 0)];
    let mut digits = String::new();
    for letter in name.chars() {
        if letter.is_ascii_digit() {
            digits.push(letter);
        } else {
            if !digits.is_empty() {
                parts.push((String::new(), 0));
                digits.clear();
            }
            parts.last_mut().into_iter().for_each(|part| part.0.push(letter));
        }
        if let Ok(number) = digits.parse() {
            parts.last_mut().into_iter().for_each(|part| part.1 = number);
        }
    }
    parts
}

/// `expression` without parentheses around all of it, where they are only there for what may stand around it.
pub(crate) fn without_parentheses(expression: &str) -> String {
    match expression.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        // More than one part is a tuple, as is one with a comma behind it.
        Some(inner) if !inner.ends_with(',') && parts(inner).is_some_and(|parts| parts.len() == 1) => inner.to_owned(),
        Some(_) | None => expression.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parentheses_that_say_nothing_go() {
        let same = |text: &str| without_parentheses(text) == text;
        assert!(same("(a, b)") && same("(a) + (b)") && same("f(a)") && same("(a,)") && same("[(a)]"));
        assert_eq!(without_parentheses("(a if f(b, c) else d)"), "a if f(b, c) else d");
    }

    #[test]
    fn a_long_call_has_an_argument_a_line() {
        let long = "x".repeat(WIDTH);
        assert_eq!(
            broken(&format!("    r = f({long}, (a, b))"), 0),
            ["    r = f(", &format!("        {long},"), "        (a, b),", "    )"]
        );
        assert_eq!(broken(&format!("return ({long})"), 0).len(), 1);
    }

    #[test]
    fn numbers_in_names_sort_by_value() {
        let mut names = ["echo_i16", "echo_i8", "echo", "echo_i8_b", "b"];
        names.sort_by_key(|name| natural(name));
        assert_eq!(names, ["b", "echo", "echo_i8", "echo_i8_b", "echo_i16"]);
    }
}
