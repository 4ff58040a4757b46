//! The map from old ids to new ones, for inventories that are merged or reduced: types and items are renumbered by it.

use super::items::{Callback, Constant, Crossing, Field, Function, Parameter, Service, Struct, Tagged, Union};
use super::types::{Content, Type, TypeKind};
use std::collections::HashMap;

/// From the ids of one inventory to those of another.
#[derive(Debug, Default)]
pub(super) struct IdMap {
    /// The new types by the old index; none for those that were left out.
    pub(super) types: Vec<Option<Type>>,
    /// The types of items, old and new; callbacks not nullable.
    pub(super) items: HashMap<TypeKind, TypeKind>,
}

impl IdMap {
    /// The new kind of what was `kind`; none if a part of it was left out.
    pub(super) fn kind(&self, kind: TypeKind) -> Option<TypeKind> {
        Some(match kind {
            TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_) => *self.items.get(&kind)?,
            TypeKind::Callback { id, nullable } => match *self.items.get(&TypeKind::Callback { id, nullable: false })? {
                TypeKind::Callback { id, nullable: _ } => TypeKind::Callback { id, nullable },
                other => other,
            },
            TypeKind::Array { element, len } => TypeKind::Array { element: self.ty(element)?, len },
            TypeKind::Pointer { pointee, access, kind } => TypeKind::Pointer { pointee: self.ty(pointee)?, access, kind },
            TypeKind::Slice { element, access, nullable } => TypeKind::Slice { element: self.ty(element)?, access, nullable },
            TypeKind::Option { value } => TypeKind::Option { value: self.ty(value)? },
            TypeKind::Owned { content: Content::Elements(element), nullable } => {
                TypeKind::Owned { content: Content::Elements(self.ty(element)?), nullable }
            }
            TypeKind::Outcome { value } => TypeKind::Outcome { value: self.ty(value)? },
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Str { nullable: _ }
            | TypeKind::CStr { nullable: _ }
            | TypeKind::Owned { content: Content::Text, nullable: _ } => kind,
        })
    }

    fn ty(&self, old: Type) -> Option<Type> {
        self.types.get(old.index()).copied().flatten()
    }

    /// A type that was left out becomes one that does not exist, which a check finds.
    fn retype(&self, ty: &mut Type) {
        *ty = self.ty(*ty).unwrap_or(Type(u32::MAX));
    }

    fn fields(&self, fields: &mut [Field]) {
        fields.iter_mut().for_each(|f| self.retype(&mut f.ty));
    }

    fn parameters(&self, parameters: &mut [Parameter]) {
        parameters.iter_mut().for_each(|p| self.retype(&mut p.ty));
    }

    pub(super) fn structure(&self, item: &Struct) -> Struct {
        let mut item = item.clone();
        self.fields(&mut item.fields);
        item
    }

    pub(super) fn union(&self, item: &Union) -> Union {
        let mut item = item.clone();
        self.fields(&mut item.fields);
        item
    }

    pub(super) fn tagged(&self, item: &Tagged) -> Tagged {
        let mut item = item.clone();
        item.cases.iter_mut().for_each(|case| self.fields(&mut case.fields));
        item
    }

    pub(super) fn callback(&self, item: &Callback) -> Callback {
        let mut item = item.clone();
        self.parameters(&mut item.parameters);
        self.retype(&mut item.returns);
        item
    }

    pub(super) fn service(&self, item: &Service) -> Service {
        let mut item = item.clone();
        item.constructors.iter_mut().chain(item.methods.iter_mut().map(|m| &mut m.function)).for_each(|f| *f = self.function(f));
        item
    }

    pub(super) fn function(&self, item: &Function) -> Function {
        let mut item = item.clone();
        self.parameters(&mut item.parameters);
        self.retype(&mut item.returns);
        self.retype(&mut item.abi_returns);
        if let Crossing::Guarded { error: Some(error) } = &mut item.crossing
            && let Some(TypeKind::Enum(id)) = self.items.get(&TypeKind::Enum(*error))
        {
            *error = *id;
        }
        item
    }

    pub(super) fn constant(&self, item: &Constant) -> Constant {
        let mut item = item.clone();
        self.retype(&mut item.ty);
        item
    }
}
