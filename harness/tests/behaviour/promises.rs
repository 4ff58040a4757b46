//! Tests as trials: this executable is too many things to leave them to Rust's own.

use libtest_mimic::Failed;

pub(crate) type Test = fn() -> Result<(), Failed>;

/// `ALL` of the tests in it, by name.
macro_rules! promises {
    ($($(#[$meta:meta])* fn $name:ident() $body:block)*) => {
        pub(crate) const ALL: &[(&str, crate::promises::Test)] = &[$((stringify!($name), || { $name(); Ok(()) })),*];
        $($(#[$meta])* fn $name() $body)*
    };
}

pub(crate) use promises;
