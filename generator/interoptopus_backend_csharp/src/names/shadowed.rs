//! Shadowed names, which are written in full.

/// `text` with each name of `shadowed` in it, unless it is a member of something, as `absolute` makes it.
pub(crate) fn qualified(text: &str, shadowed: &[String], absolute: impl Fn(&str) -> String) -> String {
    let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '@';
    let (mut out, mut rest) = (String::new(), text);
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| is_part(c) != is_part(first)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        let is_member = out.ends_with('.') || out.ends_with("::");
        let is_shadowed = !is_member && shadowed.iter().any(|name| name == word);
        out += &if is_shadowed { absolute(word) } else { word.to_owned() };
        rest = after;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shadowed_is_qualified_where_it_stands_alone() {
        let absolute = |name: &str| format!("global::My.{name}");
        let of = |text: &str| qualified(text, &["Circle".to_owned()], absolute);
        assert_eq!(of("FfiOption<Circle>"), "FfiOption<global::My.Circle>");
        assert_eq!(of("Circles.Circle"), "Circles.Circle");
        assert_eq!(
            of("$.HasValue ? new CircleX($) : default(Circle?)"),
            "$.HasValue ? new CircleX($) : default(global::My.Circle?)"
        );
    }
}
