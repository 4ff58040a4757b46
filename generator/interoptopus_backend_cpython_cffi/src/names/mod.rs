//! Every identifier of the generated module: casing, keywords, what hides what, collisions.

mod collisions;
mod reserved;
pub(crate) mod scope;
pub(crate) mod spelling;

use crate::runtime::tokens;
use crate::syntax::expressions::{Expr, Mentions};
use crate::syntax::imports::Import;
use collisions::Collector;
use interoptopus::Refusals;
use interoptopus::model::{self, Checked, Item, Type};
use interoptopus::names::{Casing, Casings, ItemKind, pascal_case, shouty_case};
pub(crate) use reserved::is_imported_module;
use reserved::{IMPORTS, STAND_INS, foreign};
use spelling::{ascii, cased};
use std::collections::{BTreeSet, HashMap, HashSet};

/// The names of one module.
#[derive(Debug)]
pub(crate) struct Names {
    items: HashMap<Item, String>,
    /// The name of an item within its namespace, and that of a variant with data after its class.
    qualified: HashMap<Item, String>,
    /// The module of an item that is not the library's own.
    namespaces: HashMap<Item, String>,
    casings: Casings,
    /// The part of private names that stands for a type, such as `VEC2`.
    private: HashMap<Type, String>,
    /// The type that each item is, if it is one.
    item_types: HashMap<Item, Type>,
    /// The names of the library's items in the module, each with the path of its item.
    module: HashMap<String, String>,
    /// The names of parameters and members, which hide in functions and classes what the module imports under the same name.
    hiding: HashSet<String>,
    /// Whether a name of the module's, or one of those, is one that generated code takes from Python.
    hides_foreign: bool,
    /// Those of its types, which bodies mention.
    types: HashSet<String>,
    /// The base class of all exceptions, such as `PlotterError`.
    pub(crate) base_exception: String,
}

impl Names {
    /// All names of `inventory`; the second of two items with one name is refused.
    pub(crate) fn new(inventory: &Checked, casings: &Casings, refusals: &mut Refusals) -> Names {
        let mut all = Collector::new(casings, refusals);
        let module = all.items_of_module(inventory);
        all.members(inventory);
        let mut private = HashMap::new();
        let mut taken = HashSet::new();
        for ty in inventory.types() {
            let base = ascii(&shouty_case(&model::type_ident(inventory, ty)));
            let free =
                (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}_{n}") }).find(|name| !taken.contains(name));
            let name = free.unwrap_or(base);
            taken.insert(name.clone());
            private.insert(ty, name);
        }
        let base = pascal_case(&inventory.library);
        let base_exception = ["Error", "Exception", "BindingsError"].map(|end| format!("{base}{end}"));
        let base_exception = base_exception.into_iter().find(|name| !module.contains_key(name)).unwrap_or_default();
        let types = inventory.types().filter_map(|ty| all.names.get(&inventory.item_of(ty)?).cloned()).collect();
        let item_types = inventory.types().filter_map(|ty| Some((inventory.item_of(ty)?, inventory.definition_of(ty)))).collect();
        let Collector { names: items, qualified, namespaces, casings: _, refusals: _ } = all;
        let casings = casings.clone();
        let members = items.iter().filter(|(item, _)| item.owner().is_some()).map(|(_, name)| name.clone());
        let called = inventory.all_functions().flat_map(|(_, function)| &function.parameters);
        let called = called.chain(inventory.callbacks().iter().flat_map(|callback| &callback.parameters));
        let called = called.map(|parameter| cased(&casings, ItemKind::Parameter, Casing::Snake, &parameter.name));
        let hiding: HashSet<_> = members.chain(called).collect();
        let hides_foreign = module.keys().chain(&hiding).any(|name| foreign(name).is_some());
        Names { items, qualified, namespaces, casings, private, item_types, module, hiding, hides_foreign, types, base_exception }
    }

    /// The name of an item in the module that it is in; of a variant with data, after its class.
    pub(crate) fn qualified(&self, item: Item) -> &str {
        self.qualified.get(&item).map_or_else(|| self.of(item), String::as_str)
    }

    /// The module within the package that an item is in, if it is in a namespace.
    pub(crate) fn namespace(&self, item: Item) -> Option<&str> {
        self.namespaces.get(&item).map(String::as_str)
    }

    /// Every item that is in a namespace, with that.
    pub(crate) fn namespaced(&self) -> impl Iterator<Item = (Item, &str)> {
        self.namespaces.iter().map(|(item, namespace)| (*item, namespace.as_str()))
    }

    /// Whether `name` is that of a namespace's item in the package, which is not its users' way to it.
    pub(crate) fn is_inner(&self, name: &str) -> bool {
        self.namespaces.keys().any(|item| self.of(*item) == name)
    }

    /// The name of a parameter.
    pub(crate) fn parameter(&self, name: &str) -> String {
        cased(&self.casings, ItemKind::Parameter, Casing::Snake, name)
    }

    /// The name of an item, or of a part of one within it.
    pub(crate) fn of(&self, item: Item) -> &str {
        &self.items[&item]
    }

    /// The path of an item as users write it, such as `Error.BAD_NAME`.
    pub(crate) fn path(&self, item: Item) -> String {
        let own = self.of(item);
        match (item, item.owner()) {
            (_, None) => self.in_module(item),
            (Item::Constructor(..), Some(class)) if own == "__init__" => self.in_module(class),
            (_, Some(owner)) => format!("{}.{own}", self.path(owner)),
        }
    }

    fn in_module(&self, item: Item) -> String {
        match self.namespace(item) {
            Some(namespace) => format!("{namespace}.{}", self.qualified(item)),
            None => self.of(item).to_owned(),
        }
    }

    /// The type that `item` is.
    pub(crate) fn type_of(&self, item: Item) -> Type {
        self.item_types[&item]
    }

    /// The part of the module's private names that stands for `ty`, such as `VEC2`.
    pub(crate) fn private(&self, ty: Type) -> &str {
        &self.private[&ty]
    }

    /// Whether the library has an item of this name.
    pub(crate) fn is_taken(&self, name: &str) -> bool {
        self.module.contains_key(name)
    }

    /// Whether a body may mention something of the library's by this name.
    pub(crate) fn is_mentioned(&self, name: &str) -> bool {
        self.types.contains(name)
    }

    /// A name that is Python's, such as `len` or `Sequence`, as it is written where the library has an item of that name.
    pub(crate) fn python(&self, name: &'static str) -> Expr {
        if IMPORTS.iter().any(|(import, ..)| *import == name) {
            let is_hidden = self.is_taken(name) || self.hiding.contains(name);
            return Expr::Import { name, written: if is_hidden { format!("_{name}") } else { name.to_owned() } };
        }
        if self.is_taken(name) { self.builtin(name) } else { Expr::Builtin(name) }
    }

    /// A builtin, where its name means something else.
    pub(crate) fn builtin(&self, name: &'static str) -> Expr {
        self.python("builtins").attribute(name)
    }

    /// The imports of those names that are `used`.
    pub(crate) fn imports(&self, used: &BTreeSet<&'static str>) -> Vec<Import> {
        let is_checked = |&&(name, _, only_checked): &&(&str, &str, bool)| only_checked && used.contains(name);
        let needs_condition = IMPORTS.iter().any(|import| is_checked(&import));
        let is_needed = |name: &str| used.contains(name) || (needs_condition && name == "TYPE_CHECKING");
        let import = |&(name, module, only_checked): &(&'static str, &'static str, bool)| {
            let stand_in =
                STAND_INS.iter().find(|[stands_for, _]| *stands_for == name).map(|[_, by]| self.python(by).to_string());
            Import { name, module, written: self.python(name).to_string(), only_checked, stand_in }
        };
        IMPORTS.iter().filter(|(name, ..)| is_needed(name)).map(import).collect()
    }

    /// Text of the runtime, with each name of Python's as [`python`](Self::python) writes it.
    pub(crate) fn unhidden(&self, text: &str) -> String {
        if !self.hides_foreign {
            return text.to_owned();
        }
        tokens::renamed(text, |name| Some(self.python(foreign(name)?).to_string()).filter(|written| written != name))
    }

    /// The names that text of the runtime mentions, which are `names` in its file.
    pub(crate) fn mentions(&self, names: &HashSet<String>) -> Mentions {
        let mut mentions = Mentions::default();
        for name in names {
            match foreign(name) {
                Some(name) => self.python(name).note(&mut mentions),
                None => drop(mentions.own.insert(name.clone())),
            }
        }
        mentions
    }
}
