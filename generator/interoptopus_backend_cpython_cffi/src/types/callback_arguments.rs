//! What a callback gets for each of its parameters, and what it may change.

use super::conversion::Template;
use super::options::{or_none, refuse_nested};
use super::pointers::{Variable, dereferenced};
use super::table::Types;
use super::{slices, structs};
use crate::names::scope::Scope;
use crate::syntax::lines::without_parentheses;
use interoptopus::model::{Access, PointerKind, Type, TypeKind};

/// How a parameter of a callback comes out of Rust.
pub(crate) struct Argument {
    /// The annotation of what the callback gets.
    pub(crate) annotation: String,
    /// Whether the callback gets what cffi hands over.
    pub(crate) is_same: bool,
    way: Way,
}

enum Way {
    /// As a copy.
    Value(Template),
    /// As something that the callback may change, which is then stored where the pointer leads.
    Variable(Variable, Type, PointerKind),
    /// As a list, whose items are then stored.
    List(Type, bool),
}

impl Argument {
    /// How a parameter of type `ty` comes out; or why it cannot.
    pub(crate) fn of(types: &Types<'_>, ty: Type) -> Result<Self, String> {
        let changed = |inner: Type| match types.borrows(inner) {
            true => Err("a callback may write to it, and what it would point to is not kept".to_owned()),
            false => types.of(inner).to_c.clone().map(|_| ()),
        };
        match *types.inventory.kind(ty) {
            TypeKind::Pointer { pointee, access: Access::Write, kind }
                if matches!(kind, PointerKind::Reference | PointerKind::Nullable) && types.opaque(pointee).is_none() =>
            {
                changed(pointee)?;
                let variable = Variable::of(types, pointee);
                let annotation = variable.annotation(types, &types.of(pointee).gives);
                let annotation = match kind == PointerKind::Nullable {
                    true => refuse_nested(types, pointee).map(|()| or_none(types, &annotation))?,
                    false => annotation,
                };
                Ok(Argument { annotation, is_same: false, way: Way::Variable(variable, pointee, kind) })
            }
            TypeKind::Slice { element, access: Access::Write, nullable } => {
                changed(element)?;
                Ok(Argument { annotation: types.of(ty).gives.clone(), is_same: false, way: Way::List(element, nullable) })
            }
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => {
                let conversion = types.of(ty);
                let from_c = conversion.from_c.clone()?;
                Ok(Argument { annotation: conversion.gives.clone(), is_same: from_c.is_same(), way: Way::Value(from_c) })
            }
        }
    }

    /// What the callback gets for `c`.
    pub(crate) fn pass(
        &self,
        types: &Types<'_>,
        scope: &mut Scope<'_>,
        c: &str,
        before: &mut Vec<String>,
        after: &mut Vec<String>,
    ) -> String {
        let indented = |lines: Vec<String>| lines.into_iter().map(|line| format!("    {line}"));
        match &self.way {
            Way::Value(from_c) => without_parentheses(&from_c.of(c)),
            Way::Variable(variable, pointee, kind) => {
                let local = scope.local(&format!("{c}_value"));
                let inner = types.of(*pointee);
                let from_c = inner.from_c.as_ref().map(|from_c| from_c.of(&dereferenced(types, *pointee, c))).unwrap_or_default();
                let to_c = inner.to_c.as_ref().map(|to_c| to_c.of(&variable.read(&local))).unwrap_or_default();
                let value = match variable {
                    Variable::Fields(_) | Variable::List => from_c,
                    Variable::Ref => format!("{}({})", types.names.python("Ref"), without_parentheses(&from_c)),
                };
                let store = match variable {
                    Variable::Fields(id) => structs::write_into(types, *id, &dereferenced(types, *pointee, c), &local),
                    Variable::List | Variable::Ref => vec![format!("{c}[0] = {to_c}")],
                };
                match kind {
                    PointerKind::Nullable => {
                        before.push(format!("{local} = {value} if {c} else None"));
                        after.push(format!("if {local} is not None:"));
                        after.extend(indented(store));
                    }
                    PointerKind::Reference | PointerKind::Raw | PointerKind::NonNull => {
                        before.push(format!("{local} = {value}"));
                        after.extend(store);
                    }
                }
                local
            }
            Way::List(element, nullable) => {
                let local = scope.local(&format!("{c}_list"));
                let items = slices::items(types, *element);
                let list = format!("{items}.read({c}.data[0 : {c}.len])");
                before.push(if *nullable {
                    format!("{local} = {list} if {c}.data else None")
                } else {
                    format!("{local} = {list}")
                });
                let store = format!("_copy_into({c}, {local}, {items})");
                after.extend(if *nullable {
                    vec![format!("if {local} is not None:"), format!("    {store}")]
                } else {
                    vec![store]
                });
                local
            }
        }
    }
}
