//! Equality by value, where the language does not write it.

use super::blocks::inherited;
use super::types::CsType;
use interoptopus::Writer;

/// A field, as equality sees it.
pub(crate) struct Member<'a> {
    /// The name for users, if they see it.
    pub(crate) public: Option<&'a str>,
    /// The name of the memory.
    pub(crate) storage: String,
    /// The type of the memory.
    pub(crate) ty: &'a CsType,
}

/// Equality of a struct with these members, for C# without records.
pub(crate) fn emit_equality(w: &mut Writer, name: &str, members: &[Member<'_>]) {
    let equal = |m: &Member<'_>| {
        let Member { public: _, storage, ty } = m;
        if ty.is_integer() { format!("{storage} == other.{storage}") } else { format!("{storage}.Equals(other.{storage})") }
    };
    let all: Vec<_> = members.iter().map(equal).collect();
    let all = if all.is_empty() { "true".to_owned() } else { all.join(" && ") };
    let hash =
        members.iter().map(|m| format!("{}.GetHashCode()", m.storage)).reduce(|hash, next| format!("({hash} * 31 + {next})"));
    let hash = hash.unwrap_or_else(|| "0".to_owned());
    let hash = hash.strip_prefix('(').and_then(|h| h.strip_suffix(')')).filter(|_| members.len() > 1).unwrap_or(&hash).to_owned();
    let shown: Vec<_> =
        members.iter().filter_map(|m| m.public).map(|name| format!("{} = {{{name}}}", name.trim_start_matches('@'))).collect();
    w.blank();
    inherited(w, &format!("public bool Equals({name} other) => {all};"));
    inherited(w, &format!("public override bool Equals(object obj) => obj is {name} other && Equals(other);"));
    inherited(w, &format!("public override int GetHashCode() => unchecked({hash});"));
    inherited(w, &format!("public override string ToString() => $\"{name} {{{{ {} }}}}\";", shown.join(", ")));
    operators(w, name);
}

/// `==` and `!=` by `Equals`.
pub(crate) fn operators(w: &mut Writer, name: &str) {
    w.line("/// <summary>Whether both are equal.</summary>");
    w.line(format!("public static bool operator ==({name} left, {name} right) => left.Equals(right);"));
    w.blank();
    w.line("/// <summary>Whether they are not equal.</summary>");
    w.line(format!("public static bool operator !=({name} left, {name} right) => !left.Equals(right);"));
}
