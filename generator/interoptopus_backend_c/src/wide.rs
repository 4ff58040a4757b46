//! Integers of 16 bytes: an extension, which only some compilers have. What needs them is left out on the others.

use crate::comments::Comment;
use crate::names::Names;
use interoptopus::Writer;
use interoptopus::model::{Inventory, Primitive, TypeKind};

/// The types, without the prefix.
pub(crate) const SIGNED: &str = "i128";
pub(crate) const UNSIGNED: &str = "u128";

/// What a compiler defines that has them.
pub(crate) const CONDITION: &str = "__SIZEOF_INT128__";

/// Whether anything is or holds one.
pub(crate) fn occur(inventory: &Inventory) -> bool {
    [Primitive::I128, Primitive::U128].iter().any(|&wide| inventory.find(TypeKind::Primitive(wide)).is_some())
}

/// The names of the types.
pub(crate) fn names(names: &Names) -> [String; 2] {
    [SIGNED, UNSIGNED].map(|name| names.ty(name))
}

/// The definitions of the types, which strict compilers allow as an extension that is asked for.
pub(crate) fn emit(w: &mut Writer, names: &Names) {
    guarded(w, Some(CONDITION), |w| {
        Comment::text("An integer of 16 bytes. Compilers that have none do not see what needs it.").emit(w);
        w.line(format!("__extension__ typedef __int128 {};", names.ty(SIGNED)));
        w.line(format!("__extension__ typedef unsigned __int128 {};", names.ty(UNSIGNED)));
    });
}

/// What `emit` writes, seen only by compilers that define what it `needs`, if that is anything.
pub(crate) fn guarded(w: &mut Writer, needs: Option<&str>, emit: impl FnOnce(&mut Writer)) {
    let Some(condition) = needs else { return emit(w) };
    w.line(format!("#ifdef {condition}"));
    emit(w);
    w.line("#endif");
}

/// `value` as a constant expression; C has no literals of such types.
pub(crate) fn literal(names: &Names, value: u128) -> String {
    let (high, low) = (value >> 64, value & u128::from(u64::MAX));
    let unsigned = names.ty(UNSIGNED);
    match high {
        0 => format!("(({unsigned})UINT64_C({low}))"),
        _ => format!("((({unsigned})UINT64_C(0x{high:x}) << 64) | UINT64_C(0x{low:x}))"),
    }
}

/// The same of a signed one. What is negative is the cast of its two's complement, which compilers that have the type define.
pub(crate) fn signed_literal(names: &Names, value: i128) -> String {
    format!("(({}){})", names.ty(SIGNED), literal(names, value as u128))
}
