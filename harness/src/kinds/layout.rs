//! `layout::…`: size, alignment, offsets and signedness, as a foreign language measures them, are those of Rust.

use super::signs::{Sign, signs};
use crate::expressible::expressible;
use crate::failure::Failure;
use crate::language::Language;
use crate::layouts::Measured;
use crate::plan::{Plan, Tested};
use crate::stage::Stage;
use interoptopus::Checked;
use interoptopus::model::{self, Inventory, Layout, Repr, Type, TypeKind};
use std::sync::Arc;

/// `layout::<toolchain>::<type>`, and that no type is forgotten.
pub(crate) fn of_toolchain(plan: &mut Plan, Tested { language, toolchain, .. }: &mut Tested) {
    if toolchain.only_runs() {
        return;
    }
    let stage = Arc::new(Stage::<Vec<Measured>>::default());
    let types = toolchain.layout_types();
    let (language, name, measured) = (language.clone(), toolchain.name(), types.clone());
    plan.trial(format!("layout::{name}::nothing_forgotten"), move |context| {
        nothing_forgotten(&context.inventory, &*language, name, &measured)
    });
    for ty in types {
        let (toolchain, stage) = (toolchain.clone(), stage.clone());
        plan.trial(format!("layout::{name}::{ty}"), move |context| {
            let measured = stage.get(|| toolchain.layouts(context))?;
            compare(&context.inventory, &ty, measured)
        });
    }
}

/// Compares what was measured of one type with what Rust knows.
fn compare(inventory: &Inventory, name: &str, measured: &[Measured]) -> Result<(), Failure> {
    let nothing = || Failure::new(format!("nobody measured `{name}`"));
    let ty = inventory
        .types()
        .find(|&ty| inventory.layout(ty).is_some() && model::type_name(inventory, ty) == name)
        .ok_or_else(nothing)?;
    let layout = inventory.layout(ty).ok_or_else(nothing)?;
    let own: Vec<_> = measured.iter().filter(|m| m.ty == name).collect();
    let whole = own.iter().find(|m| m.field.is_none()).ok_or_else(nothing)?;
    let mut wrong = Vec::new();
    let mut check = |what: &str, rust: Option<String>, foreign: Option<String>| {
        if rust != foreign {
            let word = |value: Option<String>| value.unwrap_or_else(|| "unknown".to_owned());
            wrong.push(format!("  {name}{what}: {} in Rust, {} here", word(rust), word(foreign)));
        }
    };
    let number = |value: usize| Some(value.to_string());
    check(" is so many bytes", number(layout.size), number(whole.size));
    // Some languages know of no more alignment than their own, and need not tell that.
    if whole.align.is_some() || !model::contains(inventory, ty, &|ty| is_aligned(inventory, ty)) {
        check(" is aligned to", number(layout.align), whole.align.map(|align| align.to_string()));
    }
    if let TypeKind::Enum(id) = inventory.kind(ty) {
        check("'s sign", sign(Some(inventory[*id].repr.is_signed())), sign(whole.signed));
    }
    let signs = signs(inventory, ty);
    for field in &layout.fields {
        let what = |fact: &str| format!(".{}{fact}", field.name);
        match own.iter().find(|m| m.field.as_deref() == Some(&field.name)) {
            // Some languages have another name for its one field's type, and no field.
            None if is_transparent(inventory, ty) => {}
            None => check(&format!(".{}", field.name), Some("a field".to_owned()), None),
            Some(m) => {
                check(&what(" is at"), number(field.offset), m.offset.map(|offset| offset.to_string()));
                check(&what(" is so many bytes"), number(field.size), number(m.size));
                match signs.get(&field.name) {
                    Some(Sign::Of(signed)) => check(&what("'s sign"), sign(Some(*signed)), sign(m.signed)),
                    Some(Sign::IfTold(signed)) if m.signed.is_some() => {
                        check(&what("'s sign"), sign(Some(*signed)), sign(m.signed));
                    }
                    Some(Sign::IfTold(_)) | None => {}
                }
            }
        }
    }
    for extra in own.iter().filter_map(|m| m.field.as_deref()).filter(|field| !has(layout, field)) {
        check(&format!(".{extra}"), None, Some("a field".to_owned()));
    }
    if wrong.is_empty() { Ok(()) } else { Err(Failure::new(format!("`{name}` is not what it is in Rust\n{}", wrong.join("\n")))) }
}

/// Whether every type of the bindings is measured: structs, unions, enums with and without data. Errors need not be: some languages have only
/// statuses for them.
fn nothing_forgotten(inventory: &Checked, language: &dyn Language, toolchain: &str, measured: &[String]) -> Result<(), Failure> {
    let columns = language.columns();
    let column = columns.iter().find(|column| column.toolchains.contains(&toolchain));
    let column = column.ok_or_else(|| Failure::new(format!("{toolchain} is in no column of `{}`", language.name())))?;
    let (kept, _) = expressible(language, column, inventory)?;
    let is_type = |kind: &TypeKind| match kind {
        TypeKind::Enum(id) => !kept[*id].error,
        kind => matches!(kind, TypeKind::Struct(_) | TypeKind::Union(_) | TypeKind::Tagged(_)),
    };
    let types = kept.types().filter(|&ty| is_type(kept.kind(ty))).map(|ty| model::type_name(&kept, ty));
    let mut forgotten: Vec<_> = types.filter(|name| !measured.contains(name)).map(|name| format!("  {name}")).collect();
    forgotten.sort();
    match forgotten.len() {
        0 => Ok(()),
        n => Err(Failure::new(format!("{n} type(s) are in the bindings and never measured\n{}", forgotten.join("\n")))),
    }
}

fn has(layout: &Layout, field: &str) -> bool {
    layout.fields.iter().any(|f| f.name == field)
}

fn sign(signed: Option<bool>) -> Option<String> {
    signed.map(|signed| if signed { "signed" } else { "unsigned" }.to_owned())
}

fn is_aligned(inventory: &Inventory, ty: Type) -> bool {
    matches!(inventory.kind(ty), TypeKind::Struct(id) if matches!(inventory[*id].repr, Repr::Aligned(_)))
}

fn is_transparent(inventory: &Inventory, ty: Type) -> bool {
    matches!(inventory.kind(ty), TypeKind::Struct(id) if inventory[*id].repr == Repr::Transparent)
}
