//! A library with one item of each kind, for the tests of the model.

mod breadth;

pub(crate) use breadth::breadth;
pub(super) use breadth::callback;

use super::{
    Access, Callback, Constant, Crossing, Enum, EnumId, Field, FieldLayout, Function, Head, Inventory, Layout, Marks, Method,
    Opaque, Parameter, PointerKind, Primitive, Receiver, Registry, Service, Struct, Type, TypeKind, Value, Variant, Visibility,
};
use crate::docs::Docs;

struct Tag<const NAME: char>;

const STEPS: [fn(&mut Registry); 9] = [max, epsilon, dot, centroid, fill, draw, title, path_len, recorder];

/// The library, registered in the order of [`STEPS`].
pub(super) fn library() -> Inventory {
    let mut r = Registry::new("plotter", "0.1.0");
    STEPS.iter().for_each(|step| step(&mut r));
    r.finish()
}

/// The same library, registered from its end.
pub(super) fn library_backwards() -> Inventory {
    let mut r = Registry::new("plotter", "0.1.0");
    STEPS.iter().rev().for_each(|step| step(&mut r));
    r.finish()
}

fn max(r: &mut Registry) {
    let docs = Docs::new("The most points that a [`Recorder`] keeps.");
    let (name, path) = ("MAX".to_owned(), "plotter::MAX".to_owned());
    r.define_constant::<Tag<'m'>>(|r| Constant {
        head: Head { name, path, docs, marks: Marks::default() },
        ty: r.primitive(Primitive::U64),
        value: Value::Int(u64::MAX.into()),
    });
}

fn epsilon(r: &mut Registry) {
    let (name, path, docs) = ("EPSILON".to_owned(), "plotter::EPSILON".to_owned(), Docs::default());
    let value = Value::F32(0.5f32.to_bits());
    r.define_constant::<Tag<'e'>>(|r| Constant {
        head: Head { name, path, docs, marks: Marks::default() },
        ty: r.primitive(Primitive::F32),
        value,
    });
}

fn dot(r: &mut Registry) {
    r.define_function::<Tag<'d'>>(|r| {
        let vec2 = vec2(r);
        let returns = r.primitive(Primitive::F32);
        bare("dot", &[("a", vec2), ("b", vec2)], returns)
    });
}

fn centroid(r: &mut Registry) {
    r.define_function::<Tag<'c'>>(|r| {
        let vec2 = vec2(r);
        let points = slice(r, vec2, Access::Read, true);
        let returns = r.intern_with_layout(TypeKind::Option { value: vec2 }, layout(&["value", "is_some"]));
        guarded(r, "centroid", &[("points", points)], returns, None)
    });
}

fn fill(r: &mut Registry) {
    r.define_function::<Tag<'f'>>(|r| {
        let f32 = r.primitive(Primitive::F32);
        let values = slice(r, f32, Access::Write, false);
        let void = r.intern(TypeKind::Void);
        guarded(r, "fill", &[("values", values), ("value", f32)], void, None)
    });
}

fn draw(r: &mut Registry) {
    r.define_function::<Tag<'w'>>(|r| {
        let canvas = canvas(r);
        let on = r.pointer(canvas, Access::Write, PointerKind::Reference);
        let visit = visit(r);
        let TypeKind::Callback { id, nullable: _ } = *r.so_far().kind(visit) else { panic!("a callback") };
        let each = r.intern(TypeKind::Callback { id, nullable: true });
        let void = r.intern(TypeKind::Void);
        bare("draw", &[("on", on), ("each", each)], void)
    });
}

fn title(r: &mut Registry) {
    r.define_function::<Tag<'t'>>(|r| {
        let text = r.intern_with_layout(TypeKind::Str { nullable: false }, layout(&["data", "len"]));
        let error = error(r);
        guarded(r, "title", &[("name", text)], text, Some(error))
    });
}

fn path_len(r: &mut Registry) {
    r.define_function::<Tag<'p'>>(|r| {
        let path = path(r);
        let path = r.pointer(path, Access::Read, PointerKind::Nullable);
        let usize = r.primitive(Primitive::Usize);
        bare("path_len", &[("path", path)], usize)
    });
}

fn recorder(r: &mut Registry) {
    r.define_service::<Tag<'r'>>(|r| {
        let this = r.define_service::<Tag<'r'>>(|_| panic!("its id is reserved"));
        let (u32, vec2, error) = (r.primitive(Primitive::U32), vec2(r), error(r));
        let points = slice(r, vec2, Access::Read, false);
        let mut new = guarded(r, "new", &[("limit", u32)], this, Some(error));
        let mut push = guarded(r, "push", &[("point", vec2)], u32, Some(error));
        let mut points = guarded(r, "points", &[], points, None);
        for function in [&mut new, &mut push, &mut points] {
            function.symbol = format!("plotter_recorder_{}", function.head.name);
            function.head.path = format!("plotter::Recorder::{}", function.head.name);
        }
        Service {
            head: Head {
                name: "Recorder".to_owned(),
                path: "plotter::Recorder".to_owned(),
                docs: Docs::new("Keeps points."),
                marks: Marks::default(),
            },
            constructors: vec![new],
            methods: vec![
                Method { function: push, receiver: Receiver::Exclusive, lends: None },
                Method { function: points, receiver: Receiver::Shared, lends: Some(Access::Read) },
            ],
            destroy: "plotter_recorder_destroy".to_owned(),
            release: Some("plotter_recorder_release".to_owned()),
        }
    });
}

fn vec2(r: &mut Registry) -> Type {
    r.define_struct::<Tag<'2'>>(|r| {
        let f32 = r.primitive(Primitive::F32);
        described_struct("Vec2", &[("x", f32), ("y", f32)])
    })
}

/// A struct that leads to itself behind a pointer.
fn path(r: &mut Registry) -> Type {
    r.define_struct::<Tag<'P'>>(|r| {
        let this = r.define_struct::<Tag<'P'>>(|_| panic!("its id is reserved"));
        let next = r.pointer(this, Access::Read, PointerKind::Raw);
        let element = vec2(r);
        let points = r.intern(TypeKind::Array { element, len: 4 });
        let marker = marker(r);
        described_struct("Path", &[("points", points), ("next", next), ("marker", marker)])
    })
}

pub(super) fn marker(r: &mut Registry) -> Type {
    r.define_enum::<Tag<'M'>>(|| described_enum("Marker", Primitive::I8, &[("Dot", 1), ("Cross", 2), ("Hidden", -1)], false))
}

fn error(r: &mut Registry) -> EnumId {
    let ty = r.define_enum::<Tag<'E'>>(|| described_enum("Error", Primitive::I32, &[("BadName", 1), ("Full", 2)], true));
    match *r.so_far().kind(ty) {
        TypeKind::Enum(id) => id,
        other => panic!("{other:?} is an enum"),
    }
}

fn canvas(r: &mut Registry) -> Type {
    r.define_opaque::<Tag<'C'>>(|| Opaque {
        head: Head {
            name: "Canvas".to_owned(),
            path: "plotter::Canvas".to_owned(),
            docs: Docs::default(),
            marks: Marks::default(),
        },
    })
}

fn visit(r: &mut Registry) -> Type {
    r.define_callback::<Tag<'V'>>(|r| Callback {
        head: Head {
            name: "Visit".to_owned(),
            path: "plotter::Visit".to_owned(),
            docs: Docs::default(),
            marks: Marks::default(),
        },
        parameters: parameters(&[("index", r.primitive(Primitive::U32)), ("point", vec2(r))]),
        returns: r.primitive(Primitive::Bool),
    })
}

/// A slice with its layout.
pub(super) fn slice(r: &mut Registry, element: Type, access: Access, nullable: bool) -> Type {
    r.intern_with_layout(TypeKind::Slice { element, access, nullable }, layout(&["data", "len"]))
}

/// A function that crosses bare.
pub(super) fn bare(name: &str, parameters: &[(&str, Type)], returns: Type) -> Function {
    Function {
        head: Head { name: name.to_owned(), path: format!("plotter::{name}"), docs: Docs::default(), marks: Marks::default() },
        symbol: name.to_owned(),
        is_unsafe: false,
        parameters: self::parameters(parameters),
        returns,
        abi_returns: returns,
        crossing: Crossing::Bare,
    }
}

/// A function that crosses guarded.
pub(super) fn guarded(
    r: &mut Registry,
    name: &str,
    parameters: &[(&str, Type)],
    returns: Type,
    error: Option<EnumId>,
) -> Function {
    let abi_returns = r.intern_with_layout(TypeKind::Outcome { value: returns }, layout(&["status", "value"]));
    Function { abi_returns, crossing: Crossing::Guarded { error }, ..bare(name, parameters, returns) }
}

/// A struct, whose layout is invented.
pub(super) fn described_struct(name: &str, fields: &[(&str, Type)]) -> (Struct, Layout) {
    let field =
        |&(name, ty): &(&str, Type)| Field { name: name.to_owned(), docs: Docs::default(), visibility: Visibility::Public, ty };
    let names: Vec<&str> = fields.iter().map(|&(name, _)| name).collect();
    let (path, docs, fields) = (format!("plotter::{name}"), Docs::default(), fields.iter().map(field).collect());
    (Struct { head: Head { name: name.to_owned(), path, docs, ..Head::default() }, fields, ..Struct::default() }, layout(&names))
}

/// An enum.
pub(super) fn described_enum(name: &str, repr: Primitive, variants: &[(&str, i128)], error: bool) -> (Enum, Layout) {
    let variant = |&(name, value): &(&str, i128)| Variant { name: name.to_owned(), docs: Docs::default(), value };
    let (path, docs, variants) = (format!("plotter::{name}"), Docs::default(), variants.iter().map(variant).collect());
    (
        Enum { head: Head { name: name.to_owned(), path, docs, marks: Marks::default() }, repr, variants, flags: false, error },
        layout(&[]),
    )
}

fn parameters(parameters: &[(&str, Type)]) -> Vec<Parameter> {
    parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect()
}

/// Some layout: the model itself never looks at the numbers.
fn layout(fields: &[&str]) -> Layout {
    let field = |(i, name): (usize, &&str)| FieldLayout { name: (*name).to_owned(), offset: i * 8, size: 8 };
    Layout { size: fields.len() * 8, align: 8, fields: fields.iter().enumerate().map(field).collect() }
}

/// The marks of what is in a namespace.
pub(super) fn marks(namespace: &str) -> Marks {
    Marks { namespace: namespace.to_owned(), ..Marks::default() }
}

/// Moves what was described for the one library to the other.
fn path_of(path: &mut String) {
    *path = path.replace("plotter::", "shapes::");
}
