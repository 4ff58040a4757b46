//! `NonZero`: an integer without zero, which an option of one has for its none.

use super::{INVALID, value};
use interoptopus::border::Outcome;
use interoptopus::model::{Primitive, TypeKind};
use interoptopus::{ffi, ffi_function, ffi_type, inventory_part};
use std::num::{NonZero, NonZeroI64, NonZeroU8, NonZeroU128, NonZeroUsize};

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ids {
    pub sure: NonZero<u16>,
    pub maybe: Option<NonZeroI64>,
    pub several: [Option<NonZeroU8>; 3],
}

#[ffi_type]
pub type Named = extern "C" fn(id: NonZeroU8, maybe: Option<NonZeroU8>) -> Option<NonZeroU8>;

#[ffi_function]
pub fn nonzero_next(id: NonZeroU8) -> Option<NonZeroU8> {
    id.checked_add(1)
}

#[ffi_function]
pub fn nonzero_or(id: Option<NonZeroI64>, or: NonZeroI64) -> NonZeroI64 {
    id.unwrap_or(or)
}

#[ffi_function]
pub extern "C" fn nonzero_bare(id: Option<NonZeroUsize>) -> usize {
    id.map_or(0, NonZero::get)
}

#[ffi_function]
pub fn nonzero_ids(ids: Ids, all: &[NonZeroU8], maybe: &[Option<NonZeroU8>], at: &NonZeroU8, wide: NonZeroU128) -> u64 {
    let sums = all.iter().map(|id| u64::from(id.get())).chain(maybe.iter().flatten().map(|id| u64::from(id.get())));
    let fields =
        u64::from(ids.sure.get()) + ids.maybe.map_or(0, |id| id.get() as u64) + ids.several.iter().flatten().count() as u64;
    sums.sum::<u64>() + fields + u64::from(at.get()) + wide.get() as u64
}

#[ffi_function]
pub fn nonzero_fill(ids: &mut [Option<NonZeroU8>], out: &mut Option<NonZeroU8>) {
    *out = ids[0];
    ids.fill(NonZero::new(7));
}

#[ffi_function]
pub fn nonzero_option(id: ffi::Option<NonZeroU8>) -> ffi::Option<Option<NonZeroU8>> {
    id.into_option().map(Some).into()
}

#[ffi_function]
pub fn nonzero_call(each: Named) -> u8 {
    each(NonZeroU8::MAX, None).map_or(0, NonZero::get)
}

inventory_part!(
    nonzero,
    [],
    [nonzero_next, nonzero_or, nonzero_bare, nonzero_ids, nonzero_fill, nonzero_option, nonzero_call],
    [],
    []
);

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Ids {
        pub sure: u16,
        pub maybe: i64,
        pub several: [u8; 3],
    }

    unsafe extern "C" {
        pub fn border_nonzero_next(id: u8) -> Outcome<u8>;
        pub fn border_nonzero_or(id: i64, or: i64) -> Outcome<i64>;
        pub fn border_nonzero_bare(id: usize) -> usize;
        pub fn border_nonzero_ids(
            ids: Ids,
            all: *const u8,
            len: usize,
            maybe: *const u8,
            count: usize,
            at: *const u8,
            wide: u128,
        ) -> Outcome<u64>;
        pub fn border_nonzero_fill(ids: *mut u8, len: usize, out: *mut u8) -> i32;
        pub fn border_nonzero_option(id: ffi::Option<u8>) -> Outcome<ffi::Option<u8>>;
        pub fn border_nonzero_call(each: extern "C" fn(u8, u8) -> u8) -> Outcome<u8>;
    }
}

#[test]
fn zero_is_none_or_refused() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_nonzero_next(254)), Ok(255));
        assert_eq!(value(abi::border_nonzero_next(255)), Ok(0));
        assert_eq!(value(abi::border_nonzero_next(0)), Err(INVALID));
        assert_eq!(value(abi::border_nonzero_or(0, i64::MIN)), Ok(i64::MIN));
        assert_eq!(value(abi::border_nonzero_or(-1, 3)), Ok(-1));
        assert_eq!(value(abi::border_nonzero_or(1, 0)), Err(INVALID));
        assert_eq!((abi::border_nonzero_bare(0), abi::border_nonzero_bare(usize::MAX)), (0, usize::MAX));
    }
}

#[test]
fn they_are_checked_wherever_they_are() {
    let ids = |sure, maybe| abi::Ids { sure, maybe, several: [0, 1, 2] };
    // SAFETY: the declarations are those of the shims.
    let call = |ids, all: [u8; 2], at: u8, wide| unsafe {
        value(abi::border_nonzero_ids(ids, all.as_ptr(), 2, [0, 9].as_ptr(), 2, &raw const at, wide))
    };
    assert_eq!(call(ids(100, 1000), [1, 2], 4, 1 << 20), Ok(1 + 2 + 9 + 100 + 1000 + 2 + 4 + (1 << 20)));
    assert_eq!(call(ids(100, 0), [1, 2], 4, 1), Ok(1 + 2 + 9 + 100 + 2 + 4 + 1));
    assert_eq!(call(ids(0, 1), [1, 2], 4, 1), Err(INVALID));
    assert_eq!(call(ids(1, 1), [1, 0], 4, 1), Err(INVALID));
    assert_eq!(call(ids(1, 1), [1, 2], 0, 1), Err(INVALID));
    assert_eq!(call(ids(1, 1), [1, 2], 4, 0), Err(INVALID));
}

#[test]
fn options_of_them_are_written_to() {
    let (mut ids, mut out) = ([3, 0], 9);
    // SAFETY: the declarations are those of the shims.
    unsafe { assert_eq!(abi::border_nonzero_fill(ids.as_mut_ptr(), 2, &raw mut out), 0) };
    assert_eq!((ids, out), ([7, 7], 3));
}

#[test]
fn callbacks_take_and_return_them() {
    extern "C" fn each(id: u8, maybe: u8) -> u8 {
        id - 1 + maybe
    }
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_nonzero_call(each)), Ok(254));
        let option = |id| value(abi::border_nonzero_option(id)).map(ffi::Option::into_option);
        assert_eq!(option(ffi::Option::some(5)), Ok(Some(5)));
        assert_eq!(option(ffi::Option::some(0)), Err(INVALID));
        assert_eq!(option(ffi::Option::NONE), Ok(None));
    }
}

#[test]
fn the_inventory_knows_them() {
    let inventory = nonzero();
    let ids = inventory.structs().iter().find(|s| s.head.name == "Ids").unwrap();
    let kinds: Vec<_> = ids.fields.iter().map(|field| *inventory.kind(field.ty)).collect();
    assert_eq!(kinds[0], TypeKind::NonZero { primitive: Primitive::U16, nullable: false });
    assert_eq!(kinds[1], TypeKind::NonZero { primitive: Primitive::I64, nullable: true });
    assert!(
        matches!(kinds[2], TypeKind::Array { element, len: 3 } if matches!(inventory.kind(element), TypeKind::NonZero { nullable: true, .. }))
    );
}
