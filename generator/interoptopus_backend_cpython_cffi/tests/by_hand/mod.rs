//! Inventories made by hand, in few words: also of what no macro lets through.

#![allow(dead_code)] // Each test file uses its part.

mod composites;

#[allow(unused_imports)] // As above.
pub(crate) use composites::CaseOf;

use interoptopus::docs::Docs;
use interoptopus::model::{
    Access, Callback, Constant, Crossing, Enum, EnumId, Field, Function, Head, Layout, Marks, Method, Opaque, Parameter,
    PointerKind, Primitive, Receiver, Registry, Service, Struct, Type, TypeKind, Value, Variant,
};

/// A registry whose items need no Rust types: each is identified by a type of the test's own.
pub(crate) struct Library {
    pub(crate) registry: Registry,
    docs: String,
    marks: Marks,
}

pub(crate) struct Tag<const AT: usize>;

impl Library {
    pub(crate) fn new(name: &str) -> Self {
        Library { registry: Registry::new(name, "1.0.0"), docs: String::new(), marks: Marks::default() }
    }

    /// The docs of everything that follows.
    pub(crate) fn docs(&mut self, docs: &str) {
        self.docs = docs.to_owned();
    }

    pub(crate) fn primitive(&mut self, primitive: Primitive) -> Type {
        self.registry.primitive(primitive)
    }

    pub(crate) fn void(&mut self) -> Type {
        self.registry.intern(TypeKind::Void)
    }

    pub(crate) fn string(&mut self) -> Type {
        self.registry.intern(TypeKind::Str { nullable: false })
    }

    pub(crate) fn slice(&mut self, element: Type) -> Type {
        self.registry.intern(TypeKind::Slice { element, access: Access::Read, nullable: false })
    }

    pub(crate) fn reference(&mut self, pointee: Type, access: Access) -> Type {
        self.registry.pointer(pointee, access, PointerKind::Reference)
    }

    pub(crate) fn structure<T>(&mut self, name: &str, fields: &[(&str, Type)]) -> Type {
        let docs = Docs::new(&self.docs);
        let field =
            |&(name, ty): &(&str, Type)| Field { name: name.to_owned(), docs: docs.clone(), visibility: Default::default(), ty };
        let laid: Vec<_> = fields.iter().enumerate().map(|(at, (name, _))| (*name, 8 * at, 8)).collect();
        let fields: Vec<Field> = fields.iter().map(field).collect();
        // Invented, but as large as its fields are said to be.
        let layout = Layout { size: 8 * fields.len(), align: 8, ..Layout::of::<u64>(&laid) };
        let item = Struct {
            head: Head { name: name.to_owned(), path: format!("lib::{name}"), docs: docs.clone(), ..Head::default() },
            fields,
            ..Default::default()
        };
        self.registry.define_struct::<T>(|_| (item, layout))
    }

    pub(crate) fn enumeration<T>(&mut self, name: &str, error: bool, variants: &[(&str, i128)]) -> Type {
        let docs = Docs::new(&self.docs);
        let variant = |&(name, value): &(&str, i128)| Variant { name: name.to_owned(), docs: docs.clone(), value };
        let variants = variants.iter().map(variant).collect();
        let path = format!("lib::{name}");
        let item = Enum {
            head: Head { name: name.to_owned(), path, docs: docs.clone(), marks: self.marks.clone() },
            repr: Primitive::I32,
            variants,
            error,
            flags: false,
        };
        self.registry.define_enum::<T>(|| (item, Layout::of::<i32>(&[])))
    }

    pub(crate) fn opaque<T>(&mut self, name: &str) -> Type {
        let item = Opaque {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
        };
        self.registry.define_opaque::<T>(|| item)
    }

    pub(crate) fn callback<T>(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) -> Type {
        let path = format!("lib::{name}");
        let item = Callback {
            head: Head { name: name.to_owned(), path, docs: Docs::new(&self.docs), marks: self.marks.clone() },
            parameters: named(parameters),
            returns,
        };
        self.registry.define_callback::<T>(|_| item)
    }

    /// A function that crosses bare.
    pub(crate) fn bare<T>(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) {
        let mut function = self.described(name, parameters, returns, None);
        function.crossing = Crossing::Bare;
        function.abi_returns = returns;
        self.registry.define_function::<T>(|_| function);
    }

    /// A function that crosses guarded.
    pub(crate) fn guarded<T>(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type, error: Option<Type>) {
        let function = self.described(name, parameters, returns, error);
        self.registry.define_function::<T>(|_| function);
    }

    pub(crate) fn constant<T>(&mut self, name: &str, ty: Type, value: Value) {
        let item = Constant {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            ty,
            value,
        };
        self.registry.define_constant::<T>(|_| item);
    }

    /// A service with one constructor, and methods without parameters: name, result, whether it lends.
    pub(crate) fn service<T>(&mut self, name: &str, constructor: &str, methods: &[(&str, Type, Option<Access>)]) -> Type {
        let symbol = |method: &str| format!("lib_{}_{method}", name.to_lowercase());
        let methods: Vec<Method> = methods
            .iter()
            .map(|&(method, returns, lends)| {
                let mut function = self.described(method, &[], returns, None);
                function.symbol = symbol(method);
                Method { function, receiver: Receiver::Shared, lends }
            })
            .collect();
        let void = self.void();
        let mut constructor = self.described(constructor, &[], void, None);
        constructor.symbol = symbol(&constructor.head.name);
        let release = methods.iter().any(|m| m.lends.is_some()).then(|| symbol("release"));
        let item = Service {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            constructors: vec![constructor],
            methods,
            destroy: symbol("destroy"),
            release,
        };
        self.registry.define_service::<T>(|registry| {
            let is_service = |&ty: &Type| matches!(registry.so_far().kind(ty), TypeKind::Service(_));
            let this = registry.so_far().types().filter(is_service).last();
            let mut item = item;
            if let Some(this) = this {
                item.constructors[0].returns = this;
                item.constructors[0].abi_returns = registry.intern(TypeKind::Outcome { value: this });
            }
            item
        })
    }

    fn described(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type, error: Option<Type>) -> Function {
        Function {
            head: Head {
                name: name.to_owned(),
                path: format!("lib::{name}"),
                docs: Docs::new(&self.docs),
                marks: self.marks.clone(),
            },
            symbol: name.to_owned(),
            is_unsafe: false,
            parameters: named(parameters),
            returns,
            abi_returns: self.registry.intern(TypeKind::Outcome { value: returns }),
            crossing: Crossing::Guarded { error: error.and_then(|ty| self.enum_id(ty)) },
        }
    }

    fn enum_id(&self, ty: Type) -> Option<EnumId> {
        match *self.registry.so_far().kind(ty) {
            TypeKind::Enum(id) => Some(id),
            _ => None,
        }
    }
}

fn named(parameters: &[(&str, Type)]) -> Vec<Parameter> {
    parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect()
}
