//! Memory that is changed after the check, by the callback that Rust itself calls: Rust has a copy of what it checked.

use super::{INVALID, Marker, Vec2, last_error, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi, ffi_function, ffi_type};
use std::cell::Cell;
use std::ptr;

#[ffi_type]
pub type Change = extern "C" fn();

/// What is checked, in every place of a struct.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    pub yes: bool,
    pub marker: Marker,
    pub inside: &'a Marker,
    pub all: ffi::Slice<'a, Marker>,
    pub maybe: Option<&'a Marker>,
    pub pair: [ffi::Option<Marker>; 2],
}

#[ffi_type]
#[repr(C, packed(2))]
#[derive(Clone, Copy)]
pub struct Packed<'a> {
    pub first: u8,
    pub all: ffi::Slice<'a, Marker>,
}

#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy)]
#[expect(dead_code, reason = "other languages make them")]
pub enum Sum<'a> {
    None,
    Some(u64, &'a Checked<'a>),
}

impl Checked<'_> {
    fn digest(&self) -> u32 {
        let pair = self.pair.iter().map(|one| one.as_ref().map_or(0, |m| *m as u32)).sum::<u32>();
        let all = self.all.iter().map(|m| *m as u32).sum::<u32>();
        u32::from(self.yes) + self.marker as u32 + *self.inside as u32 + all + self.maybe.map_or(0, |m| *m as u32) + pair
    }
}

#[ffi_function]
pub fn changed_slice(all: &[Marker], maybe: Option<&[Marker]>, same: ffi::Slice<Marker>, change: Change) -> u32 {
    change();
    all.iter().chain(maybe.unwrap_or_default()).chain(&same).map(|m| *m as u32).sum()
}

#[ffi_function]
pub fn changed_struct(one: &Checked, all: &[Checked], change: Change) -> u32 {
    change();
    one.digest() + all.iter().map(Checked::digest).sum::<u32>()
}

#[ffi_function]
pub extern "C" fn changed_value(one: Checked, packed: Packed, sum: Sum, change: Change) -> u32 {
    change();
    let all = packed.all;
    let sum = if let Sum::Some(_, checked) = sum { checked.digest() } else { 0 };
    one.digest() + all.iter().map(|m| *m as u32).sum::<u32>() + sum
}

#[ffi_function]
pub fn changed_written(all: &mut [Marker], one: &mut Marker, change: Change, panics: bool) -> u32 {
    change();
    let before = all.iter().map(|m| *m as u32).sum::<u32>() + *one as u32;
    (all[0], *one) = (Marker::Cross, Marker::Dot);
    assert!(!panics, "what was written until here is there");
    before
}

/// What is not checked is not copied; what is returned of it is the caller's own.
#[ffi_function]
pub fn changed_last<'a>(words: &[ffi::Str<'a>], points: &'a [Vec2], _markers: &[Marker]) -> Option<&'a Vec2> {
    points.get(words.len())
}

/// The text in a slice is the caller's as well, though the slice is a copy.
#[ffi_function]
pub fn changed_longest<'a>(words: &[ffi::Str<'a>]) -> ffi::Str<'a> {
    words.iter().copied().max_by_key(|word| word.len()).unwrap_or_default()
}

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Raw(pub u8, pub u8, pub *const u8, pub *const u8, pub usize, pub *const u8, pub [[u8; 2]; 2]);

    #[repr(C, packed(2))]
    #[derive(Clone, Copy)]
    pub struct RawPacked(pub u8, pub *const u8, pub usize);

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct RawSum(pub u32, pub u64, pub *const Raw);

    unsafe extern "C" {
        pub fn border_changed_slice(
            all: *const u8,
            all_len: usize,
            maybe: *const u8,
            maybe_len: usize,
            same: *const u8,
            same_len: usize,
            change: extern "C" fn(),
        ) -> Outcome<u32>;
        pub fn border_changed_struct(one: *const Raw, all: *const Raw, len: usize, change: extern "C" fn()) -> Outcome<u32>;
        pub fn border_changed_value(one: Raw, packed: RawPacked, sum: RawSum, change: extern "C" fn()) -> u32;
        pub fn border_changed_written(
            all: *mut u8,
            len: usize,
            one: *mut u8,
            change: extern "C" fn(),
            panics: u8,
        ) -> Outcome<u32>;
        pub fn border_changed_last(
            words: *const ffi::Str,
            words_len: usize,
            points: *const Vec2,
            points_len: usize,
            markers: *const u8,
            markers_len: usize,
        ) -> Outcome<*const Vec2>;
        pub fn border_changed_longest(words: *const ffi::Str, len: usize) -> Outcome<ffi::Str<'static>>;
    }
}

#[test]
fn lengths_for_which_there_is_no_memory_are_refused() {
    let one = [Marker::Dot as u8];
    let at = one.as_ptr();
    // The last has no room for what is before a copy; the others, no allocator gives.
    for len in [isize::MAX as usize / 2, isize::MAX as usize - 4096, isize::MAX as usize] {
        // SAFETY: the declarations are those of the shims, and nothing is read of what is refused.
        unsafe {
            let refused = value(abi::border_changed_slice(at, len, ptr::null(), 0, at, 1, overwrite));
            assert_eq!((refused, last_error().contains("`all`")), (Err(INVALID), true));
            let refused = value(abi::border_changed_slice(at, 1, at, len, at, 1, overwrite));
            assert_eq!((refused, last_error().contains("`maybe`")), (Err(INVALID), true));
            assert_eq!(value(abi::border_changed_slice(at, 1, at, 1, at, 1, overwrite)), Ok(3 * Marker::Dot as u32));
        }
    }
}

thread_local! {
    /// What the callback overwrites.
    static TARGETS: Cell<Vec<(*mut u8, usize)>> = const { Cell::new(Vec::new()) };
}

extern "C" fn overwrite() {
    for (at, len) in TARGETS.take() {
        // SAFETY: the test that is running owns it.
        unsafe { ptr::write_bytes(at, 0x77, len) };
    }
}

/// `call` while the callback overwrites these.
fn while_changing<R>(targets: &[(*mut u8, usize)], call: impl FnOnce() -> R) -> R {
    TARGETS.set(targets.to_vec());
    let result = call();
    assert!(TARGETS.take().is_empty(), "the callback was not called");
    result
}

#[test]
fn slices_stay_as_they_were_checked() {
    for len in [1, 255, 256, 257, 100_000] {
        let mut markers = vec![2_u8; len];
        let at = markers.as_mut_ptr();
        let sum = while_changing(&[(at, len)], || {
            // SAFETY: the declaration is that of the shim.
            value(unsafe { abi::border_changed_slice(at, len, at, 1, at, len, overwrite) })
        });
        assert_eq!(sum, Ok(4 * len as u32 + 2));
        assert!(markers.iter().all(|&m| m == 0x77));
    }
}

/// Memory that leads to itself in every way there is.
struct Memory {
    markers: [u8; 4],
    raw: Vec<abi::Raw>,
}

impl Memory {
    fn new(count: usize) -> Box<Self> {
        let mut memory = Box::new(Memory { markers: [1, 2, 2, 1], raw: Vec::new() });
        let at = memory.markers.as_ptr();
        memory.raw = vec![abi::Raw(1, 2, at, at, 4, at.wrapping_add(1), [[2, 1], [9, 0]]); count];
        memory
    }

    const DIGEST: u32 = 1 + 2 + 1 + 6 + 2 + 2;

    fn targets(&mut self) -> [(*mut u8, usize); 2] {
        let bytes = self.raw.len() * size_of::<abi::Raw>();
        [(self.markers.as_mut_ptr(), 4), (self.raw.as_mut_ptr().cast(), bytes)]
    }
}

#[test]
fn structs_stay_as_they_were_checked_and_so_does_what_they_lead_to() {
    for count in [1, 2, 50] {
        let mut memory = Memory::new(count);
        let (targets, at) = (memory.targets(), memory.raw.as_ptr());
        let sum = while_changing(&targets, || {
            // SAFETY: the declaration is that of the shim.
            value(unsafe { abi::border_changed_struct(at, at, count, overwrite) })
        });
        assert_eq!(sum, Ok(Memory::DIGEST * (1 + count as u32)));
    }
}

#[test]
fn values_lead_to_copies() {
    let mut memory = Memory::new(1);
    let (targets, at, raw) = (memory.targets(), memory.markers.as_ptr(), memory.raw[0]);
    let sum = abi::RawSum(1, 5, memory.raw.as_ptr());
    let sum = while_changing(&targets, || {
        // SAFETY: the declaration is that of the shim.
        unsafe { abi::border_changed_value(raw, abi::RawPacked(1, at, 4), sum, overwrite) }
    });
    assert_eq!(sum, 2 * Memory::DIGEST + 6);
}

#[test]
fn what_is_written_comes_back_also_after_a_panic() {
    for panics in [0, 1] {
        let (mut all, mut one) = ([1_u8, 2, 255], 2_u8);
        let (at, one_at) = (all.as_mut_ptr(), &raw mut one);
        let sum = while_changing(&[(at, 3), (one_at, 1)], || {
            // SAFETY: the declaration is that of the shim.
            value(unsafe { abi::border_changed_written(at, 3, one_at, overwrite, panics) })
        });
        assert_eq!(sum, if panics == 0 { Ok(260) } else { Err(super::PANIC) });
        // SAFETY: they live, and nobody borrows them.
        unsafe { assert_eq!((at.read(), at.add(1).read(), at.add(2).read(), one_at.read()), (2, 2, 255, 1)) };
    }
}

#[test]
fn what_is_refused_is_not_written() {
    let (mut all, mut one) = ([1_u8, 2], 77_u8);
    // SAFETY: the declaration is that of the shim.
    let refused = value(unsafe { abi::border_changed_written(all.as_mut_ptr(), 2, &mut one, overwrite, 0) });
    assert_eq!((refused, all, one), (Err(super::INVALID), [1, 2], 77));
}

#[test]
fn what_is_not_checked_is_the_callers_own_memory() {
    let words = ["a", "bcd"].map(ffi::Str::from);
    let points = [1.0, 2.0, 3.0].map(|x| Vec2 { x, y: 0.0 });
    // SAFETY: the declarations are those of the shims.
    unsafe {
        let last = value(abi::border_changed_last(words.as_ptr(), 2, points.as_ptr(), 3, &1, 1));
        assert_eq!(last, Ok(&raw const points[2]));
        let longest = value(abi::border_changed_longest(words.as_ptr(), 2)).unwrap_or_default();
        assert_eq!(longest.as_ptr(), words[1].as_ptr());
    }
}
