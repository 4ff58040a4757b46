//! Functions and methods: what cannot be exported as it is written.

use crate::parse::{Error, Function, Options, PRIMITIVES, Result, is_one_of, mentions};
use crate::quote::ToTokens;
use proc_macro::TokenStream;

/// Refuses what cannot have an item beside it.
pub(crate) fn function(function: &Function, options: &Options) -> Result<()> {
    if function.receiver.is_some() {
        return Err(Error::new(
            function.name.span(),
            "a method is exported by `#[ffi_service]` on its `impl` block, where the type is `#[ffi_type(service)]`",
        ));
    }
    if function.name.to_string().starts_with("__interoptopus") {
        return Err(Error::new(
            function.name.span(),
            "names that begin with `__interoptopus` are those of macros: call it otherwise",
        ));
    }
    if options.item.is_none() && is_one_of(&function.name, &PRIMITIVES) {
        return Err(Error::new(
            function.name.span(),
            "an exported function cannot be named as a type of Rust's own: write `#[ffi_function(item = other_name)]`, and `other_name` in the inventory",
        ));
    }
    Ok(())
}

/// Refuses what is neither a constructor nor a method of `this`.
pub(crate) fn method(function: &Function, constructor: bool, this: &TokenStream) -> Result<()> {
    let at = function.name.span();
    if function.abi.is_some() {
        return Err(Error::new(at, "methods cross guarded, so that a panic is an exception: leave `extern \"C\"` out"));
    }
    match (&function.receiver, constructor) {
        (Some(_), true) => Err(Error::new(at, "a constructor has no `self`: it makes the object")),
        (None, true) if !function.visibility.is_public => {
            Err(Error::new(at, "what other languages call is public: write `pub fn`"))
        }
        (None, true) => {
            let this = this.to_string();
            let makes = function.output.as_ref().is_some_and(|ty| mentions(&ty.to_token_stream(), &["Self", &this]));
            if makes { Ok(()) } else { Err(Error::new(at, "a constructor returns `Self` or `Result<Self, E>`")) }
        }
        (None, false) => Err(Error::new(
            at,
            "this is neither a constructor nor a method: mark it `#[ffi_constructor]`, let it take `&self` or `&mut self`, make it a free \
             function, or leave `pub` out",
        )),
        (Some(_), false) => Ok(()),
    }
}
