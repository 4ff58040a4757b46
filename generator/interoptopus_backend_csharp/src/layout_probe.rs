//! A program part by which C# measures the bindings' own types, as the runtime lays them out.

use crate::constructs::structs::StructField;
use crate::constructs::tagged::lowered::CaseStruct;
use crate::constructs::twins;
use crate::definitions::{Defined, Definition};
use crate::docs::deprecated;
use crate::names::twins::{borrows, raw_of};
use crate::syntax::CsType;
use crate::types::{Types, layouts};
use interoptopus::Writer;
use interoptopus::model::{self, Case, Checked, Field, Type, TypeKind};
use std::collections::HashMap;

const RUNTIME: &str = include_str!("runtime/layout_probe.cs");

/// The types that have a layout and a declaration in C#.
fn measurable(inventory: &Checked) -> Vec<Type> {
    model::definition_order(inventory).into_iter().filter(|&ty| inventory.layout(ty).is_some()).collect()
}

/// A type that is measured.
struct Measured {
    name: String,
    declaration: CsType,
    is_integer: bool,
    /// Whether C# aligns it; what Rust aligns to more is copied for each call.
    is_aligned: bool,
    fields: Vec<MeasuredField>,
}

/// A field that is measured.
struct MeasuredField {
    /// The name in the model.
    name: String,
    /// The name in C#.
    member: String,
    is_integer: bool,
}

/// The program part for the types of an inventory.
pub(crate) struct LayoutProbe {
    namespace: String,
    has_deprecated: bool,
    measured: Vec<Measured>,
}

pub(crate) fn lower<'a>(types: &Types<'_>, defined: impl Iterator<Item = &'a Defined>) -> LayoutProbe {
    let defined: HashMap<Type, &Definition> = defined.map(|defined| (defined.ty, &defined.definition)).collect();
    let measured = measurable(types.inventory).into_iter().filter_map(|ty| measured(types, &defined, ty)).collect();
    LayoutProbe { namespace: types.names.namespace.clone(), has_deprecated: deprecated::any(types.inventory), measured }
}

impl LayoutProbe {
    /// The types that are measured, as the model calls them.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        self.measured.iter().map(|measured| measured.name.as_str())
    }

    pub(crate) fn emit(&self) -> String {
        let mut w = Writer::new("    ");
        let (head, body) = RUNTIME.split_once("// namespace\n").unwrap_or(("", RUNTIME));
        head.lines().for_each(|line| w.line(line));
        w.blank();
        if self.has_deprecated {
            w.line("#pragma warning disable CS0612, CS0618");
        }
        // Within it, so that names mean what they mean in the bindings.
        w.line(format!("namespace {}", self.namespace));
        w.block("{", "}", |w| {
            for line in body.lines() {
                match line.trim() {
                    "// types" => w.indented(|w| w.indented(|w| self.measured.iter().for_each(|m| emit_type(w, m)))),
                    _ => w.line(line),
                }
            }
        });
        w.finish()
    }
}

fn emit_type(w: &mut Writer, measured: &Measured) {
    let Measured { name, declaration, is_integer, is_aligned, fields } = measured;
    w.line(format!("Type<{declaration}>(to, \"{name}\", {is_integer}, {is_aligned});"));
    for MeasuredField { name: field, member, is_integer } in fields {
        w.line(format!("Field<{declaration}>(to, \"{name}\", \"{field}\", \"{member}\", {is_integer});"));
    }
}

fn measured(types: &Types<'_>, defined: &HashMap<Type, &Definition>, ty: Type) -> Option<Measured> {
    let field = |name: &str, member: &str, is_integer: bool| {
        let [name, member] = [name, member].map(str::to_owned);
        MeasuredField { name, member, is_integer }
    };
    // Of the fields of a struct, or of a case, which is within another.
    let fields = |space: &str, path: &str, fields: &[Field], lowered: &[StructField]| {
        let one = |(f, l): (&Field, &StructField)| {
            field(&format!("{space}{}", f.name), &format!("{path}{}", l.storage().word()), is_integer(types, f.ty))
        };
        fields.iter().zip(lowered).map(one).collect::<Vec<_>>()
    };
    let twin = |space: &str, path: &str, fields: &[Field], lowered: &[twins::TwinField]| {
        let one = |(f, l): (&Field, &twins::TwinField)| {
            field(&format!("{space}{}", f.name), &format!("{path}{}", l.raw.word()), is_integer(types, f.ty))
        };
        fields.iter().zip(lowered).map(one).collect::<Vec<_>>()
    };

    let raw_in_memory = |value: Type| types.returned(value).ok().map(|r| r.raw);
    let elements = || vec![field("data", "data", false), field("len", "length", true)];
    let (declaration, fields) = match *types.inventory.kind(ty) {
        TypeKind::Struct(id) if borrows(types.inventory, ty) => {
            let Definition::Twin(lowered) = defined.get(&ty)? else { return None };
            (raw_of(types.names.name_of(ty)).into(), twin("", "", &types.inventory[id].fields, &lowered.fields))
        }
        TypeKind::Tagged(id) if borrows(types.inventory, ty) => {
            let Definition::TaggedTwin(lowered) = defined.get(&ty)? else { return None };
            let cases = types.inventory[id].cases.iter().zip(&lowered.cases);
            let of_case = |(case, lowered): (&Case, &twins::TwinCase)| {
                twin(&format!("{}.", case.name), &format!("payload.{}.", lowered.name), &case.fields, &lowered.body.fields)
            };
            (
                raw_of(types.names.name_of(ty)).into(),
                [field("tag", "tag", true)].into_iter().chain(cases.flat_map(of_case)).collect(),
            )
        }
        TypeKind::Struct(id) => {
            let Definition::Struct(lowered) = defined.get(&ty)? else { return None };
            (types.names.name_of(ty).clone().into(), fields("", "", &types.inventory[id].fields, &lowered.fields))
        }
        TypeKind::Union(id) => {
            let Definition::Union(lowered) = defined.get(&ty)? else { return None };
            (types.names.name_of(ty).clone().into(), fields("", "", &types.inventory[id].fields, &lowered.fields))
        }
        TypeKind::Tagged(id) => {
            let Definition::Tagged(lowered) = defined.get(&ty)? else { return None };
            let cases = types.inventory[id].cases.iter().zip(&lowered.cases);
            let of_case = |(case, lowered): (&Case, &CaseStruct)| {
                fields(&format!("{}.", case.name), &format!("payload.{}.", lowered.name), &case.fields, lowered.fields())
            };
            (
                types.names.name_of(ty).clone().into(),
                [field("tag", "tag", true)].into_iter().chain(cases.flat_map(of_case)).collect(),
            )
        }
        TypeKind::Enum(_) => (types.names.name_of(ty).clone().into(), Vec::new()),
        TypeKind::Slice { element, .. } => (types.dialect.slice_of(&types.stored(element).ok()?.element), elements()),
        TypeKind::Str { .. } => (CsType::Known("FfiStr"), elements()),
        TypeKind::Owned { .. } => (raw_in_memory(ty)?, elements()),
        TypeKind::Option { value } => {
            let raw = raw_in_memory(value)?;
            let fields = vec![field("value", "value", is_integer(types, value)), field("is_some", "isSome", true)];
            (types.dialect.option_of(&raw), fields)
        }
        TypeKind::Outcome { value } => {
            let raw = raw_in_memory(value)?;
            let fields = vec![field("status", "status", true), field("value", "value", is_integer(types, value))];
            (types.dialect.result_of(&raw), fields)
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => return None,
    };
    let is_integer = matches!(types.inventory.kind(ty), TypeKind::Enum(_));
    let is_aligned = !layouts::is_raised(types.inventory, ty);
    Some(Measured { name: model::type_name(types.inventory, ty), declaration, is_integer, is_aligned, fields })
}

/// Whether the sign of a type is worth comparing: that of C's own differs by platform.
fn is_integer(types: &Types<'_>, ty: Type) -> bool {
    matches!(*types.inventory.kind(ty), TypeKind::Enum(_))
        || matches!(*types.inventory.kind(ty), TypeKind::Primitive(p) if p.is_repr())
}
