//! Links in parts: which path, and what kind of item.

use crate::model::item::Item;

/// The name in Rust of the item at `path`; in bindings it may have another.
pub(super) fn rust_name(path: &str) -> &str {
    without_arguments(path).rsplit("::").next().unwrap_or_default()
}

/// `my_lib::Pair` for `my_lib::Pair<u8, f32>`.
pub(super) fn without_arguments(path: &str) -> &str {
    path.split('<').next().unwrap_or_default()
}

/// A link in parts.
pub(super) struct Link<'a> {
    /// The path without `crate::` and its like.
    pub(super) parts: Vec<&'a str>,
    /// True if it began with `crate::` or its like: then a re-export may be meant.
    pub(super) is_local: bool,
    pub(super) wants: Wants,
    /// The text, if it names an instance of a generic type: `Pair<u8, f32>`.
    pub(super) instance: Option<&'a str>,
}

/// The kind of item that a link asks for.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Wants {
    Anything,
    Type,
    Function,
    Constant,
}

impl Wants {
    pub(super) fn allows(self, item: Item) -> bool {
        let wanted = match item {
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_) => Wants::Type,
            Item::Function(_) | Item::Constructor(..) | Item::Method(..) => Wants::Function,
            Item::Constant(_) => Wants::Constant,
            Item::Field(..) | Item::Variant(..) | Item::UnionField(..) | Item::Case(..) | Item::CaseField(..) => {
                return self == Wants::Anything;
            }
        };
        self == Wants::Anything || self == wanted
    }
}

impl<'a> Link<'a> {
    pub(super) fn of(link: &'a str, library: &str) -> Option<Self> {
        let link = link.trim().trim_matches('`').trim();
        let (kind, path) = link.split_once('@').map_or(("", link), |(kind, path)| (kind.trim(), path.trim()));
        let path = path
            .split_once('#')
            .filter(|(_, after)| !after.contains("::") && !path.contains("r#"))
            .map_or(path, |(path, _)| path);
        let instance = path.ends_with('>').then_some(path);
        let path = without_arguments(path);
        let called = path.strip_suffix("()");
        let wants = match kind {
            "struct" | "enum" | "union" | "type" | "tyalias" | "typealias" => Wants::Type,
            "fn" | "function" | "method" => Wants::Function,
            "const" | "constant" | "value" => Wants::Constant,
            _ if called.is_some() => Wants::Function,
            _ => Wants::Anything,
        };
        let mut parts: Vec<&str> = called.unwrap_or(path).split("::").map(|p| p.strip_prefix("r#").unwrap_or(p)).collect();
        let local = parts.iter().take_while(|&&p| matches!(p, "crate" | "self" | "super") || p == library).count();
        parts.drain(..local);
        let is_path = !parts.is_empty() && parts.iter().all(|p| !p.is_empty());
        is_path.then_some(Link { parts, is_local: local > 0, wants, instance })
    }

    /// True if the item at `path` is in the modules before the last `own` parts.
    pub(super) fn is_at(&self, path: &str, own: usize) -> bool {
        let modules = &self.parts[..self.parts.len() - own];
        let place: Vec<&str> = without_arguments(path).split("::").collect();
        place[..place.len() - 1].ends_with(modules)
    }
}
