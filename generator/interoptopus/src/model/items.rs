//! Items: the functions, types, services and constants that a library's author listed.

use super::primitive::Primitive;
use super::types::{Access, EnumId, Type};
use crate::docs::Docs;

/// The head of an item, which items of all kinds have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Head {
    /// The name.
    pub name: String,
    /// The path in Rust, such as `my_lib::shapes::Vec2`, which is its name in error messages.
    pub path: String,
    /// The documentation.
    pub docs: Docs,
    /// The namespace in other languages, the visibility and the deprecation.
    pub marks: Marks,
}

/// The marks that an item's author put on it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Marks {
    /// The namespace, one identifier; empty for the library's own. Names are unique within one.
    pub namespace: String,
    /// The users that it is meant for.
    pub visibility: Visibility,
    /// The note of `#[deprecated]`, which may be empty; none for an item that is not deprecated.
    pub deprecated: Option<String>,
}

/// The users that an item or a field is meant for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Visibility {
    /// Everybody.
    #[default]
    Public,
    /// An item that is marked `internal`, which a binding for the public leaves out; or a field that is not `pub`, which takes part in
    /// the layout and is copied with its struct, but which no other language shows.
    Internal,
}

/// A struct that is passed by value or behind pointers; its memory is `inventory.layout` of its type.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Struct {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The representation of its memory.
    pub repr: Repr,
    /// The fields, in the order of declaration, which is that of their offsets; those of no size are left out. A tuple struct's are
    /// called `field0`, `field1`, …, or `value` if there is one.
    pub fields: Vec<Field>,
    /// The value of `Default`, field by field, if the author asked for it to be carried over.
    pub default: Option<Vec<Value>>,
}

/// The representation of a struct, as its `repr` says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Repr {
    /// C's layout.
    #[default]
    C,
    /// The layout and the ABI of its one field.
    Transparent,
    /// No field is aligned to more than this many bytes.
    Packed(u32),
    /// The struct is aligned to at least this many bytes.
    Aligned(u32),
}

impl Repr {
    /// The greatest alignment of a field and the least of the whole, in bytes.
    pub(crate) const fn alignments(self) -> (usize, usize) {
        match self {
            Repr::C | Repr::Transparent => (usize::MAX, 1),
            Repr::Packed(most) => (most as usize, 1),
            Repr::Aligned(least) => (usize::MAX, least as usize),
        }
    }
}

/// A field of a [`Struct`], a [`Union`] or a [`Case`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Field {
    /// The name.
    pub name: String,
    /// The documentation.
    pub docs: Docs,
    /// The visibility in other languages.
    pub visibility: Visibility,
    /// The type.
    pub ty: Type,
}

/// A union: which of its fields is meant, only its users know. Any bytes are a value of each field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Union {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The fields, all at offset 0.
    pub fields: Vec<Field>,
}

/// An enum with data, a sum type: `{ tag, payload }`, where the payload is a union of one struct a case that has fields. Rust refuses a tag
/// that no case has.
///
/// Its layout names the tag `tag`, and each field by its case and its name, such as `Circle.radius`, with the offset from the beginning of the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tagged {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The integer that is the tag; `i32` for `repr(C)`.
    pub repr: Primitive,
    /// The variants, in the order of declaration.
    pub cases: Vec<Case>,
}

/// A variant of a [`Tagged`] enum.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Case {
    /// The name.
    pub name: String,
    /// The documentation.
    pub docs: Docs,
    /// The tag's value.
    pub value: i128,
    /// The fields, named as those of a [`Struct`]; none for a unit variant.
    pub fields: Vec<Field>,
}

/// A numeric enum. Other languages may hand any integer of its `repr` to Rust, which refuses what no variant has.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Enum {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The integer that it is at the ABI; `i32` for `repr(C)`.
    pub repr: Primitive,
    /// The variants, in the order of declaration.
    pub variants: Vec<Variant>,
    /// True if values are sets of its variants, each a bit or several. Rust refuses bits that no variant has.
    pub flags: bool,
    /// True for the error of results: every discriminant is between 1 and `i32::MAX`, and is a status.
    pub error: bool,
}

/// A variant of an [`Enum`].
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Variant {
    /// The name.
    pub name: String,
    /// The documentation.
    pub docs: Docs,
    /// The discriminant.
    pub value: i128,
}

/// A type that other languages see only behind pointers, without any fields.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Opaque {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
}

/// A named function pointer that other languages hand to Rust, for the time of a call.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Callback {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The parameters; each is one at the ABI, slices and strings included.
    pub parameters: Vec<Parameter>,
    /// The type of the result: one of which any bytes are a value.
    pub returns: Type,
}

/// A parameter of a function, method or callback.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Parameter {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: Type,
}

/// An exported function.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Function {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The symbol that the library exports it as.
    pub symbol: String,
    /// True for an `unsafe fn`: callers keep to what its documentation says under `# Safety`.
    pub is_unsafe: bool,
    /// The parameters as the author wrote them, without a method's receiver.
    pub parameters: Vec<Parameter>,
    /// The type of the author's result, on success where the function can fail.
    pub returns: Type,
    /// The type of the result at the ABI: `returns` if it crosses bare, an outcome of that if it crosses guarded.
    pub abi_returns: Type,
    /// The way in which panics and wrong arguments cross.
    pub crossing: Crossing,
}

impl Function {
    /// The enum whose values are its positive statuses.
    #[must_use]
    pub fn error(&self) -> Option<EnumId> {
        match self.crossing {
            Crossing::Bare => None,
            Crossing::Guarded { error } => error,
        }
    }
}

/// The way in which panics and wrong arguments cross.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Crossing {
    /// It has no way to report them, and aborts: bindings check enum values before they call it.
    Bare,
    /// They are a negative status.
    Guarded {
        /// The enum whose values are its positive statuses.
        error: Option<EnumId>,
    },
}

/// A class: objects with a constructor, methods and a destructor. Each of its functions crosses guarded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Service {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// Each returns [`TypeKind::Service`](super::TypeKind::Service). One named `new` is the language's constructor, others are named factories.
    pub constructors: Vec<Function>,
    /// The methods, in the order of declaration.
    pub methods: Vec<Method>,
    /// The symbol of `void …_destroy(object)`: frees it as soon as no call is in it and nothing is lent; null is allowed.
    pub destroy: String,
    /// The symbol of `i32 …_release(object)`, which ends one borrow that a lending method began; none if no method lends.
    pub release: Option<String>,
}

impl Service {
    /// Its constructors, then its methods.
    pub fn functions(&self) -> impl Iterator<Item = &Function> {
        self.constructors.iter().chain(self.methods.iter().map(|m| &m.function))
    }

    /// The symbols that the library exports for it.
    #[inline]
    pub fn symbols(&self) -> impl Iterator<Item = String> {
        self.functions().map(|f| f.symbol.clone()).chain([self.destroy.clone()]).chain(self.release.clone())
    }
}

/// A method of a [`Service`]; at the ABI the object comes first, as `self`.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Method {
    /// The function, whose parameters do not include the object.
    pub function: Function,
    /// The borrow of the object.
    pub receiver: Receiver,
    /// The access of a borrow that outlasts a successful call, until `…_release`, as the result is the object's own memory; none for no loan.
    pub lends: Option<Access>,
}

/// The borrow that a method takes of its object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Receiver {
    /// `&self`: excludes only exclusive calls.
    Shared,
    /// `&mut self`: excludes every other call.
    Exclusive,
}

/// A constant, whose value bindings contain.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Constant {
    /// Its name, path, documentation and marks.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub head: Head,
    /// The type.
    pub ty: Type,
    /// The value.
    pub value: Value,
}

/// The value of a [`Constant`], or of a field by default.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Value {
    /// Of a `bool`.
    Bool(bool),
    /// Of any integer type up to `u64`, of an `i128`, or the discriminant of an enum. 0 for the none of an optional integer.
    Int(i128),
    /// Of a `u128`.
    Wide(u128),
    /// Of an `f32`, as its bits, so that NaN payloads and -0.0 are kept.
    F32(u32),
    /// Of an `f64`, as its bits.
    F64(u64),
    /// Of a `char`.
    Char(char),
    /// Of a `&str` or an `ffi::CStrPtr`, without the NUL.
    Str(String),
    /// Of an array, or of a slice that is a constant.
    Array(Vec<Value>),
    /// Of a struct, one value a field.
    Struct(Vec<Value>),
}
