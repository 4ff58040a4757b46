//! Parts that are not for everybody: private fields, which are copied and not shown, skipped fields, and internal items.

use crate::digest::digest;
use crate::mutants::mutant;
use crate::structs::Vec2;
use interoptopus::{ffi_constant, ffi_function, ffi_service, ffi_type};
use std::marker::PhantomData;

/// Some of its fields are the library's own.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sealed {
    /// The field that is seen first.
    pub id: u16,
    /// Nobody's business; no other language shows this.
    secret: u32,
    /// Neither is this.
    pub(crate) seal: u64,
    /// The field that is seen last.
    pub last: u8,
    /// Takes no room.
    of: PhantomData<Vec2>,
}

/// A type that the library's authors look at, and its users do not.
#[ffi_type(internal)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diagnosis {
    /// A number.
    pub code: u16,
    /// The severity.
    pub weight: f64,
}

/// For the library's authors.
#[ffi_constant(internal)]
pub const SECRET: u32 = 0xC0FF_EE00;

fn seal_of(id: u16, secret: u32, last: u8) -> u64 {
    digest![id, secret, last]
}

/// The arguments, sealed.
#[ffi_function]
pub extern "C" fn seal(id: u16, last: u8) -> Sealed {
    let secret = u32::from(id) << 16 | u32::from(last) | SECRET;
    Sealed { id, secret, seal: seal_of(id, secret, last), last, of: PhantomData }
}

/// Whether nobody has changed anything of it, neither what is shown nor what is not.
#[ffi_function]
pub fn is_whole(sealed: &Sealed) -> bool {
    sealed.seal == seal_of(sealed.id, sealed.secret, sealed.last) || mutant("seal_not_compared")
}

/// Both, if they are whole, in the opposite order; otherwise what is sealed of nothing.
#[ffi_function]
pub fn exchange_sealed(pair: &mut [Sealed; 2]) -> bool {
    let whole = pair.iter().all(is_whole);
    if whole {
        pair.reverse()
    } else {
        *pair = [seal(0, 0); 2]
    }
    whole
}

/// Its number with the bytes exchanged, and half its weight.
#[ffi_function(internal)]
pub fn diagnosis_after(diagnosis: Diagnosis) -> Diagnosis {
    Diagnosis { code: diagnosis.code.swap_bytes(), weight: diagnosis.weight / 2.0 }
}

/// Counts for the library's authors.
#[ffi_type(service, internal)]
#[derive(Debug)]
pub struct Probe {
    count: u32,
}

#[ffi_service]
impl Probe {
    /// At 0.
    #[ffi_constructor]
    pub fn new() -> Self {
        Probe { count: 0 }
    }

    /// One more.
    pub fn count(&mut self) -> u32 {
        self.count += 1;
        self.count
    }
}

impl Default for Probe {
    fn default() -> Self {
        Probe::new()
    }
}
