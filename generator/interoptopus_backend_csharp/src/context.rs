//! What everything that lowers an inventory needs: the inventory, the dialect, and the C# name of each type.

use crate::marshal::Stored;
use crate::names::{self, Naming, Scope};
use crate::refusals::Refusals;
use crate::syntax::{Dialect, is_identifier, upper_camel, word};
use crate::{CSharp, Visibility, own_members, twins};
use interoptopus::model::{Checked, Field, Item, Service, Type, TypeKind};
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// What is known before anything is lowered.
pub(crate) struct Context<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) dialect: Dialect,
    pub(crate) naming: &'a Naming,
    /// The namespace of everything that Rust puts into none, and of the namespaces that it does.
    pub(crate) namespace: String,
    /// The namespaces that the inventory names, as Rust and as C# calls them.
    pub(crate) spaces: BTreeMap<String, String>,
    /// The class of the functions and constants of each namespace.
    pub(crate) class: String,
    /// What `DllImport` calls the library.
    pub(crate) library: String,
    pub(crate) visibility: Visibility,
    /// Each type that has a definition of its own name in C#, as all files call it.
    named: HashMap<Type, String>,
    /// Array types, by name; those whose elements are the same to C#, such as addresses of different things, are one.
    pub(crate) arrays: BTreeMap<String, Vec<Type>>,
    /// How each type is stored, once that is decided.
    stored: Vec<OnceCell<Result<Stored, String>>>,
    /// What methods, constants and parameters are called, and so would be found in their classes where a type of that name is meant.
    members: HashSet<String>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(config: &'a CSharp, inventory: &'a Checked, dialect: Dialect, refusals: &mut Refusals) -> Self {
        let mut context = Context {
            inventory,
            dialect,
            naming: &config.naming,
            namespace: config.namespace.clone().unwrap_or_else(|| upper_camel(&inventory.library)),
            spaces: BTreeMap::new(),
            class: config.class.clone().unwrap_or_else(|| "Interop".to_owned()),
            library: config.library_name.clone().unwrap_or_else(|| inventory.library.clone()),
            visibility: config.visibility,
            named: HashMap::new(),
            arrays: BTreeMap::new(),
            stored: Vec::new(),
            members: HashSet::new(),
        };
        context.check_names(refusals);
        context.name_spaces();
        context.name_types(refusals);
        context.name_arrays(refusals);
        context.name_members();
        // Not before: it depends on the names.
        context.stored = inventory.types().map(|_| OnceCell::new()).collect();
        context
    }

    /// How `ty` is stored.
    pub(crate) fn stored(&self, ty: Type) -> Result<Stored, String> {
        match self.stored.get(ty.index()) {
            Some(decided) => decided.get_or_init(|| self.decide_stored(ty)).clone(),
            None => self.decide_stored(ty),
        }
    }

    /// The C# name of a type that has a definition: a struct, enum, opaque type, callback, service or array.
    pub(crate) fn name_of(&self, ty: Type) -> &str {
        self.named.get(&self.inventory.definition_of(ty)).map_or("object", String::as_str)
    }

    /// The same where it is defined.
    pub(crate) fn declared(&self, ty: Type) -> &str {
        let name = self.name_of(ty);
        name.rsplit('.').next().unwrap_or(name)
    }

    /// The same in an expression of a class, where a method of that name would be found instead.
    pub(crate) fn qualified(&self, name: &str) -> String {
        let first = name.split('.').next().unwrap_or(name);
        if self.members.contains(first) { self.absolute(name) } else { name.to_owned() }
    }

    /// The same in a value by default, where a field of that name would be found instead, unless it is of that type.
    pub(crate) fn qualified_value(&self, name: &str) -> String {
        let first = name.split('.').next().unwrap_or(name);
        let shadows = |f: &Field| self.naming.field(&f.name) == first && self.stored(f.ty).is_ok_and(|s| s.public != name);
        let mut fields = self.inventory.structs().iter().filter(|s| s.default.is_some()).flat_map(|s| &s.fields);
        if fields.any(shadows) { self.absolute(name) } else { self.qualified(name) }
    }

    /// The same wherever it stands.
    pub(crate) fn absolute(&self, name: &str) -> String {
        if name.starts_with(GLOBAL) { name.to_owned() } else { format!("{GLOBAL}{}.{name}", self.namespace) }
    }

    /// The same in the documentation of `of`, where a member of that name would be found instead.
    pub(crate) fn cref(&self, name: &str, of: Item) -> String {
        let first = name.split('.').next().unwrap_or(name);
        let is_relative = !name.starts_with(GLOBAL);
        if is_relative && self.has_member(of, first) { format!("{}.{name}", self.namespace) } else { name.to_owned() }
    }

    /// The class of the functions and constants of the namespace that Rust calls `space`, as all files call it.
    pub(crate) fn class_of(&self, space: &str) -> String {
        match self.spaces.get(space) {
            Some(space) => format!("{space}.{}", self.class),
            None if self.spaces.is_empty() => self.class.clone(),
            None => self.absolute(&self.class),
        }
    }

    /// Whether what `of` is, or belongs to, has a member that is called so.
    fn has_member(&self, of: Item, name: &str) -> bool {
        let (inventory, naming) = (self.inventory, self.naming);
        match of {
            Item::Struct(id) | Item::Field(id, _) => inventory[id].fields.iter().any(|f| naming.field(&f.name) == name),
            Item::Union(id) | Item::UnionField(id, _) => inventory[id].fields.iter().any(|f| naming.field(&f.name) == name),
            Item::Enum(id) | Item::Variant(id, _) => inventory[id].variants.iter().any(|v| naming.variant(&v.name) == name),
            Item::Tagged(id) | Item::Case(id, _) | Item::CaseField(id, _, _) => {
                let cases = &inventory[id].cases;
                cases.iter().any(|c| naming.ty(&c.name) == name || c.fields.iter().any(|f| naming.field(&f.name) == name))
            }
            Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => {
                let Service { constructors, methods, .. } = &inventory[id];
                let functions = constructors.iter().chain(methods.iter().map(|m| &m.function));
                functions.map(|f| naming.method(&f.name)).any(|member| member == name)
            }
            Item::Function(_) | Item::Constant(_) => {
                inventory.functions().iter().any(|f| naming.function(&f.name) == name)
                    || inventory.constants().iter().any(|c| naming.constant(&c.name) == name)
            }
            Item::Opaque(_) | Item::Callback(_) => false,
        }
    }

    /// The fields of all that has some.
    pub(crate) fn all_fields(&self) -> impl Iterator<Item = &'a Field> {
        let inventory = self.inventory;
        let structs = inventory.structs().iter().flat_map(|s| &s.fields);
        let unions = inventory.unions().iter().flat_map(|u| &u.fields);
        structs.chain(unions).chain(inventory.tagged().iter().flat_map(|t| &t.cases).flat_map(|c| &c.fields))
    }

    /// Whether `name` is a class or delegate of C#, which may be null by itself.
    pub(crate) fn is_class(&self, name: &str) -> bool {
        let is_reference = |ty: Type| matches!(self.inventory.kind(ty), TypeKind::Service(_) | TypeKind::Callback { .. });
        let is_one = |ty: &Type| is_reference(*ty) || twins::has_twin(self, *ty);
        self.named.iter().any(|(ty, its)| its == name && is_one(ty))
    }

    /// Whether `ty` is an enum that is the error of results.
    pub(crate) fn is_error(&self, ty: Type) -> bool {
        matches!(*self.inventory.kind(ty), TypeKind::Enum(id) if self.inventory[id].error)
    }

    /// What the configuration calls things.
    fn check_names(&self, refusals: &mut Refusals) {
        if !self.namespace.split('.').all(is_identifier) {
            refusals.add(
                &format!("the namespace `{}`", self.namespace),
                "it is no name of C#: give it identifiers with dots between",
            );
        }
        if !is_identifier(&self.class) {
            refusals.add(&format!("the class `{}`", self.class), "it is no name of C#: give it an identifier");
        }
    }

    fn name_spaces(&mut self) {
        let inventory = self.inventory;
        let types = inventory.types().filter_map(|ty| self.identity(ty)).map(|i| i.marks.namespace.clone());
        let functions = inventory.functions().iter().map(|f| f.marks.namespace.clone());
        let constants = inventory.constants().iter().map(|c| c.marks.namespace.clone());
        let all: BTreeSet<_> = types.chain(functions).chain(constants).filter(|space| !space.is_empty()).collect();
        self.spaces = all.into_iter().map(|rust| (self.naming.namespace(&rust), rust)).map(|(name, rust)| (rust, name)).collect();
    }

    fn name_types(&mut self, refusals: &mut Refusals) {
        let order = self.inventory.definition_order();
        let in_spaces: HashSet<String> = order
            .iter()
            .filter_map(|&ty| self.identity(ty))
            .filter(|i| !i.marks.namespace.is_empty())
            .map(|i| self.naming.ty(i.name))
            .collect();
        let mut scopes: BTreeMap<&str, Scope> = BTreeMap::new();
        let own = String::new();
        for (rust, name) in [(&own, &self.namespace)].into_iter().chain(&self.spaces) {
            let last = name.rsplit('.').next().unwrap_or_default();
            let name = if rust.is_empty() { name.clone() } else { format!("{}.{name}", self.namespace) };
            let mut scope =
                Scope::new(format!("the namespace `{name}`"), names::USED_TYPES, "a name that the generated code needs");
            scope.reserve(&self.class, "the class of the functions (the configuration can call it otherwise)");
            names::INHERITED.iter().for_each(|member| scope.reserve(*member, "what every type inherits"));
            scope.reserve(last, "that namespace (the configuration can call it otherwise)");
            for (rust, space) in &self.spaces {
                if space == last {
                    continue;
                }
                scope.claim(space, &format!("the namespace `{rust}`"), refusals);
            }
            scopes.insert(rust, scope);
        }
        let mut named = HashMap::new();
        for ty in order {
            let Some(identity) = self.identity(ty) else { continue };
            let (name, path, space) = (self.naming.ty(identity.name), identity.path, identity.marks.namespace.as_str());
            let Some(scope) = scopes.get_mut(space) else { continue };
            scope.claim(&name, path, refusals);
            if own_members::of(self.inventory.kind(ty)).contains(&name.as_str()) {
                refusals.add(path, format!("C# would call it `{name}`, as one of its own members: rename it"));
            }
            if self.is_error(ty) {
                scope.claim(&format!("{name}Exception"), path, refusals);
            }
            if matches!(self.inventory.kind(ty), TypeKind::Callback { .. }) {
                scope.claim(&format!("{name}Callback"), path, refusals);
            }
            if twins::has_twin(self, ty) {
                scope.claim(&twins::raw_of(&name), path, refusals);
            }
            if matches!(self.inventory.kind(ty), TypeKind::Tagged(_)) {
                scope.claim(&format!("{name}Tag"), path, refusals);
            }
            let name = match self.spaces.get(space) {
                Some(space) => format!("{space}.{name}"),
                // In that namespace the plain name is another type.
                None if in_spaces.contains(&name) => self.absolute(&name),
                None => name,
            };
            named.insert(ty, name);
        }
        self.named = named;
    }

    /// An array is named by its element, and that may be an array.
    fn name_arrays(&mut self, refusals: &mut Refusals) {
        for ty in self.inventory.types() {
            if let Some(name) = self.array_name(ty) {
                self.named.insert(ty, name.clone());
                let first = self.arrays.get(&name).and_then(|same| same.first().copied());
                if let Some(other) = first.filter(|&other| self.element(other) != self.element(ty)) {
                    let reason = format!("it would be `{name}` in C#, as is `{}`", self.inventory.type_name(other));
                    refusals.add(&self.inventory.type_name(ty), reason);
                }
                self.arrays.entry(name).or_default().push(ty);
            }
        }
    }

    /// What C# makes of the elements of an array.
    fn element(&self, array: Type) -> Option<(String, String)> {
        let TypeKind::Array { element, len: _ } = *self.inventory.kind(array) else { return None };
        let is_copied = twins::borrows(self, element);
        self.stored(element).ok().map(|s| if is_copied { (s.raw.clone(), s.raw) } else { (s.public, s.raw) })
    }

    fn array_name(&self, ty: Type) -> Option<String> {
        let TypeKind::Array { element, len } = *self.inventory.kind(ty) else { return None };
        let is_copied = twins::borrows(self, element);
        // Otherwise an array of options would be called as an option of an array.
        let word_of = |s: Stored| if is_copied { format!("Raw{}", word(&s.element)) } else { word(&s.public) };
        let element = self.array_name(element).or_else(|| self.stored(element).ok().map(word_of))?;
        Some(format!("{element}Array{len}"))
    }

    fn name_members(&mut self) {
        let (inventory, naming) = (self.inventory, self.naming);
        let functions = inventory.functions().iter().map(|f| naming.function(&f.name));
        let methods = inventory.all_functions().map(|(_, f)| naming.method(&f.name));
        let constants = inventory.constants().iter().map(|c| naming.constant(&c.name));
        let all =
            inventory.all_functions().map(|(_, f)| &f.parameters).chain(inventory.callbacks().iter().map(|c| &c.parameters));
        let parameters = all.flat_map(|all| all.iter().enumerate().map(|(at, p)| naming.parameter(&p.name, at)));
        self.members = functions.chain(methods).chain(constants).chain(parameters).collect();
    }
}

/// What a name begins with that means the same everywhere.
const GLOBAL: &str = "global::";
