//! Defaults: macros with the initialiser of what Rust calls the default of a type.

use crate::comments::Comment;
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::{arrays, literals};
use interoptopus::Writer;
use interoptopus::model::{StructId, Type, Value};

/// A macro that initialises a variable, in C and C++.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Initialiser {
    comment: Comment,
    name: String,
    value: String,
    /// What is in the braces, if there are any.
    elements: Vec<String>,
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
    let fields = marshal.inventory[id].fields.iter().zip(values);
    let elements = fields.filter_map(|(field, value)| literals::initialiser(marshal, field.ty, value)).collect();
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
    Some(Initialiser { comment, name, value: text, elements })
}

impl Initialiser {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Initialiser { comment, name, value, elements } = self;
        let one_line = format!("#define {name} {value}");
        w.blank();
        comment.emit(w);
        if one_line.chars().count() <= arrays::WIDTH || !value.starts_with('{') {
            return w.line(one_line);
        }
        w.block(format!("#define {name} {{ \\"), "}", |w| {
            arrays::lines(elements).iter().for_each(|line| w.line(format!("{line} \\")));
        });
    }
}
