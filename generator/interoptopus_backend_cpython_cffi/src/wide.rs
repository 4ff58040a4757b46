//! Integers of 16 bytes: Python has them as constants, and cffi not at all.

use crate::marshal::Marshal;

/// None crosses.
pub(crate) fn marshal() -> Marshal {
    Marshal::refused("cffi has no integers of 16 bytes: take two of 8, or an array of bytes")
}
