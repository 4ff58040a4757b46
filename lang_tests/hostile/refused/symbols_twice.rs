//! Two functions that the library would export as one symbol: only a build sees it, and then the compiler says so itself.
use interoptopus::ffi_function;

#[ffi_function]
pub fn draw_line(x: u32) -> u32 {
    x
}

#[ffi_function(namespace = "draw")]
pub fn line(x: u32) -> u32 { //~ [u32] _draw_line` is already defined
    x
}
