//! Structs: blittable, with the fields as they are, and a property where users see another type than what is in memory.

use crate::docs;
use crate::literals;
use crate::names::members::hidden_storage;
use crate::names::{Scope, reserved};
use crate::syntax::{self, Dialect, Documented, Expr, Identifier, Member, Path, StructLayout};
use crate::types::conversions::Stored;
use crate::types::{Types, access, layouts};
use interoptopus::model::{Field, Head, Item, Repr, Struct, StructId, Subject, Type, Visibility};
use interoptopus::{Refusals, Writer};

/// A struct of C#.
pub(crate) struct StructType {
    pub(crate) name: String,
    access: &'static str,
    documented: Documented,
    layout: StructLayout,
    pub(crate) fields: Vec<StructField>,
    /// The default value of Rust, as an expression.
    default: Option<Expr>,
}

/// A field of a struct, a union or a case of C#.
pub(crate) struct StructField {
    /// The name for users.
    pub(crate) name: Identifier,
    /// The name of a constructor's parameter.
    pub(crate) parameter: Identifier,
    pub(crate) documented: Documented,
    pub(crate) stored: Stored,
    /// Whether users do not see it.
    pub(crate) is_hidden: bool,
    /// Whether generated code reads it from outside though users do not see it.
    is_reached: bool,
}

impl StructField {
    /// The name of the memory: the field itself, or the field behind a property.
    pub(crate) fn storage(&self) -> Identifier {
        if self.is_property() { format!("raw{}", self.name.word()).into() } else { self.name.clone() }
    }

    fn is_property(&self) -> bool {
        !self.is_hidden && self.stored.public != self.stored.raw
    }

    /// The expression for the memory, of the value that users call `value`.
    fn initial(&self, value: &Identifier) -> Expr {
        if self.is_property() { self.stored.into.of(value, value) } else { value.into() }
    }

    pub(crate) fn is_checked(&self) -> bool {
        self.stored.check.is_some()
    }

    /// From now on the types that are called as one of `shadowed` are written so that nothing shadows them.
    pub(crate) fn qualify(&mut self, types: &Types<'_>, shadowed: &[Identifier]) {
        let renamed = |path: Path| {
            let is_shadowed = path.first().is_some_and(|first| shadowed.contains(first));
            if is_shadowed { types.names.absolute(path) } else { path }
        };
        self.stored = self.stored.clone().with_paths(&renamed);
    }

    /// As equality sees it.
    pub(crate) fn member(&self) -> Member<'_> {
        Member { public: Some(&self.name).filter(|_| !self.is_hidden), storage: self.storage(), ty: &self.stored.raw }
    }
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: StructId, refusals: &mut Refusals) -> StructType {
    let Struct { head: Head { docs, .. }, fields, repr, default } = &types.inventory[id];
    let subject = Subject::ty(types.inventory, ty);
    let name = types.names.declared(ty).to_string();
    let mut scope = scope(&name);
    if default.is_some() {
        scope.reserve("Default", "what `Default` gives");
    }
    if default.is_some() && name == "Default" {
        refusals.add(&subject, "C# would call both it and what Rust has by default `Default`: rename it");
    }
    let mut lowered = lower_fields(types, fields, |at| Item::Field(id, at), &mut scope, refusals);
    lowered.iter_mut().for_each(|field| field.is_reached |= *repr == Repr::Transparent);
    let default = default.as_ref().and_then(|values| refusals.take(&subject, literals::made_of(types, ty, id, values)));
    let layout = refusals.take(&subject, layouts::of_struct(types.inventory, id)).unwrap_or_default();
    let documented = docs::of(types, docs, Item::Struct(id));
    StructType { name, access: access::of_type(types, ty), documented, layout, fields: lowered, default }
}

/// The names that the struct `name` has already.
pub(crate) fn scope(name: &str) -> Scope {
    let mut scope = Scope::new(format!("the struct `{name}`"), reserved::INHERITED, "what every struct has");
    scope.reserve(name, "the struct itself (no member can be named as its type)");
    scope.reserve("PrintMembers", "what every record has");
    scope.reserve("Deconstruct", "what every record has");
    scope
}

pub(crate) fn lower_fields(
    types: &Types<'_>,
    fields: &[Field],
    item: impl Fn(usize) -> Item,
    scope: &mut Scope,
    refusals: &mut Refusals,
) -> Vec<StructField> {
    let mut lowered = Vec::new();
    for (at, Field { name, docs, ty, visibility }) in fields.iter().enumerate() {
        let subject = Subject::item(types.inventory, item(at));
        let is_hidden = *visibility == Visibility::Internal;
        let parameter = types.names.naming.parameter(name, at);
        let name = if is_hidden { hidden_storage(name) } else { types.names.naming.field(name) };
        scope.claim(&name, &subject, refusals);
        if let Some(stored) = refusals.take(&subject, types.stored(*ty)) {
            let documented = docs::of(types, docs, item(at));
            let is_reached = stored.check.is_some();
            lowered.push(StructField { name, parameter, documented, stored, is_hidden, is_reached });
        }
    }
    lowered
}

/// A struct that is part of another type, such as a case: with `fields` and nothing else.
pub(crate) fn part(name: String, documented: Documented, fields: Vec<StructField>) -> StructType {
    StructType { name, access: "public", documented, layout: StructLayout::default(), fields, default: None }
}

impl StructType {
    /// Whether users can set all there is.
    fn is_open(&self) -> bool {
        self.fields.iter().all(|f| !f.is_hidden)
    }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &StructType) {
    let StructType { name, access, documented, layout, fields, default: _ } = lowered;
    documented.emit(w);
    let emit_fields = |w: &mut Writer, is_initial: bool| {
        for (at, field) in fields.iter().enumerate() {
            let offset = layout.offsets.get(at).copied();
            emit_field(dialect, w, field, offset, is_initial);
        }
        emit_default(w, lowered);
    };
    if dialect.is_unity() {
        w.line("[Serializable]");
        w.line(layout.attribute());
        syntax::open(w, &format!("{access} struct {name} : IEquatable<{name}>"), |w| {
            emit_fields(w, false);
            if lowered.is_open() && !fields.is_empty() {
                emit_constructor(w, lowered);
            }
            let members: Vec<_> = fields.iter().map(StructField::member).collect();
            syntax::emit_equality(w, name, &members);
        });
    } else {
        let parameters: Vec<_> = fields.iter().map(|f| format!("{} {}", f.stored.public, f.name)).collect();
        let is_open = lowered.is_open() && !fields.is_empty();
        let parameters = if is_open { format!("({})", parameters.join(", ")) } else { String::new() };
        w.line(layout.attribute());
        syntax::open(w, &format!("{access} record struct {name}{parameters}"), |w| emit_fields(w, is_open));
    }
}

pub(crate) fn emit_field(dialect: Dialect, w: &mut Writer, field: &StructField, offset: Option<usize>, is_initial: bool) {
    let StructField { name, parameter: _, documented, stored, is_hidden, is_reached } = field;
    let storage = field.storage();
    let initial = if is_initial { format!(" = {}", field.initial(name)) } else { String::new() };
    let place = |w: &mut Writer| {
        if let Some(offset) = offset {
            w.line(format!("[FieldOffset({offset})]"));
        }
    };
    w.blank();
    if *is_hidden {
        place(w);
        let access = if *is_reached { "internal" } else { "private" };
        w.line(format!("{access} {} {storage};", stored.raw));
    } else if field.is_property() {
        place(w);
        w.line(format!("private {} {storage}{initial};", stored.raw));
        w.blank();
        documented.emit(w);
        syntax::open(w, &format!("public {} {name}", stored.public), |w| {
            w.line(format!("{}get => {};", dialect.pick("readonly ", ""), stored.out.apply(&storage)));
            w.line(format!("set => {storage} = {};", stored.into.apply("value")));
        });
    } else {
        documented.emit(w);
        place(w);
        w.line(format!("public {} {name}{initial};", stored.public));
    }
    w.blank();
}

fn emit_default(w: &mut Writer, lowered: &StructType) {
    if let Some(default) = &lowered.default {
        w.blank();
        w.line("/// <summary>What Rust has by default.</summary>");
        w.line(format!("public static {} Default => {default};", lowered.name));
    }
}

fn emit_constructor(w: &mut Writer, lowered: &StructType) {
    let StructType { name, fields, .. } = lowered;
    let parameters: Vec<_> = fields.iter().map(|f| format!("{} {}", f.stored.public, f.parameter)).collect();
    w.blank();
    w.line("/// <summary>Sets every field.</summary>");
    syntax::open(w, &format!("public {name}({})", parameters.join(", ")), |w| {
        for field in fields {
            let this = if field.storage() == field.parameter { "this." } else { "" };
            w.line(format!("{this}{} = {};", field.storage(), field.initial(&field.parameter)));
        }
    });
}

/// The method that refuses what has a field that is no value of its type; `path` is the struct's in this place.
pub(crate) fn emit_check(w: &mut Writer, path: &Path, lowered: &StructType) {
    syntax::open(w, &format!("internal static {path} Checked(this {path} value, string parameter)"), |w| {
        emit_checks(w, "value", lowered);
        w.line("return value;");
    });
}

/// The statements that refuse fields of `value`.
pub(crate) fn emit_checks(w: &mut Writer, value: &str, lowered: &StructType) {
    for StructField { name, stored, .. } in &lowered.fields {
        if let Some(check) = &stored.check {
            w.line(check.statement(Expr::from(value).member(name.clone()), "parameter"));
        }
    }
}
