//! Descriptions of types: from what the macros write down of each to the inventory.

use super::instance::{instance_name, instance_path};
use super::named::visibility;
use super::{Border, Describe, Named, SumMemory, SumType, constant};
use crate::docs::Docs;
use crate::model::{
    Case, Enum, Field, FieldLayout, Layout, Opaque, Primitive, Registry, Repr, Struct, Tagged, Type, TypeKind, Union, Value,
    Variant,
};
use std::mem::ManuallyDrop;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// A field of a struct, a union or a variant.
#[derive(Clone, Copy, Debug)]
pub struct FieldInfo {
    name: &'static str,
    docs: &'static str,
    public: bool,
    offset: usize,
    size: usize,
    align: usize,
    ty: Describe,
}

/// The field `name` of type `T`, which is an `I` in the inventory, at `offset`; one of a tuple by its number.
#[must_use]
pub fn field<T, I: Border>(name: &'static str, docs: &'static str, public: bool, offset: usize) -> FieldInfo {
    FieldInfo { name, docs, public, offset, size: size_of::<T>(), align: align_of::<T>(), ty: I::describe }
}

/// A variant of an enum with data.
#[derive(Clone, Copy, Debug)]
pub struct CaseInfo<'a> {
    /// The name.
    pub name: &'static str,
    /// The doc comment.
    pub docs: &'static str,
    /// The discriminant.
    pub value: i128,
    /// The fields.
    pub fields: &'a [FieldInfo],
}

/// The fields that have bytes, each with its name; and their memory by offset.
fn with_bytes(registry: &mut Registry, infos: &[FieldInfo]) -> (Vec<Field>, Vec<FieldLayout>) {
    let infos = || infos.iter().filter(|info| info.size > 0);
    let alone = infos().count() == 1;
    let name = |info: &FieldInfo| match info.name.parse::<usize>() {
        Ok(_) if alone => "value".to_owned(),
        Ok(number) => format!("field{number}"),
        Err(_) => info.name.to_owned(),
    };
    let mut memory: Vec<_> = infos().map(|info| FieldLayout { name: name(info), offset: info.offset, size: info.size }).collect();
    memory.sort_by_key(|field| field.offset);
    let mut field = |info: &FieldInfo| Field {
        name: name(info),
        docs: Docs::new(info.docs),
        visibility: visibility(info.public),
        ty: (info.ty)(registry),
    };
    (infos().map(&mut field).collect(), memory)
}

/// Describes the struct `T`; `default` makes the value whose fields are carried over.
pub fn describe_struct<T>(
    registry: &mut Registry,
    named: Named,
    repr: Repr,
    infos: &[FieldInfo],
    default: Option<fn() -> T>,
) -> Type {
    registry.define_struct::<T>(|registry| {
        let (fields, memory) = with_bytes(registry, infos);
        let path = instance_path::<T>(&named.path());
        if let Some(what) = wrong_layout::<T>(repr, infos).or_else(|| wrong_repr(registry, repr, &fields)) {
            registry.problem(&path, what);
        }
        let default = default.and_then(|make| {
            let value = default_of(registry, make, &fields, infos);
            if value.is_none() {
                registry.problem(&path, "its `Default` panics, or makes a value that bindings cannot contain");
            }
            value
        });
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: memory };
        let (name, docs, marks) = (instance_name::<T>(&named.name()), named.docs(), named.marks());
        (Struct { name, path, docs, marks, repr, fields, default }, layout)
    })
}

/// What is wrong if a field without bytes moves others: other languages do not know of it.
fn wrong_layout<T>(repr: Repr, infos: &[FieldInfo]) -> Option<String> {
    let (most, least) = match repr {
        Repr::C | Repr::Transparent => (usize::MAX, 1),
        Repr::Packed(most) => (most as usize, 1),
        Repr::Aligned(least) => (usize::MAX, least as usize),
    };
    let (mut end, mut align) = (0_usize, least);
    for info in infos.iter().filter(|info| info.size > 0) {
        let own = info.align.min(most);
        (end, align) = (end.next_multiple_of(own), align.max(own));
        if end != info.offset {
            align = 0;
        }
        end += info.size;
    }
    (align != align_of::<T>()).then(|| {
        "a field without bytes aligns the struct, or moves its other fields, which other languages could not see: leave it out, or write \
         `#[repr(C, align(…))]`"
            .to_owned()
    })
}

fn wrong_repr(registry: &Registry, repr: Repr, fields: &[Field]) -> Option<String> {
    match (repr, fields) {
        (_, []) => Some("none of its fields has bytes: mark it `#[ffi_type(opaque)]`".to_owned()),
        (Repr::Transparent, [field]) if matches!(registry.so_far().kind(field.ty), TypeKind::Array { .. }) => Some(
            "C passes no arrays by value: leave `transparent` out, and this crosses as a struct with an array in it".to_owned(),
        ),
        _ => None,
    }
}

/// The fields of the value by default.
fn default_of<T>(registry: &Registry, make: fn() -> T, fields: &[Field], infos: &[FieldInfo]) -> Option<Vec<Value>> {
    let value = ManuallyDrop::new(catch_unwind(AssertUnwindSafe(make)).ok()?);
    let start = (&raw const value).cast::<u8>();
    let infos = infos.iter().filter(|info| info.size > 0);
    // SAFETY: the fields are at these offsets, and it is a valid value.
    let read =
        |(field, info): (&Field, &FieldInfo)| unsafe { constant::read(registry.so_far(), field.ty, start.add(info.offset)) };
    fields.iter().zip(infos).map(read).collect()
}

/// Describes the union `T`.
pub fn describe_union<T>(registry: &mut Registry, named: Named, infos: &[FieldInfo]) -> Type {
    registry.define_union::<T>(|registry| {
        let (fields, memory) = with_bytes(registry, infos);
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: memory };
        let (name, path) = (instance_name::<T>(&named.name()), instance_path::<T>(&named.path()));
        (Union { name, path, docs: named.docs(), marks: named.marks(), fields }, layout)
    })
}

/// Describes the enum with data `T`, whose tag is a `repr`.
pub fn describe_tagged<T: SumType>(registry: &mut Registry, named: Named, repr: Primitive, infos: &[CaseInfo<'_>]) -> Type {
    let SumMemory { tag, payload, .. } = T::MEMORY;
    registry.define_tagged::<T>(|registry| {
        let mut memory = vec![FieldLayout { name: "tag".to_owned(), offset: 0, size: tag }];
        let mut case = |info: &CaseInfo<'_>| {
            let mut end = payload;
            let place = |info: &FieldInfo| {
                let offset = end.next_multiple_of(info.align);
                end = offset + info.size;
                FieldInfo { offset, ..*info }
            };
            let infos: Vec<_> = info.fields.iter().map(place).collect();
            let (fields, layouts) = with_bytes(registry, &infos);
            memory
                .extend(layouts.into_iter().map(|field| FieldLayout { name: format!("{}.{}", info.name, field.name), ..field }));
            Case { name: info.name.to_owned(), docs: Docs::new(info.docs), value: info.value, fields }
        };
        let cases = infos.iter().map(&mut case).collect();
        memory.sort_by_key(|field| field.offset);
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: memory };
        let (name, path) = (instance_name::<T>(&named.name()), instance_path::<T>(&named.path()));
        (Tagged { name, path, docs: named.docs(), marks: named.marks(), repr, cases }, layout)
    })
}

/// Describes the enum `T`: each variant is a name, docs and a discriminant.
pub fn describe_enum<T>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    error: bool,
    flags: bool,
    variants: &[(&str, &str, i128)],
) -> Type {
    registry.define_enum::<T>(|| {
        let variant = |&(name, docs, value): &(&str, &str, i128)| Variant { name: name.to_owned(), docs: Docs::new(docs), value };
        let variants = variants.iter().map(variant).collect();
        let layout = Layout { size: size_of::<T>(), align: align_of::<T>(), fields: Vec::new() };
        (
            Enum {
                name: named.name(),
                path: named.path(),
                docs: named.docs(),
                marks: named.marks(),
                repr,
                variants,
                flags,
                error,
            },
            layout,
        )
    })
}

/// Describes the opaque type `T`.
pub fn describe_opaque<T: ?Sized>(registry: &mut Registry, named: Named) -> Type {
    registry.define_opaque::<T>(|| {
        let (name, path) = (instance_name::<T>(&named.name()), instance_path::<T>(&named.path()));
        Opaque { name, path, docs: named.docs(), marks: named.marks() }
    })
}
