//! The inventory of a library, and access to the items and types that it holds.

use super::build_id::BuildId;
use super::builtins::{BUILTIN, Builtin};
#[cfg(feature = "generate")]
use super::item::{Item, ItemRef};
#[cfg(feature = "generate")]
use super::items::Head;
use super::items::{Callback, Constant, Crossing, Enum, Function, Opaque, Service, Struct, Tagged, Union};
use super::layout::Layout;
use super::problem::Problem;
use super::status::StatusCode;
#[cfg(feature = "generate")]
use super::types::Declared;
use super::types::{CallbackId, EnumId, OpaqueId, ServiceId, StructId, TaggedId, Type, TypeKind, UnionId};

/// Everything that a library exports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Inventory {
    /// The crate's name as Rust code spells it, such as `my_lib`: what the library's file and the symbols of its own are named after.
    pub library: String,
    /// The crate's version.
    pub version: String,
    /// Each distinct type, where a [`Type`] is an index.
    pub(crate) types: Vec<TypeKind>,
    /// The layouts of the types that have one of their own: as long as `types`.
    pub(crate) layouts: Vec<Option<Layout>>,
    pub(crate) structs: Vec<Struct>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) tagged: Vec<Tagged>,
    pub(crate) unions: Vec<Union>,
    pub(crate) opaques: Vec<Opaque>,
    pub(crate) callbacks: Vec<Callback>,
    pub(crate) services: Vec<Service>,
    pub(crate) functions: Vec<Function>,
    pub(crate) constants: Vec<Constant>,
    /// The build that it comes from.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) build: BuildId,
    /// The guard of the whole library, if this is only a part of it.
    #[cfg_attr(feature = "serde", serde(default))]
    pub(crate) guard: Option<u64>,
    /// The problems that were found while it was built.
    pub(crate) problems: Vec<Problem>,
}

impl Inventory {
    /// The kind of `ty`.
    #[must_use]
    pub fn kind(&self, ty: Type) -> &TypeKind {
        &self.types[ty.0 as usize]
    }

    /// The size, alignment and fields of a composite, an enum, or a pattern with a memory of its own; none for all other types.
    #[must_use]
    pub fn layout(&self, ty: Type) -> Option<&Layout> {
        self.layouts[self.definition_of(ty).index()].as_ref()
    }

    /// The type whose definition `ty` is used by: the same without `nullable`, as null is a value of both, or `ty` itself.
    #[must_use]
    pub fn definition_of(&self, ty: Type) -> Type {
        self.kind(ty).without_null().and_then(|plain| self.find(plain)).unwrap_or(ty)
    }

    /// The type that is `kind`, if it occurs in the inventory.
    #[must_use]
    pub fn find(&self, kind: TypeKind) -> Option<Type> {
        self.types().find(|&ty| *self.kind(ty) == kind)
    }

    /// Every type that occurs in the inventory, in the order of registration.
    pub fn types(&self) -> impl Iterator<Item = Type> {
        (0..self.types.len()).map(|i| Type(i as u32))
    }

    /// All structs, in the order of registration.
    #[must_use]
    #[inline]
    pub fn structs(&self) -> &[Struct] {
        &self.structs
    }

    /// All enums, in the order of registration.
    #[must_use]
    #[inline]
    pub fn enums(&self) -> &[Enum] {
        &self.enums
    }

    /// All enums with data, in the order of registration.
    #[must_use]
    #[inline]
    pub fn tagged(&self) -> &[Tagged] {
        &self.tagged
    }

    /// All unions, in the order of registration.
    #[must_use]
    #[inline]
    pub fn unions(&self) -> &[Union] {
        &self.unions
    }

    /// All opaque types, in the order of registration.
    #[must_use]
    #[inline]
    pub fn opaques(&self) -> &[Opaque] {
        &self.opaques
    }

    /// All callbacks, in the order of registration.
    #[must_use]
    #[inline]
    pub fn callbacks(&self) -> &[Callback] {
        &self.callbacks
    }

    /// All services, in the order of registration.
    #[must_use]
    #[inline]
    pub fn services(&self) -> &[Service] {
        &self.services
    }

    /// All free functions, in the order of registration.
    #[must_use]
    #[inline]
    pub fn functions(&self) -> &[Function] {
        &self.functions
    }

    /// All constants, in the order of registration.
    #[must_use]
    #[inline]
    pub fn constants(&self) -> &[Constant] {
        &self.constants
    }

    /// The result of `<library>_ffi_build_id` of the same build; none for an inventory that was not made by `inventory!` in this process.
    #[must_use]
    pub fn build_id(&self) -> Option<u64> {
        self.build.0
    }

    /// The statuses that calls of this library end with, besides its own errors: none if no call returns a status.
    #[must_use]
    pub fn statuses(&self) -> &'static [StatusCode] {
        let is_guarded = self.functions.iter().any(|function| matches!(function.crossing, Crossing::Guarded { .. }));
        if is_guarded || !self.services.is_empty() { &StatusCode::ALL } else { &[] }
    }

    /// The symbol of one of the functions that every library has, such as `my_lib_ffi_api_guard`.
    #[must_use]
    pub fn builtin_symbol(&self, builtin: Builtin) -> String {
        self.builtin_prefix() + builtin.name()
    }

    /// The symbols of the functions that every library has.
    #[must_use]
    pub fn builtin_symbols(&self) -> [String; Builtin::ALL.len()] {
        Builtin::ALL.map(|builtin| self.builtin_symbol(builtin))
    }

    /// The prefix of these symbols, which no other symbol has: `my_lib_ffi_`.
    #[must_use]
    pub fn builtin_prefix(&self) -> String {
        self.library.clone() + BUILTIN
    }
}

#[cfg(feature = "generate")]
impl Inventory {
    /// All items, in the order of their kinds: constants, free functions, then types and services.
    pub fn items(&self) -> impl Iterator<Item = ItemRef<'_>> {
        self.item_ids().map(|item| self.item(item))
    }

    /// The ids of all items, in the order of [`items`](Self::items).
    pub fn item_ids(&self) -> impl Iterator<Item = Item> {
        let constants = (0..self.constants.len()).map(Item::Constant);
        let functions = (0..self.functions.len()).map(Item::Function);
        let structs = (0..self.structs.len()).map(|i| Item::Struct(StructId(i as u32)));
        let enums = (0..self.enums.len()).map(|i| Item::Enum(EnumId(i as u32)));
        let tagged = (0..self.tagged.len()).map(|i| Item::Tagged(TaggedId(i as u32)));
        let unions = (0..self.unions.len()).map(|i| Item::Union(UnionId(i as u32)));
        let opaques = (0..self.opaques.len()).map(|i| Item::Opaque(OpaqueId(i as u32)));
        let callbacks = (0..self.callbacks.len()).map(|i| Item::Callback(CallbackId(i as u32)));
        let services = (0..self.services.len()).map(|i| Item::Service(ServiceId(i as u32)));
        let types = structs.chain(enums).chain(tagged).chain(unions).chain(opaques).chain(callbacks).chain(services);
        constants.chain(functions).chain(types)
    }

    /// The item that `item` is, or is a part of.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn item(&self, item: Item) -> ItemRef<'_> {
        match item {
            Item::Constant(at) => ItemRef::Constant(&self.constants[at]),
            Item::Function(at) => ItemRef::Function(&self.functions[at]),
            Item::Struct(id) | Item::Field(id, _) => ItemRef::Struct(&self[id]),
            Item::Enum(id) | Item::Variant(id, _) => ItemRef::Enum(&self[id]),
            Item::Tagged(id) | Item::Case(id, _) | Item::CaseField(id, ..) => ItemRef::Tagged(&self[id]),
            Item::Union(id) | Item::UnionField(id, _) => ItemRef::Union(&self[id]),
            Item::Opaque(id) => ItemRef::Opaque(&self[id]),
            Item::Callback(id) => ItemRef::Callback(&self[id]),
            Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => ItemRef::Service(&self[id]),
        }
    }

    /// The head of an item, a constructor or a method; none for other parts, which have a name and documentation only.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn head(&self, item: Item) -> Option<&Head> {
        match item {
            Item::Constructor(id, at) => Some(&self[id].constructors[at].head),
            Item::Method(id, at) => Some(&self[id].methods[at].function.head),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => Some(self.item(item).head()),
            Item::Field(..) | Item::Variant(..) | Item::UnionField(..) | Item::Case(..) | Item::CaseField(..) => None,
        }
    }

    /// The heads of all items, constructors and methods.
    pub fn heads(&self) -> impl Iterator<Item = &Head> {
        let of_services = self.services.iter().flat_map(Service::functions).map(|function| &function.head);
        self.items().map(ItemRef::head).chain(of_services)
    }

    /// The item that `ty` stands for; none for primitives, pointers, arrays and patterns.
    #[must_use]
    pub fn item_of(&self, ty: Type) -> Option<Item> {
        self.kind(ty).declared().map(|declared| match declared {
            Declared::Struct(id) => Item::Struct(id),
            Declared::Enum(id) => Item::Enum(id),
            Declared::Tagged(id) => Item::Tagged(id),
            Declared::Union(id) => Item::Union(id),
            Declared::Opaque(id) => Item::Opaque(id),
            Declared::Callback(id) => Item::Callback(id),
            Declared::Service(id) => Item::Service(id),
        })
    }

    /// Every namespace that an item is in, sorted: first the library's own, which is empty, if there is anything in it.
    #[must_use]
    pub fn namespaces(&self) -> Vec<&str> {
        let mut all: Vec<_> = self.items().map(ItemRef::namespace).collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The name of an item or of a part of one.
    ///
    /// # Panics
    /// If `item` is of another inventory, and this one has no such item.
    #[must_use]
    pub fn item_name(&self, item: Item) -> &str {
        match item {
            Item::Field(id, at) => &self[id].fields[at].name,
            Item::Variant(id, at) => &self[id].variants[at].name,
            Item::UnionField(id, at) => &self[id].fields[at].name,
            Item::Case(id, at) => &self[id].cases[at].name,
            Item::CaseField(id, case, at) => &self[id].cases[case].fields[at].name,
            Item::Constructor(id, at) => &self[id].constructors[at].head.name,
            Item::Method(id, at) => &self[id].methods[at].function.head.name,
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => self.item(item).name(),
        }
    }

    /// Every function that the library exports for its author: free ones, constructors and methods.
    pub fn all_functions(&self) -> impl Iterator<Item = (Item, &Function)> {
        let free = self.functions.iter().enumerate().map(|(at, function)| (Item::Function(at), function));
        let services = 0..self.services.len() as u32;
        free.chain(services.flat_map(|at| self.functions_of(ServiceId(at))))
    }

    /// The constructors and the methods of a service.
    pub fn functions_of(&self, id: ServiceId) -> impl Iterator<Item = (Item, &Function)> {
        let Service { constructors, methods, .. } = &self[id];
        let constructors = constructors.iter().enumerate().map(move |(at, function)| (Item::Constructor(id, at), function));
        constructors.chain(methods.iter().enumerate().map(move |(at, method)| (Item::Method(id, at), &method.function)))
    }

    /// Every symbol that the library must export, sorted: functions, what services consist of, and the library's own four.
    #[must_use]
    pub fn symbols(&self) -> Vec<String> {
        let services = self.services.iter().flat_map(Service::symbols);
        let mut all: Vec<_> =
            self.functions.iter().map(|f| f.symbol.clone()).chain(services).chain(self.builtin_symbols()).collect();
        all.sort();
        all
    }

    /// The environment variable that may name the library's path where a language looks for it while it runs, such as `MY_LIB_LIBRARY`.
    #[must_use]
    pub fn library_variable(&self) -> String {
        format!("{}_LIBRARY", crate::names::shouty_case(&self.library))
    }
}

macro_rules! index_by_id {
    ($($id:ident => $field:ident: $item:ident),*) => {$(
        impl std::ops::Index<$id> for Inventory {
            type Output = $item;

            #[inline]
            fn index(&self, id: $id) -> &$item {
                &self.$field[id.0 as usize]
            }
        }
    )*};
}

index_by_id!(StructId => structs: Struct, EnumId => enums: Enum, TaggedId => tagged: Tagged, UnionId => unions: Union, OpaqueId => opaques: Opaque, CallbackId => callbacks: Callback, ServiceId => services: Service);

#[cfg(all(test, feature = "generate"))]
mod tests;
