//! From what the macros write down to the inventory: small tables there, the work here, so that users compile little.

use super::{Abi, Border, Constant, Form, Give, Named};
use crate::model::{
    Access, Callback, Constant as ConstantModel, Crossing, Function, Layout, Method, Parameter, Receiver, Registry, Service,
    Type, TypeKind,
};

/// How a type describes itself.
pub type Describe = fn(&mut Registry) -> Type;

/// What stands for a function or constant in the inventory's lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an item of the inventory",
    label = "not marked",
    note = "mark a function `#[ffi_function]`, a constant `#[ffi_constant]`; types and services stand in the third and fourth list"
)]
///
/// # Safety
/// What it adds is what the library exports: bindings pass memory as that says.
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

fn parameters(registry: &mut Registry, infos: &[ParameterInfo]) -> Vec<Parameter> {
    infos.iter().map(|(name, ty)| Parameter { name: (*name).to_owned(), ty: ty(registry) }).collect()
}

/// Describes the callback `T`.
///
/// # Safety
/// What is said of it is true.
pub unsafe fn describe_callback<T>(registry: &mut Registry, named: Named, takes: &[ParameterInfo], returns: Describe) -> Type {
    registry.define_callback::<T>(|registry| Callback {
        head: named.head(),
        parameters: parameters(registry, takes),
        returns: returns(registry),
    })
}

/// What a function returns.
#[derive(Clone, Copy, Debug)]
pub struct ReturnsInfo {
    ty: Describe,
    error: fn(&mut Registry) -> Option<Type>,
    fallible: bool,
    layout: fn() -> Option<Layout>,
}

/// The return type `R`.
///
/// # Panics
/// If the other side could write a value to it that its type does not have: at compile time.
#[must_use]
pub const fn returns<R: Border>() -> ReturnsInfo
where
    R::Way: Give<R>,
{
    assert!(
        <R::Way as Give<R>>::SOUND,
        "mutable memory of a type that has invalid values cannot go out: other languages could write a value that its type does not have"
    );
    ReturnsInfo {
        ty: R::describe,
        error: <R::Way as Give<R>>::error,
        fallible: <<R::Way as Give<R>>::Form as Form<Abi<R>>>::FALLIBLE,
        layout: <<R::Way as Give<R>>::Form as Form<Abi<R>>>::layout,
    }
}

/// A function.
#[derive(Clone, Copy, Debug)]
pub struct FunctionInfo<'a> {
    /// Its name, module and docs.
    pub named: Named,
    /// What the library exports it as.
    pub symbol: &'static str,
    /// Whether its author wrote `unsafe`.
    pub is_unsafe: bool,
    /// Whether its author wrote `extern "C"`.
    pub bare: bool,
    /// Its parameters, without a method's receiver.
    pub parameters: &'a [ParameterInfo],
    /// What it returns.
    pub returns: ReturnsInfo,
}

impl FunctionInfo<'_> {
    fn describe(&self, registry: &mut Registry) -> Function {
        let parameters = parameters(registry, self.parameters);
        let returns = (self.returns.ty)(registry);
        let (crossing, abi_returns) = if self.bare && !self.returns.fallible {
            (Crossing::Bare, returns)
        } else {
            let error = (self.returns.error)(registry).and_then(|ty| match *registry.so_far().kind(ty) {
                TypeKind::Enum(id) => Some(id),
                _ => None, // `Failure` is for enums.
            });
            let kind = TypeKind::Outcome { value: returns };
            let outcome = match (self.returns.layout)() {
                Some(layout) => registry.intern_with_layout(kind, layout),
                None => registry.intern(kind),
            };
            (Crossing::Guarded { error }, outcome)
        };
        let (head, symbol, is_unsafe) = (self.named.head(), self.symbol.to_owned(), self.is_unsafe);
        Function { head, symbol, is_unsafe, parameters, returns, abi_returns, crossing }
    }
}

/// Describes the function that `T` stands for.
///
/// # Safety
/// The library exports it, and what is said of it is true.
pub unsafe fn describe_function<T>(registry: &mut Registry, info: FunctionInfo<'_>) {
    registry.define_function::<T>(|registry| info.describe(registry));
}

/// A constructor or a method of a service.
#[derive(Clone, Copy, Debug)]
pub struct MethodInfo<'a> {
    /// The function; its docs' module is the service.
    pub function: FunctionInfo<'a>,
    /// None for a constructor; else whether it takes `&mut self`, and whether it lends.
    pub method: Option<(bool, bool)>,
}

/// Describes a service: its own docs and path, and the symbols that free an object and end a lent borrow.
///
/// # Safety
/// As of [`describe_function`].
pub unsafe fn describe_service(
    registry: &mut Registry,
    named: Named,
    destroy: &str,
    release: &str,
    functions: &[MethodInfo<'_>],
) -> Service {
    let (mut constructors, mut methods) = (Vec::new(), Vec::new());
    for MethodInfo { function, method } in functions {
        let mut function = function.describe(registry);
        function.head.path = format!("{}::{}", named.path(), function.head.name);
        named.namespace().clone_into(&mut function.head.marks.namespace);
        match *method {
            None => constructors.push(function),
            Some((exclusive, lends)) => {
                let (receiver, access) =
                    if exclusive { (Receiver::Exclusive, Access::Write) } else { (Receiver::Shared, Access::Read) };
                methods.push(Method { function, receiver, lends: lends.then_some(access) });
            }
        }
    }
    let release = methods.iter().any(|m| m.lends.is_some()).then(|| release.to_owned());
    Service { head: named.head(), constructors, methods, destroy: destroy.to_owned(), release }
}

/// Describes the constant that `K` stands for, whose value is `value`.
///
/// # Safety
/// `ty` describes `T`: the value is read as that says.
pub unsafe fn describe_constant<K: ?Sized, T: Constant>(registry: &mut Registry, named: Named, ty: Describe, value: &T) {
    let ty = ty(registry);
    // SAFETY: the caller's promise.
    match unsafe { value.value(registry.so_far(), ty) } {
        Some(value) => registry.define_constant::<K>(|_| ConstantModel { head: named.head(), ty, value }),
        None => registry.problem(
            &named.path(),
            "its value cannot be written in other languages: it is text that is not UTF-8, or holds a string or slice in a struct, an `ffi::Option`, a union or an enum with data",
        ),
    }
}
