//! The twin of a struct: a record in .NET, a class of its kind before C# 9; and what is in memory of it.

use crate::constructs::structs::{self, StructField};
use crate::constructs::twins::equality;
use crate::docs;
use crate::literals;
use crate::names::Scope;
use crate::names::members::hidden_storage;
use crate::names::twins::raw_name;
use crate::runtime::{Part, Parts};
use crate::syntax::{self, CsType, Dialect, Documented, Expr, Identifier, StructLayout};
use crate::types::{Types, access, layouts};
use interoptopus::model::{Field, Head, Item, Struct, StructId, Subject, Type};
use interoptopus::{Refusals, Writer};

/// A twin, or a case of one.
pub(crate) struct TwinClass {
    pub(super) name: String,
    pub(super) access: &'static str,
    pub(super) documented: Documented,
    layout: StructLayout,
    pub(crate) fields: Vec<TwinField>,
    /// The default value of Rust, as an expression.
    default: Option<Expr>,
}

/// A field of a twin.
pub(crate) struct TwinField {
    pub(super) field: StructField,
    /// The name in memory.
    pub(crate) raw: Identifier,
}

impl TwinField {
    /// An element of the initializer of what is in memory, made of `value`.
    pub(super) fn initial(&self, value: &str) -> String {
        let TwinField { field, raw } = self;
        format!("{raw} = {}", field.stored.into.with(Expr::from(value).member(field.name.clone()), "parameter"))
    }

    /// The value for users of the memory at `path`.
    pub(super) fn managed(&self, path: &str) -> Expr {
        self.field.stored.out.apply(format!("{path}{}", self.raw))
    }
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: StructId, refusals: &mut Refusals) -> TwinClass {
    let Struct { head: Head { docs, .. }, fields, repr: _, default } = &types.inventory[id];
    let (name, subject) = (types.names.declared(ty).to_string(), Subject::ty(types.inventory, ty));
    let mut scope = scope(&name);
    if default.is_some() {
        scope.reserve("Default", "what `Default` gives");
    }
    let lowered = lower_fields(types, &subject, fields, |at| Item::Field(id, at), &mut scope, refusals);
    let default = default.as_ref().and_then(|values| refusals.take(&subject, literals::made_of(types, ty, id, values)));
    let layout = refusals.take(&subject, layouts::of_struct(types.inventory, id)).unwrap_or_default();
    let documented = docs::of(types, docs, Item::Struct(id));
    TwinClass { name, access: access::of_type(types, ty), documented, layout, fields: lowered, default }
}

/// The names that the twin `name` has already.
pub(super) fn scope(name: &str) -> Scope {
    let mut scope = structs::scope(name);
    ["Clone", "EqualityContract", "ReferenceEquals"].iter().for_each(|own| scope.reserve(*own, "what every record has"));
    scope
}

pub(super) fn lower_fields(
    types: &Types<'_>,
    subject: &Subject,
    fields: &[Field],
    item: impl Fn(usize) -> Item,
    scope: &mut Scope,
    refusals: &mut Refusals,
) -> Vec<TwinField> {
    let lowered = structs::lower_fields(types, fields, &item, scope, refusals);
    let mut memory = Scope::new(format!("the memory of `{subject}`"), &[], "");
    let raw = fields.iter().enumerate().map(|(at, field)| {
        let raw = hidden_storage(&field.name);
        memory.claim(&raw, &Subject::item(types.inventory, item(at)), refusals);
        raw
    });
    lowered.into_iter().zip(raw).map(|(field, raw)| TwinField { field, raw }).collect()
}

/// A case of a twin, with `fields` and nothing else.
pub(super) fn part(name: String, documented: Documented, fields: Vec<TwinField>) -> TwinClass {
    TwinClass { name, access: "public", documented, layout: StructLayout::default(), fields, default: None }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &TwinClass) {
    emit_class(dialect, w, lowered);
    w.blank();
    emit_raw(dialect, w, lowered);
}

/// The class for users.
pub(super) fn emit_class(dialect: Dialect, w: &mut Writer, lowered: &TwinClass) {
    let TwinClass { name, access, documented, layout: _, fields, default } = lowered;
    let (is_unity, is_open) = (dialect.is_unity(), fields.iter().all(|f| !f.field.is_hidden));
    let is_positional = !is_unity && is_open && !fields.is_empty();
    documented.emit(w);
    let parameters: Vec<_> = fields.iter().map(|f| format!("{} {}", f.field.stored.public, f.field.name)).collect();
    let head = match (is_unity, is_positional) {
        (true, _) => format!("{access} sealed class {name} : IEquatable<{name}>"),
        (false, true) => format!("{access} sealed record {name}({})", parameters.join(", ")),
        (false, false) => format!("{access} sealed record {name}"),
    };
    syntax::open(w, &head, |w| {
        if !is_positional && !fields.is_empty() {
            emit_constructor(w, lowered, if is_open { "public" } else { "internal" });
        }
        for TwinField { field, raw: _ } in fields {
            let (public, name) = (&field.stored.public, &field.name);
            let (set, initial) = match (is_unity, is_positional) {
                (true, _) => ("", String::new()),
                (false, true) => (" init;", format!(" = {name};")),
                (false, false) => (" init;", String::new()),
            };
            w.blank();
            if field.is_hidden {
                w.line(format!("internal readonly {public} {name};"));
            } else {
                field.documented.emit(w);
                w.line(format!("public {public} {name} {{ get;{set} }}{initial}"));
            }
        }
        if let Some(default) = default {
            w.blank();
            w.line("/// <summary>What Rust has by default.</summary>");
            w.line(format!("public static {name} Default => {default};"));
        }
        emit_equality(dialect, w, lowered);
    });
}

fn emit_constructor(w: &mut Writer, lowered: &TwinClass, access: &str) {
    let parameters: Vec<_> = lowered.fields.iter().map(|f| format!("{} {}", f.field.stored.public, f.field.parameter)).collect();
    w.line("/// <summary>Sets every field.</summary>");
    syntax::open(w, &format!("{access} {}({})", lowered.name, parameters.join(", ")), |w| {
        for TwinField { field, raw: _ } in &lowered.fields {
            let this = if field.name == field.parameter { "this." } else { "" };
            w.line(format!("{this}{} = {};", field.name, field.parameter));
        }
    });
}

impl TwinClass {
    /// The parts of the runtime that it names.
    pub(crate) fn parts(&self, dialect: Dialect) -> Parts {
        let mut parts = Parts::from([Part::Arena]);
        if dialect.is_unity() || self.has_arrays() {
            parts.add(Part::Values);
        }
        parts
    }

    /// Whether a record by itself would compare whether two arrays are one.
    fn has_arrays(&self) -> bool {
        self.fields.iter().any(|f| f.field.stored.public.is_array())
    }
}

fn emit_equality(dialect: Dialect, w: &mut Writer, lowered: &TwinClass) {
    let TwinClass { name, fields, .. } = lowered;
    let members: Vec<&Identifier> = fields.iter().map(|f| &f.field.name).collect();
    if dialect.is_unity() {
        equality::emit_for_class(dialect, w, name, &members);
        let shown: Vec<_> = members.iter().map(|m| format!("{} = {{{m}}}", m.word())).collect();
        let shown = if shown.is_empty() { String::new() } else { format!("{} ", shown.join(", ")) };
        syntax::inherited(w, &format!("public override string ToString() => $\"{name} {{{{ {shown}}}}}\";"));
    } else if lowered.has_arrays() {
        equality::emit(dialect, w, name, &members);
    }
}

/// The struct in memory, and its conversions.
fn emit_raw(dialect: Dialect, w: &mut Writer, lowered: &TwinClass) {
    let TwinClass { name, layout, fields, .. } = lowered;
    let raw = raw_name(name);
    w.line(layout.attribute());
    syntax::open(w, &format!("internal struct {raw}"), |w| {
        emit_memory(w, fields, layout);
        w.blank();
        syntax::open(w, &format!("internal static {raw} Of({name} value, FfiArena arena, string parameter)"), |w| {
            emit_null_check(dialect, w);
            let initial: Vec<_> = fields.iter().map(|field| field.initial("value")).collect();
            w.line(format!("return new {raw} {{ {} }};", initial.join(", ")));
        });
        w.blank();
        syntax::open(w, &format!("internal {name} ToManaged()"), |w| {
            let managed: Expr = syntax::new(CsType::named(name), fields.iter().map(|field| field.managed("")));
            w.line(format!("return {managed};"));
        });
    });
}

/// The fields as they are in memory.
pub(super) fn emit_memory(w: &mut Writer, fields: &[TwinField], layout: &StructLayout) {
    for (at, TwinField { field, raw }) in fields.iter().enumerate() {
        if let Some(offset) = layout.offsets.get(at) {
            w.line(format!("[FieldOffset({offset})]"));
        }
        w.line(format!("internal {} {raw};", field.stored.raw));
    }
}

/// Refuses a null.
pub(super) fn emit_null_check(dialect: Dialect, w: &mut Writer) {
    match dialect.is_unity() {
        true => w.line("if (value == null) throw new ArgumentNullException(parameter);"),
        false => w.line("ArgumentNullException.ThrowIfNull(value, parameter);"),
    }
}
