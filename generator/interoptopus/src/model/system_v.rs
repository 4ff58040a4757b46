//! Registers by System V's ABI for x86-64, which Linux and macOS have: <https://gitlab.com/x86-psABIs/x86-64-ABI>, section 3.2.3.

use super::c_layout::{Number, NumberKind, Target, extent_by_c, is_misaligned_by_c, numbers_by_c};
use super::inventory::Inventory;
use super::types::Type;

/// The greatest size of a value that is passed in registers, in bytes.
const IN_REGISTERS: usize = 16;

/// A register of eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Register {
    /// One for integers and addresses.
    Integer,
    /// One for floats.
    Float,
}

/// The registers that a value of `ty` is passed in by System V's ABI for x86-64, one for each eight bytes: one for floats where
/// there is nothing else. None for what is passed in memory, which is more than two, or has a field that is misaligned.
#[must_use]
pub fn registers_by_system_v(inventory: &Inventory, ty: Type) -> Option<Vec<Register>> {
    let size = extent_by_c(inventory, ty, Target::SYSTEM_V).size;
    if size > IN_REGISTERS || is_misaligned_by_c(inventory, ty, Target::SYSTEM_V) {
        return None;
    }
    let numbers = numbers_by_c(inventory, ty, Target::SYSTEM_V);
    let register = |start: usize| {
        let within = |number: &&Number| number.at < start + 8 && number.at + number.size > start;
        let is_float = numbers.iter().filter(within).all(|number| number.kind == NumberKind::Float);
        if is_float { Register::Float } else { Register::Integer }
    };
    Some((0..size).step_by(8).map(register).collect())
}

#[cfg(test)]
mod tests;
