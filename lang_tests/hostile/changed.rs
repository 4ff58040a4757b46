//! Memory that was checked, and is changed before Rust reads it: by the callback that Rust itself calls, or by another thread of the caller's.

use interoptopus::{ffi, ffi_function, ffi_type, inventory_part};
use std::num::NonZeroU16;

/// Called before Rust reads what it was given.
#[ffi_type]
pub type Change = extern "C" fn();

/// Few of the values that a byte has.
#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug)]
pub enum Tone {
    Low = 1,
    High = 2,
    Far = 255,
}

/// Few of the values that its bytes have.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Switch {
    pub on: bool,
    pub tone: Tone,
    pub id: NonZeroU16,
    pub letter: char,
    pub maybe: ffi::Option<Tone>,
}

/// A tag, and what it says is there.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub enum Signal {
    Silent,
    One(Tone),
    Switch { switch: Switch, times: u32 },
}

/// It leads to what is checked.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    pub tones: ffi::Slice<'a, Tone>,
    pub switch: &'a Switch,
    pub tone: Option<&'a Tone>,
}

/// The byte that is there, whatever the compiler knows of the type.
fn byte(tone: &Tone) -> u32 {
    // SAFETY: it is a byte.
    unsafe { std::ptr::from_ref(tone).cast::<u8>().read_volatile() }.into()
}

fn tones<'a>(all: impl IntoIterator<Item = &'a Tone>) -> u32 {
    all.into_iter().map(byte).sum()
}

fn switch(one: &Switch) -> u32 {
    let maybe = one.maybe.as_ref().map_or(0, byte);
    u32::from(one.on) + byte(&one.tone) + u32::from(one.id.get()) + u32::from(one.letter) + maybe
}

fn signal(one: &Signal) -> u32 {
    match one {
        Signal::Silent => 0,
        Signal::One(tone) => byte(tone),
        Signal::Switch { switch: one, times } => switch(one) * times,
    }
}

/// The sum of all bytes, as they are after the change.
#[ffi_function]
pub fn changed_tones(all: &[Tone], maybe: Option<&[Tone]>, change: Change) -> u32 {
    change();
    tones(all) + tones(maybe.unwrap_or_default())
}

/// The same without a status.
#[ffi_function]
pub extern "C" fn changed_bare(all: &[Tone], one: &Switch, change: Change) -> u32 {
    change();
    tones(all) + switch(one)
}

/// The sum of all that is in these.
#[ffi_function]
pub fn changed_switches(one: &Switch, all: &[Switch], change: Change) -> u32 {
    change();
    switch(one) + all.iter().map(switch).sum::<u32>()
}

/// The sum of all that is in these.
#[ffi_function]
pub fn changed_signals(one: &Signal, all: &[Signal], change: Change) -> u32 {
    change();
    signal(one) + all.iter().map(signal).sum::<u32>()
}

/// The sum of all that these lead to.
#[ffi_function]
pub fn changed_scenes(one: Scene, far: &Scene, all: &[Scene], change: Change) -> u32 {
    change();
    let scene = |one: &Scene| tones(one.tones) + switch(one.switch) + tones(one.tone);
    scene(&one) + scene(far) + all.iter().map(scene).sum::<u32>()
}

/// The number of bytes of all texts together.
#[ffi_function]
pub fn changed_words(all: &[ffi::Str], change: Change) -> usize {
    change();
    all.iter().map(|word| word.len()).sum()
}

fn text_bytes(text: &str) -> u32 {
    // SAFETY: it is a byte, whatever the compiler knows of it.
    text.as_bytes().iter().map(|byte| u32::from(unsafe { std::ptr::from_ref(byte).read_volatile() })).sum()
}

/// The sum of all bytes of two texts, as they are after the change.
#[ffi_function]
pub fn changed_text(text: &str, other: ffi::Str, change: Change) -> u32 {
    change();
    text_bytes(text) + text_bytes(&other)
}

/// Whether a text stays as it is in so many rounds.
#[ffi_function]
pub extern "C" fn changed_text_meanwhile(text: &str, rounds: u32) -> bool {
    let before = text_bytes(text);
    (0..rounds).all(|_| text_bytes(text) == before)
}

/// The sum of all bytes before each becomes [`Tone::High`]; perhaps it panics then.
#[ffi_function]
pub fn changed_written(all: &mut [Tone], one: &mut Switch, change: Change, panics: bool) -> u32 {
    change();
    let before = tones(&*all) + switch(one);
    all.fill(Tone::High);
    one.tone = Tone::High;
    assert!(!panics, "what was written is there all the same");
    before
}

/// The sum of all bytes, and a panic if one is none that was checked.
#[ffi_function]
pub fn changed_meanwhile(all: &[Tone], rounds: u32) -> u32 {
    let sum = tones(all);
    for _ in 0..rounds {
        assert!(all.iter().all(|tone| [1, 2, 255].contains(&byte(tone))), "nobody has checked this");
        assert_eq!(tones(all), sum, "it has changed");
    }
    sum
}

/// Numbers only, which are not checked.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Letters {
    pub first: u32,
    pub second: u32,
}

/// Whether what is read is the same before and after the change.
#[ffi_function]
pub fn changed_letters(letters: &Letters, change: Change) -> bool {
    let before = *letters;
    change();
    [before.first, before.second] == [letters.first, letters.second]
}

/// Whether what was written is there after the change; then it writes once more.
#[ffi_function]
pub fn changed_letters_written(letters: &mut Letters, change: Change) -> bool {
    letters.first = 5;
    change();
    let is_there = letters.first == 5;
    letters.second = 6;
    is_there
}

inventory_part!(
    part,
    [],
    [
        changed_tones,
        changed_bare,
        changed_switches,
        changed_signals,
        changed_scenes,
        changed_words,
        changed_text,
        changed_text_meanwhile,
        changed_written,
        changed_meanwhile,
        changed_letters,
        changed_letters_written,
    ],
    [],
    []
);
