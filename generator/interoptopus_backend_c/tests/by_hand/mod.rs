//! Inventories made by hand, in few words: also of what the macros do not let through.

#![allow(dead_code)] // Each test file uses its part.

use interoptopus::Inventory;
use interoptopus::docs::Docs;
use interoptopus::model::{
    Callback, Case, Constant, Crossing, Enum, Field, Function, Layout, Marks, Opaque, Parameter, Primitive, Registry, Repr,
    Struct, Tagged, Type, TypeKind, Union, Value, Variant, Visibility,
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
            .map(|&(name, ty, _)| Field { name: name.to_owned(), docs: docs.clone(), visibility: self.visibility, ty })
            .collect();
        let item = Struct {
            name: name.to_owned(),
            path: self.path(name),
            docs,
            fields,
            marks: self.marks.clone(),
            ..Default::default()
        };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// A struct with another memory than plain C's, whose fields are at `offsets`.
    pub(crate) fn structure_as(
        &mut self,
        name: &str,
        repr: Repr,
        fields: &[(&str, Type, usize)],
        offsets: &[usize],
        (size, align): (usize, usize),
    ) -> Type {
        let laid: Vec<_> = fields.iter().zip(offsets).map(|(&(name, _, size), &offset)| (name, offset, size)).collect();
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (size, align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let item = Struct {
            name: name.to_owned(),
            path: self.path(name),
            docs,
            marks,
            repr,
            fields: self.fields(fields),
            default: None,
        };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// As [`structure`](Self::structure), with a default.
    pub(crate) fn defaulting(&mut self, name: &str, fields: &[(&str, Type, usize)], default: Vec<Value>) -> Type {
        let (laid, (size, align)) = laid(fields);
        let laid: Vec<_> = laid.iter().map(|(name, offset, size)| (name.as_str(), *offset, *size)).collect();
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (size, align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let (path, fields) = (self.path(name), self.fields(fields));
        let item = Struct { name: name.to_owned(), path, docs, marks, repr: Repr::C, fields, default: Some(default) };
        define!(self, define_struct, |_: &mut Registry| (item, layout))
    }

    /// A union of fields each of which is as large as it is aligned.
    pub(crate) fn union(&mut self, name: &str, fields: &[(&str, Type, usize)]) -> Type {
        let laid: Vec<_> = fields.iter().map(|&(name, _, size)| (name, 0, size)).collect();
        let most = fields.iter().map(|f| f.2).max().unwrap_or(1);
        let mut layout = Layout::of::<()>(&laid);
        (layout.size, layout.align) = (most, most);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let item = Union { name: name.to_owned(), path: self.path(name), docs, marks, fields: self.fields(fields) };
        define!(self, define_union, |_: &mut Registry| (item, layout))
    }

    /// An enum with data, whose fields are each as large as they are aligned.
    pub(crate) fn tagged(&mut self, name: &str, repr: Primitive, cases: &[(&str, i128, Fields<'_>)]) -> Type {
        let align = cases.iter().flat_map(|(_, _, fields)| fields.iter()).map(|f| f.2).max().unwrap_or(1);
        let payload = repr.size().next_multiple_of(align);
        let (mut all, mut most) = (vec![("tag".to_owned(), 0, repr.size())], 0);
        for (case, _, fields) in cases {
            let (laid, (size, _)) = laid(fields);
            all.extend(laid.into_iter().map(|(field, offset, size)| (format!("{case}.{field}"), payload + offset, size)));
            most = most.max(size);
        }
        let all: Vec<_> = all.iter().map(|(name, offset, size)| (name.as_str(), *offset, *size)).collect();
        let mut layout = Layout::of::<()>(&all);
        layout.align = align.max(repr.size());
        layout.size = (payload + most.next_multiple_of(align)).next_multiple_of(layout.align);
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let case = |&(name, value, fields): &(&str, i128, Fields<'_>)| Case {
            name: name.to_owned(),
            docs: docs.clone(),
            value,
            fields: self.fields(fields),
        };
        let cases = cases.iter().map(case).collect();
        let item = Tagged { name: name.to_owned(), path: self.path(name), docs, marks, repr, cases };
        define!(self, define_tagged, |_: &mut Registry| (item, layout))
    }

    /// An enum whose values are sets.
    pub(crate) fn flags(&mut self, name: &str, repr: Primitive, variants: &[(&str, i128)]) -> Type {
        let (docs, marks) = (Docs::new(&self.docs), self.marks.clone());
        let variant = |&(name, value): &(&str, i128)| Variant { name: name.to_owned(), docs: docs.clone(), value };
        let variants = variants.iter().map(variant).collect();
        let (name, path) = (name.to_owned(), self.path(name));
        let item = Enum { name, path, docs, marks, repr, variants, flags: true, error: false };
        let mut layout = Layout::of::<()>(&[]);
        (layout.size, layout.align) = (repr.size(), repr.size());
        define!(self, define_enum, || (item, layout))
    }

    /// A struct with pointers to itself, and what `fields` makes of its type.
    pub(crate) fn recursive(&mut self, name: &str, fields: impl FnOnce(&mut Registry) -> Vec<(&'static str, Type)>) -> Type {
        self.recursive_as(name, Repr::C, fields)
    }

    /// The same with another memory.
    pub(crate) fn recursive_as(
        &mut self,
        name: &str,
        repr: Repr,
        fields: impl FnOnce(&mut Registry) -> Vec<(&'static str, Type)>,
    ) -> Type {
        let docs = Docs::new(&self.docs);
        let path = self.path(name);
        define!(self, define_struct, |registry: &mut Registry| {
            let fields = fields(registry);
            let word = size_of::<usize>();
            let laid: Vec<_> = fields.iter().enumerate().map(|(at, &(field, _))| (field, at * word, word)).collect();
            let mut layout = Layout::of::<()>(&laid);
            (layout.size, layout.align) = (laid.len() * word, word);
            let fields = fields
                .into_iter()
                .map(|(name, ty)| Field { name: name.to_owned(), docs: docs.clone(), visibility: self.visibility, ty })
                .collect();
            (Struct { name: name.to_owned(), path, docs, fields, repr, ..Default::default() }, layout)
        })
    }

    pub(crate) fn enumeration(&mut self, name: &str, repr: Primitive, error: bool, variants: &[(&str, i128)]) -> Type {
        let docs = Docs::new(&self.docs);
        let variants =
            variants.iter().map(|&(name, value)| Variant { name: name.to_owned(), docs: docs.clone(), value }).collect();
        let item = Enum {
            name: name.to_owned(),
            path: self.path(name),
            docs,
            repr,
            variants,
            error,
            flags: false,
            marks: self.marks.clone(),
        };
        let mut layout = Layout::of::<()>(&[]);
        (layout.size, layout.align) = (repr.size(), repr.size());
        define!(self, define_enum, || (item, layout))
    }

    pub(crate) fn opaque(&mut self, name: &str) -> Type {
        let item =
            Opaque { name: name.to_owned(), path: self.path(name), docs: Docs::new(&self.docs), marks: self.marks.clone() };
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
            Callback { name: name.to_owned(), path, docs, marks: self.marks.clone(), parameters: named(&parameters), returns }
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
            path: self.path(name),
            docs: Docs::new(&self.docs),
            marks: self.marks.clone(),
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
            path: self.path(name),
            docs: Docs::new(&self.docs),
            marks: self.marks.clone(),
            symbol: name.to_owned(),
            parameters: named(parameters),
            returns,
            abi_returns: self.registry.intern(TypeKind::Outcome { value: returns }),
            crossing: Crossing::Guarded { error: None },
        };
        define!(self, define_function, |_: &mut Registry| item);
    }

    pub(crate) fn constant(&mut self, name: &str, ty: Type, value: Value) {
        let (path, name) = (self.path(name), name.to_owned());
        let item = Constant { name, path, docs: Docs::new(&self.docs), marks: self.marks.clone(), ty, value };
        define!(self, define_constant, |_: &mut Registry| item);
    }
}

fn named(parameters: &[(&str, Type)]) -> Vec<Parameter> {
    parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect()
}

/// Where C puts fields that are each as large as they are aligned, and the size and alignment of all.
#[expect(clippy::type_complexity)]
fn laid(fields: &[(&str, Type, usize)]) -> (Vec<(String, usize, usize)>, (usize, usize)) {
    let (mut offset, mut all) = (0_usize, Vec::new());
    for &(field, _, size) in fields {
        offset = offset.next_multiple_of(size);
        all.push((field.to_owned(), offset, size));
        offset += size;
    }
    let align = fields.iter().map(|f| f.2).max().unwrap_or(1);
    (all, (offset.next_multiple_of(align), align))
}
