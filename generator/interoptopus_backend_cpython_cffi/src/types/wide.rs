//! Integers of 16 bytes: Python has them as constants, and cffi not at all.

use super::conversion::Conversion;

/// None crosses.
pub(crate) fn conversion() -> Conversion {
    Conversion::refused("cffi has no integers of 16 bytes: take two of 8, or an array of bytes")
}
