//! Namespaces: the same names twice, and types of one in the other. They are a part of the library with an inventory of its own, which
//! the library's takes in.

interoptopus::inventory_part! {
    namespaces_inventory,
    [geometry::SCALE, printing::SCALE],
    [geometry::opposite_of, geometry::other_unit, printing::opposite_of, printing::other_unit, printing::mapping_turned],
    [],
    [geometry::Path],
}

/// Items in the plane.
pub mod geometry {
    use crate::mutants::mutant;
    use interoptopus::{ffi_constant, ffi_function, ffi_service, ffi_type};

    /// A point in the plane.
    #[ffi_type(namespace = "geometry")]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Point {
        /// Towards the east, in metres.
        pub x: f64,
        /// Towards the north, in metres.
        pub y: f64,
    }

    /// The unit that a point is measured in.
    #[ffi_type(namespace = "geometry")]
    #[repr(u8)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Unit {
        /// Metres.
        Metre = 1,
        /// Millimetres.
        Millimetre = 2,
    }

    /// Millimetres in a metre.
    #[ffi_constant(namespace = "geometry")]
    pub const SCALE: f64 = 1000.0;

    /// The other side of the origin.
    #[ffi_function(namespace = "geometry")]
    pub extern "C" fn opposite_of(point: Point) -> Point {
        Point { x: -point.x, y: if mutant("one_side_kept") { point.y } else { -point.y } }
    }

    /// The other unit.
    #[ffi_function(namespace = "geometry")]
    pub fn other_unit(unit: Unit) -> Unit {
        match unit {
            Unit::Metre => Unit::Millimetre,
            Unit::Millimetre => Unit::Metre,
        }
    }

    /// A line through points.
    #[ffi_type(service, namespace = "geometry")]
    #[derive(Debug, Default)]
    pub struct Path {
        points: Vec<Point>,
    }

    #[ffi_service]
    impl Path {
        /// Through no point.
        #[ffi_constructor]
        pub fn new() -> Self {
            Path::default()
        }

        /// Goes on to a point, and returns how many there are.
        pub fn to(&mut self, point: Point) -> u32 {
            self.points.push(point);
            self.points.len() as u32
        }

        /// The last point, if there is any.
        pub fn last(&self) -> Option<Point> {
            self.points.last().copied()
        }
    }
}

/// Items on paper.
pub mod printing {
    use super::geometry;
    use interoptopus::{ffi_constant, ffi_function, ffi_type};

    /// A point on paper: not [`geometry::Point`].
    #[ffi_type(namespace = "printing")]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Point {
        /// Columns from the left.
        pub column: u16,
        /// Rows from the top.
        pub row: i32,
    }

    /// The unit that a point is measured in: not [`geometry::Unit`].
    #[ffi_type(namespace = "printing")]
    #[repr(i16)]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub enum Unit {
        /// Dots.
        Dot = -1,
        /// Lines.
        Line = 300,
    }

    /// Both kinds of points.
    #[ffi_type(namespace = "printing")]
    #[derive(Clone, Copy, Debug, PartialEq)]
    pub struct Mapping {
        /// In the plane.
        pub plane: geometry::Point,
        /// On paper.
        pub paper: Point,
    }

    /// Dots in an inch: not [`geometry::SCALE`].
    #[ffi_constant(namespace = "printing")]
    pub const SCALE: u32 = 300;

    /// `(row, column)`: not [`geometry::opposite_of`].
    #[ffi_function(namespace = "printing")]
    pub extern "C" fn opposite_of(point: Point) -> Point {
        Point { column: point.row as u16, row: point.column.into() }
    }

    /// The other unit.
    #[ffi_function(namespace = "printing")]
    pub fn other_unit(unit: Unit) -> Unit {
        match unit {
            Unit::Dot => Unit::Line,
            Unit::Line => Unit::Dot,
        }
    }

    /// Each point's opposite, by its own rule.
    #[ffi_function(namespace = "printing")]
    pub fn mapping_turned(mapping: Mapping) -> Mapping {
        Mapping { plane: geometry::opposite_of(mapping.plane), paper: opposite_of(mapping.paper) }
    }
}
