//! The scope of the call within a shim: the compiler refuses a result that borrows a variable which ends with it, and names the variable.
//!
//! It names none that a macro has made, so that these are as if the author had written them, in place of the return type.

use proc_macro::{Ident, Span, TokenStream};

/// The variables of a shim whose scope is the call.
pub(crate) struct Scopes {
    /// For services in parameters.
    pub(crate) call: Ident,
    /// For copies of what is checked, and for what holds callbacks.
    pub(crate) copies: Ident,
}

impl Scopes {
    /// Those of a shim with the return type `output`.
    pub(crate) fn written_at(output: &TokenStream) -> Self {
        let written = output.clone().into_iter().next().map_or_else(Span::call_site, |tree| tree.span());
        let [call, copies] =
            ["only_the_receiver_lends", "callbacks_and_copies_of_what_is_checked"].map(|name| Ident::new(name, written));
        Scopes { call, copies }
    }
}
