//! Structs that stand for values that nest, in native signatures for Mono: see [`crate::types::flat`].

use crate::syntax;
use crate::types::flat::form::{Form, Part};
use crate::types::{Types, flat};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Type};
use std::collections::BTreeMap;

/// What native signatures have instead of a struct.
pub(crate) struct FlatStruct {
    /// What stands in memory.
    raw: String,
    form: Form,
}

/// All that there are, by name.
pub(crate) fn lower(types: &Types<'_>) -> BTreeMap<String, FlatStruct> {
    let mut all = BTreeMap::new();
    let mut add = |ty: Type, raw: String| {
        if let Ok(Some(form)) = flat::of(types.names, ty) {
            all.insert(flat::flat_name(&raw), FlatStruct { raw, form });
        }
    };
    let inventory = types.inventory;
    let taken = inventory.all_functions().flat_map(|(_, f)| &f.parameters).map(|p| p.ty);
    let by_callbacks = inventory.callbacks().iter().flat_map(|c| c.parameters.iter().map(|p| p.ty).chain([c.returns]));
    for ty in taken.chain(by_callbacks) {
        if let Ok(stored) = types.stored(ty) {
            add(ty, stored.alone().raw);
        }
    }
    for (_, function) in inventory.all_functions() {
        let Ok(returned) = types.returned(function.returns) else { continue };
        match function.crossing {
            Crossing::Bare => add(function.returns, returned.raw),
            Crossing::Guarded { error: _ } => add(function.abi_returns, types.dialect.result_of(&returned.raw)),
        }
    }
    all
}

pub(crate) fn emit(w: &mut Writer, name: &str, lowered: &FlatStruct) {
    let FlatStruct { raw, form } = lowered;
    w.line(match form {
        Form::Row { parts: _, size: None } => "[StructLayout(LayoutKind.Sequential)]".to_owned(),
        Form::Row { parts: _, size: Some(size) } => format!("[StructLayout(LayoutKind.Sequential, Size = {size})]"),
        Form::Placed { numbers: _, size } => format!("[StructLayout(LayoutKind.Explicit, Size = {size})]"),
    });
    syntax::open(w, &format!("internal struct {name}"), |w| {
        emit_numbers(w, form);
        w.blank();
        w.line(format!("internal {raw} Value => new Both {{ Flat = this }}.Nested;"));
        w.blank();
        w.line(format!("internal static {name} Of({raw} value) => new Both {{ Nested = value }}.Flat;"));
        w.blank();
        w.line("[StructLayout(LayoutKind.Explicit)]");
        syntax::open(w, "private struct Both", |w| {
            w.line(format!("[FieldOffset(0)] internal {raw} Nested;"));
            w.line(format!("[FieldOffset(0)] internal {name} Flat;"));
        });
    });
}

fn emit_numbers(w: &mut Writer, form: &Form) {
    let placed = |w: &mut Writer, numbers: &[(usize, &str)]| {
        for (index, (at, keyword)) in numbers.iter().enumerate() {
            w.line(format!("[FieldOffset({at})] private readonly {keyword} number{index};"));
        }
    };
    let parts = match form {
        Form::Placed { numbers, size: _ } => return placed(w, numbers),
        Form::Row { parts, size: _ } => parts,
    };
    for (index, part) in parts.iter().enumerate() {
        match part {
            Part::One(keyword) => w.line(format!("private readonly {keyword} number{index};")),
            Part::Overlapping(_) => w.line(format!("private readonly Overlapping{index} numbers{index};")),
        }
    }
    for (index, part) in parts.iter().enumerate() {
        let Part::Overlapping(numbers) = part else { continue };
        w.blank();
        w.line("[StructLayout(LayoutKind.Explicit)]");
        syntax::open(w, &format!("private struct Overlapping{index}"), |w| placed(w, numbers));
    }
}
