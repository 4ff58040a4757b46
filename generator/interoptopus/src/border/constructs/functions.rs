//! Functions: their descriptions, and `()`, which those without a result return.

use crate::border::descriptions::{Describe, Named, ParameterInfo, parameters};
use crate::border::outcomes::{Empty, ReturnTypes, Status};
use crate::border::traits::{Abi, Border, Give};
use crate::model::{Crossing, Function, Layout, Registry, Type, TypeKind};

/// The way of `()`.
#[derive(Debug)]
pub enum Nothing {}

// SAFETY: it has no lifetimes.
unsafe impl Border for () {
    type Way = Nothing;
    type With<'h> = ();

    fn describe(registry: &mut Registry) -> Type {
        registry.intern(TypeKind::Void)
    }
}

// SAFETY: the other side gets what is described.
unsafe impl Give<()> for Nothing {
    type Abi = ();
    type Returns = Empty;
    const LENDS: bool = false;

    unsafe fn give(value: ()) -> Result<(), Status> {
        Ok(value)
    }
}

/// The result of a function.
#[derive(Clone, Copy, Debug)]
pub struct ReturnsInfo {
    ty: Describe,
    error: Option<Describe>,
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
    let fault = <R::Way as Give<R>>::FAULT;
    assert!(fault.is_empty(), "{}", fault);
    ReturnsInfo {
        ty: R::describe,
        error: <<R::Way as Give<R>>::Returns as ReturnTypes<Abi<R>>>::ERROR,
        layout: <<R::Way as Give<R>>::Returns as ReturnTypes<Abi<R>>>::layout,
    }
}

/// A function.
#[derive(Clone, Copy, Debug)]
pub struct FunctionInfo<'a> {
    /// Its name, module and docs.
    pub named: Named,
    /// Its symbol.
    pub symbol: &'static str,
    /// Whether its author wrote `unsafe`.
    pub is_unsafe: bool,
    /// Whether its author wrote `extern "C"`.
    pub bare: bool,
    /// Its parameters, without a method's receiver.
    pub parameters: &'a [ParameterInfo],
    /// Its result.
    pub returns: ReturnsInfo,
}

impl FunctionInfo<'_> {
    /// The function in the inventory.
    pub(crate) fn describe(&self, registry: &mut Registry) -> Function {
        let parameters = parameters(registry, self.parameters);
        let returns = (self.returns.ty)(registry);
        let (crossing, abi_returns) = if self.bare && self.returns.error.is_none() {
            (Crossing::Bare, returns)
        } else {
            let error = self.returns.error.map(|describe| describe(registry)).and_then(|ty| match *registry.so_far().kind(ty) {
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
/// The library exports it, and the description is true.
pub unsafe fn describe_function<T>(registry: &mut Registry, info: FunctionInfo<'_>) {
    registry.define_function::<T>(|registry| info.describe(registry));
}
