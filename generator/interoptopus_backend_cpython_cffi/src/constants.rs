//! Constants: their values as literals.

use crate::docs::Docstring;
use crate::lines::broken;
use crate::literals::{self, Sequence};
use crate::marshal::Context;
use interoptopus::Writer;
use interoptopus::model::{Constant, Item};

/// The definition of the constant at `at`.
pub(crate) fn emit(cx: &Context<'_>, at: usize) -> String {
    let Constant { name: _, path: _, docs, ty, value, marks } = &cx.inventory.constants()[at];
    let item = Item::Constant(at);
    let value = literals::of(cx, *ty, value, Sequence::Tuple);
    let mut docs = Docstring::of(cx, docs, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    let line = format!("{}: {} = {value}", cx.names.of(item), cx.names.python("Final"));
    broken(&line, 0).iter().for_each(|line| w.line(line));
    docs.emit(&mut w, 0);
    w.finish()
}
