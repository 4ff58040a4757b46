//! Arrays: `[T; N]` as a struct with an indexer, so that what holds one stays blittable.

use crate::names::twins::borrows;
use crate::syntax::{self, CsType, Dialect, Template};
use crate::types::conversions::Stored;
use crate::types::validation::has_invalid;
use crate::types::{Types, access};
use interoptopus::model::{self, Subject, Type, TypeKind};
use interoptopus::{Refusals, Writer};

/// An array type of C#.
pub(crate) struct ArrayStruct {
    pub(crate) name: String,
    len: usize,
    element: Stored,
    /// Whether an element can be no value of its type.
    pub(crate) has_invalid: bool,
    access: &'static str,
}

/// The structs for all arrays, by name.
pub(crate) fn lower(types: &Types<'_>, refusals: &mut Refusals) -> Vec<ArrayStruct> {
    types.names.arrays.iter().filter_map(|(name, arrays)| one(types, name, arrays, refusals)).collect()
}

/// The elements of an array in C#: their types for users and in memory.
fn element(types: &Types<'_>, array: Type) -> Option<(CsType, CsType)> {
    let TypeKind::Array { element, len: _ } = *types.inventory.kind(array) else { return None };
    let Stored { public, raw, .. } = types.stored(element).ok()?;
    Some(if borrows(types.inventory, element) { (raw.clone(), raw) } else { (public, raw) })
}

/// The struct for `arrays`, which are all the same to C#; that some need a check is all that tells them apart.
fn one(types: &Types<'_>, name: &str, arrays: &[Type], refusals: &mut Refusals) -> Option<ArrayStruct> {
    // Of what has no form the elements are refused where they stand.
    let arrays: Vec<_> = arrays.iter().copied().filter(|&array| element(types, array).is_some()).collect();
    let &first = arrays.first()?;
    for &other in arrays.iter().filter(|&&other| element(types, other) != element(types, first)) {
        let reason = format!("it would be `{name}` in C#, as is `{}`", model::type_name(types.inventory, first));
        refusals.add(&Subject::ty(types.inventory, other), reason);
    }
    let has_invalid = arrays.iter().find(|&&ty| has_invalid(types.inventory, types.dialect, ty));
    let &ty = has_invalid.unwrap_or(&first);
    let TypeKind::Array { element, len } = *types.inventory.kind(ty) else { return None };
    let subject = Subject::ty(types.inventory, ty);
    refusals.take(&subject, types.stored(ty))?;
    let is_copied = borrows(types.inventory, ty);
    let element = refusals.take(&subject, types.stored(element))?;
    let element = if is_copied { Stored::plain(element.element) } else { element };
    let access = if is_copied { "internal" } else { access::of_type(types, ty) };
    Some(ArrayStruct { name: name.to_owned(), len, element, has_invalid: has_invalid.is_some() && !is_copied, access })
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &ArrayStruct) {
    let ArrayStruct { name, len, element, has_invalid: _, access } = lowered;
    w.line(format!("/// <summary>{len} elements, stored in place.</summary>"));
    if dialect.is_unity() {
        w.line("[Serializable]");
    }
    w.line("[StructLayout(LayoutKind.Sequential)]");
    syntax::open(w, &format!("{access} struct {name} : IEquatable<{name}>"), |w| {
        w.line("/// <summary>How many elements there are.</summary>");
        w.line(format!("public const int Length = {len};"));
        w.blank();
        match dialect {
            Dialect::DotNet => emit_inline(w, lowered),
            Dialect::Unity => emit_spelt_out(w, lowered),
        }
        w.blank();
        emit_common(dialect, w, lowered);
        if dialect == Dialect::DotNet {
            w.blank();
            w.line(format!("[InlineArray({len})]"));
            syntax::open(w, &format!("private struct {name}Elements"), |w| w.line(format!("private {} first;", element.raw)));
        }
    });
}

/// The elements by .NET's own means.
fn emit_inline(w: &mut Writer, lowered: &ArrayStruct) {
    let ArrayStruct { name, len: _, element: Stored { public, raw, element: _, into, out, .. }, has_invalid: _, .. } = lowered;
    w.line(format!("private {name}Elements elements;"));
    w.blank();
    w.line("/// <summary>The element at <paramref name=\"index\"/>.</summary>");
    if public == raw {
        w.line("[UnscopedRef]");
        w.line(format!("public ref {public} this[int index] => ref elements[index];"));
        w.blank();
        w.line("/// <summary>The elements in place.</summary>");
        w.line("[UnscopedRef]");
        w.line(format!("public Span<{public}> AsSpan() => elements;"));
    } else {
        syntax::open(w, &format!("public {public} this[int index]"), |w| {
            w.line(format!("readonly get => {};", out.apply("elements[index]")));
            w.line(format!("set => elements[index] = {};", into.apply("value")));
        });
    }
}

/// The elements as fields, which nothing but a `switch` finds by a number in C# 7 without unsafe code.
fn emit_spelt_out(w: &mut Writer, lowered: &ArrayStruct) {
    let ArrayStruct { name: _, len, element: Stored { public, raw, element: _, into, out, .. }, has_invalid: _, .. } = lowered;
    let (into, out) = if public == raw { (Template::value(), Template::value()) } else { (into.clone(), out.clone()) };
    let names: Vec<_> = (0..*len).map(|i| format!("e{i}")).collect();
    names.chunks(8).for_each(|names| w.line(format!("private {raw} {};", names.join(", "))));
    w.blank();
    w.line("/// <summary>The element at <paramref name=\"index\"/>.</summary>");
    syntax::open(w, &format!("public {public} this[int index]"), |w| {
        let by_index = |w: &mut Writer, accessor: &str, case: &dyn Fn(&String) -> String| {
            syntax::open(w, accessor, |w| {
                syntax::open(w, "switch (index)", |w| {
                    names.iter().enumerate().for_each(|(i, name)| w.line(format!("case {i}: {}", case(name))));
                    w.line("default: throw new ArgumentOutOfRangeException(nameof(index));");
                });
            });
        };
        by_index(w, "get", &|name| format!("return {};", out.apply(name)));
        w.blank();
        by_index(w, "set", &|name| format!("{name} = {}; break;", into.apply("value")));
    });
}

/// The members that use the indexer alone.
fn emit_common(dialect: Dialect, w: &mut Writer, lowered: &ArrayStruct) {
    let ArrayStruct { name, len: _, element: Stored { public, .. }, .. } = lowered;
    let each = "for (int i = 0; i < Length; i++)";
    w.line("/// <summary>Sets every element.</summary>");
    syntax::open(w, &format!("public {name}(params {public}[] elements)"), |w| {
        syntax::statements(w, [&dialect.refuse_null(&"elements".into())]);
        syntax::open(w, "if (elements.Length != Length)", |w| {
            w.line("throw new ArgumentException($\"It takes {Length} elements.\", nameof(elements));");
        });
        w.blank();
        w.line(format!("this = default({name});"));
        syntax::open(w, each, |w| w.line("this[i] = elements[i];"));
    });
    w.blank();
    w.line("/// <summary>A copy of all elements.</summary>");
    syntax::open(w, &format!("public {public}[] ToArray()"), |w| {
        w.line(format!("var copy = new {public}[Length];"));
        syntax::open(w, each, |w| w.line("copy[i] = this[i];"));
        w.blank();
        w.line("return copy;");
    });
    w.blank();
    w.line("/// <inheritdoc/>");
    syntax::open(w, &format!("public bool Equals({name} other)"), |w| {
        syntax::open(w, each, |w| {
            syntax::open(w, "if (!this[i].Equals(other[i]))", |w| w.line("return false;"));
        });
        w.blank();
        w.line("return true;");
    });
    w.blank();
    let object = dialect.or_null(&CsType::OBJECT);
    syntax::inherited(w, &format!("public override bool Equals({object} obj) => obj is {name} other && Equals(other);"));
    w.line("/// <inheritdoc/>");
    syntax::open(w, "public override int GetHashCode()", |w| {
        w.line("int hash = 0;");
        syntax::open(w, each, |w| w.line("hash = unchecked(hash * 31 + this[i].GetHashCode());"));
        w.blank();
        w.line("return hash;");
    });
    w.blank();
    syntax::inherited(w, "public override string ToString() => $\"[{string.Join(\", \", ToArray())}]\";");
    syntax::operators(w, name);
}

/// The method that refuses what has an element that is no value of its type.
pub(crate) fn emit_check(w: &mut Writer, lowered: &ArrayStruct) {
    let ArrayStruct { name, len: _, element: Stored { check, .. }, .. } = lowered;
    let Some(check) = check else { return };
    syntax::open(w, &format!("internal static {name} Checked(this {name} value, string parameter)"), |w| {
        syntax::open(w, &format!("for (int i = 0; i < {name}.Length; i++)"), |w| {
            w.line("var element = value[i];");
            w.line(check.statement("element", "parameter"));
        });
        w.blank();
        w.line("return value;");
    });
}
