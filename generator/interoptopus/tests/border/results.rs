//! Results: a status, and the value by value.

use super::{Error, PANIC, Vec2, value};
use interoptopus::border::{Outcome, Status};
use interoptopus::ffi_function;

type Aliased<T> = Result<T, Error>;

#[ffi_function]
pub fn results_parse(text: &str) -> Result<u64, Error> {
    if text.is_empty() { Err(Error::Empty) } else { Ok(text.parse().unwrap()) }
}

#[ffi_function]
pub fn results_nothing(late: bool) -> Result<(), Error> {
    if late { Err(Error::Late) } else { Ok(()) }
}

/// It says `extern "C"`, but it can fail: so it is guarded.
#[ffi_function]
pub extern "C" fn results_bare(n: u32) -> Aliased<u32> {
    if n == 0 { Err(Error::Empty) } else { Ok(100 / (n - 1)) }
}

#[ffi_function]
pub fn results_option(n: i32) -> Result<Option<Vec2>, Error> {
    if n < 0 { Err(Error::Late) } else { Ok((n > 0).then_some(Vec2 { x: 1.0, y: 2.0 })) }
}

mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_results_parse(text: *const u8, len: usize) -> Outcome<u64>;
        pub fn border_results_nothing(late: bool) -> Status;
        pub fn border_results_bare(n: u32) -> Outcome<u32>;
        pub fn border_results_option(n: i32) -> Outcome<(Vec2, u8)>;
    }
}

#[test]
fn an_error_is_its_discriminant() {
    // SAFETY: the declarations are those of the shims, and the lengths those of the texts.
    unsafe {
        assert_eq!(value(abi::border_results_parse("12".as_ptr(), 2)), Ok(12));
        assert_eq!(value(abi::border_results_parse("".as_ptr(), 0)), Err(1));
        assert_eq!(value(abi::border_results_parse("no".as_ptr(), 2)), Err(PANIC));
        assert_eq!(abi::border_results_nothing(false), Status::OK);
        assert_eq!(abi::border_results_nothing(true), Status(i32::MAX));
    }
}

#[test]
fn a_bare_function_with_a_result_is_guarded() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(value(abi::border_results_bare(3)), Ok(50));
        assert_eq!(value(abi::border_results_bare(0)), Err(1));
        assert_eq!(value(abi::border_results_bare(1)), Err(PANIC));
    }
}

#[test]
fn the_value_of_a_failure_is_zero() {
    // SAFETY: the declarations are those of the shims; zero is a value of the type.
    unsafe {
        let failed = abi::border_results_option(-1);
        assert_eq!((failed.status, failed.value.assume_init()), (Status(i32::MAX), (Vec2::default(), 0)));
        assert_eq!(value(abi::border_results_option(0)).unwrap().1, 0);
        assert_eq!(value(abi::border_results_option(1)).unwrap(), (Vec2 { x: 1.0, y: 2.0 }, 1));
    }
}
