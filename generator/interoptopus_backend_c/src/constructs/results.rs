//! Results: the status, and the struct of a status and a value.

use crate::literals::strings;
use crate::names::{Names, ours};
use crate::types::Types;
use interoptopus::Checked;
use interoptopus::docs::plain;
use interoptopus::model::{self, Builtin, StatusCode, Type, TypeKind, Variant};
use interoptopus::names::shouty_case;
use interoptopus_c_syntax::{Attribute, CType, Comment, Declared, Enum, Enumerator, Member, Struct, Verbatim};

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

/// The functions that tell the names and the meanings of statuses: of those that all functions have, and of the errors of each enum.
pub(crate) fn lower_functions(types: &Types<'_>) -> Vec<Verbatim> {
    let Types { inventory, names, .. } = types;
    if !names.needs.status {
        return Vec::new();
    }
    let statuses =
        StatusCode::ALL.map(|code| Told { status: code.value().into(), texts: [code.name(), code.meaning()].map(str::to_owned) });
    let of_all = names.told(&names.ty(ours::STATUS));
    let mut functions =
        lower_told(names, &of_all, &statuses, ["UNKNOWN", "An error of the library's own."].map(strings::literal));
    for (id, ty) in model::error_enums(inventory) {
        let errors = inventory[id].variants.iter().map(|Variant { name, docs, value }| {
            let (name, meaning) = (shouty_case(name), plain(&docs.parse().summary));
            let meaning = if meaning.is_empty() { name.clone() } else { meaning };
            Told { status: *value, texts: [name, meaning] }
        });
        let others = of_all.clone().map(|function| format!("{function}(status)"));
        functions.extend(lower_told(names, &names.told(&names.of(inventory, ty)), &errors.collect::<Vec<_>>(), others));
    }
    functions
}

/// A status, its name, and its meaning.
struct Told {
    status: i128,
    texts: [String; 2],
}

/// Two functions, each of which tells one of two texts of `all`, and of any other status what it is in `others`.
fn lower_told(names: &Names, functions: &[String; 2], all: &[Told], others: [String; 2]) -> Vec<Verbatim> {
    let comments = ["The name of a status, without what all names begin with.", "The meaning of a status, as a sentence."];
    let each = functions.iter().zip(comments).zip(others).enumerate();
    each.map(|(at, ((function, comment), other))| {
        let case = |told: &Told| format!("    case {}: return {};\n", told.status, strings::literal(&told.texts[at]));
        let cases: String = all.iter().map(case).collect();
        let head = format!("static inline const char *{function}({} status)", names.ty(ours::STATUS));
        let lines = format!("{head}\n{{\n    switch (status) {{\n{cases}    default: return {other};\n    }}\n}}");
        Verbatim { comment: Comment::text(comment), lines, condition: None }
    })
    .collect()
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
