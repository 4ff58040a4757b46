//! The library's interface in one text, in Rust's words and without any host's offsets: what `snapshots/abi/` keeps.

use interoptopus::Writer;
use interoptopus::model::{
    self, Crossing, Declared, Field, Function, Head, Inventory, Marks, Method, Parameter, Receiver, Repr, Type, TypeKind, Value,
    Visibility,
};

/// Everything that other languages see of the library; what only documents it is left out.
pub(crate) fn text(inventory: &Inventory) -> String {
    let mut w = Writer::new("    ");
    w.line(format!("library {} (guard {:#018x})", inventory.library, model::api_guard(inventory)));
    w.blank();
    for status in inventory.statuses() {
        w.line(format!("status {} = {}", status.name(), status.value()));
    }
    w.blank();
    for constant in sorted(inventory.constants(), |c| &c.head.name) {
        let (name, marked) = (in_namespace(&constant.head), marked(&constant.head));
        w.line(format!("const {name}: {} = {}{marked}", model::type_name(inventory, constant.ty), value(&constant.value)));
    }
    w.blank();
    for ty in model::definition_order(inventory) {
        definition(inventory, ty, &mut w);
    }
    w.blank();
    for function in sorted(inventory.functions(), |f| &f.head.name) {
        w.line(signature(inventory, function, None));
    }
    w.finish()
}

fn sorted<T>(items: &[T], name: impl Fn(&T) -> &String) -> Vec<&T> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by(|a, b| name(a).cmp(name(b)));
    items
}

fn value(of: &Value) -> String {
    let all = |values: &[Value]| values.iter().map(value).collect::<Vec<_>>().join(", ");
    match of {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::Wide(value) => value.to_string(),
        Value::F32(bits) => format!("{:?} ({bits:#010x})", f32::from_bits(*bits)),
        Value::F64(bits) => format!("{:?} ({bits:#018x})", f64::from_bits(*bits)),
        Value::Char(value) => format!("{value:?}"),
        Value::Str(value) => format!("{value:?}"),
        Value::Array(values) => format!("[{}]", all(values)),
        Value::Struct(values) => format!("{{ {} }}", all(values)),
    }
}

fn definition(inventory: &Inventory, ty: Type, w: &mut Writer) {
    // Patterns are named where they are used, and made of what stands here.
    let Some(declared) = inventory.kind(ty).declared() else { return };
    match declared {
        Declared::Struct(id) => {
            let item = &inventory[id];
            let repr = match item.repr {
                Repr::C => String::new(),
                Repr::Transparent => " (transparent)".to_owned(),
                Repr::Packed(bytes) => format!(" (packed {bytes})"),
                Repr::Aligned(bytes) => format!(" (aligned {bytes})"),
            };
            w.line(format!("struct {}{repr}{}", model::type_name(inventory, ty), marked(&item.head)));
            w.indented(|w| {
                fields(inventory, &item.fields, w);
                item.default.iter().for_each(|values| w.line(format!("default {}", value(&Value::Struct(values.clone())))));
            });
        }
        Declared::Union(id) => {
            let item = &inventory[id];
            w.line(format!("union {}{}", model::type_name(inventory, ty), marked(&item.head)));
            w.indented(|w| fields(inventory, &item.fields, w));
        }
        Declared::Tagged(id) => {
            let item = &inventory[id];
            w.line(format!("tagged {}: {}{}", model::type_name(inventory, ty), item.repr.rust_name(), marked(&item.head)));
            w.indented(|w| {
                for case in &item.cases {
                    w.line(format!("{} = {}", case.name, case.value));
                    w.indented(|w| fields(inventory, &case.fields, w));
                }
            });
        }
        Declared::Enum(id) => {
            let item = &inventory[id];
            w.line(format!(
                "enum {}: {}{}{}{}",
                model::type_name(inventory, ty),
                item.repr.rust_name(),
                if item.error { " (error)" } else { "" },
                if item.flags { " (flags)" } else { "" },
                marked(&item.head)
            ));
            w.indented(|w| item.variants.iter().for_each(|v| w.line(format!("{} = {}", v.name, v.value))));
        }
        Declared::Opaque(id) => w.line(format!("opaque {}{}", model::type_name(inventory, ty), marked(&inventory[id].head))),
        Declared::Callback(id) => {
            let item = &inventory[id];
            w.line(format!(
                "callback {}{}{}",
                model::type_name(inventory, ty),
                parameters(inventory, &item.parameters, None, item.returns),
                marked(&item.head)
            ));
        }
        Declared::Service(id) => {
            let item = &inventory[id];
            w.line(format!("service {}{}", model::type_name(inventory, ty), marked(&item.head)));
            w.indented(|w| {
                item.constructors.iter().for_each(|f| w.line(signature(inventory, f, None)));
                item.methods.iter().for_each(|m| w.line(signature(inventory, &m.function, Some(m))));
                w.line(format!("fn {}", item.destroy));
                item.release.iter().for_each(|release| w.line(format!("fn {release}")));
            });
        }
    }
}

fn in_namespace(Head { name, marks, .. }: &Head) -> String {
    if marks.namespace.is_empty() { name.clone() } else { format!("{}::{name}", marks.namespace) }
}

/// For whom it is, and whether it should be used: what bindings say of it, too.
fn marked(head: &Head) -> String {
    let Marks { namespace: _, visibility, deprecated } = &head.marks;
    let internal = if *visibility == Visibility::Internal { " (internal)" } else { "" };
    let deprecated = deprecated.as_ref().map_or(String::new(), |note| format!(" (deprecated: {note:?})"));
    format!("{internal}{deprecated}")
}

fn fields(inventory: &Inventory, fields: &[Field], w: &mut Writer) {
    for Field { name, docs: _, visibility, ty } in fields {
        let hidden = if *visibility == Visibility::Internal { " (internal)" } else { "" };
        w.line(format!("{name}: {}{hidden}", model::type_name(inventory, *ty)));
    }
}

fn signature(inventory: &Inventory, function: &Function, method: Option<&Method>) -> String {
    let receiver = method.map(|method| match method.receiver {
        Receiver::Shared => "&self",
        Receiver::Exclusive => "&mut self",
    });
    let crossing = match function.crossing {
        Crossing::Bare => "bare".to_owned(),
        Crossing::Guarded { error: None } => "guarded".to_owned(),
        Crossing::Guarded { error: Some(error) } => format!("guarded, {}", inventory[error].head.name),
    };
    let lends = if method.is_some_and(|method| method.lends.is_some()) { ", lends" } else { "" };
    let parameters = parameters(inventory, &function.parameters, receiver, function.returns);
    format!("fn {}{parameters} ({crossing}{lends}){}", function.symbol, marked(&function.head))
}

fn parameters(inventory: &Inventory, parameters: &[Parameter], receiver: Option<&str>, returns: Type) -> String {
    let own = parameters.iter().map(|p| format!("{}: {}", p.name, model::type_name(inventory, p.ty)));
    let all: Vec<_> = receiver.map(str::to_owned).into_iter().chain(own).collect();
    let returns = match inventory.kind(returns) {
        TypeKind::Void => String::new(),
        _ => format!(" -> {}", model::type_name(inventory, returns)),
    };
    format!("({}){returns}", all.join(", "))
}
