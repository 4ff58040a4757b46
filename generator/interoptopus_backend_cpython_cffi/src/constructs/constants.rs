//! Constants: their values as literals.

use crate::docs::Docstring;
use crate::literals::{self, Sequence};
use crate::syntax::lines::broken;
use crate::types::table::Types;
use interoptopus::Writer;
use interoptopus::model::{Constant, Item};

/// The definition of the constant at `at`.
pub(crate) fn emit(types: &Types<'_>, at: usize) -> String {
    let Constant { name: _, path: _, docs, ty, value, marks } = &types.inventory.constants()[at];
    let item = Item::Constant(at);
    let value = literals::of(types, *ty, value, Sequence::Tuple);
    let mut docs = Docstring::of(types, docs, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    let line = format!("{}: {} = {value}", types.names.of(item), types.names.python("Final"));
    broken(&line, 0).iter().for_each(|line| w.line(line));
    docs.emit(&mut w, 0);
    w.finish()
}
