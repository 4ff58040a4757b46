//! The API guard, and the other functions that every library has.

use crate::names::{Names, ours};
use crate::types::primitives;
use interoptopus::Checked;
use interoptopus::model::{self, Builtin};
use interoptopus_c_syntax::{CType, Comment, Declared, Macro, Prototype};

/// The hash that the library must have.
pub(crate) fn lower(inventory: &Checked, names: &Names) -> Macro {
    Macro {
        comment: Comment::text("The hash of the ABI that this file describes."),
        name: names.value(ours::API_GUARD),
        value: format!("UINT64_C(0x{:016x})", model::api_guard(inventory)),
        condition: None,
    }
}

/// The functions that every library has.
pub(crate) fn lower_functions(inventory: &Checked, names: &Names) -> Vec<Prototype> {
    let needed = Builtin::ALL.into_iter().filter(|builtin| *builtin != Builtin::Dealloc || model::returns_owned(inventory));
    needed.map(|builtin| lower_function(inventory, names, builtin)).collect()
}

fn lower_function(inventory: &Checked, names: &Names, builtin: Builtin) -> Prototype {
    let (hash, size) = (CType::named("uint64_t"), primitives::size());
    let (parameters, returns, comment) = match builtin {
        Builtin::ApiGuard => {
            let guard = format!("The hash of the ABI of the library that is loaded: see #{}.", names.value(ours::API_GUARD));
            (Vec::new(), hash, Comment::text(guard))
        }
        Builtin::BuildId => {
            (Vec::new(), hash, Comment::text("Which build of the library is loaded: another one returns another number."))
        }
        Builtin::LastError => {
            let buffer = Declared::new("buffer", CType::named("uint8_t").pointer());
            let message = "Copies the message of this thread's last negative status to `buffer`: UTF-8, no more than `capacity` bytes, \
                without a NUL.";
            let comment = Comment::text(message)
                .param("buffer", "may be null if `capacity` is 0")
                .param("capacity", "the size of `buffer` in bytes")
                .returns("the length in bytes of the whole message");
            (vec![buffer, Declared::new("capacity", primitives::size())], size, comment)
        }
        Builtin::LiveObjects => (Vec::new(), size, Comment::text("How many objects of the library are alive.")),
        Builtin::Dealloc => {
            let data = Declared::new("data", CType::named("void").pointer());
            let sizes = ["size", "align"].map(|name| Declared::new(name, primitives::size()));
            let comment = Comment::text(
                "Frees what a function returned that its caller owns, once: the functions of the types are what to call.",
            )
            .param("data", "its address; may be anything if `size` is 0")
            .param("size", "the size of its elements in bytes")
            .param("align", "their alignment in bytes");
            ([data].into_iter().chain(sizes).collect(), CType::named("void"), comment)
        }
    };
    Prototype::new(inventory.builtin_symbol(builtin), parameters, returns, comment)
}
