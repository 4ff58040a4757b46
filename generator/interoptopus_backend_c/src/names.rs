//! Every identifier of the header: prefixes, casing, reserved words, and collisions, which are refused by name.

use crate::refusals::Refusals;
use crate::words::{Taken, taken_everywhere, taken_globally};
use crate::{C, aligned, api_guard, characters, deprecated, results, wide};
use interoptopus::Checked;
use interoptopus::model::{Constant, EnumId, TaggedId, Type, TypeKind};
use interoptopus::names::{Casing, Casings, ItemKind};
use std::collections::{BTreeMap, HashMap};

/// The names of one header. Types, functions, enumerators and macros share one scope in C.
#[derive(Debug, Default)]
pub(crate) struct Names {
    prefix: String,
    casings: Casings,
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

/// Whose a name is: an item at a path, or a part of one.
#[derive(Clone, Copy)]
struct Owner<'a> {
    item: &'a str,
    part: &'a str,
}

impl Names {
    /// Names everything that `inventory` has, and refuses what cannot be told apart.
    pub(crate) fn new(config: &C, inventory: &Checked, refusals: &mut Refusals) -> Self {
        let prefix = config.prefix.clone().unwrap_or_else(|| format!("{}_", inventory.library));
        let include_guard = config.include_guard.clone().unwrap_or_else(|| guard_of(&config.file_name_for(inventory)));
        let casings = config.casings.clone();
        let mut names = Names { prefix, casings, include_guard, types: HashMap::new(), globals: BTreeMap::new() };
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

    fn check_config(&self, refusals: &mut Refusals) {
        for (what, name) in [("C::prefix", &self.prefix), ("C::include_guard", &self.include_guard)] {
            let left_away = name.is_empty() && what == "C::prefix";
            if !left_away && !is_identifier(name) {
                refusals.add(what, format!("`{name}` is no identifier of C: use letters, digits and `_`, and no digit first"));
            }
        }
        let fixed = [
            (ItemKind::Function, "functions are called as the library exports them: write `#[ffi_function(name = \"…\")]`"),
            (ItemKind::Method, "methods are called as the library exports them"),
            (ItemKind::Namespace, "a namespace is a part of other names, and spelled as they are"),
        ];
        for (kind, why) in fixed.into_iter().filter(|&(kind, _)| self.casings.get(kind).is_some()) {
            refusals.add("C::casing", format!("`ItemKind::{kind:?}` has none in C: {why}"));
        }
    }

    fn claim_ours(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        let ours = "the header itself";
        self.claim(self.include_guard.clone(), ours, Kind::Macro, refusals);
        self.claim(self.value(api_guard::MACRO), ours, Kind::Macro, refusals);
        for symbol in api_guard::symbols(inventory) {
            self.claim(symbol, ours, Kind::Function, refusals);
        }
        let types = [
            (characters::occur(inventory), characters::NAME),
            (wide::occur(inventory), wide::SIGNED),
            (wide::occur(inventory), wide::UNSIGNED),
        ];
        for (_, name) in types.into_iter().filter(|(occurs, _)| *occurs) {
            self.claim(self.ty(name), ours, Kind::Type, refusals);
        }
        let macros = [(deprecated::occurs(inventory), deprecated::MACRO), (aligned::occurs(inventory), aligned::MACRO)];
        for (_, name) in macros.into_iter().filter(|(occurs, _)| *occurs) {
            self.claim(self.value(name), ours, Kind::Macro, refusals);
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
            match *inventory.kind(ty) {
                TypeKind::Enum(id) => {
                    for (at, variant) in inventory[id].variants.iter().enumerate() {
                        let owner = Owner { item: &inventory[id].path, part: &variant.name };
                        self.claim_of(self.variant(inventory, id, at), owner, Kind::Enumerator, refusals);
                    }
                }
                TypeKind::Tagged(id) => self.claim_cases(inventory, id, refusals),
                TypeKind::Struct(id) if inventory[id].default.is_some() => {
                    self.claim(self.default_of(inventory, ty), &inventory[id].path, Kind::Macro, refusals);
                }
                TypeKind::Void
                | TypeKind::Primitive(_)
                | TypeKind::NonZero { .. }
                | TypeKind::Struct(_)
                | TypeKind::Union(_)
                | TypeKind::Opaque(_)
                | TypeKind::Callback { .. }
                | TypeKind::Service(_)
                | TypeKind::Array { .. }
                | TypeKind::Pointer { .. }
                | TypeKind::Slice { .. }
                | TypeKind::Str { .. }
                | TypeKind::CStr { .. }
                | TypeKind::Option { .. }
                | TypeKind::Outcome { .. } => {}
            }
        }
        for constant in inventory.constants() {
            self.claim(self.constant(constant), &constant.path, Kind::Macro, refusals);
        }
    }

    fn claim_cases(&mut self, inventory: &Checked, id: TaggedId, refusals: &mut Refusals) {
        self.claim(self.tag(inventory, id), &inventory[id].path, Kind::Type, refusals);
        for (at, case) in inventory[id].cases.iter().enumerate() {
            let owner = Owner { item: &inventory[id].path, part: &case.name };
            self.claim_of(self.case(inventory, id, at), owner, Kind::Enumerator, refusals);
            if !case.fields.is_empty() {
                self.claim_of(self.case_type(inventory, id, at), owner, Kind::Type, refusals);
            }
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

    /// Gives `name` to the item at the path `item`, or says whose it is.
    fn claim(&mut self, name: String, item: &str, kind: Kind, refusals: &mut Refusals) {
        self.claim_of(name, Owner { item, part: "" }, kind, refusals);
    }

    fn claim_of(&mut self, name: String, owner: Owner<'_>, kind: Kind, refusals: &mut Refusals) {
        let Owner { item, part } = owner;
        let it = if part.is_empty() { "it".to_owned() } else { format!("its variant `{part}`") };
        if kind == Kind::Function && !is_identifier(&name) {
            return refusals.add(item, format!("its symbol `{name}` is no identifier of C: export it under another name"));
        }
        if let Some(taken) = taken_globally(&name) {
            return refusals.add(item, kind.refusal(&it, &name, taken, &self.prefix));
        }
        if let Some((other, _)) = self.globals.get(&name) {
            let way_out = if kind == Kind::Function { "" } else { ", or set another `C::prefix`" };
            return refusals.add(item, format!("in C {it} is called `{name}`, and so is `{other}`: rename one{way_out}"));
        }
        let owner = if part.is_empty() { item.to_owned() } else { format!("{item}::{part}") };
        self.globals.insert(name, (owner, kind));
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
        TypeKind::Tagged(id) => inventory[id].path.clone(),
        TypeKind::Union(id) => inventory[id].path.clone(),
        TypeKind::NonZero { .. }
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
