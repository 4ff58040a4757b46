//! Types: what stands in signatures and fields.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct $name(pub(crate) u32);

        impl $name {
            /// The place in the order of registration.
            #[must_use]
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    /// One type of one inventory. Equal types are the same value; [`Inventory::kind`](super::Inventory::kind) says what it is.
    Type
    /// Which struct of an inventory.
    StructId
    /// Which enum of an inventory.
    EnumId
    /// Which opaque type of an inventory.
    OpaqueId
    /// Which callback of an inventory.
    CallbackId
    /// Which service of an inventory.
    ServiceId
}

/// What a type is.
///
/// Slices and strings are one thing here. As a parameter of a function they are two at the ABI, pointer and length: see
/// [`Inventory::abi_parameters`](super::Inventory::abi_parameters). Everywhere else, a callback's parameters included, they
/// are a struct `{ data, len }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TypeKind {
    /// Nothing: what a function without a result returns, and what a `*mut c_void` points to.
    Void,
    /// A number or a bool.
    Primitive(Primitive),
    /// A struct, by value.
    Struct(StructId),
    /// A numeric enum: at the ABI the integer that is its `repr`.
    Enum(EnumId),
    /// What other languages see only behind pointers.
    Opaque(OpaqueId),
    /// A function pointer with a name. Null is allowed if `nullable`: then it is Rust's `Option` of one.
    Callback {
        /// Which.
        id: CallbackId,
        /// Whether it may be null, which is none.
        nullable: bool,
    },
    /// An object of a service that changes hands: what a constructor returns. At the ABI a pointer that is not null.
    Service(ServiceId),
    /// `[T; N]`, in the fields of structs and behind pointers.
    Array {
        /// The type of each element.
        element: Type,
        /// How many.
        len: usize,
    },
    /// `&T`, `&mut T`, `Option<&T>`, `*const T` and their like. To a service: a borrow of its object during a call.
    Pointer {
        /// What it points to; [`TypeKind::Void`] for a `c_void`.
        pointee: Type,
        /// Whether Rust may write to it.
        access: Access,
        /// Whether Rust checks it.
        kind: PointerKind,
    },
    /// `&[T]`, `&mut [T]`, `ffi::Slice`, `ffi::SliceMut`, or an option of one, whose none has null data.
    Slice {
        /// The type of each element.
        element: Type,
        /// Whether Rust may write to them.
        access: Access,
        /// Whether null data is none. If not, it is an empty slice.
        nullable: bool,
    },
    /// `&str`: UTF-8 with a length in bytes, without a NUL at the end; or an option of one, whose none has null data.
    Str {
        /// Whether null data is none. If not, it is an empty string.
        nullable: bool,
    },
    /// `ffi::CStrPtr`: the address of bytes that end with a NUL; or an option of one.
    CStr {
        /// Whether it may be null, which is none.
        nullable: bool,
    },
    /// `ffi::Option`: `{ value, is_some: u8 }`, where `value` is meaningless unless `is_some` is 1.
    Option {
        /// The type of the value.
        value: Type,
    },
    /// What a guarded function returns: `{ status: i32, value }`, where `value` is zero unless `status` is 0; with a value of
    /// [`TypeKind::Void`] the status alone.
    Outcome {
        /// The type of the value.
        value: Type,
    },
}

impl TypeKind {
    /// The one type that it is made of, if it is an array, a pointer or a pattern of one.
    #[must_use]
    pub fn inner(self) -> Option<Type> {
        match self {
            TypeKind::Array { element: inner, len: _ }
            | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
            | TypeKind::Slice { element: inner, access: _, nullable: _ }
            | TypeKind::Option { value: inner }
            | TypeKind::Outcome { value: inner } => Some(inner),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. } => None,
        }
    }

    /// Whether it stands for an item: a struct, an enum, an opaque type, a callback, a service.
    #[must_use]
    pub fn is_item(self) -> bool {
        matches!(
            self,
            TypeKind::Struct(_) | TypeKind::Enum(_) | TypeKind::Opaque(_) | TypeKind::Callback { .. } | TypeKind::Service(_)
        )
    }

    /// Whether it is a struct that nobody declared: a slice, a string, an option or an outcome.
    #[must_use]
    pub fn is_pattern(self) -> bool {
        matches!(self, TypeKind::Slice { .. } | TypeKind::Str { .. } | TypeKind::Option { .. } | TypeKind::Outcome { .. })
    }

    /// The same without null as a value, for slices, strings and callbacks that have it: both forms are the same in memory, so
    /// languages define only this one.
    #[must_use]
    pub fn without_null(self) -> Option<TypeKind> {
        match self {
            TypeKind::Callback { id, nullable: true } => Some(TypeKind::Callback { id, nullable: false }),
            TypeKind::Slice { element, access, nullable: true } => Some(TypeKind::Slice { element, access, nullable: false }),
            TypeKind::Str { nullable: true } => Some(TypeKind::Str { nullable: false }),
            TypeKind::CStr { nullable: true } => Some(TypeKind::CStr { nullable: false }),
            TypeKind::Callback { nullable: false, .. }
            | TypeKind::Slice { nullable: false, .. }
            | TypeKind::Str { nullable: false }
            | TypeKind::CStr { nullable: false }
            | TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => None,
        }
    }
}

/// Whether Rust may write to what a pointer or slice leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Access {
    /// Rust only reads.
    Read,
    /// Rust reads and writes.
    Write,
}

/// What Rust makes of a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum PointerKind {
    /// A reference: not null, aligned, to a valid value.
    Reference,
    /// An option of a reference: null is none.
    Nullable,
    /// A raw pointer: nothing is checked.
    Raw,
}

/// A number or a bool.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[allow(missing_docs)] // Each is what Rust calls it.
pub enum Primitive {
    /// One byte, 0 or 1: Rust's `bool`, and `ffi::Bool`.
    Bool,
    I8,
    I16,
    I32,
    I64,
    Isize,
    U8,
    U16,
    U32,
    U64,
    Usize,
    F32,
    F64,
}

impl Primitive {
    /// As Rust calls it, such as `u32`.
    #[must_use]
    pub fn rust_name(self) -> &'static str {
        match self {
            Primitive::Bool => "bool",
            Primitive::I8 => "i8",
            Primitive::I16 => "i16",
            Primitive::I32 => "i32",
            Primitive::I64 => "i64",
            Primitive::Isize => "isize",
            Primitive::U8 => "u8",
            Primitive::U16 => "u16",
            Primitive::U32 => "u32",
            Primitive::U64 => "u64",
            Primitive::Usize => "usize",
            Primitive::F32 => "f32",
            Primitive::F64 => "f64",
        }
    }

    /// Size in bytes on the machine that this runs on: only `isize` and `usize` differ by platform.
    #[must_use]
    pub fn size(self) -> usize {
        match self {
            Primitive::Bool | Primitive::I8 | Primitive::U8 => 1,
            Primitive::I16 | Primitive::U16 => 2,
            Primitive::I32 | Primitive::U32 | Primitive::F32 => 4,
            Primitive::I64 | Primitive::U64 | Primitive::F64 => 8,
            Primitive::Isize | Primitive::Usize => size_of::<usize>(),
        }
    }

    /// The least and the greatest value, if it is an integer; of `isize` and `usize` on a platform of 64 bits.
    #[must_use]
    pub fn range(self) -> Option<(i128, i128)> {
        match self {
            Primitive::I8 => Some((i8::MIN.into(), i8::MAX.into())),
            Primitive::I16 => Some((i16::MIN.into(), i16::MAX.into())),
            Primitive::I32 => Some((i32::MIN.into(), i32::MAX.into())),
            Primitive::I64 | Primitive::Isize => Some((i64::MIN.into(), i64::MAX.into())),
            Primitive::U8 => Some((0, u8::MAX.into())),
            Primitive::U16 => Some((0, u16::MAX.into())),
            Primitive::U32 => Some((0, u32::MAX.into())),
            Primitive::U64 | Primitive::Usize => Some((0, u64::MAX.into())),
            Primitive::Bool | Primitive::F32 | Primitive::F64 => None,
        }
    }

    /// Whether it is an integer or float that can be negative.
    #[must_use]
    pub fn is_signed(self) -> bool {
        use Primitive::{F32, F64, I8, I16, I32, I64, Isize};
        matches!(self, I8 | I16 | I32 | I64 | Isize | F32 | F64)
    }

    /// Whether it is a float.
    #[must_use]
    pub fn is_float(self) -> bool {
        matches!(self, Primitive::F32 | Primitive::F64)
    }
}
