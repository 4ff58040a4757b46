//! Options: a value and a byte in memory, a nullable type of C# for users.

use crate::context::Context;
use crate::layouts;
use crate::marshal::{Returned, Stored};
use crate::syntax::{self, Dialect, Template};
use interoptopus::Writer;
use interoptopus::model::{PointerKind, Type, TypeKind};

/// Why an option cannot be of what may be missing by itself.
pub(crate) const NESTED: &str = "C# has no option of an option: `int??` is no type";

/// How an option is stored.
pub(crate) fn stored(cx: &Context<'_>, value: Type) -> Result<Stored, String> {
    let inner = cx.stored(value)?;
    layouts::beside(cx.inventory, value)?;
    refuse_nested(cx, value)?;
    let raw = cx.dialect.option_of(&inner.raw);
    let public = inner.or_null(cx.dialect);
    let (is_some, value) = inner.is_some(cx.dialect);
    let direct = inner.public == inner.raw;
    let into = match (direct, inner.into.is_same()) {
        (true, true) => format!("new {raw}($)"),
        _ => format!("{is_some} ? new {raw}({}) : default({raw})", inner.into.on(value)),
    };
    let check = inner.check.map(|check| Template::new(format!("if ({is_some}) {}", check.on(value))));
    let out = out(&inner.out, &public);
    let is_class = inner.is_class;
    Ok(Stored { public, element: raw.clone(), raw, into: Template::new(into), out, check, alone: None, is_class })
}

/// How an option comes out.
pub(crate) fn returned(cx: &Context<'_>, value: Type) -> Result<Returned, String> {
    layouts::beside(cx.inventory, value)?;
    refuse_nested(cx, value)?;
    let Returned { public, raw, out: inner, is_class, is_some: _, discard, flat } = cx.returned(value)?;
    let public = if is_class { cx.dialect.or_null(&public) } else { format!("{public}?") };
    let discard = discard.map(|discard| Template::new(discard.on("$.Value")));
    Ok(Returned { out: out(&inner, &public), raw: cx.dialect.option_of(&raw), public, is_class, is_some: None, discard, flat })
}

fn out(inner: &Template, public: &str) -> Template {
    if inner.is_same() {
        Template::new("$.ToNullable()")
    } else {
        Template::new(format!("$.HasValue ? {} : default({public})", inner.on("$.Value")))
    }
}

/// Two kinds of none in one value have no type in C#.
pub(crate) fn refuse_nested(cx: &Context<'_>, value: Type) -> Result<(), String> {
    let is_nullable = match *cx.inventory.kind(value) {
        TypeKind::Option { value: _ } => true,
        TypeKind::NonZero { primitive: _, nullable } => nullable,
        TypeKind::Slice { element: _, access: _, nullable }
        | TypeKind::Str { nullable }
        | TypeKind::CStr { nullable }
        | TypeKind::Callback { id: _, nullable } => nullable,
        TypeKind::Pointer { pointee: _, access: _, kind } => kind == PointerKind::Nullable,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Outcome { .. } => false,
    };
    if is_nullable { Err(NESTED.to_owned()) } else { Ok(()) }
}

/// The options of the dialect without generic types at the border: one struct each.
pub(crate) fn emit_unity(dialect: Dialect, w: &mut Writer, raw: &str, public: &str) {
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
        syntax::operators(w, &name);
    });
}
