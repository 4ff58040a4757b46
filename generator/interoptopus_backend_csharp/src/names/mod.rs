//! Every name of C#: namespaces, types, arrays, members, parameters; collisions are refused by name.

mod arrays;
pub(crate) mod members;
pub(crate) mod naming;
pub(crate) mod natives;
pub(crate) mod reserved;
mod scope;
pub(crate) mod twins;

use crate::config::Config;
use crate::syntax::{Dialect, Identifier, Path};
use arrays::Elements;
use interoptopus::Refusals;
use interoptopus::model::{self, Checked, EnumId, Item, Subject, Type, TypeKind};
use naming::Naming;
pub(crate) use scope::Scope;
use std::collections::{BTreeMap, HashMap, HashSet};

/// The names of an inventory in a dialect.
pub(crate) struct Names<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) dialect: Dialect,
    pub(crate) naming: Naming,
    /// The namespace of everything that Rust puts into none, and of the namespaces that it does.
    pub(crate) namespace: String,
    /// The namespaces that the inventory names, as Rust and as C# calls them.
    pub(crate) spaces: BTreeMap<String, Identifier>,
    /// The class of the functions and constants of each namespace.
    pub(crate) class: String,
    /// Each type that has a definition of its own name in C#, as all files call it.
    named: HashMap<Type, Path>,
    /// Each item that is a type, likewise.
    items: HashMap<Item, Path>,
    /// Array types, by name; those whose elements are the same to C#, such as addresses of different things, are one.
    pub(crate) arrays: BTreeMap<String, Vec<Type>>,
    /// The names of methods, constants and parameters, which would be found in their classes where a type of that name is meant.
    members: HashSet<Identifier>,
    /// The names of the functions and constants themselves.
    pub(crate) functions_and_constants: HashSet<Identifier>,
}

impl<'a> Names<'a> {
    /// Names everything that `inventory` has, and refuses what cannot be told apart.
    pub(crate) fn new(config: &Config, inventory: &'a Checked, dialect: Dialect, refusals: &mut Refusals) -> Self {
        let naming = Naming(config.casings.clone());
        let spaces = inventory.namespaces().into_iter().filter(|space| !space.is_empty());
        let mut names = Names {
            inventory,
            dialect,
            namespace: config.namespace_for(inventory),
            spaces: spaces.map(|rust| (rust.to_owned(), naming.namespace(rust))).collect(),
            class: config.class.clone(),
            named: HashMap::new(),
            items: HashMap::new(),
            arrays: BTreeMap::new(),
            members: members(inventory, &naming),
            functions_and_constants: functions_and_constants(inventory, &naming),
            naming,
        };
        names.claim_types(refusals);
        for ty in inventory.types() {
            if let TypeKind::Array { element, len } = *inventory.kind(ty) {
                let item = |ty| names.name_of(ty);
                let name = Elements { inventory, dialect, item: &item }.array(element, len);
                names.arrays.entry(name.clone()).or_default().push(ty);
                names.refuse_named(&name, "an array type of the generated code", refusals);
                names.named.insert(ty, Path::new(name));
            }
        }
        names
    }

    /// Refuses the item of the library that has the `name` of a type which generated code makes for itself.
    pub(crate) fn refuse_named(&self, name: &str, is: &str, refusals: &mut Refusals) {
        let has_it = |path: &Path| path.name().word() == name && path.space().is_none();
        if let Some((item, _)) = self.items.iter().find(|(_, path)| has_it(path)) {
            let subject = Subject::item(self.inventory, *item);
            refusals.add(&subject, format!("C# would call it `{name}`, which is {is}: rename it"));
        }
    }

    fn claim_types(&mut self, refusals: &mut Refusals) {
        let inventory = self.inventory;
        let items =
            model::definition_order(inventory).into_iter().filter_map(|ty| Some((ty, inventory.item(inventory.item_of(ty)?))));
        let items: Vec<_> = items.collect();
        let in_spaces: HashSet<Identifier> =
            items.iter().filter(|(_, item)| !item.namespace().is_empty()).map(|(_, item)| self.naming.ty(item.name())).collect();
        let mut scopes = self.scopes(refusals);
        for (ty, item) in items {
            let (name, subject, space) = (self.naming.ty(item.name()), Subject::ty(inventory, ty), item.namespace());
            let Some(scope) = scopes.get_mut(space) else { continue };
            scope.claim(&name, &subject, refusals);
            if reserved::own_members(inventory.kind(ty)).contains(&name.word()) {
                refusals.add(&subject, format!("C# would call it `{name}`, as one of its own members: rename it"));
            }
            if self.is_error(ty) {
                scope.claim(&format!("{name}Exception"), &subject, refusals);
            }
            if matches!(inventory.kind(ty), TypeKind::Callback { .. }) {
                scope.claim(&members::class_name(name.word()), &subject, refusals);
            }
            if twins::has_twin(inventory, ty) {
                scope.claim(&twins::raw_name(name.word()), &subject, refusals);
            }
            if matches!(inventory.kind(ty), TypeKind::Tagged(_)) {
                scope.claim(&format!("{name}Tag"), &subject, refusals);
            }
            let path = match self.spaces.get(space) {
                Some(space) => Path::new(name).within(space),
                // In that namespace the plain name is another type.
                None if in_spaces.contains(&name) => self.absolute(Path::new(name)),
                None => Path::new(name),
            };
            self.items.extend(inventory.item_of(ty).map(|item| (item, path.clone())));
            self.named.insert(ty, path);
        }
    }

    /// The scope of each namespace, by what Rust calls it.
    fn scopes(&self, refusals: &mut Refusals) -> BTreeMap<String, Scope> {
        let last = self.namespace.rsplit('.').next().unwrap_or_default();
        let own = (String::new(), Identifier::from(last));
        let mut scopes = BTreeMap::new();
        for (rust, last) in [(&own.0, &own.1)].into_iter().chain(&self.spaces) {
            let name = if rust.is_empty() { self.namespace.clone() } else { format!("{}.{last}", self.namespace) };
            let place = format!("the namespace `{name}`");
            let mut scope = Scope::new(place, reserved::USED_TYPES, "a name that the generated code needs");
            scope.reserve(&self.class, "the class of the functions (the configuration can call it otherwise)");
            reserved::INHERITED.iter().for_each(|member| scope.reserve(*member, "what every type inherits"));
            scope.reserve(last.to_string(), "that namespace (the configuration can call it otherwise)");
            for (rust, space) in self.spaces.iter().filter(|(_, space)| *space != last) {
                scope.claim(space, &Subject::configuration(format!("the namespace `{rust}`")), refusals);
            }
            scopes.insert(rust.clone(), scope);
        }
        scopes
    }

    /// The C# name of a type that has a definition: a struct, enum, opaque type, callback, service or array.
    pub(crate) fn name_of(&self, ty: Type) -> &Path {
        &self.named[&self.inventory.definition_of(ty)]
    }

    /// The C# name of `ty` where it is defined.
    pub(crate) fn declared(&self, ty: Type) -> &Identifier {
        self.name_of(ty).name()
    }

    /// The type at `path` in an expression of a class, where a method of that name would be found instead.
    pub(crate) fn qualified(&self, path: Path) -> Path {
        if path.first().is_some_and(|first| self.members.contains(first)) { self.absolute(path) } else { path }
    }

    /// The type at `path`, by a path that means the same everywhere.
    pub(crate) fn absolute(&self, path: Path) -> Path {
        path.from(&self.namespace)
    }

    /// The type at `path` in the documentation of a type that may have a member of that name.
    pub(crate) fn cref(&self, path: &Path, has_member: impl Fn(&Identifier) -> bool) -> String {
        if path.first().is_some_and(has_member) { format!("{}.{path}", self.namespace) } else { path.to_string() }
    }

    /// The class of the functions and constants of the namespace that Rust calls `space`, as all files call it.
    pub(crate) fn class_of(&self, space: &str) -> Path {
        let class = Path::new(self.class.as_str());
        match self.spaces.get(space) {
            Some(space) => class.within(space),
            None if self.spaces.is_empty() => class,
            None => self.absolute(class),
        }
    }

    /// The C# name of an item that is a type.
    pub(crate) fn of_item(&self, item: Item) -> &Path {
        &self.items[&item]
    }

    /// The exception of an error enum.
    pub(crate) fn exception(&self, error: EnumId) -> Path {
        self.of_item(Item::Enum(error)).with_suffix("Exception")
    }

    /// Whether `ty` is an enum that is the error of results.
    pub(crate) fn is_error(&self, ty: Type) -> bool {
        matches!(*self.inventory.kind(ty), TypeKind::Enum(id) if self.inventory[id].error)
    }
}

fn functions_and_constants(inventory: &Checked, naming: &Naming) -> HashSet<Identifier> {
    let functions = inventory.functions().iter().map(|f| naming.function(&f.head.name));
    functions.chain(inventory.constants().iter().map(|c| naming.constant(&c.head.name))).collect()
}

fn members(inventory: &Checked, naming: &Naming) -> HashSet<Identifier> {
    let methods = inventory.all_functions().map(|(_, f)| naming.method(&f.head.name));
    let of_functions = inventory.all_functions().map(|(_, f)| &f.parameters);
    let all = of_functions.chain(inventory.callbacks().iter().map(|c| &c.parameters));
    let parameters = all.flat_map(|all| all.iter().enumerate().map(|(at, p)| naming.parameter(&p.name, at)));
    functions_and_constants(inventory, naming).into_iter().chain(methods).chain(parameters).collect()
}
