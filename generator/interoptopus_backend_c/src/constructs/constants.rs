//! Constants: macros, so that the preprocessor and array sizes can use them; arrays and structs are objects.

use crate::docs;
use crate::literals::{self, lost_payload, strings};
use crate::types::Types;
use interoptopus::Refusals;
use interoptopus::model::{self, Constant, Head, Item, Subject, Type, TypeKind, Value};
use interoptopus_c_syntax::{CType, Declared, Macro, Object};

/// The constants, each kind by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Constants {
    pub(crate) macros: Vec<Macro>,
    pub(crate) objects: Vec<Object>,
}

/// All constants.
pub(crate) fn lower(types: &Types<'_>, refusals: &mut Refusals) -> Constants {
    let mut all = Constants::default();
    for (at, constant) in types.inventory.constants().iter().enumerate() {
        if one(types, constant, Item::Constant(at), &mut all).is_none() {
            let ty = model::type_name(types.inventory, constant.ty);
            refusals.add(
                &Subject::item(types.inventory, Item::Constant(at)),
                format!("C99 has no constant of type `{ty}` with this value"),
            );
        }
    }
    all.macros.sort_by(|a, b| a.name.cmp(&b.name));
    all.objects.sort_by(|a, b| a.declared.name.cmp(&b.declared.name));
    all
}

fn one(types: &Types<'_>, constant: &Constant, item: Item, all: &mut Constants) -> Option<()> {
    let Constant { head: Head { docs: text, marks, .. }, ty, value } = constant;
    let name = types.names.constant(constant);
    let mut comment = docs::visibility_of_item(docs::comment(types, text, item), marks);
    if let Some(bits) = lost_payload(value) {
        comment = comment.sentence(payload_note(value, &bits));
    }
    if let Some(note) = text_note(value, &name) {
        comment = comment.sentence(note);
    }
    let comment = docs::deprecated(comment, marks);
    match form(types, *ty, value, &name)? {
        Form::Object(declared, elements) => {
            let (attribute, condition) = (docs::attribute(types.names, marks), types.condition([*ty]));
            all.objects.push(Object { comment, attribute, declared, elements, condition });
        }
        Form::Expression => {
            let value = match value {
                // Of a `&str` too, which has a length elsewhere.
                Value::Str(text) => strings::literal(text),
                value => literals::initialiser(types, *ty, value)?,
            };
            all.macros.push(Macro { comment, name, value, condition: types.condition([*ty]) });
        }
    }
    Some(())
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

/// Whether any constant needs `math.h`.
pub(crate) fn need_maths(types: &Types<'_>) -> bool {
    let defaults = types.inventory.structs().iter().filter_map(|s| s.default.as_ref()).flatten();
    types.inventory.constants().iter().map(|c| &c.value).chain(defaults).any(literals::needs_maths)
}

/// The form of a constant.
enum Form {
    /// An expression.
    Expression,
    /// An object: what declares it, and what is in the braces.
    Object(Declared, Vec<String>),
}

/// The form of the constant `name`; none if C has no such constant.
fn form(types: &Types<'_>, ty: Type, value: &Value, name: &str) -> Option<Form> {
    let object = |ty: CType, elements: Vec<String>| Form::Object(Declared::new(name, ty.constant()), elements);
    match *types.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => {
            let Value::Array(values) = value else { return None };
            let elements = literals::elements(types, element, values)?;
            Some(object(types.of(element).array(values.len()), elements))
        }
        TypeKind::Struct(id) if types.transparent_field(id).is_none() => {
            let Value::Struct(values) = value else { return None };
            let fields = &types.inventory[id].fields;
            let each = fields.iter().zip(values).map(|(field, value)| literals::initialiser(types, field.ty, value));
            Some(object(types.of(ty), each.collect::<Option<Vec<_>>>()?))
        }
        TypeKind::Str { nullable: _ } | TypeKind::CStr { nullable: _ } => {
            let Value::Str(text) = value else { return None };
            let characters = strings::characters(text);
            let array = || object(CType::named("char").array(characters.len()), characters.clone());
            Some(if strings::has_literal(text) { Form::Expression } else { array() })
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Pointer { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => Some(Form::Expression),
    }
}
