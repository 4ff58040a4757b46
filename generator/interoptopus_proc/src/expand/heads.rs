//! The head of an item for its description: name, module, docs, marks.

use super::hygiene::border;
use crate::parse::{Attributes, Options};
use crate::quote::quote;
use proc_macro::{Ident, TokenStream};

/// The `Named` of an item, for its description.
pub(crate) fn named(item: &Ident, attributes: &Attributes, options: &Options) -> TokenStream {
    named_as(&plain(item), attributes, options)
}

/// The same of an item that Rust calls `item`.
pub(crate) fn named_as(item: &str, attributes: &Attributes, options: &Options) -> TokenStream {
    let (border, docs) = (border(), attributes.docs());
    let called = options.name.as_ref().map(|name| quote!(.called(#name)));
    let within = options.namespace.as_ref().map(|namespace| quote!(.within(#namespace)));
    let internal = options.has("internal").then(|| quote!(.internal()));
    let deprecated = attributes.deprecated().map(|note| quote!(.deprecated(#note)));
    quote!(#border::Named::new(::core::module_path!(), #item, #docs)#called #within #internal #deprecated)
}

/// The name without `r#`.
pub(crate) fn plain(name: &Ident) -> String {
    name.to_string().trim_start_matches("r#").to_owned()
}
