//! Unions: their layouts and fields.

use crate::border::descriptions::{FieldInfo, HIDDEN, Named, TypeInfo, with_bytes};
use crate::model::{Layout, Registry, Type, Union};

/// Refuses a union `T` that is not made of these fields, each with its size and alignment.
///
/// # Panics
/// If it is not: at compile time.
pub const fn union_is<T>(fields: &[(usize, usize)]) {
    let (mut size, mut align, mut i) = (0, 1, 0);
    while i < fields.len() {
        let field = fields[i];
        size = if field.0 > size { field.0 } else { size };
        align = if field.1 > align { field.1 } else { align };
        i += 1;
    }
    assert!(
        size.next_multiple_of(align) == size_of::<T>() && align == align_of::<T>(),
        "an attribute below `#[ffi_type]` has changed the fields of the union: put `#[ffi_type]` below it"
    );
}

/// Describes the union `T`.
///
/// # Safety
/// The description is true of `T`.
pub unsafe fn describe_union<T>(registry: &mut Registry, named: Named, infos: &[FieldInfo]) -> Type {
    registry.define_union::<T>(|registry| union(registry, &TypeInfo::of::<T>(named), infos))
}

fn union(registry: &mut Registry, whole: &TypeInfo, infos: &[FieldInfo]) -> (Union, Layout) {
    let mut memory = Vec::new();
    let fields = with_bytes(registry, infos, "", &mut memory);
    let head = whole.head();
    if infos.iter().filter(|info| info.size > 0).map(|info| info.align).max() != Some(whole.align) {
        registry.problem(&head.path, HIDDEN);
    }
    (Union { head, fields }, whole.layout(memory))
}
