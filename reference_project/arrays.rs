//! Arrays: in fields, in arrays, of structs, and in signatures behind references.

use crate::digest::digest;
use crate::enums::Marker;
use crate::mutants::mutant;
use crate::structs::{Triple, Vec2};
use interoptopus::{ffi_function, ffi_type};

/// Arrays of all that arrays are made of.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shelf {
    /// A single element.
    pub one: [i64; 1],
    /// An odd number of odd structs.
    pub triples: [Triple; 3],
    /// Enums.
    pub markers: [Marker; 2],
    /// Bytes of which two values are valid.
    pub answers: [bool; 5],
    /// Two rows of three columns.
    pub matrix: [[f32; 3]; 2],
    /// Three times, of structs.
    pub cube: [[[Vec2; 1]; 2]; 2],
}

/// Structs with arrays, in an array.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cabinet {
    /// The shelves.
    pub shelves: [Shelf; 2],
    /// Behind them.
    pub id: u16,
}

/// 300 bytes: more than a small array, and more than a byte counts.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Page {
    /// All of them.
    pub bytes: [u8; 300],
}

/// Each array of `shelf` reversed; of `matrix` and of `cube` the outermost.
#[ffi_function]
pub fn shelf_reversed(mut shelf: Shelf) -> Shelf {
    shelf.one[0] = shelf.one[0].wrapping_neg();
    shelf.triples.reverse();
    shelf.markers.reverse();
    shelf.answers.reverse();
    if !mutant("matrix_in_order") {
        shelf.matrix.reverse();
    }
    shelf.cube.reverse();
    shelf
}

/// The shelves of `cabinet` exchanged, each as [`shelf_reversed`], and the id's bytes exchanged.
#[ffi_function]
pub fn cabinet_reversed(cabinet: &mut Cabinet) {
    let [first, second] = cabinet.shelves.map(shelf_reversed);
    *cabinet = Cabinet { shelves: [second, first], id: cabinet.id.swap_bytes() };
}

/// The bytes in the opposite order, each inverted.
#[ffi_function]
pub extern "C" fn page_reversed(mut page: Page) -> Page {
    page.bytes.reverse();
    Page { bytes: page.bytes.map(|byte| !byte) }
}

/// The digest of all 16 bytes.
#[ffi_function]
pub fn key_digest(key: &[u8; 16]) -> u64 {
    key.iter().fold(0, |sum, byte| digest![sum, *byte])
}

/// The digest of both columns of each of three rows; 1 if there is none.
#[ffi_function]
pub fn table_digest(table: Option<&[[i16; 2]; 3]>) -> u64 {
    table.map_or(1, |table| table.as_flattened().iter().fold(0, |sum, n| digest![sum, *n]))
}

/// Moves each point to the next place, and the last to the first.
#[ffi_function]
pub fn rotate_points(points: &mut [Vec2; 3]) {
    points.rotate_right(1);
}

/// Fills all four with multiples of `step`, from 0.
#[ffi_function]
pub extern "C" fn fill_steps(steps: &mut [f64; 4], step: f64) {
    *steps = [0.0, 1.0, 2.0, 3.0].map(|n| n * step);
}

/// The sum of the numbers at both indices of the array of 4 that `numbers` points to.
///
/// # Safety
/// `numbers` must point to four numbers.
#[ffi_function]
pub unsafe extern "C" fn sum_at(numbers: *const [i32; 4], a: u8, b: u8) -> i32 {
    // SAFETY: the caller's promise.
    let numbers = unsafe { &*numbers };
    numbers[usize::from(a) % 4].wrapping_add(numbers[usize::from(b) % 4])
}
