//! The definitions of the runtime that generated code mentions.

use crate::syntax::expressions::{Expr, own};

macro_rules! parts {
    ($($part:ident $name:literal)*) => {
        /// A definition of the runtime.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Part {
            $(#[doc = concat!("`", $name, "`")] $part,)*
        }

        impl Part {
            /// Every one.
            #[cfg(test)]
            pub(crate) const ALL: &[Part] = &[$(Part::$part),*];

            /// The name that it has.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Part::$part => $name,)*
                }
            }
        }
    };
}

parts! {
    Aligned "_aligned"
    AlignedItems "_AlignedItems"
    AlignedNew "_aligned_new"
    Apart "_apart"
    Array "_array"
    BindAndGet "_bind_and_get"
    CData "CData"
    CStr "_c_str"
    CText "_c_text"
    Callable "_callable"
    Carried "_carried"
    Carriers "_carriers"
    Changeable "_changeable"
    Char "_char"
    Chars "_CHARS"
    Closed "_closed"
    CopyInto "_copy_into"
    DeclareAligned "_declare_aligned"
    Fail "_fail"
    FailWith "_fail_with"
    Flags "_flags"
    Items "_Items"
    Keep "_keep"
    Lib "lib"
    Load "load"
    Move "_move"
    New "_new"
    NoValue "_NONE"
    NonZero "_nonzero"
    NotNull "_not_null"
    Noting "_noting"
    OfEnum "_enum"
    Opaque "_Opaque"
    Opened "_opened"
    OpenedCopy "_opened_copy"
    Raised "_Raised"
    Ref "Ref"
    Refuse "_refuse"
    RefuseField "_refuse_field"
    Scalar "_scalar"
    Slice "_slice"
    SliceKept "_slice_kept"
    SliceKeptLeading "_slice_kept_leading"
    SliceLeading "_slice_leading"
    SliceMut "_slice_mut"
    Str "_str"
    Text "_text"
    Union "_UnionValue"
    UnionOf "_union_of"
    Utf8 "_utf8"
    Variant "_variant"
    WriteBack "_write_back"
    Wrong "_WRONG"
}

impl Part {
    /// A mention of it.
    pub(crate) fn expr(self) -> Expr {
        own(self.name())
    }

    /// A call of it.
    pub(crate) fn call(self, arguments: impl IntoIterator<Item = Expr>) -> Expr {
        self.expr().call(arguments)
    }
}

/// cffi's library of the module, which its declarations define.
pub(crate) fn ffi(name: &str) -> Expr {
    own("ffi").attribute(name)
}

/// The null of cffi.
pub(crate) fn null() -> Expr {
    ffi("NULL")
}
