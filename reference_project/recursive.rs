//! Types that lead to themselves through pointers.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_function, ffi_type};
use std::ptr::NonNull;

/// A list: a value, and the rest.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Node {
    /// The value.
    pub value: i32,
    /// The rest; null at the end.
    pub next: *const Node,
}

/// A tree: two of its kind.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Tree {
    /// The tree of lesser keys; null for none.
    pub left: *const Tree,
    /// The key.
    pub key: u8,
    /// The tree of greater keys; null for none.
    pub right: *const Tree,
}

/// One of two types that lead to each other.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// The number that is asked.
    pub asked: u16,
    /// The answer, if there is one.
    pub answer: *const Answer,
}

/// The other one.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    /// The number that is answered.
    pub said: i64,
    /// The next question, if there is one.
    pub next: *const Question,
}

/// A ring, which has no end.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Ring {
    /// A value.
    pub value: u32,
    /// The next one, at last the first again.
    pub next: NonNull<Ring>,
}

/// A term: an enum with data that leads to itself.
#[ffi_type]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub enum Term {
    /// A number.
    Number(f64),
    /// The negative of another term.
    Negative(*const Term),
    /// The difference of two others.
    Difference {
        /// From this one.
        from: *const Term,
        /// This one is taken.
        less: *const Term,
    },
}

/// The digest of all values, from the first to the last.
///
/// # Safety
/// Each `next` must be null or lead to a node, and at last to null.
#[ffi_function]
pub unsafe fn list_digest(list: &Node) -> u64 {
    let mut digest = digest![list.value];
    let mut node = list;
    // SAFETY: the caller's promise.
    while let Some(next) = unsafe { node.next.as_ref() } {
        node = next;
        digest = digest![digest, node.value];
        if mutant("third_node_forgotten") {
            break;
        }
    }
    digest
}

/// A node with `value` in front of `list`, which may be null.
#[ffi_function]
pub extern "C" fn node_before(list: *const Node, value: i32) -> Node {
    Node { value, next: list }
}

/// The digest of all keys, from the least to the greatest.
///
/// # Safety
/// Each pointer must be null or lead to a tree, and none to one above.
#[ffi_function]
pub unsafe fn tree_digest(tree: *const Tree) -> u64 {
    fn walk(tree: *const Tree, digest: u64) -> u64 {
        // SAFETY: the promise of `tree_digest`'s caller.
        let Some(tree) = (unsafe { tree.as_ref() }) else { return digest };
        let left = walk(tree.left, digest);
        walk(tree.right, digest![left, tree.key])
    }
    walk(tree, 0)
}

/// The digest of all that is asked and answered.
///
/// # Safety
/// Each pointer must be null or lead to what its type says, and at last to null.
#[ffi_function]
pub unsafe fn dialogue_digest(question: &Question) -> u64 {
    let mut digest = 0;
    let mut question: *const Question = question;
    // SAFETY: the caller's promise.
    while let Some(asked) = unsafe { question.as_ref() } {
        // SAFETY: as above.
        let answer = unsafe { asked.answer.as_ref() };
        digest = digest![digest, asked.asked, answer.map_or(0, |answer| answer.said)];
        question = answer.map_or(std::ptr::null(), |answer| answer.next);
    }
    digest
}

/// The digest of as many values as `count`, round and round.
///
/// # Safety
/// Each `next` must lead to a ring.
#[ffi_function]
pub unsafe fn ring_digest(ring: &Ring, count: u32) -> u64 {
    let mut ring = ring;
    (0..count).fold(0, |sum, _| {
        let digest = digest![sum, ring.value];
        // SAFETY: the caller's promise.
        ring = unsafe { ring.next.as_ref() };
        digest
    })
}

/// The value of the term.
///
/// # Safety
/// Each pointer must lead to a term, and none to one above.
#[ffi_function]
pub unsafe fn term_value(term: &Term) -> f64 {
    // SAFETY: the caller's promise, and it is for those below as well.
    let value = |term: *const Term| unsafe { term_value(&*term) };
    match *term {
        Term::Number(number) => number,
        Term::Negative(term) => -value(term),
        Term::Difference { from, less } => value(from) - value(less),
    }
}
