//! The macros of Interoptopus: use them through the crate `interoptopus`.
//!
//! Each macro parses (`parse/`), checks, and expands (`expand/`, a file for each construct). What can be a function or a trait in
//! `interoptopus::border` is one there: what is expanded here is compiled again in each library.

mod expand;
mod parse;

use proc_macro::TokenStream;

/// Makes a type known to other languages.
///
/// - On a struct: it crosses by value and behind pointers, as `repr(C)`, which is added if no `repr` is there. Each field is public in other
///   languages.
/// - On an enum with an integer `repr`, or `repr(C)`: it is a number there; one that no variant has is refused on the way in.
/// - On a type alias of an `extern "C" fn`: a callback with a name, and with names for its parameters. The alias becomes a transparent newtype
///   that is called like the function pointer in it; it may return only what any bytes are a value of.
/// - `#[ffi_type(error)]` on an enum: the `E` of `Result<T, E>`; each discriminant is between 1 and `i32::MAX`.
/// - `#[ffi_type(opaque)]` on any type: other languages hold its address only.
/// - `#[ffi_type(service)]` on a struct: a class there; its functions are in an `impl` block that is marked [`macro@ffi_service`].
#[proc_macro_attribute]
pub fn ffi_type(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_type(arguments.into(), item.into()).into()
}

/// Exports a function.
///
/// An `extern "C"` function crosses *bare*: its C signature is what it says, and a panic or a wrong argument ends the process. A plain one, or
/// one that returns a `Result`, crosses *guarded*: these are statuses, which other languages make exceptions of. In both, `no_mangle` is added;
/// `export_name` is respected. In Rust the function stays an ordinary one.
#[proc_macro_attribute]
pub fn ffi_function(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_function(arguments.into(), item.into()).into()
}

/// Makes a constant known to other languages, whose bindings contain its value.
#[proc_macro_attribute]
pub fn ffi_constant(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_constant(arguments.into(), item.into()).into()
}

/// Makes the associated constants of a type known to other languages: stands on an `impl` block, and exports each `pub const` of it.
///
/// `inventory!` lists them as `Vec2::ORIGIN`; there they are called `VEC2_ORIGIN`, unless one says `#[ffi_constant(name = "Other")]`.
#[proc_macro_attribute]
pub fn ffi_constants(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_constants(arguments.into(), item.into()).into()
}

/// Exports the constructors and methods of a type that is marked `#[ffi_type(service)]`.
///
/// Each `pub fn` of the block is exported: with `#[ffi_constructor]` it returns `Self` or `Result<Self, E>`; a method takes `&self` or
/// `&mut self`. A method that returns what it borrows of the object (`&[T]`, `&str`, within a `Result` or `Option` too) lends it until the other
/// side has read it.
#[proc_macro_attribute]
pub fn ffi_service(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_service(arguments.into(), item.into()).into()
}

/// Names what a library exports, and exports what every library has:
///
/// ```text
/// inventory!(ffi_inventory, [constants], [functions], [more types], [services], [inventories]);
/// ```
///
/// makes `pub fn ffi_inventory() -> Inventory`. Items of modules are named by paths: `[shapes::dot]`. Types that items mention need not be listed. The
/// last list may be left out; it names other inventories, whose items belong to this library as well: see [`macro@inventory_part`].
#[proc_macro]
pub fn inventory(input: TokenStream) -> TokenStream {
    expand::inventory(input.into(), false).into()
}

/// Names a part of what a library exports, in a module or in a crate that the library links; written as [`macro@inventory`], whose last list names
/// it. It exports no function of its own.
#[proc_macro]
pub fn inventory_part(input: TokenStream) -> TokenStream {
    expand::inventory(input.into(), true).into()
}
