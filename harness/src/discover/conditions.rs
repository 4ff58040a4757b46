//! `#if`, `#ifdef`, `#elif`, `#else`, `#endif` and `#define` of C and C#: blanks what the compiler will not see.

use std::collections::HashMap;

/// `masked` without the lines that are switched off, if `symbols` are what is defined, and without the directives.
/// Names that are not defined are 0, as in C.
pub(super) fn active(masked: &str, symbols: &[(&str, i64)]) -> String {
    let mut defined: HashMap<String, i64> = symbols.iter().map(|&(name, value)| (name.to_owned(), value)).collect();
    // For each open `#if`: whether its present branch is on, and whether one of its branches was.
    let mut open: Vec<(bool, bool)> = Vec::new();
    let mut out = String::with_capacity(masked.len());
    let mut continued = false;
    for line in masked.split_inclusive('\n') {
        let on = open.iter().all(|&(on, _)| on);
        let directive = if continued { Some("") } else { line.trim_start().strip_prefix('#').map(str::trim) };
        continued = directive.is_some() && line.trim_end().ends_with('\\');
        let Some(directive) = directive else {
            out.push_str(&if on { line.to_owned() } else { blanked(line) });
            continue;
        };
        out.push_str(&blanked(line));
        let (word, rest) = directive.split_at(directive.find(|c: char| !c.is_alphanumeric()).unwrap_or(directive.len()));
        let rest = rest.trim();
        match word {
            "if" => branch(&mut open, value(rest, &defined) != 0),
            "ifdef" => branch(&mut open, defined.contains_key(rest)),
            "ifndef" => branch(&mut open, !defined.contains_key(rest)),
            "elif" => {
                if let Some((on, was)) = open.last_mut() {
                    *on = !*was && value(rest, &defined) != 0;
                    *was |= *on;
                }
            }
            "else" => {
                if let Some((on, was)) = open.last_mut() {
                    *on = !*was;
                    *was = true;
                }
            }
            "endif" => drop(open.pop()),
            "define" if on => {
                let (name, value) = rest.split_once(char::is_whitespace).unwrap_or((rest, "1"));
                defined.insert(name.to_owned(), value.trim().parse().unwrap_or(1));
            }
            "undef" if on => drop(defined.remove(rest)),
            _ => {}
        }
    }
    out
}

fn branch(open: &mut Vec<(bool, bool)>, on: bool) {
    open.push((on, on));
}

fn blanked(line: &str) -> String {
    line.bytes().map(|b| if b == b'\n' { '\n' } else { ' ' }).collect()
}

/// The value of a condition; what cannot be read is 0.
fn value(condition: &str, defined: &HashMap<String, i64>) -> i64 {
    Condition { rest: condition, defined }.either().unwrap_or(0)
}

struct Condition<'a> {
    rest: &'a str,
    defined: &'a HashMap<String, i64>,
}

impl<'a> Condition<'a> {
    fn take(&mut self, token: &str) -> bool {
        self.rest = self.rest.trim_start();
        self.rest.strip_prefix(token).map(|rest| self.rest = rest).is_some()
    }

    fn either(&mut self) -> Option<i64> {
        let mut left = self.both()?;
        while self.take("||") {
            let right = self.both()?;
            left = i64::from(left != 0 || right != 0);
        }
        Some(left)
    }

    fn both(&mut self) -> Option<i64> {
        let mut left = self.compared()?;
        while self.take("&&") {
            let right = self.compared()?;
            left = i64::from(left != 0 && right != 0);
        }
        Some(left)
    }

    fn compared(&mut self) -> Option<i64> {
        let left = self.one()?;
        let compare: fn(&i64, &i64) -> bool = match () {
            () if self.take("==") => i64::eq,
            () if self.take("!=") => i64::ne,
            () if self.take(">=") => i64::ge,
            () if self.take("<=") => i64::le,
            () if self.take(">") => i64::gt,
            () if self.take("<") => i64::lt,
            () => return Some(left),
        };
        self.one().map(|right| i64::from(compare(&left, &right)))
    }

    fn one(&mut self) -> Option<i64> {
        if self.take("!") {
            return self.one().map(|value| i64::from(value == 0));
        }
        if self.take("(") {
            let value = self.either()?;
            return self.take(")").then_some(value);
        }
        match self.word()? {
            "defined" => {
                let bracket = self.take("(");
                let known = self.defined.contains_key(self.word()?);
                (!bracket || self.take(")")).then_some(i64::from(known))
            }
            "true" => Some(1),
            "false" => Some(0),
            word => match word.trim_end_matches(['u', 'U', 'l', 'L']).parse() {
                Ok(number) => Some(number),
                Err(_) => Some(self.defined.get(word).copied().unwrap_or(0)),
            },
        }
    }

    fn word(&mut self) -> Option<&'a str> {
        let rest = self.rest.trim_start();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (word, rest) = rest.split_at(end);
        self.rest = rest;
        (!word.is_empty()).then_some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn left(text: &str, symbols: &[(&str, i64)], expected: &str) {
        let result = active(text, symbols);
        assert_eq!(result.split_whitespace().collect::<Vec<_>>().join(" "), expected);
        assert_eq!(result.len(), text.len());
    }

    #[test]
    fn only_the_first_branch_that_holds_is_left() {
        let text = "a\n#if UNITY\nb\n#elif NET\nc\n#else\nd\n#endif\ne\n";
        left(text, &[("UNITY", 1)], "a b e");
        left(text, &[("NET", 1)], "a c e");
        left(text, &[("UNITY", 1), ("NET", 1)], "a b e");
        left(text, &[], "a d e");
    }

    #[test]
    fn conditions_nest_and_are_calculated() {
        left("#if !UNITY && (A || B)\na\n#if 0\nb\n#endif\nc\n#endif", &[("B", 1)], "a c");
        left("#if defined(X) && X >= 201112L\na\n#endif\n#ifndef X\nb\n#endif", &[("X", 201_710)], "a");
        left("#if X == true\na\n#else\nb\n#endif", &[("X", 1)], "a");
    }

    #[test]
    fn definitions_count_where_they_are_on() {
        left("#define A\n#if A\na\n#endif\n#if 0\n#define B\n#endif\n#ifdef B\nb\n#endif", &[], "a");
        left("#define M(x) \\\n  TEST(x)\na", &[], "a");
    }
}
