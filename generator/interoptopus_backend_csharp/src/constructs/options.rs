//! Options: a value and a byte in memory, a nullable type of C# for users.

use crate::syntax::{self, CsType, Dialect};
use interoptopus::Writer;

/// The options of the dialect without generic types at the border: one struct each.
pub(crate) fn emit_unity(dialect: Dialect, w: &mut Writer, raw: &CsType, public: &str) {
    let name = dialect.option_of(raw);
    w.line("/// <summary>A value or none, as Rust stores it.</summary>");
    w.line("[StructLayout(LayoutKind.Sequential)]");
    syntax::open(w, &format!("{public} struct {name} : IEquatable<{name}>"), |w| {
        w.line(format!("private readonly {raw} value;"));
        w.line("private readonly byte isSome;");
        w.blank();
        w.line("/// <summary>What <paramref name=\"value\"/> is.</summary>");
        syntax::open(w, &format!("public {name}({raw}? value)"), |w| {
            w.line("this.value = value.GetValueOrDefault();");
            w.line("isSome = value.HasValue ? (byte)1 : (byte)0;");
        });
        w.blank();
        w.line("/// <summary>Whether there is a value.</summary>");
        w.line("public bool HasValue => isSome != 0;");
        w.blank();
        w.line("/// <summary>The value; meaningless unless there is one.</summary>");
        w.line(format!("public {raw} Value => value;"));
        w.blank();
        w.line("/// <summary>The same as .NET writes it.</summary>");
        w.line(format!("public {raw}? ToNullable() => HasValue ? value : ({raw}?)null;"));
        w.blank();
        syntax::inherited(w, &format!("public bool Equals({name} other) => ToNullable().Equals(other.ToNullable());"));
        syntax::inherited(w, &format!("public override bool Equals(object obj) => obj is {name} other && Equals(other);"));
        syntax::inherited(w, "public override int GetHashCode() => ToNullable().GetHashCode();");
        syntax::inherited(w, "public override string ToString() => $\"{ToNullable()}\";");
        syntax::operators(w, &name.to_string());
    });
}
