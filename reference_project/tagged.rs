//! Enums with data: unit, tuple and struct variants, nested, with every integer as a tag.

use crate::digest::digest;
use crate::enums::{Level, Marker};
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A shape. Nobody wrote `repr(C)`: the macro did.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// No shape at all.
    Nothing,
    /// All points that are as far from the origin.
    Circle {
        /// The distance in metres.
        radius: f64,
    },
    /// Two sides.
    Rectangle {
        /// Towards the east.
        width: f32,
        /// Towards the north.
        height: f32,
    },
    /// A point with a marker and a level, all without names.
    Pin(Vec2, Marker, Level),
    /// One float, without a name.
    Square(f32),
}

/// A change of a canvas: variants of many sizes, after a tag of one byte.
#[ffi_type]
#[repr(C, u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Take the last one back.
    Undo = 3,
    /// Draw a shape: an enum with data in an enum with data.
    Draw(Shape),
    /// Move what is there.
    Move {
        /// The id of what is moved: one byte, and padding.
        id: u8,
        /// Whither.
        to: Vec2,
        /// Whether at once: a byte of which two values are valid.
        at_once: bool,
        /// When, on a clock of 64 bits.
        when: u64,
    } = 200,
    /// Three bytes and an array.
    Paint([u8; 3], [i16; 2]),
    /// Stop, and nothing else.
    Stop = 255,
}

/// A command for a plotter: variants that lead to memory of the caller's.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub enum Command<'a> {
    /// Write a text.
    Write(ffi::Str<'a>),
    /// Draw a line through all points, in a style.
    Line {
        /// The points.
        points: ffi::Slice<'a, Vec2>,
        /// The style.
        style: Marker,
    },
    /// Draw one shape that is elsewhere.
    Far(&'a Shape),
    /// A number, if it is known.
    Count(ffi::Option<u32>),
}

/// A wish: variants that call back.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum Wish<'a> {
    /// Nothing.
    Nothing,
    /// To ask what comes next, if there is somebody to ask.
    Ask(Option<Next<'a>>),
    /// To ask more than once.
    AskAll {
        /// Who is asked.
        next: Next<'a>,
        /// The number of calls, with indices from 0.
        count: u32,
    },
}

/// Asked for what comes after a shape.
#[ffi_type]
pub type Next = extern "C" fn(shape: Shape, index: u32) -> i64;

/// A shape among other fields.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Layer {
    /// One byte, and padding.
    pub depth: u8,
    /// The shape on it.
    pub shape: Shape,
    /// The shapes beside it.
    pub others: [Shape; 2],
    /// Behind them.
    pub visible: bool,
}

/// The shape after it in the order of declaration, made of the same numbers as far as there are any; the first after the last.
///
/// A circle of radius 1.5 follows nothing; a rectangle as wide as its radius and twice as high follows a circle; a pin at that place,
/// mirrored, as a cross on the ground, follows a rectangle; a square of the difference of its coordinates follows a pin.
#[ffi_function]
pub extern "C" fn shape_after(shape: Shape) -> Shape {
    match shape {
        Shape::Nothing => Shape::Circle { radius: 1.5 },
        Shape::Circle { radius } => Shape::Rectangle { width: radius as f32, height: 2.0 * radius as f32 },
        Shape::Rectangle { width, height } if mutant("payload_exchanged") => {
            Shape::Pin(Vec2 { x: width, y: height }, Marker::Cross, Level::Ground)
        }
        Shape::Rectangle { width, height } => Shape::Pin(Vec2 { x: height, y: width }, Marker::Cross, Level::Ground),
        Shape::Pin(at, ..) => Shape::Square(at.x - at.y),
        Shape::Square(_) => Shape::Nothing,
    }
}

/// The area in square metres, if it has one.
#[ffi_function]
pub fn area(shape: Shape) -> Option<f64> {
    match shape {
        Shape::Nothing | Shape::Pin(..) => None,
        Shape::Circle { radius } => Some(radius * radius * 3.0),
        Shape::Rectangle { width, height } => Some(f64::from(width) * f64::from(height)),
        Shape::Square(side) => Some(f64::from(side) * f64::from(side)),
    }
}

/// The digest of the shape's index in the order of declaration, and of all its fields; a marker and a level count as their discriminants.
#[ffi_function]
pub fn shape_digest(shape: &Shape) -> u64 {
    match *shape {
        Shape::Nothing => digest![0_u8],
        Shape::Circle { radius } => digest![1_u8, radius],
        Shape::Rectangle { width, height } => digest![2_u8, width, height],
        Shape::Pin(at, marker, level) => digest![3_u8, at.x, at.y, marker as u8, level as i8],
        Shape::Square(side) => digest![4_u8, side],
    }
}

/// The digest of the change's tag, and of all its fields; a shape counts as its digest.
#[ffi_function]
pub fn change_digest(change: Change) -> u64 {
    match change {
        Change::Undo => digest![3_u8],
        Change::Draw(shape) => digest![4_u8, shape_digest(&shape)],
        Change::Move { id, to, at_once, when } => digest![200_u8, id, to.x, to.y, at_once, when],
        Change::Paint([r, g, b], [x, y]) => digest![201_u8, r, g, b, x, y],
        Change::Stop => digest![255_u8],
    }
}

/// The change that undoes it, if there is one: a draw the next shape, a move to the mirrored point with all else inverted, a paint the
/// reverse.
///
/// # Errors
/// [`Error::Full`](crate::Error::Full) if there is nothing more to undo; there is nothing after a stop.
#[ffi_function]
pub fn change_undone(change: Change) -> Result<Option<Change>, crate::Error> {
    match change {
        Change::Undo => Err(crate::Error::Full),
        Change::Draw(shape) => Ok(Some(Change::Draw(shape_after(shape)))),
        Change::Move { id, to, at_once, when } => {
            Ok(Some(Change::Move { id: !id, to: Vec2 { x: to.y, y: to.x }, at_once: !at_once, when: !when }))
        }
        Change::Paint([r, g, b], [x, y]) => Ok(Some(Change::Paint([b, g, r], [y, x]))),
        Change::Stop => Ok(if mutant("none_in_place_of_a_case") { Some(Change::Stop) } else { None }),
    }
}

/// The digest of the command's index in the order of declaration, and of what it has: bytes, points and their style, a shape's digest,
/// a number or 77.
#[ffi_function]
pub fn command_digest(command: Command) -> u64 {
    match command {
        Command::Write(text) => {
            let last = usize::from(mutant("text_of_a_variant_cut")).min(text.len());
            text.bytes().take(text.len() - last).fold(digest![0_u8], |sum, byte| digest![sum, byte])
        }
        Command::Line { points, style } if mutant("points_of_a_variant_exchanged") => {
            points.iter().rev().fold(digest![1_u8, style as u8], |sum, point| digest![sum, point.x, point.y])
        }
        Command::Line { points, style } => {
            points.iter().fold(digest![1_u8, style as u8], |sum, point| digest![sum, point.x, point.y])
        }
        Command::Far(shape) => digest![2_u8, shape_digest(shape)],
        Command::Count(count) => digest![3_u8, Option::from(count).unwrap_or(77_u32)],
    }
}

/// The sum of what [`Next`] says to [`Shape::Square`] of 0.5: with an index of 9 if it is asked once, and 1 if there is nobody to ask.
#[ffi_function]
pub fn wish_answer(wish: Wish) -> i64 {
    match wish {
        Wish::Nothing => 0,
        Wish::Ask(next) => next.map_or(1, |next| next(Shape::Square(0.5), 9)),
        Wish::AskAll { next, count } => (0..count).map(|index| next(Shape::Square(0.5), index)).sum(),
    }
}

/// Replaces the shape that `shape` points to by what comes after it, and returns the digest of what was there.
#[ffi_function]
pub fn shape_advance(shape: &mut Shape) -> u64 {
    let before = shape_digest(shape);
    *shape = shape_after(*shape);
    before
}

/// The digest of all shapes' digests.
#[ffi_function]
pub fn shapes_digest(shapes: &[Shape]) -> u64 {
    shapes.iter().fold(0, |sum, shape| digest![sum, shape_digest(shape)])
}

/// The other shapes exchanged, the shape after its own, one deeper, and the other visibility.
#[ffi_function]
pub fn layer_changed(layer: Layer) -> Layer {
    let Layer { depth, shape, others: [first, second], visible } = layer;
    Layer { depth: depth.wrapping_add(1), shape: shape_after(shape), others: [second, first], visible: !visible }
}

/// Calls `next` with each shape after `from` until it returns 0 or five were shown, and returns the sum of what it returned.
#[ffi_function]
pub fn show_shapes(from: Shape, next: Next) -> i64 {
    let shapes = std::iter::successors(Some(from), |shape| Some(shape_after(*shape)));
    shapes.zip(0..5).map(|(shape, i)| next(shape, i)).take_while(|answer| *answer != 0).sum()
}

/// Enums with data on a tag of each integer: three variants at the lowest, a middle and the highest value, as far as rustc allows: with
/// `repr(C, …)`, they must fit into an `int` or an `unsigned int`.
macro_rules! tags {
    ($($name:ident, $function:ident, $repr:ident, $low:expr, $middle:expr, $high:expr;)*) => {$(
        #[doc = "Its tag is what its name says."]
        #[ffi_type]
        #[repr(C, $repr)]
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum $name {
            /// The lowest tag.
            Low(u8) = $low,
            /// Another one.
            Middle {
                /// Four bytes.
                a: i32,
                /// Two bytes.
                b: u16,
            } = $middle,
            /// The highest tag.
            High = $high,
        }

        #[doc = "The next one, and the first after the last: `Low(a)`, `Middle { a: -a, b: a << 8 }`, `High`, `Low(0xA5)`."]
        #[ffi_function]
        pub extern "C" fn $function(value: $name) -> $name {
            match value {
                $name::Low(a) => $name::Middle { a: -i32::from(a), b: u16::from(a) << 8 },
                $name::Middle { .. } => $name::High,
                $name::High => $name::Low(0xA5),
            }
        }
    )*};
}

tags! {
    ByI8, after_by_i8, i8, i8::MIN, -1, i8::MAX;
    ByI16, after_by_i16, i16, i16::MIN, -1, i16::MAX;
    ByI32, after_by_i32, i32, i32::MIN, -1, i32::MAX;
    ByI64, after_by_i64, i64, -0x8000_0000, -1, 0x7FFF_FFFF;
    ByIsize, after_by_isize, isize, -7, -1, 7;
    ByU8, after_by_u8, u8, 0, 0x80, u8::MAX;
    ByU16, after_by_u16, u16, 0, 0x8000, u16::MAX;
    ByU32, after_by_u32, u32, 0, 0x8000_0000, u32::MAX;
    ByU64, after_by_u64, u64, 0, 0x8000_0000, 0xFFFF_FFFF;
    ByUsize, after_by_usize, usize, 0, 1, 7;
}
