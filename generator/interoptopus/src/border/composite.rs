//! Descriptions of types: from what the macros write down of each to the inventory.

use super::instance::instance;
use super::named::visibility;
use super::panics::caught;
use super::{Border, Describe, Named, SumMemory, SumType, constants};
use crate::docs::Docs;
use crate::model::{
    Case, Enum, Field, FieldLayout, Head, Identity, Layout, Opaque, Primitive, Registry, Repr, Struct, Tagged, Type, TypeKind,
    Union, Value, Variant,
};
use std::any::type_name;
use std::mem::ManuallyDrop;

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

/// The fields that have bytes, each with its name; their memory is added to `memory`, by offset, where `prefix` stands before names.
fn with_bytes(registry: &mut Registry, infos: &[FieldInfo], prefix: &str, memory: &mut Vec<FieldLayout>) -> Vec<Field> {
    let alone = infos.iter().filter(|info| info.size > 0).count() == 1;
    let mut fields = Vec::new();
    for info in infos {
        if info.size == 0 {
            continue;
        }
        let name = match info.name.as_bytes() {
            [b'0'..=b'9', ..] if alone => "value".to_owned(),
            [b'0'..=b'9', ..] => format!("field{}", info.name),
            _ => info.name.to_owned(),
        };
        let mut at = memory.len();
        while at > 0 && memory[at - 1].offset > info.offset {
            at -= 1;
        }
        memory.insert(at, FieldLayout { name: format!("{prefix}{name}"), offset: info.offset, size: info.size });
        let (docs, visibility, ty) = (Docs::new(info.docs), visibility(info.public), (info.ty)(registry));
        fields.push(Field { name, docs, visibility, ty });
    }
    fields
}

/// What is known of a type as a whole.
struct Whole {
    named: Named,
    size: usize,
    align: usize,
    /// What Rust calls it, with its arguments.
    rust: &'static str,
}

impl Whole {
    fn of<T>(named: Named) -> Self {
        Whole { named, size: size_of::<T>(), align: align_of::<T>(), rust: type_name::<T>() }
    }

    /// The head, with the arguments of an instance of a generic type in its name and path.
    fn head(&self) -> Head {
        let head = self.named.head();
        let (name, path) = instance(self.rust, head.name, head.path);
        Head { name, path, ..head }
    }

    fn layout(&self, fields: Vec<FieldLayout>) -> Layout {
        Layout { size: self.size, align: self.align, fields }
    }
}

/// Makes the value by default, and shows where it is.
pub type ShowDefault<'a> = &'a dyn Fn(&mut dyn FnMut(*const u8));

/// Makes a value, and shows where it is.
pub fn show_default<T>(make: fn() -> T, show: &mut dyn FnMut(*const u8)) {
    let value = ManuallyDrop::new(make());
    show((&raw const value).cast());
}

/// Describes the struct `T`; of `default` the values of the fields are carried over.
///
/// # Safety
/// The fields are those of `T`, at their offsets, and their types describe theirs: values are read as that says.
pub unsafe fn describe_struct<T>(
    registry: &mut Registry,
    named: Named,
    repr: Repr,
    infos: &[FieldInfo],
    default: Option<ShowDefault<'_>>,
) -> Type {
    registry.add_struct(Identity::of::<T>(), |registry| structure(registry, &Whole::of::<T>(named), repr, infos, default))
}

// What follows is not generic, so that it is compiled once, and not for each type.

fn structure(
    registry: &mut Registry,
    whole: &Whole,
    repr: Repr,
    infos: &[FieldInfo],
    default: Option<ShowDefault<'_>>,
) -> (Struct, Layout) {
    let mut memory = Vec::new();
    let fields = with_bytes(registry, infos, "", &mut memory);
    let head = whole.head();
    if let Some(what) = wrong_layout(whole.align, repr, infos).or_else(|| wrong_repr(registry, repr, &fields)) {
        registry.problem(&head.path, what);
    }
    let default = default.and_then(|default| {
        let value = default_of(registry, default, &fields, infos);
        if value.is_none() {
            registry.problem(&head.path, "its `Default` panics, or makes a value that bindings cannot contain");
        }
        value
    });
    (Struct { head, repr, fields, default }, whole.layout(memory))
}

/// Fields in sequence as other languages see them, who know of none without bytes.
struct Seen {
    align: usize,
    /// Whether all are where Rust has them.
    fits: bool,
}

impl Seen {
    /// Those of `infos` from the offset `start` on, each aligned to at most `most`.
    fn of(infos: &[FieldInfo], start: usize, most: usize) -> Self {
        let (mut end, mut seen) = (0_usize, Seen { align: 1, fits: true });
        for info in infos.iter().filter(|info| info.size > 0) {
            let own = info.align.min(most);
            end = end.next_multiple_of(own);
            seen.align = seen.align.max(own);
            seen.fits &= start + end == info.offset;
            end += info.size;
        }
        seen
    }
}

const HIDDEN: &str = "a field without bytes aligns it, or moves other fields, which other languages could not see: leave it out";

/// What is wrong if a field without bytes moves others, or aligns the struct.
fn wrong_layout(whole: usize, repr: Repr, infos: &[FieldInfo]) -> Option<String> {
    let (most, least) = repr.alignments();
    let seen = Seen::of(infos, 0, most);
    (!seen.fits || seen.align.max(least) != whole).then(|| format!("{HIDDEN}, or write `#[repr(C, align(…))]`"))
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
fn default_of(registry: &Registry, default: ShowDefault<'_>, fields: &[Field], infos: &[FieldInfo]) -> Option<Vec<Value>> {
    let mut values = Vec::new();
    let mut read = |start: *const u8| {
        for (field, info) in fields.iter().zip(infos.iter().filter(|info| info.size > 0)) {
            // SAFETY: the fields are at these offsets, and it is a valid value.
            values.extend(unsafe { constants::read(registry.so_far(), field.ty, start.add(info.offset)) });
        }
    };
    caught(|| default(&mut read))?;
    (values.len() == fields.len()).then_some(values)
}

/// Describes the union `T`.
///
/// # Safety
/// What is said of it is true.
pub unsafe fn describe_union<T>(registry: &mut Registry, named: Named, infos: &[FieldInfo]) -> Type {
    registry.define_union::<T>(|registry| union(registry, &Whole::of::<T>(named), infos))
}

fn union(registry: &mut Registry, whole: &Whole, infos: &[FieldInfo]) -> (Union, Layout) {
    let mut memory = Vec::new();
    let fields = with_bytes(registry, infos, "", &mut memory);
    let head = whole.head();
    if infos.iter().filter(|info| info.size > 0).map(|info| info.align).max() != Some(whole.align) {
        registry.problem(&head.path, HIDDEN);
    }
    (Union { head, fields }, whole.layout(memory))
}

/// Describes the enum with data `T`, whose tag is a `repr`.
///
/// # Safety
/// What is said of it is true.
pub unsafe fn describe_tagged<T: SumType>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    infos: &[CaseInfo<'_>],
) -> Type {
    registry.define_tagged::<T>(|registry| tagged(registry, &Whole::of::<T>(named), &T::MEMORY, repr, infos))
}

fn tagged(
    registry: &mut Registry,
    whole: &Whole,
    parts: &SumMemory,
    repr: Primitive,
    infos: &[CaseInfo<'_>],
) -> (Tagged, Layout) {
    let mut memory = vec![FieldLayout { name: "tag".to_owned(), offset: 0, size: parts.tag }];
    let mut cases = Vec::new();
    let (mut fits, mut align) = (true, 1);
    for info in infos {
        let mut end = parts.payload;
        let mut fields = info.fields.to_vec();
        for field in &mut fields {
            field.offset = end.next_multiple_of(field.align);
            end = field.offset + field.size;
        }
        let seen = Seen::of(&fields, parts.payload, usize::MAX);
        (fits, align) = (fits && seen.fits, align.max(seen.align));
        let fields = with_bytes(registry, &fields, &format!("{}.", info.name), &mut memory);
        cases.push(Case { name: info.name.to_owned(), docs: Docs::new(info.docs), value: info.value, fields });
    }
    let head = whole.head();
    let has_payload = cases.iter().any(|case| !case.fields.is_empty());
    if !fits || has_payload && parts.tag.next_multiple_of(align) != parts.payload || parts.tag_align.max(align) != whole.align {
        registry.problem(&head.path, HIDDEN);
    }
    (Tagged { head, repr, cases }, whole.layout(memory))
}

/// Describes the enum `T`: each variant is a name, docs and a discriminant.
///
/// # Safety
/// What is said of it is true.
pub unsafe fn describe_enum<T>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    error: bool,
    flags: bool,
    variants: &[(&str, &str, i128)],
) -> Type {
    registry.add_enum(Identity::of::<T>(), || {
        let whole = Whole::of::<T>(named);
        (enumeration(&whole, repr, error, flags, variants), whole.layout(Vec::new()))
    })
}

fn enumeration(whole: &Whole, repr: Primitive, error: bool, flags: bool, variants: &[(&str, &str, i128)]) -> Enum {
    let variant = |&(name, docs, value): &(&str, &str, i128)| Variant { name: name.to_owned(), docs: Docs::new(docs), value };
    let variants = variants.iter().map(variant).collect();
    Enum { head: whole.head(), repr, variants, flags, error }
}

/// Describes the opaque type `T`.
///
/// # Safety
/// What is said of it is true.
pub unsafe fn describe_opaque<T>(registry: &mut Registry, named: Named) -> Type {
    registry.define_opaque::<T>(|| opaque(&Whole::of::<T>(named)))
}

fn opaque(whole: &Whole) -> Opaque {
    Opaque { head: whole.head() }
}
