//! How guarded functions end: the status, and the struct of a status and a value.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::deprecated::Deprecated;
use crate::enums::{EnumDefinition, Enumerator};
use crate::marshal::Marshal;
use crate::names::Names;
use crate::structs::{Member, StructDefinition};
use interoptopus::Checked;
use interoptopus::model::{Crossing, Own, Type, TypeKind};

/// The type of statuses, without the prefix.
pub(crate) const STATUS: &str = "Status";

/// A status that is ours.
pub(crate) struct Status {
    /// Without the prefix.
    pub(crate) name: &'static str,
    pub(crate) value: i32,
    docs: &'static str,
}

/// Every status that is ours: those below 0 are the same for all libraries.
pub(crate) const STATUSES: [Status; 6] = [
    Status { name: "STATUS_OK", value: 0, docs: "" },
    Status { name: "STATUS_PANIC", value: -1, docs: "Rust panicked." },
    Status { name: "STATUS_NULL", value: -2, docs: "A pointer is null that must not be." },
    Status { name: "STATUS_UTF8", value: -3, docs: "A text is not UTF-8." },
    Status { name: "STATUS_INVALID", value: -4, docs: "A value or a slice that its type does not have." },
    Status {
        name: "STATUS_BUSY",
        value: -5,
        docs: "An object is in use by another call, on this thread or another, that excludes this one.",
    },
];

/// Whether any function can say how it ended.
pub(crate) fn has_status(inventory: &Checked) -> bool {
    let outcome = |ty: Type| matches!(inventory.kind(ty), TypeKind::Outcome { .. });
    let guarded = |crossing: Crossing| matches!(crossing, Crossing::Guarded { .. });
    !inventory.services().is_empty()
        || inventory.all_functions().any(|(_, f)| guarded(f.crossing) || outcome(f.abi_returns))
        || inventory.definition_order().into_iter().any(outcome)
}

/// The status, which looks like any other enum.
pub(crate) fn status(inventory: &Checked, names: &Names) -> EnumDefinition {
    let enumerators = STATUSES.iter().map(|&Status { name, value, docs }| {
        let comment = if docs.is_empty() { Comment::default() } else { Comment::text(docs) };
        Enumerator { comment, name: names.value(name), value: value.to_string() }
    });
    let last_error = inventory.own_symbol(Own::LastError);
    EnumDefinition {
        comment: Comment::text(format!(
            "How a fallible call ended: a positive value is an error that its comment names, of a negative one \
             {last_error}() has the message."
        )),
        deprecated: Deprecated::default(),
        typedef: Some(Declared::new(names.ty(STATUS), CType::named("int32_t"))),
        enumerators: enumerators.collect(),
        macros: Vec::new(),
    }
}

/// What a guarded function returns, if it returns more than a status.
pub(crate) fn lower(marshal: &Marshal<'_>, path: String, name: String, value: Type) -> StructDefinition {
    let (what, on_failure) = match *marshal.inventory.kind(value) {
        TypeKind::Service(_) => ("An object", "null"),
        TypeKind::Slice { .. } => ("Elements", "empty"),
        TypeKind::Str { .. } => ("A text", "empty"),
        TypeKind::Pointer { .. } | TypeKind::CStr { .. } | TypeKind::Callback { .. } => ("A pointer", "null"),
        TypeKind::Option { .. } => ("A value or none", "none"),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Array { .. }
        | TypeKind::Outcome { .. } => ("A value", "zero"),
    };
    let ok = marshal.names.value(STATUSES[0].name);
    let or = if what.contains(" or ") { ", or" } else { " or" };
    let comment = Comment::text(format!("{what}{or} an error: `value` is {on_failure} unless `status` is #{ok}."));
    let status = Declared::new("status", CType::named(marshal.names.ty(STATUS)));
    let value = Declared::new("value", marshal.of(value));
    StructDefinition::new(path, comment, name, [status, value].map(Member::plain).into())
}
