//! References to opaque types in signatures that are said to be safe.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};
use std::cell::Cell;

#[ffi_type(opaque)]
pub struct Counter {
    value: Cell<u32>,
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Ref<'a> {
    pub counter: &'a Counter,
}

#[ffi_type]
pub type Visit = extern "C" fn(counter: &Counter);

#[ffi_function]
pub fn read(counter: &Counter) -> u32 { //~ [&] make the type a service, or write `unsafe fn` and say in `# Safety` what callers have to keep to
    counter.value.get()
}

#[ffi_function]
pub extern "C" fn write(counter: &mut Counter) { //~ [&] a reference to an opaque type
    counter.value.set(1);
}

#[ffi_function]
pub fn perhaps(_counter: Option<&Counter>) {} //~ [Option] a reference to an opaque type

#[ffi_function]
pub fn within(_ref: Ref) {} //~ [Ref] a reference to an opaque type

#[ffi_function]
pub fn several(_all: &[&Counter]) {} //~ [&] a reference to an opaque type

#[ffi_function]
pub fn flagged(_ref: ffi::Option<Ref>) {} //~ [ffi] a reference to an opaque type

#[ffi_function]
pub fn visited(_visit: Visit) {} //~ [Visit] a reference to an opaque type

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Deep<'a> {
    pub all: [ffi::Option<Ref<'a>>; 2],
}

#[ffi_type]
#[derive(Clone, Copy)]
pub enum Either<'a> {
    Nothing,
    One(u8, Deep<'a>),
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Pair<A, B> {
    pub a: A,
    pub b: B,
}

#[ffi_type]
pub type GetsStruct = extern "C" fn(one: Ref);

#[ffi_type]
pub type GetsOption = extern "C" fn(one: ffi::Option<Ref>);

#[ffi_type]
pub type GetsNullable = extern "C" fn(one: Option<&Counter>);

#[ffi_type]
pub type GetsSlice = extern "C" fn(all: ffi::Slice<&Counter>);

#[ffi_type]
pub type GetsEnum = extern "C" fn(one: Either);

#[ffi_type]
pub type GetsReference = extern "C" fn(one: &Deep);

#[ffi_type]
pub type GetsPair = extern "C" fn(one: Pair<u8, &Counter>);

#[ffi_type]
pub type GetsAddress = extern "C" fn(one: *const Ref, other: *mut Counter);

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Visits<'a> {
    pub each: GetsEnum<'a>,
}

#[ffi_function]
pub fn a_struct(_visit: GetsStruct) {} //~ [GetsStruct] a reference to an opaque type

#[ffi_function]
pub fn an_option(_visit: GetsOption) {} //~ [GetsOption] a reference to an opaque type

#[ffi_function]
pub fn a_nullable(_visit: Option<GetsNullable>) {} //~ [Option] a reference to an opaque type

#[ffi_function]
pub fn a_slice(_visit: GetsSlice) {} //~ [GetsSlice] a reference to an opaque type

#[ffi_function]
pub fn an_enum(_visit: GetsEnum) {} //~ [GetsEnum] a reference to an opaque type

#[ffi_function]
pub fn a_reference(_visit: GetsReference) {} //~ [GetsReference] a reference to an opaque type

#[ffi_function]
pub fn a_pair(_visit: GetsPair) {} //~ [GetsPair] a reference to an opaque type

#[ffi_function]
pub fn in_a_struct(_visits: Visits) {} //~ [Visits] a reference to an opaque type

#[ffi_function]
pub fn in_a_slice(_visits: &[Visits]) {} //~ [&] a reference to an opaque type

#[ffi_function]
pub fn an_address(_visit: GetsAddress) {}

#[ffi_function]
pub fn shared() -> &'static Counter { //~ [&] a reference to an opaque type
    unimplemented!()
}

#[ffi_type(service)]
pub struct Keeper {
    counter: Box<u32>,
}

#[ffi_service]
impl Keeper {
    #[ffi_constructor]
    pub fn new() -> Self {
        Keeper { counter: Box::new(1) }
    }

    pub fn counter(&self) -> Option<&Counter> { //~ [Option] a reference to an opaque type
        let _ = &self.counter;
        None
    }

    /// Borrows one for a moment.
    ///
    /// # Safety
    /// The counter is used by one thread at a time.
    pub unsafe fn look(&self, _counter: &Counter) {}
}

// Raw pointers are bytes, and whoever writes `unsafe` has said what holds.

#[ffi_function]
pub fn address(_counter: *const Counter) {}

/// Reads.
///
/// # Safety
/// The counter is used by one thread at a time.
#[ffi_function]
pub unsafe extern "C" fn read_with_care(counter: &Counter) -> u32 {
    counter.value.get()
}
