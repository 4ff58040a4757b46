//! How a type crosses: its annotations, and the expressions that turn one side's value into the other's.

/// How values of a type cross wherever they stand: as an argument, a result, a field, an item of a slice.
///
/// As a parameter of its own some have a better way, such as a slice, which is two: see [`Passage`](crate::passage::Passage).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Conversion {
    /// The annotation of what goes in.
    pub(crate) takes: String,
    /// The annotation of what comes out.
    pub(crate) gives: String,
    /// The annotation of a field, which is both.
    pub(crate) holds: String,
    /// From Python's value to what cffi takes for it; or why there is none.
    pub(crate) to_c: Result<Template, String>,
    /// From cffi's value to a Python value of its own, a copy; or why there is none.
    pub(crate) from_c: Result<Template, String>,
}

impl Conversion {
    /// A value that is the same in Python and in cffi.
    pub(crate) fn same(annotation: String) -> Self {
        Conversion::converted(annotation, Template::same(), Template::same())
    }

    /// A value with one annotation.
    pub(crate) fn converted(annotation: String, to_c: Template, from_c: Template) -> Self {
        Conversion { takes: annotation.clone(), gives: annotation.clone(), holds: annotation, to_c: Ok(to_c), from_c: Ok(from_c) }
    }

    /// A type that cannot cross here.
    pub(crate) fn refused(reason: &str) -> Self {
        let [takes, gives, holds] = [const { String::new() }; 3];
        Conversion { takes, gives, holds, to_c: Err(reason.to_owned()), from_c: Err(reason.to_owned()) }
    }
}

/// An expression with `$` where a value stands, and [`Template::KEPT`] where the list stands that keeps alive what a value of C leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Template(String);

impl Template {
    /// The list of a call that every conversion adds its memory to, and that is there until what the call returned has been read. Who
    /// writes the expression down names it: see [`kept_by`].
    pub(crate) const KEPT: char = '@';

    /// The value itself.
    pub(crate) fn same() -> Self {
        Template::new("$")
    }

    pub(crate) fn new(text: impl Into<String>) -> Self {
        Template(text.into())
    }

    /// The expression for `value`.
    pub(crate) fn of(&self, value: &str) -> String {
        self.0.replace('$', value)
    }

    pub(crate) fn is_same(&self) -> bool {
        self.0 == "$"
    }

    /// Whether what it makes has no type to a type checker, as all that comes from cffi.
    pub(crate) fn is_untyped(&self) -> bool {
        self.is_same() || self.0.trim_start_matches('(').starts_with("ffi.")
    }

    /// Whether it mentions the value more than once, so that it should be a variable.
    pub(crate) fn repeats(&self) -> bool {
        self.0.matches('$').count() > 1
    }

    /// A variable for the items of a comprehension around this expression.
    pub(crate) fn item(&self) -> String {
        format!("item{}", "_".repeat(self.0.matches(" for item").count()))
    }
}

/// An expression made of templates, where the list that keeps memory is called `list`.
pub(crate) fn kept_by(expression: &str, list: &str) -> String {
    expression.replace(Template::KEPT, list)
}

/// What functions that convert call the list that keeps memory.
pub(crate) const KEPT: &str = "kept";
