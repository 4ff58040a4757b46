//! Callbacks that a thread of Rust's own calls, which the other side may not know: what they get and return is copied there.

use interoptopus::{ffi_function, ffi_type, inventory_part};

/// Returns `call()`, called on a thread of Rust's own or on the caller's.
fn call<T: Send>(elsewhere: bool, call: impl Fn() -> T + Send + Sync) -> T {
    if elsewhere { std::thread::scope(|scope| scope.spawn(&call).join().expect("it only calls")) } else { call() }
}

macro_rules! returned {
    ($($name:ident of $len:literal $number:ty: $make:ident, $function:ident;)*) => {$(
        #[ffi_type]
        #[derive(Clone, Copy, Debug)]
        pub struct $name {
            pub numbers: [$number; $len],
        }

        #[ffi_type]
        pub type $make = extern "C" fn(last: $number) -> $name;

        /// The last number of what a callback returns that gets 7.
        #[ffi_function]
        pub fn $function(elsewhere: bool, make: $make) -> u64 {
            call(elsewhere, || make(7 as $number).numbers[$len - 1] as u64)
        }
    )*};
}

// Mono calls a method for what has more than ten parts of its alignment.
returned! {
    TenBytes of 10 u8: MakeTenBytes, ten_bytes;
    ElevenBytes of 11 u8: MakeElevenBytes, eleven_bytes;
    TenShorts of 10 u16: MakeTenShorts, ten_shorts;
    ElevenShorts of 11 u16: MakeElevenShorts, eleven_shorts;
    TenFloats of 10 f32: MakeTenFloats, ten_floats;
    ElevenFloats of 11 f32: MakeElevenFloats, eleven_floats;
    TenLongs of 10 u64: MakeTenLongs, ten_longs;
    ElevenLongs of 11 u64: MakeElevenLongs, eleven_longs;
    ManyLongs of 100 u64: MakeManyLongs, many_longs;
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union TenOrOne {
    pub ten: TenLongs,
    pub one: u8,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub union ElevenOrOne {
    pub eleven: [u32; 11],
    pub one: u8,
}

#[ffi_type]
pub type MakeTenOrOne = extern "C" fn(one: u8) -> TenOrOne;

#[ffi_type]
pub type MakeElevenOrOne = extern "C" fn(one: u8) -> ElevenOrOne;

/// The byte of what a callback returns that gets 7.
#[ffi_function]
pub fn ten_or_one(elsewhere: bool, make: MakeTenOrOne) -> u64 {
    // SAFETY: any bytes are a byte.
    call(elsewhere, || u64::from(unsafe { make(7).one }))
}

/// As [`ten_or_one`].
#[ffi_function]
pub fn eleven_or_one(elsewhere: bool, make: MakeElevenOrOne) -> u64 {
    // SAFETY: any bytes are a byte.
    call(elsewhere, || u64::from(unsafe { make(7).one }))
}

/// Gets what is large in its midst.
#[ffi_type]
pub type TakeMany = extern "C" fn(first: u8, many: ManyLongs, letters: ElevenBytes, last: u8) -> u64;

/// The number that `take` returns for fixed arguments, on a thread of Rust's own or on the caller's.
#[ffi_function]
pub fn many_taken(elsewhere: bool, take: TakeMany) -> u64 {
    call(elsewhere, || take(1, ManyLongs { numbers: [2; 100] }, ElevenBytes { numbers: [3; 11] }, 4))
}

/// Fills what it is given.
#[ffi_type]
pub type Fill = extern "C" fn(many: &mut ManyLongs);

/// The last number after a callback has filled all.
#[ffi_function]
pub fn many_filled(elsewhere: bool, fill: Fill) -> u64 {
    call(elsewhere, || {
        let mut many = ManyLongs { numbers: [0; 100] };
        fill(&mut many);
        many.numbers[99]
    })
}

inventory_part!(
    part,
    [],
    [
        ten_bytes,
        eleven_bytes,
        ten_shorts,
        eleven_shorts,
        ten_floats,
        eleven_floats,
        ten_longs,
        eleven_longs,
        many_longs,
        ten_or_one,
        eleven_or_one,
        many_taken,
        many_filled,
    ],
    [],
    []
);
