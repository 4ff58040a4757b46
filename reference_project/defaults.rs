//! Structs whose `Default` is carried over to other languages.

use crate::digest::digest;
use crate::enums::{Far, Marker};
use crate::flags::Permission;
use crate::mutants::mutant;
use interoptopus::{ffi, ffi_function, ffi_type};

/// The distance from each edge, in millimetres.
#[ffi_type(default)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margin {
    /// From the left one.
    pub left: f32,
    /// From the right one.
    pub right: f32,
}

impl Default for Margin {
    fn default() -> Self {
        Margin { left: 12.5, right: -0.0 }
    }
}

/// Settings of a printer: a default of each kind.
#[ffi_type(default)]
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// The number of copies.
    pub copies: u16,
    /// The lowest number there is.
    pub offset: i64,
    /// The highest number there is.
    pub limit: u64,
    /// A third, which decimals do not reach.
    pub zoom: f64,
    /// Not limited.
    pub speed: f32,
    /// Whether to print on both sides.
    pub duplex: bool,
    /// The character before each item.
    pub bullet: char,
    /// The marker that points are drawn as.
    pub marker: Marker,
    /// The last of a wide enum.
    pub far: Far,
    /// The permissions of others.
    pub permissions: ffi::Flags<Permission>,
    /// Which pages, twice three.
    pub pages: [[u8; 3]; 2],
    /// A default within a default.
    pub margin: Margin,
    /// Two other margins than [`Margin`]'s own.
    pub others: [Margin; 2],
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            copies: 3,
            offset: i64::MIN,
            limit: u64::MAX,
            zoom: 1.0 / 3.0,
            speed: f32::INFINITY,
            duplex: true,
            bullet: '\u{2022}',
            marker: Marker::Cross,
            far: Far::Lowest,
            permissions: Permission::Read | Permission::Own,
            pages: [[1, 2, 3], [253, 254, 255]],
            margin: Margin::default(),
            others: [Margin { left: 0.1, right: 1e-40 }, Margin { left: f32::MAX, right: f32::MIN_POSITIVE }],
        }
    }
}

/// Rust's own default settings.
#[ffi_function]
pub fn default_settings() -> Settings {
    let mut settings = Settings::default();
    if mutant("default_differs") {
        settings.others[1].right = settings.others[1].right.next_up();
    }
    settings
}

/// The digest of all fields, in their order; a character and enums count as their numbers.
#[ffi_function]
pub fn settings_digest(settings: &Settings) -> u64 {
    let s = settings;
    let numbers = digest![s.copies, s.offset, s.limit, s.zoom, s.speed, s.duplex, s.bullet, s.marker as u8, s.far as i64];
    let pages = s.pages.as_flattened().iter().fold(digest![numbers, s.permissions.bits()], |sum, page| digest![sum, *page]);
    let margins = [s.margin, s.others[0], s.others[1]];
    margins.iter().fold(pages, |sum, margin| digest![sum, margin.left, margin.right])
}
