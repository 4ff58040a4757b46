//! Code that compiles, under lints that an author may have.
#![deny(warnings, missing_docs, missing_debug_implementations, rust_2018_idioms, unsafe_code, unused_lifetimes, single_use_lifetimes)]
#![deny(clippy::all, clippy::pedantic)]
use interoptopus::{ffi, ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type, inventory, inventory_part};

#[doc = concat!("A ", "point.")]
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Vec2 {
    /// East.
    pub x: f32,
}

/// Holds one.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Holder<'a, 'h: 'a> {
    /// Borrowed.
    pub at: &'a Vec2,
    /// Borrowed for longer.
    pub longer: ffi::Slice<'h, u8>,
}

/// Whether.
#[ffi_constant]
#[cfg(all())]
pub const YES: bool = true;

/// Gone.
#[ffi_constant]
#[cfg(any())]
pub const NO: Unknown = true;

/// Gone.
#[ffi_function]
#[cfg(any())]
pub fn gone(value: Unknown) {}

/// A private one.
#[ffi_function]
fn private(holder: Holder<'_, '_>, name: &str) -> usize {
    name.len() + holder.longer.len()
}

/// Returns what it borrows.
#[ffi_function]
#[deprecated]
#[must_use]
pub fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}

/// In a module.
pub mod inner {
    /// An error.
    #[interoptopus::ffi_type(error)]
    #[repr(u8)]
    #[derive(Clone, Copy, Debug)]
    pub enum Error {
        /// One.
        One = 1,
    }

    /// Two.
    ///
    /// # Errors
    /// Never.
    #[interoptopus::ffi_function]
    pub const fn two() -> Result<u8, Error> {
        Ok(2)
    }
}

/// A service.
#[ffi_type(service)]
#[derive(Debug, Default)]
pub struct Service {
    values: Vec<u8>,
}

#[ffi_service]
impl Service {
    /// What is not a function stays.
    pub const MOST: usize = 8;

    /// Makes one.
    #[ffi_constructor]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Gone.
    #[cfg(any())]
    pub fn gone(&self) -> Unknown {}

    /// Lends.
    ///
    /// # Errors
    /// If there is nothing.
    pub fn values(&self, _other: Option<&Self>) -> Result<Option<&[u8]>, inner::Error> {
        if self.values.len() > Self::MOST { Err(inner::Error::One) } else { Ok(Some(&self.values)) }
    }
}

/// Its name is that of a type of ours.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Build {
    /// A field.
    pub registry: u8,
}

/// Everything that is deprecated.
pub mod old {
    use super::{ffi, ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type, inventory_part};

    /// A struct.
    #[ffi_type(internal, name = "Older")]
    #[deprecated]
    #[derive(Clone, Copy, Debug)]
    pub struct Old {
        /// A field.
        #[deprecated]
        pub letter: char,
        hidden: std::marker::PhantomData<u8>,
    }

    #[ffi_constants]
    #[allow(deprecated)]
    impl Old {
        /// The first.
        #[deprecated = "there is none"]
        pub const FIRST: Self = Self { letter: 'a', hidden: std::marker::PhantomData };
        /// Of how many.
        pub const COUNT: usize = 1;
    }

    /// An enum.
    #[ffi_type]
    #[deprecated(since = "1.0.0", note = "gone")]
    #[repr(u8)]
    #[derive(Clone, Copy, Debug)]
    pub enum Kind {
        /// One.
        #[deprecated]
        A,
        /// Another.
        B,
    }

    /// A constant.
    #[ffi_constant(namespace = "old")]
    #[deprecated]
    #[allow(deprecated)]
    pub const KIND: Kind = Kind::B;

    /// A callback.
    #[ffi_type]
    #[deprecated]
    pub type Each = extern "C" fn(letter: char, wide: i128) -> u128;

    /// A service.
    #[ffi_type(service)]
    #[deprecated]
    #[derive(Debug)]
    pub struct Keeper(u8);

    #[ffi_service]
    #[allow(deprecated)]
    impl Keeper {
        /// Makes one.
        #[ffi_constructor]
        #[deprecated]
        #[must_use]
        pub fn new() -> Self {
            Keeper(1)
        }

        /// Its value.
        #[deprecated(note = "no more")]
        pub const fn value(&self) -> u8 {
            self.0
        }
    }

    /// A function.
    #[ffi_function(namespace = "old", internal)]
    #[deprecated]
    #[allow(deprecated)]
    pub fn function(old: Old, each: Each<'_>, kind: Option<Kind>) -> ffi::Option<Old> {
        each(old.letter, 1);
        kind.map(|_| old).into()
    }

    inventory_part!(part, [KIND, Old::FIRST, Old::COUNT], [function], [Kind], [Keeper]);
}

macro_rules! in_turn {
    ($name:ident, $lifetime:lifetime, $t:ty) => {
        /// The elements in turn, as many as there are words.
        #[ffi_function]
        #[must_use]
        pub fn $name<$lifetime>(words: &[&$lifetime str], turned: ffi::Slice<$lifetime, $t>, owned: Vec<$t>) -> Vec<$t> {
            owned.into_iter().chain(turned.iter().copied()).take(words.len()).collect()
        }
    };
}

in_turn!(in_turn, 'a, *const u8);

inventory! {
    /// Its docs.
    ffi_inventory, [YES], [private, longest, inner::two, in_turn], [Vec2, Build, ffi::Option<Vec2>, [u8; 4]], [Service], [old::part],
}
