//! The arguments of a callback, and how changes of them are stored.

use super::conversion::Template;
use super::options::{or_none, refuse_nested};
use super::pointers::{Variable, dereferenced};
use super::table::Types;
use super::{slices, structs};
use crate::names::scope::Scope;
use crate::runtime::parts::Part;
use crate::syntax::expressions::{Expr, choice, local, none};
use crate::syntax::statements::Stmt;
use interoptopus::model::{Access, PointerKind, Type, TypeKind};

/// An argument of a callback.
pub(crate) struct Argument {
    /// The annotation of what the callback gets.
    pub(crate) annotation: Expr,
    /// Whether the callback gets cffi's value itself.
    pub(crate) is_same: bool,
    way: Way,
}

enum Way {
    /// As a copy.
    Value(Template),
    /// As an object that the callback may change, which is then stored in the pointee.
    Variable { variable: Variable, pointee: Type, nullable: bool, to_c: Template, from_c: Template },
    /// As a list, whose items are then stored.
    List { element: Type, nullable: bool },
}

impl Argument {
    /// The argument for a parameter of type `ty`; or why there is none.
    pub(crate) fn of(types: &Types<'_>, ty: Type) -> Result<Self, String> {
        let changed = |inner: Type| match types.borrows(inner) {
            true => Err("a callback may write to it, and what it would point to is not kept".to_owned()),
            false => types.of(inner).to_c.clone(),
        };
        match *types.inventory.kind(ty) {
            TypeKind::Pointer { pointee, access: Access::Write, kind }
                if matches!(kind, PointerKind::Reference | PointerKind::Nullable) && types.opaque(pointee).is_none() =>
            {
                let to_c = changed(pointee)?;
                let variable = Variable::of(types, pointee);
                let inner = types.of(pointee);
                let annotation = variable.annotation(inner.gives.clone());
                let nullable = kind == PointerKind::Nullable;
                let annotation = match nullable {
                    true => refuse_nested(types, pointee).map(|()| or_none(types, annotation))?,
                    false => annotation,
                };
                let way = Way::Variable { variable, pointee, nullable, to_c, from_c: inner.from_c.clone()? };
                Ok(Argument { annotation, is_same: false, way })
            }
            TypeKind::Slice { element, access: Access::Write, nullable } => {
                changed(element)?;
                Ok(Argument { annotation: types.of(ty).gives.clone(), is_same: false, way: Way::List { element, nullable } })
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
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => {
                let conversion = types.of(ty);
                let from_c = conversion.from_c.clone()?;
                Ok(Argument { annotation: conversion.gives.clone(), is_same: from_c.is_same(), way: Way::Value(from_c) })
            }
        }
    }

    /// The expression that the callback gets for `c`.
    pub(crate) fn pass(
        &self,
        types: &Types<'_>,
        scope: &mut Scope<'_>,
        c: &str,
        before: &mut Vec<Stmt>,
        after: &mut Vec<Stmt>,
    ) -> Expr {
        let at = local(c);
        match &self.way {
            Way::Value(from_c) => from_c.of(&at).bare(),
            Way::Variable { variable, pointee, nullable, to_c, from_c } => {
                let made = local(scope.local(&format!("{c}_value")));
                let from_c = from_c.of(&dereferenced(types, *pointee, at.clone()));
                let value = match variable {
                    Variable::Fields(_) | Variable::List => from_c,
                    Variable::Ref => Part::Ref.call([from_c.bare()]),
                };
                let store = match variable {
                    Variable::Fields(id) => structs::write_into(types, *id, &dereferenced(types, *pointee, at.clone()), &made),
                    Variable::List | Variable::Ref => vec![Stmt::assign(at.clone().first(), to_c.of(&variable.read(&made)))],
                };
                if *nullable {
                    before.push(Stmt::assign(made.clone(), choice(value, at, none())));
                    after.push(Stmt::when(made.clone().given(), store));
                } else {
                    before.push(Stmt::assign(made.clone(), value));
                    after.extend(store);
                }
                made
            }
            Way::List { element, nullable } => {
                let made = local(scope.local(&format!("{c}_list")));
                let items = slices::items(types, *element);
                let (data, len) = (at.clone().attribute("data"), at.clone().attribute("len"));
                let list = items.clone().attribute("read").call([data.clone().up_to(len)]);
                let store = Stmt::of(Part::CopyInto.call([at, made.clone(), items]));
                if *nullable {
                    before.push(Stmt::assign(made.clone(), choice(list, data, none())));
                    after.push(Stmt::when(made.clone().given(), vec![store]));
                } else {
                    before.push(Stmt::assign(made.clone(), list));
                    after.push(store);
                }
                made
            }
        }
    }
}
