//! The C declarations that cffi parses: types in the order of definition, then functions.

use super::names::c_name;
use super::types::{declare, elements, name, text};
use super::{aligned, carriers, order, primitives, prototypes};
use crate::syntax::lines::WIDTH;
use interoptopus::model::{Checked, Enum, Field, Inventory, Parameter, Repr, Struct, Tagged, Type, TypeKind, Union};
use interoptopus_c_syntax::{self as syntax, CType};
use std::collections::HashSet;

/// A part of the declarations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Lines of C, where no field is aligned to more than so many bytes, if there is such a limit.
    Lines(Option<u32>, Vec<String>),
    /// A statement of Python that makes more of them.
    Statement(Vec<String>),
}

/// All declarations.
pub(crate) fn parts(inventory: &Checked) -> Vec<Part> {
    let order_ = inventory.definition_order();
    let ahead = order::needed_ahead(inventory, &order_);
    let mut parts = Parts(Vec::new());
    parts.lines(
        None,
        ahead.iter().map(|&ty| {
            let name = name(inventory, ty);
            format!("typedef {} {name} {name};", keyword(inventory, ty))
        }),
    );
    let ahead: HashSet<Type> = ahead.into_iter().collect();
    let mut carriers = carriers::all(inventory);
    for &ty in &order_ {
        let passed = order::passed_by_value(inventory, ty);
        let needed = carriers.extract_if(.., |ty| passed.contains(ty)).collect::<Vec<_>>();
        parts.carriers(inventory, &needed);
        if aligned::is_declared_here(inventory, ty) {
            parts.0.push(Part::Statement(aligned::declaration(inventory, ty)));
        } else {
            parts.lines(packing(inventory, ty), definition(inventory, ty, ahead.contains(&ty)));
        }
    }
    parts.carriers(inventory, &carriers);
    parts.lines(None, [String::new()]);
    parts.lines(None, prototypes::lines(inventory, &order_));
    parts.0
}

struct Parts(Vec<Part>);

impl Parts {
    /// The carriers of types, whose memory must be known by then.
    fn carriers(&mut self, inventory: &Inventory, carried: &[Type]) {
        if carried.is_empty() {
            return;
        }
        let names = carried.iter().map(|&ty| format!("        \"{}\",", name(inventory, ty)));
        let open = ["ffi.cdef(".to_owned(), "    _carriers(".to_owned()];
        self.0.push(Part::Statement(open.into_iter().chain(names).chain(["    )".to_owned(), ")".to_owned()]).collect()));
    }

    fn lines(&mut self, packed: Option<u32>, lines: impl IntoIterator<Item = String>) {
        let mut lines = lines.into_iter().peekable();
        if lines.peek().is_none() {
            return;
        }
        match self.0.last_mut() {
            Some(Part::Lines(before, all)) if *before == packed => all.extend(lines),
            Some(_) | None => self.0.push(Part::Lines(packed, lines.collect())),
        }
    }
}

/// The field of a struct as C declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Declared {
    /// What the inventory calls it.
    pub(crate) name: String,
    /// Its type.
    pub(crate) ty: String,
    /// Its declaration.
    pub(crate) text: String,
}

/// What a pattern or struct consists of, as declarations; none for what has no fields.
pub(crate) fn fields(inventory: &Inventory, ty: Type) -> Option<Vec<Declared>> {
    let field = |name: &str, ty: Type| Declared {
        name: name.to_owned(),
        ty: declare(inventory, ty, ""),
        text: declare(inventory, ty, &c_name(name)),
    };
    let plain = |name: &str, ty: &str| Declared { name: name.to_owned(), ty: ty.to_owned(), text: format!("{ty} {name}") };
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let Struct { name: _, path: _, docs: _, fields, marks: _, repr, default: _ } = &inventory[id];
            let all = fields.iter().map(|Field { name, docs: _, ty, visibility: _ }| field(name, *ty));
            match repr {
                Repr::Transparent => None,
                Repr::C | Repr::Packed(_) | Repr::Aligned(_) => Some(all.collect()),
            }
        }
        TypeKind::Slice { element, access, nullable: _ } => {
            let data = elements(inventory, element, access);
            Some(vec![
                Declared { name: "data".to_owned(), ty: data.declare(""), text: data.declare("data") },
                plain("len", "size_t"),
            ])
        }
        TypeKind::Str { nullable: _ } => Some(vec![
            Declared { name: "data".to_owned(), ty: text().declare(""), text: text().declare("data") },
            plain("len", "size_t"),
        ]),
        TypeKind::Option { value } => Some(vec![field("value", value), plain("is_some", "bool")]),
        TypeKind::Outcome { value } => Some(vec![plain("status", "int32_t"), field("value", value)]),
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => None,
    }
}

/// No field of the struct is aligned to more than so many bytes.
fn packing(inventory: &Inventory, ty: Type) -> Option<u32> {
    let TypeKind::Struct(id) = *inventory.kind(ty) else { return None };
    match inventory[id].repr {
        Repr::Packed(most) => Some(most),
        Repr::C | Repr::Transparent | Repr::Aligned(_) => None,
    }
}

fn keyword(inventory: &Inventory, ty: Type) -> &'static str {
    if matches!(inventory.kind(ty), TypeKind::Union(_)) { "union" } else { "struct" }
}

fn definition(inventory: &Inventory, ty: Type, is_ahead: bool) -> Vec<String> {
    let name = name(inventory, ty);
    if let Some(members) = members(inventory, ty) {
        let keyword = keyword(inventory, ty);
        let (open, close) = if is_ahead {
            (format!("{keyword} {name} {{"), "};".to_owned())
        } else {
            (format!("typedef {keyword} {{"), format!("}} {name};"))
        };
        return broken(&open, &members, " ", &close);
    }
    match *inventory.kind(ty) {
        TypeKind::Enum(id) => {
            let Enum { name: _, path: _, docs: _, repr, variants: _, error: _, marks: _, flags: _ } = &inventory[id];
            vec![format!("typedef {} {name};", primitives::c_type(*repr))]
        }
        TypeKind::Opaque(_) | TypeKind::Service(_) => vec![format!("typedef struct {name} {name};")],
        TypeKind::Callback { id, nullable: _ } => {
            let callback = &inventory[id];
            let parameter = |p: &Parameter| syntax::Declared::new(c_name(&p.name), carriers::c_type(inventory, p.ty));
            let function = CType::Function {
                returns: Box::new(carriers::c_type(inventory, callback.returns)),
                parameters: callback.parameters.iter().map(parameter).collect(),
            };
            vec![format!("typedef {};", function.pointer().declare(&name))]
        }
        TypeKind::Struct(_) => {
            let inner = inventory.transparent(ty);
            inner.map(|inner| format!("typedef {};", declare(inventory, inner, &name))).into_iter().collect()
        }
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => Vec::new(),
    }
}

/// What stands between the braces of a struct or union, a declaration each.
pub(crate) fn members(inventory: &Inventory, ty: Type) -> Option<Vec<String>> {
    let member = |f: &Field| format!("{};", declare(inventory, f.ty, &c_name(&f.name)));
    match *inventory.kind(ty) {
        TypeKind::Union(id) => {
            let Union { name: _, path: _, docs: _, marks: _, fields } = &inventory[id];
            Some(fields.iter().map(member).collect())
        }
        TypeKind::Tagged(id) => {
            let Tagged { name: _, path: _, docs: _, marks: _, repr, cases } = &inventory[id];
            let mut members = vec![format!("{} tag;", primitives::c_type(*repr))];
            let with_fields: Vec<_> = cases.iter().filter(|case| !case.fields.is_empty()).collect();
            if !with_fields.is_empty() {
                members.push("union {".to_owned());
                for case in with_fields {
                    let fields: Vec<String> = case.fields.iter().map(member).collect();
                    members.push(format!("    struct {{ {} }} {};", fields.join(" "), c_name(&case.name)));
                }
                members.push("} payload;".to_owned());
            }
            Some(members)
        }
        TypeKind::Struct(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => {
            let fields = fields(inventory, ty)?;
            Some(fields.into_iter().map(|Declared { name: _, ty: _, text }| format!("{text};")).collect())
        }
    }
}

/// One line, or one for each part.
pub(crate) fn broken(open: &str, parts: &[String], space: &str, close: &str) -> Vec<String> {
    let words: Vec<&str> = parts.iter().map(|part| part.trim_start()).collect();
    let line = format!("{open}{space}{}{space}{close}", words.join(" "));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let parts = parts.iter().map(|part| format!("    {part}"));
    [open.to_owned()].into_iter().chain(parts).chain([close.to_owned()]).collect()
}
