//! Results: the status, and the struct of a status and a value.

use crate::names::{Names, ours};
use crate::types::Types;
use interoptopus::Checked;
use interoptopus::model::{Builtin, StatusCode, Type, TypeKind};
use interoptopus_c_syntax::{Attribute, CType, Comment, Declared, Enum, Enumerator, Member, Struct};

/// The status, which looks like any other enum.
pub(crate) fn status(inventory: &Checked, names: &Names) -> Enum {
    let enumerators = StatusCode::ALL.map(|code| Enumerator {
        comment: if code == StatusCode::Ok { Comment::default() } else { Comment::text(code.meaning()) },
        name: names.status(code),
        value: code.value().to_string(),
    });
    let last_error = inventory.builtin_symbol(Builtin::LastError);
    Enum {
        comment: Comment::text(format!(
            "How a fallible call ended: a positive value is an error that its comment names, of a negative one \
             {last_error}() has the message."
        )),
        attribute: Attribute::default(),
        typedef: Some(Declared::new(names.ty(ours::STATUS), CType::named("int32_t"))),
        enumerators: enumerators.into(),
        macros: Vec::new(),
    }
}

/// The struct that a guarded function returns, if it returns more than a status.
pub(crate) fn lower(types: &Types<'_>, name: String, value: Type) -> Struct {
    let (what, on_failure) = match *types.inventory.kind(value) {
        TypeKind::Service(_) => ("An object or", "null"),
        TypeKind::Owned { nullable: true, .. } => ("Memory that the caller frees, or none, or", "none"),
        TypeKind::Owned { nullable: false, .. } => ("Memory that the caller frees or", "empty"),
        TypeKind::Slice { .. } => ("Elements or", "empty"),
        TypeKind::Str { .. } => ("A text or", "empty"),
        TypeKind::Pointer { .. } | TypeKind::CStr { .. } | TypeKind::Callback { .. } => ("A pointer or", "null"),
        TypeKind::Option { .. } => ("A value or none, or", "none"),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Array { .. }
        | TypeKind::Outcome { .. } => ("A value or", "zero"),
    };
    let ok = types.names.status(StatusCode::Ok);
    let comment = Comment::text(format!("{what} an error: `value` is {on_failure} unless `status` is #{ok}."));
    let status = Declared::new("status", CType::named(types.names.ty(ours::STATUS)));
    let value = Declared::new("value", types.of(value));
    Struct::new(comment, name, [status, value].map(Member::plain).into())
}
