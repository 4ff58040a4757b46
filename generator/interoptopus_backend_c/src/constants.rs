//! Constants: macros, so that the preprocessor and array sizes can use them; arrays and structs are objects.

use crate::arrays::{Form, Object};
use crate::comments::Comment;
use crate::deprecated::{self, Deprecated};
use crate::literals::{self, lost_payload};
use crate::marshal::Marshal;
use crate::refusals::Refusals;
use crate::{arrays, strings, visibility, wide};
use interoptopus::Writer;
use interoptopus::model::{Constant, Item, Primitive, Type, TypeKind, Value};

/// An object-like macro.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Macro {
    pub(crate) comment: Comment,
    pub(crate) name: String,
    pub(crate) value: String,
    /// Whether only compilers with integers of 16 bytes can use it.
    pub(crate) needs_wide: bool,
}

/// The constants, each kind by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Constants {
    pub(crate) macros: Vec<Macro>,
    pub(crate) objects: Vec<Object>,
}

/// All constants.
pub(crate) fn lower(marshal: &Marshal<'_>, refusals: &mut Refusals) -> Constants {
    let mut all = Constants::default();
    for (at, constant) in marshal.inventory.constants().iter().enumerate() {
        if one(marshal, constant, Item::Constant(at), &mut all).is_none() {
            let ty = marshal.inventory.type_name(constant.ty);
            refusals.add(&constant.path, format!("C99 has no constant of type `{ty}` with this value"));
        }
    }
    all.macros.sort_by(|a, b| a.name.cmp(&b.name));
    all.objects.sort_by(|a, b| a.declared.name.cmp(&b.declared.name));
    all
}

fn one(marshal: &Marshal<'_>, constant: &Constant, item: Item, all: &mut Constants) -> Option<()> {
    let Constant { name: _, path: _, docs, ty, value, marks } = constant;
    let name = marshal.names.constant(constant);
    let mut comment = visibility::of_item(marshal.comment(docs, item), marks);
    if let Some(bits) = lost_payload(value) {
        comment = comment.sentence(payload_note(value, &bits));
    }
    if let Some(note) = text_note(value, &name) {
        comment = comment.sentence(note);
    }
    let comment = deprecated::comment(comment, marks);
    match arrays::form(marshal, *ty, value, &name)? {
        Form::Object(declared, elements) => {
            all.objects.push(Object { comment, deprecated: Deprecated::of(marshal.names, marks), declared, elements });
        }
        Form::Expression => {
            let value =
                strings::of_constant(marshal.inventory, *ty, value).or_else(|| literals::initialiser(marshal, *ty, value))?;
            all.macros.push(Macro { comment, name, value, needs_wide: is_wide(marshal, *ty) });
        }
    }
    Some(())
}

fn is_wide(marshal: &Marshal<'_>, ty: Type) -> bool {
    matches!(marshal.inventory.kind(ty), TypeKind::Primitive(Primitive::I128 | Primitive::U128))
}

fn payload_note(value: &Value, bits: &str) -> String {
    match value {
        Value::Array(_) | Value::Struct(_) => format!("In Rust a NaN of it is {bits}, which C has no constant for."),
        Value::Bool(_) | Value::Int(_) | Value::Wide(_) | Value::F32(_) | Value::F64(_) | Value::Char(_) | Value::Str(_) => {
            format!("In Rust this NaN is {bits}, which C has no constant for.")
        }
    }
}

fn text_note(value: &Value, name: &str) -> Option<String> {
    let Value::Str(text) = value else { return None };
    let kind = if text.is_ascii() { "" } else { "UTF-8, " };
    (!text.is_empty() && (!text.is_ascii() || text.contains('\0')))
        .then(|| format!("{kind}`sizeof {name} - 1` bytes and a NUL."))
        .map(|note| note[..1].to_uppercase() + &note[1..])
}

impl Macro {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Macro { comment, name, value, needs_wide } = self;
        wide::guarded(w, needs_wide.then_some(wide::CONDITION), |w| {
            comment.emit(w);
            w.line(format!("#define {name} {value}"));
        });
    }
}

/// Whether any constant needs `math.h`.
pub(crate) fn need_maths(marshal: &Marshal<'_>) -> bool {
    let defaults = marshal.inventory.structs().iter().filter_map(|s| s.default.as_ref()).flatten();
    marshal.inventory.constants().iter().map(|c| &c.value).chain(defaults).any(literals::needs_maths)
}
