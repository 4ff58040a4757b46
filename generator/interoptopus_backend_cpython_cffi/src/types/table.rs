//! The conversions of all types, decided once for each, and the facts that decide them.

use super::conversion::Conversion;
use crate::cdef::aligned;
use crate::names::Names;
use interoptopus::model::{self, Access, Checked, EnumId, OpaqueId, PointerKind, Primitive, Repr, ServiceId, Type, TypeKind};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// The function that decides the conversion of a type; it asks the table for those of the types that it is made of.
type Decide = fn(&Types<'_>, Type) -> Conversion;

/// The inventory, its names in Python, and the conversions of its types.
pub(crate) struct Types<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) names: &'a Names,
    /// The enums that functions fail with, by name.
    pub(crate) errors: Vec<EnumId>,
    decide: Decide,
    decided: RefCell<HashMap<Type, Rc<Conversion>>>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(inventory: &'a Checked, names: &'a Names, decide: Decide) -> Self {
        Types { inventory, names, errors: errors(inventory), decide, decided: RefCell::default() }
    }

    /// The conversion of values of `ty`.
    pub(crate) fn of(&self, ty: Type) -> Rc<Conversion> {
        if let Some(known) = self.decided.borrow().get(&ty) {
            return known.clone();
        }
        let decided = Rc::new((self.decide)(self, ty));
        self.decided.borrow_mut().insert(ty, decided.clone());
        decided
    }

    /// Which opaque type `ty` is, if it is one.
    pub(crate) fn opaque(&self, ty: Type) -> Option<OpaqueId> {
        if let TypeKind::Opaque(id) = *self.inventory.kind(ty) { Some(id) } else { None }
    }

    /// Which service `ty` is, if it is one.
    pub(crate) fn service(&self, ty: Type) -> Option<ServiceId> {
        if let TypeKind::Service(id) = *self.inventory.kind(ty) { Some(id) } else { None }
    }

    /// Whether cffi unpacks many of `ty` at once.
    pub(crate) fn is_primitive(&self, ty: Type) -> bool {
        let TypeKind::Primitive(primitive) = *self.inventory.kind(ty) else { return false };
        !matches!(primitive, Primitive::Char | Primitive::I128 | Primitive::U128)
    }

    /// Whether any bytes are a value of `ty` and mean the same in every process, so that a buffer may hold it: of numbers, and of arrays and
    /// structs of these. Formats of buffers know no structs that are packed or aligned.
    pub(crate) fn is_plain(&self, ty: Type) -> bool {
        let kind = *self.inventory.kind(ty);
        if let TypeKind::Primitive(primitive) = kind {
            return primitive != Primitive::Bool && self.is_primitive(ty);
        }
        let has_format = if let TypeKind::Struct(id) = kind {
            let is_usual = matches!(self.inventory[id].repr, Repr::C | Repr::Transparent);
            is_usual && aligned::beyond_cffi(self.inventory, ty).is_none()
        } else {
            matches!(kind, TypeKind::Array { .. })
        };
        has_format && model::contained(self.inventory, ty).into_iter().all(|part| self.is_plain(part))
    }

    /// Whether Rust may write the address of another argument to where `ty` leads.
    pub(crate) fn may_receive(&self, ty: Type) -> bool {
        let kind = *self.inventory.kind(ty);
        matches!(kind, TypeKind::Pointer { pointee, access: Access::Write, kind: _ } if self.borrows(pointee))
    }

    /// Whether a value of `ty` that goes in points to memory that was allocated for it.
    pub(crate) fn borrows(&self, ty: Type) -> bool {
        let kind = *self.inventory.kind(ty);
        if let TypeKind::Pointer { pointee, access: _, kind } = kind {
            let is_made = self.opaque(pointee).is_none() && self.service(pointee).is_none();
            return is_made && matches!(kind, PointerKind::Reference | PointerKind::Nullable);
        }
        // A union has memory of its own, and a result only comes out.
        let is_own = matches!(kind, TypeKind::Union(_) | TypeKind::Owned { .. } | TypeKind::Outcome { .. });
        let is_made = matches!(kind, TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::CStr { .. });
        is_made || !is_own && model::contained(self.inventory, ty).into_iter().any(|part| self.borrows(part))
    }
}

fn errors(inventory: &Checked) -> Vec<EnumId> {
    let mut all: Vec<EnumId> = inventory.all_functions().filter_map(|(_, function)| function.error()).collect();
    // Namespaces may have the same name.
    all.sort_by_key(|&id| (&inventory[id].head.name, &inventory[id].head.marks.namespace));
    all.dedup();
    all
}
