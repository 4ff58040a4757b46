//! Arrays: stored as they are.

use crate::names::Names;
use crate::names::twins::borrows;
use crate::runtime::Part;
use crate::syntax::{Template, generic_call, new};
use crate::types::arena;
use crate::types::conversions::{Stored, StoredOf};
use crate::types::validation::has_invalid;
use interoptopus::model::Type;

/// C# without unsafe code has to spell each element out.
const MOST_IN_UNITY: usize = 4096;

/// An array in memory: as it is.
pub(crate) fn stored(names: &Names<'_>, stored: StoredOf<'_>, ty: Type, element: Type, len: usize) -> Result<Stored, String> {
    stored(element)?;
    match len {
        0 => Err("C# has no type without a size: leave the empty array out".to_owned()),
        _ if len > MOST_IN_UNITY && names.dialect.is_unity() => {
            Err(format!("an array in C# without unsafe code has to name each element, and {len} are more than {MOST_IN_UNITY}"))
        }
        _ if borrows(names.inventory, ty) => Ok(stored_copied(names, ty, &stored(element)?, len)),
        _ => Ok(Stored::checked(names.name_of(ty).clone(), has_invalid(names.inventory, names.dialect, ty))),
    }
}

/// An array of what borrows in memory: as it is, of which the user has a copy in an array of C#.
fn stored_copied(names: &Names<'_>, ty: Type, element: &Stored, len: usize) -> Stored {
    let (raw, public) = (names.name_of(ty), &element.public);
    let (value, in_memory) = (Template::value, &element.element);
    let elements = [value(), len.to_string().into(), Template::arena(), Template::parameter(), arena::each_in(element)];
    let elements = generic_call("FfiArena", "Elements", [public.clone(), in_memory.clone()], elements);
    let all = [value().method("ToArray", []), arena::each_out(element)];
    let out = generic_call("Array", "ConvertAll", [in_memory.clone(), public.clone()], all);
    Stored::class(public.array(), raw.clone(), new(raw.clone(), [elements]), out).with_parts([Part::Arena])
}
