//! Types: what stands in signatures and fields.

use super::primitive::Primitive;

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
    /// A type of an inventory. Equal types are the same value; [`Inventory::kind`](super::Inventory::kind) gives its kind.
    Type
    /// A struct of an inventory.
    StructId
    /// An enum of an inventory.
    EnumId
    /// An opaque type of an inventory.
    OpaqueId
    /// A callback of an inventory.
    CallbackId
    /// A service of an inventory.
    ServiceId
    /// A union of an inventory.
    UnionId
    /// An enum with data of an inventory.
    TaggedId
}

/// The kind of a type.
///
/// Slices and strings are one thing here. As a parameter of a function they are two at the ABI, pointer and length: see
/// `model::abi_parameters`. Everywhere else, a callback's parameters included, they
/// are a struct `{ data, len }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum TypeKind {
    /// No value: the result of a function without one, and the target of a `*mut c_void`.
    Void,
    /// A number, a bool or a character.
    Primitive(Primitive),
    /// An integer that is not 0; or an option of one, whose none is 0. At the ABI the integer.
    NonZero {
        /// The integer.
        primitive: Primitive,
        /// If true, 0 is none; if not, 0 is refused.
        nullable: bool,
    },
    /// A struct, by value.
    Struct(StructId),
    /// A numeric enum, or a set of flags: at the ABI the integer that is its `repr`.
    Enum(EnumId),
    /// An enum with data: `{ tag, payload }`, where the payload is a union of the variants' structs.
    Tagged(TaggedId),
    /// A union, by value.
    Union(UnionId),
    /// A type that other languages see only behind pointers.
    Opaque(OpaqueId),
    /// A function pointer with a name. Null is allowed if `nullable`: then it is Rust's `Option` of one.
    Callback {
        /// The callback.
        id: CallbackId,
        /// If true, null is none; if not, null is refused.
        nullable: bool,
    },
    /// An object of a service that changes hands: what a constructor returns. At the ABI a pointer that is not null.
    Service(ServiceId),
    /// `[T; N]`, in the fields of structs and behind pointers.
    Array {
        /// The type of each element.
        element: Type,
        /// The number of elements.
        len: usize,
    },
    /// `&T`, `&mut T`, `Option<&T>`, `*const T` and their like. To a service: a borrow of its object during a call.
    Pointer {
        /// The type that it points to; [`TypeKind::Void`] for a `c_void`.
        pointee: Type,
        /// The access that Rust has to it.
        access: Access,
        /// The pointers that are valid, and checked by Rust.
        kind: PointerKind,
    },
    /// `&[T]`, `&mut [T]`, `ffi::Slice`, `ffi::SliceMut`, or an option of one, whose none has null data.
    Slice {
        /// The type of each element.
        element: Type,
        /// The access that Rust has to them.
        access: Access,
        /// If true, null data is none; if not, an empty slice.
        nullable: bool,
    },
    /// `&str`: UTF-8 with a length in bytes, without a NUL at the end; or an option of one, whose none has null data.
    Str {
        /// If true, null data is none; if not, an empty string.
        nullable: bool,
    },
    /// `ffi::CStrPtr`: the address of bytes that end with a NUL; or an option of one.
    CStr {
        /// If true, null is none; if not, null is refused.
        nullable: bool,
    },
    /// `ffi::Option`: `{ value, is_some: u8 }`, where `value` is meaningless unless `is_some` is 1.
    Option {
        /// The type of the value.
        value: Type,
    },
    /// `String`, `Vec<T>`, `Box<str>`, `Box<[T]>`, or an option of one, whose none has null data: memory of Rust's that whoever gets it frees by
    /// `…_ffi_dealloc`: `{ data, len }`. Only results are of such a type: an owner in a parameter is the
    /// string or slice to others, and Rust copies that.
    Owned {
        /// What is in the memory.
        content: Content,
        /// Whether null data is none.
        nullable: bool,
    },
    /// The result of a guarded function at the ABI: `{ status: i32, value }`, where `value` is zero unless `status` is 0; with a value of
    /// [`TypeKind::Void`] the status alone.
    Outcome {
        /// The type of the value.
        value: Type,
    },
}

impl TypeKind {
    /// The one type that it is made of, if it is an array, a pointer or a pattern of one.
    #[must_use]
    #[inline]
    pub fn inner(self) -> Option<Type> {
        match self {
            TypeKind::Array { element: inner, len: _ }
            | TypeKind::Pointer { pointee: inner, access: _, kind: _ }
            | TypeKind::Slice { element: inner, access: _, nullable: _ }
            | TypeKind::Option { value: inner }
            | TypeKind::Owned { content: Content::Elements(inner), nullable: _ }
            | TypeKind::Outcome { value: inner } => Some(inner),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_)
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Owned { content: Content::Text, nullable: _ } => None,
        }
    }

    /// The item that it is, if it is one; none for primitives, pointers, arrays and patterns.
    #[must_use]
    pub fn declared(self) -> Option<Declared> {
        match self {
            TypeKind::Struct(id) => Some(Declared::Struct(id)),
            TypeKind::Enum(id) => Some(Declared::Enum(id)),
            TypeKind::Tagged(id) => Some(Declared::Tagged(id)),
            TypeKind::Union(id) => Some(Declared::Union(id)),
            TypeKind::Opaque(id) => Some(Declared::Opaque(id)),
            TypeKind::Callback { id, nullable: _ } => Some(Declared::Callback(id)),
            TypeKind::Service(id) => Some(Declared::Service(id)),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Option { .. }
            | TypeKind::Owned { .. }
            | TypeKind::Outcome { .. } => None,
        }
    }

    /// The pattern that it is, if it is one: a struct that nobody declared.
    #[must_use]
    pub fn pattern(self) -> Option<Pattern> {
        match self {
            TypeKind::Slice { .. } => Some(Pattern::Slice),
            TypeKind::Str { .. } => Some(Pattern::Str),
            TypeKind::Owned { .. } => Some(Pattern::Owned),
            TypeKind::Option { value } => Some(Pattern::Option { value }),
            TypeKind::Outcome { value } => Some(Pattern::Outcome { value }),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::CStr { .. }
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Callback { .. }
            | TypeKind::Service(_) => None,
        }
    }

    /// The same without null as a value, for slices, strings, callbacks and owners that have it: both forms are the same in memory, so
    /// languages define only this one.
    #[must_use]
    pub fn without_null(self) -> Option<TypeKind> {
        let mut plain = self;
        let nullable = plain.nullable_mut().filter(|nullable| **nullable)?;
        *nullable = false;
        Some(plain)
    }

    /// True if null, or 0, is none; false if it is refused; none for types that are the same either way.
    #[must_use]
    pub fn nullable(mut self) -> Option<bool> {
        self.nullable_mut().copied()
    }

    fn nullable_mut(&mut self) -> Option<&mut bool> {
        match self {
            TypeKind::NonZero { primitive: _, nullable }
            | TypeKind::Callback { id: _, nullable }
            | TypeKind::Slice { element: _, access: _, nullable }
            | TypeKind::Str { nullable }
            | TypeKind::CStr { nullable }
            | TypeKind::Owned { content: _, nullable } => Some(nullable),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => None,
        }
    }
}

/// A type that its author declared: the item that a [`TypeKind`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Declared {
    /// A struct.
    Struct(StructId),
    /// A numeric enum, or a set of flags.
    Enum(EnumId),
    /// An enum with data.
    Tagged(TaggedId),
    /// A union.
    Union(UnionId),
    /// An opaque type.
    Opaque(OpaqueId),
    /// A callback, nullable or not.
    Callback(CallbackId),
    /// A service.
    Service(ServiceId),
}

/// A struct that nobody declared, and that languages define where it occurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// `{ data, len }` of elements.
    Slice,
    /// `{ data, len }` of UTF-8.
    Str,
    /// `{ data, len }` of what its holder frees.
    Owned,
    /// `{ value, is_some }`.
    Option {
        /// The type of the value.
        value: Type,
    },
    /// `{ status, value }`.
    Outcome {
        /// The type of the value.
        value: Type,
    },
}

/// The content of memory that changes hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Content {
    /// UTF-8, with a length in bytes.
    Text,
    /// Elements of a type.
    Elements(Type),
}

/// The access that Rust has to the memory behind a pointer or a slice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Access {
    /// Rust only reads.
    Read,
    /// Rust reads and writes.
    Write,
}

/// The kind of a pointer: the addresses that are valid, and what Rust checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum PointerKind {
    /// A reference: not null, aligned, to a valid value.
    Reference,
    /// An option of a reference: null is none.
    Nullable,
    /// A raw pointer, or an option of a `NonNull`: nothing is checked.
    Raw,
    /// A `NonNull`: a raw pointer that is checked not to be null.
    NonNull,
}
