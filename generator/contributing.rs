//! The tables of CONTRIBUTING.md that tests read: their first cell is a path, their second has names in backticks.

/// The rows of the table with the line `head`.
pub(crate) fn rows<'a>(contributing: &'a str, head: &str) -> Vec<(&'a str, &'a str)> {
    let lines = contributing.lines().skip_while(|line| *line != head).skip(2);
    let rows =
        lines.take_while(|line| line.starts_with('|')).map(|line| line.trim_matches('|').split_once('|').unwrap_or((line, "")));
    rows.map(|(path, names)| (path.trim().trim_matches('`'), names.trim())).collect()
}

/// The names in a cell, or in a part of one.
pub(crate) fn names<T: FromIterator<String>>(cell: &str) -> T {
    cell.split_whitespace().map(|name| name.trim_matches('`').to_owned()).collect()
}
