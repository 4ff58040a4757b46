//! Arrays that are constants: objects of each file that includes the header, of which compilers keep what is used.

use crate::comments::Comment;
use crate::declarator::{CType, Declared};
use crate::deprecated::Deprecated;
use crate::marshal::Marshal;
use crate::{literals, strings, transparent};
use interoptopus::Writer;
use interoptopus::model::{Type, TypeKind, Value};

/// How long a line may be.
pub(crate) const WIDTH: usize = 125;

/// A `static const` array or struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Object {
    pub(crate) comment: Comment,
    pub(crate) deprecated: Deprecated,
    pub(crate) declared: Declared,
    /// What is in the braces.
    pub(crate) elements: Vec<String>,
}

/// What a constant is.
pub(crate) enum Form {
    /// An expression.
    Expression,
    /// An object: what declares it, and what is in the braces.
    Object(Declared, Vec<String>),
}

/// What the constant `name` is; none if C has no such constant.
pub(crate) fn form(marshal: &Marshal<'_>, ty: Type, value: &Value, name: &str) -> Option<Form> {
    let object = |ty: CType, elements: Vec<String>| Form::Object(Declared::new(name, ty.constant()), elements);
    match *marshal.inventory.kind(ty) {
        TypeKind::Array { element, len: _ } | TypeKind::Slice { element, access: _, nullable: _ } => {
            let Value::Array(values) = value else { return None };
            let elements = literals::elements(marshal, element, values)?;
            Some(object(marshal.of(element).array(values.len()), elements))
        }
        TypeKind::Struct(id) if transparent::inner(marshal.inventory, id).is_none() => {
            let Value::Struct(values) = value else { return None };
            let fields = &marshal.inventory[id].fields;
            let each = fields.iter().zip(values).map(|(field, value)| literals::initialiser(marshal, field.ty, value));
            Some(object(marshal.of(ty), each.collect::<Option<Vec<_>>>()?))
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
        | TypeKind::Outcome { .. } => Some(Form::Expression),
    }
}

impl Object {
    pub(crate) fn emit(&self, w: &mut Writer) {
        let Object { comment, deprecated, declared, elements } = self;
        comment.emit(w);
        let open = format!("{deprecated}static const {} = {{", declared.declaration().trim_start_matches("const "));
        let one_line = format!("{open}{}}};", elements.join(", "));
        if one_line.lines().all(|line| line.chars().count() <= WIDTH) {
            return w.line(one_line);
        }
        w.block(open, "};", |w| lines(elements).iter().for_each(|line| w.line(line)));
    }
}

/// As many elements on a line as fit.
pub(crate) fn lines(elements: &[String]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (at, element) in elements.iter().enumerate() {
        let element = format!("{element}{}", if at + 1 == elements.len() { "" } else { "," });
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + element.chars().count() <= WIDTH - 4 => {
                line.push(' ');
                line.push_str(&element);
            }
            _ => lines.push(element),
        }
    }
    lines
}
