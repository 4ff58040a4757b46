//! Types of the author's that are called like those that our macros know by how they are written.
#![allow(non_camel_case_types, unused)]

pub mod defined {
    use interoptopus::ffi_type;

    #[ffi_type]
    pub struct PhantomData { //~ [PhantomData] `PhantomData` in a signature means what Rust or `interoptopus::ffi` calls so
        pub bytes: u32,
    }

    #[ffi_type]
    pub struct c_long { //~ [c_long] call your own otherwise, and write `#[ffi_type(name = "c_long")]`
        pub bytes: u8,
    }

    #[ffi_type]
    pub enum Option { //~ [Option] `Option` in a signature means
        Some(u8),
    }
}

pub mod phantom {
    use interoptopus::ffi_type;

    type PhantomData = u32;

    #[ffi_type]
    pub struct Holder {
        pub seen: u8,
        pub unseen: PhantomData, //~ [PhantomData] `u32` is written like Rust's `PhantomData`, but is another type
    }

    #[ffi_type]
    pub enum Variant {
        A(PhantomData), //~ [PhantomData] `u32` is written like Rust's `PhantomData`, but is another type
        B(u8),
    }
}

pub mod long {
    use interoptopus::{ffi, ffi_function, ffi_type};

    type c_long = u8;
    mod other {
        pub type c_ulong = u16;
        pub type c_char = f32;
    }

    #[ffi_type]
    pub struct Holder {
        pub many: [c_long; 2], //~ [c_long] `u8` is written like C's own number of that name, but is another type
    }

    #[ffi_function]
    pub fn parameter(x: other::c_ulong) {} //~ `u16` is written like C's own number of that name, but is another type

    #[ffi_function]
    pub fn returned() -> Option<other::c_char> { //~ `f32` is written like C's own number of that name, but is another type
        None
    }
}

pub mod numbers {
    use interoptopus::{ffi, ffi_function};

    type u32<'a> = ffi::CStrPtr<'a>;

    #[ffi_function]
    pub fn parameter(x: u32, y: &mut [u8]) -> u8 { //~ is written like a number of Rust's, but is another type
        y[0]
    }
}

pub mod slices {
    use interoptopus::ffi_function;

    pub struct Slice<T>(T);
    type Option<T> = [T; 1];

    #[ffi_function]
    pub fn own(x: Slice<u8>) {} //~ cannot cross the border

    #[ffi_function]
    pub fn array(x: Option<&[u8]>) {} //~ cannot cross the border
}

pub mod alone {
    use interoptopus::ffi_constructor;

    pub struct Service;

    impl Service {
        #[ffi_constructor] //~ [#[ffi_constructor]] stands on a function in the `impl` block of a service, which is marked `#[ffi_service]`
        pub fn new() -> Self {
            Self
        }
    }
}

pub mod listed {
    use interoptopus::{ffi_function, inventory_part};

    #[ffi_function]
    pub fn plain() {}

    inventory_part!(part, [], [#[allow(unused)] plain], [], []); //~ [allow] only `cfg` means something here
}
