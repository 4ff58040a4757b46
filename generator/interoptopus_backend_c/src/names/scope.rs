//! One scope for types, functions, enumerators and macros, as in C: what two would have is refused.

use super::words::{Taken, taken_everywhere, taken_globally};
use interoptopus::Refusals;
use interoptopus::model::Subject;
use interoptopus_c_syntax::is_identifier;
use std::collections::BTreeMap;

/// The names of a header, each with its owner.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The prefix of the names, for another that would help.
    prefix: String,
    /// The owner, and the kind of name.
    owners: BTreeMap<String, (Subject, Kind)>,
}

/// A kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Type,
    Macro,
    Enumerator,
    Function,
}

impl Scope {
    pub(super) fn new(prefix: &str) -> Self {
        Scope { prefix: prefix.to_owned(), owners: BTreeMap::new() }
    }

    /// Gives `name` to `owner`, an item or a variant of one, or says whose it is.
    pub(super) fn claim(&mut self, name: String, owner: Subject, kind: Kind, refusals: &mut Refusals) {
        let part = owner.part_name();
        let it = if part.is_empty() { "it".to_owned() } else { format!("its variant `{part}`") };
        if kind == Kind::Function && !is_identifier(&name) {
            return refusals
                .add(&owner.whole(), format!("its symbol `{name}` is no identifier of C: export it under another name"));
        }
        if let Some(taken) = taken_globally(&name) {
            return refusals.add(&owner.whole(), kind.refusal(&it, &name, taken, &self.prefix));
        }
        if let Some((other, _)) = self.owners.get(&name) {
            let way_out = if kind == Kind::Function { "" } else { ", or set another `C::prefix`" };
            return refusals
                .add(&owner.whole(), format!("in C {it} is named `{name}`, and so is `{other}`: rename one{way_out}"));
        }
        self.owners.insert(name, (owner, kind));
    }

    /// Whether a field or parameter can be called `name`: not as C, C++, or a macro or type of this header is.
    pub(super) fn is_free_for_locals(&self, name: &str) -> bool {
        taken_everywhere(name).is_none() && self.owners.get(name).is_none_or(|(_, kind)| *kind == Kind::Function)
    }
}

impl Kind {
    fn refusal(self, it: &str, name: &str, taken: Taken, prefix: &str) -> String {
        let what = taken.what();
        match self {
            Kind::Function => {
                let other = format!("{}_{name}", prefix.trim_end_matches('_'));
                format!("its symbol `{name}` is {what}: rename it, or write `#[ffi_function(name = \"{other}\")]`")
            }
            Kind::Type | Kind::Macro | Kind::Enumerator => {
                format!("in C {it} is named `{name}`, which is {what}: rename it, or set another `C::prefix`")
            }
        }
    }
}
