//! Strings: UTF-8 with a length, optional ones, C strings, and strings that Rust returns.

use crate::mutants::mutant;
use interoptopus::{ffi, ffi_function, ffi_type};

/// A text with numbers, both borrowed.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Label<'a> {
    /// The text of the label.
    pub text: ffi::Str<'a>,
    /// A few numbers.
    pub values: ffi::Slice<'a, f32>,
    /// Behind them.
    pub id: u16,
}

/// A sum over the UTF-8 bytes of `text`, each times its position from 1 on.
#[ffi_function]
pub fn checksum(text: &str) -> u64 {
    let bytes = if mutant("last_byte_ignored") { &text.as_bytes()[..text.len().saturating_sub(1)] } else { text.as_bytes() };
    bytes.iter().zip(1..).map(|(byte, at)| u64::from(*byte) * at).sum()
}

/// The number of characters of `title`, or -1 if there is none.
#[ffi_function]
pub fn title_len(title: Option<&str>) -> i32 {
    let none = if mutant("none_taken_for_empty") { 0 } else { -1 };
    title.map_or(none, |title| title.chars().count() as i32)
}

/// 1 if `b` continues `a`, -1 if `a` continues `b`, 0 if neither; two strings in one call.
#[ffi_function]
pub fn continues(a: &str, b: &str) -> i32 {
    i32::from(b.starts_with(a)) - i32::from(a.starts_with(b))
}

/// The number of bytes of a C string, without the NUL.
#[ffi_function]
pub fn c_string_len(text: ffi::CStrPtr) -> usize {
    text.to_bytes().len()
}

/// The last byte of a C string before the NUL; 0 for an empty one, 256 for none.
#[ffi_function]
pub fn c_string_last(text: Option<ffi::CStrPtr>) -> u32 {
    text.map_or(256, |text| text.to_bytes().last().copied().unwrap_or(0).into())
}

/// The number of characters of the label's text, plus 100 times the sum of its values, plus 10000 times its id.
#[ffi_function]
pub fn label_sum(label: Label) -> f64 {
    let values: f32 = label.values.iter().sum();
    let last = usize::from(mutant("text_of_a_field_cut")).min(label.text.len());
    (label.text.chars().count() - last) as f64 + 100.0 * f64::from(values) + 10000.0 * f64::from(label.id)
}

/// A label that lives as long as the library.
#[ffi_function]
pub fn some_label() -> Label<'static> {
    let values: &[f32] = if mutant("field_cut") { &[0.5] } else { &[0.5, -2.0] };
    let text = if mutant("lent_text_cut") { "Straß" } else { "Straße" };
    Label { text: text.into(), values: values.into(), id: 7 }
}

/// A greeting in two scripts, with a NUL inside.
#[ffi_function]
pub fn greeting() -> &'static str {
    "Grüße,\0世界"
}
