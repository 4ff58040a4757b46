//! Objects are used by several threads.
use interoptopus::{ffi_service, ffi_type};
use std::cell::Cell;
use std::rc::Rc;

#[ffi_type(service)]
pub struct Shared { //~ [Shared] required by a bound in `service_must_be_send`
    value: Rc<u32>,
}

#[ffi_service]
impl Shared {
    pub fn get(&mut self) -> u32 {
        *self.value
    }
}

#[ffi_type(service)]
pub struct Celled {
    value: Cell<u32>,
}

#[ffi_service]
impl Celled { //~ [Celled] required by a bound in `service_with_shared_methods_must_be_sync`
    pub fn get(&self) -> u32 {
        self.value.get()
    }
}

/// It needs no `Sync`: each of its methods excludes all others.
#[ffi_type(service)]
pub struct Exclusive {
    value: Cell<u32>,
}

#[ffi_service]
impl Exclusive {
    pub fn get(&mut self) -> u32 {
        self.value.get()
    }
}
