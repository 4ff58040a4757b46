//! Structs: their layouts, fields and defaults.

use super::constants;
use crate::border::descriptions::{FieldInfo, HIDDEN, Named, Sequence, TypeInfo, with_bytes};
use crate::border::memory::Copies;
use crate::border::outcomes::{Status, caught};
use crate::border::traits::Plain;
use crate::model::{Field, Identity, Layout, Registry, Repr, Struct, Type, TypeKind, Value};
use std::mem::{ManuallyDrop, MaybeUninit};

/// Refuses a struct `T` that is not laid out as C does by `repr`; each field has an offset, a size and an alignment.
///
/// # Panics
/// If it is not: at compile time.
pub const fn struct_is<T>(repr: Repr, fields: &[(usize, usize, usize)]) {
    let (most, mut align) = repr.alignments();
    let (mut end, mut is_so, mut i) = (0_usize, true, 0);
    while i < fields.len() {
        let (offset, size, own) = fields[i];
        let own = if own < most { own } else { most };
        align = if own > align { own } else { align };
        is_so &= offset == end.next_multiple_of(own);
        end = offset + size;
        i += 1;
    }
    assert!(
        is_so && end.next_multiple_of(align) == size_of::<T>() && align == align_of::<T>(),
        "an attribute below `#[ffi_type]` has changed the `repr` of the struct: put `#[ffi_type]` below it"
    );
}

/// As [`Plain::check`], of a field of a packed struct.
///
/// # Errors
/// The status of its fault.
///
/// # Safety
/// As of [`Plain::check`], but `at` need not be aligned.
#[inline(always)]
pub unsafe fn check_unaligned<T: Plain>(at: *mut T, copies: &Copies) -> Result<(), Status> {
    if !T::CHECKED {
        return Ok(());
    }
    // SAFETY: a `MaybeUninit` is only bytes; the caller says that there are as many.
    let mut copy = unsafe { at.cast::<MaybeUninit<T>>().read_unaligned() };
    // SAFETY: the copy is aligned, and the rest is the caller's promise.
    unsafe { T::check(copy.as_mut_ptr(), copies) }?;
    // SAFETY: as above.
    unsafe { at.cast::<MaybeUninit<T>>().write_unaligned(copy) };
    Ok(())
}

/// A function that makes the value by default, and shows its address.
pub type ShowDefault<'a> = &'a dyn Fn(&mut dyn FnMut(*const u8));

/// Makes a value, and shows its address.
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
    registry.add_struct(Identity::of::<T>(), |registry| structure(registry, &TypeInfo::of::<T>(named), repr, infos, default))
}

// The rest is not generic, so that it is compiled once, and not for each type.

fn structure(
    registry: &mut Registry,
    whole: &TypeInfo,
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

/// The fault of a struct in which a field without bytes moves others, or aligns the whole.
fn wrong_layout(whole: usize, repr: Repr, infos: &[FieldInfo]) -> Option<String> {
    let (most, least) = repr.alignments();
    let sequence = Sequence::of(infos, 0, most);
    (!sequence.fits || sequence.align.max(least) != whole).then(|| format!("{HIDDEN}, or write `#[repr(C, align(…))]`"))
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
