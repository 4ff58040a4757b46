//! Defaults: macros with the initialiser of what Rust calls the default of a type.

use crate::comments::Comment;
use crate::literals;
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use interoptopus::Writer;
use interoptopus::model::{StructId, Type, Value};

/// A macro that initialises a variable, in C and C++.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Initialiser {
    comment: Comment,
    name: String,
    value: String,
}

/// The default of the struct `id`, which is the type `ty`.
pub(crate) fn of_struct(
    marshal: &Marshal<'_>,
    ty: Type,
    id: StructId,
    values: &[Value],
    refusals: &mut Refusals,
) -> Option<Initialiser> {
    let value = Value::Struct(values.to_vec());
    let Some(text) = literals::initialiser(marshal, ty, &value) else {
        refusals.add(&marshal.inventory[id].path, "C99 has no initialiser for its default: do without `default`");
        return None;
    };
    let of = marshal.names.of(marshal.inventory, ty);
    let name = marshal.names.default_of(marshal.inventory, ty);
    let mut comment = Comment::text(format!("What Rust calls the default, as in `{of} it = {name};`."));
    if let Some(bits) = literals::lost_payload(&value) {
        comment = comment.sentence(format!("In Rust a NaN of it is {bits}, which C has no constant for."));
    }
    Some(Initialiser { comment, name, value: text })
}

impl Initialiser {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Initialiser { comment, name, value } = self;
        comment.emit(w);
        w.line(format!("#define {name} {value}"));
    }
}
