//! Structs that stand for values that nest, in native signatures for Mono: see [`crate::types::nesting`].

use crate::syntax;
use crate::types::nesting::flat::{Flat, Form, RowPart};
use crate::types::{Types, nesting};
use interoptopus::Writer;
use interoptopus::model::Type;
use std::collections::BTreeMap;

/// All that there are, by name.
pub(crate) fn lower(types: &Types<'_>) -> BTreeMap<String, Flat> {
    let inventory = types.inventory;
    let taken = inventory.all_functions().flat_map(|(_, f)| &f.parameters).map(|p| p.ty);
    let by_callbacks = inventory.callbacks().iter().flat_map(|c| c.parameters.iter().map(|p| p.ty).chain([c.returns]));
    let by_itself = |ty: Type| nesting::flat(types.names, ty, types.stored(ty).ok()?.alone().raw).ok().flatten();
    let returned = inventory.all_functions().filter_map(|(_, f)| types.conversions(f)?.returned.flat.clone());
    let all = taken.chain(by_callbacks).filter(|&ty| nesting::is_flat(types.names, ty)).filter_map(by_itself).chain(returned);
    all.map(|flat| (flat.name.clone(), flat)).collect()
}

pub(crate) fn emit(w: &mut Writer, flat: &Flat) {
    let Flat { name, raw, form } = flat;
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
            RowPart::One(keyword) => w.line(format!("private readonly {keyword} number{index};")),
            RowPart::Overlapping(_) => w.line(format!("private readonly Overlapping{index} numbers{index};")),
        }
    }
    for (index, part) in parts.iter().enumerate() {
        let RowPart::Overlapping(numbers) = part else { continue };
        w.blank();
        w.line("[StructLayout(LayoutKind.Explicit)]");
        syntax::open(w, &format!("private struct Overlapping{index}"), |w| placed(w, numbers));
    }
}
