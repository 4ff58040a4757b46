//! The C declarations that cffi parses: types in the order of definition, then functions.

use crate::declarators::{declare, elements, name, parameter};
use crate::lines::WIDTH;
use crate::names::c_name;
use crate::primitives;
use crate::reserved::C_WORDS;
use interoptopus::Refusal;
use interoptopus::model::{AbiParameter, Checked, Enum, Field, Function, Inventory, Service, Struct, Type, TypeKind};
use std::collections::HashSet;

/// All declarations, a line or more each.
pub(crate) fn lines(inventory: &Checked) -> Vec<String> {
    let mut lines = Vec::new();
    let order = inventory.definition_order();
    let ahead = needed_ahead(inventory, &order);
    lines.extend(ahead.iter().map(|&ty| {
        let name = name(inventory, ty);
        format!("typedef struct {name} {name};")
    }));
    let ahead: HashSet<Type> = ahead.into_iter().collect();
    order.iter().for_each(|&ty| lines.extend(definition(inventory, ty, ahead.contains(&ty))));
    lines.push(String::new());
    let own = |name: &str| inventory.own_symbol(name);
    lines.push(format!("uint64_t {}(void);", own("api_guard")));
    lines.push(format!("uint64_t {}(void);", own("build_id")));
    lines.push(format!("size_t {}(uint8_t *buffer, size_t capacity);", own("last_error")));
    lines.push(format!("size_t {}(void);", own("live_objects")));
    let mut free: Vec<&Function> = inventory.functions().iter().collect();
    free.sort_by(|a, b| a.symbol.cmp(&b.symbol));
    free.iter().for_each(|function| lines.extend(prototype(inventory, function, &inventory.abi_parameters(function))));
    order.iter().for_each(|&ty| lines.extend(methods(inventory, ty)));
    lines
}

/// Functions that C's own words are the names of: cffi can declare no such function.
pub(crate) fn refusals(inventory: &Inventory) -> Vec<Refusal> {
    let unspeakable = inventory.all_functions().filter(|(_, function)| C_WORDS.contains(&function.symbol.as_str()));
    unspeakable
        .map(|(_, Function { path, symbol, .. })| Refusal {
            item: path.clone(),
            reason: format!(
                "`{symbol}` means something else in C, so cffi cannot declare a function of that name: export it as another"
            ),
        })
        .collect()
}

/// What a library exports for a service.
fn methods(inventory: &Inventory, ty: Type) -> Vec<String> {
    let TypeKind::Service(id) = *inventory.kind(ty) else { return Vec::new() };
    let Service { name: _, path: _, docs: _, constructors, methods, destroy, release, marks: _ } = &inventory[id];
    let mut lines = Vec::new();
    constructors.iter().for_each(|f| lines.extend(prototype(inventory, f, &inventory.abi_parameters(f))));
    methods.iter().for_each(|m| lines.extend(prototype(inventory, &m.function, &inventory.abi_of_method(id, m))));
    let this = declare(inventory, ty, "self");
    lines.extend(release.iter().map(|release| format!("int32_t {release}({this});")));
    lines.push(format!("void {destroy}({this});"));
    lines
}

/// What a pattern or struct consists of, as declarations; none for what has no fields.
pub(crate) fn fields(inventory: &Inventory, ty: Type) -> Option<Vec<(String, String)>> {
    let field = |name: &str, ty: Type| (name.to_owned(), declare(inventory, ty, &c_name(name)));
    let plain = |name: &str, declaration: &str| (name.to_owned(), declaration.to_owned());
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let Struct { name: _, path: _, docs: _, fields, marks: _, repr: _, default: _ } = &inventory[id];
            Some(fields.iter().map(|Field { name, docs: _, ty, visibility: _ }| field(name, *ty)).collect())
        }
        TypeKind::Slice { element, access, nullable: _ } => {
            let data = elements(inventory, element, access, "data");
            Some(vec![("data".to_owned(), data), plain("len", "size_t len")])
        }
        TypeKind::Str { nullable: _ } => Some(vec![plain("data", "const char *data"), plain("len", "size_t len")]),
        TypeKind::Option { value } => Some(vec![field("value", value), plain("is_some", "bool is_some")]),
        TypeKind::Outcome { value } => Some(vec![plain("status", "int32_t status"), field("value", value)]),
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

fn definition(inventory: &Inventory, ty: Type, is_ahead: bool) -> Vec<String> {
    let name = name(inventory, ty);
    if let Some(fields) = fields(inventory, ty) {
        let fields: Vec<String> = fields.into_iter().map(|(_, declaration)| format!("{declaration};")).collect();
        let (open, close) = if is_ahead {
            (format!("struct {name} {{"), "};".to_owned())
        } else {
            ("typedef struct {".to_owned(), format!("}} {name};"))
        };
        return broken(&open, &fields, " ", &close);
    }
    match *inventory.kind(ty) {
        TypeKind::Enum(id) => {
            let Enum { name: _, path: _, docs: _, repr, variants: _, error: _, marks: _, flags: _ } = &inventory[id];
            vec![format!("typedef {} {name};", primitives::c_type(*repr))]
        }
        TypeKind::Opaque(_) | TypeKind::Service(_) => vec![format!("typedef struct {name} {name};")],
        TypeKind::Callback { id, nullable: _ } => {
            let callback = &inventory[id];
            let parameters: Vec<String> =
                callback.parameters.iter().map(|p| declare(inventory, p.ty, &c_name(&p.name))).collect();
            let returns = declare(inventory, callback.returns, &format!("(*{name})({})", list(&parameters)));
            vec![format!("typedef {returns};")]
        }
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => Vec::new(),
    }
}

fn prototype(inventory: &Inventory, function: &Function, parameters: &[AbiParameter]) -> Vec<String> {
    let parameters: Vec<String> = parameters.iter().map(|AbiParameter { name, ty }| parameter(inventory, name, *ty)).collect();
    let line = format!("{};", declare(inventory, function.abi_returns, &format!("{}({})", function.symbol, list(&parameters))));
    if line.len() <= WIDTH || parameters.is_empty() {
        return vec![line];
    }
    let open = declare(inventory, function.abi_returns, &format!("{}(", function.symbol));
    let last = parameters.len() - 1;
    let parameters: Vec<String> =
        parameters.iter().enumerate().map(|(i, p)| if i < last { format!("{p},") } else { p.clone() }).collect();
    broken(&open, &parameters, "", ");")
}

fn list(parameters: &[String]) -> String {
    if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") }
}

/// One line, or one for each part.
fn broken(open: &str, parts: &[String], space: &str, close: &str) -> Vec<String> {
    let line = format!("{open}{space}{}{space}{close}", parts.join(" "));
    if line.len() <= WIDTH {
        return vec![line];
    }
    let parts = parts.iter().map(|part| format!("    {part}"));
    [open.to_owned()].into_iter().chain(parts).chain([close.to_owned()]).collect()
}

/// Structs that are mentioned before they are defined: cycles, which go through pointers.
fn needed_ahead(inventory: &Inventory, order: &[Type]) -> Vec<Type> {
    let mut defined = HashSet::new();
    let mut ahead = Vec::new();
    for &ty in order {
        for mentioned in mentioned(inventory, ty) {
            let is_struct = fields(inventory, mentioned).is_some();
            if is_struct && !defined.contains(&mentioned) && !ahead.contains(&mentioned) {
                ahead.push(mentioned);
            }
        }
        defined.insert(ty);
    }
    ahead
}

/// The types whose names the definition of `ty` contains.
fn mentioned(inventory: &Inventory, ty: Type) -> Vec<Type> {
    let parts: Vec<Type> = match *inventory.kind(ty) {
        TypeKind::Struct(id) => inventory[id].fields.iter().map(|f| f.ty).collect(),
        TypeKind::Callback { id, nullable: _ } => {
            inventory[id].parameters.iter().map(|p| p.ty).chain([inventory[id].returns]).collect()
        }
        TypeKind::Slice { element: inner, access: _, nullable: _ }
        | TypeKind::Option { value: inner }
        | TypeKind::Outcome { value: inner } => vec![inner],
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Enum(_)
        | TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => Vec::new(),
    };
    parts
        .into_iter()
        .map(|mut ty| {
            while let TypeKind::Array { element: inner, len: _ } | TypeKind::Pointer { pointee: inner, .. } = *inventory.kind(ty)
            {
                ty = inner;
            }
            inventory.definition_of(ty)
        })
        .collect()
}
