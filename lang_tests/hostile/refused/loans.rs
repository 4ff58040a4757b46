//! Results that lead to an object which no method has lent.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};

#[ffi_type(service)]
pub struct Store {
    words: Vec<u32>,
    name: String,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    pub words: ffi::Slice<'a, u32>,
}

#[ffi_service]
impl Store {
    #[ffi_constructor]
    pub fn new() -> Self {
        Store { words: vec![], name: String::new() }
    }

    pub fn of_another<'a>(&self, other: &'a Store) -> &'a [u32] { //~ [&] `only_the_receiver_lends` does not live long enough
        &other.words
    }

    pub fn of_either<'a>(&'a self, other: &'a Store) -> &'a [u32] { //~ [&] `only_the_receiver_lends` does not live long enough
        if self.words.is_empty() { &other.words } else { &self.words }
    }
}

#[ffi_function]
pub fn view_of(store: &Store) -> &[u32] { //~ [&] `only_the_receiver_lends` does not live long enough
    &store.words
}

#[ffi_function]
pub fn first_of(store: &Store) -> &u32 { //~ [&] `only_the_receiver_lends` does not live long enough
    &store.words[0]
}

#[ffi_function]
pub fn name_of(store: &mut Store) -> &str { //~ [&] `only_the_receiver_lends` does not live long enough
    &store.name
}

#[ffi_function]
pub fn hidden_name_of(store: &Store) -> ffi::Str { //~ [&] `only_the_receiver_lends` does not live long enough
    store.name.as_str().into()
}

#[ffi_function]
pub fn entry_of<'a>(store: &'a Store) -> Entry<'a> { //~ [&] `only_the_receiver_lends` does not live long enough
    Entry { words: store.words.as_slice().into() }
}

#[ffi_function]
pub fn perhaps_of(store: Option<&Store>) -> Option<&[u32]> { //~ [Option] `only_the_receiver_lends` does not live long enough
    store.map(|store| store.words.as_slice())
}

#[ffi_function]
pub extern "C" fn bare_of(store: &mut Store) -> &mut [u32] { //~ [&] `only_the_receiver_lends` does not live long enough
    &mut store.words
}

// What borrows from an argument's own memory is the caller's.

#[ffi_function]
pub fn text_of<'a>(_store: &Store, text: &'a str) -> &'a str {
    text
}
