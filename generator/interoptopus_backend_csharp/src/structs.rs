//! Structs: blittable, with the fields as they are, and a property where users see another type than what is in memory.

use crate::context::Context;
use crate::docs::Documented;
use crate::marshal::Stored;
use crate::names::{self, Scope};
use crate::refusals::Refusals;
use crate::value_types::{self, Member};
use interoptopus::Writer;
use interoptopus::model::{Field, Item, Struct, StructId, Type};

/// How a struct is stored: as it is.
pub(crate) fn stored(cx: &Context<'_>, ty: Type) -> Stored {
    Stored::checked(cx.name_of(ty), cx.has_invalid(ty))
}

/// A struct of C#.
pub(crate) struct Lowered<'a> {
    pub(crate) name: String,
    documented: Documented<'a>,
    pub(crate) fields: Vec<LoweredField<'a>>,
}

/// A field of a struct of C#.
pub(crate) struct LoweredField<'a> {
    /// What users call it.
    name: String,
    /// What a constructor's parameter is called.
    parameter: String,
    documented: Documented<'a>,
    stored: Stored,
}

impl LoweredField<'_> {
    /// What the memory is called: the field itself, or what is behind a property.
    pub(crate) fn storage(&self) -> String {
        if self.is_property() { format!("raw{}", self.name) } else { self.name.clone() }
    }

    fn is_property(&self) -> bool {
        self.stored.public != self.stored.raw
    }

    /// What the memory is made from, of what users call `value`.
    fn initial(&self, value: &str) -> String {
        if self.is_property() { self.stored.into.of(value, value) } else { value.to_owned() }
    }
}

pub(crate) fn lower<'a>(cx: &Context<'a>, ty: Type, id: StructId, refusals: &mut Refusals) -> Lowered<'a> {
    let Struct { name: _, path, docs, fields, marks: _, repr: _, default: _ } = &cx.inventory[id];
    let name = cx.name_of(ty).to_owned();
    let mut scope = Scope::new(format!("the struct `{name}`"), names::INHERITED, "what every struct has");
    scope.reserve(&name, "the struct itself (no member can be called as its type)");
    scope.reserve("PrintMembers", "what every record has");
    scope.reserve("Deconstruct", "what every record has");
    let mut lowered = Vec::new();
    for (at, Field { name, docs, ty, visibility: _ }) in fields.iter().enumerate() {
        let place = format!("{path}::{name}");
        let parameter = names::parameter(name, at);
        let name = names::member(name);
        scope.claim(&name, &place, refusals);
        if let Some(stored) = refusals.take(&place, cx.stored(*ty)) {
            let documented = Documented::new(docs, Item::Field(id, at));
            lowered.push(LoweredField { name, parameter, documented, stored });
        }
    }
    Lowered { name, documented: Documented::new(docs, Item::Struct(id)), fields: lowered }
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented, fields } = lowered;
    let public = cx.public();
    documented.emit(cx, w);
    if cx.dialect.is_unity() {
        w.line("[Serializable]");
        w.line("[StructLayout(LayoutKind.Sequential)]");
        value_types::open(w, &format!("{public} struct {name} : IEquatable<{name}>"), |w| {
            fields.iter().for_each(|field| emit_field(cx, w, field));
            emit_constructor(w, lowered);
            let members: Vec<_> =
                fields.iter().map(|f| Member { public: &f.name, storage: f.storage(), ty: &f.stored.raw }).collect();
            value_types::emit_equality(w, name, &members);
        });
    } else {
        let parameters: Vec<_> = fields.iter().map(|f| format!("{} {}", f.stored.public, f.name)).collect();
        w.line("[StructLayout(LayoutKind.Sequential)]");
        value_types::open(w, &format!("{public} record struct {name}({})", parameters.join(", ")), |w| {
            fields.iter().for_each(|field| emit_field(cx, w, field));
        });
    }
}

fn emit_field(cx: &Context<'_>, w: &mut Writer, field: &LoweredField<'_>) {
    let LoweredField { name, parameter: _, documented, stored } = field;
    let storage = field.storage();
    let initial = if cx.dialect.is_unity() { String::new() } else { format!(" = {}", field.initial(name)) };
    w.blank();
    if field.is_property() {
        w.line(format!("private {} {storage}{initial};", stored.raw));
        w.blank();
        documented.emit(cx, w);
        value_types::open(w, &format!("public {} {name}", stored.public), |w| {
            w.line(format!("{}get => {};", cx.dialect.pick("readonly ", ""), stored.out.apply(&storage)));
            w.line(format!("set => {storage} = {};", stored.into.apply("value")));
        });
    } else {
        documented.emit(cx, w);
        w.line(format!("public {} {name}{initial};", stored.public));
    }
    w.blank();
}

fn emit_constructor(w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented: _, fields } = lowered;
    let parameters: Vec<_> = fields.iter().map(|f| format!("{} {}", f.stored.public, f.parameter)).collect();
    w.blank();
    w.line("/// <summary>Sets every field.</summary>");
    value_types::open(w, &format!("public {name}({})", parameters.join(", ")), |w| {
        for field in fields {
            let this = if field.storage() == field.parameter { "this." } else { "" };
            w.line(format!("{this}{} = {};", field.storage(), field.initial(&field.parameter)));
        }
    });
}

/// The method that refuses what has a field that is no value of its type.
pub(crate) fn emit_check(w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented: _, fields } = lowered;
    value_types::open(w, &format!("internal static {name} Checked(this {name} value, string parameter)"), |w| {
        for LoweredField { name, parameter: _, documented: _, stored } in fields {
            if let Some(check) = &stored.check {
                w.line(format!("{};", check.with(&format!("value.{name}"), "parameter")));
            }
        }
        w.line("return value;");
    });
}
