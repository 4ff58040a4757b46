//! Names that are keywords, or taken, in Rust, C, C++, C# or Python: of functions, parameters, fields, variants and types; and renamed
//! items.

use crate::digest::digest;
use crate::mutants::mutant;
use interoptopus::{ffi_constant, ffi_function, ffi_service, ffi_type};

/// Fields that no language can call as they are.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(non_snake_case)] // Names as others have them.
pub struct Keywords {
    /// Of C, C++ and C#.
    pub int: u8,
    /// Of C++, C# and Python.
    pub class: i8,
    /// Of Rust, C++ and Python.
    pub r#try: u8,
    /// Of Python.
    pub lambda: u16,
    /// Of C# and Rust.
    pub r#in: i16,
    /// Of C++ and C#.
    pub namespace: u32,
    /// Of C++.
    pub template: i32,
    /// Of C.
    pub register: u64,
    /// Of Python.
    pub def: i64,
    /// Of C#.
    pub event: f32,
    /// Of C#, in properties.
    pub value: f64,
    /// A macro of C.
    pub errno: u8,
    /// A type of Python.
    pub str: u8,
    /// A value of Python.
    pub None: u8,
}

/// Variants that no language can call as they are.
#[ffi_type]
#[repr(u8)]
#[derive(Clone, Copy, Debug, PartialEq)]
#[allow(non_camel_case_types)] // Names as others have them.
pub enum Noun {
    /// A value of Python.
    None = 1,
    /// Another one.
    True = 2,
    /// A macro of C.
    NULL = 4,
    /// A keyword of C++ and C#.
    class = 8,
    /// A keyword of Python.
    lambda = 16,
    /// A member that every enum of Python has.
    name = 32,
    /// A method that every object of C# has.
    ToString = 64,
    /// Another member that every enum of Python has.
    mro = 128,
}

/// A type that C# has as well.
#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Object {
    /// A keyword of C#.
    pub string: u32,
    /// Another one, and a type of Python.
    pub decimal: u32,
}

/// Called `Renamed` elsewhere.
#[ffi_type(name = "Renamed")]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Plain {
    /// A number.
    pub number: u32,
}

/// Called `ANSWER` elsewhere.
#[ffi_constant(name = "ANSWER")]
pub const FORTY_TWO: u8 = 42;

/// Parameters that no language can call as they are: the digest of all of them.
#[ffi_function]
#[allow(clippy::too_many_arguments, non_snake_case)] // That is what it is for.
pub fn lambda(
    r#ref: u8,
    params: i8,
    class: u16,
    def: i16,
    namespace: u32,
    template: i32,
    True: u64,
    float: f32,
    errno: u8,
    lib: u8,
    ffi: u8,
    status: u8,
    value: u8,
    result: u8,
) -> u64 {
    let params = if mutant("keyword_parameter_lost") { 0 } else { params };
    digest![r#ref, params, class, def, namespace, template, True, float, errno, lib, ffi, status, value, result]
}

/// A keyword of Python: `x + 1`.
#[ffi_function]
pub extern "C" fn pass(from: u32) -> u32 {
    from.wrapping_add(1)
}

/// A keyword of C++, under another name: `x - 1`.
#[ffi_function(name = "template_of")]
pub extern "C" fn template(x: u32) -> u32 {
    x.wrapping_sub(1)
}

/// A function of C's library, under another name: the natural logarithm.
#[ffi_function(name = "natural_log")]
pub extern "C" fn log(x: f64) -> f64 {
    x.ln()
}

/// Each field in a way of its own: integers with all bits inverted, floats negated.
#[ffi_function]
pub fn keywords_inverted(k: Keywords) -> Keywords {
    Keywords {
        int: !k.int,
        class: !k.class,
        r#try: !k.r#try,
        lambda: !k.lambda,
        r#in: !k.r#in,
        namespace: !k.namespace,
        template: !k.template,
        register: !k.register,
        def: !k.def,
        event: -k.event,
        value: -k.value,
        errno: !k.errno,
        str: !k.str,
        None: !k.None,
    }
}

/// The next noun; the first after the last.
#[ffi_function]
pub fn noun_after(noun: Noun) -> Noun {
    match noun {
        Noun::None => Noun::True,
        Noun::True => Noun::NULL,
        Noun::NULL => Noun::class,
        Noun::class => Noun::lambda,
        Noun::lambda => Noun::name,
        Noun::name => Noun::ToString,
        Noun::ToString => Noun::mro,
        Noun::mro => Noun::None,
    }
}

/// `(decimal, string)`.
#[ffi_function]
pub extern "C" fn object_exchanged(object: Object) -> Object {
    Object { string: object.decimal, decimal: object.string }
}

/// One more.
#[ffi_function]
pub fn renamed_after(plain: Plain) -> Plain {
    Plain { number: plain.number.wrapping_add(1) }
}

/// A service under another name, whose methods are called as what frees it, and as keywords.
#[ffi_type(service, name = "Door")]
#[derive(Debug)]
pub struct DoorInside {
    open: bool,
}

#[ffi_service]
impl DoorInside {
    /// An open one, or a closed one.
    #[ffi_constructor]
    pub fn new(open: bool) -> Self {
        DoorInside { open }
    }

    /// Closes it, and says whether it was open: not what frees it.
    pub fn close(&mut self) -> bool {
        std::mem::take(&mut self.open)
    }

    /// A keyword of C#, Python and Rust: whether it is as open as another one.
    pub fn r#as(&self, other: &DoorInside) -> bool {
        self.open == other.open
    }

    /// A keyword of C# and Python, with a parameter that is one of C++ and C#: whether it is `this`.
    pub fn is(&self, this: bool) -> bool {
        self.open == this
    }
}
