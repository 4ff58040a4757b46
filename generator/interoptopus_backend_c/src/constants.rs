//! Constants: macros, so that the preprocessor and array sizes can use them.

use crate::comments::Comment;
use crate::literals::{self, lost_payload};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use interoptopus::Writer;
use interoptopus::model::{Constant, Item, TypeKind, Value};

/// An object-like macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Macro {
    pub(crate) comment: Comment,
    pub(crate) name: String,
    pub(crate) value: String,
}

/// The macros of all constants, by name.
pub(crate) fn lower(marshal: &Marshal<'_>, refusals: &mut Refusals) -> Vec<Macro> {
    let constants = marshal.inventory.constants().iter().enumerate();
    let mut macros: Vec<_> = constants.filter_map(|(at, c)| one(marshal, c, Item::Constant(at), refusals)).collect();
    macros.sort_by(|a, b| a.name.cmp(&b.name));
    macros
}

fn one(marshal: &Marshal<'_>, constant: &Constant, item: Item, refusals: &mut Refusals) -> Option<Macro> {
    let Constant { name: _, path, docs, ty, value, marks: _ } = constant;
    let expression = match (marshal.inventory.kind(*ty), value) {
        (TypeKind::Primitive(primitive), value) => literals::literal(*primitive, value),
        (TypeKind::Enum(id), Value::Int(value)) => {
            let at = marshal.inventory[*id].variants.iter().position(|v| v.value == *value);
            at.map(|at| marshal.names.variant(marshal.inventory, *id, at))
        }
        (
            TypeKind::NonZero { .. }
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Enum(_)
            | TypeKind::Void
            | TypeKind::Struct(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. },
            _,
        ) => None,
    };
    let Some(expression) = expression else {
        refusals.add(path, format!("C has no constant of type `{}` with this value", marshal.inventory.type_name(*ty)));
        return None;
    };
    let mut comment = marshal.comment(docs, item);
    if let Some(bits) = lost_payload(value) {
        comment = comment.sentence(format!("In Rust this NaN is {bits}, which C has no constant for."));
    }
    Some(Macro { comment, name: marshal.names.constant(constant), value: expression })
}

impl Macro {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Macro { comment, name, value } = self;
        comment.emit(w);
        w.line(format!("#define {name} {value}"));
    }
}

/// Whether any constant needs `math.h`.
pub(crate) fn need_maths(marshal: &Marshal<'_>) -> bool {
    marshal.inventory.constants().iter().any(|c| literals::needs_maths(&c.value))
}
