//! Constructors of structs with defaults or hidden fields.

use crate::literals::{self, Sequence};
use crate::names::scope::Scope;
use crate::runtime::parts::null;
use crate::syntax::expressions::{Expr, choice, literal, local, none, own, quoted};
use crate::syntax::statements::{Stmt, Word, words};
use crate::types::options::or_none;
use crate::types::primitives;
use crate::types::structs::fields;
use crate::types::table::Types;
use interoptopus::model::{Field, Item, PointerKind, Primitive, StructId, Type, TypeKind, Value, Visibility};

/// `__init__`: what is shown is a parameter, with its default; what is not begins as its default, or else as zero.
pub(crate) fn constructor(types: &Types<'_>, id: StructId, class: &Scope<'_>) -> Stmt {
    let default = types.inventory[id].default.as_deref();
    let mut scope = Scope::new(types.names);
    let (mut items, mut body): (Vec<Vec<Word>>, Vec<Stmt>) = (vec![words!["self"]], Vec::new());
    for (at, (item, Field { name: _, docs: _, visibility, ty })) in fields(types, id).enumerate() {
        let name = types.names.of(item);
        let field = local("self").attribute(name);
        let value = default.and_then(|values| values.get(at));
        let made = value.map(|value| literals::of(types, *ty, value, Sequence::List));
        match visibility {
            Visibility::Public => {
                let parameter = scope.parameter(name);
                let given = local(&parameter);
                let holds = class.annotation(&types.of(*ty).holds);
                match made {
                    None => {
                        items.push(words![format!("{parameter}: "), holds]);
                        body.push(Stmt::assign(field, given));
                    }
                    // What can be changed is made anew for each.
                    Some(made) if value.is_some_and(is_shared) => {
                        items.push(words![format!("{parameter}: "), or_none(types, holds), " = ", none()]);
                        body.extend(made_unless_given(field, given, made));
                    }
                    Some(made) => {
                        items.push(words![format!("{parameter}: "), holds, " = ", made]);
                        body.push(Stmt::assign(field, given));
                    }
                }
            }
            Visibility::Internal => {
                let value = made.unwrap_or_else(|| zero(types, *ty));
                body.push(Stmt::declare(field, types.names.python("Any"), value));
            }
        }
    }
    Stmt::Listing { open: words!["def __init__("], items, close: words![") -> None:"], body }
}

/// Statements that store what is given for a field, or else what is made for it.
fn made_unless_given(field: Expr, given: Expr, made: Expr) -> Vec<Stmt> {
    let chosen = Stmt::assign(field.clone(), choice(made.clone(), given.clone().missing(), given.clone()));
    if chosen.fits(2) {
        return vec![chosen];
    }
    let made = match made {
        Expr::List(items) => {
            let items = items.into_iter().map(|item| words![item]).collect();
            Stmt::Listing { open: words![given.clone(), " = ["], items, close: words!["]"], body: Vec::new() }
        }
        made => Stmt::assign(given.clone(), made),
    };
    vec![Stmt::when(given.clone().missing(), vec![made]), Stmt::assign(field, given)]
}

/// Whether Python would share the value among all that are made with it.
fn is_shared(value: &Value) -> bool {
    matches!(value, Value::Array(_) | Value::Struct(_))
}

/// The value whose bytes are zero, where there is one; else what is refused on the way in.
fn zero(types: &Types<'_>, ty: Type) -> Expr {
    match *types.inventory.kind(ty) {
        TypeKind::Primitive(Primitive::Char) => quoted("\\0"),
        TypeKind::Primitive(primitive) => literal(primitives::zero(primitive)),
        TypeKind::NonZero { primitive: _, nullable: true } => none(),
        TypeKind::NonZero { primitive: _, nullable: false } | TypeKind::Enum(_) => literal(0),
        TypeKind::Struct(id) => {
            let shown = fields(types, id).filter(|(_, field)| field.visibility == Visibility::Public);
            let values = shown.map(|(_, field)| zero(types, field.ty));
            own(types.names.of(Item::Struct(id))).call(values)
        }
        TypeKind::Union(id) => own(types.names.of(Item::Union(id))).call([]),
        TypeKind::Array { element, len } => zero(types, element).each("_", types.names.python("range").call([literal(len)])),
        TypeKind::Pointer { pointee, access: _, kind: _ } if types.opaque(pointee).is_some() => none(),
        TypeKind::Pointer { pointee: _, access: _, kind } => match kind {
            PointerKind::Raw | PointerKind::NonNull => null(),
            PointerKind::Reference | PointerKind::Nullable => none(),
        },
        TypeKind::Slice { nullable: false, .. } => Expr::List(Vec::new()),
        TypeKind::Str { nullable: false } => quoted(""),
        TypeKind::Void
        | TypeKind::Tagged(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Slice { nullable: true, .. }
        | TypeKind::Str { nullable: true }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => none(),
    }
}
