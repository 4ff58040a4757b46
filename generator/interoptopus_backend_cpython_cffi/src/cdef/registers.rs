//! Registers of x86-64 that libffi overwrites: where System V's ABI puts half of a struct into the last one for integers.

use interoptopus::model::{self, AbiParameter, AbiType, Inventory, Register, Type};

/// The registers that System V's ABI for x86-64 has for arguments.
const INTEGERS: usize = 6;
const FLOATS: usize = 8;

/// The parameter whose passing destroys the first float of the call: libffi (3.4) copies a struct of an integer and a float whole to the register of
/// its integer; if that is the last one, what follows it in libffi's memory is the first register for floats.
pub(crate) fn destroyer<'a>(inventory: &Inventory, parameters: &'a [AbiParameter], returns: Type) -> Option<&'a AbiParameter> {
    // The address of what is returned in memory is an argument as well.
    let (mut integers, mut floats) = (usize::from(model::registers_by_system_v(inventory, returns).is_none()), 0);
    for parameter in parameters {
        let registers = match parameter.ty {
            AbiType::One(ty) => model::registers_by_system_v(inventory, ty),
            AbiType::Elements { .. } | AbiType::Utf8 | AbiType::Len | AbiType::This(_) => Some(vec![Register::Integer]),
        };
        let Some(registers) = registers else { continue };
        let of_floats = registers.iter().filter(|register| **register == Register::Float).count();
        let of_integers = registers.len() - of_floats;
        if integers + of_integers > INTEGERS || floats + of_floats > FLOATS {
            continue; // It goes to the stack.
        }
        if registers == [Register::Integer, Register::Float] && integers == INTEGERS - 1 && floats > 0 {
            return Some(parameter);
        }
        (integers, floats) = (integers + of_integers, floats + of_floats);
    }
    None
}
