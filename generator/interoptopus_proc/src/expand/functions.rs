//! `#[ffi_function]`.

use super::arguments::Argument;
use super::heads::named;
use super::hygiene::{aside, border};
use super::naming::crate_name;
use super::shims::Shim;
use super::symbols::{self, Exported};
use crate::check;
use crate::parse::{Function, Options, Result, Symbol};
use crate::quote::{ToTokens, quote};
use proc_macro::TokenStream;

pub(crate) fn function(mut function: Function, options: &Options) -> TokenStream {
    if let Err(error) = check::function(&function, options) {
        let (error, kept) = (error.to_compile_error(), function.kept());
        return quote!(#kept #error); // Named, as it may stand in an `impl`.
    }
    let symbol = function.attributes.take_symbol();
    let kept = function.kept();
    let (visibility, name) = (&function.visibility.tokens, &function.name);
    let item_name = options.item.as_ref().unwrap_or(name);
    // The item's identity, for `inventory!`: it travels with the function by `use`, as it has the same name in the types' namespace.
    let item = quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations, clippy::upper_case_acronyms)]
        #visibility struct #item_name {}
    };
    let expanded =
        function.refuse().and_then(|()| self::symbol(&function, symbol, options)).map(|Exported { symbol, attribute }| {
            let shim = Shim {
                symbol: quote!(#symbol),
                exports: attribute,
                bare: function.abi.is_some(),
                callee: name.to_token_stream(),
                unsafety: function.is_unsafe(),
                generics: &function.generics,
                arguments: function.parameters.iter().enumerate().map(|(i, p)| Argument::new(i, p)).collect(),
                output: function.output.as_ref().map_or_else(|| quote!(()), ToTokens::to_token_stream),
                method: None,
            };
            let export = shim.export();
            let info = shim.describe(&named(&function.name, &function.attributes, options));
            let border = border();
            let register = quote!(unsafe { #border::describe_function::<Self>(interoptopus_registry, #info) });
            (export, register)
        });
    let (beside, register) = expanded.unwrap_or_else(|e| (e.to_compile_error(), TokenStream::new()));
    let border = border();
    let aside = aside(&quote! {
        #beside
        unsafe impl #border::Item for #item_name {
            #[allow(unused_variables)]
            fn register(interoptopus_registry: &mut #border::Registry) { #register }
        }
    });
    quote!(#kept #item #aside)
}

/// The symbol of the function: if its author does not say, its name in other languages, behind those of the crate and of its namespace.
fn symbol(function: &Function, said: Symbol, options: &Options) -> Result<Exported> {
    let (name, at) = (function.plain_name(), function.name.span());
    let namespace = options.namespace.as_ref().map(|namespace| format!("{namespace}_")).unwrap_or_default();
    let usual = format!("{}_{namespace}{}", crate_name(at)?, options.name.as_ref().unwrap_or(&name));
    symbols::symbol(said, &name, usual, at)
}
