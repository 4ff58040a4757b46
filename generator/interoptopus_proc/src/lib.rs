//! The macros of Interoptopus: use them through the crate `interoptopus`.
//!
//! Each macro parses (`parse/`), checks, and expands (`expand/`, a file for each construct). What can be a function or a trait in
//! `interoptopus::border` is one there: what is expanded here is compiled again in each library.

mod check;
mod dependency;
mod expand;
mod parse;
mod quote;

use proc_macro::TokenStream;

/// Makes a type known to other languages.
///
/// - On a struct: it crosses by value and behind pointers, as `repr(C)`, which is added if it is not there. It may be a tuple, whose fields are
///   `field0`, `field1`, … in other languages, and a single one `value`; `repr(transparent)`, which at the ABI is its field; `repr(C, packed)`,
///   `repr(C, align(16))`. A field that is not `pub` keeps its place, but is not shown: other languages copy
///   and zero the value all the same, so that no `unsafe` code may rely on who made it. One without bytes (`PhantomData`) is left out.
/// - On a struct without fields: other languages hold its address only; as a field it is nothing.
/// - On an enum with an integer `repr`, or `repr(C)`: it is a number there; one that no variant has is refused on the way in.
/// - On an enum with data: a tag and a union, as `repr(C)`, which is added, or as `repr(C, u8)` with a tag of one byte. A tag that no variant
///   has is refused, and so is a field that is invalid.
/// - On a union: any bytes have to be a value of each field.
/// - On a generic type: each instance is a type of its own, and named by its arguments: `Pair<u8, f32>` is `PairU8F32`. An argument that is the
///   parameter's default is left out. Parameters that are types are `'static`.
/// - On a type alias of an `extern "C" fn`: a callback with a name, and with names for its parameters. The alias becomes a transparent newtype
///   with a lifetime that may be left out in signatures: it lives for the call, within which any thread may call it, as a function: `f(1)`; if it
///   is `unsafe`, by `f.call(1)`. It cannot be kept, and only comes in; what has more to say later returns it, or is asked for it. It may return
///   only what any bytes are a value of. `From` makes one of a function of Rust's own.
///
/// The kinds of types:
/// - `#[ffi_type(error)]` on an enum: the `E` of `Result<T, E>`; each discriminant is between 1 and `i32::MAX`.
/// - `#[ffi_type(flags)]` on an enum: each variant is a bit, or several; `ffi::Flags` of it are sets, which cross.
/// - `#[ffi_type(opaque)]` on any type: other languages hold its address only.
/// - `#[ffi_type(service)]` on a struct: a class there; its functions are in an `impl` block that is marked [`macro@ffi_service`].
///
/// Options besides:
/// - `name = "Other"`, `namespace = "geometry"`: what it is called in other languages, and where. `internal`: bindings for the public leave it
///   out. `#[deprecated]` is carried over.
/// - `default` on a struct: the values of its fields by `Default`, which bindings contain.
/// - `surrogate = their_crate::Type`: it stands for a type of somebody else's, with the same fields or variants, and is converted by `From` in
///   both directions, of which the macro writes both.
#[proc_macro_attribute]
pub fn ffi_type(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_type(arguments, item)
}

/// Exports a function.
///
/// An `extern "C"` function crosses *bare*: its C signature is what it says, and a panic or a wrong argument ends the process. A plain one, or
/// one that returns a `Result`, crosses *guarded*: these are statuses, which other languages make exceptions of. In Rust the
/// function stays an ordinary one.
///
/// Memory of the caller's that is checked (enums, `bool`, `char` and the like, in slices and behind references) is copied first, so that nobody
/// changes it after the check. The copy ends with the call, and cannot be in the result; what is behind `&mut` is copied back, also after a panic.
///
/// No other language has a word for an `unsafe fn`: what its callers have to keep to stands in its documentation under `# Safety`, which bindings
/// contain, and without which the inventory refuses it. Only such a function may have references to opaque types in its signature, wherever they
/// are, since other languages can keep them, share them between threads, and come back while they are borrowed.
///
/// As on every item, `name = "other"` says what it is called in other languages, `namespace = "geometry"` where it stands there, `internal` that
/// bindings for the public leave it out, and Rust's own `#[deprecated]` is carried over.
///
/// The symbol is the name behind that of the crate: `my_lib_dot`, `my_lib_other`, `my_lib_geometry_other`; so two libraries live in one process,
/// and no function of the system is replaced. Whoever writes `#[unsafe(no_mangle)]` or `#[unsafe(export_name = "…")]` gets that name. Those that
/// begin with `my_lib_ffi_` are Interoptopus's own.
///
/// Beside it stands a hidden type of the same name, by which `inventory!` finds it. Where a module or a type of that name is there already (E0428, "defined
/// multiple times"), `item = other_name` calls it otherwise, and the inventory lists `other_name`.
///
/// It ends the process all the same if the library is built with `panic = "abort"`, or if a destructor panics while a panic unwinds.
#[proc_macro_attribute]
pub fn ffi_function(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_function(arguments, item)
}

/// Makes a constant known to other languages, whose bindings contain its value: a number, `bool`, `char`, `&str`, `&CStr`, an enum or struct that is
/// `#[ffi_type]`, a `NonZero`, an array or a slice of these. `name`, `namespace`, `internal` and `item` as in [`macro@ffi_function`].
#[proc_macro_attribute]
pub fn ffi_constant(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_constant(arguments, item)
}

/// Makes the associated constants of a type known to other languages: stands on an `impl` block, and exports each `pub const` of it.
///
/// `inventory!` lists them as `Vec2::ORIGIN`; there they are called `VEC2_ORIGIN`, unless one says `#[ffi_constant(name = "Other")]`.
#[proc_macro_attribute]
pub fn ffi_constants(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_constants(arguments, item)
}

/// Exports the constructors and methods of a type that is marked `#[ffi_type(service)]`.
///
/// Each `pub fn` of the block is exported: with `#[ffi_constructor]` it returns `Self` or `Result<Self, E>`; a method takes `&self` or
/// `&mut self`. A method that returns what it borrows of the object (`&[T]`, `&str`, within a `Result` or `Option` too) lends it until the other
/// side has read it.
///
/// Symbols are `<crate>_<service>_<method>`; where two services are called the same, `name` and `namespace` of the type stand here too.
#[proc_macro_attribute]
pub fn ffi_service(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_service(arguments, item)
}

/// Stands on a function in an `impl` block that is marked [`macro@ffi_service`], and makes it a constructor, which returns `Self` or
/// `Result<Self, E>`. It is read there, and needs no import.
#[proc_macro_attribute]
pub fn ffi_constructor(arguments: TokenStream, item: TokenStream) -> TokenStream {
    expand::ffi_constructor(&arguments, &item)
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
    expand::inventory(input, false)
}

/// Names a part of what a library exports, in a module or in a crate that the library links; written as [`macro@inventory`], whose last list names
/// it. It exports no function of its own.
#[proc_macro]
pub fn inventory_part(input: TokenStream) -> TokenStream {
    expand::inventory(input, true)
}
