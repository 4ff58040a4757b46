//! Casing: that of C#, unless the configuration says otherwise for a kind of item.

use crate::names::reserved::USED_IN_BODIES;
use crate::syntax::{escaped, started, upper_camel};
use interoptopus::names::{Casings, ItemKind, camel_case, pascal_case};

/// The casing of names: that of C#, unless the configuration says otherwise for a kind of item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Naming(pub(crate) Casings);

impl Naming {
    /// The name of an item of `kind`.
    pub(crate) fn of(&self, kind: ItemKind, rust: &str) -> String {
        match (self.0.get(kind), kind) {
            (Some(casing), _) => escaped(&started(casing.apply(rust))),
            (None, ItemKind::Type | ItemKind::Variant) => upper_camel(rust),
            (None, ItemKind::Parameter) => escaped(&started(camel_case(rust))),
            (None, ItemKind::Function | ItemKind::Constant | ItemKind::Field | ItemKind::Method | ItemKind::Namespace) => {
                started(pascal_case(rust))
            }
        }
    }

    pub(crate) fn ty(&self, rust: &str) -> String {
        self.of(ItemKind::Type, rust)
    }

    pub(crate) fn variant(&self, rust: &str) -> String {
        self.of(ItemKind::Variant, rust)
    }

    pub(crate) fn field(&self, rust: &str) -> String {
        self.of(ItemKind::Field, rust)
    }

    pub(crate) fn function(&self, rust: &str) -> String {
        self.of(ItemKind::Function, rust)
    }

    pub(crate) fn method(&self, rust: &str) -> String {
        self.of(ItemKind::Method, rust)
    }

    pub(crate) fn constant(&self, rust: &str) -> String {
        self.of(ItemKind::Constant, rust)
    }

    pub(crate) fn namespace(&self, rust: &str) -> String {
        self.of(ItemKind::Namespace, rust)
    }

    /// The name of a parameter, which is the one at `index`.
    pub(crate) fn parameter(&self, rust: &str, index: usize) -> String {
        match self.of(ItemKind::Parameter, rust) {
            // `_ = x;` would not discard any more.
            name if name.trim_matches('_').is_empty() => format!("arg{index}"),
            // No `@` helps: `nameof(x)` would be a call of it.
            name if name == "nameof" => "nameOf".to_owned(),
            // It would be found where the body means the type.
            name if USED_IN_BODIES.contains(&name.as_str()) || name.starts_with("Ffi") => escaped(&camel_case(rust)),
            // What is made of another parameter ends so.
            name if name.ends_with('_') => format!("{name}{index}"),
            name => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::names::members::{fresh, local};
    use interoptopus::names::Casing;

    #[test]
    fn names_are_cased_as_csharp_does() {
        assert_eq!(upper_camel("XY"), "XY");
        assert_eq!(upper_camel("Vec2D"), "Vec2D");
        assert_eq!(upper_camel("snake_type"), "SnakeType");
        let naming = Naming::default();
        assert_eq!(naming.constant("MAX_POINTS"), "MaxPoints");
        assert_eq!(naming.function("next_marker"), "NextMarker");
        assert_eq!(naming.parameter("by_value", 0), "byValue");
    }

    #[test]
    fn a_name_that_csharp_could_not_read_is_made_readable() {
        let naming = Naming::default();
        assert_eq!(naming.parameter("event", 0), "@event");
        assert_eq!(naming.parameter("value", 0), "value");
        assert_eq!(naming.parameter("await", 0), "@await");
        assert_eq!(naming.parameter("_", 3), "arg3");
        assert_eq!(naming.field("_0"), "_0");
        assert_eq!(naming.field("__"), "__");
    }

    #[test]
    fn the_configuration_cases_one_kind_of_item_otherwise() {
        let mut naming = Naming::default();
        naming.0.set(ItemKind::Constant, Casing::Shouty);
        naming.0.set(ItemKind::Parameter, Casing::Keep);
        assert_eq!(naming.constant("max_points"), "MAX_POINTS");
        assert_eq!(naming.parameter("by_value", 0), "by_value");
        assert_eq!(naming.parameter("event", 0), "@event");
        assert_eq!(naming.function("next_marker"), "NextMarker");
    }

    #[test]
    fn locals_collide_with_no_parameter() {
        assert_eq!(local("@event"), "event_");
        assert_eq!(fresh("lease", &["limit"]), "lease");
        assert_eq!(fresh("lease", &["lease"]), "lease__");
        let mut naming = Naming::default();
        naming.0.set(ItemKind::Parameter, Casing::Keep);
        assert_eq!(naming.parameter("x_", 1), "x_1");
    }
}
