//! What an item's author said of it: its namespace, whom it is for, and that it should not be used any more.

use crate::context::Context;
use crate::syntax::literal;
use crate::{Visibility, twins};
use interoptopus::model::{Field, Item, Marks, Type, TypeKind, Visibility as Audience};
use std::collections::HashSet;

/// The name, the path and the marks of an item that is a type.
pub(crate) struct Identity<'a> {
    pub(crate) name: &'a str,
    pub(crate) path: &'a str,
    pub(crate) marks: &'a Marks,
}

impl<'a> Context<'a> {
    /// What `ty` is called in Rust, if it is an item.
    pub(crate) fn identity(&self, ty: Type) -> Option<Identity<'a>> {
        let inventory = self.inventory;
        let (name, path, marks) = match *inventory.kind(ty) {
            TypeKind::Struct(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Enum(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Tagged(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Union(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Opaque(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Callback { id, nullable: false } => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Service(id) => (&inventory[id].name, &inventory[id].path, &inventory[id].marks),
            TypeKind::Callback { id: _, nullable: true }
            | TypeKind::NonZero { .. }
            | TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => return None,
        };
        Some(Identity { name, path, marks })
    }

    /// The namespace of `ty` as Rust calls it, empty for the library's own.
    pub(crate) fn space_of(&self, ty: Type) -> &'a str {
        self.identity(ty).map_or("", |identity| identity.marks.namespace.as_str())
    }

    fn marks_of(&self, item: Item) -> Option<&'a Marks> {
        let inventory = self.inventory;
        match item {
            Item::Struct(id) => Some(&inventory[id].marks),
            Item::Enum(id) => Some(&inventory[id].marks),
            Item::Tagged(id) => Some(&inventory[id].marks),
            Item::Union(id) => Some(&inventory[id].marks),
            Item::Opaque(id) => Some(&inventory[id].marks),
            Item::Callback(id) => Some(&inventory[id].marks),
            Item::Service(id) => Some(&inventory[id].marks),
            Item::Constructor(id, at) => Some(&inventory[id].constructors[at].marks),
            Item::Method(id, at) => Some(&inventory[id].methods[at].function.marks),
            Item::Function(at) => Some(&inventory.functions()[at].marks),
            Item::Constant(at) => Some(&inventory.constants()[at].marks),
            Item::Field(..) | Item::Variant(..) | Item::UnionField(..) | Item::Case(..) | Item::CaseField(..) => None,
        }
    }

    /// The attribute of `item`, if it is deprecated.
    pub(crate) fn obsolete(&self, item: Item) -> Option<String> {
        let note = self.marks_of(item)?.deprecated.as_ref()?;
        let note = if note.trim().is_empty() { "It should not be used any more." } else { note };
        Some(format!("[Obsolete(\"{}\")]", literal(note)))
    }

    /// Whether anything is deprecated.
    pub(crate) fn has_deprecated(&self) -> bool {
        let inventory = self.inventory;
        let types = inventory.types().filter_map(|ty| self.identity(ty)).map(|identity| identity.marks);
        let functions = inventory.all_functions().map(|(_, f)| &f.marks);
        let constants = inventory.constants().iter().map(|c| &c.marks);
        types.chain(functions).chain(constants).any(|marks| marks.deprecated.is_some())
    }

    /// The keyword `public` or `internal` of what is for everybody who sees the bindings.
    pub(crate) fn public(&self) -> &'static str {
        match self.visibility {
            Visibility::Public => "public",
            Visibility::Internal => "internal",
        }
    }

    /// The same of a type.
    pub(crate) fn access_of(&self, ty: Type) -> &'static str {
        if self.is_internal(ty) { "internal" } else { self.public() }
    }

    /// The keyword of a member with `marks` that mentions `types`: C# has none that is more visible than its types.
    pub(crate) fn access_to(&self, marks: &Marks, types: impl IntoIterator<Item = Type>) -> &'static str {
        let is_internal = marks.visibility == Audience::Internal || types.into_iter().any(|ty| self.is_internal(ty));
        if is_internal { "internal" } else { "public" }
    }

    /// Whether `ty` is marked as internal, or shows something that is.
    pub(crate) fn is_internal(&self, ty: Type) -> bool {
        let (mut seen, mut next) = (HashSet::from([ty]), vec![ty]);
        while let Some(ty) = next.pop() {
            if self.identity(ty).is_some_and(|identity| identity.marks.visibility == Audience::Internal) {
                return true;
            }
            next.extend(self.shown(ty).into_iter().filter(|&shown| seen.insert(shown)));
        }
        false
    }

    /// The types that users see in `ty`.
    fn shown(&self, ty: Type) -> Vec<Type> {
        let inventory = self.inventory;
        match *inventory.kind(ty) {
            TypeKind::Struct(id) => self.shown_fields(&inventory[id].fields),
            TypeKind::Union(id) => self.shown_fields(&inventory[id].fields),
            TypeKind::Tagged(id) => inventory[id].cases.iter().flat_map(|c| self.shown_fields(&c.fields)).collect(),
            TypeKind::Callback { id, nullable: _ } => {
                inventory[id].parameters.iter().map(|p| p.ty).chain([inventory[id].returns]).collect()
            }
            TypeKind::Array { element: inner, len: _ }
            | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
            | TypeKind::Slice { element: inner, access: _, nullable: _ }
            | TypeKind::Option { value: inner }
            | TypeKind::Outcome { value: inner } => vec![inner],
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Enum(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. } => Vec::new(),
        }
    }

    /// A pointer in a field is an address, unless it leads to what is only an address anyway.
    fn shown_fields(&self, fields: &[Field]) -> Vec<Type> {
        let is_address = |ty: &Type| match *self.inventory.kind(*ty) {
            TypeKind::Pointer { pointee, access: _, kind } => {
                !twins::is_copied(self, pointee, kind) && !matches!(self.inventory.kind(pointee), TypeKind::Opaque(_))
            }
            _ => false,
        };
        let shown = fields.iter().filter(|f| f.visibility == Audience::Public).map(|f| f.ty);
        shown.filter(|ty| !is_address(ty)).collect()
    }
}
