//! Enums with data: a tag, and the fields of its variant, which are checked before anybody takes the bytes for the enum.

use super::{INVALID, Marker, NULL, assert_memory, ffi_inventory, value};
use interoptopus::model::{Primitive, Tagged, Visibility};
use interoptopus::{ffi, ffi_function, ffi_type};
use std::mem::{ManuallyDrop, offset_of};

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub x: f32,
    pub y: f32,
}

/// What one can draw.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Shape {
    /// Nothing at all.
    Nothing,
    Circle {
        /// In metres.
        radius: f64,
        marker: Marker,
    },
    Line(Point, Point),
    Named(bool),
}

/// A byte before, and others to choose from.
#[ffi_type]
#[repr(C, u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Token {
    End = 7,
    Digit(u8),
    Wide { high: u64, low: u8 } = 200,
    Inner(Shape),
    Last = 255,
}

#[ffi_type]
#[repr(C, i16)]
#[derive(Clone, Copy, Debug)]
pub enum Borrowing<'a> {
    Text(ffi::Str<'a>) = -2,
    At(&'a Marker),
    Maybe(Option<&'a u32>) = i16::MAX,
    Empty {} = i16::MIN,
}

#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Drawing {
    pub layer: u8,
    pub shapes: [Shape; 2],
}

#[ffi_function]
pub fn tagged_scale(shape: Shape, by: f64) -> Shape {
    match shape {
        Shape::Nothing => Shape::Line(Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: by as f32 }),
        Shape::Circle { radius, marker } => Shape::Circle { radius: radius * by, marker },
        Shape::Line(a, b) => Shape::Line(b, a),
        Shape::Named(sure) => Shape::Named(!sure),
    }
}

#[ffi_function]
pub fn tagged_token(token: &Token) -> Token {
    match *token {
        Token::End => Token::Wide { high: u64::MAX, low: 1 },
        Token::Wide { high, low } => Token::Digit((high % 256) as u8 + low),
        Token::Digit(digit) => Token::Digit(digit.wrapping_add(1)),
        Token::Inner(shape) => Token::Inner(tagged_scale(shape, 2.0)),
        Token::Last => Token::End,
    }
}

#[ffi_function]
pub fn tagged_borrowing(borrowing: Borrowing) -> u32 {
    match borrowing {
        Borrowing::Text(text) => text.as_str().len() as u32,
        Borrowing::At(marker) => *marker as u32,
        Borrowing::Maybe(number) => number.copied().unwrap_or(77),
        Borrowing::Empty {} => 99,
    }
}

#[ffi_function]
pub fn tagged_count(drawings: &[Drawing], maybe: Option<Shape>) -> u32 {
    let lines = |shapes: &[Shape]| shapes.iter().filter(|shape| matches!(shape, Shape::Line(..))).count() as u32;
    drawings.iter().map(|drawing| lines(&drawing.shapes)).sum::<u32>() + maybe.map_or(100, |shape| lines(&[shape]))
}

/// The same as C declares it.
mod c {
    use super::{ManuallyDrop, Point};

    #[repr(C)]
    pub struct Shape {
        pub tag: i32,
        pub payload: Payload,
    }

    #[repr(C)]
    pub union Payload {
        pub circle: ManuallyDrop<Circle>,
        pub line: ManuallyDrop<Line>,
        pub named: u8,
        pub bytes: [u8; 16],
    }

    #[repr(C)]
    pub struct Circle {
        pub radius: f64,
        pub marker: u8,
    }

    #[repr(C)]
    pub struct Line {
        pub field0: Point,
        pub field1: Point,
    }

    #[repr(C)]
    pub struct Token {
        pub tag: u8,
        pub payload: TokenPayload,
    }

    #[repr(C)]
    pub union TokenPayload {
        pub digit: u8,
        pub wide: ManuallyDrop<Wide>,
        pub inner: ManuallyDrop<Shape>,
    }

    #[repr(C)]
    pub struct Wide {
        pub high: u64,
        pub low: u8,
    }

    #[repr(C)]
    #[derive(Clone, Copy)]
    pub struct Borrowing {
        pub tag: i16,
        pub first: *const u8,
        pub second: usize,
    }

    #[repr(C)]
    pub struct Drawing {
        pub layer: u8,
        pub shapes: [Shape; 2],
    }

    #[repr(C)]
    pub struct OptionShape {
        pub shape: Shape,
        pub is_some: u8,
    }

    use interoptopus::border::Outcome;
    unsafe extern "C" {
        pub fn types_tagged_scale(shape: Shape, by: f64) -> Outcome<super::Shape>;
        pub fn types_tagged_token(token: *const Token) -> Outcome<super::Token>;
        pub fn types_tagged_borrowing(borrowing: Borrowing) -> Outcome<u32>;
        pub fn types_tagged_count(drawings: *const Drawing, len: usize, maybe: OptionShape) -> Outcome<u32>;
    }
}

fn circle(radius: f64, marker: u8) -> c::Shape {
    c::Shape { tag: 1, payload: c::Payload { circle: ManuallyDrop::new(c::Circle { radius, marker }) } }
}

fn named(byte: u8) -> c::Shape {
    let mut payload = c::Payload { bytes: [0xee; 16] };
    payload.named = byte;
    c::Shape { tag: 3, payload }
}

fn tag(tag: i32) -> c::Shape {
    c::Shape { tag, payload: c::Payload { bytes: [0xff; 16] } }
}

fn line() -> c::Shape {
    let (field0, field1) = (Point { x: 1.0, y: f32::MIN }, Point { x: -0.0, y: f32::INFINITY });
    c::Shape { tag: 2, payload: c::Payload { line: ManuallyDrop::new(c::Line { field0, field1 }) } }
}

#[test]
fn each_variant_crosses_with_its_fields() {
    let scale = |shape| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_tagged_scale(shape, 4.0) })
    };
    assert_eq!(scale(tag(0)), Ok(Shape::Line(Point { x: 1.0, y: 2.0 }, Point { x: 3.0, y: 4.0 })));
    assert_eq!(scale(circle(-1.5, 255)), Ok(Shape::Circle { radius: -6.0, marker: Marker::Hidden }));
    assert_eq!(scale(line()), Ok(Shape::Line(Point { x: -0.0, y: f32::INFINITY }, Point { x: 1.0, y: f32::MIN })));
    assert_eq!(scale(named(1)), Ok(Shape::Named(false)));
}

#[test]
fn an_unknown_tag_and_an_invalid_field_are_refused() {
    let bad = [tag(4), tag(-1), tag(i32::MIN), tag(1 << 8), circle(0.0, 0), circle(0.0, 3), named(2), named(255)];
    for shape in bad {
        // SAFETY: the declarations are those of the shims.
        assert_eq!(value(unsafe { c::types_tagged_scale(shape, 1.0) }), Err(INVALID));
    }
}

#[test]
fn discriminants_are_what_the_author_says() {
    let token = |tag, payload| {
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_tagged_token(&c::Token { tag, payload }) })
    };
    let digit = |tag| token(tag, c::TokenPayload { digit: 255 });
    for unknown in (0..=255).filter(|tag| ![7, 8, 200, 201, 255].contains(tag)) {
        assert_eq!(digit(unknown), Err(INVALID), "{unknown}");
    }
    assert_eq!(digit(7), Ok(Token::Wide { high: u64::MAX, low: 1 }));
    assert_eq!(digit(8), Ok(Token::Digit(0)));
    assert_eq!(digit(255), Ok(Token::End));
    let wide = c::TokenPayload { wide: ManuallyDrop::new(c::Wide { high: 41, low: 1 }) };
    assert_eq!(token(200, wide), Ok(Token::Digit(42)));
    let inner = |shape| c::TokenPayload { inner: ManuallyDrop::new(shape) };
    assert_eq!(token(201, inner(circle(2.0, 2))), Ok(Token::Inner(Shape::Circle { radius: 4.0, marker: Marker::Cross })));
    assert_eq!(token(201, inner(circle(2.0, 9))), Err(INVALID));
    assert_eq!(token(201, inner(tag(4))), Err(INVALID));
    // SAFETY: as above.
    assert_eq!(value(unsafe { c::types_tagged_token(std::ptr::null()) }), Err(NULL));
}

#[test]
fn what_a_variant_borrows_is_checked() {
    let borrow = |tag, first: *const u8, second| {
        // SAFETY: the declarations are those of the shims; the addresses are good where they are looked at.
        value(unsafe { c::types_tagged_borrowing(c::Borrowing { tag, first, second }) })
    };
    let (null, five) = (std::ptr::null(), 5_u32);
    assert_eq!(borrow(-2, "Grüße".as_ptr(), 7), Ok(7));
    assert_eq!(borrow(-2, [0xff].as_ptr(), 1), Err(-3));
    assert_eq!(borrow(-2, null, 1), Err(NULL));
    assert_eq!(borrow(-1, &255, 0), Ok(255));
    assert_eq!(borrow(-1, &254, 0), Err(INVALID));
    assert_eq!(borrow(-1, null, 0), Err(NULL));
    assert_eq!(borrow(i16::MAX, null, 0), Ok(77));
    assert_eq!(borrow(i16::MAX, (&raw const five).cast(), 0), Ok(5));
    assert_eq!(borrow(i16::MAX, (&raw const five).cast::<u8>().wrapping_add(1), 0), Err(INVALID));
    assert_eq!(borrow(i16::MIN, null, 0), Ok(99));
    assert_eq!(borrow(0, null, 0), Err(INVALID));
}

#[test]
fn they_are_checked_however_deep_they_lie() {
    let count = |shapes: [c::Shape; 2], shape, is_some| {
        let drawings = [c::Drawing { layer: 0, shapes }];
        // SAFETY: the declarations are those of the shims.
        value(unsafe { c::types_tagged_count(drawings.as_ptr(), 1, c::OptionShape { shape, is_some }) })
    };
    assert_eq!(count([line(), tag(0)], line(), 1), Ok(2));
    assert_eq!(count([line(), line()], tag(9), 0), Ok(102));
    assert_eq!(count([line(), tag(9)], line(), 1), Err(INVALID));
    assert_eq!(count([line(), line()], tag(9), 1), Err(INVALID));
}

fn tagged(name: &str) -> Tagged {
    ffi_inventory().tagged().iter().find(|t| t.head.name == name).unwrap().clone()
}

#[test]
fn the_inventory_has_their_cases() {
    let shape = tagged("Shape");
    assert_eq!((shape.repr, shape.head.docs.as_str()), (Primitive::I32, "What one can draw."));
    let cases: Vec<_> = shape.cases.iter().map(|c| (c.name.as_str(), c.value, c.docs.as_str())).collect();
    assert_eq!(cases, [("Nothing", 0, "Nothing at all."), ("Circle", 1, ""), ("Line", 2, ""), ("Named", 3, "")]);
    let fields = |case: usize| shape.cases[case].fields.iter().map(|f| (f.name.as_str(), f.docs.as_str())).collect::<Vec<_>>();
    assert_eq!(fields(1), [("radius", "In metres."), ("marker", "")]);
    assert_eq!(fields(2), [("field0", ""), ("field1", "")]);
    assert_eq!(fields(3), [("value", "")]);
    assert!(shape.cases.iter().flat_map(|case| &case.fields).all(|field| field.visibility == Visibility::Public));
    let values = |name: &str| tagged(name).cases.iter().map(|c| c.value).collect::<Vec<_>>();
    assert_eq!((tagged("Token").repr, values("Token")), (Primitive::U8, vec![7, 8, 200, 201, 255]));
    assert_eq!((tagged("Borrowing").repr, values("Borrowing")), (Primitive::I16, vec![-2, -1, 32767, -32768]));
}

#[test]
fn the_layout_is_that_of_c() {
    assert_eq!((size_of::<c::Shape>(), size_of::<c::Token>()), (size_of::<Shape>(), size_of::<Token>()));
    let at = offset_of!(c::Shape, payload);
    assert_memory::<Shape>(
        "Shape",
        &[
            ("tag", 0, 4),
            ("Circle.radius", at, 8),
            ("Line.field0", at, 8),
            ("Named.value", at, 1),
            ("Circle.marker", at + offset_of!(c::Circle, marker), 1),
            ("Line.field1", at + offset_of!(c::Line, field1), 8),
        ],
    );
    let at = offset_of!(c::Token, payload);
    assert_memory::<Token>(
        "Token",
        &[
            ("tag", 0, 1),
            ("Digit.value", at, 1),
            ("Wide.high", at, 8),
            ("Inner.value", at, size_of::<Shape>()),
            ("Wide.low", at + offset_of!(c::Wide, low), 1),
        ],
    );
}
