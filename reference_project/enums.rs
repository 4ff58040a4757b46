//! Numeric enums on every integer, with negative, explicit and implicit discriminants.

use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};

/// The marker that a point is drawn as.
#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Marker {
    /// A filled circle.
    Dot = 1,
    /// Two lines.
    Cross = 2,
    /// Not drawn, but kept.
    Hidden = 255,
}

/// A height; the discriminants are metres.
#[ffi_type]
#[repr(i8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// As low as it gets.
    Lowest = -128,
    /// Under the ground.
    Below = -1,
    /// The ground itself: one after [`Level::Below`].
    Ground,
    /// As high as it gets.
    Highest = 127,
}

/// Without a `repr` of its own size: an `int` of C.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// Implicitly 0.
    First,
    /// Explicit.
    Tenth = 10,
    /// Implicitly 11.
    Next,
    /// Below all others.
    Back = -3,
}

/// Two bytes, unsigned.
#[ffi_type]
#[repr(u16)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Port {
    /// The first one.
    None = 0,
    /// Needs both bytes.
    Last = 65535,
}

/// Needs all 64 bits, and the sign.
#[ffi_type]
#[repr(i64)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Far {
    /// The lowest `i64`.
    Lowest = i64::MIN,
    /// In the middle.
    Here = 0,
    /// The highest `i64`.
    Highest = i64::MAX,
}

/// Two bytes with a sign, sparse.
#[ffi_type]
#[repr(i16)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Offset {
    /// The lowest `i16`.
    Lowest = i16::MIN,
    /// Needs both bytes.
    Some = -300,
    /// The highest `i16`.
    Highest = i16::MAX,
}

/// Four bytes with a sign.
#[ffi_type]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Code {
    /// The lowest `i32`, which C cannot write as a literal.
    Lowest = i32::MIN,
    /// As an operating system would say it.
    Fault = -1_073_741_819,
    /// The highest `i32`.
    Highest = i32::MAX,
}

/// Four bytes, unsigned: two of them are no `int`.
#[ffi_type]
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Magic {
    /// The first one that is no `int`.
    Sign = 0x8000_0000,
    /// Each of its bytes another one.
    Mixed = 0x0123_89AB,
    /// The highest `u32`.
    Highest = u32::MAX,
}

/// Eight bytes, unsigned: most of them are no `int64_t`.
#[ffi_type]
#[repr(u64)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Huge {
    /// The lowest `u64`.
    Nothing = 0,
    /// The first one that is no `int64_t`.
    Sign = 1 << 63,
    /// The highest `u64`.
    Highest = u64::MAX,
}

/// As wide as an address, with a sign.
#[ffi_type]
#[repr(isize)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Way {
    /// Needs all of its bits.
    Back = -1,
    /// Needs none.
    Stay,
    /// As far as it gets on 32 bits.
    Forth = 0x7FFF_FFFF,
}

/// As wide as an address, unsigned.
#[ffi_type]
#[repr(usize)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shelfmark {
    /// The first one.
    Front,
    /// As far as it gets on 32 bits.
    Rear = 0xFFFF_FFFF,
}

/// The next marker in the order of the legend.
#[ffi_function]
pub extern "C" fn next_marker(marker: Marker) -> Marker {
    match marker {
        Marker::Dot if mutant("variant_skipped") => Marker::Hidden,
        Marker::Dot => Marker::Cross,
        Marker::Cross => Marker::Hidden,
        Marker::Hidden => Marker::Dot,
    }
}

/// The level's discriminant.
#[ffi_function]
pub fn level_value(level: Level) -> i32 {
    let value = i32::from(level as i8);
    if value < 0 && mutant("wrong_discriminant") { value + 1 } else { value }
}

/// The level with this discriminant.
#[ffi_function]
pub fn level_of(value: i32) -> Option<Level> {
    [Level::Lowest, Level::Below, Level::Ground, Level::Highest].into_iter().find(|level| i32::from(*level as i8) == value)
}

/// The step after `step`; the last one is followed by the first.
#[ffi_function]
pub extern "C" fn next_step(step: Step) -> Step {
    match step {
        Step::First => Step::Tenth,
        Step::Tenth => Step::Next,
        Step::Next => Step::Back,
        Step::Back => Step::First,
    }
}

/// The other port.
#[ffi_function]
pub extern "C" fn other_port(port: Port) -> Port {
    match port {
        Port::None => Port::Last,
        Port::Last => Port::None,
    }
}

/// The next one upwards, and the lowest after the highest.
#[ffi_function]
pub extern "C" fn next_far(far: Far) -> Far {
    match far {
        Far::Highest if mutant("wide_variant_cut") => Far::Here,
        Far::Lowest => Far::Here,
        Far::Here => Far::Highest,
        Far::Highest => Far::Lowest,
    }
}

/// The next one in the order of declaration, for [`Offset`]; the first after the last, as below.
#[ffi_function]
pub extern "C" fn next_offset(offset: Offset) -> Offset {
    match offset {
        Offset::Lowest => Offset::Some,
        Offset::Some => Offset::Highest,
        Offset::Highest => Offset::Lowest,
    }
}

/// For [`Code`].
#[ffi_function]
pub fn next_code(code: Code) -> Code {
    match code {
        Code::Lowest => Code::Fault,
        Code::Fault => Code::Highest,
        Code::Highest => Code::Lowest,
    }
}

/// For [`Magic`].
#[ffi_function]
pub extern "C" fn next_magic(magic: Magic) -> Magic {
    match magic {
        Magic::Sign => Magic::Mixed,
        Magic::Mixed => Magic::Highest,
        Magic::Highest => Magic::Sign,
    }
}

/// For [`Huge`].
#[ffi_function]
pub fn next_huge(huge: Huge) -> Huge {
    match huge {
        Huge::Nothing => Huge::Sign,
        Huge::Sign => Huge::Highest,
        Huge::Highest => Huge::Nothing,
    }
}

/// For [`Way`].
#[ffi_function]
pub extern "C" fn next_way(way: Way) -> Way {
    match way {
        Way::Back => Way::Stay,
        Way::Stay => Way::Forth,
        Way::Forth => Way::Back,
    }
}

/// For [`Shelfmark`].
#[ffi_function]
pub extern "C" fn next_shelfmark(mark: Shelfmark) -> Shelfmark {
    match mark {
        Shelfmark::Front => Shelfmark::Rear,
        Shelfmark::Rear => Shelfmark::Front,
    }
}
