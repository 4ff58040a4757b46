//! Brackets in source text that is masked: where they close, and what lies between the commas in them.

/// Where the bracket at `open` closes; the end if it does not.
pub(super) fn closing(code: &str, open: usize) -> usize {
    let mut depth = 0_u32;
    for (i, byte) in code.bytes().enumerate().skip(open) {
        match byte {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' => depth = depth.saturating_sub(1),
            _ => continue,
        }
        if depth == 0 {
            return i;
        }
    }
    code.len()
}

/// The parts between commas that are in no bracket.
pub(super) fn parts(code: &str, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let (mut begin, mut at) = (from, from);
    while at < to {
        match code.as_bytes()[at] {
            b'(' | b'[' | b'{' => at = closing(code, at).min(to),
            b',' => {
                parts.push((begin, at));
                begin = at + 1;
            }
            _ => {}
        }
        at += 1;
    }
    parts.push((begin, to.max(begin)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_nest_and_what_never_closes_ends_with_the_text() {
        let code = "f(a[1], {b, c}) d";
        assert_eq!(closing(code, 1), 14);
        assert_eq!(parts(code, 2, 14).into_iter().map(|(from, to)| &code[from..to]).collect::<Vec<_>>(), ["a[1]", " {b, c}"]);
        assert_eq!(closing("f(", 1), 2);
        assert_eq!(parts("(", 0, 1), [(0, 1)]);
    }
}
