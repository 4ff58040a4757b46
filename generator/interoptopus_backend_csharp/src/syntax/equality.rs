//! Equality by value, where the language does not write it.

use super::blocks::inherited;
use super::expressions::{Expr, Operator};
use super::hashes::combined;
use super::identifiers::Identifier;
use super::types::CsType;
use interoptopus::Writer;

/// A field, as equality sees it.
pub(crate) struct Member<'a> {
    /// The name for users, if they see it.
    pub(crate) public: Option<&'a Identifier>,
    /// The name of the memory.
    pub(crate) storage: Identifier,
    /// The type of the memory.
    pub(crate) ty: &'a CsType,
}

/// Equality of a struct with these members, for C# without records.
pub(crate) fn emit_equality(w: &mut Writer, name: &str, members: &[Member<'_>]) {
    let equal = |m: &Member<'_>| -> Expr {
        let Member { public: _, storage, ty } = m;
        let (this, other) = (Expr::from(storage), Expr::from("other").member(storage.clone()));
        if ty.is_integer() { this.binary(Operator::Equal, other) } else { this.method("Equals", [other]) }
    };
    let all = members.iter().map(equal).reduce(|all, next| all.binary(Operator::And, next)).unwrap_or_else(|| "true".into());
    let mut hashes = members.iter().map(|m| Expr::from(&m.storage).method("GetHashCode", []));
    let hash = hashes.next().map_or_else(|| "0".into(), |first| combined(first, hashes));
    let shown: Vec<_> = members.iter().filter_map(|m| m.public).map(|name| format!("{} = {{{name}}}", name.word())).collect();
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
