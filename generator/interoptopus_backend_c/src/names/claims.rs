//! Who has which name: types, functions, enumerators and macros share one scope in C, and what two would have is refused.

use super::Names;
use super::ours::{self, Needs};
use super::refusals::Refusals;
use super::words::{Taken, taken_globally};
use interoptopus::Checked;
use interoptopus::model::{TaggedId, TypeKind};
use interoptopus::names::ItemKind;

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
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
    pub(super) fn check_config(&self, refusals: &mut Refusals) {
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

    pub(super) fn claim_ours(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        let ours = "the header itself";
        self.claim(self.include_guard.clone(), ours, Kind::Macro, refusals);
        for symbol in inventory.own_symbols() {
            self.claim(symbol, ours, Kind::Function, refusals);
        }
        let Needs { status, characters, wide, takes_wide, aligned, deprecated, deprecated_types: _ } = self.needs;
        let types = [(status, ours::STATUS), (characters, ours::CHARACTER), (wide, ours::SIGNED), (wide, ours::UNSIGNED)];
        for (_, name) in types.into_iter().filter(|(is_needed, _)| *is_needed) {
            self.claim(self.ty(name), ours, Kind::Type, refusals);
        }
        let macros = [
            (true, ours::API_GUARD),
            (deprecated, ours::DEPRECATED),
            (aligned, ours::ALIGNED),
            (takes_wide, ours::TAKES_WIDE),
            (takes_wide, ours::PASSES_WIDE),
        ];
        for (_, name) in macros.into_iter().filter(|(is_needed, _)| *is_needed) {
            self.claim(self.value(name), ours, Kind::Macro, refusals);
        }
        for status in ours::STATUSES.iter().filter(|_| status) {
            self.claim(self.value(status.name), ours, Kind::Enumerator, refusals);
        }
    }

    pub(super) fn claim_types(&mut self, inventory: &Checked, refusals: &mut Refusals) {
        for ty in inventory.definition_order() {
            let name = self.ty(&inventory.type_ident(ty));
            let owner = inventory.type_path(ty);
            self.claim(name.clone(), &owner, Kind::Type, refusals);
            self.types.insert(ty, name);
        }
    }

    pub(super) fn claim_values(&mut self, inventory: &Checked, refusals: &mut Refusals) {
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

    pub(super) fn claim_functions(&mut self, inventory: &Checked, refusals: &mut Refusals) {
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
    pub(super) fn hides_badly(self) -> bool {
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
