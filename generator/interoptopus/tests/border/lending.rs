//! Loans of methods, which stay borrowed until they are released.

use super::services::ONE_BY_ONE;
use super::{BUSY, Error, NULL, ffi_inventory, own, value};
use interoptopus::border::{Object, Outcome, Status};
use interoptopus::model::Access;
use interoptopus::{ffi, ffi_service, ffi_type};
use std::ptr;

pub type Slice = std::num::NonZero<u32>;
pub type Nothing<'a> = ();
pub type Address<'a> = *const u32;

/// All methods that could be shared are: it needs no `Sync` for the others.
#[ffi_type(service)]
#[derive(Debug, Default)]
pub struct Library {
    books: Vec<u32>,
    name: String,
}

#[ffi_service]
impl Library {
    #[ffi_constructor]
    pub fn with_books(books: &[u32], name: &str) -> Self {
        Library { books: books.to_vec(), name: name.to_owned() }
    }

    pub fn books(&self) -> &[u32] {
        &self.books
    }

    pub fn slice(&self) -> ffi::Slice<u32> {
        self.books.as_slice().into()
    }

    pub fn name(&self) -> Option<&str> {
        (!self.name.is_empty()).then_some(&self.name)
    }

    pub fn first<'b>(&'b self, _name: &str) -> Result<&'b [u32], Error> {
        self.books.get(..1).ok_or(Error::Empty)
    }

    pub fn books_mut(&mut self) -> &mut [u32] {
        &mut self.books
    }

    pub fn book(&self, at: usize) -> Option<&u32> {
        self.books.get(at)
    }

    pub fn kind(&self) -> &'static str {
        "library"
    }

    /// Written as if it borrowed.
    pub fn number(&self) -> Option<Slice> {
        None
    }

    pub fn nothing(&self) -> Nothing<'_> {}

    pub fn address(&self) -> Address<'_> {
        ptr::null()
    }

    pub fn broken(&self) -> &[u32] {
        panic!("nothing is lent");
    }

    pub fn count(&self) -> usize {
        self.books.len()
    }

    pub fn add(&mut self, book: u32) {
        self.books.push(book);
    }
}

type This = *mut Object<Library>;
type Lent<T> = Outcome<(*const T, usize)>;

#[allow(improper_ctypes)]
mod abi {
    use super::*;
    unsafe extern "C" {
        pub fn border_library_with_books(books: *const u32, len: usize, name: *const u8, name_len: usize) -> Outcome<This>;
        pub fn border_library_books(this: This) -> Lent<u32>;
        pub fn border_library_slice(this: This) -> Lent<u32>;
        pub fn border_library_name(this: This) -> Lent<u8>;
        pub fn border_library_first(this: This, name: *const u8, len: usize) -> Lent<u32>;
        pub fn border_library_books_mut(this: This) -> Lent<u32>;
        pub fn border_library_book(this: This, at: usize) -> Outcome<*const u32>;
        pub fn border_library_kind(this: This) -> Lent<u8>;
        pub fn border_library_broken(this: This) -> Lent<u32>;
        pub fn border_library_count(this: This) -> Outcome<usize>;
        pub fn border_library_add(this: This, book: u32) -> Status;
        pub fn border_library_release(this: This) -> Status;
        pub fn border_library_destroy(this: This);
    }
}
use abi::*;

fn with_library(books: &[u32], name: &str, body: impl FnOnce(This)) {
    let _alone = ONE_BY_ONE.lock().unwrap_or_else(|e| e.into_inner());
    // SAFETY: the declarations are those of the shims, and the lengths those of the slices.
    unsafe {
        let before = own::border_ffi_live_objects();
        body(value(border_library_with_books(books.as_ptr(), books.len(), name.as_ptr(), name.len())).unwrap());
        assert_eq!(own::border_ffi_live_objects(), before, "an object leaked");
    }
}

#[test]
fn what_is_lent_cannot_change_until_it_is_released() {
    with_library(&[1, 2], "", |library| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            for lend in [border_library_books as unsafe extern "C" fn(This) -> Lent<u32>, border_library_slice] {
                let (data, len) = value(lend(library)).unwrap();
                assert_eq!(std::slice::from_raw_parts(data, len), [1, 2]);
                assert_eq!(border_library_add(library, 3), Status::BUSY);
                assert_eq!(value(border_library_count(library)), Ok(2), "others may read");
                assert_eq!(border_library_release(library), Status::OK);
                assert_eq!(border_library_release(library), Status::INVALID);
            }
            assert_eq!(border_library_add(library, 3), Status::OK);
            border_library_destroy(library);
        }
    });
}

#[test]
fn each_borrow_is_released_on_its_own() {
    with_library(&[1], "", |library| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            assert!(value(border_library_books(library)).is_ok() && value(border_library_first(library, ptr::null(), 0)).is_ok());
            assert_eq!(border_library_release(library), Status::OK);
            assert_eq!(border_library_add(library, 3), Status::BUSY);
            assert_eq!(border_library_release(library), Status::OK);
            assert_eq!(border_library_add(library, 3), Status::OK);
            border_library_destroy(library);
        }
    });
}

#[test]
fn an_exclusive_borrow_excludes_everything() {
    with_library(&[1], "", |library| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            let (data, len) = value(border_library_books_mut(library)).unwrap();
            assert_eq!(len, 1);
            *data.cast_mut() = 9;
            assert_eq!(value(border_library_count(library)), Err(BUSY));
            assert_eq!(value(border_library_books(library)).err(), Some(BUSY));
            assert_eq!(border_library_release(library), Status::OK);
            assert_eq!(*value(border_library_book(library, 0)).unwrap(), 9);
            assert_eq!(value(border_library_books_mut(library)).err(), Some(BUSY));
            assert_eq!(border_library_release(library), Status::OK);
            border_library_destroy(library);
        }
    });
}

#[test]
fn none_errors_panics_and_static_texts_lend_nothing() {
    with_library(&[], "", |library| {
        // SAFETY: the declarations are those of the shims.
        unsafe {
            assert!(value(border_library_name(library)).unwrap().0.is_null());
            assert!(value(border_library_book(library, 0)).unwrap().is_null());
            assert_eq!(value(border_library_first(library, ptr::null(), 0)).err(), Some(1));
            assert_eq!(value(border_library_broken(library)).err(), Some(-1));
            assert_eq!(value(border_library_kind(library)).unwrap().1, 7);
            assert_eq!(border_library_release(library), Status::INVALID);
            assert_eq!(border_library_add(library, 3), Status::OK);
            border_library_destroy(library);
        }
    });
    with_library(&[], "named", |library| {
        // SAFETY: as above.
        unsafe {
            assert_eq!(value(border_library_name(library)).unwrap().1, 5);
            assert_eq!(border_library_release(library), Status::OK);
            border_library_destroy(library);
        }
    });
}

#[test]
fn closing_waits_for_what_is_lent() {
    for exclusively in [false, true] {
        with_library(&[7], "", |library| {
            // SAFETY: the declarations are those of the shims; what is lent keeps the object.
            unsafe {
                let lent = if exclusively { border_library_books_mut(library) } else { border_library_books(library) };
                let (data, _) = value(lent).unwrap();
                let before = own::border_ffi_live_objects();
                border_library_destroy(library);
                assert_eq!((own::border_ffi_live_objects(), *data), (before, 7));
                assert_eq!(value(border_library_count(library)), Err(BUSY), "it is closed");
                assert_eq!(border_library_release(library), Status::OK);
            }
        });
    }
}

#[test]
fn releasing_null_is_a_status() {
    // SAFETY: the declarations are those of the shims.
    assert_eq!(unsafe { border_library_release(ptr::null_mut()) }.0, NULL);
}

#[test]
fn the_inventory_says_what_lends() {
    let inventory = ffi_inventory();
    let service = inventory.services().iter().find(|s| s.head.name == "Library").unwrap();
    let lends = |access| move |m: &&interoptopus::model::Method| m.lends == access;
    let names = |access| service.methods.iter().filter(lends(access)).map(|m| m.function.head.name.as_str()).collect::<Vec<_>>();
    assert_eq!(names(Some(Access::Read)), ["books", "slice", "name", "first", "book", "broken"]);
    assert_eq!(names(Some(Access::Write)), ["books_mut"]);
    assert_eq!(names(None), ["kind", "number", "nothing", "address", "count", "add"]);
    assert_eq!(service.release.as_deref(), Some("border_library_release"));
}
