//! `cfg` and `cfg_attr` in every place: what the compiler leaves out is in no binding, and moves nothing.

use interoptopus::{ffi, ffi_constants, ffi_function, ffi_service, ffi_type, inventory_part};

/// Fields.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct CfgFields {
    pub first: u8,
    #[cfg_attr(all(), cfg(any()))]
    pub gone: Unknown,
    #[cfg_attr(any(), cfg(any()))]
    pub second: u16,
    #[cfg(any())]
    pub also_gone: u64,
    #[cfg_attr(all(), doc = "Documented by `cfg_attr`.", cfg(all()))]
    pub third: u32,
}

/// Fields of a tuple, which move.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct CfgTuple(#[cfg(any())] pub Unknown, pub u8, #[cfg_attr(all(), cfg(any()))] pub u64, pub u16);

/// Variants, their fields and their tags.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum CfgShape {
    Circle(u32),
    #[cfg_attr(all(), cfg(any()))]
    Gone(u32),
    Flag(bool),
    #[cfg(any())]
    AlsoGone {
        unknown: Unknown,
    },
    Sides {
        #[cfg_attr(all(), cfg_attr(all(), cfg(any())))]
        gone: u64,
        a: u8,
        #[cfg(not(any()))]
        b: u16,
    },
    Pair(#[cfg(any())] u64, u8, u32),
}

/// All that has data is gone: a number.
#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CfgNumber {
    #[cfg_attr(all(), cfg(any()))]
    Gone(u64),
    One = 1,
    #[cfg(any())]
    Two = 1 << 1,
    #[cfg_attr(all(), doc = "Documented by `cfg_attr`.", deprecated = "by cfg_attr")]
    Four = 1 << 2,
}

/// A union.
#[ffi_type]
#[derive(Clone, Copy)]
pub union CfgUnion {
    pub small: u16,
    #[cfg_attr(all(), cfg(any()))]
    pub gone: [u64; 8],
    pub large: u32,
}

/// A callback of which a parameter is not there.
#[ffi_type]
pub type CfgProgress = extern "C" fn(done: u32, #[cfg(any())] gone: u32, #[cfg_attr(any(), cfg(any()))] ratio: f64) -> u32;

#[ffi_function]
pub fn cfg_fields(fields: CfgFields, #[cfg_attr(all(), cfg(any()))] gone: Unknown) -> u32 {
    u32::from(fields.first) + 10 * u32::from(fields.second) + 100 * fields.third
}

#[ffi_function]
pub fn cfg_tuple(#[cfg(any())] gone: &[u8], tuple: CfgTuple, #[cfg(not(any()))] text: &str) -> u32 {
    u32::from(tuple.0) + 10 * u32::from(tuple.1) + text.len() as u32
}

#[ffi_function]
pub fn cfg_shape(shape: CfgShape) -> u32 {
    match shape {
        CfgShape::Circle(radius) => radius,
        CfgShape::Flag(flag) => 1000 + u32::from(flag),
        CfgShape::Sides { a, b } => 2000 + u32::from(a) + u32::from(b),
        CfgShape::Pair(a, b) => 3000 + u32::from(a) + b,
    }
}

#[ffi_function]
#[allow(deprecated)]
pub extern "C" fn cfg_number(number: CfgNumber, of: CfgUnion) -> CfgNumber {
    // SAFETY: any bytes are a number.
    if unsafe { of.large } == 0 { number } else { CfgNumber::Four }
}

#[ffi_function]
pub fn cfg_progress(progress: CfgProgress) -> u32 {
    progress(3, 0.5)
}

/// Functions, constants and parameters of a service.
#[ffi_type(service)]
#[derive(Debug)]
pub struct CfgService {
    base: u32,
}

#[ffi_service]
impl CfgService {
    #[cfg_attr(all(), ffi_constructor)]
    pub fn new(#[cfg(any())] gone: Unknown, base: u32) -> Self {
        Self { base }
    }

    #[cfg_attr(all(), cfg(any()))]
    pub fn gone(&self) -> &[Unknown] {
        &[]
    }

    /// Adds.
    pub fn add(&self, #[cfg_attr(all(), cfg(any()))] gone: &[u8], more: ffi::Option<u32>) -> u32 {
        self.base + more.into_option().unwrap_or_default()
    }
}

#[ffi_constants]
impl CfgFields {
    #[cfg_attr(all(), doc = "Documented by `cfg_attr`.")]
    pub const FIRST: u8 = 7;
    #[cfg_attr(all(), cfg(any()))]
    pub const GONE: Unknown = 8;
    #[cfg_attr(all(), ffi_constant(name = "CFG_CALLED"))]
    pub const NAMED: [u8; 1 + 1] = [1, 2];
}

inventory_part!(
    part,
    [
        #[cfg(any())]
        CfgFields::GONE,
        CfgFields::FIRST,
        #[cfg_attr(any(), cfg(any()))]
        CfgFields::NAMED
    ],
    [
        cfg_fields,
        cfg_tuple,
        #[cfg(any())]
        gone,
        #[cfg_attr(all(), cfg(any()))]
        gone::too,
        cfg_shape,
        cfg_number,
        cfg_progress
    ],
    [
        #[cfg(any())]
        Unknown
    ],
    [CfgService]
);
