//! The API guard, and the other functions that every library has.

use crate::comments::Comment;
use crate::constants::Macro;
use crate::declarator::{CType, Declared};
use crate::functions::Prototype;
use crate::names::Names;
use crate::primitives;
use interoptopus::Checked;

/// The macro with the hash, without the prefix.
pub(crate) const MACRO: &str = "API_GUARD";

/// The symbols of the functions that every library has.
pub(crate) fn symbols(inventory: &Checked) -> [String; 4] {
    ["api_guard", "build_id", "last_error", "live_objects"].map(|name| inventory.own_symbol(name))
}

/// The hash that the library must have.
pub(crate) fn lower(inventory: &Checked, names: &Names) -> Macro {
    Macro {
        comment: Comment::text("The hash of the ABI that this file describes."),
        name: names.value(MACRO),
        value: format!("UINT64_C(0x{:016x})", inventory.api_guard()),
        needs_wide: false,
    }
}

/// The functions that every library has.
pub(crate) fn lower_functions(inventory: &Checked, names: &Names) -> Vec<Prototype> {
    let [api_guard, build_id, last_error, live_objects] = symbols(inventory);
    let hash = || CType::named("uint64_t");
    let buffer = Declared::new("buffer", CType::named("uint8_t").pointer());
    let message = "Copies the message of this thread's last negative status to `buffer`: UTF-8, no more than `capacity` bytes, \
        without a NUL.";
    let guard = format!("The hash of the ABI of the library that is loaded: see #{}.", names.value(MACRO));
    vec![
        Prototype::new(&api_guard, Vec::new(), hash(), Comment::text(guard)),
        Prototype::new(
            &build_id,
            Vec::new(),
            hash(),
            Comment::text("Which build of the library is loaded: another one returns another number."),
        ),
        Prototype::new(
            &last_error,
            vec![buffer, Declared::new("capacity", primitives::size())],
            primitives::size(),
            Comment::text(message)
                .param("buffer", "may be null if `capacity` is 0")
                .param("capacity", "the size of `buffer` in bytes")
                .returns("the length in bytes of the whole message"),
        ),
        Prototype::new(
            &live_objects,
            Vec::new(),
            primitives::size(),
            Comment::text("How many objects of the library are alive."),
        ),
    ]
}
