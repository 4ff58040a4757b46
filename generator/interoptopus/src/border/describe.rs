//! From what the macros write down to the inventory: small tables there, the work here, so that users compile little.

use super::{Abi, Border, Form, Give, Named};
use crate::docs::Docs;
use crate::model::{
    Access, Callback, Constant, Crossing, Enum, Field, FieldLayout, Function, Layout, Method, Opaque, Parameter, Primitive,
    Receiver, Registry, Repr, Service, Struct, Type, TypeKind, Value, Variant, Visibility,
};

/// How a type describes itself.
pub type Describe = fn(&mut Registry) -> Type;

/// What stands for a function or constant in the inventory's lists.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an item of the inventory",
    label = "not marked",
    note = "mark a function `#[ffi_function]`, a constant `#[ffi_constant]`; types and services stand in the third and fourth list"
)]
pub trait Item {
    /// Adds it.
    fn register(registry: &mut Registry);
}

/// A field of a struct.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    name: &'static str,
    docs: &'static str,
    offset: usize,
    size: usize,
    ty: Describe,
}

/// The field `name` of type `T` at `offset`.
#[must_use]
pub fn field<T: Border>(name: &'static str, docs: &'static str, offset: usize) -> FieldInfo {
    FieldInfo { name, docs, offset, size: size_of::<T>(), ty: T::describe }
}

/// Describes the struct `T`.
pub fn describe_struct<T>(registry: &mut Registry, named: Named, fields: &[FieldInfo]) -> Type {
    registry.define_struct::<T>(|registry| {
        let mut memory: Vec<_> =
            fields.iter().map(|f| FieldLayout { name: f.name.to_owned(), offset: f.offset, size: f.size }).collect();
        memory.sort_by_key(|field| field.offset);
        let field = |f: &FieldInfo| Field {
            name: f.name.to_owned(),
            docs: Docs::new(f.docs),
            visibility: Visibility::Public,
            ty: (f.ty)(registry),
        };
        let fields = fields.iter().map(field).collect();
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: memory };
        let marks = named.marks();
        let repr = Repr::C;
        (Struct { name: named.name(), path: named.path(), docs: named.docs(), marks, repr, fields, default: None }, layout)
    })
}

/// Describes the enum `T`: each variant is a name, docs and a discriminant.
pub fn describe_enum<T>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    error: bool,
    variants: &[(&str, &str, i128)],
) -> Type {
    registry.define_enum::<T>(|| {
        let variant = |&(name, docs, value): &(&str, &str, i128)| Variant { name: name.to_owned(), docs: Docs::new(docs), value };
        let variants = variants.iter().map(variant).collect();
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: Vec::new() };
        let marks = named.marks();
        (Enum { name: named.name(), path: named.path(), docs: named.docs(), marks, repr, variants, flags: false, error }, layout)
    })
}

/// Describes the opaque type `T`.
pub fn describe_opaque<T>(registry: &mut Registry, named: Named) -> Type {
    registry.define_opaque::<T>(|| Opaque { name: named.name(), path: named.path(), docs: named.docs(), marks: named.marks() })
}

/// A parameter: its name and its type.
pub type ParameterInfo = (&'static str, Describe);

fn parameters(registry: &mut Registry, infos: &[ParameterInfo]) -> Vec<Parameter> {
    infos.iter().map(|(name, ty)| Parameter { name: (*name).to_owned(), ty: ty(registry) }).collect()
}

/// Describes the callback `T`.
pub fn describe_callback<T>(registry: &mut Registry, named: Named, takes: &[ParameterInfo], returns: Describe) -> Type {
    registry.define_callback::<T>(|registry| Callback {
        name: named.name(),
        path: named.path(),
        docs: named.docs(),
        marks: named.marks(),
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
        let (name, path, docs, symbol) = (self.named.name(), self.named.path(), self.named.docs(), self.symbol.to_owned());
        let marks = self.named.marks();
        Function { name, path, docs, marks, symbol, parameters, returns, abi_returns, crossing }
    }
}

/// Describes the function that `T` stands for.
pub fn describe_function<T>(registry: &mut Registry, info: FunctionInfo<'_>) {
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
pub fn describe_service(
    registry: &mut Registry,
    named: Named,
    destroy: &str,
    release: &str,
    functions: &[MethodInfo<'_>],
) -> Service {
    let (mut constructors, mut methods) = (Vec::new(), Vec::new());
    for MethodInfo { function, method } in functions {
        let mut function = function.describe(registry);
        function.path = format!("{}::{}", named.path(), function.name);
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
    let (name, path, docs, destroy) = (named.name(), named.path(), named.docs(), destroy.to_owned());
    Service { name, path, docs, marks: named.marks(), constructors, methods, destroy, release }
}

/// Describes the constant that `T` stands for.
pub fn describe_constant<T>(registry: &mut Registry, named: Named, ty: Describe, value: Value) {
    registry.define_constant::<T>(|registry| Constant {
        name: named.name(),
        path: named.path(),
        docs: named.docs(),
        marks: named.marks(),
        ty: ty(registry),
        value,
    });
}
