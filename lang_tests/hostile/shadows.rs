//! Names that generated code has for itself, or imports: as parameters, fields and methods.

use interoptopus::{ffi, ffi_function, ffi_service, ffi_type, inventory_part};

/// Gives back what it is called with.
#[ffi_type]
pub type Warnings = extern "C" fn(struct_: u32, platform: u32) -> u32;

/// Fields that are called as what constructors and conversions use.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Shadows<'a> {
    pub ffi: u8,
    pub lib: u16,
    pub int: u32,
    pub warnings: f64,
    pub list: ffi::Slice<'a, u8>,
    pub str: ffi::Str<'a>,
    pub kept: bool,
}

/// All but one are added.
#[deprecated = "as every one is"]
#[ffi_function]
pub fn shadows_modules(warnings: u32, platform: u32, r#struct: u32, os: u32, sys: u32, builtins: u32, cffi: u32) -> u32 {
    warnings + platform * 2 + r#struct * 4 + os * 8 + sys * 16 + builtins * 32 + cffi * 64
}

/// The lengths, in the order of digits.
#[ffi_function]
pub fn shadows_builtins(len: &str, list: &[u8], r#type: Option<&str>, map: &mut [u8], bytes: &[f64]) -> u64 {
    map.fill(7);
    let lengths = [len.len(), list.len(), r#type.map_or(9, str::len), map.len(), bytes.len()];
    lengths.iter().fold(0, |sum, length| sum * 10 + *length as u64)
}

/// The sum of what the callback returns for `lib` and `ffi`, the other numbers, and the lengths of the others.
#[ffi_function]
pub fn shadows_own(lib: u32, ffi: u32, raised: Warnings<'_>, kept: Shadows<'_>, result: &str, value: u32, call: u32) -> u64 {
    u64::from(raised(lib, ffi)) + u64::from(value + call) + kept.str.len() as u64 + kept.list.len() as u64 + result.len() as u64
}

/// Methods that are called as what others use.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Shade {
    list: Vec<u32>,
}

#[ffi_service]
impl Shade {
    #[ffi_constructor]
    pub fn new(list: &[u32]) -> Self {
        Shade { list: list.to_vec() }
    }

    pub fn list(&self) -> &[u32] {
        &self.list
    }

    pub fn map(&self, c: u32, lent: u32) -> &[u32] {
        if c < lent { &self.list } else { &self.list[1..] }
    }

    pub fn warnings(&mut self, int: u32) -> u32 {
        self.list.push(int);
        int
    }
}

#[allow(deprecated)]
mod listed {
    use super::*;
    inventory_part!(part, [], [shadows_modules, shadows_builtins, shadows_own], [], [Shade]);
}
pub use listed::part;
