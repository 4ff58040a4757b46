//! Function pointers that other languages hand in, with arguments and results of many types.

use crate::enums::Level;
use crate::mutants::mutant;
use crate::options::Reading;
use crate::structs::{Block, Vec2, Wide};
use interoptopus::{ffi, ffi_function, ffi_type};

/// Called once for each point; returns whether to go on.
#[ffi_type]
pub type Visit = extern "C" fn(index: u32, point: Vec2) -> ffi::Bool;

/// Makes one number of many arguments.
#[ffi_type]
pub type Combine = extern "C" fn(a: u8, b: i64, c: f32, d: f64, point: Vec2, level: Level, yes: ffi::Bool) -> f64;

/// Gets one word.
#[ffi_type]
pub type Word = extern "C" fn(word: ffi::Str);

/// Gets a few numbers, and makes one of them.
#[ffi_type]
pub type Chunk = extern "C" fn(values: ffi::Slice<u16>) -> u64;

/// Makes another point of one.
#[ffi_type]
pub type Transform = extern "C" fn(point: Vec2) -> Vec2;

/// Gets a struct with arrays, one with options, and points, and makes a struct of them.
#[ffi_type]
pub type Compose = extern "C" fn(block: Block, reading: Reading, points: ffi::Slice<Vec2>, best: &Vec2) -> Wide;

/// Makes a number of nothing.
#[ffi_type]
pub type Produce = extern "C" fn() -> i64;

/// Called when something is over.
#[ffi_type]
pub type Done = extern "C" fn();

/// Calls `each` with every point until it returns false; returns how often it returned true.
#[ffi_function]
pub fn visit(points: ffi::Slice<Vec2>, each: Visit) -> u32 {
    let last = points.len().saturating_sub(1);
    let called = |i: usize, p: &Vec2| i == last && mutant("callback_not_called") || each(i as u32, *p).into();
    points.iter().enumerate().take_while(|(i, p)| called(*i, p)).count() as u32
}

/// Twice what `with` makes of 200, the lowest `i64`, 0.5, -2.25, the point (3, -4), [`Level::Lowest`] and true.
#[ffi_function]
pub fn combine(with: Combine) -> f64 {
    let point = if mutant("arguments_exchanged") { Vec2 { x: -4.0, y: 3.0 } } else { Vec2 { x: 3.0, y: -4.0 } };
    2.0 * with(200, i64::MIN, 0.5, -2.25, point, Level::Lowest, true.into())
}

/// The value that `with` returns for the values that are made here: each number in them is another one.
#[ffi_function]
pub fn compose(with: Compose) -> Wide {
    let points = [Vec2 { x: 1.0, y: 2.0 }, Vec2 { x: 3.0, y: 4.0 }];
    let block = Block { id: 5, bytes: [6, 7, 8, 9, 10], points, ratios: [11.0, 12.0, 13.0] };
    let temperature = if mutant("option_filled") { ffi::Option::some(0.0) } else { ffi::Option::NONE };
    let reading = Reading { temperature, place: ffi::Option::some(Vec2 { x: 14.0, y: 15.0 }), id: 16 };
    with(block, reading, points.as_slice().into(), &points[1])
}

/// Calls `word` with each word of `text`, and returns how many there are.
#[ffi_function]
pub fn each_word(text: &str, word: Word) -> u32 {
    text.split_whitespace().map(|w| word(w.into())).count() as u32
}

/// Calls `chunk` with up to `len` values at a time, and returns the sum of what it made of them.
#[ffi_function]
pub fn each_chunk(values: &[u16], len: usize, chunk: Chunk) -> u64 {
    let cut = usize::from(mutant("slice_cut"));
    values.chunks(len).map(|c| chunk(c[..c.len() - cut].into())).sum()
}

/// Replaces every point by what `with` makes of it.
#[ffi_function]
pub fn transform(points: &mut [Vec2], with: Transform) {
    points.iter_mut().for_each(|p| *p = with(*p));
}

/// The result of `first` minus that of `second`; `first` is called first.
#[ffi_function]
pub fn difference(first: Produce, second: Produce) -> i64 {
    let first = first();
    first.wrapping_sub(second())
}

/// Calls `done` if there is one, and says whether there was.
#[ffi_function]
pub fn call_if(done: Option<Done>) -> bool {
    done.map(|done| done()).is_some()
}

/// The result of `produce`, called by a thread of Rust's own.
#[ffi_function]
pub fn produce_on_a_thread(produce: Produce) -> i64 {
    #[allow(clippy::redundant_closure)] // It would move what has no size.
    std::thread::scope(|scope| scope.spawn(|| produce()).join().expect("the thread only calls back"))
}
