//! Arguments of our attributes.
use interoptopus::{ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type};

#[ffi_type(exception)] //~ [exception] `#[ffi_type]` knows `error`, `flags`, `opaque`, `service`, `default`, `surrogate = their_crate::Type`, `internal`, `name = "Other"` and `namespace = "geometry"`
pub struct Odd {
    value: u32,
}

#[ffi_type(name = "One", name = "Two")] //~ [name] `name` once is enough
pub struct Twice {
    value: u32,
}

#[ffi_type(internal, internal)] //~ [internal] `internal` once is enough
pub struct TwiceInternal {
    value: u32,
}

#[ffi_type(name)] //~ [name] this needs a value: write `name = "Other"`
pub struct Nameless {
    value: u32,
}

#[ffi_type(name = 5)] //~ [5] this is an identifier in quotes, such as `name = "Other"`
pub struct Numbered {
    value: u32,
}

#[ffi_type(name = "Two Words")] //~ ["Two Words"] this is an identifier in quotes, such as `name = "Other"`
pub struct Words {
    value: u32,
}

#[ffi_type(namespace = "geometry::plane")] //~ ["geometry::plane"] this is an identifier in quotes, such as `namespace = "geometry"`
pub struct Nested {
    value: u32,
}

#[ffi_type(namespace = "")] //~ [""] this is an identifier in quotes, such as `namespace = "geometry"`
pub struct Nowhere {
    value: u32,
}

#[ffi_type(internal = true)] //~ [internal] `internal` takes no value: it is there, or it is not
pub struct Valued {
    value: u32,
}

#[ffi_type(internal name = "Other")] //~ [name] expected `,`
pub struct Joined {
    value: u32,
}

#[ffi_type(surrogate)] //~ [surrogate] this needs a value: write `surrogate = their_crate::Type`
pub struct Nobody {
    value: u32,
}

#[ffi_function(fast)] //~ [fast] `#[ffi_function]` knows `internal`, `name = "Other"`, `namespace = "geometry"` and `item = other_name`
pub fn fast() {}

#[ffi_function(namespace = "2d")] //~ ["2d"] this is an identifier in quotes, such as `namespace = "geometry"`
pub fn digit() {}

#[ffi_constant(opaque)] //~ [opaque] `#[ffi_constant]` knows `internal`, `name = "Other"`, `namespace = "geometry"` and `item = other_name`
pub const OPAQUE: u8 = 1;

#[ffi_constants(name = "Other")] //~ [name] `#[ffi_constants]` knows `internal` and `namespace = "geometry"`
impl Odd {
    pub const LIMIT: u8 = 1;
}

#[ffi_constants]
impl Twice {
    #[ffi_constant(exact)] //~ [exact] `#[ffi_constant]` knows `internal`, `name = "Other"` and `namespace = "geometry"`
    pub const LIMIT: u8 = 1;
}

#[ffi_type(service)]
pub struct Unnamed;

#[ffi_service(internal)] //~ [internal] `#[ffi_service]` knows `name = "Other"` and `namespace = "geometry"`
impl Unnamed {}
