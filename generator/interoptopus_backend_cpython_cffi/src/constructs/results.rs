//! What comes back: statuses, the exceptions that carry an error, and the value on success.

use crate::names::spelling;
use crate::runtime::Chunk;
use crate::syntax::lines::without_parentheses;
use crate::types::enums::by_value;
use crate::types::passage::Body;
use crate::types::pointers::dereferenced;
use crate::types::table::Types;
use interoptopus::model::{Checked, EnumId, Item, Loan, PointerKind, Presence, Type, TypeKind};

/// The enums that functions fail with, by name.
pub(crate) fn enums(inventory: &Checked) -> Vec<EnumId> {
    let mut all: Vec<EnumId> = inventory.all_functions().filter_map(|(_, function)| inventory.error_of(function)).collect();
    // Namespaces may have the same name.
    all.sort_by_key(|&id| (&inventory[id].name, &inventory[id].marks.namespace));
    all.dedup();
    all
}

/// The exception that carries a value of the enum: with more than one such enum, each has its own.
pub(crate) fn exception(types: &Types<'_>, id: EnumId) -> String {
    let is_only = enums(types.inventory).len() == 1;
    if is_only { "CallError".to_owned() } else { spelling::exception(types.names.of(Item::Enum(id))) }
}

/// The exceptions of the library's own errors.
pub(crate) fn exceptions(types: &Types<'_>) -> Vec<Chunk> {
    let enums = enums(types.inventory);
    let base = &types.names.base_exception;
    let general = "Rust returned an error.";
    let text = |chunk: String| format!("{chunk}\n\n{}", types.names.unhidden(TEXT));
    match enums[..] {
        [] => Vec::new(),
        [only] => vec![Chunk::new(text(class(types, "CallError", base, general, types.names.of(Item::Enum(only)))))],
        [..] => {
            let first = text(class(types, "CallError", base, general, &types.names.python("IntEnum")));
            let own = enums.iter().map(|&id| {
                let kind = types.names.of(Item::Enum(id));
                let docs = format!("Rust returned an error that is a variant of `{kind}`.");
                class(types, &exception(types, id), "CallError", &docs, kind)
            });
            [first].into_iter().chain(own).map(Chunk::new).collect()
        }
    }
}

const CLASS: &str = r#"class NAME(BASE):
    """DOCS"""

    @property
    def error(self) -> KIND:
        """Which one."""
        error: KIND = self.args[0]
        return error"#;

const TEXT: &str = r#"    def __str__(self) -> str:
        kind = type(self.error).__name__
        return f"{kind}.{self.error.name}""#;

fn class(types: &Types<'_>, name: &str, base: &str, docs: &str, kind: &str) -> String {
    let text = types.names.unhidden(CLASS);
    text.replace("NAME", name).replace("BASE", base).replace("DOCS", docs).replace("KIND", kind)
}

/// The call that raises what `status` stands for.
pub(crate) fn failure(types: &Types<'_>, error: Option<EnumId>, status: &str) -> String {
    match error {
        None => format!("_fail({status})"),
        Some(id) => format!("_fail_with({status}, {}, {})", exception(types, id), by_value(types, id)),
    }
}

/// Statements that return what the C expression `value` is.
pub(crate) fn returned(body: &mut Body<'_, '_>, ty: Type, value: &str, lines: &mut Vec<String>) -> Result<(), String> {
    let types = body.types;
    match *types.inventory.kind(ty) {
        TypeKind::Void => {}
        TypeKind::Option { value: inner } => {
            let option = body.variable("option", value, lines);
            lines.push(format!("if not {option}.is_some:"));
            lines.push("    return None".to_owned());
            returned(body, inner, &format!("{option}.value"), lines)?;
        }
        TypeKind::Pointer { pointee, access: _, kind }
            if matches!(kind, PointerKind::Reference | PointerKind::Nullable) && types.opaque(pointee).is_none() =>
        {
            if types.service(pointee).is_some() {
                return Err("an object of a service is lent only as a parameter; return an owned one".to_owned());
            }
            let pointer = body.variable("pointer", value, lines);
            if kind == PointerKind::Nullable {
                lines.push(format!("if not {pointer}:"));
                lines.push("    return None".to_owned());
            }
            returned(body, pointee, &dereferenced(types, pointee, &pointer), lines)?;
        }
        TypeKind::Slice { nullable: true, .. } | TypeKind::Str { nullable: true } | TypeKind::CStr { nullable: true } => {
            let local = body.variable("value", value, lines);
            let is_c = matches!(types.inventory.kind(ty), TypeKind::CStr { .. });
            lines.push(format!("if not {local}{}:", if is_c { "" } else { ".data" }));
            lines.push("    return None".to_owned());
            returned(body, types.inventory.definition_of(ty), &local, lines)?;
        }
        TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { nullable: false, .. }
        | TypeKind::Str { nullable: false }
        | TypeKind::CStr { nullable: false }
        | TypeKind::Outcome { .. } => {
            let conversion = types.of(ty);
            let from_c = conversion.from_c.clone()?;
            let value = if from_c.repeats() { body.variable("value", value, lines) } else { value.to_owned() };
            let value = without_parentheses(&from_c.of(&value));
            if from_c.is_untyped() {
                let local = body.scope.local("value");
                lines.push(format!("{local}: {} = {value}", body.scope.annotation(&conversion.gives)));
                lines.push(format!("return {local}"));
            } else {
                lines.push(format!("return {value}"));
            }
        }
    }
    Ok(())
}

/// What more than a status of 0 it takes for `value` to be lent, as a condition: a none is nothing that could be given back.
pub(crate) fn is_lent(loan: Loan, value: &str) -> Option<String> {
    match loan {
        Loan::Never | Loan::Always => None,
        Loan::IfSome(Presence::Flag) => Some(format!("{value}.is_some")),
        Loan::IfSome(Presence::Data) => Some(format!("{value}.data")),
        Loan::IfSome(Presence::Address) => Some(value.to_owned()),
    }
}
