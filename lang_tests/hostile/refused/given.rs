//! Values that go out have lost their lifetimes: nothing safe gives them.
use interoptopus::{border, ffi, ffi_type};

#[ffi_type]
pub type Visit = extern "C" fn(index: u32);

#[ffi_type]
pub struct Visits<'a> {
    pub each: Visit<'a>,
}

pub fn keep_a_callback(visits: Visits) -> Visits<'static> {
    border::give::<Visits>(visits).unwrap() //~ call to unsafe function
}

pub fn keep(text: &str) -> &'static str {
    border::give::<&str>(text).unwrap().as_str() //~ call to unsafe function
}

pub fn keep_too(text: &str) -> border::LentResult<ffi::Str<'static>> {
    border::lent::<&str>(text) //~ call to unsafe function
}

pub fn keep_by_way(text: &str) -> &'static str {
    <border::ByStr as border::Give<&str>>::give(text).unwrap().as_str() //~ call to unsafe function
}
