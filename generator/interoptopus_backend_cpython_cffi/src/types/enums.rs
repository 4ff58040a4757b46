//! Numeric enums: checked on the way in, looked up by value on the way out.

use super::conversion::{Conversion, Template};
use super::flags;
use super::passage::Passage;
use super::table::Types;
use crate::names::scope::Scope;
use crate::runtime::Chunk;
use interoptopus::model::{EnumId, Item, TypeKind};

/// How an enum crosses.
pub(crate) fn conversion(types: &Types<'_>, id: EnumId) -> Conversion {
    if types.inventory[id].flags {
        return flags::conversion(types, id);
    }
    let name = types.names.of(Item::Enum(id)).to_owned();
    let to_c = Template::new(format!("_enum($, {name})"));
    let from_c = Template::new(format!("{}[$]", by_value(types, id)));
    Conversion::converted(name, to_c, from_c)
}

/// As a parameter it is checked in place, which spares a call.
pub(crate) fn passage(types: &Types<'_>, scope: &Scope<'_>, name: &str, id: EnumId) -> Passage {
    let kind = types.names.of(Item::Enum(id));
    let mut passage = Passage::new(name, kind.to_owned());
    passage.before = vec![
        format!("if {}({name}) is not {kind}:", scope.python("type")),
        format!("    {name} = _variant({name}, {kind})  # to Rust, a value of no variant is undefined behaviour"),
    ];
    passage.arguments = vec![name.to_owned()];
    passage
}

/// The variants by value, because calling the class takes longer than calling Rust.
pub(crate) fn table(types: &Types<'_>, id: EnumId) -> Chunk {
    let name = types.names.of(Item::Enum(id));
    Chunk::new(format!("{} = {{variant.value: variant for variant in {name}}}", by_value(types, id)))
}

/// The name of the table.
pub(crate) fn by_value(types: &Types<'_>, id: EnumId) -> String {
    let ty = types.inventory.find(TypeKind::Enum(id));
    format!("_{}_OF", ty.map_or("", |ty| types.names.private(ty)))
}
