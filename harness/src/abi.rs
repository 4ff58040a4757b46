//! The library's interface in one text, in Rust's words and without any host's offsets: what `snapshots/abi/` keeps.

use interoptopus::Writer;
use interoptopus::model::{Crossing, Function, Inventory, Method, Parameter, Receiver, Type, TypeKind, Value};

/// Everything that other languages see of the library; what only documents it is left out.
pub(crate) fn text(inventory: &Inventory) -> String {
    let mut w = Writer::new("    ");
    w.line(format!("library {} (guard {:#018x})", inventory.library, inventory.api_guard()));
    w.blank();
    for constant in sorted(inventory.constants(), |c| &c.name) {
        w.line(format!("const {}: {} = {}", constant.name, inventory.type_name(constant.ty), value(constant.value)));
    }
    w.blank();
    for ty in inventory.definition_order() {
        definition(inventory, ty, &mut w);
    }
    w.blank();
    for function in sorted(inventory.functions(), |f| &f.name) {
        w.line(signature(inventory, function, None));
    }
    w.finish()
}

fn sorted<T>(items: &[T], name: impl Fn(&T) -> &String) -> Vec<&T> {
    let mut items: Vec<_> = items.iter().collect();
    items.sort_by(|a, b| name(a).cmp(name(b)));
    items
}

fn value(value: Value) -> String {
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Int(value) => value.to_string(),
        Value::F32(bits) => format!("{:?} ({bits:#010x})", f32::from_bits(bits)),
        Value::F64(bits) => format!("{:?} ({bits:#018x})", f64::from_bits(bits)),
    }
}

fn definition(inventory: &Inventory, ty: Type, w: &mut Writer) {
    match inventory.kind(ty) {
        TypeKind::Struct(id) => {
            let item = &inventory[*id];
            w.line(format!("struct {}", item.name));
            w.indented(|w| item.fields.iter().for_each(|f| w.line(format!("{}: {}", f.name, inventory.type_name(f.ty)))));
        }
        TypeKind::Enum(id) => {
            let item = &inventory[*id];
            w.line(format!("enum {}: {}{}", item.name, item.repr.rust_name(), if item.error { " (error)" } else { "" }));
            w.indented(|w| item.variants.iter().for_each(|v| w.line(format!("{} = {}", v.name, v.value))));
        }
        TypeKind::Opaque(id) => w.line(format!("opaque {}", inventory[*id].name)),
        TypeKind::Callback { id, nullable: _ } => {
            let item = &inventory[*id];
            w.line(format!("callback {}{}", item.name, parameters(inventory, &item.parameters, None, item.returns)));
        }
        TypeKind::Service(id) => {
            let item = &inventory[*id];
            w.line(format!("service {}", item.name));
            w.indented(|w| {
                item.constructors.iter().for_each(|f| w.line(signature(inventory, f, None)));
                item.methods.iter().for_each(|m| w.line(signature(inventory, &m.function, Some(m))));
                w.line(format!("fn {}", item.destroy));
                item.release.iter().for_each(|release| w.line(format!("fn {release}")));
            });
        }
        // Patterns are named where they are used, and made of what stands here.
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => {}
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
        Crossing::Guarded { error: Some(error) } => format!("guarded, {}", inventory[error].name),
    };
    let lends = if method.is_some_and(|method| method.lends.is_some()) { ", lends" } else { "" };
    let parameters = parameters(inventory, &function.parameters, receiver, function.returns);
    format!("fn {}{parameters} ({crossing}{lends})", function.symbol)
}

fn parameters(inventory: &Inventory, parameters: &[Parameter], receiver: Option<&str>, returns: Type) -> String {
    let own = parameters.iter().map(|p| format!("{}: {}", p.name, inventory.type_name(p.ty)));
    let all: Vec<_> = receiver.map(str::to_owned).into_iter().chain(own).collect();
    let returns = match inventory.kind(returns) {
        TypeKind::Void => String::new(),
        _ => format!(" -> {}", inventory.type_name(returns)),
    };
    format!("({}){returns}", all.join(", "))
}
