//! Inventories made by hand, in few words: also of what the macros do not let through.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus::Inventory;
use interoptopus::docs::Docs;
use interoptopus::model::{
    Callback, Constant, Crossing, Enum, Field, Function, Layout, Opaque, Parameter, Primitive, Registry, Struct, Type, TypeKind,
    Value, Variant,
};

/// A registry that invents identities.
pub(crate) struct Library {
    pub(crate) registry: Registry,
    docs: String,
    next: usize,
}

struct Tag<const AT: usize>;

/// Calls `$method::<Tag<AT>>` for the number that comes next.
macro_rules! define {
    ($library:ident, $method:ident, $describe:expr) => {
        define!($library, $method, $describe, 0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31)
    };
    ($library:ident, $method:ident, $describe:expr, $($at:literal)*) => {{
        $library.next += 1;
        match $library.next - 1 {
            $($at => $library.registry.$method::<Tag<$at>>($describe),)*
            more => panic!("no identity is left for item {more}"),
        }
    }};
}

impl Library {
    pub(crate) fn new() -> Self {
        Library::named("lib")
    }

    pub(crate) fn named(name: &str) -> Self {
        Library { registry: Registry::new(name, "1.0.0"), docs: String::new(), next: 0 }
    }

    pub(crate) fn finish(self) -> Inventory {
        self.registry.finish()
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

    /// A struct whose fields are words or what `fields` says, laid out as C does if each is as large as it is aligned.
    pub(crate) fn structure(&mut self, name: &str, fields: &[(&str, Type, usize)]) -> Type {
        let mut offset = 0;
        let mut laid = Vec::new();
        for &(field, _, size) in fields {
            offset = usize::next_multiple_of(offset, size);
            laid.push((field, offset, size));
            offset += size;
        }
        let align = fields.iter().map(|f| f.2).max().unwrap_or(1);
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (offset.next_multiple_of(align), align);
        self.structure_with(name, fields, layout)
    }

    pub(crate) fn structure_with(&mut self, name: &str, fields: &[(&str, Type, usize)], layout: Layout) -> Type {
        let docs = Docs::new(&self.docs);
        let fields = fields
            .iter()
            .map(|&(name, ty, _)| Field { name: name.to_owned(), docs: docs.clone(), visibility: Default::default(), ty })
            .collect();
        let item = Struct { name: name.to_owned(), path: format!("lib::{name}"), docs, fields, ..Default::default() };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// A struct with pointers to itself, and what `fields` makes of its type.
    pub(crate) fn recursive(&mut self, name: &str, fields: impl FnOnce(&mut Registry) -> Vec<(&'static str, Type)>) -> Type {
        let docs = Docs::new(&self.docs);
        let path = format!("lib::{name}");
        define!(self, define_struct, |registry: &mut Registry| {
            let fields = fields(registry);
            let word = size_of::<usize>();
            let laid: Vec<_> = fields.iter().enumerate().map(|(at, &(field, _))| (field, at * word, word)).collect();
            let mut layout = Layout::of::<()>(&laid);
            (layout.size, layout.align) = (laid.len() * word, word);
            let fields = fields
                .into_iter()
                .map(|(name, ty)| Field { name: name.to_owned(), docs: docs.clone(), visibility: Default::default(), ty })
                .collect();
            (Struct { name: name.to_owned(), path, docs, fields, ..Default::default() }, layout)
        })
    }

    pub(crate) fn enumeration(&mut self, name: &str, repr: Primitive, error: bool, variants: &[(&str, i128)]) -> Type {
        let docs = Docs::new(&self.docs);
        let variants =
            variants.iter().map(|&(name, value)| Variant { name: name.to_owned(), docs: docs.clone(), value }).collect();
        let item = Enum {
            name: name.to_owned(),
            path: format!("lib::{name}"),
            docs,
            repr,
            variants,
            error,
            flags: false,
            marks: Default::default(),
        };
        let mut layout = Layout::of::<()>(&[]);
        (layout.size, layout.align) = (repr.size(), repr.size());
        define!(self, define_enum, || (item, layout))
    }

    pub(crate) fn opaque(&mut self, name: &str) -> Type {
        let item = Opaque {
            name: name.to_owned(),
            path: format!("lib::{name}"),
            docs: Docs::new(&self.docs),
            marks: Default::default(),
        };
        define!(self, define_opaque, || item)
    }

    pub(crate) fn callback(
        &mut self,
        name: &str,
        describe: impl FnOnce(&mut Registry) -> (Vec<(&'static str, Type)>, Type),
    ) -> Type {
        let (docs, path) = (Docs::new(&self.docs), format!("lib::{name}"));
        define!(self, define_callback, |registry: &mut Registry| {
            let (parameters, returns) = describe(registry);
            Callback { name: name.to_owned(), path, docs, marks: Default::default(), parameters: named(&parameters), returns }
        })
    }

    /// A bare function.
    pub(crate) fn function(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) {
        self.exported(name, name, parameters, returns);
    }

    /// A bare function that is exported as `symbol`.
    pub(crate) fn exported(&mut self, name: &str, symbol: &str, parameters: &[(&str, Type)], returns: Type) {
        let item = Function {
            name: name.to_owned(),
            path: format!("lib::{name}"),
            docs: Docs::new(&self.docs),
            marks: Default::default(),
            symbol: symbol.to_owned(),
            parameters: named(parameters),
            returns,
            abi_returns: returns,
            crossing: Crossing::Bare,
        };
        define!(self, define_function, |_: &mut Registry| item);
    }

    /// A guarded function.
    pub(crate) fn guarded(&mut self, name: &str, parameters: &[(&str, Type)], returns: Type) {
        let item = Function {
            name: name.to_owned(),
            path: format!("lib::{name}"),
            docs: Docs::new(&self.docs),
            marks: Default::default(),
            symbol: name.to_owned(),
            parameters: named(parameters),
            returns,
            abi_returns: self.registry.intern(TypeKind::Outcome { value: returns }),
            crossing: Crossing::Guarded { error: None },
        };
        define!(self, define_function, |_: &mut Registry| item);
    }

    pub(crate) fn constant(&mut self, name: &str, ty: Type, value: Value) {
        let (name, path) = (name.to_owned(), format!("lib::{name}"));
        let item = Constant { name, path, docs: Docs::new(&self.docs), marks: Default::default(), ty, value };
        define!(self, define_constant, |_: &mut Registry| item);
    }
}

fn named(parameters: &[(&str, Type)]) -> Vec<Parameter> {
    parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect()
}
