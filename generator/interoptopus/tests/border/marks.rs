//! Names, namespaces, audiences and deprecation.
#![deny(warnings)]

use super::value;
use interoptopus::border::Outcome;
use interoptopus::model::Visibility;
use interoptopus::{ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type, inventory_part};

#[ffi_function(name = "marks_called")]
pub fn marks_original(value: u8) -> u8 {
    value + 1
}

#[ffi_function(namespace = "marks", name = "area", internal)]
#[deprecated(since = "1.0.0", note = "use `marks_called`")]
pub fn marks_area(value: u8) -> u8 {
    value + 2
}

#[ffi_function(name = "marks_other", namespace = "elsewhere")]
#[unsafe(no_mangle)]
pub fn marks_kept(value: u8) -> u8 {
    value + 3
}

/// A limit.
#[ffi_constant(name = "LIMIT", namespace = "marks", internal)]
#[deprecated = "there is none"]
pub const MARKS_LIMIT: u8 = 9;

#[ffi_type(service, name = "Counter", namespace = "marks")]
#[deprecated]
pub struct MarksCounter {
    count: u8,
}

#[ffi_service(name = "Counter", namespace = "marks")]
#[allow(deprecated)]
impl MarksCounter {
    #[ffi_constructor]
    pub fn new() -> Self {
        MarksCounter { count: 1 }
    }

    #[deprecated(note = "count yourself")]
    pub fn count(&self) -> u8 {
        self.count
    }
}

#[ffi_type(namespace = "marks", internal, name = "Each")]
#[deprecated(note = "no more")]
pub type MarksEach = extern "C" fn(u8);

#[ffi_type]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MarksPair {
    pub a: u8,
    pub b: f32,
}

#[ffi_constants(namespace = "marks")]
impl MarksPair {
    /// The first.
    pub const FIRST: Self = MarksPair { a: 3, b: Self::HALF };
    #[ffi_constant(name = "MARKS_OTHER", internal)]
    #[deprecated]
    pub const NAMED: u16 = 700;
    const HALF: f32 = 0.5;

    pub fn kept(&self) -> f32 {
        Self::HALF
    }
}

inventory_part!(
    marks,
    [MARKS_LIMIT, MarksPair::FIRST, MarksPair::NAMED],
    [marks_original, marks_area, marks_kept],
    [MarksEach],
    [MarksCounter]
);

mod abi {
    use super::*;

    unsafe extern "C" {
        pub fn border_marks_called(value: u8) -> Outcome<u8>;
        pub fn border_marks_area(value: u8) -> Outcome<u8>;
        pub fn marks_kept(value: u8) -> Outcome<u8>;
        pub fn border_marks_counter_new() -> Outcome<*mut u8>;
        pub fn border_marks_counter_count(this: *mut u8) -> Outcome<u8>;
        pub fn border_marks_counter_destroy(this: *mut u8);
    }
}

#[test]
fn symbols_follow_from_names_and_namespaces() {
    // SAFETY: the declarations are those of the shims.
    unsafe {
        assert_eq!(
            (value(abi::border_marks_called(1)), value(abi::border_marks_area(1)), value(abi::marks_kept(1))),
            (Ok(2), Ok(3), Ok(4))
        );
        let counter = value(abi::border_marks_counter_new()).unwrap();
        assert_eq!(value(abi::border_marks_counter_count(counter)), Ok(1));
        abi::border_marks_counter_destroy(counter);
    }
    let symbols: Vec<_> = marks().functions().iter().map(|f| f.symbol.clone()).collect();
    assert_eq!(symbols, ["border_marks_called", "border_marks_area", "marks_kept"]);
}

#[test]
fn the_inventory_keeps_what_was_said() {
    let inventory = marks();
    let [called, area, kept] = inventory.functions() else { panic!() };
    assert_eq!((called.head.name.as_str(), called.head.path.as_str()), ("marks_called", "border::marks::marks_original"));
    assert_eq!((area.head.name.as_str(), area.head.path.as_str()), ("area", "border::marks::marks_area"));
    assert_eq!((area.head.marks.namespace.as_str(), area.head.marks.visibility), ("marks", Visibility::Internal));
    assert_eq!(area.head.marks.deprecated.as_deref(), Some("use `marks_called`"));
    assert_eq!((kept.head.marks.namespace.as_str(), &kept.head.marks.deprecated), ("elsewhere", &None));
    let limit = &inventory.constants()[0];
    assert_eq!((limit.head.name.as_str(), limit.head.marks.deprecated.as_deref()), ("LIMIT", Some("there is none")));
    let each = &inventory.callbacks()[0];
    assert_eq!((each.head.name.as_str(), each.head.marks.visibility), ("Each", Visibility::Internal));
    assert_eq!((each.head.marks.namespace.as_str(), each.head.marks.deprecated.as_deref()), ("marks", Some("no more")));
}

#[test]
fn a_service_hands_its_namespace_on() {
    let inventory = marks();
    let counter = &inventory.services()[0];
    assert_eq!((counter.head.name.as_str(), counter.head.path.as_str()), ("Counter", "border::marks::MarksCounter"));
    assert_eq!(counter.head.marks.deprecated.as_deref(), Some(""));
    let (new, count) = (&counter.constructors[0], &counter.methods[0].function);
    assert_eq!((new.head.marks.namespace.as_str(), new.head.path.as_str()), ("marks", "border::marks::MarksCounter::new"));
    assert_eq!((count.head.marks.namespace.as_str(), count.head.marks.deprecated.as_deref()), ("marks", Some("count yourself")));
}

#[test]
fn associated_constants_are_named_after_their_type() {
    let inventory = marks();
    let [_, first, named] = inventory.constants() else { panic!() };
    assert_eq!((first.head.name.as_str(), first.head.path.as_str()), ("MARKS_PAIR_FIRST", "border::marks::MarksPair::FIRST"));
    assert_eq!((first.head.marks.namespace.as_str(), first.head.docs.as_str()), ("marks", "The first."));
    assert_eq!((named.head.name.as_str(), named.head.path.as_str()), ("MARKS_OTHER", "border::marks::MarksPair::NAMED"));
    assert_eq!((named.head.marks.visibility, named.head.marks.deprecated.as_deref()), (Visibility::Internal, Some("")));
    assert_eq!(MarksPair::FIRST.kept(), 0.5);
}
