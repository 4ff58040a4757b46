//! Inventories made by hand, in few words: also of what the macros do not let through.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus::Inventory;
use interoptopus::docs::Docs;
use interoptopus::model::{
    Callback, Constant, Crossing, Field, Function, Head, Marks, Opaque, Parameter, Primitive, Registry, Type, TypeKind, Value,
    Visibility,
};

/// Fields: each with its name, type and size, which is its alignment.
pub(crate) type Fields<'a> = &'a [(&'a str, Type, usize)];

/// A registry that invents identities.
pub(crate) struct Library {
    pub(crate) registry: Registry,
    docs: String,
    marks: Marks,
    visibility: Visibility,
    next: usize,
}

struct Tag<const AT: usize>;

/// Calls `$method::<Tag<AT>>` for the number that comes next.
macro_rules! define {
    ($library:ident, $method:ident, $describe:expr) => {
        define!($library, $method, $describe, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39
            40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55 56 57 58 59 60 61 62 63)
    };
    ($library:ident, $method:ident, $describe:expr, $($at:literal)*) => {{
        $library.next += 1;
        match $library.next - 1 {
            $($at => $library.registry.$method::<Tag<$at>>($describe),)*
            more => panic!("no identity is left for item {more}"),
        }
    }};
}

mod types;

impl Library {
    pub(crate) fn new() -> Self {
        Library::named("lib")
    }

    pub(crate) fn named(name: &str) -> Self {
        Library {
            registry: Registry::new(name, "1.0.0"),
            docs: String::new(),
            marks: Marks::default(),
            visibility: Visibility::Public,
            next: 0,
        }
    }

    pub(crate) fn finish(self) -> Inventory {
        self.registry.finish()
    }

    /// The docs of everything that follows.
    pub(crate) fn docs(&mut self, docs: &str) {
        self.docs = docs.to_owned();
    }

    /// The marks of everything that follows.
    pub(crate) fn marks(&mut self, marks: Marks) {
        self.marks = marks;
    }

    /// Who sees the fields that follow.
    pub(crate) fn visibility(&mut self, visibility: Visibility) {
        self.visibility = visibility;
    }

    fn path(&self, name: &str) -> String {
        match self.marks.namespace.as_str() {
            "" => format!("lib::{name}"),
            namespace => format!("lib::{namespace}::{name}"),
        }
    }

    fn fields(&self, fields: &[(&str, Type, usize)]) -> Vec<Field> {
        let field = |&(name, ty, _): &(&str, Type, usize)| Field {
            name: name.to_owned(),
            docs: Docs::new(&self.docs),
            visibility: self.visibility,
            ty,
        };
        fields.iter().map(field).collect()
    }

    pub(crate) fn primitive(&mut self, primitive: Primitive) -> Type {
        self.registry.primitive(primitive)
    }

    pub(crate) fn void(&mut self) -> Type {
        self.registry.intern(TypeKind::Void)
    }

    pub(crate) fn opaque(&mut self, name: &str) -> Type {
        let item = Opaque {
            head: Head { name: name.to_owned(), path: self.path(name), docs: Docs::new(&self.docs), marks: self.marks.clone() },
        };
        define!(self, define_opaque, || item)
    }

    pub(crate) fn callback(
        &mut self,
        name: &str,
        describe: impl FnOnce(&mut Registry) -> (Vec<(&'static str, Type)>, Type),
    ) -> Type {
        let (docs, path) = (Docs::new(&self.docs), self.path(name));
        define!(self, define_callback, |registry: &mut Registry| {
            let (parameters, returns) = describe(registry);
            Callback {
                head: Head { name: name.to_owned(), path, docs, marks: self.marks.clone() },
                parameters: named(&parameters),
                returns,
            }
        })
    }

    /// A bare function.
    pub(crate) fn function(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) {
        self.exported(name, name, parameters, returns);
    }

    /// A bare function that is exported as `symbol`.
    pub(crate) fn exported(&mut self, name: &str, symbol: &str, parameters: &[(&str, Type)], returns: Type) {
        let item = Function {
            head: Head { name: name.to_owned(), path: self.path(name), docs: Docs::new(&self.docs), marks: self.marks.clone() },
            symbol: symbol.to_owned(),
            is_unsafe: false,
            parameters: named(parameters),
            returns,
            abi_returns: returns,
            crossing: Crossing::Bare,
        };
        define!(self, define_function, |_: &mut Registry| item);
    }

    /// A guarded function.
    pub(crate) fn guarded(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) {
        self.guarded_as(name, name, parameters, returns);
    }

    /// A guarded function that is exported as `symbol`.
    pub(crate) fn guarded_as(&mut self, name: &str, symbol: &str, parameters: &[(&str, Type)], returns: Type) {
        let item = Function {
            head: Head { name: name.to_owned(), path: self.path(name), docs: Docs::new(&self.docs), marks: self.marks.clone() },
            symbol: symbol.to_owned(),
            is_unsafe: false,
            parameters: named(parameters),
            returns,
            abi_returns: self.registry.intern(TypeKind::Outcome { value: returns }),
            crossing: Crossing::Guarded { error: None },
        };
        define!(self, define_function, |_: &mut Registry| item);
    }

    pub(crate) fn constant(&mut self, name: &str, ty: Type, value: Value) {
        let (path, name) = (self.path(name), name.to_owned());
        let item = Constant { head: Head { name, path, docs: Docs::new(&self.docs), marks: self.marks.clone() }, ty, value };
        define!(self, define_constant, |_: &mut Registry| item);
    }
}

fn named(parameters: &[(&str, Type)]) -> Vec<Parameter> {
    parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect()
}
