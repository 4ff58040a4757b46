//! Many arguments, of all kinds: past what any ABI passes in registers.
#![allow(clippy::too_many_arguments)]

use super::{INVALID, Vec2, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi_function, inventory_part};
use std::num::NonZeroU16;

#[ffi_function]
pub fn arguments_none() -> u8 {
    42
}

#[ffi_function]
pub extern "C" fn arguments_bare(
    a: u8,
    b: i16,
    c: f32,
    d: u64,
    e: f64,
    f: bool,
    g: i8,
    h: f32,
    i: u32,
    j: Vec2,
    k: i64,
    l: u8,
) -> f64 {
    let integers = [a.into(), b.into(), d as i64, f.into(), g.into(), i.into(), k, l.into()];
    integers.iter().enumerate().map(|(i, n)| (i + 1) as f64 * *n as f64).sum::<f64>()
        + f64::from(c)
        + e
        + f64::from(h + j.x - j.y)
}

#[ffi_function]
pub fn arguments_sixteen(
    a: u8,
    b: &[u16],
    c: &str,
    d: &mut u32,
    e: Option<&u64>,
    f: Vec2,
    g: &mut [i8],
    h: char,
    i: Option<&str>,
    j: f64,
    k: Option<u8>,
    l: *const u8,
    m: NonZeroU16,
    n: bool,
    o: i128,
    p: Option<&mut f32>,
) {
    *d = u32::from(a) + u32::from(b[0]) + c.len() as u32 + *e.unwrap() as u32 + f.x as u32 + h as u32 + i.unwrap().len() as u32;
    g[0] = j as i8 + k.unwrap() as i8 + i8::from(l.is_null()) + m.get() as i8 + i8::from(n) + o as i8;
    *p.unwrap() = f.y;
}

inventory_part!(arguments, [], [arguments_none, arguments_bare, arguments_sixteen], [], []);

mod abi {
    use super::*;
    use interoptopus::ffi;

    unsafe extern "C" {
        pub fn border_arguments_none() -> Outcome<u8>;
        pub fn border_arguments_bare(
            a: u8,
            b: i16,
            c: f32,
            d: u64,
            e: f64,
            f: u8,
            g: i8,
            h: f32,
            i: u32,
            j: Vec2,
            k: i64,
            l: u8,
        ) -> f64;
        pub fn border_arguments_sixteen(
            a: u8,
            b: *const u16,
            b_len: usize,
            c: *const u8,
            c_len: usize,
            d: *mut u32,
            e: *const u64,
            f: Vec2,
            g: *mut i8,
            g_len: usize,
            h: u32,
            i: *const u8,
            i_len: usize,
            j: f64,
            k: ffi::Option<u8>,
            l: *const u8,
            m: u16,
            n: u8,
            o: i128,
            p: *mut f32,
        ) -> i32;
    }
}

#[test]
fn each_arrives_in_its_place() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_arguments_none()), Ok(42));
        let j = Vec2 { x: 64.0, y: 0.5 };
        let sum = abi::border_arguments_bare(255, -2, 0.25, 1 << 33, 1024.0, 1, -128, 0.5, u32::MAX, j, i64::from(i32::MIN), 9);
        let integers = [255.0, -2.0, 8_589_934_592.0, 1.0, -128.0, 4_294_967_295.0, -2_147_483_648.0, 9.0];
        let weighted: f64 = integers.iter().zip(1_u8..).map(|(n, i)| n * f64::from(i)).sum();
        assert_eq!(sum, weighted + 0.25 + 1024.0 + 64.0);
    }
}

#[test]
fn sixteen_of_all_kinds_do_so_too() {
    let (mut d, mut g, mut p) = (0, [0_i8], 0.0);
    // SAFETY: the declarations are those of the shims.
    let mut call = |letter| unsafe {
        let (b, e, f) = ([1000], 100_000, Vec2 { x: 1e7, y: 0.125 });
        let k = interoptopus::ffi::Option::some(2);
        let (d, g, p) = (&raw mut d, g.as_mut_ptr(), &raw mut p);
        abi::border_arguments_sixteen(
            1,
            b.as_ptr(),
            1,
            "123456".as_ptr(),
            6,
            d,
            &raw const e,
            f,
            g,
            1,
            letter,
            "ab".as_ptr(),
            2,
            1.0,
            k,
            std::ptr::null(),
            8,
            1,
            32,
            p,
        )
    };
    assert_eq!(call(0xD800), INVALID);
    assert_eq!(call(90), 0);
    assert_eq!((d, g, p), (1 + 1000 + 6 + 100_000 + 10_000_000 + 90 + 2, [1 + 2 + 1 + 8 + 1 + 32], 0.125));
}
