//! Every identifier of the header: prefixes, casing, reserved words, and collisions, which are refused by name.

pub(crate) mod ours;
mod scope;
mod words;

use crate::config::Config;
use interoptopus::model::{self, Constant, Declared, EnumId, Item, Service, StatusCode, Subject, TaggedId, Type, TypeKind};
use interoptopus::names::{Casing, Casings, ItemKind};
use interoptopus::{Checked, Refusals};
use ours::Needs;
use scope::{Kind, Scope};
use std::collections::HashMap;

/// The names of one header. Types, functions, enumerators and macros share one scope in C.
#[derive(Debug, Default)]
pub(crate) struct Names {
    prefix: String,
    casings: Casings,
    /// The include guard.
    pub(crate) include_guard: String,
    /// The parts of its own that the header needs.
    pub(crate) needs: Needs,
    types: HashMap<Type, String>,
    scope: Scope,
}

impl Names {
    /// Names everything that `inventory` has, and refuses what cannot be told apart.
    pub(crate) fn new(config: &Config, inventory: &Checked, refusals: &mut Refusals) -> Self {
        let prefix = config.prefix_for(inventory);
        let mut names = Names {
            scope: Scope::new(&prefix),
            prefix,
            casings: config.casings.clone(),
            include_guard: config.include_guard_for(inventory),
            needs: Needs::of(inventory),
            types: HashMap::new(),
        };
        names.claim_ours(inventory, refusals);
        names.claim_types(inventory, refusals);
        names.claim_values(inventory, refusals);
        names.claim_functions(inventory, refusals);
        names
    }

    fn claim_ours(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        let ours = || Subject::configuration("the header itself");
        self.scope.claim(self.include_guard.clone(), ours(), Kind::Macro, refusals);
        for symbol in inventory.builtin_symbols() {
            self.scope.claim(symbol, ours(), Kind::Function, refusals);
        }
        let Needs { status, characters, wide, takes_wide, aligned, deprecated, deprecated_types: _ } = self.needs;
        let types = [(status, ours::STATUS), (characters, ours::CHARACTER), (wide, ours::SIGNED), (wide, ours::UNSIGNED)];
        for (_, name) in types.into_iter().filter(|(is_needed, _)| *is_needed) {
            self.scope.claim(self.ty(name), ours(), Kind::Type, refusals);
        }
        let macros = [
            (true, ours::API_GUARD),
            (deprecated, ours::DEPRECATED),
            (aligned, ours::ALIGNED),
            (takes_wide, ours::TAKES_WIDE),
            (takes_wide, ours::PASSES_WIDE),
        ];
        for (_, name) in macros.into_iter().filter(|(is_needed, _)| *is_needed) {
            self.scope.claim(self.value(name), ours(), Kind::Macro, refusals);
        }
        for code in StatusCode::ALL.into_iter().filter(|_| status) {
            self.scope.claim(self.status(code), ours(), Kind::Enumerator, refusals);
        }
    }

    fn claim_types(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for ty in model::definition_order(inventory) {
            let name = self.ty(&model::type_ident(inventory, ty));
            self.scope.claim(name.clone(), Subject::ty(inventory, ty), Kind::Type, refusals);
            self.types.insert(ty, name);
        }
    }

    fn claim_values(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for ty in model::definition_order(inventory) {
            match inventory.kind(ty).declared() {
                Some(Declared::Enum(id)) => {
                    for at in 0..inventory[id].variants.len() {
                        let owner = Subject::item(inventory, Item::Variant(id, at));
                        self.scope.claim(self.variant(inventory, id, at), owner, Kind::Enumerator, refusals);
                    }
                }
                Some(Declared::Tagged(id)) => self.claim_cases(inventory, id, refusals),
                Some(Declared::Struct(id)) if inventory[id].default.is_some() => {
                    self.scope.claim(self.default_of(inventory, ty), Subject::ty(inventory, ty), Kind::Macro, refusals);
                }
                Some(
                    Declared::Struct(_) | Declared::Union(_) | Declared::Opaque(_) | Declared::Callback(_) | Declared::Service(_),
                )
                | None => {}
            }
        }
        for (at, constant) in inventory.constants().iter().enumerate() {
            self.scope.claim(self.constant(constant), Subject::item(inventory, Item::Constant(at)), Kind::Macro, refusals);
        }
    }

    fn claim_cases(&mut self, inventory: &Checked, id: TaggedId, refusals: &mut Refusals) {
        self.scope.claim(self.tag(inventory, id), Subject::item(inventory, Item::Tagged(id)), Kind::Type, refusals);
        for (at, case) in inventory[id].cases.iter().enumerate() {
            let owner = Subject::item(inventory, Item::Case(id, at));
            self.scope.claim(self.case(inventory, id, at), owner.clone(), Kind::Enumerator, refusals);
            if !case.fields.is_empty() {
                self.scope.claim(self.case_type(inventory, id, at), owner, Kind::Type, refusals);
            }
        }
    }

    fn claim_functions(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for (item, function) in inventory.all_functions() {
            self.scope.claim(function.symbol.clone(), Subject::item(inventory, item), Kind::Function, refusals);
        }
        for ty in model::definition_order(inventory).into_iter().filter(|&ty| model::owned(inventory, ty).is_some()) {
            let name = self.of(inventory, ty);
            self.scope.claim(self.free(&name), Subject::ty(inventory, ty), Kind::Function, refusals);
            self.scope.claim(self.aligned_like(&name), Subject::ty(inventory, ty), Kind::Type, refusals);
        }
        if self.needs.status {
            for told in self.told(&self.ty(ours::STATUS)) {
                self.scope.claim(told, Subject::configuration("the names of statuses"), Kind::Function, refusals);
            }
        }
        for (id, ty) in model::error_enums(inventory) {
            for told in self.told(&self.of(inventory, ty)) {
                self.scope.claim(told, Subject::item(inventory, Item::Enum(id)), Kind::Function, refusals);
            }
        }
        let services = inventory.item_ids().filter_map(|item| if let Item::Service(id) = item { Some(id) } else { None });
        for id in services {
            let Service { destroy, release, .. } = &inventory[id];
            for symbol in [destroy].into_iter().chain(release) {
                self.scope.claim(symbol.clone(), Subject::item(inventory, Item::Service(id)), Kind::Function, refusals);
            }
        }
    }

    /// The type that `ty` is called, which [`Inventory::definition_order`](interoptopus::Inventory::definition_order) has.
    pub(crate) fn of(&self, inventory: &Checked, ty: Type) -> String {
        let defined = inventory.definition_of(ty);
        self.types.get(&defined).cloned().unwrap_or_else(|| self.ty(&model::type_ident(inventory, defined)))
    }

    /// A type of ours, such as `Status`.
    pub(crate) fn ty(&self, ident: &str) -> String {
        format!("{}{}", self.prefix, self.casings.apply(ItemKind::Type, Casing::Keep, ident))
    }

    /// The function that frees what the type `name` owns.
    pub(crate) fn free(&self, name: &str) -> String {
        format!("{name}_free")
    }

    /// The functions that tell the name and the meaning of a value of the type `name`.
    pub(crate) fn told(&self, name: &str) -> [String; 2] {
        ["name", "meaning"].map(|told| format!("{name}_{told}"))
    }

    /// The struct that shows how the elements of the type `name` are aligned.
    pub(crate) fn aligned_like(&self, name: &str) -> String {
        format!("{name}_aligned")
    }

    /// A macro of ours, such as `API_GUARD`.
    pub(crate) fn value(&self, name: &str) -> String {
        format!("{}{name}", self.prefix.to_uppercase())
    }

    /// The enumerator that a status is, such as `PLOTTER_STATUS_OK`.
    pub(crate) fn status(&self, code: StatusCode) -> String {
        self.value(&format!("STATUS_{}", code.name()))
    }

    /// The item that is a type of this `kind`.
    pub(crate) fn item(&self, inventory: &Checked, kind: TypeKind) -> Option<String> {
        inventory.find(kind).map(|ty| self.of(inventory, ty))
    }

    /// The macro that a constant is.
    pub(crate) fn constant(&self, constant: &Constant) -> String {
        self.cased(ItemKind::Constant, &[&constant.head.marks.namespace, &constant.head.name])
    }

    /// The macro with the default of the type `ty`.
    pub(crate) fn default_of(&self, inventory: &Checked, ty: Type) -> String {
        self.cased(ItemKind::Constant, &[&model::type_ident(inventory, ty), "DEFAULT"])
    }

    /// The enumerator that a variant is.
    pub(crate) fn variant(&self, inventory: &Checked, id: EnumId, at: usize) -> String {
        let item = &inventory[id];
        self.cased(ItemKind::Variant, &[&item.head.marks.namespace, &item.head.name, &item.variants[at].name])
    }

    /// The tag of a case of an enum with data.
    pub(crate) fn case(&self, inventory: &Checked, id: TaggedId, at: usize) -> String {
        let item = &inventory[id];
        self.cased(ItemKind::Variant, &[&item.head.marks.namespace, &item.head.name, &item.cases[at].name])
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
        let whole = inventory
            .find(TypeKind::Tagged(id))
            .map_or_else(|| inventory[id].head.name.clone(), |ty| model::type_ident(inventory, ty));
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
        while !self.scope.is_free_for_locals(&local) {
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
