//! Builds an inventory: each type describes itself once, and ids are reserved before they are filled, so that recursive types work.

use super::build_id::BuildId;
use super::inventory::Inventory;
use super::items::{Callback, Constant, Enum, Function, Head, Opaque, Service, Struct, Tagged, Union};
use super::layout::Layout;
use super::primitive::Primitive;
use super::problem::Problem;
use super::types::{Access, CallbackId, EnumId, OpaqueId, PointerKind, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};
use crate::fnv::Fnv;
use std::any::TypeId;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::marker::PhantomData;

/// The identity of a Rust type: a [`TypeId`] that types with lifetimes have too; the lifetimes do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Identity(TypeId);

impl Identity {
    /// The identity of `T`.
    #[must_use]
    pub fn of<T: ?Sized>() -> Self {
        trait Erased {
            fn id(&self) -> TypeId
            where
                Self: 'static;
        }
        impl<T: ?Sized> Erased for PhantomData<T> {
            fn id(&self) -> TypeId
            where
                Self: 'static,
            {
                TypeId::of::<T>()
            }
        }
        let phantom = PhantomData::<T>;
        let erased: &dyn Erased = &phantom;
        // SAFETY: only the bound changes. `id` reads no memory through the reference, and a `TypeId` does not depend on lifetimes.
        Identity(unsafe { std::mem::transmute::<&dyn Erased, &(dyn Erased + 'static)>(erased) }.id())
    }
}

/// Stands for the identity of what somebody describes by hand, in an inventory of their own: it is never taken for the `T` that describes itself, of
/// which values are read.
struct ByHand<T: ?Sized>(PhantomData<T>);

/// A map that every library compiles, for which the standard library's own hasher is large.
type Known<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// An [`Inventory`] in the making. `inventory!` and the macros' descriptions call it.
#[derive(Debug)]
pub struct Registry {
    pub(super) inventory: Inventory,
    interned: Known<TypeKind, Type>,
    /// The types that have been described, and items that are no types.
    described: Known<Identity, Option<Type>>,
}

impl Registry {
    /// A registry for the crate `library`, as Rust code spells it, of this `version`.
    #[must_use]
    pub fn new(library: &str, version: &str) -> Self {
        let inventory = Inventory { library: library.to_owned(), version: version.to_owned(), ..Inventory::default() };
        Registry { inventory, interned: Known::default(), described: Known::default() }
    }

    /// The inventory, which still has to be checked.
    #[must_use]
    pub fn finish(self) -> Inventory {
        self.inventory
    }

    /// The inventory so far.
    #[must_use]
    pub fn so_far(&self) -> &Inventory {
        &self.inventory
    }

    /// Sets the result of `<library>_ffi_build_id` of this build.
    pub fn build_id(&mut self, id: u64) {
        self.inventory.build = BuildId(Some(id));
    }

    /// Notes a problem of the item at `path`.
    pub fn problem(&mut self, path: &str, what: impl Into<String>) {
        self.inventory.problems.push(Problem { item: path.to_owned(), what: what.into() });
    }

    /// The type that is `kind`. What may be null has its other form registered before it, because that is what languages define.
    pub fn intern(&mut self, kind: TypeKind) -> Type {
        if let Some(&known) = self.interned.get(&kind) {
            return known;
        }
        if let Some(plain) = kind.without_null() {
            self.intern(plain);
        }
        let Inventory { types, layouts, .. } = &mut self.inventory;
        types.push(kind);
        layouts.push(None);
        let ty = Type(types.len() as u32 - 1);
        self.interned.insert(kind, ty);
        ty
    }

    /// The type that is `kind`, whose memory is `layout`; that of its other form, if it may be null, is the same.
    pub(crate) fn intern_with_layout(&mut self, kind: TypeKind, layout: Layout) -> Type {
        let ty = self.intern(kind);
        let defines = self.inventory.definition_of(ty);
        self.inventory.layouts[defines.index()] = Some(layout);
        ty
    }

    /// A number, a bool or a character.
    pub fn primitive(&mut self, primitive: Primitive) -> Type {
        self.intern(TypeKind::Primitive(primitive))
    }

    /// A pointer to `pointee`.
    pub fn pointer(&mut self, pointee: Type, access: Access, kind: PointerKind) -> Type {
        self.intern(TypeKind::Pointer { pointee, access, kind })
    }

    /// The struct that `T` stands for: `describe` is called the first time, after its id is reserved, and may ask for `T` itself behind a pointer.
    pub fn define_struct<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> (Struct, Layout)) -> Type {
        self.add_struct(Identity::of::<ByHand<T>>(), describe)
    }

    /// The same of the type with this identity, whose values are read as it is described.
    pub(crate) fn add_struct(&mut self, identity: Identity, describe: impl FnOnce(&mut Self) -> (Struct, Layout)) -> Type {
        if let Some(known) = self.known(identity) {
            return known;
        }
        let at = self.inventory.structs.len();
        self.inventory.structs.push(Struct::default());
        let ty = self.reserve(identity, TypeKind::Struct(StructId(at as u32)));
        let (item, layout) = describe(self);
        self.inventory.structs[at] = item;
        self.inventory.layouts[ty.index()] = Some(layout);
        ty
    }

    /// The union `T`: as [`define_struct`](Self::define_struct).
    pub fn define_union<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> (Union, Layout)) -> Type {
        if let Some(known) = self.known(Identity::of::<T>()) {
            return known;
        }
        let at = self.inventory.unions.len();
        self.inventory.unions.push(Union::default());
        let ty = self.reserve(Identity::of::<T>(), TypeKind::Union(UnionId(at as u32)));
        let (item, layout) = describe(self);
        self.inventory.unions[at] = item;
        self.inventory.layouts[ty.index()] = Some(layout);
        ty
    }

    /// The enum with data `T`: as [`define_struct`](Self::define_struct). The layout's fields are those that [`Tagged`] says.
    pub fn define_tagged<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> (Tagged, Layout)) -> Type {
        if let Some(known) = self.known(Identity::of::<T>()) {
            return known;
        }
        let at = self.inventory.tagged.len();
        let (name, path, docs, marks) = Default::default();
        self.inventory.tagged.push(Tagged { head: Head { name, path, docs, marks }, repr: Primitive::I32, cases: Vec::new() });
        let ty = self.reserve(Identity::of::<T>(), TypeKind::Tagged(TaggedId(at as u32)));
        let (item, layout) = describe(self);
        self.inventory.tagged[at] = item;
        self.inventory.layouts[ty.index()] = Some(layout);
        ty
    }

    /// The enum that `T` stands for, which is described the first time.
    pub fn define_enum<T: ?Sized>(&mut self, describe: impl FnOnce() -> (Enum, Layout)) -> Type {
        self.add_enum(Identity::of::<ByHand<T>>(), describe)
    }

    /// The same of the type with this identity, whose values are read as it is described.
    pub(crate) fn add_enum(&mut self, identity: Identity, describe: impl FnOnce() -> (Enum, Layout)) -> Type {
        if let Some(known) = self.known(identity) {
            return known;
        }
        let (item, layout) = describe();
        self.inventory.enums.push(item);
        let ty = self.reserve(identity, TypeKind::Enum(EnumId(self.inventory.enums.len() as u32 - 1)));
        self.inventory.layouts[ty.index()] = Some(layout);
        ty
    }

    /// The opaque type `T`, which is described the first time.
    pub fn define_opaque<T: ?Sized>(&mut self, describe: impl FnOnce() -> Opaque) -> Type {
        if let Some(known) = self.known(Identity::of::<T>()) {
            return known;
        }
        self.inventory.opaques.push(describe());
        self.reserve(Identity::of::<T>(), TypeKind::Opaque(OpaqueId(self.inventory.opaques.len() as u32 - 1)))
    }

    /// The callback `T`, not nullable; `describe` is called the first time, after its id is reserved.
    pub fn define_callback<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> Callback) -> Type {
        if let Some(known) = self.known(Identity::of::<T>()) {
            return known;
        }
        let void = self.intern(TypeKind::Void);
        let at = self.inventory.callbacks.len();
        let (name, path, docs, marks) = Default::default();
        self.inventory.callbacks.push(Callback { head: Head { name, path, docs, marks }, parameters: Vec::new(), returns: void });
        let ty = self.reserve(Identity::of::<T>(), TypeKind::Callback { id: CallbackId(at as u32), nullable: false });
        self.inventory.callbacks[at] = describe(self);
        ty
    }

    /// The service `T`; `describe` is called the first time, after its id is reserved.
    pub fn define_service<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> Service) -> Type {
        if let Some(known) = self.known(Identity::of::<T>()) {
            return known;
        }
        let at = self.inventory.services.len();
        self.inventory.services.push(Service::default());
        let ty = self.reserve(Identity::of::<T>(), TypeKind::Service(ServiceId(at as u32)));
        self.inventory.services[at] = describe(self);
        ty
    }

    /// The function that `T` stands for, once however often it is listed.
    pub fn define_function<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> Function) {
        if self.described.insert(Identity::of::<T>(), None).is_none() {
            let function = describe(self);
            self.inventory.functions.push(function);
        }
    }

    /// The constant that `T` stands for, once however often it is listed.
    pub fn define_constant<T: ?Sized>(&mut self, describe: impl FnOnce(&mut Self) -> Constant) {
        if self.described.insert(Identity::of::<T>(), None).is_none() {
            let constant = describe(self);
            self.inventory.constants.push(constant);
        }
    }

    fn known(&self, identity: Identity) -> Option<Type> {
        self.described.get(&identity).copied().flatten()
    }

    fn reserve(&mut self, identity: Identity, kind: TypeKind) -> Type {
        let ty = self.intern(kind);
        self.described.insert(identity, Some(ty));
        ty
    }
}

#[cfg(test)]
mod tests;
