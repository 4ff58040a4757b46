//! Casing: that of C#, unless the configuration says otherwise for a kind of item.

use crate::names::reserved::USED_IN_BODIES;
use crate::syntax::{Identifier, started, upper_camel};
use interoptopus::names::{Casings, ItemKind, camel_case, pascal_case};

/// The casing of names: that of C#, unless the configuration says otherwise for a kind of item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Naming(pub(crate) Casings);

impl Naming {
    /// The name of an item of `kind`.
    pub(crate) fn of(&self, kind: ItemKind, rust: &str) -> Identifier {
        match (self.0.get(kind), kind) {
            (Some(casing), _) => started(casing.apply(rust)).into(),
            (None, ItemKind::Type | ItemKind::Variant) => upper_camel(rust).into(),
            (None, ItemKind::Parameter) => started(camel_case(rust)).into(),
            (None, ItemKind::Function | ItemKind::Constant | ItemKind::Field | ItemKind::Method | ItemKind::Namespace) => {
                started(pascal_case(rust)).into()
            }
        }
    }

    pub(crate) fn ty(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Type, rust)
    }

    pub(crate) fn variant(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Variant, rust)
    }

    pub(crate) fn field(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Field, rust)
    }

    pub(crate) fn function(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Function, rust)
    }

    pub(crate) fn method(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Method, rust)
    }

    pub(crate) fn constant(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Constant, rust)
    }

    pub(crate) fn namespace(&self, rust: &str) -> Identifier {
        self.of(ItemKind::Namespace, rust)
    }

    /// The name of a parameter, which is the one at `index`.
    pub(crate) fn parameter(&self, rust: &str, index: usize) -> Identifier {
        match self.of(ItemKind::Parameter, rust) {
            // `_ = x;` would not discard any more.
            name if name.is_blank() => format!("arg{index}").into(),
            // No `@` helps: `nameof(x)` would be a call of it.
            name if name.word() == "nameof" => "nameOf".into(),
            // It would be found where the body means the type.
            name if USED_IN_BODIES.contains(&name.word()) || name.word().starts_with("Ffi") => camel_case(rust).into(),
            // What is made of another parameter ends so.
            name if name.word().ends_with('_') => format!("{}{index}", name.word()).into(),
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
        assert_eq!(naming.constant("MAX_POINTS").to_string(), "MaxPoints");
        assert_eq!(naming.function("next_marker").to_string(), "NextMarker");
        assert_eq!(naming.parameter("by_value", 0).to_string(), "byValue");
    }

    #[test]
    fn a_name_that_csharp_could_not_read_is_made_readable() {
        let naming = Naming::default();
        assert_eq!(naming.parameter("event", 0).to_string(), "@event");
        assert_eq!(naming.parameter("value", 0).to_string(), "value");
        assert_eq!(naming.parameter("await", 0).to_string(), "@await");
        assert_eq!(naming.parameter("_", 3).to_string(), "arg3");
        assert_eq!(naming.field("_0").to_string(), "_0");
        assert_eq!(naming.field("__").to_string(), "__");
    }

    #[test]
    fn the_configuration_cases_one_kind_of_item_otherwise() {
        let mut naming = Naming::default();
        naming.0.set(ItemKind::Constant, Casing::Shouty);
        naming.0.set(ItemKind::Parameter, Casing::Keep);
        assert_eq!(naming.constant("max_points").to_string(), "MAX_POINTS");
        assert_eq!(naming.parameter("by_value", 0).to_string(), "by_value");
        assert_eq!(naming.parameter("event", 0).to_string(), "@event");
        assert_eq!(naming.function("next_marker").to_string(), "NextMarker");
    }

    #[test]
    fn locals_collide_with_no_parameter() {
        assert_eq!(local(&"event".into()), "event_");
        assert_eq!(fresh("lease", &["limit"]), "lease");
        assert_eq!(fresh("lease", &["lease"]), "lease__");
        let mut naming = Naming::default();
        naming.0.set(ItemKind::Parameter, Casing::Keep);
        assert_eq!(naming.parameter("x_", 1).to_string(), "x_1");
    }
}
