//! `inventory!`: the list of what a library exports, and the functions that every library has.

use super::naming::crate_name;
use super::{aside, border, border_at, place};
use crate::parse::{Attributes, Cursor, Result};
use proc_macro2::{Delimiter, TokenStream};
use quote::{quote, quote_spanned};

pub(crate) fn inventory(mut input: Cursor) -> Result<TokenStream> {
    let attributes = Attributes::parse(&mut input)?;
    let name = input.ident("expected the name of the function that returns the inventory, such as `ffi_inventory`")?;
    let mut list = |what: &str| {
        let expected = format!(
            "expected the list of {what}: `inventory!(ffi_inventory, [constants], [functions], [more types], [services])`"
        );
        if input.mark(',').is_none() {
            return Err(input.error(expected));
        }
        Ok(Cursor::within(&input.group(Delimiter::Bracket, &expected)?).list())
    };
    let (constants, functions, types, services) =
        (list("constants")?, list("functions")?, list("more types")?, list("services")?);
    input.mark(',');
    if !input.is_empty() {
        return Err(input.error("there are four lists: constants, functions, more types, services"));
    }
    let border = border();
    let items = constants.iter().chain(&functions).map(|item| {
        let border = border_at(place(item));
        let register = quote_spanned!(place(item)=> <#item as #border::Item>::register);
        quote!(#register(&mut registry);)
    });
    let types = types.iter().chain(&services).map(|ty| {
        let border = border_at(place(ty));
        let describe = quote_spanned!(place(ty)=> <#ty as #border::Border>::describe);
        quote!(#describe(&mut registry);)
    });
    let library = crate_name();
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let [api_guard, build_id, last_error, live_objects] =
        ["api_guard", "build_id", "last_error", "live_objects"].map(|own| format!("{library}_{own}"));
    let exports = aside(
        &TokenStream::new(),
        &quote! {
            #[unsafe(export_name = #api_guard)]
            extern "C" fn __interoptopus_api_guard() -> u64 {
                static ONCE: ::std::sync::OnceLock<u64> = ::std::sync::OnceLock::new();
                #border::api_guard(&ONCE, #name)
            }
            #[unsafe(export_name = #build_id)]
            extern "C" fn __interoptopus_build_id() -> u64 {
                #border::build_id::<InteroptopusBuild>()
            }
            #[unsafe(export_name = #last_error)]
            unsafe extern "C" fn __interoptopus_last_error(buffer: *mut u8, capacity: usize) -> usize {
                unsafe { #border::last_error(buffer, capacity) }
            }
            #[unsafe(export_name = #live_objects)]
            extern "C" fn __interoptopus_live_objects() -> usize {
                #border::live_objects()
            }
        },
    );
    Ok(quote! {
        /// What this library exports, to be checked before it is used.
        #attributes
        #[must_use]
        pub fn #name() -> ::interoptopus::Inventory {
            struct InteroptopusBuild;
            #exports
            let mut registry = #border::Registry::new(#library, #version);
            #(#items)*
            #(#types)*
            registry.build_id(#border::build_id::<InteroptopusBuild>());
            registry.finish()
        }
    })
}
