//! Scopes: the names in one place, and collisions, which are refused by name.

use interoptopus::Refusals;
use interoptopus::model::Subject;
use std::collections::BTreeMap;
use std::fmt::Display;

/// The names in one place of C#, each with the Rust item that has it.
pub(crate) struct Scope {
    place: String,
    taken: BTreeMap<String, String>,
}

impl Scope {
    /// A scope, such as "the class `Interop`", in which `reserved` names are taken.
    pub(crate) fn new(place: impl Into<String>, reserved: &[&str], why: &str) -> Self {
        Scope { place: place.into(), taken: reserved.iter().map(|&name| (name.to_owned(), why.to_owned())).collect() }
    }

    /// Takes `name` for what generated code makes for itself.
    pub(crate) fn reserve(&mut self, name: impl Into<String>, why: &str) {
        self.taken.insert(name.into(), why.to_owned());
    }

    /// Takes `name` for `subject`, or refuses that.
    pub(crate) fn claim(&mut self, name: &dyn Display, subject: &Subject, refusals: &mut Refusals) {
        let name = name.to_string();
        if let Some(other) = self.taken.get(&name) {
            refusals.add(subject, format!("C# would call it `{name}`, which in {} is {other}: rename one of them", self.place));
        } else {
            self.taken.insert(name, format!("`{subject}`"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_collision_is_refused_by_both_names() {
        let (mut scope, mut refusals) = (Scope::new("the class `Interop`", &[], ""), Refusals::default());
        scope.claim(&"MaxPoints", &Subject::configuration("a::MAX_POINTS"), &mut refusals);
        scope.claim(&"MaxPoints", &Subject::configuration("a::max_points"), &mut refusals);
        let reasons: Vec<_> = refusals.or("csharp", ()).unwrap_err().items.into_iter().map(|r| r.to_string()).collect();
        let expected =
            "a::max_points: C# would call it `MaxPoints`, which in the class `Interop` is `a::MAX_POINTS`: rename one of them";
        assert_eq!(reasons, [expected]);
    }
}
