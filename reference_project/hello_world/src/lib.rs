//! A small real library: it keeps a guest book.

use interoptopus::{ffi, ffi_constant, ffi_function, ffi_service, ffi_type, inventory};

/// The most guests that a [`GuestBook`] has room for.
#[ffi_constant]
pub const MAX_GUESTS: u32 = 3;

/// A point in the plane, in metres.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Vec2 {
    /// Towards the east.
    pub x: f32,
    /// Towards the north.
    pub y: f32,
}

/// Why a guest was not welcomed.
#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The name is empty.
    NoName = 1,
    /// There are [`MAX_GUESTS`] guests already.
    Full = 2,
}

/// Called with the name of each guest, and the number that it has.
#[ffi_type]
pub type Guest = extern "C" fn(number: u32, name: ffi::Str);

/// The distance between two points, in metres.
#[ffi_function]
pub extern "C" fn distance(a: Vec2, b: Vec2) -> f32 {
    (a.x - b.x).hypot(a.y - b.y)
}

/// The version of this library. Another one in the same process may have a function of that name.
#[ffi_function]
pub extern "C" fn version() -> u32 {
    1
}

/// The mean of all values; none for no values.
#[ffi_function]
pub fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// Remembers who was there.
#[ffi_type(service)]
#[derive(Debug, Default)]
pub struct GuestBook {
    names: Vec<String>,
}

#[ffi_service]
impl GuestBook {
    /// An empty book.
    #[ffi_constructor]
    pub fn new() -> Self {
        GuestBook::default()
    }

    /// Writes down a name, and returns the number of the guest.
    ///
    /// # Errors
    /// [`Refusal::NoName`], or [`Refusal::Full`].
    pub fn welcome(&mut self, name: &str) -> Result<u32, Refusal> {
        if name.is_empty() {
            return Err(Refusal::NoName);
        }
        if self.names.len() as u32 == MAX_GUESTS {
            return Err(Refusal::Full);
        }
        self.names.push(name.to_owned());
        Ok(self.names.len() as u32)
    }

    /// Calls `guest` for each one, in the order in which they came.
    pub fn each(&self, guest: Guest) {
        self.names.iter().zip(1..).for_each(|(name, number)| guest(number, name.as_str().into()));
    }
}

inventory!(ffi_inventory, [MAX_GUESTS], [distance, mean, version], [], [GuestBook]);
