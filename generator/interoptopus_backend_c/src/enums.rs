//! Enums: an exact integer type and constants for its values, as the size of a C enum is the compiler's choice.

use crate::comments::Comment;
use crate::constants::Macro;
use crate::declarator::{CType, Declared};
use crate::marshal::Marshal;
use crate::{literals, primitives};
use interoptopus::Writer;
use interoptopus::model::{Enum, EnumId, Item, Primitive, Type, Variant};

/// An integer type and the values that it may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EnumDefinition {
    pub(crate) comment: Comment,
    /// None for errors that are never values but of the status.
    pub(crate) typedef: Option<Declared>,
    pub(crate) enumerators: Vec<Enumerator>,
    /// The values that are no `int`, which is what enumerators are in C.
    pub(crate) macros: Vec<Macro>,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Enumerator {
    pub(crate) comment: Comment,
    pub(crate) name: String,
    pub(crate) value: String,
}

/// The enum `id`, which is the type `ty`.
pub(crate) fn lower(marshal: &Marshal<'_>, ty: Type, id: EnumId) -> EnumDefinition {
    let Enum { name: _, path: _, docs, repr, variants, error, marks: _, flags: _ } = &marshal.inventory[id];
    let typedef = has_typedef(marshal, ty, *error);
    let mut comment = marshal.comment(docs, Item::Enum(id));
    if typedef {
        comment = comment.sentence(format!("{}only the values below may be passed.", size(*repr)));
    }
    let name = || Declared::new(marshal.names.of(marshal.inventory, ty), CType::named(primitives::name(*repr)));
    let (mut enumerators, mut macros) = (Vec::new(), Vec::new());
    for (at, Variant { name: _, docs, value }) in variants.iter().enumerate() {
        let comment = marshal.comment(docs, Item::Variant(id, at));
        let name = marshal.names.variant(marshal.inventory, id, at);
        match i32::try_from(*value) {
            Ok(i32::MIN) => enumerators.push(Enumerator { comment, name, value: "INT32_MIN".to_owned() }),
            Ok(int) => enumerators.push(Enumerator { comment, name, value: int.to_string() }),
            Err(_) => macros.push(Macro { comment, name, value: literals::integer(*repr, *value) }),
        }
    }
    EnumDefinition { comment, typedef: typedef.then(name), enumerators, macros }
}

/// Whether `ty` has a type in C: an error need not, whose values are statuses.
pub(crate) fn has_typedef(marshal: &Marshal<'_>, ty: Type, error: bool) -> bool {
    !error || marshal.is_value(ty)
}

/// What readers who know C's enums should know of this one.
fn size(repr: Primitive) -> String {
    match repr {
        Primitive::I8 | Primitive::U8 => "One byte, unlike a C enum: ".to_owned(),
        Primitive::I16 | Primitive::U16 => "Two bytes, unlike a C enum: ".to_owned(),
        Primitive::I64 | Primitive::U64 => "Eight bytes, unlike a C enum: ".to_owned(),
        Primitive::Isize | Primitive::Usize => "As wide as a pointer, unlike a C enum: ".to_owned(),
        Primitive::Bool
        | Primitive::I32
        | Primitive::U32
        | Primitive::F32
        | Primitive::F64
        | Primitive::I128
        | Primitive::U128
        | Primitive::Char
        | Primitive::CChar
        | Primitive::CLong
        | Primitive::CULong => {
            format!("Of type `{}`, not a C enum: ", primitives::name(repr))
        }
    }
}

impl EnumDefinition {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let EnumDefinition { comment, typedef, enumerators, macros } = self;
        comment.emit(w);
        if let Some(typedef) = typedef {
            w.line(format!("typedef {};", typedef.declaration()));
        }
        if let Some(last) = enumerators.len().checked_sub(1) {
            w.block("enum {", "};", |w| {
                for (i, Enumerator { comment, name, value }) in enumerators.iter().enumerate() {
                    comment.emit(w);
                    w.line(format!("{name} = {value}{}", if i == last { "" } else { "," }));
                }
            });
        }
        macros.iter().for_each(|m| m.emit(w));
    }
}
