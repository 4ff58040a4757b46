//! The script that measures the memory of each type as cffi sees it.

use crate::spelling::c_name;
use crate::{cdef, declarators, transparent};
use interoptopus::model::{Checked, Field, Inventory, Type, TypeKind};

/// The types with a memory of their own that the bindings declare.
pub(crate) fn types(inventory: &Checked) -> Vec<Type> {
    let is_declared = |ty: &Type| measured(inventory, *ty).is_some();
    inventory.definition_order().into_iter().filter(|ty| inventory.layout(*ty).is_some()).filter(is_declared).collect()
}

/// The script. Each number is cffi's: of a type it is told no more than the names.
pub(crate) fn script(inventory: &Checked, module: &str) -> String {
    let rows = types(inventory).into_iter().map(|ty| {
        let fields = measured(inventory, ty).unwrap_or_default().into_iter();
        let fields: String = fields.map(|(name, path)| format!("(\"{name}\", \"{path}\"), ")).collect();
        format!(
            "    (\"{}\", \"{}\", [{}]),\n",
            inventory.type_name(ty),
            declarators::name(inventory, ty),
            fields.trim_end_matches(", ")
        )
    });
    PROBE.replace("my_module", module).replace("    # TYPES\n", &rows.collect::<String>())
}

/// What a type with a memory of its own consists of: the inventory's name of each part, and how C leads there.
fn measured(inventory: &Inventory, ty: Type) -> Option<Vec<(String, String)>> {
    match *inventory.kind(ty) {
        TypeKind::Union(id) => Some(inventory[id].fields.iter().map(|f| (f.name.clone(), c_name(&f.name))).collect()),
        TypeKind::Tagged(id) => {
            let cases = inventory[id].cases.iter().flat_map(|case| {
                let path = move |f: &Field| format!("payload.{}.{}", c_name(&case.name), c_name(&f.name));
                case.fields.iter().map(move |f| (format!("{}.{}", case.name, f.name), path(f)))
            });
            Some([("tag".to_owned(), "tag".to_owned())].into_iter().chain(cases).collect())
        }
        TypeKind::Enum(_) => Some(Vec::new()),
        TypeKind::Struct(_) if transparent::inner(inventory, ty).is_some() => Some(Vec::new()),
        TypeKind::Struct(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. }
        | TypeKind::CStr { .. } => {
            let fields = cdef::fields(inventory, ty)?;
            Some(fields.into_iter().map(|field| (field.name.clone(), c_name(&field.name))).collect())
        }
    }
}

const PROBE: &str = include_str!("runtime/layout_probe.py");
