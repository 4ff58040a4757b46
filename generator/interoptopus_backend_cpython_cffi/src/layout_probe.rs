//! The script that measures the memory of each type as cffi sees it.

use interoptopus::model::{self, Checked, Type, TypeKind};
use interoptopus_c_syntax::{Case, Definition, Kind, PAYLOAD, Struct, TAG};

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

/// The script for those of `definitions`, which `module` declares, that have a layout.
pub(crate) fn lower(inventory: &Checked, definitions: &[(Type, Definition)], module: String) -> LayoutProbe {
    let laid_out = definitions.iter().filter(|(ty, _)| inventory.layout(*ty).is_some());
    let measured = |(ty, definition): &(Type, Definition)| {
        let c_name = definition.kind.name()?.to_owned();
        let fields = names(inventory, *ty).into_iter().zip(paths(&definition.kind)).collect();
        Some(Measured { name: model::type_name(inventory, *ty), c_name, fields })
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

/// The inventory's name of each field, in the order of [`paths`].
fn names(inventory: &Checked, ty: Type) -> Vec<String> {
    let TypeKind::Tagged(id) = *inventory.kind(ty) else {
        return inventory.layout(ty).into_iter().flat_map(|layout| &layout.fields).map(|field| field.name.clone()).collect();
    };
    // The layout has the fields of all cases by where they are.
    let of_case =
        |case: &model::Case| case.fields.iter().map(|field| format!("{}.{}", case.name, field.name)).collect::<Vec<_>>();
    [TAG.to_owned()].into_iter().chain(inventory[id].cases.iter().flat_map(of_case)).collect()
}

/// The path to each field; an alias has none of its own.
fn paths(kind: &Kind) -> Vec<String> {
    let names = |definition: &Struct| definition.members.iter().map(|member| member.declared.name.clone()).collect::<Vec<_>>();
    match kind {
        Kind::Struct(definition) => names(definition),
        Kind::Tagged(definition) => {
            let of_case = |case: &Case| {
                let names = names(&case.holds).into_iter();
                names.map(|name| format!("{PAYLOAD}.{}.{name}", case.member)).collect::<Vec<_>>()
            };
            [TAG.to_owned()].into_iter().chain(definition.cases.iter().flat_map(of_case)).collect()
        }
        Kind::Enum(_) | Kind::Alias(_) | Kind::Incomplete(_) => Vec::new(),
    }
}
