//! Every identifier of the header: prefixes, casing, reserved words, and collisions, which are refused by name.

use crate::refusals::Refusals;
use crate::words::{Taken, taken_everywhere, taken_globally};
use crate::{C, api_guard, results};
use interoptopus::Checked;
use interoptopus::model::{Constant, EnumId, Type, TypeKind};
use interoptopus::names::shouty_case;
use std::collections::{BTreeMap, HashMap};

/// The names of one header. Types, functions, enumerators and macros share one scope in C.
#[derive(Debug)]
pub(crate) struct Names {
    prefix: String,
    /// The include guard.
    pub(crate) include_guard: String,
    types: HashMap<Type, String>,
    /// Whose each name is, and what kind of name it is.
    globals: BTreeMap<String, (String, Kind)>,
}

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Type,
    Macro,
    Enumerator,
    Function,
}

impl Names {
    /// Names everything that `inventory` has, and refuses what cannot be told apart.
    pub(crate) fn new(config: &C, inventory: &Checked, refusals: &mut Refusals) -> Self {
        let prefix = config.prefix.clone().unwrap_or_else(|| format!("{}_", inventory.library));
        let include_guard = config.include_guard.clone().unwrap_or_else(|| guard_of(&config.file_name_for(inventory)));
        let mut names = Names { prefix, include_guard, types: HashMap::new(), globals: BTreeMap::new() };
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
        format!("{}{ident}", self.prefix)
    }

    /// A macro or enumerator, such as `STATUS_OK`.
    pub(crate) fn value(&self, name: &str) -> String {
        format!("{}{name}", self.prefix.to_uppercase())
    }

    /// The macro that a constant is.
    pub(crate) fn constant(&self, constant: &Constant) -> String {
        self.value(&shouty_case(&constant.name))
    }

    /// The enumerator that a variant is.
    pub(crate) fn variant(&self, inventory: &Checked, id: EnumId, at: usize) -> String {
        let item = &inventory[id];
        self.value(&format!("{}_{}", shouty_case(&item.name), shouty_case(&item.variants[at].name)))
    }

    /// A field or parameter, with `_` behind what is taken: by C, by C++, or by a macro or type of this header.
    pub(crate) fn local(&self, name: &str) -> String {
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
            let mut local = self.local(name);
            while all.contains(&local) {
                local.push('_');
            }
            all.push(local);
        }
        all
    }

    fn check_config(&self, refusals: &mut Refusals) {
        for (what, name) in [("C::prefix", &self.prefix), ("C::include_guard", &self.include_guard)] {
            let left_away = name.is_empty() && what == "C::prefix";
            if !left_away && !is_identifier(name) {
                refusals.add(what, format!("`{name}` is no identifier of C: use letters, digits and `_`, and no digit first"));
            }
        }
    }

    fn claim_ours(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        let ours = "the header itself";
        self.claim(self.include_guard.clone(), ours, Kind::Macro, refusals);
        self.claim(self.value(api_guard::MACRO), ours, Kind::Macro, refusals);
        for symbol in api_guard::symbols(inventory) {
            self.claim(symbol, ours, Kind::Function, refusals);
        }
        if results::has_status(inventory) {
            self.claim(self.ty(results::STATUS), ours, Kind::Type, refusals);
            for status in &results::STATUSES {
                self.claim(self.value(status.name), ours, Kind::Enumerator, refusals);
            }
        }
    }

    fn claim_types(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for ty in inventory.definition_order() {
            let name = self.ty(&inventory.type_ident(ty));
            let owner = path(inventory, ty);
            self.claim(name.clone(), &owner, Kind::Type, refusals);
            self.types.insert(ty, name);
        }
    }

    fn claim_values(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for ty in inventory.definition_order() {
            if let TypeKind::Enum(id) = *inventory.kind(ty) {
                for at in 0..inventory[id].variants.len() {
                    let owner = format!("{}::{}", inventory[id].path, inventory[id].variants[at].name);
                    self.claim(self.variant(inventory, id, at), &owner, Kind::Enumerator, refusals);
                }
            }
        }
        for constant in inventory.constants() {
            self.claim(self.constant(constant), &constant.path, Kind::Macro, refusals);
        }
    }

    fn claim_functions(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for (_, function) in inventory.all_functions() {
            self.claim(function.symbol.clone(), &function.path, Kind::Function, refusals);
        }
        for service in inventory.services() {
            for symbol in [&service.destroy].into_iter().chain(&service.release) {
                self.claim(symbol.clone(), &service.path, Kind::Function, refusals);
            }
        }
    }

    /// Gives `name` to `owner`, or says whose it is.
    fn claim(&mut self, name: String, owner: &str, kind: Kind, refusals: &mut Refusals) {
        if kind == Kind::Function && !is_identifier(&name) {
            return refusals.add(owner, format!("its symbol `{name}` is no identifier of C: export it under another name"));
        }
        if let Some(taken) = taken_globally(&name) {
            return refusals.add(owner, kind.refusal(&name, taken, &self.prefix));
        }
        if let Some((other, _)) = self.globals.get(&name) {
            let way_out = if kind == Kind::Function { "" } else { ", or set another `C::prefix`" };
            return refusals.add(owner, format!("in C it is called `{name}`, and so is `{other}`: rename one{way_out}"));
        }
        self.globals.insert(name, (owner.to_owned(), kind));
    }
}

impl Kind {
    /// Whether a field or parameter of the same name would be replaced, or hide the type from what follows.
    fn hides_badly(self) -> bool {
        match self {
            Kind::Type | Kind::Macro | Kind::Enumerator => true,
            Kind::Function => false,
        }
    }

    fn refusal(self, name: &str, taken: Taken, prefix: &str) -> String {
        let what = taken.what();
        match self {
            Kind::Function => {
                let other = format!("{}_{name}", prefix.trim_end_matches('_'));
                format!("its symbol `{name}` is {what}: rename it, or export it as `{other}` (`export_name`)")
            }
            Kind::Type | Kind::Macro | Kind::Enumerator => {
                format!("in C it is called `{name}`, which is {what}: rename it, or set another `C::prefix`")
            }
        }
    }
}

/// Of symbols and settings: what comes from Rust's own identifiers may have any letter, as C99's may.
fn is_identifier(name: &str) -> bool {
    !name.starts_with(|c: char| c.is_ascii_digit())
        && !name.is_empty()
        && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
}

/// What error messages call `ty`.
pub(crate) fn path(inventory: &Checked, ty: Type) -> String {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => inventory[id].path.clone(),
        TypeKind::Enum(id) => inventory[id].path.clone(),
        TypeKind::Opaque(id) => inventory[id].path.clone(),
        TypeKind::Service(id) => inventory[id].path.clone(),
        TypeKind::Callback { id, nullable: _ } => inventory[id].path.clone(),
        TypeKind::NonZero { .. }
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => inventory.type_name(ty),
    }
}

/// `PLOTTER_H` for `plotter.h`.
fn guard_of(file_name: &str) -> String {
    let guard: String = file_name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' }).collect();
    if guard.starts_with(|c: char| c.is_ascii_digit()) { format!("H_{guard}") } else { guard }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_include_guard_is_an_identifier() {
        assert_eq!(guard_of("plotter.h"), "PLOTTER_H");
        assert_eq!(guard_of("3d-plots.gen.h"), "H_3D_PLOTS_GEN_H");
    }
}
