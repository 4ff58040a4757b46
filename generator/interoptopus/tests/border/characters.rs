//! `char`: four bytes, of which not all are one.

use super::{INVALID, PANIC, last_error, value};
use interoptopus::border::Outcome;
use interoptopus::model::{Primitive, TypeKind};
use interoptopus::{ffi, ffi_function, ffi_type, inventory_part};

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cell {
    pub letter: char,
    pub width: u8,
}

#[ffi_type]
pub type Next = extern "C" fn(letter: char) -> u32;

#[ffi_function]
pub fn characters_next(letter: char) -> char {
    char::from_u32(letter as u32 + 1).unwrap()
}

#[ffi_function]
pub fn characters_maybe(letter: Option<char>) -> Option<char> {
    letter
}

#[ffi_function]
pub fn characters_all(letters: &[char], cells: &[Cell], last: &char, option: ffi::Option<char>) -> u32 {
    let cells: u32 = cells.iter().map(|cell| u32::from(cell.width) + cell.letter as u32).sum();
    letters.iter().map(|letter| *letter as u32).sum::<u32>() + cells + *last as u32 + option.into_option().unwrap_or('\0') as u32
}

#[ffi_function]
pub fn characters_call(letter: char, next: Next) -> u32 {
    next(letter)
}

inventory_part!(characters, [], [characters_next, characters_maybe, characters_all, characters_call], [], []);

mod abi {
    use super::*;

    #[repr(C)]
    pub struct Cell {
        pub letter: u32,
        pub width: u8,
    }

    #[repr(C)]
    pub struct Maybe {
        pub letter: u32,
        pub is_some: u8,
    }

    unsafe extern "C" {
        pub fn border_characters_next(letter: u32) -> Outcome<u32>;
        pub fn border_characters_maybe(letter: Maybe) -> Outcome<Maybe>;
        pub fn border_characters_all(
            letters: *const u32,
            len: usize,
            cells: *const Cell,
            count: usize,
            last: *const u32,
            option: Maybe,
        ) -> Outcome<u32>;
        pub fn border_characters_call(letter: u32, next: extern "C" fn(u32) -> u32) -> Outcome<u32>;
    }
}

const SURROGATES: [u32; 4] = [0xD800, 0xDFFF, 0x11_0000, u32::MAX];

#[test]
fn every_scalar_value_crosses_and_nothing_else_does() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        for letter in [0, 'ß' as u32, 0xD7FE, 0xE000, 0x10_FFFE] {
            assert_eq!(value(abi::border_characters_next(letter)), Ok(letter + 1));
        }
        assert_eq!(value(abi::border_characters_next(0xD7FF)), Err(PANIC));
        for wrong in SURROGATES {
            assert_eq!(value(abi::border_characters_next(wrong)), Err(INVALID), "{wrong:x}");
        }
        assert!(last_error().contains("`letter`"), "{}", last_error());
    }
}

#[test]
fn they_are_checked_wherever_they_are() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        let all = |letters: [u32; 2], cell: u32, last: u32, option: (u32, u8)| {
            let cells = [abi::Cell { letter: cell, width: 3 }];
            let option = abi::Maybe { letter: option.0, is_some: option.1 };
            value(abi::border_characters_all(letters.as_ptr(), 2, cells.as_ptr(), 1, &raw const last, option))
        };
        assert_eq!(all([1, 2], 4, 8, (16, 1)), Ok(34));
        assert_eq!(all([1, 2], 4, 8, (0xD800, 0)), Ok(18));
        assert_eq!(all([1, 0xD800], 4, 8, (16, 1)), Err(INVALID));
        assert_eq!(all([1, 2], 0xDFFF, 8, (16, 1)), Err(INVALID));
        assert_eq!(all([1, 2], 4, 0x11_0000, (16, 1)), Err(INVALID));
        assert_eq!(all([1, 2], 4, 8, (u32::MAX, 1)), Err(INVALID));
        let maybe =
            |letter, is_some| value(abi::border_characters_maybe(abi::Maybe { letter, is_some })).map(|m| (m.letter, m.is_some));
        assert_eq!(maybe('x' as u32, 1), Ok(('x' as u32, 1)));
        assert_eq!(maybe(0xD800, 0).map(|m| m.1), Ok(0));
        assert_eq!(maybe(0xD800, 1), Err(INVALID));
    }
}

#[test]
fn callbacks_take_them() {
    extern "C" fn next(letter: u32) -> u32 {
        letter * 2
    }
    // SAFETY: the declarations are those of the shims.
    unsafe { assert_eq!(value(abi::border_characters_call(0x10_FFFF, next)), Ok(0x21_FFFE)) };
}

#[test]
fn the_inventory_knows_them() {
    let inventory = characters();
    let letter = inventory.functions()[0].parameters[0].ty;
    assert_eq!(*inventory.kind(letter), TypeKind::Primitive(Primitive::Char));
}
