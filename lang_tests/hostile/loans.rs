//! Results that lead to memory: nones lend nothing, all else is given back, and what leads to an argument is read in time.

use interoptopus::{ffi, ffi_function, ffi_service, ffi_type, inventory_part};
use std::num::NonZero;
use std::ptr::NonNull;

/// Written as if it borrowed; none of these does, and so nothing is lent.
pub type Slice = NonZero<u32>;
/// Nothing at all.
pub type Nothing<'a> = ();
/// A number.
pub type Number<'a> = u32;
/// A number, or none.
pub type Maybe<'a> = Option<u32>;
/// The same as it is in memory.
pub type MaybeHere<'a> = ffi::Option<u32>;
/// An address that may be null.
pub type Address<'a> = *const u32;
/// An address that is not null, or none.
pub type NonNullAddress<'a> = Option<NonNull<u32>>;
/// An object of the caller's.
pub type Child<'a> = Lender;

/// A trait whose type has no lifetime, though that which implements it has.
pub trait Counted {
    /// The number of it.
    type Count;
}

impl Counted for &u8 {
    type Count = NonZero<u32>;
}

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

    /// A number that is never 0, or none, written like a slice.
    pub fn portion(&self, some: bool) -> Option<Slice> {
        NonZero::new(some.into())
    }

    /// The same by way of a trait.
    pub fn counted(&self, some: bool) -> Option<<&u8 as Counted>::Count> {
        NonZero::new(some.into())
    }

    /// Nothing.
    pub fn nothing(&self) -> Nothing<'_> {}

    /// Nothing, or an error.
    pub fn nothing_or_error(&mut self, fails: bool) -> Result<Nothing<'_>, LoanError> {
        if fails { Err(LoanError::Nothing) } else { Ok(()) }
    }

    /// The number of words.
    pub fn number(&self) -> Number<'_> {
        self.words.len() as u32
    }

    /// A number, or none.
    pub fn maybe(&self, some: bool) -> Maybe<'_> {
        some.then_some(1)
    }

    /// A number, or none, or an error.
    pub fn maybe_here(&self, some: bool, fails: bool) -> Result<MaybeHere<'_>, LoanError> {
        if fails { Err(LoanError::Nothing) } else { Ok(some.then_some(1).into()) }
    }

    /// Where the first word stands, or null: as long as it stands there.
    pub fn address(&self, some: bool) -> Address<'_> {
        self.words.first().filter(|_| some).map_or(std::ptr::null(), |word| word)
    }

    /// The same as an option.
    pub fn address_or_none(&self, some: bool) -> NonNullAddress<'_> {
        self.words.first().filter(|_| some).map(Into::into)
    }

    /// Another one with as many words.
    pub fn child(&self) -> Child<'_> {
        Lender::new(self.words.len() as u32)
    }

    /// The beginning of `text`, which is the argument's own memory: not the object's, and not lent.
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
