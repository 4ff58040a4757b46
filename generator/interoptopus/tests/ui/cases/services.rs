//! What `#[ffi_service]` refuses before anything else is looked at.
use interoptopus::{ffi_service, ffi_type};

#[ffi_type(service)]
pub struct Service { //~ `Service` has no methods for other languages
    value: u32,
}

#[ffi_service]
impl Service {
    #[ffi_constructor]
    pub fn makes_nothing() -> u32 { //~ a constructor returns `Self` or `Result<Self, E>`
        0
    }

    #[ffi_constructor]
    pub fn borrows(&self) -> Self { //~ a constructor has no `self`: it makes the object
        Service { value: self.value }
    }

    #[ffi_constructor]
    fn hidden() -> Self { //~ what other languages call is public: write `pub fn`
        Service { value: 1 }
    }

    pub fn neither() -> u32 { //~ this is neither a constructor nor a method: mark it `#[ffi_constructor]`
        0
    }

    pub extern "C" fn bare(&self) {} //~ methods cross guarded, so that a panic is an exception

    pub fn generic<T>(&self, _value: T) {} //~ write one function for each type

    fn private<T>(&self, value: T) -> T {
        value
    }
}

#[ffi_service]
impl Other {
    pub fn consume(self) {} //~ a method takes `&self` or `&mut self`
}

pub struct Other;

#[ffi_service]
impl Default for Service { //~ `#[ffi_service]` stands on an `impl` block of the type itself, not of a trait
    fn default() -> Self {
        Service { value: 1 }
    }
}
