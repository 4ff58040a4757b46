//! Each kind of type in each place where a type can stand, bare and guarded.

use super::flags::Access;
use super::packed::{ByTwo, RawTwo};
use super::tagged::Shape;
use super::transparent::Distance;
use super::{INVALID, NULL, value};
use interoptopus::border::Outcome;
use interoptopus::ffi::{self, Flags};
use interoptopus::{ffi_function, ffi_type};

#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug)]
pub enum Refusal {
    Flat = 3,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union Word {
    pub whole: u32,
    pub halves: [u16; 2],
}

/// All of them as fields, and as options and slices in fields.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Everything<'a> {
    pub shape: ffi::Option<Shape>,
    pub shapes: ffi::Slice<'a, Shape>,
    pub packed: ffi::Option<ByTwo>,
    pub flags: ffi::Slice<'a, Flags<Access>>,
    pub word: [Word; 2],
    pub distance: Option<&'a Distance>,
}

#[ffi_type]
pub type Each = extern "C" fn(shape: Shape, word: Word, packed: ByTwo, flags: Flags<Access>, distance: &Distance) -> Word;

#[ffi_function]
pub fn positions_result(shape: Option<Shape>, fail: bool) -> Result<Option<Shape>, Refusal> {
    if fail { Err(Refusal::Flat) } else { Ok(shape) }
}

#[ffi_function]
pub extern "C" fn positions_bare(word: Word, packed: ByTwo, distance: Distance, flags: Flags<Access>) -> Shape {
    // SAFETY: any bytes are a number.
    let half = unsafe { word.halves[1] };
    if flags.contains(Access::Write) && packed.1 == 1 << 40 {
        Shape::Circle { radius: distance.0 + f64::from(half), marker: packed.2 }
    } else {
        Shape::Nothing
    }
}

#[ffi_function]
pub fn positions_everything(everything: Everything) -> u64 {
    let Everything { shape, shapes, packed, flags, word, distance } = everything;
    // SAFETY: any bytes are a number.
    let word = u64::from(unsafe { word[1].whole });
    let packed = packed.into_option().map_or(0, |packed| packed.1);
    let flags: u64 = flags.iter().map(|flags| u64::from(flags.bits())).sum();
    word + packed + flags + shapes.len() as u64 + u64::from(shape.is_some()) + distance.map_or(0, |distance| distance.0 as u64)
}

#[ffi_function]
pub fn positions_shapes() -> &'static [Shape] {
    &[Shape::Nothing, Shape::Named(true)]
}

#[ffi_function]
pub fn positions_call(each: Each, shape: Shape) -> Word {
    each(shape, Word { whole: 7 }, ByTwo(1, 2, super::Marker::Cross), Access::Own.into(), &Distance(0.5))
}

#[ffi_function]
pub fn positions_write(shapes: &mut [Shape], word: &mut Word, flags: Option<&mut Flags<Access>>) {
    shapes.fill(Shape::Named(true));
    word.whole = u32::MAX;
    if let Some(flags) = flags {
        flags.insert(Access::Own);
    }
}

mod c {
    use super::{Outcome, RawTwo, Shape, Word};

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct RawShape {
        pub tag: i32,
        pub payload: [u64; 2],
    }

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Maybe<T> {
        pub value: T,
        pub is_some: u8,
    }

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Span<T>(pub *const T, pub usize);

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Everything {
        pub shape: Maybe<RawShape>,
        pub shapes: Span<RawShape>,
        pub packed: Maybe<RawTwo>,
        pub flags: Span<u8>,
        pub word: [u32; 2],
        pub distance: *const f64,
    }

    pub type Each = extern "C" fn(Shape, Word, RawTwo, u8, *const f64) -> Word;

    #[repr(C)]
    pub struct Slice {
        pub data: *const Shape,
        pub len: usize,
    }

    unsafe extern "C" {
        pub fn types_positions_result(shape: Maybe<RawShape>, fail: u8) -> Outcome<Maybe<RawShape>>;
        pub fn types_positions_bare(word: u32, packed: RawTwo, distance: f64, flags: u8) -> Shape;
        pub fn types_positions_everything(everything: Everything) -> Outcome<u64>;
        pub fn types_positions_shapes() -> Outcome<Slice>;
        pub fn types_positions_call(each: Option<Each>, shape: RawShape) -> Outcome<Word>;
        pub fn types_positions_write(shapes: *mut RawShape, len: usize, word: *mut u32, flags: *mut u8) -> i32;
    }
}

const LINE: c::RawShape = c::RawShape { tag: 2, payload: [1, 2] };
const UNKNOWN: c::RawShape = c::RawShape { tag: 4, payload: [0, 0] };

#[test]
fn results_and_options_have_them() {
    let call = |value, is_some, fail| {
        // SAFETY: the declarations are those of the shims.
        super::value(unsafe { c::types_positions_result(c::Maybe { value, is_some }, fail) })
    };
    let some = call(LINE, 1, 0).unwrap();
    assert_eq!((some.is_some, some.value.tag, some.value.payload), (1, 2, [1, 2]));
    assert_eq!(call(UNKNOWN, 0, 0).map(|none| none.is_some), Ok(0));
    assert_eq!((call(LINE, 1, 1).map(|_| ()), call(UNKNOWN, 1, 0).map(|_| ())), (Err(3), Err(INVALID)));
}

#[test]
fn bare_functions_take_and_give_them() {
    let word = u32::from_ne_bytes([0, 0, 2, 0]);
    // SAFETY: the declarations are those of the shims.
    let shape = unsafe { c::types_positions_bare(word, RawTwo(9, 1 << 40, 255), 0.5, 2) };
    assert_eq!(shape, Shape::Circle { radius: 2.5, marker: super::Marker::Hidden });
    // SAFETY: as above.
    assert_eq!(unsafe { c::types_positions_bare(word, RawTwo(9, 1, 1), 0.5, 0) }, Shape::Nothing);
}

#[test]
fn they_are_fields_in_all_forms() {
    let (shapes, flags, distance) = ([LINE, LINE], [131, 1, 0], 1000.0);
    let good = c::Everything {
        shape: c::Maybe { value: LINE, is_some: 1 },
        shapes: c::Span(shapes.as_ptr(), 2),
        packed: c::Maybe { value: RawTwo(0, 1 << 50, 1), is_some: 1 },
        flags: c::Span(flags.as_ptr(), 3),
        word: [1, u32::MAX],
        distance: &distance,
    };
    let call = |everything| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_positions_everything(everything) })
    };
    assert_eq!(call(good), Ok(u64::from(u32::MAX) + (1 << 50) + 132 + 2 + 1 + 1000));
    assert_eq!(call(c::Everything { shape: c::Maybe { value: UNKNOWN, is_some: 1 }, ..good }), Err(INVALID));
    assert_eq!(call(c::Everything { packed: c::Maybe { value: RawTwo(0, 1, 0), is_some: 1 }, ..good }), Err(INVALID));
    assert_eq!(call(c::Everything { flags: c::Span([4].as_ptr(), 1), ..good }), Err(INVALID));
    assert_eq!(call(c::Everything { shapes: c::Span([LINE, UNKNOWN].as_ptr(), 2), ..good }), Err(INVALID));
    assert_eq!(call(c::Everything { shapes: c::Span(std::ptr::null(), 2), ..good }), Err(NULL));
    let gone = c::Everything { shape: c::Maybe { value: UNKNOWN, is_some: 0 }, distance: std::ptr::null(), ..good };
    assert_eq!(call(gone), Ok(u64::from(u32::MAX) + (1 << 50) + 132 + 2));
}

#[test]
fn they_go_out_in_slices_and_to_callbacks() {
    // SAFETY: the declarations are those of the shims.
    let slice =
        value(unsafe { c::types_positions_shapes() }).map(|slice| unsafe { std::slice::from_raw_parts(slice.data, slice.len) });
    assert_eq!(slice, Ok(&[Shape::Nothing, Shape::Named(true)][..]));
    extern "C" fn each(shape: Shape, word: Word, packed: RawTwo, flags: u8, distance: *const f64) -> Word {
        // SAFETY: Rust passes valid values.
        let (word, distance) = unsafe { (word.whole, *distance) };
        assert_eq!((shape, word, packed, flags, distance), (Shape::Named(true), 7, RawTwo(1, 2, 2), 128, 0.5));
        Word { halves: [0xabcd; 2] }
    }
    let named = c::RawShape { tag: 3, payload: [u64::from_ne_bytes([1; 8]), 0] };
    // SAFETY: as above.
    let word = value(unsafe { c::types_positions_call(Some(each), named) });
    // SAFETY: any bytes are a number.
    assert_eq!(word.map(|word| unsafe { word.whole }), Ok(0xabcd_abcd));
    // SAFETY: as above.
    assert_eq!(value(unsafe { c::types_positions_call(None, named) }).map(|_| ()), Err(NULL));
}

#[test]
fn rust_writes_them_behind_pointers() {
    let (mut shapes, mut word, mut flags) = ([LINE, LINE], 0, 1);
    // SAFETY: the declarations are those of the shims.
    let status = unsafe { c::types_positions_write(shapes.as_mut_ptr(), 2, &mut word, &mut flags) };
    assert_eq!(
        (status, shapes.map(|s| s.tag), shapes[1].payload[0].to_ne_bytes()[0], word, flags),
        (0, [3, 3], 1, u32::MAX, 129)
    );
    shapes[1] = UNKNOWN;
    // SAFETY: as above.
    assert_eq!(unsafe { c::types_positions_write(shapes.as_mut_ptr(), 2, &mut word, std::ptr::null_mut()) }, INVALID);
    assert_eq!(shapes[0].tag, 3);
}
