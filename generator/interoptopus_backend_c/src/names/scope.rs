//! One scope for types, functions, enumerators and macros, as in C: what two would have is refused.

use super::words::{Taken, taken_everywhere, taken_globally};
use crate::refusals::Refusals;
use interoptopus_c_syntax::is_identifier;
use std::collections::BTreeMap;

/// The names of a header, each with its owner.
#[derive(Debug, Default)]
pub(super) struct Scope {
    /// The prefix of the names, for another that would help.
    prefix: String,
    /// The path of the owner, and the kind of name.
    owners: BTreeMap<String, (String, Kind)>,
}

/// A kind of name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Type,
    Macro,
    Enumerator,
    Function,
}

/// The owner of a name: an item at a path, or a variant of one.
#[derive(Clone, Copy)]
pub(super) struct Owner<'a> {
    pub(super) item: &'a str,
    pub(super) part: &'a str,
}

impl Scope {
    pub(super) fn new(prefix: &str) -> Self {
        Scope { prefix: prefix.to_owned(), owners: BTreeMap::new() }
    }

    /// Gives `name` to the item at the path `item`, or says whose it is.
    pub(super) fn claim(&mut self, name: String, item: &str, kind: Kind, refusals: &mut Refusals) {
        self.claim_of(name, Owner { item, part: "" }, kind, refusals);
    }

    /// The same for the owner of a part.
    pub(super) fn claim_of(&mut self, name: String, owner: Owner<'_>, kind: Kind, refusals: &mut Refusals) {
        let Owner { item, part } = owner;
        let it = if part.is_empty() { "it".to_owned() } else { format!("its variant `{part}`") };
        if kind == Kind::Function && !is_identifier(&name) {
            return refusals.add(item, format!("its symbol `{name}` is no identifier of C: export it under another name"));
        }
        if let Some(taken) = taken_globally(&name) {
            return refusals.add(item, kind.refusal(&it, &name, taken, &self.prefix));
        }
        if let Some((other, _)) = self.owners.get(&name) {
            let way_out = if kind == Kind::Function { "" } else { ", or set another `C::prefix`" };
            return refusals.add(item, format!("in C {it} is called `{name}`, and so is `{other}`: rename one{way_out}"));
        }
        let owner = if part.is_empty() { item.to_owned() } else { format!("{item}::{part}") };
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
                format!("in C {it} is called `{name}`, which is {what}: rename it, or set another `C::prefix`")
            }
        }
    }
}
