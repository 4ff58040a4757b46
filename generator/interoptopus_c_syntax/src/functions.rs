//! Functions, of which C needs the prototype.

use crate::attributes::Attribute;
use crate::comments::Comment;
use crate::conditions::Condition;
use crate::types::{CType, Declared, WIDTH};
use interoptopus::Writer;

/// A prototype.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prototype {
    /// The comment above it.
    pub comment: Comment,
    /// A macro on a line of its own, before the other attribute.
    pub restriction: Option<String>,
    /// In front of the declaration.
    pub attribute: Attribute,
    /// Name and type.
    pub declared: Declared,
    /// Which compilers see it.
    pub condition: Option<Condition>,
}

impl Prototype {
    /// The function `name`, which every compiler may call.
    #[must_use]
    pub fn new(name: impl Into<String>, parameters: Vec<Declared>, returns: CType, comment: Comment) -> Self {
        let declared = Declared::new(name, CType::Function { returns: Box::new(returns), parameters });
        Prototype { comment, restriction: None, attribute: Attribute::default(), declared, condition: None }
    }

    /// Prints the declaration.
    pub fn emit(&self, w: &mut Writer) {
        let Prototype { comment, restriction, attribute, declared, condition } = self;
        Condition::emit(condition.as_ref(), w, |w| {
            comment.emit(w);
            restriction.iter().for_each(|restriction| w.line(restriction));
            w.lines(format!("{attribute}{};", declared.declaration_in_lines(WIDTH)));
        });
    }
}
