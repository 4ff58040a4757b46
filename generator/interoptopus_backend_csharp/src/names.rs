//! Identifiers of C#: casing, keywords, and collisions, which are refused by name.

use crate::refusals::Refusals;
use crate::syntax::{escaped, started, upper_camel};
use interoptopus::names::{Casings, ItemKind, camel_case, pascal_case};
use std::collections::BTreeMap;

/// Names of types that generated code uses, and so would mistake for a type of the library.
pub(crate) const USED_TYPES: &[&str] = &[
    "@nint",
    "@nuint",
    "@unmanaged",
    "@var",
    "AOT",
    "ArgumentException",
    "ArgumentNullException",
    "ArgumentOutOfRangeException",
    "Array",
    "AttributeTargets",
    "BitConverter",
    "BusyException",
    "CLong",
    "CULong",
    "CallScope",
    "CallingConvention",
    "DllImport",
    "Encoding",
    "Exception",
    "ExceptionDispatchInfo",
    "FfiAligned",
    "FfiArena",
    "FfiCallback",
    "FfiCallbacks",
    "FfiCallbackScope",
    "FfiChars",
    "FfiChecks",
    "FfiHandle",
    "FfiLease",
    "FfiMemory",
    "FfiNonZero",
    "FfiOption",
    "FfiPin",
    "FfiResult",
    "FfiSlice",
    "FfiStatus",
    "FfiStr",
    "FfiUtf8",
    "FfiValues",
    "GC",
    "GCHandle",
    "GCHandleType",
    "HashCode",
    "IDisposable",
    "IndexOutOfRangeException",
    "InlineArray",
    "Int128",
    "IntPtr",
    "Interlocked",
    "InvalidOperationException",
    "InteropException",
    "LayoutKind",
    "Marshal",
    "MemoryMarshal",
    "Native",
    "NativeMemory",
    "NotNullIfNotNull",
    "PanicException",
    "Rune",
    "SafeHandle",
    "Serializable",
    "StructLayout",
    "StructuralComparisons",
    "System",
    "Thread",
    "ThreadAbortException",
    "ThreadStatic",
    "UInt128",
    "UIntPtr",
    "Unmanaged",
    "UnmanagedFunctionPointer",
    "UnscopedRef",
    "Unsafe",
    "UTF8Encoding",
    "Volatile",
];

/// What every class inherits or generated ones have: a member that is called so would hide it.
pub(crate) const INHERITED: &[&str] =
    &["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

/// What the body of a method names as a value: a method that is called so would be found instead.
pub(crate) const USED_IN_BODIES: &[&str] = &[
    "ArgumentNullException",
    "Array",
    "BitConverter",
    "FfiArena",
    "FfiChars",
    "FfiMemory",
    "FfiNonZero",
    "FfiStatus",
    "FfiUtf8",
    "IntPtr",
    "Native",
    "UIntPtr",
];

/// What an enum with data names within itself: a case that is called so would be found instead.
pub(crate) const USED_IN_CASES: &[&str] = &[
    "CLong",
    "CULong",
    "Deconstruct",
    "Int128",
    "IntPtr",
    "InvalidOperationException",
    "FfiChars",
    "FfiNonZero",
    "FfiOption",
    "FfiSlice",
    "FfiStr",
    "Func",
    "IEquatable",
    "LayoutKind",
    "PrintMembers",
    "Rune",
    "TResult",
    "UInt128",
    "UIntPtr",
];

/// What C# calls things: as it is used to, unless the configuration says otherwise for a kind of item.
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

/// The name of what generated code makes of the parameter `name`: no parameter has an underscore at the end.
pub(crate) fn local(name: &str) -> String {
    format!("{}_", name.trim_start_matches('@'))
}

/// `wanted`, or if a parameter is called so a name that none can have, nor what is made of one.
pub(crate) fn fresh(wanted: &str, taken: &[&str]) -> String {
    if taken.contains(&wanted) { format!("{wanted}__") } else { wanted.to_owned() }
}

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

/// The names in one place of C#, each with the Rust item that has it.
pub(crate) struct Scope {
    place: String,
    taken: BTreeMap<String, String>,
}

impl Scope {
    /// A scope, such as "the class `Interop`", in which `reserved` names are taken.
    pub(crate) fn new(place: impl Into<String>, reserved: &[&str], why: &str) -> Self {
        Scope { place: place.into(), taken: reserved.iter().map(|&name| (name.to_owned(), why.to_owned())).collect() }
    }

    /// Takes `name` for what generated code makes for itself.
    pub(crate) fn reserve(&mut self, name: impl Into<String>, why: &str) {
        self.taken.insert(name.into(), why.to_owned());
    }

    /// Takes `name` for the Rust item at `path`, or refuses that.
    pub(crate) fn claim(&mut self, name: &str, path: &str, refusals: &mut Refusals) {
        if let Some(other) = self.taken.get(name) {
            refusals.add(path, format!("C# would call it `{name}`, which in {} is {other}: rename one of them", self.place));
        } else {
            self.taken.insert(name.to_owned(), format!("`{path}`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    #[test]
    fn a_collision_is_refused_by_both_names() {
        let (mut scope, mut refusals) = (Scope::new("the class `Interop`", &[], ""), Refusals::default());
        scope.claim("MaxPoints", "a::MAX_POINTS", &mut refusals);
        scope.claim("MaxPoints", "a::max_points", &mut refusals);
        let reasons: Vec<_> =
            refusals.or(()).unwrap_err().items.into_iter().map(|r| format!("{}: {}", r.item, r.reason)).collect();
        let expected =
            "a::max_points: C# would call it `MaxPoints`, which in the class `Interop` is `a::MAX_POINTS`: rename one of them";
        assert_eq!(reasons, [expected]);
    }
}
