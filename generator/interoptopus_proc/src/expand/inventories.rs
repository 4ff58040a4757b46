//! `inventory!` and `inventory_part!`: the list of what a library exports, and the functions that every library has.

use super::hygiene::{aside, border, border_at, place};
use super::naming::{crate_name, key};
use crate::parse::{Attributes, Cursor, Error, Result};
use crate::quote::{quote, quote_spanned};
use proc_macro::{Delimiter, Ident, Span, TokenStream, TokenTree};

pub(crate) fn inventory(mut input: Cursor, part: bool) -> Result<TokenStream> {
    let attributes = Attributes::parse(&mut input)?;
    let name = input.ident("expected the name of the function that returns the inventory, such as `ffi_inventory`")?;
    let [constants, functions, types, services] = [
        list(&mut input, "constants")?,
        list(&mut input, "functions")?,
        list(&mut input, "more types")?,
        list(&mut input, "services")?,
    ];
    let has_more = input.is_mark(',') && input.peek(1).is_some();
    let inventories = if has_more { list(&mut input, "inventories")? } else { Vec::new() };
    input.mark(',');
    if !input.is_empty() {
        return Err(input.error("there are five lists: constants, functions, more types, services, inventories"));
    }
    let mut registers: TokenStream = constants.iter().map(|entry| entry.by(register_constant)).collect();
    registers.extend(functions.iter().chain(&inventories).map(|entry| entry.by(register)));
    registers.extend(types.iter().chain(&services).map(|entry| entry.by(describe)));
    let (border, library) = (border(), crate_name(name.span())?);
    let version = std::env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let (exports, build_id) = match part {
        true => (None, None),
        false => {
            let build_id = quote!(interoptopus_registry.build_id(#border::build_id::<InteroptopusBuild>()););
            (Some(exports(&library, &name)), Some(build_id))
        }
    };
    let aborts = (!part).then(|| aborts(&attributes.only(&["allow", "expect"]), &name));
    let item = aside(&quote! {
        unsafe impl #border::Item for #name {
            fn register(interoptopus_registry: &mut #border::Registry) { #registers }
        }
    });
    Ok(quote! {
        /// The inventory of this library, to be checked before it is used.
        #attributes
        #[must_use]
        pub fn #name() -> #border::Inventory {
            #exports
            let mut interoptopus_registry = #border::Registry::new(#library, #version);
            <#name as #border::Item>::register(&mut interoptopus_registry);
            #build_id
            interoptopus_registry.finish()
        }
        #[doc(hidden)]
        #[allow(non_camel_case_types, missing_docs, missing_debug_implementations, clippy::upper_case_acronyms)]
        pub struct #name {}
        #item
        #aborts
    })
}

/// An entry of a list, with its attributes, of which only `cfg` means something.
struct Entry {
    attributes: Attributes,
    item: TokenStream,
}

impl Entry {
    fn parse(tokens: TokenStream) -> Result<Self> {
        let mut input = Cursor::new(tokens, Span::call_site());
        let attributes = Attributes::parse(&mut input)?;
        if let Some(at) = attributes.other_than(&["cfg", "cfg_attr"]) {
            return Err(Error::new(at, "only `cfg` means something here; what is said of an item stands where it is defined"));
        }
        Ok(Entry { attributes, item: input.rest() })
    }

    fn by(&self, register: impl Fn(&TokenStream) -> TokenStream) -> TokenStream {
        let (attributes, register) = (&self.attributes, register(&self.item));
        quote!(#attributes { #register })
    }
}

/// The next list.
fn list(input: &mut Cursor, what: &str) -> Result<Vec<Entry>> {
    let expected = format!(
        "expected the list of {what}: `inventory!(ffi_inventory, [constants], [functions], [more types], [services], [inventories])`"
    );
    if input.mark(',').is_none() {
        return Err(input.error(expected));
    }
    let entries = Cursor::within(&input.group(Delimiter::Bracket, &expected)?).list();
    entries.into_iter().map(Entry::parse).collect()
}

fn register(item: &TokenStream) -> TokenStream {
    let border = border_at(place(item));
    let register = quote_spanned!(place(item)=> <#item as #border::Item>::register);
    quote!(#register(interoptopus_registry);)
}

fn describe(ty: &TokenStream) -> TokenStream {
    let border = border_at(place(ty));
    let describe = quote_spanned!(place(ty)=> <#ty as #border::Border>::describe);
    quote!(#describe(interoptopus_registry);)
}

/// A constant of a module, or of a type: `Vec2::ORIGIN`.
fn register_constant(item: &TokenStream) -> TokenStream {
    let Some((owner, name)) = associated(item) else { return register(item) };
    let (border, key) = (border_at(place(item)), key(&name.to_string()));
    let register = quote_spanned!(place(item)=> <#owner as #border::AssociatedConstant<#key>>::register);
    quote!(#register(interoptopus_registry);)
}

/// The type and the name, if what stands before the last `::` is a type, since it begins with a capital letter.
fn associated(item: &TokenStream) -> Option<(TokenStream, Ident)> {
    let mut trees: Vec<TokenTree> = item.clone().into_iter().collect();
    let Some(TokenTree::Ident(name)) = trees.pop() else { return None };
    for _ in 0..2 {
        match trees.pop() {
            Some(TokenTree::Punct(colon)) if colon.as_char() == ':' => {}
            _ => return None,
        }
    }
    let is_type = match trees.last()? {
        TokenTree::Ident(owner) => owner.to_string().starts_with(char::is_uppercase),
        TokenTree::Punct(punct) => punct.as_char() == '>',
        TokenTree::Group(_) | TokenTree::Literal(_) => false,
    };
    is_type.then(|| (trees.into_iter().collect(), name))
}

/// A warning where panics end the process: tests unwind, and so nobody might see it before the library is shipped.
fn aborts(allowed: &TokenStream, inventory: &Ident) -> TokenStream {
    quote_spanned! {inventory.span()=>
        #[cfg(panic = "abort")]
        #allowed
        const _: () = {
            #[deprecated = "with `panic = \"abort\"` a panic in a function that crosses guarded ends the process of whoever calls it, and is no \
                            exception there: build the library with `panic = \"unwind\"`, or write `#[allow(deprecated)]` before the name of the \
                            inventory"]
            const PANICS_END_THE_PROCESS: () = ();
            PANICS_END_THE_PROCESS
        };
    }
}

/// The functions that every library has.
fn exports(library: &str, inventory: &Ident) -> TokenStream {
    let border = border();
    let [api_guard, build_id, last_error, live_objects, dealloc] =
        ["api_guard", "build_id", "last_error", "live_objects", "dealloc"].map(|own| format!("{library}_ffi_{own}"));
    let exports = aside(&quote! {
        #[unsafe(export_name = #api_guard)]
        extern "C" fn __interoptopus_api_guard() -> ::core::primitive::u64 {
            static ONCE: ::std::sync::OnceLock<::core::primitive::u64> = ::std::sync::OnceLock::new();
            #border::api_guard(&ONCE, #inventory)
        }
        #[unsafe(export_name = #build_id)]
        extern "C" fn __interoptopus_build_id() -> ::core::primitive::u64 {
            #border::build_id::<InteroptopusBuild>()
        }
        #[unsafe(export_name = #last_error)]
        unsafe extern "C" fn __interoptopus_last_error(interoptopus_buffer: *mut ::core::primitive::u8, interoptopus_capacity: ::core::primitive::usize) -> ::core::primitive::usize {
            unsafe { #border::last_error(interoptopus_buffer, interoptopus_capacity) }
        }
        #[unsafe(export_name = #live_objects)]
        extern "C" fn __interoptopus_live_objects() -> ::core::primitive::usize {
            #border::live_objects()
        }
        #[unsafe(export_name = #dealloc)]
        unsafe extern "C" fn __interoptopus_dealloc(interoptopus_data: *mut ::core::primitive::u8, interoptopus_size: ::core::primitive::usize, interoptopus_align: ::core::primitive::usize) {
            unsafe { #border::dealloc(interoptopus_data, interoptopus_size, interoptopus_align) }
        }
    });
    quote!(struct InteroptopusBuild; #exports)
}
