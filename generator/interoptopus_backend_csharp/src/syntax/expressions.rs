//! Expressions as values, and their text, in parentheses where C# needs them.

use super::identifiers::Identifier;
use super::types::CsType;
use std::convert::Infallible;
use std::fmt::{self, Display, Formatter};

/// An expression; one with a `Hole` in it is a template, and has no text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr<Hole = Infallible> {
    Hole(Hole),
    /// A name, a literal, or other text that binds as tightly.
    Text(String),
    /// A type, whose static members are meant.
    Type(CsType),
    /// `of.name`
    Member(Box<Self>, Identifier),
    /// `method<types>`
    Generic(Box<Self>, Vec<CsType>),
    /// `method(arguments)`
    Call(Box<Self>, Vec<Self>),
    /// `new ty(arguments)`
    New(CsType, Vec<Self>),
    /// `new ty { member = value }`
    Initialized(CsType, Vec<(Identifier, Self)>),
    /// `new ty { elements }`
    Elements(CsType, Vec<Self>),
    /// `default(ty)`
    Default(CsType),
    Unary(Prefix, Box<Self>),
    Binary(Box<Self>, Operator, Box<Self>),
    /// `condition ? then : otherwise`
    Conditional(Box<[Self; 3]>),
    /// `(parameters) => result`
    Lambda(Vec<String>, Box<Self>),
}

/// Something before an operand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Prefix {
    Not,
    AddressOf,
    Dereference,
    /// `ref`, of an argument.
    Ref,
    Cast(CsType),
}

/// An operator between operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Is,
    Equal,
    NotEqual,
    BitOr,
    And,
    Add,
    Multiply,
}

/// The precedence of an expression, the loosest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Precedence {
    Conditional,
    And,
    BitOr,
    Equality,
    Relational,
    Additive,
    Multiplicative,
    Unary,
    Primary,
}

impl Operator {
    fn text(self) -> &'static str {
        match self {
            Operator::Is => "is",
            Operator::Equal => "==",
            Operator::NotEqual => "!=",
            Operator::BitOr => "|",
            Operator::And => "&&",
            Operator::Add => "+",
            Operator::Multiply => "*",
        }
    }

    fn precedence(self) -> Precedence {
        match self {
            Operator::Is => Precedence::Relational,
            Operator::Equal | Operator::NotEqual => Precedence::Equality,
            Operator::BitOr => Precedence::BitOr,
            Operator::And => Precedence::And,
            Operator::Add => Precedence::Additive,
            Operator::Multiply => Precedence::Multiplicative,
        }
    }
}

impl Display for Prefix {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Prefix::Not => f.write_str("!"),
            Prefix::AddressOf => f.write_str("&"),
            Prefix::Dereference => f.write_str("*"),
            Prefix::Ref => f.write_str("ref "),
            Prefix::Cast(ty) => write!(f, "({ty})"),
        }
    }
}

/// `new ty(arguments)`
pub(crate) fn new<Hole>(ty: impl Into<CsType>, arguments: impl IntoIterator<Item = Expr<Hole>>) -> Expr<Hole> {
    Expr::New(ty.into(), arguments.into_iter().collect())
}

/// `class.method(arguments)`, of a class that is called so everywhere.
pub(crate) fn call<Hole>(class: &str, method: &str, arguments: impl IntoIterator<Item = Expr<Hole>>) -> Expr<Hole> {
    Expr::from(class).method(method, arguments)
}

/// `class.method<types>(arguments)`, of a class that is called so everywhere.
pub(crate) fn generic_call<Hole>(
    class: &str,
    method: &str,
    types: impl IntoIterator<Item = CsType>,
    arguments: impl IntoIterator<Item = Expr<Hole>>,
) -> Expr<Hole> {
    Expr::from(class).member(method).of_types(types).call(arguments)
}

impl<Hole> Expr<Hole> {
    /// `self.name`
    pub(crate) fn member(self, name: impl Into<Identifier>) -> Self {
        Expr::Member(Box::new(self), name.into())
    }

    /// `self<types>`
    pub(crate) fn of_types(self, types: impl IntoIterator<Item = CsType>) -> Self {
        Expr::Generic(Box::new(self), types.into_iter().collect())
    }

    /// `self(arguments)`
    pub(crate) fn call(self, arguments: impl IntoIterator<Item = Self>) -> Self {
        Expr::Call(Box::new(self), arguments.into_iter().collect())
    }

    /// `self.name(arguments)`
    pub(crate) fn method(self, name: impl Into<Identifier>, arguments: impl IntoIterator<Item = Self>) -> Self {
        self.member(name).call(arguments)
    }

    /// `self` with `prefix` before it.
    pub(crate) fn prefixed(self, prefix: Prefix) -> Self {
        Expr::Unary(prefix, Box::new(self))
    }

    /// `self operator other`
    pub(crate) fn binary(self, operator: Operator, other: impl Into<Self>) -> Self {
        Expr::Binary(Box::new(self), operator, Box::new(other.into()))
    }

    /// `self ? then : otherwise`
    pub(crate) fn choose(self, then: Self, otherwise: Self) -> Self {
        Expr::Conditional(Box::new([self, then, otherwise]))
    }

    /// The expressions that this is made of.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Expr::Hole(_) | Expr::Text(_) | Expr::Type(_) | Expr::Default(_) => Vec::new(),
            Expr::Member(of, _) | Expr::Generic(of, _) | Expr::Unary(_, of) | Expr::Lambda(_, of) => vec![of],
            Expr::Call(method, arguments) => [&**method].into_iter().chain(arguments).collect(),
            Expr::New(_, all) | Expr::Elements(_, all) => all.iter().collect(),
            Expr::Initialized(_, members) => members.iter().map(|(_, value)| value).collect(),
            Expr::Binary(left, _, right) => vec![left, right],
            Expr::Conditional(all) => all.iter().collect(),
        }
    }

    /// The number of expressions of it, itself included, that are `wanted`.
    pub(crate) fn count(&self, wanted: &dyn Fn(&Self) -> bool) -> usize {
        usize::from(wanted(self)) + self.parts().into_iter().map(|part| part.count(wanted)).sum::<usize>()
    }

    /// This, with what `filled` makes of each hole, and each type as `renamed` makes it.
    pub(crate) fn map<Other>(&self, filled: &dyn Fn(&Hole) -> Expr<Other>, renamed: &dyn Fn(&CsType) -> CsType) -> Expr<Other> {
        let one = |of: &Self| Box::new(of.map(filled, renamed));
        let all = |of: &[Self]| of.iter().map(|of| of.map(filled, renamed)).collect();
        match self {
            Expr::Hole(hole) => filled(hole),
            Expr::Text(text) => Expr::Text(text.clone()),
            Expr::Type(ty) => Expr::Type(renamed(ty)),
            Expr::Member(of, name) => Expr::Member(one(of), name.clone()),
            Expr::Generic(method, types) => Expr::Generic(one(method), types.iter().map(renamed).collect()),
            Expr::Call(method, arguments) => Expr::Call(one(method), all(arguments)),
            Expr::New(ty, arguments) => Expr::New(renamed(ty), all(arguments)),
            Expr::Initialized(ty, members) => {
                let members = members.iter().map(|(name, value)| (name.clone(), *one(value)));
                Expr::Initialized(renamed(ty), members.collect())
            }
            Expr::Elements(ty, elements) => Expr::Elements(renamed(ty), all(elements)),
            Expr::Default(ty) => Expr::Default(renamed(ty)),
            Expr::Unary(Prefix::Cast(ty), of) => Expr::Unary(Prefix::Cast(renamed(ty)), one(of)),
            Expr::Unary(prefix, of) => Expr::Unary(prefix.clone(), one(of)),
            Expr::Binary(left, operator, right) => Expr::Binary(one(left), *operator, one(right)),
            Expr::Conditional(parts) => Expr::Conditional(Box::new(parts.each_ref().map(|part| part.map(filled, renamed)))),
            Expr::Lambda(parameters, of) => Expr::Lambda(parameters.clone(), one(of)),
        }
    }

    fn precedence(&self) -> Precedence {
        match self {
            Expr::Hole(_)
            | Expr::Text(_)
            | Expr::Type(_)
            | Expr::Member(..)
            | Expr::Generic(..)
            | Expr::Call(..)
            | Expr::New(..)
            | Expr::Initialized(..)
            | Expr::Elements(..)
            | Expr::Default(_) => Precedence::Primary,
            Expr::Unary(..) => Precedence::Unary,
            Expr::Binary(_, operator, _) => operator.precedence(),
            Expr::Conditional(_) | Expr::Lambda(..) => Precedence::Conditional,
        }
    }
}

impl Expr {
    /// This, as a part of a template.
    pub(crate) fn lifted<Hole>(&self) -> Expr<Hole> {
        self.map(&|never| match *never {}, &CsType::clone)
    }

    /// In parentheses, if it binds less tightly than `at_least`.
    fn operand(&self, at_least: Precedence) -> String {
        if self.precedence() < at_least { format!("({self})") } else { self.to_string() }
    }
}

fn list<T: Display>(all: &[T]) -> String {
    all.iter().map(T::to_string).collect::<Vec<_>>().join(", ")
}

impl Display for Expr {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Hole(never) => match *never {},
            Expr::Text(text) => f.write_str(text),
            Expr::Type(ty) => ty.fmt(f),
            Expr::Member(of, name) => write!(f, "{}.{name}", of.operand(Precedence::Primary)),
            Expr::Generic(method, types) => write!(f, "{method}<{}>", list(types)),
            Expr::Call(method, arguments) => write!(f, "{}({})", method.operand(Precedence::Primary), list(arguments)),
            Expr::New(ty, arguments) => write!(f, "new {ty}({})", list(arguments)),
            Expr::Initialized(ty, members) => {
                let members: Vec<_> = members.iter().map(|(name, value)| format!("{name} = {value}")).collect();
                write!(f, "new {ty} {{ {} }}", members.join(", "))
            }
            Expr::Elements(ty, elements) => write!(f, "new {ty} {{ {} }}", list(elements)),
            Expr::Default(ty) => write!(f, "default({ty})"),
            Expr::Unary(prefix, of) => write!(f, "{prefix}{}", of.operand(Precedence::Unary)),
            Expr::Binary(left, operator, right) => {
                let at_least = operator.precedence();
                write!(f, "{} {} {}", left.operand(at_least), operator.text(), right.operand(at_least))
            }
            Expr::Conditional(parts) => {
                let [condition, then, otherwise] = &**parts;
                write!(f, "{} ? {then} : {otherwise}", condition.operand(Precedence::And))
            }
            Expr::Lambda(parameters, result) => match &parameters[..] {
                [one] => write!(f, "{one} => {result}"),
                _ => write!(f, "({}) => {result}", parameters.join(", ")),
            },
        }
    }
}

impl<Hole: Clone> From<&Expr<Hole>> for Expr<Hole> {
    fn from(expression: &Expr<Hole>) -> Self {
        expression.clone()
    }
}

impl<Hole> From<&str> for Expr<Hole> {
    fn from(text: &str) -> Self {
        Expr::Text(text.to_owned())
    }
}

impl<Hole> From<String> for Expr<Hole> {
    fn from(text: String) -> Self {
        Expr::Text(text)
    }
}

impl<Hole> From<&Identifier> for Expr<Hole> {
    fn from(name: &Identifier) -> Self {
        Expr::Text(name.to_string())
    }
}

impl<Hole> From<&String> for Expr<Hole> {
    fn from(text: &String) -> Self {
        Expr::Text(text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn operands_are_in_parentheses_where_they_bind_less_tightly() {
        let name = |name: &str| -> Expr { name.into() };
        let is_null = || name("a").binary(Operator::Is, "null");
        assert_eq!(is_null().prefixed(Prefix::Not).to_string(), "!(a is null)");
        assert_eq!(
            is_null().choose("0".into(), name("a").member("Length")).prefixed(Prefix::Cast(CsType::INT)).to_string(),
            "(int)(a is null ? 0 : a.Length)"
        );
        assert_eq!(name("a").prefixed(Prefix::Dereference).member("Value").to_string(), "(*a).Value");
        let equal = name("a").binary(Operator::Equal, "b").binary(Operator::And, name("c").member("HasValue"));
        assert_eq!(equal.to_string(), "a == b && c.HasValue");
        assert_eq!(name("A").binary(Operator::BitOr, "B").method("Checked", [name("null")]).to_string(), "(A | B).Checked(null)");
    }
}
