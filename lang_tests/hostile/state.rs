//! Callbacks that turn to the object whose method called them: they release what is not lent yet, change it, close it.

use interoptopus::{ffi_service, ffi_type, inventory_part};

/// Called from within a method.
#[ffi_type]
pub type Meanwhile = extern "C" fn();

/// Words, which nobody may change while somebody reads them.
#[ffi_type(service)]
pub struct Gate {
    words: Vec<u32>,
}

#[ffi_service]
impl Gate {
    /// A thousand ones.
    #[ffi_constructor]
    pub fn new() -> Self {
        Gate { words: vec![1; 1000] }
    }

    /// Replaces all words.
    pub fn reset(&mut self, word: u32) {
        self.words = vec![word; 2000];
    }

    /// Lends all words, after a call of `meanwhile`.
    pub fn view(&self, meanwhile: Meanwhile) -> &[u32] {
        let words = self.words.as_slice();
        meanwhile();
        assert!(words.iter().all(|word| *word == words[0]) && words.len() == self.words.len(), "changed under a shared borrow");
        words
    }

    /// Lends all words to be changed, after a call of `meanwhile`.
    pub fn view_mut(&mut self, meanwhile: Meanwhile) -> &mut [u32] {
        let words = self.words.as_mut_slice();
        meanwhile();
        assert!(words.iter().all(|word| *word == words[0]), "changed under an exclusive borrow");
        words
    }

    /// Would lend all words, but panics after a call of `meanwhile`.
    pub fn fails(&mut self, meanwhile: Meanwhile) -> &mut [u32] {
        meanwhile();
        panic!("nothing is lent")
    }
}

inventory_part!(part, [], [], [], [Gate]);
