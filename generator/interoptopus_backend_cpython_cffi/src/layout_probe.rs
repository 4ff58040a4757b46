//! The script that measures the memory of each type as cffi sees it.

use crate::cdef::names::c_name;
use crate::cdef::{definitions, types};
use interoptopus::model::{Checked, Field, Inventory, Type, TypeKind};

const PROBE: &str = include_str!("runtime/layout_probe.py");

/// A script that measures types.
pub(crate) struct LayoutProbe {
    module: String,
    types: Vec<Measured>,
}

/// A type that is measured.
struct Measured {
    /// The inventory's name.
    name: String,
    /// The name in C.
    c_name: String,
    /// The inventory's name of each field, and the path to it in C.
    fields: Vec<(String, String)>,
}

/// The script for the types with a memory of their own that `module` declares.
pub(crate) fn lower(inventory: &Checked, module: String) -> LayoutProbe {
    let laid_out = inventory.definition_order().into_iter().filter(|ty| inventory.layout(*ty).is_some());
    let measured = |ty: Type| {
        let fields = fields(inventory, ty)?;
        Some(Measured { name: inventory.type_name(ty), c_name: types::name(inventory, ty), fields })
    };
    LayoutProbe { module, types: laid_out.filter_map(measured).collect() }
}

impl LayoutProbe {
    /// The types that are measured, in the order in which they are.
    pub(crate) fn types(&self) -> impl Iterator<Item = &str> {
        self.types.iter().map(|ty| ty.name.as_str())
    }

    /// The script. Each number is cffi's: of a type it is told no more than the names.
    pub(crate) fn emit(&self) -> String {
        let rows = self.types.iter().map(|Measured { name, c_name, fields }| {
            let fields: Vec<String> = fields.iter().map(|(name, path)| format!("(\"{name}\", \"{path}\")")).collect();
            format!("    (\"{name}\", \"{c_name}\", [{}]),\n", fields.join(", "))
        });
        PROBE.replace("my_module", &self.module).replace("    # TYPES\n", &rows.collect::<String>())
    }
}

/// What a type with a memory of its own consists of: the inventory's name of each part, and how C leads there.
fn fields(inventory: &Inventory, ty: Type) -> Option<Vec<(String, String)>> {
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
        TypeKind::Struct(_) if inventory.transparent(ty).is_some() => Some(Vec::new()),
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
            let fields = definitions::fields(inventory, ty)?;
            Some(fields.into_iter().map(|field| (field.name.clone(), c_name(&field.name))).collect())
        }
    }
}
