//! Surrogates: types that stand for somebody else's.

use super::{INVALID, assert_memory, value};
use interoptopus::border::Outcome;
use interoptopus::{ffi_function, ffi_type};

/// A crate of somebody else's.
mod their_crate {
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Point {
        pub y: f32,
        pub x: f32,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub struct Segment(pub Point, pub u8, pub Side);

    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Side {
        Left,
        Right,
    }

    #[derive(Clone, Debug, PartialEq)]
    pub enum Command {
        Stop,
        Go { to: Point },
        Turn(Side, u16),
    }

    pub fn mirror(segment: &Segment) -> Segment {
        let Segment(Point { x, y }, number, side) = *segment;
        Segment(Point { x: y, y: x }, number, if side == Side::Left { Side::Right } else { Side::Left })
    }
}

#[ffi_type(surrogate = their_crate::Point)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub x: f32,
    pub y: f32,
}

#[ffi_type(surrogate = their_crate::Segment)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment(pub Place, pub u8, pub Side);

#[ffi_type(surrogate = self::their_crate::Side)]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Side {
    Left = 10,
    Right = 20,
}

#[ffi_type(surrogate = their_crate::Command)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Command {
    Stop,
    Go { to: Place },
    Turn(Side, u16),
}

/// A type of somebody else's that is an instance of a generic one.
#[ffi_type(surrogate = std::ops::Range<u16>)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    pub start: u16,
    pub end: u16,
}

#[ffi_function]
pub fn surrogates_mirror(segment: Segment) -> Segment {
    their_crate::mirror(&segment.into()).into()
}

mod abi {
    use super::*;

    #[repr(C)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct RawSegment {
        pub x: f32,
        pub y: f32,
        pub number: u8,
        pub side: u8,
    }

    unsafe extern "C" {
        pub fn types_surrogates_mirror(segment: RawSegment) -> Outcome<RawSegment>;
    }
}

#[test]
fn fields_are_matched_by_name_and_converted() {
    let segment = abi::RawSegment { x: 1.5, y: -2.5, number: 255, side: 10 };
    // SAFETY: the declarations are those of the shims.
    let mirrored = value(unsafe { abi::types_surrogates_mirror(segment) });
    assert_eq!(mirrored, Ok(abi::RawSegment { x: -2.5, y: 1.5, number: 255, side: 20 }));
    // SAFETY: as above.
    assert_eq!(value(unsafe { abi::types_surrogates_mirror(abi::RawSegment { side: 0, ..segment }) }), Err(INVALID));
    assert_memory::<Segment>("Segment", &[("field0", 0, 8), ("field1", 8, 1), ("field2", 9, 1)]);
}

#[test]
fn it_may_be_an_instance_of_a_generic_type() {
    assert_eq!(std::ops::Range::from(Interval { start: 1, end: 65535 }), 1..65535);
    assert_eq!(Interval::from(2..300), Interval { start: 2, end: 300 });
}

#[test]
fn each_variant_has_its_counterpart() {
    let both = [
        (Command::Stop, their_crate::Command::Stop),
        (Command::Go { to: Place { x: 1.0, y: 2.0 } }, their_crate::Command::Go { to: their_crate::Point { x: 1.0, y: 2.0 } }),
        (Command::Turn(Side::Right, 7), their_crate::Command::Turn(their_crate::Side::Right, 7)),
    ];
    for (ours, theirs) in both {
        assert_eq!(their_crate::Command::from(ours), theirs);
        assert_eq!(Command::from(theirs), ours);
    }
}
