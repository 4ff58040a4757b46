//! Functions that are safe only on some processors: no shim may call them as if they were safe everywhere.
use interoptopus::{ffi_function, ffi_service, ffi_type};

#[ffi_function]
#[target_feature(enable = "avx2")] //~ [target_feature] a `#[target_feature]` function is sound only where the processor has that
pub fn wide(x: u32) -> u32 {
    x
}

/// Its callers have to know.
#[ffi_function]
#[target_feature(enable = "avx2")]
pub unsafe fn knowing(x: u32) -> u32 {
    x
}

#[ffi_type(service)]
pub struct Service;

#[ffi_service]
impl Service {
    #[ffi_constructor]
    pub fn new() -> Self {
        Self
    }

    #[target_feature(enable = "avx2")] //~ [target_feature] a `#[target_feature]` function is sound only where the processor has that
    pub fn method(&self) {}
}

pub mod hidden {
    use interoptopus::ffi_function;

    macro_rules! featured {
        ($(#[$attribute:meta])* $name:ident) => {
            #[ffi_function]
            $(#[$attribute])*
            pub fn $name(x: u32) -> u32 {
                x
            }
        };
    }

    featured!(#[cfg_attr(all(), target_feature(enable = "avx2"))] conditional); //~ [target_feature] is sound only where the processor has that
}
