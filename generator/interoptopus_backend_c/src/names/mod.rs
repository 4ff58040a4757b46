//! Every identifier of the header: prefixes, casing, reserved words, and collisions, which are refused by name.

mod claims;
pub(crate) mod ours;
pub(crate) mod refusals;
mod words;

use crate::config::Config;
use claims::Kind;
use interoptopus::Checked;
use interoptopus::model::{Constant, EnumId, TaggedId, Type, TypeKind};
use interoptopus::names::{Casing, Casings, ItemKind};
use ours::Needs;
use refusals::Refusals;
use std::collections::{BTreeMap, HashMap};
use words::taken_everywhere;

/// The names of one header. Types, functions, enumerators and macros share one scope in C.
#[derive(Debug, Default)]
pub(crate) struct Names {
    prefix: String,
    casings: Casings,
    /// The include guard.
    pub(crate) include_guard: String,
    /// What the header needs of its own.
    pub(crate) needs: Needs,
    types: HashMap<Type, String>,
    /// Whose each name is, and what kind of name it is.
    globals: BTreeMap<String, (String, Kind)>,
}

impl Names {
    /// Names everything that `inventory` has, and refuses what cannot be told apart.
    pub(crate) fn new(config: &Config, inventory: &Checked, refusals: &mut Refusals) -> Self {
        let mut names = Names {
            prefix: config.prefix_for(inventory),
            casings: config.casings.clone(),
            include_guard: config.include_guard_for(inventory),
            needs: Needs::of(inventory),
            types: HashMap::new(),
            globals: BTreeMap::new(),
        };
        names.check_config(refusals);
        names.claim_ours(inventory, refusals);
        names.claim_types(inventory, refusals);
        names.claim_values(inventory, refusals);
        names.claim_functions(inventory, refusals);
        names
    }

    /// The type that `ty` is called, which [`Inventory::definition_order`](interoptopus::Inventory::definition_order) has.
    pub(crate) fn of(&self, inventory: &Checked, ty: Type) -> String {
        let defined = inventory.definition_of(ty);
        self.types.get(&defined).cloned().unwrap_or_else(|| self.ty(&inventory.type_ident(defined)))
    }

    /// A type of ours, such as `Status`.
    pub(crate) fn ty(&self, ident: &str) -> String {
        format!("{}{}", self.prefix, self.casings.apply(ItemKind::Type, Casing::Keep, ident))
    }

    /// A macro or enumerator, such as `STATUS_OK`.
    pub(crate) fn value(&self, name: &str) -> String {
        format!("{}{name}", self.prefix.to_uppercase())
    }

    /// The item that is a type of this `kind`.
    pub(crate) fn item(&self, inventory: &Checked, kind: TypeKind) -> Option<String> {
        inventory.find(kind).map(|ty| self.of(inventory, ty))
    }

    /// The macro that a constant is.
    pub(crate) fn constant(&self, constant: &Constant) -> String {
        self.cased(ItemKind::Constant, &[&constant.marks.namespace, &constant.name])
    }

    /// The macro with the default of the type `ty`.
    pub(crate) fn default_of(&self, inventory: &Checked, ty: Type) -> String {
        self.cased(ItemKind::Constant, &[&inventory.type_ident(ty), "DEFAULT"])
    }

    /// The enumerator that a variant is.
    pub(crate) fn variant(&self, inventory: &Checked, id: EnumId, at: usize) -> String {
        let item = &inventory[id];
        self.cased(ItemKind::Variant, &[&item.marks.namespace, &item.name, &item.variants[at].name])
    }

    /// The tag of a case of an enum with data.
    pub(crate) fn case(&self, inventory: &Checked, id: TaggedId, at: usize) -> String {
        let item = &inventory[id];
        self.cased(ItemKind::Variant, &[&item.marks.namespace, &item.name, &item.cases[at].name])
    }

    /// `parts` as the name of one `kind` of macro or enumerator, in capitals unless another casing was chosen.
    fn cased(&self, kind: ItemKind, parts: &[&str]) -> String {
        let casing = self.casings.get(kind).unwrap_or(Casing::Shouty);
        let prefix = if casing == Casing::Shouty { self.prefix.to_uppercase() } else { self.prefix.clone() };
        let parts: Vec<_> = parts.iter().filter(|part| !part.is_empty()).map(|part| casing.apply(part)).collect();
        format!("{prefix}{}", parts.join("_"))
    }

    /// The type of the tag of an enum with data.
    pub(crate) fn tag(&self, inventory: &Checked, id: TaggedId) -> String {
        self.part(inventory, id, "Tag")
    }

    /// The struct of what a case of an enum with data holds.
    pub(crate) fn case_type(&self, inventory: &Checked, id: TaggedId, at: usize) -> String {
        self.part(inventory, id, &inventory[id].cases[at].name)
    }

    fn part(&self, inventory: &Checked, id: TaggedId, part: &str) -> String {
        let whole =
            inventory.find(TypeKind::Tagged(id)).map_or_else(|| inventory[id].name.clone(), |ty| inventory.type_ident(ty));
        self.ty(&format!("{whole}_{part}"))
    }

    /// The member of the union that a case of an enum with data is.
    pub(crate) fn case_member(&self, case: &str) -> String {
        self.local(&self.casings.apply(ItemKind::Field, Casing::Snake, case))
    }

    /// A member of a struct or union.
    pub(crate) fn field(&self, name: &str) -> String {
        self.local(&self.casings.apply(ItemKind::Field, Casing::Keep, name))
    }

    /// A field or parameter, with `_` behind what is taken: by C, by C++, or by a macro or type of this header.
    fn local(&self, name: &str) -> String {
        let mut local = name.to_owned();
        while taken_everywhere(&local).is_some() || self.globals.get(&local).is_some_and(|(_, kind)| kind.hides_badly()) {
            local.push('_');
        }
        local
    }

    /// Parameters, which nobody calls by name: where two would be the same, one gets another `_`.
    pub(crate) fn parameters<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let mut all: Vec<String> = Vec::new();
        for name in names {
            let mut local = self.local(&self.casings.apply(ItemKind::Parameter, Casing::Keep, name));
            while all.contains(&local) {
                local.push('_');
            }
            all.push(local);
        }
        all
    }
}
