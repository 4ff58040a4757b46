//! Links in parts: which path, and what kind of item.

use crate::model::item::Item;

/// What Rust calls the item at `path`: bindings may call it otherwise.
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
    /// Whether it began with `crate::` or its like: then a re-export may be meant.
    pub(super) is_local: bool,
    pub(super) wants: Wants,
    /// What was written, if it is one of the types that a generic one stands for: `Pair<u8, f32>`.
    pub(super) instance: Option<&'a str>,
}

/// What kind of item a link says that it leads to.
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

    /// Whether the modules before the last `own` parts are where the item at `path` is.
    pub(super) fn is_at(&self, path: &str, own: usize) -> bool {
        let modules = &self.parts[..self.parts.len() - own];
        let place: Vec<&str> = without_arguments(path).split("::").collect();
        place[..place.len() - 1].ends_with(modules)
    }
}
