//! Definitions of types, in an order that the author of the list chose, with the declarations that have to come ahead.

use crate::attributes::Attribute;
use crate::comments::Comment;
use crate::conditions::Condition;
use crate::constants::Initialiser;
use crate::enums::Enum;
use crate::forwards::Forward;
use crate::structs::Struct;
use crate::tagged::Tagged;
use crate::types::{Declared, WIDTH};
use interoptopus::Writer;

/// The definition of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// Names that are declared right before it.
    pub ahead: Vec<Forward>,
    /// Whether its own name was declared before.
    pub is_declared: bool,
    /// Which compilers see it.
    pub condition: Option<Condition>,
    /// The definition itself.
    pub kind: Kind,
}

/// A kind of definition: of whatever construct, C knows few.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A struct or a union.
    Struct(Struct),
    /// A tag, and a union of what its values hold.
    Tagged(Tagged),
    /// An integer and its values.
    Enum(Enum),
    /// Another name of a type.
    Alias(Alias),
    /// A struct without known members.
    Incomplete(Incomplete),
}

/// Another name of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// The comment above it.
    pub comment: Comment,
    /// In front of the declaration.
    pub attribute: Attribute,
    /// The name, and the type that it is another name of.
    pub typedef: Declared,
    /// A macro that initialises a variable of the type.
    pub default: Option<Initialiser>,
}

/// A struct without known members, to which there can only be pointers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incomplete {
    /// The comment above it.
    pub comment: Comment,
    /// Its declaration.
    pub head: Forward,
}

impl Alias {
    /// The type `typedef`, whose initialiser nobody names.
    #[must_use]
    pub fn new(comment: Comment, typedef: Declared) -> Self {
        Alias { comment, attribute: Attribute::default(), typedef, default: None }
    }

    /// Prints the definition.
    pub fn emit(&self, w: &mut Writer) {
        let Alias { comment, attribute, typedef, default } = self;
        comment.emit(w);
        w.lines(format!("{attribute}typedef {};", typedef.declaration_in_lines(WIDTH)));
        default.iter().for_each(|default| default.emit(w));
    }
}

impl Kind {
    /// The name of the type; none of an enum that has only values.
    #[must_use]
    pub fn name(&self) -> Option<&str> {
        match self {
            Kind::Struct(Struct { head, .. }) | Kind::Tagged(Tagged { head, .. }) | Kind::Incomplete(Incomplete { head, .. }) => {
                Some(&head.name)
            }
            Kind::Alias(alias) => Some(&alias.typedef.name),
            Kind::Enum(definition) => definition.typedef.as_ref().map(|typedef| typedef.name.as_str()),
        }
    }

    /// The declaration of its name, if it can come ahead.
    #[must_use]
    pub fn forward(&self) -> Option<&Forward> {
        match self {
            Kind::Struct(Struct { head, .. }) | Kind::Tagged(Tagged { head, .. }) | Kind::Incomplete(Incomplete { head, .. }) => {
                Some(head)
            }
            Kind::Alias(_) | Kind::Enum(_) => None,
        }
    }
}

/// Prints `definitions`, each after an empty line.
pub fn emit(w: &mut Writer, definitions: &[Definition]) {
    for Definition { ahead, is_declared, condition, kind } in definitions {
        for forward in ahead {
            w.blank();
            forward.emit(w);
        }
        w.blank();
        Condition::emit(condition.as_ref(), w, |w| match kind {
            Kind::Struct(definition) => definition.emit(w, *is_declared),
            Kind::Tagged(definition) => definition.emit(w, *is_declared),
            Kind::Enum(definition) => definition.emit(w),
            Kind::Alias(definition) => definition.emit(w),
            Kind::Incomplete(Incomplete { comment, head }) => {
                comment.emit(w);
                head.emit(w);
            }
        });
    }
}
