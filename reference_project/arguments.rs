//! From no argument to twelve mixed ones, past what any ABI has registers for; unsafe functions, and functions in modules.
//!
//! Each function returns the digest of what it was given, in the order of its parameters, unless it says otherwise: see `digest.rs`.

use crate::digest::digest;
use crate::mutants::mutant;
use crate::structs::{Mixed, Vec2};
use interoptopus::{ffi_function, ffi_type};
use std::sync::atomic::{AtomicU32, Ordering};

/// Two integers, which need two registers at once or go to the stack whole.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Twins {
    /// The first.
    pub a: i64,
    /// The second.
    pub b: u64,
}

static TICKS: AtomicU32 = AtomicU32::new(0);

/// Takes nothing and returns nothing; [`ticks`] tells that it was called.
#[ffi_function]
pub extern "C" fn tick() {
    TICKS.fetch_add(u32::from(!mutant("call_lost")), Ordering::Relaxed);
}

/// The number of calls of [`tick`], in all threads.
#[ffi_function]
pub fn ticks() -> u32 {
    TICKS.load(Ordering::Relaxed)
}

/// Always `0xFEDC_BA98_7654_3210`.
#[ffi_function]
pub extern "C" fn arguments_0() -> u64 {
    0xFEDC_BA98_7654_3210
}

/// One byte.
#[ffi_function]
pub extern "C" fn arguments_1(a: i8) -> u64 {
    digest![a]
}

/// A float and an integer.
#[ffi_function]
pub extern "C" fn arguments_2(a: f32, b: u64) -> u64 {
    digest![a, b]
}

/// A struct first.
#[ffi_function]
pub extern "C" fn arguments_3(a: Vec2, b: i16, c: f64) -> u64 {
    digest![a.x, a.y, b, c]
}

/// A pointer first; what it points to counts.
#[ffi_function]
pub extern "C" fn arguments_4(a: &i64, b: Vec2, c: bool, d: f32) -> u64 {
    digest![*a, b.x, b.y, c, d]
}

/// A struct in memory, and one behind a pointer.
#[ffi_function]
pub fn arguments_5(a: u32, b: Mixed, c: f64, d: &Vec2, e: i8) -> u64 {
    digest![a, b.tag, b.big, b.delta, b.ratio, b.yes, b.precise, c, d.x, d.y, e]
}

/// As many integers as System V has registers for.
#[ffi_function]
pub extern "C" fn arguments_6(a: u8, b: i16, c: u32, d: i64, e: usize, f: isize) -> u64 {
    digest![a, b, c, d, e, f]
}

/// One integer more than that, and a narrow one.
#[ffi_function]
pub extern "C" fn arguments_7(a: i64, b: u32, c: i16, d: u8, e: i32, f: u16, g: i8) -> u64 {
    digest![a, b, c, d, e, f, g]
}

/// As many floats as System V and AArch64 have registers for.
#[ffi_function]
#[allow(clippy::too_many_arguments)] // That is what it is for, here and below.
pub extern "C" fn arguments_8(a: f32, b: f64, c: f32, d: f64, e: f32, f: f64, g: f32, h: f64) -> u64 {
    digest![a, b, c, d, e, f, g, h]
}

/// One float more than that, and a narrow one; an integer in their midst.
#[ffi_function]
#[allow(clippy::too_many_arguments)]
pub extern "C" fn arguments_9(a: f64, b: f32, c: f64, d: f32, e: u8, f: f64, g: f32, h: f64, i: f64) -> u64 {
    digest![a, b, c, d, e, f, g, h, i]
}

/// Integers and floats in turns.
#[ffi_function]
#[allow(clippy::too_many_arguments)]
pub fn arguments_10(a: i8, b: f32, c: u16, d: f64, e: i32, f: f32, g: u64, h: f64, i: isize, j: f32) -> u64 {
    let (c, e) = if mutant("arguments_exchanged_in_ten") { (e as u16, i32::from(c)) } else { (c, e) };
    digest![a, b, c, d, e, f, g, h, i, j]
}

/// `f` needs two integer registers when one is left, so that it goes to the stack, and `g` gets the register.
#[ffi_function]
#[allow(clippy::too_many_arguments)]
pub extern "C" fn arguments_11(
    a: u8,
    b: u16,
    c: u32,
    d: u64,
    e: usize,
    f: Twins,
    g: i8,
    h: f32,
    i: Twins,
    j: bool,
    k: Vec2,
) -> u64 {
    digest![a, b, c, d, e, f.a, f.b, g, h, i.a, i.b, j, k.x, k.y]
}

/// Integers, floats, structs and pointers; most go to the stack. `h` is written to: it is negated.
#[ffi_function]
#[allow(clippy::too_many_arguments)]
pub fn arguments_12(
    a: u8,
    b: f64,
    c: Twins,
    d: Option<&Vec2>,
    e: i16,
    f: f32,
    g: Mixed,
    h: &mut i32,
    i: bool,
    j: Vec2,
    k: u64,
    l: i8,
) -> u64 {
    let before = std::mem::replace(h, h.wrapping_neg());
    let d = d.copied().unwrap_or(Vec2 { x: -0.0, y: 1.0 });
    let (g_first, g_second) = (digest![g.tag, g.big, g.delta], digest![g.ratio, g.yes, g.precise]);
    digest![a, b, c.a, c.b, d.x, d.y, e, f, g_first, g_second, before, i, j.x, j.y, k, l]
}

/// Arguments that are two at the ABI, among others: each byte of `a` and of `b` counts as one value, and none as 77.
#[ffi_function]
pub fn arguments_in_pairs(a: &[u8], b: &str, c: Option<i64>, d: Option<&[u16]>, e: Vec2, f: &[f32], g: u8) -> u64 {
    let bytes = |bytes: &[u8]| bytes.iter().fold(0_u64, |sum, byte| sum.wrapping_mul(31).wrapping_add((*byte).into()));
    let d = d.map_or(77, |d| d.iter().fold(0_u64, |sum, n| sum.wrapping_mul(31).wrapping_add((*n).into())));
    let f = f.iter().fold(0_u64, |sum, x| sum.wrapping_mul(31).wrapping_add(x.to_bits().into()));
    digest![bytes(a), bytes(b.as_bytes()), c.unwrap_or(77), d, e.x, e.y, f, g]
}

/// The sum of the `count` numbers that `first` points to.
///
/// # Safety
/// `first` must point to `count` numbers, unless there are none.
#[ffi_function]
pub unsafe fn sum_from(first: *const u16, count: usize) -> u64 {
    // SAFETY: the caller's promise.
    (0..count).map(|i| u64::from(unsafe { *first.add(i) })).sum()
}

/// Functions of which only Rust knows that they are in a module.
pub mod outer {
    /// And in another one.
    pub mod inner {
        use interoptopus::ffi_function;

        /// `x * 3`.
        #[ffi_function]
        pub extern "C" fn tripled_inside(x: i32) -> i32 {
            x.wrapping_mul(3)
        }
    }

    use interoptopus::ffi_function;

    /// `x * 2`.
    #[ffi_function]
    pub fn doubled_inside(x: i32) -> i32 {
        x.wrapping_mul(2)
    }
}
