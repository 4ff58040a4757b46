//! Refusals: the items that a language cannot express, with the reasons, and bindings without them.

use crate::model::{self, Checked, Circle, Declared, Omission, Subject};
use std::fmt;

/// An item that a language cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The item, printed as its path in Rust.
    pub item: Subject,
    /// The reason, and the way out.
    pub reason: String,
}

/// Items that a language cannot express.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// The language.
    pub language: &'static str,
    /// Each item with its reason; at least one.
    pub items: Vec<Refusal>,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refusal { item, reason } = self;
        write!(f, "{item}: {reason}")
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Refused { language, items } = self;
        let count = match items.len() {
            1 => "1 item".to_owned(),
            n => format!("{n} items"),
        };
        write!(f, "{count} cannot be expressed in {language}:")?;
        items.iter().try_for_each(|refusal| write!(f, "\n  {refusal}"))
    }
}

impl std::error::Error for Refused {}

/// Refusals that are gathered while an inventory is lowered, so that users read all of them at once.
#[derive(Debug, Default)]
pub struct Refusals(Vec<Refusal>);

impl Refusals {
    /// Refuses `item`.
    pub fn add(&mut self, item: &Subject, reason: impl Into<String>) {
        self.0.push(Refusal { item: item.clone(), reason: reason.into() });
    }

    /// Refuses the type that each circle begins at: the language has no order for its definitions, as `why` says.
    pub fn add_circles(&mut self, inventory: &Checked, circles: &[Circle], why: &str) {
        for Circle(circle) in circles {
            let first = circle[0];
            let names: Vec<String> = circle[1..].iter().map(|&ty| model::type_name(inventory, ty)).collect();
            let through = if names.is_empty() { String::new() } else { format!(", through `{}`", names.join("`, `")) };
            let (does, way_out) = match inventory.kind(first).declared() {
                Some(Declared::Callback(_)) => {
                    ("takes itself", "pass it in a struct behind a raw pointer, or as a `*const c_void`")
                }
                _ if model::transparent(inventory, first).is_some() => {
                    ("is made of itself", "write `#[repr(C)]` instead of `#[repr(transparent)]`")
                }
                _ => ("leads to an array of itself", "point to the element, or use a slice"),
            };
            self.add(&Subject::ty(inventory, first), format!("it {does}{through}, which {why}: {way_out}"));
        }
    }

    /// The value of `result`, or none, and then `item` is refused.
    pub fn take<T>(&mut self, item: &Subject, result: Result<T, String>) -> Option<T> {
        result.map_err(|reason| self.add(item, reason)).ok()
    }

    /// The lowered item, or none, and then its refusals are noted.
    pub fn note<T>(&mut self, lowered: Result<T, Vec<Refusal>>) -> Option<T> {
        lowered.map_err(|refused| self.0.extend(refused)).ok()
    }

    /// `value`, if nothing was refused.
    ///
    /// # Errors
    /// All refusals, by item.
    pub fn or<T>(self, language: &'static str, value: T) -> Result<T, Refused> {
        let items = sorted(self.0);
        if items.is_empty() { Ok(value) } else { Err(Refused { language, items }) }
    }
}

fn sorted(mut refusals: Vec<Refusal>) -> Vec<Refusal> {
    refusals.sort_by_cached_key(|refusal| (refusal.item.to_string(), refusal.reason.clone()));
    refusals.dedup();
    refusals
}

/// The part of `inventory` that the language can express, lowered, and every whole item that is left out, sorted, with the reason: refused
/// items are, and so are all that use them.
///
/// `lower` gives all refusals at once, and refuses nothing of the rest, as an item is refused for what it is and for what it uses. So it is
/// called once, or twice where something is refused.
///
/// # Errors
/// Refusals of settings, which are no items that could be left out, such as a name that the configuration gave.
pub fn omitting<T>(inventory: &Checked, lower: impl Fn(&Checked) -> Result<T, Refused>) -> Result<(T, Vec<Refusal>), Refused> {
    let Refused { language, items } = match lower(inventory) {
        Ok(whole) => return Ok((whole, Vec::new())),
        Err(refused) => refused,
    };
    let (configuration, items): (Vec<_>, Vec<_>) = items.into_iter().partition(|refusal| refusal.item.is_configuration());
    if !configuration.is_empty() {
        return Err(Refused { language, items: configuration });
    }
    let (rest, gone) = model::without_and_why(inventory, items.iter().map(|refusal| &refusal.item));
    let rest = lower(&rest)?;
    let used = gone.into_iter().filter_map(|Omission { item, because }| because.map(|other| (item, other)));
    let used = used.map(|(item, other)| Refusal { item, reason: format!("it needs `{other}`, which is left out") });
    // A field or a parameter cannot be left out by itself.
    let refused = items.into_iter().map(|Refusal { item, reason }| Refusal { item: item.whole(), reason });
    Ok((rest, sorted(refused.chain(used).collect())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    fn refusal(item: &str) -> Refusal {
        Refusal { item: Subject::configuration(item), reason: "why".to_owned() }
    }

    #[test]
    fn a_refusal_is_a_list_that_names_the_language() {
        let mut refused = Refused { language: "c", items: vec![refusal("a::b")] };
        assert_eq!(refused.to_string(), "1 item cannot be expressed in c:\n  a::b: why");
        refused.items.push(refusal("a::c"));
        assert_eq!(refused.to_string(), "2 items cannot be expressed in c:\n  a::b: why\n  a::c: why");
    }

    #[test]
    fn refusals_are_sorted_and_each_is_told_once() {
        assert_eq!(Refusals::default().or("c", 1), Ok(1));
        let mut refusals = Refusals::default();
        assert_eq!(refusals.take(&Subject::configuration("b"), Ok(1)), Some(1));
        assert_eq!(refusals.take(&Subject::configuration("b"), Err::<(), _>("why".to_owned())), None);
        assert_eq!(refusals.note(Err::<(), _>(vec![refusal("b"), refusal("a")])), None);
        assert_eq!(refusals.or("c", ()).unwrap_err().items, [refusal("a"), refusal("b")]);
    }

    /// A language that has no type of which `refuses` says so by its name; and a configuration that it refuses.
    fn language(inventory: &Checked, refuses: &[&str], configuration: bool) -> Result<Vec<String>, Refused> {
        let mut refusals = Refusals::default();
        let types = inventory.types().filter(|&ty| refuses.contains(&model::type_name(inventory, ty).as_str()));
        types.for_each(|ty| refusals.add(&Subject::ty(inventory, ty), "it has no such"));
        if configuration {
            refusals.add(&Subject::configuration("the namespace `1`"), "it has no such");
        }
        refusals.or("c", inventory.items().map(|item| item.name().to_owned()).collect())
    }

    fn checked() -> Checked {
        Checked::new(crate::model::fixture::breadth()).unwrap()
    }

    /// The number of times that `omitting` lowers.
    fn lowered(refuses: &[&str], configuration: bool) -> u32 {
        let count = Cell::new(0);
        let _ = omitting(&checked(), |rest| {
            count.set(count.get() + 1);
            language(rest, refuses, configuration)
        });
        count.get()
    }

    #[test]
    fn an_inventory_is_lowered_once_and_again_only_without_what_is_refused() {
        assert_eq!(lowered(&[], false), 1);
        assert_eq!(lowered(&["u128"], true), 1);
        // Of `Style` there is a `Shape`, of which there are functions: all of it goes at once.
        assert_eq!(lowered(&["Style"], false), 2);
        assert_eq!(lowered(&["u128", "Style", "f32"], false), 2);
    }

    #[test]
    fn nothing_is_left_out_of_what_can_be_expressed() {
        let (names, left_out) = omitting(&checked(), |rest| language(rest, &[], false)).unwrap();
        assert_eq!((names.len(), left_out), (checked().items().count(), Vec::new()));
    }

    #[test]
    fn what_is_left_out_is_told_with_all_that_needs_it() {
        let (names, left_out) = omitting(&checked(), |rest| language(rest, &["u128", "Style"], false)).unwrap();
        let told: Vec<_> = left_out.iter().map(Refusal::to_string).collect();
        assert_eq!(
            told,
            [
                "shapes::MOST: it needs `u128`, which is left out",
                "shapes::Shape: it needs `shapes::Style`, which is left out",
                "shapes::Style: it has no such",
                "shapes::area: it needs `shapes::Shape`, which is left out",
                "shapes::draw: it needs `shapes::Shape`, which is left out",
                "shapes::letter: it needs `u128`, which is left out",
                "u128: it has no such",
            ]
        );
        assert_eq!(names.len(), checked().items().count() - 6);
        assert!(!names.contains(&"Shape".to_owned()) && names.contains(&"parent".to_owned()));
    }

    #[test]
    fn what_is_no_item_is_still_refused() {
        let refused = omitting(&checked(), |rest| language(rest, &["u128"], true)).unwrap_err();
        assert_eq!(refused.to_string(), "1 item cannot be expressed in c:\n  the namespace `1`: it has no such");
    }
}
