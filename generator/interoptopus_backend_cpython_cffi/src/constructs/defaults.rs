//! Constructors of structs that have defaults, or fields that nobody is shown.

use crate::literals::{self, Sequence};
use crate::names::scope::Scope;
use crate::syntax::lines::{self, WIDTH, broken};
use crate::types::options::or_none;
use crate::types::primitives;
use crate::types::structs::fields;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::model::{Field, Item, PointerKind, Primitive, StructId, Type, TypeKind, Value, Visibility};

/// `__init__`: what is shown is a parameter, with its default; what is not begins as its default, or else as zero.
pub(crate) fn constructor(types: &Types<'_>, id: StructId, class: &Scope<'_>) -> String {
    let default = types.inventory[id].default.as_deref();
    let mut scope = Scope::new(types.names);
    let (mut parameters, mut stores) = (Vec::new(), Vec::new());
    for (at, (item, Field { name: _, docs: _, visibility, ty })) in fields(types, id).enumerate() {
        let name = types.names.of(item);
        let value = default.and_then(|values| values.get(at));
        match visibility {
            Visibility::Public => {
                let local = scope.parameter(name);
                let holds = class.annotation(&types.of(*ty).holds);
                match value.map(|value| (literals::of(types, *ty, value, Sequence::List), is_shared(value))) {
                    None => parameters.push(format!("{local}: {holds}")),
                    Some((literal, false)) => parameters.push(format!("{local}: {holds} = {literal}")),
                    Some((_, true)) => parameters.push(format!("{local}: {} = None", or_none(types, &holds))),
                }
                // What can be changed is made anew for each.
                let made = value.filter(|value| is_shared(value)).map(|value| literals::of(types, *ty, value, Sequence::List));
                match made {
                    Some(made) => stores.extend(made_unless_given(name, &local, &made)),
                    None => stores.push(format!("self.{name} = {local}")),
                }
            }
            Visibility::Internal => {
                let value = value.map_or_else(|| zero(types, *ty), |value| literals::of(types, *ty, value, Sequence::List));
                stores.push(format!("self.{name}: {} = {value}", types.names.python("Any")));
            }
        }
    }
    let mut w = Writer::new("    ");
    let all = [vec!["self".to_owned()], parameters].concat();
    let line = format!("def __init__({}) -> None:", all.join(", "));
    if line.chars().count() + 4 <= WIDTH {
        w.line(line);
    } else {
        w.block("def __init__(", ") -> None:", |w| all.iter().for_each(|parameter| w.line(format!("{parameter},"))));
    }
    w.indented(|w| stores.iter().for_each(|store| w.line(store)));
    w.finish()
}

/// Statements that store what is given for a field, or else what is made for it.
fn made_unless_given(field: &str, given: &str, made: &str) -> Vec<String> {
    let line = format!("self.{field} = {made} if {given} is None else {given}");
    if line.chars().count() + 8 <= WIDTH {
        return vec![line];
    }
    let items = made.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).and_then(lines::parts);
    let made = match items {
        Some(items) => {
            let items = items.into_iter().map(|item| format!("        {item},"));
            [format!("    {given} = [")].into_iter().chain(items).chain(["    ]".to_owned()]).collect()
        }
        None => broken(&format!("    {given} = {made}"), 2),
    };
    let last = format!("self.{field} = {given}");
    [format!("if {given} is None:")].into_iter().chain(made).chain([last]).collect()
}

/// Whether Python would share the value among all that are made with it.
fn is_shared(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Struct(_))
}

/// The value whose bytes are zero, where there is one; else what is refused on the way in.
fn zero(types: &Types<'_>, ty: Type) -> String {
    match *types.inventory.kind(ty) {
        TypeKind::Primitive(Primitive::Char) => "\"\\0\"".to_owned(),
        TypeKind::Primitive(primitive) => primitives::zero(primitive).to_owned(),
        TypeKind::NonZero { primitive: _, nullable: true } => "None".to_owned(),
        TypeKind::NonZero { primitive: _, nullable: false } | TypeKind::Enum(_) => "0".to_owned(),
        TypeKind::Struct(id) => {
            let shown = fields(types, id).filter(|(_, field)| field.visibility == Visibility::Public);
            let values: Vec<String> = shown.map(|(_, field)| zero(types, field.ty)).collect();
            format!("{}({})", types.names.of(Item::Struct(id)), values.join(", "))
        }
        TypeKind::Union(id) => format!("{}()", types.names.of(Item::Union(id))),
        TypeKind::Array { element, len } => {
            format!("[{} for _ in {}({len})]", zero(types, element), types.names.python("range"))
        }
        TypeKind::Pointer { pointee, access: _, kind: _ } if types.opaque(pointee).is_some() => "None".to_owned(),
        TypeKind::Pointer { pointee: _, access: _, kind } => match kind {
            PointerKind::Raw | PointerKind::NonNull => "ffi.NULL".to_owned(),
            PointerKind::Reference | PointerKind::Nullable => "None".to_owned(),
        },
        TypeKind::Slice { nullable: false, .. } => "[]".to_owned(),
        TypeKind::Str { nullable: false } => "\"\"".to_owned(),
        TypeKind::Void
        | TypeKind::Tagged(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Slice { nullable: true, .. }
        | TypeKind::Str { nullable: true }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => "None".to_owned(),
    }
}
