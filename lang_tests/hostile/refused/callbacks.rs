//! Callbacks that Rust tries to keep, or to let out, after the call for which they live.
use interoptopus::{ffi, ffi_function, ffi_service, ffi_type};
use std::sync::Mutex;

#[ffi_type]
pub type Visit = extern "C" fn(index: u32, text: ffi::Str) -> u32;

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Handlers<'a> {
    pub visit: Visit<'a>,
    pub maybe: Option<Visit<'a>>,
}

static KEPT: Mutex<Option<Visit>> = Mutex::new(None);
static ALL: Mutex<Vec<Handlers>> = Mutex::new(Vec::new());

#[ffi_function]
pub fn in_a_static(f: Visit) {
    *KEPT.lock().unwrap() = Some(f); //~ [KEPT.lock()] argument requires that `'1` must outlive `'static`
}

#[ffi_function]
pub fn all_in_a_static(all: &[Visit], maybe: Option<Visit>, handlers: Handlers) {
    KEPT.lock().unwrap().replace(all[0]); //~ [KEPT.lock()] `all` escapes the function body here
    *KEPT.lock().unwrap() = maybe; //~ [KEPT.lock()] `maybe` escapes the function body here
    ALL.lock().unwrap().push(handlers); //~ [ALL.lock()] `handlers` escapes the function body here
}

#[ffi_function]
pub fn on_a_thread(f: Visit) {
    std::thread::spawn(move || f(1, "x".into())); //~ [std::thread::spawn(move || f(1, "x".into()))] `f` escapes the function body here
}

#[ffi_function]
pub fn looked_into(f: Visit) {
    let call = &*f; //~ [f] `f` does not live long enough
    std::thread::spawn(move || call(1, "x".into())); //~ `f` escapes the function body here
}

#[ffi_function]
pub fn as_a_pointer(f: Visit) -> u32 {
    let bare: extern "C" fn(u32, ffi::Str) -> u32 = f.0; //~ [f.0] expected fn pointer, found `ForTheCall<'_, ...>`
    bare(1, "x".into())
}

#[ffi_function]
pub fn gives_out(f: Visit) -> Visit { //~ [Visit] `Visit<'_>` cannot be returned
    f
}

pub struct Button {
    pub on_click: Visit, //~ [Visit] missing lifetime specifier
}

#[ffi_type(service)]
pub struct Switch {
    on_click: Visit<'static>,
}

#[ffi_service]
impl Switch {
    #[ffi_constructor]
    pub fn new(on_click: Visit) -> Self {
        Switch { on_click } //~ [on_click] this usage requires that `'1` must outlive `'static`
    }

    pub fn replace(&mut self, on_click: Visit) {
        self.on_click = on_click; //~ [self.on_click = on_click] assignment requires that `'1` must outlive `'static`
    }

    #[ffi_constructor]
    pub fn forever(on_click: Visit<'static>) -> Self { //~ ['static] a parameter cannot be `'static`
        Switch { on_click }
    }
}

#[ffi_type]
#[derive(Clone, Copy)]
pub struct Pair<T> {
    pub first: T,
    pub second: T,
}

#[ffi_function]
pub fn generic(pair: Pair<Visit>) -> u32 { //~ [Pair] the type `Visit<'_>` does not fulfill the required lifetime
    (pair.first)(1, "x".into())
}

#[ffi_function]
pub fn elided(f: Visit, text: &str) -> &str { //~ [&] the signature does not say whether it is borrowed from `f` or `text`
    f(1, text.into());
    text
}
