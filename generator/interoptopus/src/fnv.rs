//! The 64-bit FNV-1a hash, whose definition is <http://www.isthe.com/chongo/tech/comp/fnv/>: the same in every release.

use std::hash::Hasher;

pub(crate) struct Fnv(pub(crate) u64);

impl Default for Fnv {
    fn default() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Fnv {
    pub(crate) fn bytes(&mut self, bytes: &[u8]) -> &mut Self {
        self.write(bytes);
        self
    }

    pub(crate) fn number(&mut self, number: u64) -> &mut Self {
        self.bytes(&number.to_le_bytes())
    }

    pub(crate) fn flag(&mut self, flag: bool) -> &mut Self {
        self.bytes(&[u8::from(flag)])
    }

    /// With the length in front, so that no two rows of texts are the same bytes.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.number(text.len() as u64).bytes(text.as_bytes())
    }

    /// All of `items`, in whatever order they come.
    pub(crate) fn sorted<T>(&mut self, kind: &str, items: &[T], hash: &dyn Fn(&T) -> Fnv) -> &mut Self {
        let mut hashes = Vec::with_capacity(items.len());
        for item in items {
            insert(&mut hashes, hash(item).0);
        }
        self.text(kind).numbers(&hashes)
    }

    fn numbers(&mut self, numbers: &[u64]) -> &mut Self {
        self.number(numbers.len() as u64);
        for &number in numbers {
            self.number(number);
        }
        self
    }
}

/// Inserts `number` into `sorted`. Not the standard library's `sort`, which every library that exports something would compile.
fn insert(sorted: &mut Vec<u64>, number: u64) {
    let at = sorted.partition_point(|other| *other < number);
    sorted.insert(at, number);
}
