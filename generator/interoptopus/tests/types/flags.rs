//! Flags: sets of bits, of which unknown ones are refused.

use super::{INVALID, assert_memory, ffi_inventory, ty, value};
use interoptopus::border::Outcome;
use interoptopus::ffi::Flags;
use interoptopus::model::{Primitive, TypeKind};
use interoptopus::{ffi_function, ffi_type};

/// What one may do.
#[ffi_type(flags)]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Access {
    Read = 1 << 0,
    Write = 1 << 1,
    /// Both.
    Change = 3,
    Own = 1 << 7,
}

#[ffi_type(flags)]
#[repr(i64)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Far {
    Low = 1,
    High = 1 << 62,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct File {
    pub size: u32,
    pub access: Flags<Access>,
}

const OWNED: Flags<Access> = Flags::of(&[Access::Own, Access::Change]);

#[ffi_function]
pub fn flags_add(access: Flags<Access>, more: Option<Flags<Far>>) -> Flags<Access> {
    if more.is_some_and(|far| far.contains(Far::High)) { access | Access::Own } else { access - Access::Write }
}

#[ffi_function]
pub fn flags_count(files: &[File], at: &Flags<Access>) -> usize {
    files.iter().filter(|file| file.access.contains(*at)).count()
}

mod abi {
    use super::*;

    #[repr(C)]
    pub struct OptionFar {
        pub far: i64,
        pub is_some: u8,
    }

    #[repr(C)]
    pub struct RawFile {
        pub size: u32,
        pub access: u8,
    }

    unsafe extern "C" {
        pub fn types_flags_add(access: u8, more: OptionFar) -> Outcome<u8>;
        pub fn types_flags_count(files: *const RawFile, len: usize, at: *const u8) -> Outcome<usize>;
    }
}

#[test]
fn sets_of_their_bits_cross_and_others_do_not() {
    for access in 0..=255_u8 {
        let expected = if access & !0b1000_0011 == 0 { Ok(access | 128) } else { Err(INVALID) };
        // SAFETY: the declarations are those of the shims.
        let added = value(unsafe { abi::types_flags_add(access, abi::OptionFar { far: 1 << 62, is_some: 1 }) });
        assert_eq!(added, expected, "{access:#b}");
    }
    for (far, is_some, expected) in
        [(1, 1, Ok(1)), (0, 1, Ok(1)), (2, 0, Ok(1)), (2, 1, Err(INVALID)), (i64::MIN, 1, Err(INVALID))]
    {
        // SAFETY: as above.
        assert_eq!(value(unsafe { abi::types_flags_add(3, abi::OptionFar { far, is_some }) }), expected, "{far:#b}");
    }
}

#[test]
fn they_are_checked_in_slices_and_behind_pointers() {
    let count = |second, at: u8| {
        let files = [abi::RawFile { size: 1, access: 131 }, abi::RawFile { size: 2, access: second }];
        // SAFETY: the declarations are those of the shims.
        value(unsafe { abi::types_flags_count(files.as_ptr(), 2, &at) })
    };
    assert_eq!((count(1, 1), count(1, 129), count(0, 0)), (Ok(2), Ok(1), Ok(2)));
    assert_eq!((count(4, 1), count(1, 64)), (Err(INVALID), Err(INVALID)));
}

#[test]
fn in_rust_they_are_sets() {
    let mut set = Access::Read | Access::Own;
    assert_eq!((set.bits(), set.contains(Access::Change), set.is_empty()), (129, false, false));
    set.insert(Access::Write);
    assert_eq!((set, set.contains(Access::Change)), (OWNED, true));
    assert_eq!(set.iter().collect::<Vec<_>>(), [Access::Read, Access::Write, Access::Own]);
    set.remove(Access::Change);
    assert_eq!((set, set & Access::Read), (Access::Own.into(), Flags::empty()));
    set |= Access::Read | Access::Write;
    assert_eq!(set, Flags::all());
    assert_eq!((Flags::<Access>::from_bits(4), Flags::<Access>::from_bits(2)), (None, Some(Access::Write.into())));
    assert_eq!(format!("{set:?} {:?}", Flags::<Far>::default()), "Flags(0b10000011) Flags(0b0)");
    assert_eq!([Access::Read, Access::Own].into_iter().collect::<Flags<_>>(), Access::Read | Access::Own);
}

#[test]
fn the_inventory_has_one_enum_for_the_set() {
    let inventory = ffi_inventory();
    let access = inventory.enums().iter().find(|e| e.head.name == "Access").unwrap();
    assert_eq!(
        (access.flags, access.error, access.repr, access.head.docs.as_str()),
        (true, false, Primitive::U8, "What one may do.")
    );
    let values: Vec<_> = access.variants.iter().map(|v| (v.name.as_str(), v.value)).collect();
    assert_eq!(values, [("Read", 1), ("Write", 2), ("Change", 3), ("Own", 128)]);
    assert!(matches!(inventory.kind(ty(&inventory, "Access")), TypeKind::Enum(_)));
    assert_memory::<Flags<Access>>("Access", &[]);
    assert_memory::<Flags<Far>>("Far", &[]);
}
