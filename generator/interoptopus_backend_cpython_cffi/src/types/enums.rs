//! Numeric enums: checked on the way in, looked up by value on the way out.

use super::conversion::Conversion;
use super::flags;
use super::passage::Passage;
use super::support::Support;
use super::table::Types;
use crate::runtime::parts::Part;
use crate::syntax::definitions::Definition;
use crate::syntax::expressions::{Expr, local, own};
use crate::syntax::statements::Stmt;
use interoptopus::model::{EnumId, Item};

/// The conversion of an enum.
pub(crate) fn conversion(types: &Types<'_>, id: EnumId) -> Conversion {
    if types.inventory[id].flags {
        return flags::conversion(types, id);
    }
    let name = own(types.names.of(Item::Enum(id)));
    let variants = own(by_value(types, id));
    let to_c = Part::OfEnum.call([Expr::Value, name.clone(), variants.clone()]);
    Conversion::converted(name, to_c, variants.of([Expr::Value]))
}

/// As a parameter it is checked in place, which spares a call.
pub(crate) fn passage(types: &Types<'_>, name: &str, id: EnumId) -> Passage {
    let kind = own(types.names.of(Item::Enum(id)));
    let value = local(name);
    let mut passage = Passage::new(name, kind.clone());
    let is_other = own(by_value(types, id)).attribute("get").call([value.clone()]).binary("is not", value.clone());
    let made = Stmt::assign(value.clone(), Part::Variant.call([value.clone(), kind]));
    passage.before = vec![Stmt::when(is_other, vec![made.with("to Rust, a value of no variant is undefined behaviour")])];
    passage.arguments = vec![value];
    passage
}

/// The variants by value, because calling the class takes longer than calling Rust.
pub(crate) fn table(types: &Types<'_>, id: EnumId) -> Support {
    let (key, variant) = (local("variant").attribute("value"), local("variant"));
    let variants = Expr::EachByKey {
        key: Box::new(key),
        value: Box::new(variant),
        item: "variant".to_owned(),
        of: Box::new(own(types.names.of(Item::Enum(id)))),
    };
    let name = by_value(types, id);
    Support::Definition(Definition::row(&name, Stmt::assign(name.as_str(), variants)))
}

/// The name of the table.
pub(crate) fn by_value(types: &Types<'_>, id: EnumId) -> String {
    format!("_{}_OF", types.names.private(types.names.type_of(Item::Enum(id))))
}
