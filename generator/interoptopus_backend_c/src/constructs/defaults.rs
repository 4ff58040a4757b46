//! Defaults: macros with the initialiser of what Rust calls the default of a type.

use crate::literals;
use crate::types::Types;
use interoptopus::Refusals;
use interoptopus::model::{StructId, Subject, Type, Value};
use interoptopus_c_syntax::{Comment, Initialiser};

/// The default of the struct `id`, which is the type `ty`.
pub(crate) fn of_struct(
    types: &Types<'_>,
    ty: Type,
    id: StructId,
    values: &[Value],
    refusals: &mut Refusals,
) -> Option<Initialiser> {
    let value = Value::Struct(values.to_vec());
    let fields = types.inventory[id].fields.iter().zip(values);
    let elements = fields.filter_map(|(field, value)| literals::initialiser(types, field.ty, value)).collect();
    let Some(text) = literals::initialiser(types, ty, &value) else {
        refusals.add(&Subject::ty(types.inventory, ty), "C99 has no initialiser for its default: do without `default`");
        return None;
    };
    let of = types.names.of(types.inventory, ty);
    let name = types.names.default_of(types.inventory, ty);
    let mut comment = Comment::text(format!("What Rust calls the default, as in `{of} it = {name};`."));
    if let Some(bits) = literals::lost_payload(&value) {
        comment = comment.sentence(format!("In Rust a NaN of it is {bits}, which C has no constant for."));
    }
    Some(Initialiser { comment, name, value: text, elements })
}
