//! The two dialects of C#, and the spellings in which they differ.

use super::expressions::{Expr, Operator};
use super::identifiers::Identifier;
use super::statements::Statement;
use super::types::{CsType, Simple};

/// A dialect of C#.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dialect {
    /// .NET 8 and later, C# 12: function pointers, spans, nullable annotations. Its project allows unsafe code.
    DotNet,
    /// Unity (Mono and IL2CPP) and netstandard2.0, C# 7: no unsafe code, and no generic types at the border.
    Unity,
}

impl Dialect {
    pub(crate) fn is_unity(self) -> bool {
        self == Dialect::Unity
    }

    /// One of two texts.
    pub(crate) fn pick<T>(self, dot_net: T, unity: T) -> T {
        match self {
            Dialect::DotNet => dot_net,
            Dialect::Unity => unity,
        }
    }

    /// An address, and Rust's `isize`.
    pub(crate) fn address(self) -> CsType {
        CsType::Simple(self.pick(Simple::NInt, Simple::IntPtr))
    }

    /// A length, and Rust's `usize`.
    pub(crate) fn length(self) -> CsType {
        CsType::Simple(self.pick(Simple::NUInt, Simple::UIntPtr))
    }

    /// The address that is null.
    pub(crate) fn null_address<Hole>(self) -> Expr<Hole> {
        self.pick("0", "IntPtr.Zero").into()
    }

    /// This `class`, or null.
    pub(crate) fn or_null(self, class: &CsType) -> CsType {
        match self {
            Dialect::DotNet => CsType::Annotated(Box::new(class.clone())),
            Dialect::Unity => class.clone(),
        }
    }

    /// The type of what a slice or string is where it is a struct.
    pub(crate) fn slice_of(self, element: &CsType) -> CsType {
        match self {
            Dialect::DotNet => CsType::generic("FfiSlice", element.clone()),
            Dialect::Unity => CsType::Known("FfiSlice"),
        }
    }

    /// The type of an option of a `raw` value.
    pub(crate) fn option_of(self, raw: &CsType) -> CsType {
        self.pattern("FfiOption", raw)
    }

    /// The type of an outcome of a `raw` value.
    pub(crate) fn result_of(self, raw: &CsType) -> CsType {
        self.pattern("FfiResult", raw)
    }

    fn pattern(self, name: &'static str, of: &CsType) -> CsType {
        match self {
            Dialect::DotNet => CsType::generic(name, of.clone()),
            Dialect::Unity => CsType::Instantiation(format!("{name}{}", of.word())),
        }
    }

    /// A call of the generic method `name` of a slice, whose type parameter the DotNet dialect's struct knows by itself.
    pub(crate) fn slice_method<Hole>(self, slice: Expr<Hole>, name: &str, element: &CsType) -> Expr<Hole> {
        let method = slice.member(name);
        let method = if self.is_unity() { method.of_types([element.clone()]) } else { method };
        method.call([])
    }

    /// Whether `value` of a class is null.
    pub(crate) fn is_null<Hole>(self, value: Expr<Hole>) -> Expr<Hole> {
        value.binary(self.pick(Operator::Is, Operator::Equal), "null")
    }

    /// The statement that refuses a null in the parameter `name`.
    pub(crate) fn refuse_null(self, name: &Identifier) -> Statement {
        Statement::Line(match self {
            Dialect::DotNet => format!("ArgumentNullException.ThrowIfNull({name});"),
            Dialect::Unity => format!("if ({name} == null) throw new ArgumentNullException(nameof({name}));"),
        })
    }
}
