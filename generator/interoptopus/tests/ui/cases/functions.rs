//! Refusals of `#[ffi_function]` before anything else is looked at.
use interoptopus::ffi_function;

#[ffi_function]
pub fn generic<T>(_value: T) {} //~ [T] write one function for each type, such as `sum_f32` and `sum_u8`

#[ffi_function]
pub fn sized<const N: usize>(values: &[u8; N]) {} //~ [const] pass a slice in place of an array

#[ffi_function]
pub async fn later() {} //~ [async] an `async fn` cannot cross the border: block on it, or call back when it is done

#[ffi_function]
pub unsafe extern "C" fn printed(format: *const i8, ...) {} //~ [.] a variadic function cannot cross the border: pass a slice

#[ffi_function]
pub extern "system" fn system() {} //~ ["system"] only `extern "C"` crosses the border

#[ffi_function]
pub fn forever(text: &'static str) {} //~ ['static] a parameter cannot be `'static`

#[ffi_function]
pub fn unnamed((x, y): (u8, u8)) {} //~ [(x, y)] a parameter needs a plain name here

#[ffi_function]
pub fn tuple(pair: (u8, u8)) {} //~ [(u8, u8)] a tuple cannot cross the border: name its parts in a struct

#[ffi_function]
pub fn pointer(each: extern "C" fn(u32)) {} //~ [extern "C" fn(u32)] a function pointer needs a name, which bindings show

#[ffi_function]
pub fn closure(each: &dyn Fn(u32)) {} //~ [&dyn Fn(u32)] a closure cannot cross the border

#[ffi_function]
pub fn implicit(each: impl Fn(u32)) {} //~ [impl Fn(u32)] name a callback, `#[ffi_type] pub type OnEvent = extern "C" fn

#[ffi_function]
pub fn __interoptopus_shim() {} //~ [__interoptopus_shim] names that begin with `__interoptopus` are those of macros: call it otherwise

#[ffi_function]
pub fn never() -> ! { //~ [!] a function that never returns cannot cross the border
    loop {}
}

#[ffi_function]
pub fn array() -> [u8; 4] { //~ [[u8; 4]] an array cannot be returned in C: put it into a struct
    [0; 4]
}

pub struct NoService;

impl NoService {
    #[ffi_function]
    pub fn method(&self) {} //~ [method] a method is exported by `#[ffi_service]` on its `impl` block
}

#[ffi_function]
pub fn slices(all: &[&[u8]]) {} //~ [&[&[u8]]] a slice of slices is written as it is in memory: `&[ffi::Slice<u8>]`

#[ffi_function]
pub fn texts(all: &mut [&str]) {} //~ [&mut [&str]] a slice of strings that is no parameter to read, `&[&str]`, is written as it is in memory: `&[ffi::Str]`

#[ffi_function]
pub fn nothing(all: &[std::marker::PhantomData<u8>]) {} //~ [&[std::marker::PhantomData<u8>]] what has no bytes cannot be the element of a slice

#[ffi_function]
pub fn fat(all: *const [u8]) {} //~ [*const [u8]] a raw pointer to a slice has no form in C: take `&[T]`, or `*const T` and a length

#[ffi_function]
pub fn unsized_text(text: *mut str) {} //~ [*mut str] a raw pointer to a slice has no form in C

#[ffi_function]
pub fn mutable_text(text: &mut str) {} //~ [&mut str] other languages could break the UTF-8 of a `&mut str`: take `&mut [u8]`

#[ffi_function]
pub fn opaque() -> impl Fn(u32) { //~ [impl Fn(u32)] name a callback, `#[ffi_type] pub type OnEvent = extern "C" fn
    |_| ()
}

#[ffi_function]
pub fn inferred(value: _) {} //~ [_] the type has to be written out

macro_rules! byte {
    () => {
        u8
    };
}

#[ffi_function]
pub fn hidden(value: byte!()) {} //~ [byte!()] a macro hides the type: write it out

#[ffi_function]
pub fn pattern(&value: &u8) {} //~ [&] a parameter needs a plain name here

#[ffi_function]
pub fn ignored(_: u8) {} //~ [_] a parameter needs a plain name here

#[ffi_function]
pub fn pair() -> (u8, u8) { //~ [(u8, u8)] a tuple cannot cross the border: name its parts in a struct
    (1, 2)
}

#[ffi_function]
pub fn boxed(each: Box<dyn Fn(u32)>) {} //~ [Box<dyn Fn(u32)>] a closure cannot cross the border

#[ffi_function]
pub fn pointer_out() -> extern "C" fn(u32) { //~ [extern "C" fn(u32)] a function pointer cannot be returned: callbacks only come in
    unimplemented!()
}

mod primitive {
    #[interoptopus::ffi_function]
    pub fn f32(x: f32) -> f32 { //~ [f32] an exported function cannot be named as a type of Rust's own
        x
    }
}

#[ffi_function]
pub fn in_slice(all: [u8]) {} //~ [[u8]] a slice has no size: take `&[T]`

#[ffi_function]
pub struct NoFunction; //~ [struct] this stands on a function: `pub fn …` or `pub extern "C" fn …`
