//! Results that lead to copies of what was checked, or hold a callback: both end with the call.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};

#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Tone {
    Low = 1,
    High,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Switch {
    pub on: bool,
    pub count: u32,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    pub tones: ffi::Slice<'a, Tone>,
    pub text: ffi::Str<'a>,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Plain<'a> {
    pub numbers: ffi::Slice<'a, u32>,
    pub text: ffi::Str<'a>,
    pub yes: bool,
}

#[ffi_type]
pub type Visit = extern "C" fn(index: u32);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Handlers<'a> {
    pub visit: Visit<'a>,
}

#[ffi_function]
pub fn first(all: &[Tone]) -> Option<&Tone> { //~ [&] `callbacks_and_copies_of_what_is_checked` does not live long enough
    all.first()
}

#[ffi_function]
pub extern "C" fn rest(all: ffi::Slice<Tone>) -> ffi::Slice<Tone> { //~ [ffi] `callbacks_and_copies_of_what_is_checked` does not live long enough
    all
}

#[ffi_function]
pub fn maybe(one: Option<&bool>) -> Option<&bool> { //~ [Option] `callbacks_and_copies_of_what_is_checked` does not live long enough
    one
}

#[ffi_function]
pub fn count(one: &Switch) -> &u32 { //~ [&] `callbacks_and_copies_of_what_is_checked` does not live long enough
    &one.count
}

#[ffi_function]
pub fn count_mut(one: &mut Switch) -> &mut u32 { //~ [&] `callbacks_and_copies_of_what_is_checked` does not live long enough
    &mut one.count
}

#[ffi_function]
pub fn inside(scene: Scene<'_>) -> ffi::Slice<'_, Tone> { //~ [Scene] `callbacks_and_copies_of_what_is_checked` does not live long enough
    scene.tones
}

#[ffi_function]
pub fn nested<'a>(all: &'a [&'a Switch]) -> &'a Switch { //~ [&] `callbacks_and_copies_of_what_is_checked` does not live long enough
    all[0]
}

#[ffi_function]
pub fn borrowed_twice(words: &[ffi::Str<'_>]) -> usize {
    words.len()
}

#[ffi_function]
pub fn gives_back(handlers: Handlers<'_>) -> Handlers<'_> { //~ [Handlers] `callbacks_and_copies_of_what_is_checked` does not live long enough
    handlers
}

#[ffi_type(service)]
pub struct Service {
    tone: Tone,
}

#[ffi_service]
impl Service {
    pub fn either<'a>(&self, other: &'a Tone) -> &'a Tone { //~ [&] `callbacks_and_copies_of_what_is_checked` does not live long enough
        other
    }

    pub fn own(&self, _other: &Tone) -> &Tone {
        &self.tone
    }
}

// What is not checked is not copied: it is the caller's own memory, also behind a copy.

#[ffi_function]
pub fn numbers<'a>(plain: Plain<'a>, _all: &[Tone]) -> &'a [u32] {
    plain.numbers.as_slice()
}

#[ffi_function]
pub fn text<'a>(plain: &Plain<'a>) -> ffi::Str<'a> {
    plain.text
}

#[ffi_function]
pub fn longest<'a>(words: &[ffi::Str<'a>], _one: &Switch) -> ffi::Str<'a> {
    words.iter().copied().max_by_key(|word| word.len()).unwrap_or_default()
}

#[ffi_function]
pub fn same<'a>(numbers: &'a mut [u32], _tone: &Tone) -> &'a [u32] {
    numbers
}
