//! Positions: the places in signatures and fields where values of a type can cross.

use super::found::Found;
use crate::model::inventory::Inventory;
use crate::model::items::Field;
use crate::model::primitive::Primitive;
use crate::model::type_names::type_name;
use crate::model::types::{Content, PointerKind, Type, TypeKind};

/// The position of a type.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    /// A parameter of a function or method.
    Parameter,
    /// The result of a function.
    Return,
    /// A parameter of a callback.
    CallbackParameter,
    /// The result of a callback.
    CallbackReturn,
    /// A part of the result of a callback.
    CallbackReturnPart,
    /// A field of a struct, a union or a variant, or an element of an array.
    Field,
    /// The target of a parameter that is a reference.
    BorrowedParameter,
    /// The target of any other pointer.
    Behind,
    /// An element of a slice.
    Element,
    /// An option's value.
    OptionValue,
    /// An outcome's value.
    OutcomeValue,
}

pub(super) fn check(inventory: &Inventory, found: &mut Found) {
    let mut fields = |path: &str, fields: &[Field], of: &str| {
        for field in fields {
            visit(inventory, field.ty, Place::Field, path, &format!("the field `{}`{of}", field.name), found);
        }
    };
    inventory.structs.iter().for_each(|s| fields(&s.head.path, &s.fields, ""));
    inventory.unions.iter().for_each(|u| fields(&u.head.path, &u.fields, ""));
    for (t, case) in inventory.tagged.iter().flat_map(|t| t.cases.iter().map(move |case| (t, case))) {
        fields(&t.head.path, &case.fields, &format!(" of `{}`", case.name));
    }
    for c in &inventory.callbacks {
        for parameter in &c.parameters {
            let what = format!("the parameter `{}`", parameter.name);
            visit(inventory, parameter.ty, Place::CallbackParameter, &c.head.path, &what, found);
        }
        visit(inventory, c.returns, Place::CallbackReturn, &c.head.path, "what it returns", found);
    }
    for (_, f) in inventory.all_functions() {
        for parameter in &f.parameters {
            visit(inventory, parameter.ty, Place::Parameter, &f.head.path, &format!("the parameter `{}`", parameter.name), found);
        }
        visit(inventory, f.abi_returns, Place::Return, &f.head.path, "what it returns", found);
    }
}

/// Checks `ty` and what it is made of, up to the next item, which is checked by itself.
fn visit(inventory: &Inventory, ty: Type, place: Place, path: &str, what: &str, found: &mut Found) {
    let kind = *inventory.kind(ty);
    if let Some(why) = refused(kind, place) {
        return found.add(path, format!("{what} has `{}` where it cannot stand: {why}", type_name(inventory, ty)));
    }
    let of_callback = matches!(place, Place::CallbackReturn | Place::CallbackReturnPart);
    let (inner, place) = match kind {
        TypeKind::Array { element, len: _ } => (element, if of_callback { Place::CallbackReturnPart } else { Place::Field }),
        TypeKind::Pointer { pointee, access: _, kind } => {
            let borrowed = place == Place::Parameter && matches!(kind, PointerKind::Reference | PointerKind::Nullable);
            (pointee, if borrowed { Place::BorrowedParameter } else { Place::Behind })
        }
        TypeKind::Slice { element, access: _, nullable: _ }
        | TypeKind::Owned { content: Content::Elements(element), nullable: _ } => (element, Place::Element),
        // A struct cannot tell whether any bytes are a value of it.
        TypeKind::Struct(id) if of_callback => {
            let mut visit = |ty| visit(inventory, ty, Place::CallbackReturnPart, path, what, found);
            return inventory[id].fields.iter().for_each(|field| visit(field.ty));
        }
        TypeKind::Option { value } if of_callback => (value, Place::CallbackReturnPart),
        TypeKind::Option { value } => (value, Place::OptionValue),
        TypeKind::Outcome { value } => (value, Place::OutcomeValue),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Struct(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Owned { content: Content::Text, nullable: _ } => return,
    };
    visit(inventory, inner, place, path, what, found);
}

/// The reason why a type of this kind cannot stand there, and the way out.
fn refused(kind: TypeKind, place: Place) -> Option<&'static str> {
    use Place::{
        Behind, BorrowedParameter, CallbackParameter, CallbackReturn, CallbackReturnPart, OutcomeValue, Parameter, Return,
    };
    let is_callback_return = matches!(place, CallbackReturn | CallbackReturnPart);
    let any_bytes = "a callback may return only what any bytes are a value of: integers, floats, bools, raw pointers, unions, and structs of these";
    match kind {
        TypeKind::Primitive(primitive) => (primitive == Primitive::Char && is_callback_return).then_some(any_bytes),
        TypeKind::NonZero { primitive: _, nullable: true } | TypeKind::Struct(_) | TypeKind::Union(_) => None,
        TypeKind::Void => (!matches!(place, Return | CallbackReturn | OutcomeValue | BorrowedParameter | Behind))
            .then_some("it is nothing: leave it away, or point to it"),
        TypeKind::Opaque(_) => (!matches!(place, BorrowedParameter | Behind))
            .then_some("other languages know it only behind pointers: use a reference"),
        TypeKind::Service(_) => (!matches!(place, Return | OutcomeValue | BorrowedParameter))
            .then_some("an object of a service is returned, or lent to a call by a parameter `&T` or `&mut T`"),
        TypeKind::Array { element: _, len: 0 } => {
            Some("an array without elements is not supported, as C has none: leave it away")
        }
        TypeKind::Array { element: _, len: _ } => matches!(place, Parameter | Return | CallbackParameter | CallbackReturn)
            .then_some("C has no arrays by value: put it into a struct, or use a reference"),
        TypeKind::Owned { .. } => (!matches!(place, Return | OutcomeValue)).then_some(
            "memory that somebody has to free is only what a function returns: borrow it here, as `ffi::Str` or `ffi::Slice`",
        ),
        TypeKind::Outcome { value: _ } => (place != Return).then_some("a result is only what a function returns"),
        TypeKind::Pointer { kind: PointerKind::Raw, .. } | TypeKind::Option { value: _ } => None,
        TypeKind::Enum(_)
        | TypeKind::NonZero { primitive: _, nullable: false }
        | TypeKind::Tagged(_)
        | TypeKind::Callback { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. } => is_callback_return.then_some(any_bytes),
    }
}
