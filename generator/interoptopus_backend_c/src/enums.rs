//! Enums: an exact integer type and constants for its values, as the size of a C enum is the compiler's choice.

use crate::comments::Comment;
use crate::constants::Macro;
use crate::declarator::{CType, Declared};
use crate::deprecated::{self, Deprecated};
use crate::marshal::Marshal;
use crate::names::Names;
use crate::{flags, literals, primitives, visibility};
use interoptopus::Writer;
use interoptopus::model::{Enum, EnumId, Item, Primitive, Type, Variant};

/// What may be passed.
pub(crate) const VALUES: &str = "only the values below may be passed.";

/// An integer type and the values that it may have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EnumDefinition {
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
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
    let Enum { name: _, path: _, docs, marks, repr, variants, flags, error } = &marshal.inventory[id];
    let typedef = has_typedef(marshal, ty, *error);
    let mut comment = marshal.comment(docs, Item::Enum(id));
    if typedef {
        let values = if *flags { flags::VALUES } else { VALUES };
        comment = comment.sentence(format!("{}: {values}", size(marshal.names, *repr)));
    }
    let comment = deprecated::comment(visibility::of_item(comment, marks), marks);
    let name = || Declared::new(marshal.names.of(marshal.inventory, ty), integer(marshal.names, *repr));
    let values = variants.iter().enumerate().map(|(at, Variant { name: _, docs, value })| {
        (marshal.comment(docs, Item::Variant(id, at)), marshal.names.variant(marshal.inventory, id, at), *value)
    });
    let plain = EnumDefinition::new(marshal.names, comment, typedef.then(name), *repr, values);
    EnumDefinition { deprecated: Deprecated::of(marshal.names, marks), ..plain }
}

/// Whether `ty` has a type in C: an error need not, whose values are statuses.
pub(crate) fn has_typedef(marshal: &Marshal<'_>, ty: Type, error: bool) -> bool {
    !error || marshal.is_value(ty)
}

/// The integer that an enum of this `repr` is.
pub(crate) fn integer(names: &Names, repr: Primitive) -> CType {
    CType::named(primitives::name(names, repr))
}

/// What readers who know C's enums should know of one of this `repr`.
pub(crate) fn size(names: &Names, repr: Primitive) -> String {
    match repr {
        Primitive::I8 | Primitive::U8 | Primitive::CChar => "One byte, unlike a C enum".to_owned(),
        Primitive::I16 | Primitive::U16 => "Two bytes, unlike a C enum".to_owned(),
        Primitive::I64 | Primitive::U64 => "Eight bytes, unlike a C enum".to_owned(),
        Primitive::I128 | Primitive::U128 => "Sixteen bytes, unlike a C enum".to_owned(),
        Primitive::Isize | Primitive::Usize => "As wide as a pointer, unlike a C enum".to_owned(),
        Primitive::Bool
        | Primitive::I32
        | Primitive::U32
        | Primitive::F32
        | Primitive::F64
        | Primitive::Char
        | Primitive::CLong
        | Primitive::CULong => format!("Of type `{}`, not a C enum", primitives::name(names, repr)),
    }
}

/// The value `value` of the enum `id`: a constant of it, or, of flags, several.
pub(crate) fn literal(marshal: &Marshal<'_>, id: EnumId, value: i128) -> Option<String> {
    let Enum { repr, variants, flags, .. } = &marshal.inventory[id];
    match variants.iter().position(|v| v.value == value) {
        Some(at) => Some(marshal.names.variant(marshal.inventory, id, at)),
        None if *flags => Some(flags::literal(marshal, id, *repr, value)),
        None => None,
    }
}

impl EnumDefinition {
    /// An integer of the type `repr`, and its values, each with its comment and name.
    pub(crate) fn new(
        names: &Names,
        comment: Comment,
        typedef: Option<Declared>,
        repr: Primitive,
        values: impl Iterator<Item = (Comment, String, i128)>,
    ) -> Self {
        let (mut enumerators, mut macros) = (Vec::new(), Vec::new());
        for (comment, name, value) in values {
            match i32::try_from(value) {
                Ok(i32::MIN) => enumerators.push(Enumerator { comment, name, value: "INT32_MIN".to_owned() }),
                Ok(int) => enumerators.push(Enumerator { comment, name, value: int.to_string() }),
                Err(_) => macros.push(Macro { comment, name, value: literals::integer(names, repr, value), needs_wide: false }),
            }
        }
        EnumDefinition { comment, deprecated: Deprecated::default(), typedef, enumerators, macros }
    }

    pub(crate) fn emit(&self, w: &mut Writer) {
        let EnumDefinition { comment, deprecated, typedef, enumerators, macros } = self;
        comment.emit(w);
        if let Some(typedef) = typedef {
            w.line(format!("{deprecated}typedef {};", typedef.declaration()));
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
