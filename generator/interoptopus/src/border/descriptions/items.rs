//! Items of the inventory: the macros write small tables, and the work is here, so that users compile little.

use crate::ffi;
use crate::model::{Access, Content, Parameter, Registry, Type, TypeKind};

/// The function by which a type describes itself.
pub type Describe = fn(&mut Registry) -> Type;

/// A function or constant in the inventory's lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an item of the inventory",
    label = "not marked",
    note = "mark a function `#[ffi_function]`, a constant `#[ffi_constant]`; types and services stand in the third and fourth list"
)]
///
/// # Safety
/// The library exports what is added: bindings pass memory as that says.
pub unsafe trait Item {
    /// Adds it.
    fn register(registry: &mut Registry);
}

/// A type that has an associated constant, for whose name `NAME` stands.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no constant of this name that is exported",
    label = "not marked",
    note = "mark the `impl` block that has it `#[ffi_constants]`, and make it `pub`; a constant of a module is named by its path"
)]
///
/// # Safety
/// As of [`Item`].
pub unsafe trait AssociatedConstant<const NAME: u64> {
    /// Adds it.
    fn register(registry: &mut Registry);
}

/// The identity of an associated constant of `T`.
#[derive(Debug)]
pub struct Associated<T: ?Sized, const NAME: u64>(std::marker::PhantomData<T>);

/// A parameter: its name and its type.
pub type ParameterInfo = (&'static str, Describe);

/// The parameters of a function or callback in the inventory.
pub(crate) fn parameters(registry: &mut Registry, infos: &[ParameterInfo]) -> Vec<Parameter> {
    infos.iter().map(|(name, ty)| Parameter { name: (*name).to_owned(), ty: incoming(registry, *ty) }).collect()
}

/// The type that others see in what comes in. An owner is the caller's there, and copied: to them it is a string or a slice, of the same layout.
pub(crate) fn incoming(registry: &mut Registry, ty: Describe) -> Type {
    let ty = ty(registry);
    let TypeKind::Owned { content, nullable } = *registry.so_far().kind(ty) else { return ty };
    let kind = match content {
        Content::Text => TypeKind::Str { nullable },
        Content::Elements(element) => TypeKind::Slice { element, access: Access::Read, nullable },
    };
    registry.intern_with_layout(kind, ffi::Str::layout())
}
