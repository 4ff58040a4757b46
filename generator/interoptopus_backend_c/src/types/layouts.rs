//! Layouts that no C compiler would give a type, found before any is asked.

use interoptopus::Checked;
use interoptopus::model::{self, Layout, Target, Type};

/// Refuses a type that a C compiler would lay out otherwise than Rust does, unless that is because of a type in it.
pub(crate) fn check(inventory: &Checked, ty: Type) -> Result<(), String> {
    match difference(inventory, ty) {
        Some(how) if model::contained(inventory, ty).into_iter().all(|inner| difference(inventory, inner).is_none()) => {
            Err(format!("{how}: write `#[repr(C)]`, with `packed` or `align` if need be"))
        }
        Some(_) | None => Ok(()),
    }
}

/// The difference between the layouts by Rust and by C; none where Rust did not say.
fn difference(inventory: &Checked, ty: Type) -> Option<String> {
    let (real, by_c) = (inventory.layout(ty)?, model::layout_by_c(inventory, ty, Target::host())?);
    for in_c in &by_c.fields {
        if let Some(field) = real.fields.iter().find(|f| f.name == in_c.name).filter(|field| *field != in_c) {
            return Some(format!("its field `{}` is at byte {}, in C it would be at {}", field.name, field.offset, in_c.offset));
        }
    }
    let (Layout { size, align, fields: _ }, Layout { size: c_size, align: c_align, fields: _ }) = (real, by_c);
    let differs = (*size, *align) != (c_size, c_align);
    differs.then(|| format!("it has {size} bytes aligned to {align}, in C it would have {c_size} aligned to {c_align}"))
}
