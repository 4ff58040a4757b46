//! Methods, without the parts in which their overloads differ.

use crate::syntax::{Identifier, Template};
use crate::types::Types;
use crate::types::conversions::{Passed, Returned};
use interoptopus::model::Crossing;
use std::fmt::Display;

/// The owner of a function.
pub(crate) enum Owner {
    /// The class of functions, or a named constructor.
    Static,
    /// It makes an object of the class.
    Constructor { class: String },
    /// It is called on an object; what it lends is given back by the native function `release`.
    Method { release: Option<Identifier> },
}

/// The sink of a result.
pub(crate) enum Sink {
    Return,
    /// It is assigned to a field, made by the template instead of the type's own.
    Assign(String, Template),
}

/// A method, without the parts in which its overloads differ.
pub(crate) struct Method<'a> {
    pub(super) access: &'static str,
    pub(super) name: Identifier,
    pub(super) owner: Owner,
    pub(super) sink: Sink,
    /// The native function.
    pub(super) native: Identifier,
    pub(super) crossing: Crossing,
    pub(super) returned: &'a Returned,
    /// The parameters' names.
    pub(super) names: &'a [Identifier],
}

impl Method<'_> {
    /// The documentation of an overload that takes `bytes` where the first takes `strings`.
    pub(super) fn inherited(&self, types: &Types<'_>, strings: &[Passed], bytes: &[Passed]) -> Vec<String> {
        let taken: Vec<_> = strings.iter().map(|p| p.public.cref()).collect();
        let called: &dyn Display = if let Owner::Constructor { class } = &self.owner { class } else { &self.name };
        let mut text = vec![format!("<inheritdoc cref=\"{called}({})\"/>", taken.join(", "))];
        for ((name, string), bytes) in self.names.iter().zip(strings).zip(bytes) {
            if string.public != bytes.public {
                let example = types.dialect.pick(", as in <c>\"a name\"u8</c>", "");
                text.push(format!("<param name=\"{}\">UTF-8{example}.</param>", name.word()));
            }
        }
        text
    }

    pub(super) fn head(&self, passed: &[Passed]) -> String {
        let Method { access, name, owner, returned, names, .. } = self;
        let parameters: Vec<_> = names.iter().zip(passed).map(|(name, p)| format!("{} {name}", p.public)).collect();
        let parameters = parameters.join(", ");
        match owner {
            Owner::Static => format!("{access} static {} {name}({parameters})", returned.public),
            Owner::Constructor { class } => format!("{access} {class}({parameters})"),
            Owner::Method { release: _ } => format!("{access} {} {name}({parameters})", returned.public),
        }
    }
}
