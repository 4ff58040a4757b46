//! Types that are too large for C#: they fill the stack, or arrays have no such elements. For Mono others are too large already: it passes no 10,000 bytes by value, be it to native code or to a method of C#, loses parameters beyond 32 KB, and
//! crashes where a callback returns more than a few numbers to a thread that it does not know.

use crate::syntax::Dialect;
use crate::types::layouts;
use interoptopus::model::{self, Access, Inventory, Type};

/// The bytes of a parameter from which on Mono takes the program for invalid.
const TOO_LARGE: usize = 10_000;

/// The bytes of a value from which on a few copies of it fill the stacks that threads have by default; from four times as many on Mono takes the type
/// for invalid.
const TOO_LARGE_FOR_STACK: usize = 1 << 18;

/// The bytes of the largest values that .NET passes, also of all parameters together, and of the largest elements of its arrays and spans.
const LARGEST_IN_DOT_NET: usize = 65_535;

/// Parameters beyond it Mono finds no more: it counts the bytes on the stack in 16 bits.
const MOST_TOGETHER: usize = 32_000;

/// The bytes of a parameter on the stack are a multiple of it.
const SLOT: usize = 8;

/// The parts of a value from which on Mono copies it by calling a method.
const MOST_PARTS: usize = 10;

/// Refuses what callbacks cannot return. Mono copies the result after it has left the thread again, which was none of its own: there no method
/// can be called, and the process crashes.
pub(crate) fn refuse_given_back(inventory: &Inventory, dialect: Dialect, ty: Type) -> Result<(), String> {
    if !dialect.is_unity() || layouts::parts(inventory, ty) <= MOST_PARTS {
        return Ok(());
    }
    Err(format!(
        "Mono crashes where a callback returns more than {MOST_PARTS} times its alignment to a thread of Rust's own, and `{}` is more: let \
        the callback take a `&mut` reference, and write it there",
        model::type_name(inventory, ty)
    ))
}

/// Refuses parameters that are more bytes than Mono passes by value.
pub(crate) fn refuse_parameters(
    inventory: &Inventory,
    dialect: Dialect,
    parameters: impl Iterator<Item = Type>,
) -> Result<(), String> {
    let mut together = 0;
    for ty in parameters {
        refuse(inventory, dialect, ty, "take it behind a `&mut` reference, or as a slice")?;
        together += layouts::size(inventory, ty).next_multiple_of(SLOT);
    }
    let (runtime, most) = if dialect.is_unity() { ("Mono", MOST_TOGETHER) } else { (".NET", LARGEST_IN_DOT_NET) };
    if together > most {
        return Err(format!(
            "{runtime} passes {most} bytes by value at most, and its parameters have {together} together: take some behind references"
        ));
    }
    Ok(())
}

/// Refuses references to read: to users of C# 7.0, which has no `in`, they are parameters by value. What others lead to is copied on the stack.
pub(crate) fn refuse_reference(inventory: &Inventory, dialect: Dialect, to: Type, access: Access) -> Result<(), String> {
    match access {
        Access::Read => refuse(inventory, dialect, to, "take it behind a `&mut` reference, or as a slice"),
        Access::Write => refuse_on_stack(inventory, to),
    }
}

/// Refuses results that are more bytes than a native function returns to C#.
pub(crate) fn refuse_result(inventory: &Inventory, dialect: Dialect, ty: Type) -> Result<(), String> {
    if dialect.is_unity() {
        refuse_on_stack(inventory, ty)
    } else {
        refuse(inventory, dialect, ty, "write it to a `&mut` reference")
    }
}

/// Refuses what fills the stack of a thread.
pub(crate) fn refuse_on_stack(inventory: &Inventory, ty: Type) -> Result<(), String> {
    let size = layouts::size(inventory, ty);
    if size < TOO_LARGE_FOR_STACK {
        return Ok(());
    }
    let name = model::type_name(inventory, ty);
    Err(format!(
        "C# has copies of what references lead to on the stack, which is too small for {TOO_LARGE_FOR_STACK} bytes, and `{name}` has {size}: take it in parts"
    ))
}

/// Refuses elements that arrays and spans cannot have.
pub(crate) fn refuse_element(inventory: &Inventory, dialect: Dialect, element: Type) -> Result<(), String> {
    let size = layouts::size(inventory, element);
    if dialect.is_unity() || size <= LARGEST_IN_DOT_NET {
        return refuse_on_stack(inventory, element);
    }
    let name = model::type_name(inventory, element);
    Err(format!(
        ".NET has no arrays whose elements are more than {LARGEST_IN_DOT_NET} bytes, and `{name}` has {size}: take it in parts"
    ))
}

/// Refuses types whose values C# checks or wraps: methods do that, which have them by value.
pub(crate) fn refuse_handled(inventory: &Inventory, dialect: Dialect, ty: Type) -> Result<(), String> {
    refuse(
        inventory,
        dialect,
        ty,
        "have nothing that large in an option or in an enum with data, nor beside an enum, a character or a reference",
    )
}

fn refuse(inventory: &Inventory, dialect: Dialect, ty: Type, instead: &str) -> Result<(), String> {
    let (runtime, too_large) = if dialect.is_unity() { ("Mono", TOO_LARGE) } else { (".NET", LARGEST_IN_DOT_NET + 1) };
    let size = layouts::size(inventory, ty);
    if size < too_large {
        return Ok(());
    }
    Err(format!(
        "{runtime} passes no {too_large} bytes by value, and `{}` has {size}: {instead}",
        model::type_name(inventory, ty)
    ))
}
