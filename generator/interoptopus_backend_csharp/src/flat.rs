//! Values of up to 16 bytes where structs nest, without the nesting: all numbers in one struct, each where it was.
//!
//! On x86-64 such a struct goes in the registers that the numbers in each of its halves ask for. Mono adds up two offsets, however many there
//! are, and takes what comes last in a half for all that is used of it: so it looks in the wrong half, cuts what is there, or aborts.

pub(crate) mod form;

use crate::context::Context;
use crate::layouts::PLATFORMS;
use crate::marshal::{Alone, Returned};
use crate::syntax::{self, Template, word};
use form::{Form, Part};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Field, Inventory, Type, TypeKind};
use std::collections::BTreeMap;

/// What is larger goes through memory, and nobody looks into it.
const LARGEST: usize = 16;
/// What a register holds.
const HALF: usize = 8;

/// What native signatures have instead of a struct.
pub(crate) struct Lowered {
    /// What stands in memory.
    raw: String,
    form: Form,
}

/// The name of what stands for `raw`.
fn name_of(raw: &str) -> String {
    // A type of the users' may be called as a pattern of ours is without its `Ffi`.
    let own = if raw.starts_with("Ffi") { raw.to_owned() } else { word(raw) };
    format!("FfiFlat{own}")
}

/// What stands for `ty` where it crosses by value; none if it crosses as it is.
fn of(cx: &Context<'_>, ty: Type) -> Result<Option<Form>, String> {
    let (inventory, ty) = (cx.inventory, cx.inventory.abi_value(ty));
    if !cx.dialect.is_unity() || inventory.extent_by_c(ty, PLATFORMS[0]).size > LARGEST {
        return Ok(None);
    }
    let refused = |what: &str| {
        let name = inventory.type_name(ty);
        Err(format!("Mono loses its way in `{name}` by value, {what}: hand it over behind a reference"))
    };
    if is_unaligned(inventory, ty) {
        return refused("whose few bytes are not aligned");
    }
    match form::of(inventory, ty) {
        _ if depth(inventory, ty) < 2 => Ok(None),
        None => refused("in whose few bytes words overlap other things in structs in structs"),
        form => Ok(form),
    }
}

/// Whether Mono finds registers for numbers that the ABI has in memory, because they are not aligned: Mono sees only those in both halves.
fn is_unaligned(inventory: &Inventory, ty: Type) -> bool {
    let numbers = inventory.numbers_by_c(ty, PLATFORMS[0]);
    let is_seen = numbers.iter().any(|n| n.at % HALF + n.size > HALF);
    !is_seen && numbers.iter().any(|n| n.at % n.size != 0)
}

/// How many structs of C# are around the innermost number. Overlapping ones are in an order that Mono may cut.
fn depth(inventory: &Inventory, ty: Type) -> usize {
    let within = |fields: &[Field]| fields.iter().map(|f| depth(inventory, f.ty)).max().unwrap_or(0);
    match *inventory.kind(ty) {
        TypeKind::Void
        | TypeKind::Opaque(_)
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Callback { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Service(_) => 0,
        TypeKind::Slice { .. } | TypeKind::Str { .. } => 1,
        TypeKind::Struct(id) => 1 + within(&inventory[id].fields),
        TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } => 1 + depth(inventory, inner),
        // What is transparent is by itself in it.
        TypeKind::Outcome { value } => 1 + depth(inventory, inventory.abi_value(value)),
        TypeKind::Union(_) | TypeKind::Tagged(_) => 2,
    }
}

/// `alone`, which is a `ty`, as it crosses.
pub(crate) fn by_itself(cx: &Context<'_>, ty: Type, alone: Alone) -> Result<Alone, String> {
    let Some(_) = of(cx, ty)? else { return Ok(alone) };
    let flat = name_of(&alone.raw);
    let into = format!("{flat}.Of({})", alone.into.on("$")).into();
    Ok(Alone { into, out: alone.out.on("$.Value").into(), raw: flat })
}

/// `returned`, which is a `ty`, as a function gives it back that crosses so.
pub(crate) fn returned(cx: &Context<'_>, ty: Type, returned: Returned, crossing: Crossing) -> Result<Returned, String> {
    let whole = match crossing {
        Crossing::Bare => ty,
        Crossing::Guarded { error: _ } => match cx.inventory.find(TypeKind::Outcome { value: ty }) {
            Some(outcome) => outcome,
            None => return Ok(returned),
        },
    };
    let Some(_) = of(cx, whole)? else { return Ok(returned) };
    match crossing {
        Crossing::Guarded { error: _ } => Ok(Returned { flat: Some(name_of(&cx.dialect.result_of(&returned.raw))), ..returned }),
        Crossing::Bare => {
            let nested = |template: Template| Template::new(template.on("$.Value"));
            let (is_some, discard) = (returned.is_some.map(nested), returned.discard.map(nested));
            Ok(Returned { out: nested(returned.out), raw: name_of(&returned.raw), is_some, discard, ..returned })
        }
    }
}

/// All that there are, by name.
pub(crate) fn lower(cx: &Context<'_>) -> BTreeMap<String, Lowered> {
    let mut all = BTreeMap::new();
    let mut add = |ty: Type, raw: String| {
        if let Ok(Some(form)) = of(cx, ty) {
            all.insert(name_of(&raw), Lowered { raw, form });
        }
    };
    let inventory = cx.inventory;
    let taken = inventory.all_functions().flat_map(|(_, f)| &f.parameters).map(|p| p.ty);
    let by_callbacks = inventory.callbacks().iter().flat_map(|c| c.parameters.iter().map(|p| p.ty).chain([c.returns]));
    for ty in taken.chain(by_callbacks) {
        if let Ok(stored) = cx.stored(ty) {
            add(ty, stored.alone().raw);
        }
    }
    for (_, function) in inventory.all_functions() {
        let Ok(returned) = cx.returned(function.returns) else { continue };
        match function.crossing {
            Crossing::Bare => add(function.returns, returned.raw),
            Crossing::Guarded { error: _ } => add(function.abi_returns, cx.dialect.result_of(&returned.raw)),
        }
    }
    all
}

pub(crate) fn emit(w: &mut Writer, name: &str, lowered: &Lowered) {
    let Lowered { raw, form } = lowered;
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
