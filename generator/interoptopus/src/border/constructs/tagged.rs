//! Enums with data: the offsets of the fields of a variant, and their checks.
//!
//! `repr(C)` says it (RFC 2195, and the Reference on type layout): a tag, then a union of one struct a variant, all laid out as C does.

use crate::border::descriptions::{FieldInfo, HIDDEN, Named, Sequence, TypeInfo, with_bytes};
use crate::docs::Docs;
use crate::model::{Case, FieldLayout, Layout, Primitive, Registry, Tagged, Type};

/// An enum with data.
///
/// # Safety
/// [`MEMORY`](Self::MEMORY) is that of the type.
pub unsafe trait SumType: Sized {
    /// The offsets of its parts.
    const MEMORY: SumMemory;
}

/// The memory of an enum with data.
#[derive(Clone, Copy, Debug)]
pub struct SumMemory {
    /// The size of the tag.
    tag: usize,
    /// The alignment of the tag.
    tag_align: usize,
    /// The offset of the payload, once all fields are known.
    payload: usize,
    /// The alignment of the payload.
    align: usize,
    /// The size of the variant whose fields are being added.
    case: usize,
    /// The size of the greatest variant.
    most: usize,
}

impl SumMemory {
    /// An enum whose tag is an `Integer`, with the discriminants of `Tag`.
    #[must_use]
    pub const fn tagged<Integer, Tag>() -> Self {
        assert!(
            size_of::<Integer>() == size_of::<Tag>(),
            "the discriminants do not fit into an `int` of C: give the enum an integer `repr`, such as `#[repr(C, i64)]`"
        );
        SumMemory { tag: size_of::<Integer>(), tag_align: align_of::<Integer>(), payload: 0, align: 1, case: 0, most: 0 }
    }

    /// With another variant, which has no fields yet.
    #[must_use]
    pub const fn with_case(self) -> Self {
        SumMemory { case: 0, ..self }
    }

    /// With another field of type `T` in the last variant.
    #[must_use]
    pub const fn with_field<T>(self) -> Self {
        let case = self.case.next_multiple_of(align_of::<T>()) + size_of::<T>();
        SumMemory { align: max(self.align, align_of::<T>()), case, most: max(self.most, case), ..self }
    }

    /// The memory of the whole.
    ///
    /// # Panics
    /// It is not the memory of `T`: at compile time.
    #[must_use]
    pub const fn of<T>(self) -> Self {
        let payload = self.tag.next_multiple_of(self.align);
        let align = max(self.tag_align, self.align);
        let size = (payload + self.most.next_multiple_of(self.align)).next_multiple_of(align);
        assert!(size == size_of::<T>() && align == align_of::<T>(), "this enum is not laid out as C does: write `#[repr(C)]`");
        SumMemory { payload, ..self }
    }

    /// Whether C lays the fields of a variant out so, each of which has an offset, a size and an alignment.
    #[must_use]
    pub const fn has(self, fields: &[(usize, usize, usize)]) -> bool {
        let (mut end, mut is_so, mut i) = (self.payload, true, 0);
        while i < fields.len() {
            let (offset, size, align) = fields[i];
            is_so &= offset == end.next_multiple_of(align);
            end = offset + size;
            i += 1;
        }
        is_so
    }
}

const fn max(a: usize, b: usize) -> usize {
    if a < b { b } else { a }
}

/// The fields of a variant, of which the first `end` bytes have been passed.
#[derive(Debug)]
pub struct Payload {
    start: *mut u8,
    end: usize,
}

impl Payload {
    /// The fields of the enum at `at`.
    #[inline(always)]
    pub fn of<T: SumType>(at: *mut T) -> Self {
        Payload { start: at.cast(), end: const { T::MEMORY.payload } }
    }

    /// The address of the next field, which is a `T`.
    #[inline(always)]
    pub fn next_field<T>(&mut self) -> *mut T {
        let offset = self.end.next_multiple_of(align_of::<T>());
        self.end = offset + size_of::<T>();
        self.start.wrapping_add(offset).cast()
    }
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

/// Describes the enum with data `T`, whose tag is a `repr`.
///
/// # Safety
/// The description is true of `T`.
pub unsafe fn describe_tagged<T: SumType>(
    registry: &mut Registry,
    named: Named,
    repr: Primitive,
    infos: &[CaseInfo<'_>],
) -> Type {
    registry.define_tagged::<T>(|registry| tagged(registry, &TypeInfo::of::<T>(named), &T::MEMORY, repr, infos))
}

fn tagged(
    registry: &mut Registry,
    whole: &TypeInfo,
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
        let sequence = Sequence::of(&fields, parts.payload, usize::MAX);
        (fits, align) = (fits && sequence.fits, align.max(sequence.align));
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
