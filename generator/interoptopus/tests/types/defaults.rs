//! Values by default, which bindings contain.

use super::{Marker, ffi_inventory, structure};
use interoptopus::Checked;
use interoptopus::ffi::Flags;
use interoptopus::model::Value;
use interoptopus::{ffi_function, ffi_type};

#[ffi_type(flags)]
#[repr(u16)]
#[derive(Clone, Copy)]
pub enum Mode {
    Fast = 1,
    Safe = 1 << 15,
}

#[ffi_type(default)]
#[derive(Clone, Copy)]
pub struct Inner(pub i8, pub bool);

impl Default for Inner {
    fn default() -> Self {
        Inner(-128, true)
    }
}

#[ffi_type(default)]
#[repr(C, packed)]
#[derive(Clone, Copy)]
pub struct Settings {
    pub marker: Marker,
    pub big: u64,
    pub zero: f32,
    pub nan: f64,
    pub mode: Flags<Mode>,
    pub inner: [Inner; 2],
    pub none: [u32; 0],
    hidden: i16,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            marker: Marker::Hidden,
            big: u64::MAX,
            zero: -0.0,
            nan: f64::from_bits(0x7ff8_0000_0000_0123),
            mode: Mode::Fast | Mode::Safe,
            inner: [Inner::default(), Inner(1, false)],
            none: [],
            hidden: -3,
        }
    }
}

#[ffi_type(default)]
#[derive(Clone, Copy, Default)]
pub struct Sized<T, const N: usize>
where
    [T; N]: Default,
{
    pub items: [T; N],
}

#[ffi_type(default)]
#[derive(Clone, Copy)]
pub struct Panics {
    pub value: u8,
}

impl Default for Panics {
    fn default() -> Self {
        panic!("there is none")
    }
}

#[ffi_function]
pub fn defaults_all(_settings: &Settings, _inner: &Inner, _sized: &Sized<u8, 3>) {}

#[test]
fn each_field_has_the_value_that_rust_gives_it() {
    let inventory = ffi_inventory();
    let inner = |number, sure| Value::Struct(vec![Value::Int(number), Value::Bool(sure)]);
    let expected = [
        Value::Int(255),
        Value::Int(u64::MAX.into()),
        Value::F32(0x8000_0000),
        Value::F64(0x7ff8_0000_0000_0123),
        Value::Int(0x8001),
        Value::Array(vec![inner(-128, true), inner(1, false)]),
        Value::Int(-3),
    ];
    assert_eq!(structure(&inventory, "Settings").default.as_deref(), Some(&expected[..]));
    assert_eq!(structure(&inventory, "Inner").default, Some(vec![Value::Int(-128), Value::Bool(true)]));
    assert_eq!(structure(&inventory, "SizedU8x3").default, Some(vec![Value::Array(vec![Value::Int(0); 3])]));
    assert_eq!(structure(&inventory, "Account").default, None);
}

#[test]
fn one_that_panics_is_a_problem() {
    let mut registry = interoptopus::border::Registry::new("types", "0");
    <Panics as interoptopus::border::Border>::describe(&mut registry);
    let problems = Checked::new(registry.finish()).unwrap_err();
    assert!(problems.to_string().contains("types::defaults::Panics: its `Default` panics"), "{problems}");
}
