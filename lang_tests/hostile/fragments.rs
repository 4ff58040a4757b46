//! Fragments of the author's macros, each of which is one operand: `$e:expr` with `1 + 2` in it, times two, is 6.

use interoptopus::{ffi_constant, ffi_constants, ffi_function, ffi_service, ffi_type, inventory_part};

/// A type whose constants are without our macros.
#[derive(Debug)]
pub struct Unmarked;

/// Who has constants.
#[ffi_type]
#[derive(Clone, Copy, Debug)]
pub struct Scale {
    pub by: u8,
}

macro_rules! constants {
    ($(#[$ours:meta])* $vis:vis, $owner:ty, $t:ty, $e:expr, $l:literal, $p:path) => {
        $(#[$ours])*
        impl $owner {
            $vis const SCALED: $t = $e * 2;
            $vis const NEGATIVE: i32 = -$l * 3 - $l;
            $vis const MASKED: $t = 0xff & !$e;
            $vis const MANY: [$t; $e * 2] = [$e; $e * 2];
            $vis const LARGEST: $t = $p - <$t>::MIN;
        }
    };
}

constants!(pub, Unmarked, u32, 1 + 2, -5, u32::MAX);
constants!(#[ffi_constants] pub, Scale, u32, 1 + 2, -5, u32::MAX);

macro_rules! constant {
    ($(#[$ours:meta])* $name:ident, $e:expr) => {
        $(#[$ours])*
        pub const $name: u32 = 10 - $e;
    };
}

constant!(FRAGMENTS_UNMARKED, 7 - 4);
constant!(
    #[ffi_constant]
    FRAGMENTS_LEFT,
    7 - 4
);

macro_rules! array {
    ($vis:vis $name:ident, $n:expr, $t:ty, $field:ident) => {
        /// An array whose length a macro works out.
        #[ffi_type]
        #[derive(Clone, Copy, Debug)]
        $vis struct $name {
            $vis items: [$t; $n * 2],
            $vis $field: $t,
        }
    };
}

array!(pub FragmentItems, 1 + 2, u16, tail);

macro_rules! variants {
    ($(#[$ours:meta])* $name:ident, $e:expr) => {
        $(#[$ours])*
        #[repr(u8)]
        #[derive(Clone, Copy, Debug, PartialEq)]
        pub enum $name {
            First = $e * 2,
            Next,
        }
    };
}

variants!(
    #[ffi_type]
    FragmentKind,
    1 + 2
);

macro_rules! shapes {
    ($(#[$ours:meta])* $name:ident, $e:expr, $t:ty) => {
        $(#[$ours])*
        #[repr(C, u8)]
        #[derive(Clone, Copy, Debug)]
        pub enum $name {
            Nothing = $e * 2,
            Sized([$t; $e * 2]),
        }
    };
}

shapes!(
    #[ffi_type]
    FragmentShape,
    1 + 2,
    u8
);

/// A service whose constant a macro works out.
#[ffi_type(service)]
#[derive(Debug)]
pub struct FragmentService;

macro_rules! service {
    ($ty:ty, $e:expr, $reference:ty, $lifetime:lifetime) => {
        #[ffi_service]
        impl $ty {
            pub const MOST: u32 = $e * 2;
            #[ffi_constructor]
            pub fn new() -> Self {
                Self
            }
            /// The value of the constant.
            pub fn most(&self) -> u32 {
                Self::MOST
            }
            /// The first of what is borrowed.
            pub fn first<$lifetime>(&self, of: &$lifetime [$reference]) -> $reference {
                of.first().copied().unwrap_or(const { $e * 2 })
            }
        }
    };
}

service!(FragmentService, 1 + 2, u32, 'a);

macro_rules! functions {
    ($($name:ident($($parameter:ident: $ty:ty),*) -> $output:ty = $body:expr;)*) => {
        $(
            /// A function that a macro makes.
            #[ffi_function]
            pub fn $name($($parameter: $ty),*) -> $output {
                $body
            }
        )*
    };
}

functions! {
    fragment_sum(values: &[u32], more: Option<&Scale>) -> u32 = values.iter().sum::<u32>() + more.map_or(0, |more| more.by.into());
    fragment_text(text: &str) -> usize = text.len();
    fragment_items(items: &FragmentItems) -> usize = items.items.len();
    fragment_kind(kind: FragmentKind) -> u8 = kind as u8;
    fragment_shape(shape: FragmentShape) -> usize = match shape { FragmentShape::Nothing => 0, FragmentShape::Sized(items) => items.len() };
}

macro_rules! named {
    ($name:literal, $doc:literal, $function:ident) => {
        #[doc = $doc]
        #[ffi_function(name = $name)]
        pub fn $function() -> u8 {
            9
        }
    };
}

named!("fragment_called", "Called otherwise.", fragment_named);

macro_rules! part {
    ([$($constant:path),*], [$($function:path),*], [$($ty:ty),*]) => {
        inventory_part!(part, [$($constant),*], [$($function),*], [$($ty),*], [FragmentService]);
    };
}

part!(
    [FRAGMENTS_LEFT, Scale::SCALED, Scale::NEGATIVE, Scale::MASKED, Scale::MANY, Scale::LARGEST],
    [fragment_sum, fragment_text, fragment_items, fragment_kind, fragment_shape, fragment_named],
    [Scale]
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_macros_change_no_value_of_the_authors() {
        assert_eq!((Scale::SCALED, Scale::NEGATIVE), (Unmarked::SCALED, Unmarked::NEGATIVE));
        assert_eq!((Scale::MASKED, Scale::MANY, Scale::LARGEST), (Unmarked::MASKED, Unmarked::MANY, Unmarked::LARGEST));
        assert_eq!(FRAGMENTS_LEFT, FRAGMENTS_UNMARKED);
        assert_eq!(FragmentService::MOST, 6);
        assert_eq!((FragmentKind::First as u8, FragmentKind::Next as u8), (6, 7));
    }
}
