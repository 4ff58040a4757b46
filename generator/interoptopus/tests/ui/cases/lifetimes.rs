//! Borrows that would outlive the call, or the object, which the compiler refuses.
use interoptopus::{ffi_function, ffi_service, ffi_type};

type Forever = &'static u32;

#[ffi_function]
pub fn keeps(value: Forever) -> u32 { //~ [Forever] borrow lasts for `'static`
    *value
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    pub value: &'a u32,
}

#[ffi_type(service)]
pub struct Service {
    value: u32,
}

impl Service {
    fn holder(&self) -> Holder<'_> {
        Holder { value: &self.value }
    }
}

#[ffi_service]
impl Service {
    pub fn lends_unseen<'s: 'o, 'o>(&'s self, _other: &'o str) -> Holder<'o> { //~ [lends_unseen] dropped while borrowed
        self.holder()
    }
}
