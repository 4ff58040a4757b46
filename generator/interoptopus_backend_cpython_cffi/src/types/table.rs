//! The conversions of all types, decided once for each, and the facts that decide them.

use super::conversion::Conversion;
use crate::cdef::aligned;
use crate::names::Names;
use interoptopus::model::{Access, Checked, OpaqueId, PointerKind, Primitive, Repr, ServiceId, Type, TypeKind};
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// What decides the conversion of a type, which asks the table for those of the types that it is made of.
type Decide = fn(&Types<'_>, Type) -> Conversion;

/// The inventory, its names in Python, and the conversions of its types.
pub(crate) struct Types<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) names: &'a Names,
    decide: Decide,
    decided: RefCell<HashMap<Type, Rc<Conversion>>>,
}

impl<'a> Types<'a> {
    pub(crate) fn new(inventory: &'a Checked, names: &'a Names, decide: Decide) -> Self {
        Types { inventory, names, decide, decided: RefCell::default() }
    }

    /// How values of `ty` cross.
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
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => !matches!(primitive, Primitive::Char | Primitive::I128 | Primitive::U128),
            TypeKind::Void
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
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
            | TypeKind::Outcome { .. } => false,
        }
    }

    /// Whether any bytes are a value of `ty` and mean the same in every process, so that a buffer may hold it.
    pub(crate) fn is_plain(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Primitive(primitive) => {
                !matches!(primitive, Primitive::Bool | Primitive::Char | Primitive::I128 | Primitive::U128)
            }
            // Formats of buffers know no other layouts.
            TypeKind::Struct(id) if matches!(self.inventory[id].repr, Repr::C | Repr::Transparent) => {
                let fields = self.inventory[id].fields.iter();
                aligned::beyond_cffi(self.inventory, ty).is_none() && fields.map(|f| f.ty).all(|ty| self.is_plain(ty))
            }
            TypeKind::Struct(_) => false,
            TypeKind::Array { element, len: _ } => self.is_plain(element),
            TypeKind::Void
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => false,
        }
    }

    /// Whether Rust may write the address of another argument to where `ty` leads.
    pub(crate) fn may_receive(&self, ty: Type) -> bool {
        let kind = *self.inventory.kind(ty);
        matches!(kind, TypeKind::Pointer { pointee, access: Access::Write, kind: _ } if self.borrows(pointee))
    }

    /// Whether a value of `ty` that goes in points to memory that was made for it.
    pub(crate) fn borrows(&self, ty: Type) -> bool {
        match *self.inventory.kind(ty) {
            TypeKind::Struct(id) => self.inventory[id].fields.iter().any(|f| self.borrows(f.ty)),
            TypeKind::Array { element: inner, len: _ } | TypeKind::Option { value: inner } => self.borrows(inner),
            TypeKind::Pointer { pointee, access: _, kind } => {
                let is_made = self.opaque(pointee).is_none() && self.service(pointee).is_none();
                is_made && matches!(kind, PointerKind::Reference | PointerKind::Nullable)
            }
            TypeKind::Tagged(id) => {
                let fields = self.inventory[id].cases.iter().flat_map(|case| &case.fields);
                fields.map(|f| f.ty).any(|ty| self.borrows(ty))
            }
            TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::CStr { .. } => true,
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Enum(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Outcome { .. } => false,
        }
    }
}
