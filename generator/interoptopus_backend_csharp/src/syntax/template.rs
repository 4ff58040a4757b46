//! Templates: expressions of C# with holes for a value.

/// An expression with holes: `$` is the value, `@` the name of the parameter that it came in by, as a string.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(String);

impl Template {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Template(text.into())
    }

    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// The value itself.
    pub(crate) fn same() -> Self {
        Template::new("$")
    }

    /// Whether there is a third hole, `#`, for what makes memory for the time of a call.
    pub(crate) fn needs_arena(&self) -> bool {
        self.0.contains('#')
    }

    pub(crate) fn is_same(&self) -> bool {
        self.0 == "$"
    }

    /// Whether the value is written once, so that it may be a call.
    pub(crate) fn is_single(&self) -> bool {
        self.0.matches('$').count() == 1
    }

    /// The expression for `value`, where the expression `parameter` says what it came in by.
    pub(crate) fn with(&self, value: &str, parameter: &str) -> String {
        let mut all = self.0.chars().peekable();
        let mut filled = String::new();
        while let Some(c) = all.next() {
            // Before a word it is how C# writes a name that it has a use for.
            let is_name = all.peek().is_some_and(|next| next.is_alphabetic() || *next == '_');
            match c {
                '$' => filled += value,
                '@' if !is_name => filled += parameter,
                other => filled.push(other),
            }
        }
        filled
    }

    /// The expression for `value`, which came in by `parameter`.
    pub(crate) fn of(&self, value: &str, parameter: &str) -> String {
        self.with(value, &format!("nameof({parameter})"))
    }

    /// The expression for a value that comes out, or is called `value`.
    pub(crate) fn apply(&self, value: &str) -> String {
        self.of(value, "value")
    }

    /// This with another hole, such as `$.Value`.
    pub(crate) fn on(&self, hole: &str) -> String {
        self.with(hole, "@")
    }
}

impl From<String> for Template {
    fn from(text: String) -> Self {
        Template(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_is_filled_in_one_pass() {
        let template = Template::new("$.HasValue ? $.Value.Checked(@) : default");
        assert_eq!(template.of("@event", "@event"), "@event.HasValue ? @event.Value.Checked(nameof(@event)) : default");
        assert!(!template.is_single());
        assert_eq!(Template::new("new FfiOption<@record>($, @)").of("a", "b"), "new FfiOption<@record>(a, nameof(b))");
        assert_eq!(Template::new("$ != 0").on("$.Value"), "$.Value != 0");
    }
}
