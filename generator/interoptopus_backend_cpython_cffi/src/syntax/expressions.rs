//! Expressions as values, and their text.

use std::collections::BTreeSet;
use std::fmt::{self, Display};

/// An expression. Annotations are expressions too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expr {
    /// A variable, a parameter, `self`: a name that is no name of the module.
    Local(String),
    /// A name that the module defines.
    Own(String),
    /// A name that Python has.
    Builtin(&'static str),
    /// A name that is imported.
    Import {
        /// The name that it has by itself.
        name: &'static str,
        /// The name that it has in the module.
        written: String,
    },
    /// A number, a string, `None`.
    Literal(String),
    /// The value that a template is filled with.
    Value,
    /// The list that keeps memory, which a template is filled with.
    Kept,
    /// `of.name`
    Attribute(Box<Expr>, String),
    /// `function(arguments)`
    Call(Box<Expr>, Vec<Expr>),
    /// `name=value` among arguments.
    Keyword(String, Box<Expr>),
    /// `of[items]`
    Item(Box<Expr>, Vec<Expr>),
    /// `from : to` among items.
    Range(Box<Expr>, Box<Expr>),
    /// `(a, b)`
    Tuple(Vec<Expr>),
    /// `[a, b]`
    List(Vec<Expr>),
    /// `{key: value}`
    Dict(Vec<(Expr, Expr)>),
    /// `then if condition else otherwise`
    If {
        /// The value where the condition holds.
        then: Box<Expr>,
        /// The condition.
        condition: Box<Expr>,
        /// The value where it does not.
        otherwise: Box<Expr>,
    },
    /// `[made for item in of]`
    Each {
        /// The value for each item.
        made: Box<Expr>,
        /// The variable of the item.
        item: String,
        /// The items.
        of: Box<Expr>,
    },
    /// `{key: value for item in of}`
    EachByKey {
        /// The key of each item.
        key: Box<Expr>,
        /// The value of each item.
        value: Box<Expr>,
        /// The variable of the item.
        item: String,
        /// The items.
        of: Box<Expr>,
    },
    /// `lambda parameters: value`
    Lambda(Vec<String>, Box<Expr>),
    /// An operator before an operand, such as `-` and `not `.
    Unary(&'static str, Box<Expr>),
    /// An operator between operands.
    Binary(Box<Expr>, &'static str, Box<Expr>),
    /// `(inner)`
    Grouped(Box<Expr>),
}

/// A variable or a parameter.
pub(crate) fn local(name: impl Into<String>) -> Expr {
    Expr::Local(name.into())
}

/// A name that the module defines.
pub(crate) fn own(name: impl Into<String>) -> Expr {
    Expr::Own(name.into())
}

/// A number, `None`, or other text that mentions nothing.
pub(crate) fn literal(text: impl Display) -> Expr {
    Expr::Literal(text.to_string())
}

/// A string of identifiers and other text that needs no escape.
pub(crate) fn quoted(text: impl Display) -> Expr {
    Expr::Literal(format!("\"{text}\""))
}

/// `None`.
pub(crate) fn none() -> Expr {
    literal("None")
}

/// `then if condition else otherwise`
pub(crate) fn choice(then: Expr, condition: Expr, otherwise: Expr) -> Expr {
    Expr::If { then: Box::new(then), condition: Box::new(condition), otherwise: Box::new(otherwise) }
}

impl Expr {
    /// `self.name`
    pub(crate) fn attribute(self, name: impl Into<String>) -> Self {
        Expr::Attribute(Box::new(self), name.into())
    }

    /// `self(arguments)`
    pub(crate) fn call(self, arguments: impl IntoIterator<Item = Expr>) -> Self {
        Expr::Call(Box::new(self), arguments.into_iter().collect())
    }

    /// `name=self`
    pub(crate) fn named(self, name: impl Into<String>) -> Self {
        Expr::Keyword(name.into(), Box::new(self))
    }

    /// `self[items]`
    pub(crate) fn of(self, items: impl IntoIterator<Item = Expr>) -> Self {
        Expr::Item(Box::new(self), items.into_iter().collect())
    }

    /// `self[0]`
    pub(crate) fn first(self) -> Self {
        self.of([literal(0)])
    }

    /// `self[0 : len]`
    pub(crate) fn up_to(self, len: Expr) -> Self {
        self.of([Expr::Range(Box::new(literal(0)), Box::new(len))])
    }

    /// `[self for item in of]`
    pub(crate) fn each(self, item: impl Into<String>, of: Expr) -> Self {
        Expr::Each { made: Box::new(self), item: item.into(), of: Box::new(of) }
    }

    /// `(self)`
    pub(crate) fn grouped(self) -> Self {
        Expr::Grouped(Box::new(self))
    }

    /// The expression without parentheses around all of it, where they are only there for what may stand around it.
    pub(crate) fn bare(self) -> Self {
        if let Expr::Grouped(inner) = self { *inner } else { self }
    }

    /// `self operator other`
    pub(crate) fn binary(self, operator: &'static str, other: Expr) -> Self {
        Expr::Binary(Box::new(self), operator, Box::new(other))
    }

    /// `self is None`
    pub(crate) fn missing(self) -> Self {
        self.binary("is", none())
    }

    /// `self is not None`
    pub(crate) fn given(self) -> Self {
        self.binary("is not", none())
    }

    /// `not self`
    pub(crate) fn negated(self) -> Self {
        Expr::Unary("not ", Box::new(self))
    }

    /// The expressions that this one is made of.
    fn parts(&self) -> Vec<&Expr> {
        match self {
            Expr::Local(_)
            | Expr::Own(_)
            | Expr::Builtin(_)
            | Expr::Import { .. }
            | Expr::Literal(_)
            | Expr::Value
            | Expr::Kept => Vec::new(),
            Expr::Attribute(of, _) => vec![of],
            Expr::Keyword(_, inner) | Expr::Lambda(_, inner) | Expr::Unary(_, inner) | Expr::Grouped(inner) => vec![inner],
            Expr::Call(of, all) | Expr::Item(of, all) => [&**of].into_iter().chain(all).collect(),
            Expr::Range(a, b) | Expr::Binary(a, _, b) => vec![a, b],
            Expr::Tuple(all) | Expr::List(all) => all.iter().collect(),
            Expr::Dict(rows) => rows.iter().flat_map(|(key, value)| [key, value]).collect(),
            Expr::If { then, condition, otherwise } => vec![then, condition, otherwise],
            Expr::Each { made, item: _, of } => vec![made, of],
            Expr::EachByKey { key, value, item: _, of } => vec![key, value, of],
        }
    }

    fn parts_mut(&mut self) -> Vec<&mut Expr> {
        match self {
            Expr::Local(_)
            | Expr::Own(_)
            | Expr::Builtin(_)
            | Expr::Import { .. }
            | Expr::Literal(_)
            | Expr::Value
            | Expr::Kept => Vec::new(),
            Expr::Attribute(of, _) => vec![of],
            Expr::Keyword(_, inner) | Expr::Lambda(_, inner) | Expr::Unary(_, inner) | Expr::Grouped(inner) => vec![inner],
            Expr::Call(of, all) | Expr::Item(of, all) => [&mut **of].into_iter().chain(all).collect(),
            Expr::Range(a, b) | Expr::Binary(a, _, b) => vec![a, b],
            Expr::Tuple(all) | Expr::List(all) => all.iter_mut().collect(),
            Expr::Dict(rows) => rows.iter_mut().flat_map(|(key, value)| [key, value]).collect(),
            Expr::If { then, condition, otherwise } => vec![then, condition, otherwise],
            Expr::Each { made, item: _, of } => vec![made, of],
            Expr::EachByKey { key, value, item: _, of } => vec![key, value, of],
        }
    }

    /// Replaces each part for which `by` has another, and the whole if it has one for that.
    pub(crate) fn replace(&mut self, by: &dyn Fn(&Expr) -> Option<Expr>) {
        match by(self) {
            Some(other) => *self = other,
            None => self.parts_mut().into_iter().for_each(|part| part.replace(by)),
        }
    }

    /// The number of parts for which `is` holds, the whole included.
    pub(crate) fn count(&self, is: &dyn Fn(&Expr) -> bool) -> usize {
        usize::from(is(self)) + self.parts().into_iter().map(|part| part.count(is)).sum::<usize>()
    }

    /// The first name or literal.
    pub(crate) fn leftmost(&self) -> &Expr {
        match self {
            Expr::If { then: first, .. } => first.leftmost(),
            _ => match self.parts()[..] {
                [first, ..] if self.begins_with_a_part() => first.leftmost(),
                _ => self,
            },
        }
    }

    fn begins_with_a_part(&self) -> bool {
        match self {
            Expr::Attribute(..) | Expr::Call(..) | Expr::Item(..) | Expr::Binary(..) | Expr::If { .. } | Expr::Grouped(_) => true,
            Expr::Local(_)
            | Expr::Own(_)
            | Expr::Builtin(_)
            | Expr::Import { .. }
            | Expr::Literal(_)
            | Expr::Value
            | Expr::Kept
            | Expr::Keyword(..)
            | Expr::Range(..)
            | Expr::Tuple(_)
            | Expr::List(_)
            | Expr::Dict(_)
            | Expr::Each { .. }
            | Expr::EachByKey { .. }
            | Expr::Lambda(..)
            | Expr::Unary(..) => false,
        }
    }

    /// Notes every name of the module and every import that is mentioned.
    pub(crate) fn note(&self, mentions: &mut Mentions) {
        match self {
            Expr::Own(name) => drop(mentions.own.insert(name.clone())),
            Expr::Import { name, .. } => drop(mentions.imports.insert(name)),
            _ => self.parts().into_iter().for_each(|part| part.note(mentions)),
        }
    }
}

/// The names that some text needs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mentions {
    /// Those that the module defines.
    pub(crate) own: BTreeSet<String>,
    /// Those that it imports, as they are called where they come from.
    pub(crate) imports: BTreeSet<&'static str>,
}

impl Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Expr::Local(name) | Expr::Own(name) | Expr::Import { written: name, .. } | Expr::Literal(name) => f.write_str(name),
            Expr::Builtin(name) => f.write_str(name),
            Expr::Value | Expr::Kept => unreachable!("a template is filled before it is written"),
            Expr::Attribute(of, name) => write!(f, "{of}.{name}"),
            Expr::Call(of, arguments) => write!(f, "{of}({})", joined(arguments)),
            Expr::Keyword(name, value) => write!(f, "{name}={value}"),
            Expr::Item(of, items) => write!(f, "{of}[{}]", joined(items)),
            Expr::Range(from, to) => write!(f, "{from} : {to}"),
            Expr::Tuple(items) => match &items[..] {
                [only] => write!(f, "({only},)"),
                items => write!(f, "({})", joined(items)),
            },
            Expr::List(items) => write!(f, "[{}]", joined(items)),
            Expr::Dict(rows) => {
                let rows: Vec<String> = rows.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                write!(f, "{{{}}}", rows.join(", "))
            }
            Expr::If { then, condition, otherwise } => write!(f, "{then} if {condition} else {otherwise}"),
            Expr::Each { made, item, of } => write!(f, "[{made} for {item} in {of}]"),
            Expr::EachByKey { key, value, item, of } => write!(f, "{{{key}: {value} for {item} in {of}}}"),
            Expr::Lambda(parameters, value) => write!(f, "lambda {}: {value}", parameters.join(", ")),
            Expr::Unary(operator, operand) => write!(f, "{operator}{operand}"),
            Expr::Binary(left, operator, right) => write!(f, "{left} {operator} {right}"),
            Expr::Grouped(inner) => write!(f, "({inner})"),
        }
    }
}

fn joined(all: &[Expr]) -> String {
    all.iter().map(Expr::to_string).collect::<Vec<_>>().join(", ")
}
