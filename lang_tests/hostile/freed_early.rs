//! Values that lead to memory which the binding makes for one call: it must be there until what the call returned has been read.

use interoptopus::{ffi, ffi_function, ffi_type, inventory_part};

/// Some text within a struct.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Phrase<'a> {
    pub text: ffi::Str<'a>,
    pub times: u32,
}

/// A message: each variant leads elsewhere in another way.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum Said<'a> {
    Nothing,
    Word(ffi::Str<'a>),
    Words { all: ffi::Slice<'a, ffi::Str<'a>>, mark: u8 },
    Phrase(Phrase<'a>),
    Far(&'a Phrase<'a>),
    Perhaps(ffi::Option<ffi::Str<'a>>),
    Bytes(ffi::Slice<'a, u8>),
}

/// A reply: it leads to nothing that is checked, and so copied, so that it can be returned.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum Reply<'a> {
    Nothing,
    Word(ffi::Str<'a>),
    Phrase(Phrase<'a>),
    Perhaps(ffi::Option<ffi::Str<'a>>),
    Bytes(ffi::Slice<'a, u8>),
}

/// The same in other words.
#[ffi_type]
#[repr(transparent)]
#[derive(Clone, Copy, Debug)]
pub struct Quoted<'a> {
    pub said: Said<'a>,
}

/// Two of them.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Dialogue<'a> {
    pub turns: [Said<'a>; 2],
    pub title: ffi::Str<'a>,
}

fn add(sum: u64, text: &str) -> u64 {
    text.bytes().fold(sum, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(byte)))
}

fn digest(sum: u64, said: &Said<'_>) -> u64 {
    match said {
        Said::Nothing => sum,
        Said::Word(text) => add(sum, text),
        Said::Words { all, mark } => all.iter().fold(sum + u64::from(*mark), |sum, text| add(sum, text)),
        Said::Phrase(phrase) => (0..phrase.times).fold(sum, |sum, _| add(sum, &phrase.text)),
        Said::Far(phrase) => digest(sum, &Said::Phrase(**phrase)),
        Said::Perhaps(text) => Option::from(*text).map_or(sum, |text: ffi::Str<'_>| add(sum, &text)),
        Said::Bytes(bytes) => bytes.iter().fold(sum, |sum, byte| sum.wrapping_mul(31).wrapping_add(u64::from(*byte))),
    }
}

/// Bytes as the digits of a number to the base of 31.
#[ffi_function]
pub fn freed_early_by_value(said: Said<'_>) -> u64 {
    digest(0, &said)
}

/// The same, if there is something.
#[ffi_function]
pub fn freed_early_in_option(said: ffi::Option<Said<'_>>) -> u64 {
    Option::from(said).map_or(0, |said| digest(0, &said))
}

/// The same of what is called another type.
#[ffi_function]
pub fn freed_early_transparent(quoted: Quoted<'_>) -> u64 {
    digest(0, &quoted.said)
}

/// The same of the title and both turns.
#[ffi_function]
pub fn freed_early_in_struct(dialogue: Dialogue<'_>) -> u64 {
    dialogue.turns.iter().fold(add(0, &dialogue.title), digest)
}

/// The same behind an address.
#[ffi_function]
pub fn freed_early_by_reference(dialogue: &Dialogue<'_>) -> u64 {
    freed_early_in_struct(*dialogue)
}

/// The same of all.
#[ffi_function]
pub fn freed_early_in_slice(all: &[Said<'_>]) -> u64 {
    all.iter().fold(0, digest)
}

/// The same of all, if there are any.
#[ffi_function]
pub fn freed_early_in_optional_slice(all: Option<&[Dialogue<'_>]>) -> u64 {
    all.unwrap_or_default().iter().fold(0, |sum, dialogue| sum.wrapping_mul(31).wrapping_add(freed_early_in_struct(*dialogue)))
}

/// The same of three at once: nothing that is made for one frees what was made for another.
#[ffi_function]
pub fn freed_early_together(a: Said<'_>, b: ffi::Option<Said<'_>>, c: &Said<'_>) -> u64 {
    digest(digest(digest(0, &a), &Option::from(b).unwrap_or(Said::Nothing)), c)
}

/// The reply that it was given.
#[ffi_function]
pub fn freed_early_returned(reply: Reply<'_>) -> Reply<'_> {
    reply
}

/// The text that it was given, within a struct behind an address.
#[ffi_function]
pub fn freed_early_found<'a>(reply: &Reply<'a>) -> ffi::Option<ffi::Str<'a>> {
    match reply {
        Reply::Word(text) => Some(*text).into(),
        Reply::Phrase(phrase) => Some(phrase.text).into(),
        Reply::Nothing | Reply::Perhaps(_) | Reply::Bytes(_) => None.into(),
    }
}

inventory_part!(
    part,
    [],
    [
        freed_early_by_value,
        freed_early_in_option,
        freed_early_transparent,
        freed_early_in_struct,
        freed_early_by_reference,
        freed_early_in_slice,
        freed_early_in_optional_slice,
        freed_early_together,
        freed_early_returned,
        freed_early_found,
    ],
    [],
    []
);
