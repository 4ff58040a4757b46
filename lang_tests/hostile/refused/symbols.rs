//! Symbols that two functions would have, that are Interoptopus's own, or that no linker takes.
use interoptopus::{ffi_function, ffi_service, ffi_type};

#[ffi_function]
pub fn ffi_last_error() -> u32 { //~ [ffi_last_error] is Interoptopus's own: call it otherwise
    1
}

#[ffi_function(namespace = "ffi")]
pub fn in_a_namespace() -> u32 { //~ [in_a_namespace] is Interoptopus's own: call it otherwise
    1
}

#[ffi_function]
pub fn größe() -> u32 { //~ [größe] cannot be a symbol, as linkers take letters of ASCII, digits
    1
}

#[ffi_function]
#[unsafe(export_name = "größe")] //~ ["größe"] cannot be a symbol, as linkers take letters of ASCII, digits
pub fn size() -> u32 {
    1
}

#[ffi_function]
#[unsafe(export_name = "a \" quote")] //~ ["a \" quote"] the name to export is a text without escapes, in quotes
pub fn quoted() -> u32 {
    1
}

#[ffi_function]
#[export_name = "malloc"] //~ [export_name] unsafe attribute used without unsafe
pub extern "C" fn room(_bytes: usize) -> usize {
    4096
}

#[ffi_function]
#[no_mangle] //~ [no_mangle] unsafe attribute used without unsafe
pub fn free_of_it(_at: usize) {}

#[ffi_type(service)]
pub struct Unguarded;

#[ffi_service]
impl Unguarded {
    #[ffi_constructor]
    #[export_name = "calloc"] //~ [export_name] unsafe attribute used without unsafe
    pub fn new() -> Self {
        Unguarded
    }

    #[no_mangle] //~ [no_mangle] unsafe attribute used without unsafe
    pub fn realloc(&self) {}
}

#[ffi_function]
#[unsafe(export_name = "two words")] //~ ["two words"] cannot be a symbol, as linkers take letters of ASCII, digits
pub fn words() -> u32 {
    1
}

#[ffi_type(service)]
pub struct Book(Vec<u32>);

#[ffi_service]
impl Book {
    #[ffi_constructor]
    pub fn new() -> Self {
        Book(Vec::new())
    }

    pub fn destroy(&self) -> u32 { //~ [destroy] `destroy` and what frees the objects of a service would both be exported as
        1
    }
}

#[ffi_type(service)]
pub struct Lender(Vec<u32>);

#[ffi_service]
impl Lender {
    #[ffi_constructor]
    pub fn new() -> Self {
        Lender(Vec::new())
    }

    pub fn release(&self) -> u32 { //~ [release] `release` and what gives back what the methods of a service lend would both be
        1
    }

    pub fn pages(&self) -> &[u32] {
        &self.0
    }
}

#[ffi_type(service)]
pub struct Twice;

#[ffi_service]
impl Twice {
    #[ffi_constructor]
    #[unsafe(export_name = "refused_once")]
    pub fn new() -> Self {
        Twice
    }

    #[unsafe(export_name = "refused_once")]
    pub fn again(&self) -> u32 { //~ [again] `again` and `new` would both be exported as `refused_once`: call one otherwise
        1
    }
}
