//! Generic types, each instance a type of its own: type and const parameters, lifetimes, associated types, and parameters that take no room.

use crate::digest::digest;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_function, ffi_type};
use std::marker::PhantomData;

/// Two values of any types.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair<A, B> {
    /// The first.
    pub first: A,
    /// The second.
    pub second: B,
}

/// Up to `N` bytes.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Buffer<const N: usize> {
    /// The number of bytes that are in use.
    pub used: u16,
    /// All of them.
    pub bytes: [u8; N],
}

/// A borrowed value, and borrowed others.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Borrowed<'a, T> {
    /// The value.
    pub best: &'a T,
    /// Others.
    pub others: ffi::Slice<'a, T>,
}

/// A unit that a quantity is measured in.
pub trait Unit {
    /// The type of its numbers.
    type Number: Copy;
}

/// Metres, by floats.
#[derive(Clone, Copy, Debug)]
pub struct Metre;

impl Unit for Metre {
    type Number = f64;
}

/// Pieces, by integers.
#[derive(Clone, Copy, Debug)]
pub struct Piece;

impl Unit for Piece {
    type Number = u16;
}

/// A number with its unit, which takes no room.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Quantity<U: Unit>
where
    U::Number: Copy,
{
    /// The amount.
    pub amount: U::Number,
    /// Of what.
    pub unit: PhantomData<U>,
    /// The certainty of the amount, from 0 to 255.
    pub certainty: u8,
}

/// A generic tuple that is its field.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Labelled<T, U>(pub T, pub PhantomData<U>);

/// `(first ^ 0xFF, -second)`.
#[ffi_function]
pub extern "C" fn pair_small_changed(pair: Pair<u8, f64>) -> Pair<u8, f64> {
    Pair { first: !pair.first, second: if mutant("second_kept") { pair.second } else { -pair.second } }
}

/// The point mirrored, and the number's bytes reversed.
#[ffi_function]
pub fn pair_mirrored(pair: Pair<Vec2, i64>) -> Pair<Vec2, i64> {
    let Pair { first, second } = pair;
    Pair { first: Vec2 { x: first.y, y: first.x }, second: second.swap_bytes() }
}

/// The digest of all four numbers of a pair of pairs, in their order.
#[ffi_function]
pub fn pair_nested_digest(pair: &Pair<Pair<i8, u32>, Pair<u16, f32>>) -> u64 {
    digest![pair.first.first, pair.first.second, pair.second.first, pair.second.second]
}

/// The digest of all pairs.
#[ffi_function]
pub fn pairs_digest(pairs: &[Pair<u8, f64>]) -> u64 {
    pairs.iter().fold(0, |sum, pair| digest![sum, pair.first, pair.second])
}

/// One byte more, if there is room.
#[ffi_function]
pub fn buffer_push(buffer: &mut Buffer<4>, byte: u8) -> bool {
    let room = buffer.bytes.get_mut(usize::from(buffer.used)).map(|place| *place = byte);
    buffer.used += u16::from(room.is_some());
    room.is_some()
}

/// The bytes in use, reversed; the others as they are.
#[ffi_function]
pub extern "C" fn buffer_reversed(mut buffer: Buffer<300>) -> Buffer<300> {
    let used = usize::from(buffer.used).min(300);
    buffer.bytes[..used].reverse();
    buffer
}

/// The digest of the best, and of all others.
#[ffi_function]
pub fn borrowed_digest(borrowed: Borrowed<u32>) -> u64 {
    borrowed.others.iter().fold(digest![*borrowed.best], |sum, other| digest![sum, *other])
}

/// The best as it is, if it is in the midst of the others.
#[ffi_function]
pub fn borrowed_between(borrowed: Borrowed<Vec2>) -> Option<Vec2> {
    borrowed.others.contains(borrowed.best).then_some(*borrowed.best)
}

/// Twice as much, half as certain.
#[ffi_function]
pub fn metres_doubled(length: Quantity<Metre>) -> Quantity<Metre> {
    Quantity { amount: length.amount * 2.0, certainty: length.certainty / 2, ..length }
}

/// Twice as many, half as certain.
#[ffi_function]
pub extern "C" fn pieces_doubled(count: Quantity<Piece>) -> Quantity<Piece> {
    Quantity { amount: count.amount.wrapping_mul(2), certainty: count.certainty / 2, ..count }
}

/// The next number; the label takes no room.
#[ffi_function]
pub fn labelled_next(number: Labelled<u32, Vec2>) -> Labelled<u32, Vec2> {
    Labelled(number.0.wrapping_add(1), PhantomData)
}
