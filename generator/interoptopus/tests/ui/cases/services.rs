//! Refusals of `#[ffi_service]` before anything else is looked at.
use interoptopus::{ffi_service, ffi_type};

#[ffi_type(service)]
pub struct Service {
    value: u32,
}

#[ffi_type(service)]
pub struct Alone { //~ [Alone] `Alone` has no methods for other languages
    value: u32,
}

#[ffi_service]
impl Service {
    #[ffi_constructor]
    pub fn makes_nothing() -> u32 { //~ [makes_nothing] a constructor returns `Self` or `Result<Self, E>`
        0
    }

    #[ffi_constructor]
    pub fn borrows(&self) -> Self { //~ [borrows] a constructor has no `self`: it makes the object
        Service { value: self.value }
    }

    #[ffi_constructor]
    fn hidden() -> Self { //~ [hidden] what other languages call is public: write `pub fn`
        Service { value: 1 }
    }

    pub fn neither() -> u32 { //~ [neither] this is neither a constructor nor a method: mark it `#[ffi_constructor]`
        0
    }

    pub extern "C" fn bare(&self) {} //~ [bare] methods cross guarded, so that a panic is an exception

    pub fn generic<T>(&self, _value: T) {} //~ [T] write one function for each type

    fn private<T>(&self, value: T) -> T {
        value
    }
}

#[ffi_service]
impl Other {
    pub fn consume(self) {} //~ [self] a method takes `&self` or `&mut self`
}

#[ffi_type(service)]
pub struct Other;

#[ffi_service]
impl Default for Service { //~ [Default] `#[ffi_service]` stands on the `impl` block of a type that is `#[ffi_type(service)]`; not on one of a trait
    fn default() -> Self {
        Service { value: 1 }
    }
}

#[ffi_service]
impl<T> Generic<T> { //~ [T] a service has no parameters: other languages keep its objects for as long as they like
    pub fn get(&self) {}
}

pub struct Generic<T> {
    value: T,
}

#[ffi_type(service)]
pub type Alias = u32; //~ [Alias] a service is a struct or an enum

#[ffi_service]
impl Mutable {
    pub fn consume(mut self) {} //~ [self] a method takes `&self` or `&mut self`
}

#[ffi_type(service)]
pub struct Mutable;

#[ffi_service]
impl Boxed {
    pub fn consume(self: Box<Self>) {} //~ [self] a method takes `&self` or `&mut self`
}

#[ffi_type(service)]
pub struct Boxed;

#[ffi_service]
pub struct NoBlock; //~ [pub] `#[ffi_service]` stands on the `impl` block of a type that is `#[ffi_type(service)]`

#[ffi_type(service)]
pub struct Second {
    value: u32,
}

#[ffi_service]
impl Second {
    pub async fn later(&self) {} //~ [async] an `async fn` cannot cross the border: block on it

    pub fn array(&self) -> [u8; 4] { //~ [[u8; 4]] an array cannot be returned in C: put it into a struct
        [0; 4]
    }
}
