//! The order of definitions: C must have seen a type's members before it can contain it, and its name before all else.

use crate::definitions::Definition;
use crate::refusals::Refusals;
use crate::structs::StructDefinition;
use crate::tagged::TaggedDefinition;
use std::collections::{HashMap, HashSet};

/// The order that was given, but for what must come earlier. What needs itself has none, and is refused.
pub(crate) fn arrange(all: Vec<Definition>, refusals: &mut Refusals) -> Vec<Definition> {
    let places = all.iter().enumerate().filter_map(|(at, d)| Some((d.name()?.to_owned(), at))).collect();
    let mut arranging = Arranging { all: &all, places, begun: HashSet::new(), order: Vec::new() };
    (0..all.len()).for_each(|at| arranging.place(at, &mut Vec::new(), refusals));
    let order = arranging.order;
    order.into_iter().map(|at| all[at].clone()).collect()
}

struct Arranging<'a> {
    all: &'a [Definition],
    places: HashMap<String, usize>,
    begun: HashSet<usize>,
    order: Vec<usize>,
}

impl Arranging<'_> {
    /// Places what the definition at `at` needs, then itself. `path` leads there.
    fn place(&mut self, at: usize, path: &mut Vec<usize>, refusals: &mut Refusals) {
        if let Some(from) = path.iter().position(|&above| above == at) {
            return self.refuse(&path[from..], refusals);
        }
        if !self.begun.insert(at) {
            return;
        }
        path.push(at);
        for name in self.all[at].needs(|name| self.declarable(name)) {
            if let Some(&needed) = self.places.get(&name) {
                self.place(needed, path, refusals);
            }
        }
        path.pop();
        self.order.push(at);
    }

    /// Whether `name` can be declared ahead.
    fn declarable(&self, name: &str) -> bool {
        self.places.get(name).is_some_and(|&at| self.all[at].declaration().is_some())
    }

    fn refuse(&self, circle: &[usize], refusals: &mut Refusals) {
        let names: Vec<_> = circle[1..].iter().filter_map(|&at| self.all[at].name()).collect();
        let through = if names.is_empty() { String::new() } else { format!(", through `{}`", names.join("`, `")) };
        match &self.all[circle[0]] {
            Definition::Callback(callback) => {
                let way_out = "pass it in a struct behind a raw pointer, or as a `*const c_void`";
                refusals.add(&callback.path, format!("it takes itself{through}, which C has no type for: {way_out}"));
            }
            Definition::Struct(StructDefinition { path, .. }) | Definition::Tagged(TaggedDefinition { path, .. }) => {
                let way_out = "point to the element, or use a slice";
                refusals.add(path, format!("it leads to an array of itself{through}, which C has no type for: {way_out}"));
            }
            Definition::Alias(alias) => {
                let way_out = "write `#[repr(C)]` instead of `#[repr(transparent)]`";
                refusals.add(&alias.path, format!("it is made of itself{through}, which C has no type for: {way_out}"));
            }
            // They mention nothing, and so are on no circle.
            Definition::Enum(_) | Definition::Incomplete(_) => {}
        }
    }
}
