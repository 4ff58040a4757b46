//! Declarations that only some compilers see.

use interoptopus::Writer;

/// A macro that is defined where a declaration can be seen.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Condition(String);

impl Condition {
    /// Where `name` is defined.
    #[must_use]
    pub fn defined(name: impl Into<String>) -> Self {
        Condition(name.into())
    }

    /// Prints `emit` within the condition; without one if there is `None`.
    pub fn emit(this: Option<&Self>, w: &mut Writer, emit: impl FnOnce(&mut Writer)) {
        let Some(Condition(name)) = this else { return emit(w) };
        w.line(format!("#ifdef {name}"));
        emit(w);
        w.line("#endif");
    }
}
