//! Constants: bindings contain their values.

use super::{Marker, Vec2, ffi_inventory};
use interoptopus::Checked;
use interoptopus::model::{TypeKind, Value};
use interoptopus::{ffi, ffi_constant, ffi_type, inventory_part};
use std::num::{NonZeroI8, NonZeroU128};

/// From const evaluation.
#[ffi_constant]
pub const ANSWER: u64 = {
    let mut n = 1;
    while n < 42 {
        n += 1;
    }
    n
};

#[ffi_constant]
pub const EXACT: f32 = 0.1;

#[ffi_constant]
pub const MARKER: Marker = Marker::Hidden;

#[ffi_constant]
#[allow(non_upper_case_globals)]
pub const r#type: i8 = -128;

#[test]
fn values_are_those_that_rust_computes() {
    let inventory = ffi_inventory();
    let found: Vec<_> = inventory.constants().iter().map(|c| (c.head.name.as_str(), &c.value, *inventory.kind(c.ty))).collect();
    let [(_, _, TypeKind::Primitive(_)), _, (_, _, TypeKind::Enum(_)), _] = found[..] else { panic!("{found:?}") };
    let values: Vec<_> = found.iter().map(|(name, value, _)| (*name, (*value).clone())).collect();
    let expected = [
        ("ANSWER", Value::Int(42)),
        ("EXACT", Value::F32(0.1_f32.to_bits())),
        ("MARKER", Value::Int(255)),
        ("type", Value::Int(-128)),
    ];
    assert_eq!(values, expected);
    assert_eq!(inventory.constants()[0].head.docs.as_str(), "From const evaluation.");
    assert_eq!(inventory.constants()[0].head.path, "border::constants::ANSWER");
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Corner {
    pub marker: Marker,
    pub at: [Vec2; 2],
    pub letter: char,
    pub maybe: Option<NonZeroI8>,
    pub flag: ffi::Bool,
}

/// A constant of each type, with its value.
macro_rules! constants {
    ($($name:ident: $ty:ty = $value:expr => $expected:expr;)*) => {
        $(
            #[ffi_constant]
            pub const $name: $ty = $value;
        )*
        inventory_part!(all, [$($name),*], [], [], []);

        #[test]
        fn every_type_has_a_value() {
            let inventory = all();
            let mut constants = inventory.constants().iter();
            $(
                let constant = constants.next().unwrap();
                assert_eq!((constant.head.name.as_str(), &constant.value), (stringify!($name), &$expected));
            )*
            Checked::new(inventory).unwrap();
        }
    };
}

const fn corner(letter: char) -> Corner {
    let at = [Vec2 { x: 1.0, y: -0.0 }, Vec2 { x: f32::INFINITY, y: f32::from_bits(0x7FC0_1234) }];
    Corner { marker: Marker::Cross, at, letter, maybe: NonZeroI8::new(-3), flag: ffi::Bool::TRUE }
}

fn corner_value(letter: char) -> Value {
    let point = |x: u32, y: u32| Value::Struct(vec![Value::F32(x), Value::F32(y)]);
    let at = vec![point(0x3F80_0000, 0x8000_0000), point(0x7F80_0000, 0x7FC0_1234)];
    Value::Struct(vec![Value::Int(2), Value::Array(at), Value::Char(letter), Value::Int(-3), Value::Bool(true)])
}

constants! {
    BOOL: bool = true => Value::Bool(true);
    FFI_BOOL: ffi::Bool = ffi::Bool::FALSE => Value::Bool(false);
    LEAST: i128 = i128::MIN => Value::Int(i128::MIN);
    MOST: u128 = u128::MAX => Value::Wide(u128::MAX);
    U64: u64 = u64::MAX => Value::Int(u64::MAX.into());
    ISIZE: isize = isize::MIN => Value::Int(isize::MIN as i128);
    NAN: f64 = f64::from_bits(0x7FF8_0000_0000_0001) => Value::F64(0x7FF8_0000_0000_0001);
    ZERO: f32 = -0.0 => Value::F32(1 << 31);
    LETTER: char = '\u{10FFFF}' => Value::Char('\u{10FFFF}');
    TEXT: &str = "a\0\"ß" => Value::Str("a\0\"ß".to_owned());
    STATIC: &'static str = "" => Value::Str(String::new());
    C_TEXT: ffi::CStrPtr<'static> = ffi::CStrPtr::new(c"c \\ ß") => Value::Str("c \\ ß".to_owned());
    C_STR: &std::ffi::CStr = c"" => Value::Str(String::new());
    WORDS: [&str; 2] = ["a", "ß"] => Value::Array(vec![Value::Str("a".to_owned()), Value::Str("ß".to_owned())]);
    LINES: &[&'static str] = &["one"] => Value::Array(vec![Value::Str("one".to_owned())]);
    C_WORDS: [&std::ffi::CStr; 1] = [c"c"] => Value::Array(vec![Value::Str("c".to_owned())]);
    NON_ZERO: NonZeroU128 = NonZeroU128::MAX => Value::Wide(u128::MAX);
    NONE: Option<NonZeroI8> = None => Value::Int(0);
    NESTED: [[i16; 2]; 3] = [[1, 2], [3, 4], [5, -6]]
        => Value::Array([[1, 2], [3, 4], [5, -6]].map(|row: [i128; 2]| Value::Array(row.map(Value::Int).to_vec())).to_vec());
    SLICE: &'static [Marker] = &[Marker::Dot, Marker::Hidden] => Value::Array(vec![Value::Int(1), Value::Int(255)]);
    ELIDED: &[char] = &['a', '😀'] => Value::Array(vec![Value::Char('a'), Value::Char('😀')]);
    EMPTY: &[u8] = &[] => Value::Array(Vec::new());
    STRUCT: Corner = corner('x') => corner_value('x');
    STRUCTS: [Corner; 2] = [corner('y'), corner('z')] => Value::Array(vec![corner_value('y'), corner_value('z')]);
    SLICES: &[Corner] = &[corner('s')] => Value::Array(vec![corner_value('s')]);
}

mod wrong {
    use super::*;

    #[ffi_constant]
    pub const LATIN: ffi::CStrPtr<'static> = ffi::CStrPtr::new(c"\xFF");
    inventory_part!(inventory, [LATIN], [], [], []);
}

#[test]
fn what_cannot_be_written_is_a_problem() {
    let problems = Checked::new(wrong::inventory()).unwrap_err();
    let problem = problems.iter().next().unwrap();
    assert_eq!(problem.item, "border::constants::wrong::LATIN");
    assert!(problem.what.contains("cannot be written in other languages"), "{}", problem.what);
}
