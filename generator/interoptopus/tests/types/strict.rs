//! The code of the macros under the strictest lints that an author may have on.
#![deny(warnings, missing_docs, missing_debug_implementations, missing_copy_implementations, unused, nonstandard_style)]
#![deny(rust_2018_idioms, trivial_casts, trivial_numeric_casts, unused_qualifications, unused_results)]
// Nobody outside sees this test.
#![allow(unreachable_pub, dead_code)]
#![deny(unsafe_op_in_unsafe_fn, single_use_lifetimes, unused_lifetimes, explicit_outlives_requirements, deprecated)]
#![deny(clippy::all, clippy::pedantic, clippy::undocumented_unsafe_blocks)]

use interoptopus::ffi::Flags;
use interoptopus::{ffi_function, ffi_type};
use std::marker::PhantomData;

/// A mark.
#[ffi_type(flags)]
#[repr(u32)]
#[derive(Clone, Copy, Debug)]
pub enum Mark {
    /// One.
    One = 1 << 31,
    /// Two.
    #[deprecated]
    Two = 1,
}

/// A pair.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a, T, const N: usize = 2>(pub Option<&'a [T; N]>, pub Flags<Mark>)
where
    T: Copy;

/// A choice.
#[ffi_type(name = "OneOf")]
#[deprecated(note = "choose something else")]
#[derive(Clone, Copy, Debug)]
#[repr(C, i8)]
pub enum Choice<T: 'static> {
    /// Nothing.
    Nothing,
    /// What has no bytes.
    Phantom(PhantomData<T>) = -5,
    /// Something.
    #[deprecated]
    Something {
        /// A number.
        number: u16,
        #[cfg(any())]
        /// Not there.
        never: String,
        /// Another one, in a raw name.
        r#type: T,
    },
    #[cfg(any())]
    /// Not there.
    Never(String),
}

/// A union.
#[ffi_type(internal)]
#[derive(Clone, Copy)]
pub union Either {
    /// A byte.
    pub byte: u8,
    #[cfg(any())]
    /// Not there.
    pub never: String,
    /// A word.
    pub word: usize,
}

/// Packed.
#[ffi_type(default)]
#[derive(Clone, Copy, Debug, Default)]
#[repr(C, packed(4))]
pub struct Tight {
    /// A number.
    pub number: u64,
    sure: bool,
}

impl Tight {
    /// Whether it is sure.
    #[must_use]
    pub fn is_sure(self) -> bool {
        self.sure
    }
}

/// A tree, whose branches are behind raw pointers.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum Tree {
    /// A number.
    Leaf(i32),
    /// Two branches.
    Branch {
        /// The one.
        left: *const Tree,
        /// The other.
        right: *mut Self,
        /// Through other types.
        forest: *const Forest,
    },
}

/// Trees.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Forest {
    /// The first.
    pub first: *const Tree,
    /// The second.
    pub second: Tree,
}

/// Takes all of them.
#[ffi_function]
#[expect(deprecated)]
#[must_use]
pub fn strict_all(pair: &Pair<'_, u8>, choice: Choice<i8>, either: Either, packed: Tight, forest: &Forest) -> u64 {
    // SAFETY: any bytes are a number.
    let byte = unsafe { either.byte };
    let choice = match choice {
        Choice::Nothing => 1,
        Choice::Phantom(_) => 2,
        Choice::Something { number, r#type } => u64::from(number) + u64::from(r#type.unsigned_abs()),
    };
    let tree = u64::from(matches!(forest.second, Tree::Leaf(5)));
    choice + u64::from(byte) + u64::from(packed.is_sure()) + tree + u64::from(pair.1.bits() & 1)
}

mod abi {
    use super::{Either, Forest, Tight};
    use interoptopus::border::Outcome;

    #[repr(C)]
    pub(super) struct Pair {
        pub(super) array: *const [u8; 2],
        pub(super) mark: u32,
    }

    #[repr(C)]
    pub(super) struct Choice {
        pub(super) tag: i8,
        pub(super) number: u16,
        pub(super) r#type: i8,
    }

    unsafe extern "C" {
        pub(super) fn types_strict_all(
            pair: *const Pair,
            choice: Choice,
            either: Either,
            packed: Tight,
            forest: *const Forest,
        ) -> Outcome<u64>;
    }
}

#[test]
fn what_is_linted_works() {
    let forest = Forest { first: std::ptr::null(), second: Tree::Leaf(5) };
    let call = |mark, tag| {
        let (pair, packed) = (abi::Pair { array: &[1, 2], mark }, Tight { number: 1, sure: true });
        let choice = abi::Choice { tag, number: 1000, r#type: -100 };
        // SAFETY: the declarations are those of the shims.
        super::value(unsafe { abi::types_strict_all(&raw const pair, choice, Either { byte: 255 }, packed, &raw const forest) })
    };
    assert_eq!((call(1, 0), call(1 << 31, -5), call(0, -4)), (Ok(259), Ok(259), Ok(1357)));
    assert_eq!((call(2, 0), call(1, 1), call(1, -6)), (Err(-4), Err(-4), Err(-4)));
}

#[test]
fn what_is_configured_away_is_not_in_the_inventory() {
    let inventory = super::ffi_inventory();
    let choice = inventory.tagged().iter().find(|t| t.head.name == "OneOfI8").unwrap();
    let names: Vec<_> = choice.cases.iter().map(|c| (c.name.as_str(), c.value, c.fields.len())).collect();
    assert_eq!(names, [("Nothing", 0, 0), ("Phantom", -5, 0), ("Something", -4, 2)]);
    assert_eq!(choice.head.marks.deprecated.as_deref(), Some("choose something else"));
    super::assert_memory::<Tree>(
        "Tree",
        &[("tag", 0, 4), ("Leaf.value", 8, 4), ("Branch.left", 8, 8), ("Branch.right", 16, 8), ("Branch.forest", 24, 8)],
    );
}
