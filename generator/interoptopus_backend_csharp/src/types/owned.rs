//! Owned strings and vectors: results that are copied, and then freed.

use crate::names::Names;
use crate::runtime::Part;
use crate::syntax::{CsType, Expr, Template, generic_call};
use crate::types::conversions::{Returned, Stored, StoredOf};
use crate::types::layouts::PLATFORMS;
use crate::types::{slices, strings};
use interoptopus::model::{self, Content, Type};

/// The result that comes out as a string or a slice does, and then is freed.
pub(crate) fn returned(names: &Names<'_>, stored: StoredOf<'_>, content: Content, nullable: bool) -> Result<Returned, String> {
    let (returned, element, alignment) = match content {
        Content::Elements(element) => {
            let Stored { element: raw, .. } = stored(element)?;
            (slices::returned(names, stored, element, nullable)?, raw, alignment(names, element)?)
        }
        Content::Text => (strings::returned(names.dialect, nullable), CsType::BYTE, "1".into()),
    };
    let memory = ["Address", "Length"].map(|member| Template::value().member(member));
    let free = generic_call("FfiOwned", "Free", vec![element], memory.into_iter().chain([alignment.lifted()]));
    let mut parts = returned.parts.clone();
    parts.add(Part::Owned);
    Ok(Returned { free: Some(free), parts, ..returned })
}

/// The alignment of elements of type `ty`.
fn alignment(names: &Names<'_>, ty: Type) -> Result<Expr, String> {
    let on = PLATFORMS.map(|platform| model::extent_by_c(names.inventory, ty, platform).align);
    if on.iter().all(|align| *align == on[0]) {
        Ok(on[0].to_string().into())
    } else if on == PLATFORMS.map(|platform| platform.word) {
        Ok(Expr::Type(CsType::Known("IntPtr")).member("Size"))
    } else {
        Err(format!(
            "C# cannot free elements of `{}`, which are aligned as a C `long` is: take integers of one size",
            model::type_name(names.inventory, ty)
        ))
    }
}
