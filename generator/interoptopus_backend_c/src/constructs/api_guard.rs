//! The API guard, and the other functions that every library has.

use crate::names::{Names, ours};
use crate::types::primitives;
use interoptopus::Checked;
use interoptopus::model::{self, Builtin, BuiltinType};
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
    let lowered = |builtin: Builtin| {
        let (parameters, returns) = builtin.signature();
        let parameters = parameters.iter().map(|&(name, ty)| Declared::new(name, c_type(ty))).collect();
        Prototype::new(inventory.builtin_symbol(builtin), parameters, c_type(returns), comment(names, builtin))
    };
    model::needed_builtins(inventory).into_iter().map(lowered).collect()
}

fn c_type(ty: BuiltinType) -> CType {
    match ty {
        BuiltinType::Void => CType::named("void"),
        BuiltinType::U64 => CType::named("uint64_t"),
        BuiltinType::Size => primitives::size(),
        BuiltinType::Bytes => CType::named("uint8_t").pointer(),
        BuiltinType::Memory => CType::named("void").pointer(),
    }
}

fn comment(names: &Names, builtin: Builtin) -> Comment {
    match builtin {
        Builtin::ApiGuard => {
            let guard = names.value(ours::API_GUARD);
            Comment::text(format!("The hash of the ABI of the library that is loaded: see #{guard}."))
        }
        Builtin::BuildId => Comment::text("Which build of the library is loaded: another one returns another number."),
        Builtin::LastError => {
            let message = "Copies the message of this thread's last negative status to `buffer`: UTF-8, no more than `capacity` bytes, \
                without a NUL.";
            Comment::text(message)
                .param("buffer", "may be null if `capacity` is 0")
                .param("capacity", "the size of `buffer` in bytes")
                .returns("the length in bytes of the whole message")
        }
        Builtin::LiveObjects => Comment::text("How many objects of the library are alive."),
        Builtin::Dealloc => Comment::text(
            "Frees what a function returned that its caller owns, once: the functions of the types are what to call.",
        )
        .param("data", "its address; may be anything if `size` is 0")
        .param("size", "the size of its elements in bytes")
        .param("align", "their alignment in bytes"),
    }
}
