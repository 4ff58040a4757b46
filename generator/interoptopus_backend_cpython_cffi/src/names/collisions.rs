//! The names of all items; the second of two items with one name is refused.

use super::reserved::ENUM_MEMBERS;
use super::spelling::{cased, escaped, exception, module};
use crate::runtime::RUNTIME;
use interoptopus::Refusals;
use interoptopus::model::{Field, Inventory, Item, Subject, Visibility};
use interoptopus::names::{Casing, Casings, ItemKind};
use std::collections::{HashMap, HashSet};

/// Names of items as they are given, and what is wrong with them.
pub(crate) struct Collector<'a> {
    pub(crate) names: HashMap<Item, String>,
    pub(crate) qualified: HashMap<Item, String>,
    pub(crate) namespaces: HashMap<Item, String>,
    pub(crate) casings: &'a Casings,
    pub(crate) refusals: &'a mut Refusals,
}

impl<'a> Collector<'a> {
    /// None is given yet.
    pub(crate) fn new(casings: &'a Casings, refusals: &'a mut Refusals) -> Self {
        let (names, qualified, namespaces) = (HashMap::new(), HashMap::new(), HashMap::new());
        Collector { names, qualified, namespaces, casings, refusals }
    }

    /// Names what stands in the module itself. What is in a namespace has that before it there.
    pub(crate) fn items_of_module(&mut self, inventory: &Inventory) -> HashMap<String, String> {
        let mut own: HashSet<String> = RUNTIME.names.clone();
        own.extend(
            ["ffi", "API_GUARD", "__all__", "__doc__", "__file__", "__name__", "annotations", "CallError"].map(str::to_owned),
        );
        own.extend(inventory.enums().iter().filter(|e| e.error).map(|e| exception(&e.head.name)));
        let mut named = Vec::new();
        for item in items(inventory) {
            let reference = inventory.item(item);
            let (kind, own_casing) = if reference.is_type() {
                (ItemKind::Type, Casing::Keep)
            } else if matches!(item, Item::Constant(_)) {
                (ItemKind::Constant, Casing::Keep)
            } else {
                (ItemKind::Function, Casing::Snake)
            };
            let short = cased(self.casings, kind, own_casing, reference.name());
            let name = match reference.namespace() {
                "" => escaped(short, &own),
                namespace => {
                    let namespace = module(cased(self.casings, ItemKind::Namespace, Casing::Snake, namespace), &own);
                    let short = escaped(short, &HashSet::new());
                    let name = format!("{namespace}_{short}");
                    self.namespaces.insert(item, namespace);
                    self.qualified.insert(item, short);
                    escaped(name, &own)
                }
            };
            named.push((item, name));
        }
        let taken = self.distinct_items(inventory, named);
        for (item, namespace) in &self.namespaces {
            // Importing a module binds its name in its package.
            if let Some(other) = taken.get(namespace) {
                let reason = format!("its namespace `{namespace}` is a module of that name, which is already that of {other}");
                self.refusals.add(&Subject::item(inventory, *item), reason);
            }
        }
        taken
    }

    /// Names what stands in each class.
    pub(crate) fn members(&mut self, inventory: &Inventory) {
        let none = HashSet::new();
        let casings = self.casings;
        let field = |f: &Field| {
            let name = escaped(cased(casings, ItemKind::Field, Casing::Snake, &f.name), &none);
            if f.visibility == Visibility::Internal { format!("_{name}") } else { name }
        };
        for item in items(inventory) {
            let subject = || Subject::item(inventory, item);
            match item {
                Item::Struct(id) => {
                    let fields = inventory[id].fields.iter().enumerate();
                    self.distinct_members(subject, fields.map(|(i, f)| (Item::Field(id, i), field(f))).collect());
                }
                Item::Union(id) => {
                    let fields = inventory[id].fields.iter().enumerate();
                    self.distinct_members(subject, fields.map(|(i, f)| (Item::UnionField(id, i), field(f))).collect());
                }
                Item::Tagged(id) => {
                    let class = self.qualified.get(&item).or(self.names.get(&item)).cloned().unwrap_or_default();
                    let cases = inventory[id].cases.iter().enumerate();
                    let named: Vec<(Item, String)> = cases
                        .map(|(i, case)| {
                            // It is a class, and linters know these by their first letter.
                            let is_lower = case.name.starts_with(char::is_lowercase);
                            let own = if is_lower { Casing::Pascal } else { Casing::Keep };
                            (Item::Case(id, i), escaped(cased(casings, ItemKind::Variant, own, &case.name), &none))
                        })
                        .collect();
                    for (case, name) in &named {
                        self.qualified.insert(*case, format!("{class}.{name}"));
                    }
                    self.distinct_members(subject, named);
                    for (case, of) in inventory[id].cases.iter().enumerate() {
                        // What a variant has is always shown.
                        let shown = |f: &Field| escaped(cased(casings, ItemKind::Field, Casing::Snake, &f.name), &none);
                        let fields = of.fields.iter().enumerate();
                        self.distinct_members(subject, fields.map(|(i, f)| (Item::CaseField(id, case, i), shown(f))).collect());
                    }
                }
                Item::Enum(id) => {
                    let variants = inventory[id].variants.iter().enumerate();
                    let own = ENUM_MEMBERS.iter().map(|&name| name.to_owned()).collect();
                    let name = |name: &str| escaped(cased(casings, ItemKind::Variant, Casing::Shouty, name), &own);
                    self.distinct_members(subject, variants.map(|(i, v)| (Item::Variant(id, i), name(&v.name))).collect());
                }
                Item::Service(id) => {
                    let own = HashSet::from(["close".to_owned()]);
                    let method = |name: &str| escaped(cased(casings, ItemKind::Method, Casing::Snake, name), &own);
                    let constructor = |name: &str| if name == "new" { "__init__".to_owned() } else { method(name) };
                    let constructors = inventory[id].constructors.iter().enumerate();
                    let constructors = constructors.map(|(i, f)| (Item::Constructor(id, i), constructor(&f.head.name)));
                    let methods = inventory[id].methods.iter().enumerate();
                    let methods = methods.map(|(i, m)| (Item::Method(id, i), method(&m.function.head.name)));
                    self.distinct_members(subject, constructors.chain(methods).collect());
                }
                Item::Opaque(_) | Item::Callback(_) | Item::Function(_) | Item::Constant(_) => {}
                Item::Field(..)
                | Item::Variant(..)
                | Item::UnionField(..)
                | Item::Case(..)
                | Item::CaseField(..)
                | Item::Constructor(..)
                | Item::Method(..) => {} // A part of an item above.
            }
        }
    }

    /// Notes the names of items, and refuses the second item of each.
    fn distinct_items(&mut self, inventory: &Inventory, named: Vec<(Item, String)>) -> HashMap<String, String> {
        let mut taken: HashMap<String, String> = HashMap::new();
        for (item, name) in named {
            match taken.get(&name) {
                Some(first) => {
                    let reason = format!("`{name}` is its name in Python, and already that of {first}: rename one of them");
                    self.refusals.add(&Subject::item(inventory, item), reason);
                }
                None => drop(taken.insert(name.clone(), inventory.item(item).path().to_owned())),
            }
            self.names.insert(item, name);
        }
        taken
    }

    /// Notes the names of the parts of `subject`, and refuses it if two have the same.
    fn distinct_members(&mut self, subject: impl Fn() -> Subject, named: Vec<(Item, String)>) {
        let mut taken = HashSet::new();
        for (item, name) in named {
            if !taken.insert(name.clone()) {
                let reason = format!("`{name}` is the name of two parts of it in Python: rename one of them");
                self.refusals.add(&subject(), reason);
            }
            self.names.insert(item, name);
        }
    }
}

/// All items: types as they are met, then functions and constants.
fn items(inventory: &Inventory) -> Vec<Item> {
    let types = inventory.types().filter(|&ty| inventory.kind(ty).without_null().is_none());
    let types = types.filter_map(|ty| inventory.item_of(ty));
    let functions = (0..inventory.functions().len()).map(Item::Function);
    types.chain(functions).chain((0..inventory.constants().len()).map(Item::Constant)).collect()
}
