//! Types of C#, and parameters of these.

use super::identifiers::Identifier;
use super::paths::Path;
use super::words::capitalised;
use std::fmt::{self, Display, Formatter};

/// A type of C#.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum CsType {
    Simple(Simple),
    /// A type of .NET's or of the runtime that is called so everywhere, such as `string`.
    Known(&'static str),
    /// A struct of the Unity dialect for an option or a result, where .NET has a generic one.
    Instantiation(String),
    /// A type of the library, or one that is made for it.
    Named(Path),
    /// A type within another, such as `VisitCallback.Unmanaged`.
    Within(Box<CsType>, &'static str),
    Generic(&'static str, Vec<CsType>),
    Array(Box<CsType>),
    Pointer(Box<CsType>),
    /// A value type, or null.
    Nullable(Box<CsType>),
    /// A class that is annotated as one that may be null.
    Annotated(Box<CsType>),
    /// An address of a function of these parameters, the last of which is the result.
    FunctionPointer(Vec<CsType>),
}

/// A number or a bool, for which C# has a keyword; and integers as wide as an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Simple {
    Bool,
    SByte,
    Byte,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
    NInt,
    NUInt,
    IntPtr,
    UIntPtr,
    Float,
    Double,
}

impl Simple {
    pub(crate) fn keyword(self) -> &'static str {
        match self {
            Simple::Bool => "bool",
            Simple::SByte => "sbyte",
            Simple::Byte => "byte",
            Simple::Short => "short",
            Simple::UShort => "ushort",
            Simple::Int => "int",
            Simple::UInt => "uint",
            Simple::Long => "long",
            Simple::ULong => "ulong",
            Simple::NInt => "nint",
            Simple::NUInt => "nuint",
            Simple::IntPtr => "IntPtr",
            Simple::UIntPtr => "UIntPtr",
            Simple::Float => "float",
            Simple::Double => "double",
        }
    }

    /// As a part of an identifier, as .NET calls it.
    fn word(self) -> &'static str {
        match self {
            Simple::Bool => "Bool",
            Simple::SByte => "SByte",
            Simple::Byte => "Byte",
            Simple::Short => "Short",
            Simple::UShort => "UShort",
            Simple::Int => "Int",
            Simple::UInt => "UInt",
            Simple::Long => "Long",
            Simple::ULong => "ULong",
            Simple::NInt | Simple::IntPtr => "IntPtr",
            Simple::NUInt | Simple::UIntPtr => "UIntPtr",
            Simple::Float => "Float",
            Simple::Double => "Double",
        }
    }

    /// Whether it is as wide as an address.
    pub(crate) fn is_address(self) -> bool {
        matches!(self, Simple::NInt | Simple::NUInt | Simple::IntPtr | Simple::UIntPtr)
    }
}

impl CsType {
    pub(crate) const VOID: CsType = CsType::Known("void");
    pub(crate) const STRING: CsType = CsType::Known("string");
    pub(crate) const OBJECT: CsType = CsType::Known("object");
    pub(crate) const BOOL: CsType = CsType::Simple(Simple::Bool);
    pub(crate) const BYTE: CsType = CsType::Simple(Simple::Byte);
    pub(crate) const INT: CsType = CsType::Simple(Simple::Int);
    pub(crate) const ULONG: CsType = CsType::Simple(Simple::ULong);

    /// A type that has no namespace before its name.
    pub(crate) fn named(name: impl Into<Identifier>) -> Self {
        CsType::Named(Path::new(name))
    }

    /// The generic type `name` of one parameter.
    pub(crate) fn generic(name: &'static str, of: CsType) -> Self {
        CsType::Generic(name, vec![of])
    }

    /// `self[]`
    pub(crate) fn array(&self) -> Self {
        CsType::Array(Box::new(self.clone()))
    }

    /// `self*`
    pub(crate) fn pointer(&self) -> Self {
        CsType::Pointer(Box::new(self.clone()))
    }

    /// This value type, or null.
    pub(crate) fn nullable(&self) -> Self {
        CsType::Nullable(Box::new(self.clone()))
    }

    /// Whether it is a number, or an address.
    pub(crate) fn is_number(&self) -> bool {
        matches!(self, CsType::Simple(simple) if *simple != Simple::Bool)
    }

    /// Whether it is an integer, or an address.
    pub(crate) fn is_integer(&self) -> bool {
        self.is_number() && !matches!(self, CsType::Simple(Simple::Float | Simple::Double))
    }

    /// Whether it is an integer that is as wide as an address.
    pub(crate) fn is_address(&self) -> bool {
        matches!(self, CsType::Simple(simple) if simple.is_address())
    }

    /// Whether it is an array, which may be null.
    pub(crate) fn is_array(&self) -> bool {
        match self {
            CsType::Array(_) => true,
            CsType::Annotated(class) => class.is_array(),
            _ => false,
        }
    }

    /// The type as a part of an identifier: `UInt` of `uint`, `OptionVec2` of `FfiOption<Vec2>`, `BoolOrNull` of `bool?`.
    pub(crate) fn word(&self) -> String {
        let pattern = |name: &str| capitalised(name.strip_prefix("Ffi").unwrap_or(name));
        match self {
            CsType::Simple(simple) => simple.word().to_owned(),
            CsType::Known(name) => pattern(name),
            CsType::Instantiation(name) => pattern(name),
            CsType::Named(path) => path.word(),
            CsType::Within(ty, name) => ty.word() + name,
            CsType::Generic(name, of) => pattern(name) + &of.iter().map(CsType::word).collect::<String>(),
            CsType::Array(ty) => ty.word() + "Array",
            CsType::Pointer(ty) => ty.word() + "Pointer",
            CsType::Nullable(ty) | CsType::Annotated(ty) => ty.word() + "OrNull",
            CsType::FunctionPointer(of) => of.iter().map(CsType::word).collect::<String>() + "Function",
        }
    }

    /// This, with each path in it as `renamed` makes it.
    pub(crate) fn with_paths(self, renamed: &dyn Fn(Path) -> Path) -> Self {
        let boxed = |ty: Box<CsType>| Box::new(ty.with_paths(renamed));
        let all = |of: Vec<CsType>| of.into_iter().map(|ty| ty.with_paths(renamed)).collect();
        match self {
            CsType::Simple(_) | CsType::Known(_) | CsType::Instantiation(_) => self,
            CsType::Named(path) => CsType::Named(renamed(path)),
            CsType::Within(ty, name) => CsType::Within(boxed(ty), name),
            CsType::Generic(name, of) => CsType::Generic(name, all(of)),
            CsType::Array(ty) => CsType::Array(boxed(ty)),
            CsType::Pointer(ty) => CsType::Pointer(boxed(ty)),
            CsType::Nullable(ty) => CsType::Nullable(boxed(ty)),
            CsType::Annotated(ty) => CsType::Annotated(boxed(ty)),
            CsType::FunctionPointer(of) => CsType::FunctionPointer(all(of)),
        }
    }

    /// The type as a `cref` writes it.
    pub(crate) fn cref(&self) -> String {
        match self {
            CsType::Generic(name, of) => format!("{name}{{{}}}", list(of, CsType::cref)),
            CsType::Array(ty) => format!("{}[]", ty.cref()),
            CsType::Pointer(ty) => format!("{}*", ty.cref()),
            CsType::Nullable(ty) => format!("{}?", ty.cref()),
            CsType::Annotated(ty) => ty.cref(),
            CsType::Simple(_)
            | CsType::Known(_)
            | CsType::Instantiation(_)
            | CsType::Named(_)
            | CsType::Within(..)
            | CsType::FunctionPointer(_) => self.to_string(),
        }
    }
}

fn list(types: &[CsType], text: impl Fn(&CsType) -> String) -> String {
    types.iter().map(text).collect::<Vec<_>>().join(", ")
}

impl Display for CsType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            CsType::Simple(simple) => f.write_str(simple.keyword()),
            CsType::Known(name) => f.write_str(name),
            CsType::Instantiation(name) => f.write_str(name),
            CsType::Named(path) => path.fmt(f),
            CsType::Within(ty, name) => write!(f, "{ty}.{name}"),
            CsType::Generic(name, of) => write!(f, "{name}<{}>", list(of, CsType::to_string)),
            CsType::Array(ty) => write!(f, "{ty}[]"),
            CsType::Pointer(ty) => write!(f, "{ty}*"),
            CsType::Nullable(ty) | CsType::Annotated(ty) => write!(f, "{ty}?"),
            CsType::FunctionPointer(of) => write!(f, "delegate* unmanaged[Cdecl]<{}>", list(of, CsType::to_string)),
        }
    }
}

impl From<Path> for CsType {
    fn from(path: Path) -> Self {
        CsType::Named(path)
    }
}

/// The way in which a parameter is passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Modifier {
    Value,
    In,
    Ref,
    /// An array that the marshaller hands over; elements that it has to copy it does not copy back.
    MarshalledIn,
    /// An array that the marshaller hands over; elements that it has to copy it copies back.
    MarshalledInOut,
}

/// A parameter without its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParameterType {
    pub(crate) modifier: Modifier,
    pub(crate) ty: CsType,
}

impl ParameterType {
    pub(crate) fn new(modifier: Modifier, ty: CsType) -> Self {
        ParameterType { modifier, ty }
    }

    /// The parameter `name` as the argument of a call that has the same one.
    pub(crate) fn forwarded(&self, name: &Identifier) -> String {
        if self.modifier == Modifier::Ref { format!("ref {name}") } else { name.to_string() }
    }

    /// The parameter as a `cref` writes it.
    pub(crate) fn cref(&self) -> String {
        format!("{}{}", self.prefix(), self.ty.cref())
    }

    fn prefix(&self) -> &'static str {
        match self.modifier {
            Modifier::Value => "",
            Modifier::In => "in ",
            Modifier::Ref => "ref ",
            Modifier::MarshalledIn => "[In] ",
            Modifier::MarshalledInOut => "[In, Out] ",
        }
    }
}

impl From<CsType> for ParameterType {
    fn from(ty: CsType) -> Self {
        ParameterType::new(Modifier::Value, ty)
    }
}

impl Display for ParameterType {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.prefix(), self.ty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_a_type_says_what_it_is_made_of() {
        let vector = CsType::Named(Path::new("Vec2").within(&"Shapes".into()));
        assert_eq!(CsType::generic("FfiOption", vector.clone()).word(), "OptionShapesVec2");
        assert_eq!(CsType::from(Path::new("event").from("My.Lib")).nullable().word(), "MyLibEventOrNull");
        assert_eq!(CsType::Simple(Simple::NInt).word(), "IntPtr");
    }

    #[test]
    fn a_cref_knows_no_annotation_of_a_class() {
        let span = CsType::generic("ReadOnlySpan", CsType::INT.nullable());
        assert_eq!(span.cref(), "ReadOnlySpan{int?}");
        let strings = CsType::Annotated(Box::new(CsType::Annotated(Box::new(CsType::STRING)).array()));
        assert_eq!(strings.to_string(), "string?[]?");
        assert_eq!(ParameterType::new(Modifier::Ref, strings).cref(), "ref string[]");
    }
}
