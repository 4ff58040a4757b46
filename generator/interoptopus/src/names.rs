//! Casing: splits a Rust identifier into words and joins them as another language does.

mod c_libraries;

pub use c_libraries::{is_in_c_libraries, is_reserved_in_c};

use std::collections::BTreeMap;

/// The words of an identifier: `parseHTTPHeader2` and `parse_http_header2` are `parse`, `http`, `header2`. There is at least one, unless
/// the identifier is empty: one that is nothing but `_` is its own word.
#[must_use]
pub fn words(identifier: &str) -> Vec<String> {
    let mut words = Vec::new();
    for part in identifier.split('_') {
        let letters: Vec<char> = part.chars().collect();
        let mut word = String::new();
        for (i, &letter) in letters.iter().enumerate() {
            let after_lower = i > 0 && (letters[i - 1].is_lowercase() || letters[i - 1].is_ascii_digit());
            let before_lower = i > 0 && letters.get(i + 1).is_some_and(|next| next.is_lowercase());
            if letter.is_uppercase() && (after_lower || before_lower) && !word.is_empty() {
                words.push(std::mem::take(&mut word));
            }
            word.extend(letter.to_lowercase());
        }
        if !word.is_empty() {
            words.push(word);
        }
    }
    if words.is_empty() && !identifier.is_empty() {
        words.push(identifier.to_owned());
    }
    words
}

/// `next_marker`.
#[must_use]
pub fn snake_case(identifier: &str) -> String {
    words(identifier).join("_")
}

/// `NEXT_MARKER`.
#[must_use]
pub fn shouty_case(identifier: &str) -> String {
    snake_case(identifier).to_uppercase()
}

/// `NextMarker`.
#[must_use]
pub fn pascal_case(identifier: &str) -> String {
    words(identifier).iter().map(|word| capitalised(word)).collect()
}

/// `nextMarker`.
#[must_use]
pub fn camel_case(identifier: &str) -> String {
    words(identifier).iter().enumerate().map(|(i, word)| if i == 0 { word.clone() } else { capitalised(word) }).collect()
}

/// The spelling of the names of one kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Casing {
    /// The spelling in Rust.
    Keep,
    /// `next_marker`.
    Snake,
    /// `NEXT_MARKER`.
    Shouty,
    /// `NextMarker`.
    Pascal,
    /// `nextMarker`.
    Camel,
}

impl Casing {
    /// `identifier`, spelled so.
    #[must_use]
    pub fn apply(self, identifier: &str) -> String {
        match self {
            Casing::Keep => identifier.to_owned(),
            Casing::Snake => snake_case(identifier),
            Casing::Shouty => shouty_case(identifier),
            Casing::Pascal => pascal_case(identifier),
            Casing::Camel => camel_case(identifier),
        }
    }
}

/// The kinds of names that a language spells in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ItemKind {
    /// Structs, enums, unions, opaque types, callbacks, services.
    Type,
    /// Free functions.
    Function,
    /// Constants.
    Constant,
    /// Fields of structs and unions, and of an enum's variants.
    Field,
    /// Variants of enums.
    Variant,
    /// Parameters of functions, methods and callbacks.
    Parameter,
    /// Constructors and methods of services.
    Method,
    /// Namespaces.
    Namespace,
}

/// The casings that a language's users chose for kinds of item; the others keep the language's own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Casings(BTreeMap<ItemKind, Casing>);

impl Casings {
    /// None was chosen.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Chooses `casing` for `kind`.
    pub fn set(&mut self, kind: ItemKind, casing: Casing) {
        self.0.insert(kind, casing);
    }

    /// The casing that was chosen for `kind`.
    #[must_use]
    pub fn get(&self, kind: ItemKind) -> Option<Casing> {
        self.0.get(&kind).copied()
    }

    /// `identifier` as was chosen for `kind`, or else with the language's own casing.
    #[must_use]
    pub fn apply(&self, kind: ItemKind, own: Casing, identifier: &str) -> String {
        self.get(kind).unwrap_or(own).apply(identifier)
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_split_where_a_reader_would_split_them() {
        for (identifier, expected) in [
            ("next_marker", "next marker"),
            ("NextMarker", "next marker"),
            ("parseHTTPHeader2", "parse http header2"),
            ("MAX_POINTS", "max points"),
            ("Vec2", "vec2"),
            ("Vec2D", "vec2 d"),
            ("__private", "private"),
            ("_", "_"),
            ("__", "__"),
            ("", ""),
            ("x", "x"),
            ("X", "x"),
            ("HTTP", "http"),
            ("HTTPServer", "http server"),
            ("I32x4", "i32x4"),
            ("Größe_Über", "größe über"),
        ] {
            assert_eq!(words(identifier).join(" "), expected, "{identifier}");
        }
    }

    #[test]
    fn each_casing_is_what_its_language_expects() {
        let name = "layer_name_len";
        assert_eq!(
            [snake_case(name), shouty_case(name), pascal_case(name), camel_case(name)],
            ["layer_name_len", "LAYER_NAME_LEN", "LayerNameLen", "layerNameLen"]
        );
        assert_eq!([snake_case("_"), shouty_case("_"), pascal_case("_"), camel_case("_")], ["_"; 4]);
    }

    #[test]
    fn a_casing_is_chosen_for_a_kind_of_item_and_others_keep_their_own() {
        let name = "next_Marker";
        let all = [Casing::Keep, Casing::Snake, Casing::Shouty, Casing::Pascal, Casing::Camel];
        assert_eq!(all.map(|c| c.apply(name)), ["next_Marker", "next_marker", "NEXT_MARKER", "NextMarker", "nextMarker"]);
        let mut casings = Casings::new();
        casings.set(ItemKind::Field, Casing::Camel);
        casings.set(ItemKind::Field, Casing::Shouty);
        assert_eq!(casings.apply(ItemKind::Field, Casing::Pascal, name), "NEXT_MARKER");
        assert_eq!(casings.apply(ItemKind::Variant, Casing::Pascal, name), "NextMarker");
        assert_eq!([casings.get(ItemKind::Field), casings.get(ItemKind::Type)], [Some(Casing::Shouty), None]);
    }
}
