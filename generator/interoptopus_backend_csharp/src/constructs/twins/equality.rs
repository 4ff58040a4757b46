//! Equality by value of classes, also of the arrays in them.

use crate::syntax::{CsType, Dialect, Expr, Identifier, call, combined, inherited};
use interoptopus::Writer;

/// Equality of the class `name` with these members; a record has the rest.
pub(super) fn emit(dialect: Dialect, w: &mut Writer, name: &str, members: &[&Identifier]) {
    let same = members.iter().map(|member| format!(" && FfiValues.Same({member}, other.{member})"));
    let is_some = if dialect.is_unity() { "!ReferenceEquals(other, null)" } else { "other is not null" };
    let same: String = same.collect();
    w.blank();
    inherited(w, &format!("public bool Equals({} other) => {is_some}{same};", dialect.or_null(&CsType::named(name))));
    let hash = combined("17".into(), members.iter().map(|member| call("FfiValues", "Hash", [Expr::from(*member)])));
    inherited(w, &format!("public override int GetHashCode() => unchecked({hash});"));
}

/// All of the equality of a class that is no record.
pub(super) fn emit_for_class(dialect: Dialect, w: &mut Writer, name: &str, members: &[&Identifier]) {
    emit(dialect, w, name, members);
    let (object, or_null) = (dialect.or_null(&CsType::OBJECT), dialect.or_null(&CsType::named(name)));
    inherited(w, &format!("public override bool Equals({object} obj) => Equals(obj as {name});"));
    for (operator, summary, not) in [("==", "Whether both are equal.", ""), ("!=", "Whether they are not equal.", "!")] {
        w.line(format!("/// <summary>{summary}</summary>"));
        w.line(format!(
            "public static bool operator {operator}({or_null} left, {or_null} right) => {not}FfiValues.Same(left, right);"
        ));
        w.blank();
    }
}
