//! Results that lead to memory: nones lend nothing, all else is given back, and what leads to an argument is read in time.

use interoptopus::{ffi, ffi_function, ffi_service, ffi_type, inventory_part};

/// An option within an enum with data: what has one is lent in any case.
#[ffi_type]
#[derive(Clone, Copy)]
pub enum Shelf<'a> {
    /// Nothing at all.
    Empty,
    /// A name, or none.
    Labelled(ffi::Option<ffi::Str<'a>>),
}

/// Text with its length.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Label<'a> {
    /// The text.
    pub text: ffi::Str<'a>,
    /// The length.
    pub len: u32,
}

/// Numbers where they are a struct.
#[ffi_type]
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// All of them.
    pub all: ffi::Slice<'a, u32>,
}

/// Why there is nothing.
#[ffi_type(error)]
#[repr(i32)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoanError {
    /// Nothing there.
    Nothing = 1,
}

/// Words and numbers that are lent, if there are any.
#[ffi_type(service)]
pub struct Lender {
    words: Vec<u32>,
    name: std::ffi::CString,
}

#[ffi_service]
impl Lender {
    /// With as many words, and a name unless there are none.
    #[ffi_constructor]
    pub fn new(count: u32) -> Self {
        let name = if count > 0 { c"lender".to_owned() } else { Default::default() };
        Lender { words: (0..count).collect(), name }
    }

    /// Adds a word; busy as long as anything is lent.
    pub fn add(&mut self, word: u32) {
        self.words.push(word);
    }

    /// The name, in an option that has a flag.
    pub fn flagged(&self) -> ffi::Option<ffi::Str<'_>> {
        self.name().map(ffi::Str::from).into()
    }

    /// The name with its length.
    pub fn label(&self) -> Option<Label<'_>> {
        self.name().map(|name| Label { text: name.into(), len: name.len() as u32 })
    }

    /// Where the name stands.
    pub fn shelf(&self) -> Shelf<'_> {
        if self.words.len() > 1 { Shelf::Labelled(self.flagged()) } else { Shelf::Empty }
    }

    /// The name, whose address is null if there is none.
    pub fn name(&self) -> Option<&str> {
        self.name.to_str().ok().filter(|name| !name.is_empty())
    }

    /// The name as C has it.
    pub fn c_name(&self) -> Option<ffi::CStrPtr<'_>> {
        (!self.name.is_empty()).then(|| self.name.as_c_str().into())
    }

    /// The first word.
    pub fn first(&self) -> Option<&u32> {
        self.words.first()
    }

    /// All words, or none, or an error.
    pub fn all(&self, fails: bool) -> Result<Option<&[u32]>, LoanError> {
        if fails { Err(LoanError::Nothing) } else { Ok((!self.words.is_empty()).then_some(&self.words)) }
    }

    /// All words to be written to, or none.
    pub fn all_mut(&mut self) -> Option<&mut [u32]> {
        (!self.words.is_empty()).then_some(&mut self.words)
    }

    /// The text of a label, which an empty one has as well.
    pub fn text_of<'a>(&'a self, label: Label<'a>) -> Option<ffi::Str<'a>> {
        Some(label.text)
    }

    /// The numbers of a struct, of which there may be none.
    pub fn words_of<'a>(&'a self, words: Words<'a>) -> Option<ffi::Slice<'a, u32>> {
        Some(words.all)
    }

    /// What is an argument's own is not the object's, and not lent.
    pub fn echo<'a>(&self, text: &'a str) -> &'a str {
        &text[..text.len().min(self.words.len())]
    }
}

/// The text without its first character: an argument's own memory.
#[ffi_function]
pub fn loans_rest_of_text(text: &str) -> &str {
    let mut characters = text.chars();
    characters.next();
    characters.as_str()
}

/// All elements but the first.
#[ffi_function]
pub fn loans_rest_of_words(words: &[u32]) -> Option<&[u32]> {
    words.split_first().map(|(_, rest)| rest)
}

/// The number of a service's words, beside what is the text's own.
#[ffi_function]
pub fn loans_beside_a_service<'a>(lender: &Lender, text: &'a str) -> Result<&'a str, LoanError> {
    text.get(lender.words.len()..).ok_or(LoanError::Nothing)
}

/// The last of both.
#[ffi_function]
pub fn loans_greater<'a>(a: &'a u64, b: &'a u64) -> &'a u64 {
    if a > b { a } else { b }
}

inventory_part!(part, [], [loans_rest_of_text, loans_rest_of_words, loans_beside_a_service, loans_greater], [], [Lender]);
