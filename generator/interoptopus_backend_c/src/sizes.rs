//! Elements of arrays and values of options need a size: C refuses them even behind a pointer if they have none.

use crate::marshal::Marshal;
use crate::names;
use crate::refusals::Refusals;
use interoptopus::model::TypeKind;

/// Refuses arrays and options of what C knows only behind pointers.
pub(crate) fn check(marshal: &Marshal<'_>, refusals: &mut Refusals) {
    for ty in marshal.inventory.types().filter(|&ty| marshal.is_value(ty)) {
        let (TypeKind::Array { element: part, .. } | TypeKind::Option { value: part }) = *marshal.inventory.kind(ty) else {
            continue;
        };
        if matches!(marshal.inventory.kind(part), TypeKind::Opaque(_) | TypeKind::Void) {
            let whole = marshal.inventory.type_name(ty);
            let reason = format!("`{whole}` contains what C knows no size of: use a pointer to it");
            refusals.add(&names::path(marshal.inventory, part), reason);
        }
    }
}
