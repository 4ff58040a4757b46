//! The script that measures the memory of each type as cffi sees it.

use crate::{cdef, declarators};
use interoptopus::model::{Checked, Type};

/// The types with a memory of their own that the bindings declare.
pub(crate) fn types(inventory: &Checked) -> Vec<Type> {
    let is_declared = |ty: &Type| cdef::measured(inventory, *ty).is_some();
    inventory.definition_order().into_iter().filter(|ty| inventory.layout(*ty).is_some()).filter(is_declared).collect()
}

/// The script. Each number is cffi's: of a type it is told no more than the names.
pub(crate) fn script(inventory: &Checked, module: &str) -> String {
    let rows = types(inventory).into_iter().map(|ty| {
        let fields = cdef::measured(inventory, ty).unwrap_or_default().into_iter();
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

const PROBE: &str = include_str!("runtime/layout_probe.py");
