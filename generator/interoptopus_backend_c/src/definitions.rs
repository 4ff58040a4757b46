//! Definitions of types: whatever construct they come from, C knows four kinds.

use crate::callbacks::{self, CallbackDefinition};
use crate::declarator::CType;
use crate::enums::{self, EnumDefinition};
use crate::marshal::Marshal;
use crate::names;
use crate::opaques::{self, Incomplete};
use crate::refusals::Refusals;
use crate::structs::{self, StructDefinition};
use crate::{options, order, results, services, slices, strings};
use interoptopus::Writer;
use interoptopus::model::{Type, TypeKind};
use std::collections::HashSet;

/// The definition of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Definition {
    Struct(StructDefinition),
    Enum(EnumDefinition),
    Incomplete(Incomplete),
    Callback(CallbackDefinition),
}

/// All definitions, in an order that C accepts.
pub(crate) fn lower(marshal: &Marshal<'_>, refusals: &mut Refusals) -> Vec<Definition> {
    let order = marshal.inventory.definition_order();
    let all = order.into_iter().filter_map(|ty| one(marshal, ty, refusals)).collect();
    order::arrange(all, refusals)
}

/// The definition of `ty`; none for what is defined by C itself or by what it is made of.
pub(crate) fn one(marshal: &Marshal<'_>, ty: Type, refusals: &mut Refusals) -> Option<Definition> {
    let (path, name) = (|| names::path(marshal.inventory, ty), || marshal.names.of(marshal.inventory, ty));
    match *marshal.inventory.kind(ty) {
        TypeKind::Struct(id) => Some(Definition::Struct(structs::lower(marshal, ty, id, refusals))),
        TypeKind::Enum(id) => Some(Definition::Enum(enums::lower(marshal, ty, id))),
        TypeKind::Opaque(id) => Some(Definition::Incomplete(opaques::lower(marshal, id))),
        TypeKind::Service(id) => Some(Definition::Incomplete(services::lower(marshal, id))),
        TypeKind::Callback { id, nullable: _ } => Some(Definition::Callback(callbacks::lower(marshal, ty, id))),
        TypeKind::Slice { element, access, nullable: _ } => {
            Some(Definition::Struct(slices::lower(marshal, path(), name(), element, access)))
        }
        TypeKind::Str { nullable: _ } => Some(Definition::Struct(strings::lower(path(), name()))),
        TypeKind::Option { value } => Some(Definition::Struct(options::lower(marshal, path(), name(), value))),
        TypeKind::Outcome { value } if *marshal.inventory.kind(value) == TypeKind::Void => None,
        TypeKind::Outcome { value } => Some(Definition::Struct(results::lower(marshal, path(), name(), value))),
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => None,
    }
}

impl Definition {
    /// The name of the type.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Definition::Struct(definition) => Some(&definition.name),
            Definition::Incomplete(definition) => Some(&definition.name),
            Definition::Callback(definition) => Some(&definition.typedef.name),
            Definition::Enum(definition) => definition.typedef.as_ref().map(|typedef| typedef.name.as_str()),
        }
    }

    /// What must be defined before: what is contained, and what is named and cannot be declared ahead.
    pub(crate) fn needs(&self, declarable: impl Fn(&str) -> bool) -> Vec<String> {
        let mut mentioned = self.mentions();
        mentioned.retain(|(name, contained)| *contained || !declarable(name));
        mentioned.into_iter().map(|(name, _)| name).collect()
    }

    /// Each name in it, and whether it is contained by value.
    fn mentions(&self) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        match self {
            Definition::Struct(definition) => definition.types().for_each(|ty| mention(ty, true, &mut found)),
            Definition::Callback(definition) => mention(&definition.typedef.ty, true, &mut found),
            Definition::Enum(_) | Definition::Incomplete(_) => {}
        }
        found
    }

    /// Writes it, after the declarations that have to come ahead of it. `declared` are the names that are known so far.
    pub(crate) fn emit(&self, w: &mut Writer, declared: &mut HashSet<String>, declarable: &HashSet<String>) {
        for (name, contained) in self.mentions() {
            if !contained && declarable.contains(&name) && declared.insert(name.clone()) {
                structs::declare(w, &name);
                w.blank();
            }
        }
        let known = self.name().is_some_and(|name| !declared.insert(name.to_owned()));
        match self {
            Definition::Struct(definition) => definition.emit(w, known),
            Definition::Enum(definition) => definition.emit(w),
            Definition::Incomplete(definition) => definition.emit(w),
            Definition::Callback(definition) => definition.emit(w),
        }
    }
}

/// A pointer and a function contain nothing of what they lead to. The element of an array must have a size even behind a pointer.
fn mention(ty: &CType, contained: bool, found: &mut Vec<(String, bool)>) {
    match ty {
        CType::Named { name, constant: _ } => found.push((name.clone(), contained)),
        CType::Pointer { to, constant: _ } => mention(to, false, found),
        CType::Array { of, len: _ } => mention(of, true, found),
        CType::Function { returns, parameters } => {
            mention(returns, false, found);
            parameters.iter().for_each(|p| mention(&p.ty, false, found));
        }
    }
}
