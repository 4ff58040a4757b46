//! Exceptions of callbacks, thrown while Rust makes an object or lends from one.

use interoptopus::{ffi, ffi_function, ffi_service, ffi_type, inventory_part};

/// Called when something is at stake.
#[ffi_type]
pub type Raise = extern "C" fn();

/// Why an object was not made.
#[ffi_type(error)]
#[repr(u32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It was asked not to.
    Unwanted = 1,
}

/// Makes others and lends its name, and calls back meanwhile.
#[ffi_type(service)]
#[derive(Debug)]
pub struct Maker {
    name: String,
}

#[ffi_service]
impl Maker {
    /// With an empty name.
    #[ffi_constructor]
    pub fn new(raise: Raise) -> Self {
        raise();
        Maker { name: String::new() }
    }

    /// With a name, unless that is empty.
    ///
    /// # Errors
    /// [`Refused::Unwanted`] if the name is empty.
    #[ffi_constructor]
    pub fn named(name: &str, raise: Raise) -> Result<Self, Refused> {
        raise();
        if name.is_empty() { Err(Refused::Unwanted) } else { Ok(Maker { name: name.to_owned() }) }
    }

    /// Another with the same name.
    pub fn sibling(&self, raise: Raise) -> Maker {
        raise();
        Maker { name: self.name.clone() }
    }

    /// The same, unless the name is empty.
    ///
    /// # Errors
    /// [`Refused::Unwanted`] if the name is empty.
    pub fn try_sibling(&mut self, raise: Raise) -> Result<Maker, Refused> {
        Maker::named(&self.name, raise)
    }

    /// The name.
    pub fn lent(&self, raise: Raise) -> &str {
        raise();
        &self.name
    }

    /// The name, unless it is empty.
    pub fn lent_or_none(&self, raise: Raise) -> Option<&str> {
        raise();
        Some(self.name.as_str()).filter(|name| !name.is_empty())
    }

    /// The same as a value and a flag.
    pub fn lent_option(&self, raise: Raise) -> ffi::Option<ffi::Str<'_>> {
        raise();
        Some(self.name.as_str()).filter(|name| !name.is_empty()).map(ffi::Str::from).into()
    }

    /// The bytes of the name, unless it is empty.
    ///
    /// # Errors
    /// [`Refused::Unwanted`] if the name is empty.
    pub fn lent_bytes(&self, raise: Raise) -> Result<&[u8], Refused> {
        raise();
        if self.name.is_empty() { Err(Refused::Unwanted) } else { Ok(self.name.as_bytes()) }
    }

    /// The length of the name.
    pub fn len(&self, raise: Raise) -> u32 {
        raise();
        self.name.len() as u32
    }

    /// Changes the name, which nothing may have borrowed.
    pub fn rename(&mut self, name: &str) {
        self.name = name.to_owned();
    }
}

/// A part of a text, whose size and alignment only the platform knows.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    /// Where it begins.
    pub at: u64,
    /// Its length.
    pub len: u32,
}

/// The words of a text.
#[ffi_function]
pub fn exceptions_words(text: &str, raise: Raise) -> Vec<Part> {
    raise();
    let words = text.split(' ').scan(0, |at, word| {
        let begin = std::mem::replace(at, *at + word.len() as u64 + 1);
        Some(Part { at: begin, len: word.len() as u32 })
    });
    words.collect()
}

/// The text in capitals.
#[ffi_function]
pub fn exceptions_loud(text: &str, raise: Raise) -> String {
    raise();
    text.to_uppercase()
}

inventory_part!(part, [], [exceptions_words, exceptions_loud], [], [Maker]);
