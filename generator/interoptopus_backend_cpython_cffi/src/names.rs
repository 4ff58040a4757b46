//! Every identifier of the generated module: casing, keywords, what hides what, collisions.

use crate::reserved::{C_WORDS, IMPORTS, KEYWORDS, is_foreign};
use crate::{runtime, tokens};
use interoptopus::Refusal;
use interoptopus::model::{Checked, Field, Inventory, Item, Type, TypeKind, Visibility};
use interoptopus::names::{Casing, Casings, ItemKind, pascal_case, shouty_case};
use std::collections::{HashMap, HashSet};

/// The names of one module.
#[derive(Debug)]
pub(crate) struct Names {
    items: HashMap<Item, String>,
    /// What users call an item within its namespace, and what a variant with data is called with its class.
    qualified: HashMap<Item, String>,
    /// The module of an item that is not the library's own.
    namespaces: HashMap<Item, String>,
    casings: Casings,
    /// What stands for a type in private names, such as `VEC2`.
    private: HashMap<Type, String>,
    /// The names of the library's items in the module, each with the path of its item.
    module: HashMap<String, String>,
    /// Those of its types, which bodies mention.
    types: HashSet<String>,
    /// What all exceptions derive from, such as `PlotterError`.
    pub(crate) base_exception: String,
}

impl Names {
    /// All names of `inventory`, and two items for one name, which are refused.
    pub(crate) fn new(inventory: &Checked, casings: &Casings) -> (Names, Vec<Refusal>) {
        let mut all = Collector {
            names: HashMap::new(),
            qualified: HashMap::new(),
            namespaces: HashMap::new(),
            casings,
            refused: Vec::new(),
        };
        let module = all.items_of_module(inventory);
        all.members(inventory);
        let mut private = HashMap::new();
        let mut taken = HashSet::new();
        for ty in inventory.types() {
            let base = ascii(&shouty_case(&inventory.type_ident(ty)));
            let free =
                (1..).map(|n| if n == 1 { base.clone() } else { format!("{base}_{n}") }).find(|name| !taken.contains(name));
            let name = free.unwrap_or(base);
            taken.insert(name.clone());
            private.insert(ty, name);
        }
        let base = pascal_case(&inventory.library);
        let base_exception = ["Error", "Exception", "BindingsError"].map(|end| format!("{base}{end}"));
        let base_exception = base_exception.into_iter().find(|name| !module.contains_key(name)).unwrap_or_default();
        let types = inventory.types().filter_map(|ty| all.names.get(&type_item(*inventory.kind(ty))?).cloned()).collect();
        let Collector { names: items, qualified, namespaces, casings, refused } = all;
        let casings = casings.clone();
        (Names { items, qualified, namespaces, casings, private, module, types, base_exception }, refused)
    }

    /// What users call an item in the module that it is in; of a variant with data, after its class.
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
        self.items.get(&item).map_or("", String::as_str)
    }

    /// How users write an item, such as `Error.BAD_NAME`.
    pub(crate) fn path(&self, item: Item) -> String {
        let (owner, own) = match item {
            Item::Field(id, _) => (Item::Struct(id), self.of(item)),
            Item::Variant(id, _) => (Item::Enum(id), self.of(item)),
            Item::UnionField(id, _) => (Item::Union(id), self.of(item)),
            Item::Case(id, _) => (Item::Tagged(id), self.of(item)),
            Item::CaseField(id, case, _) => (Item::Case(id, case), self.of(item)),
            Item::Method(id, _) => (Item::Service(id), self.of(item)),
            Item::Constructor(id, _) if self.of(item) == "__init__" => return self.in_module(Item::Service(id)),
            Item::Constructor(id, _) => (Item::Service(id), self.of(item)),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => return self.in_module(item),
        };
        format!("{}.{own}", self.path(owner))
    }

    fn in_module(&self, item: Item) -> String {
        match self.namespace(item) {
            Some(namespace) => format!("{namespace}.{}", self.qualified(item)),
            None => self.of(item).to_owned(),
        }
    }

    /// What stands for `ty` in the module's private names, such as `VEC2`.
    pub(crate) fn private(&self, ty: Type) -> &str {
        self.private.get(&ty).map_or("", String::as_str)
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
    pub(crate) fn python(&self, name: &str) -> String {
        let is_imported = IMPORTS.iter().any(|(import, ..)| *import == name);
        match self.is_taken(name) {
            false => name.to_owned(),
            true if is_imported => format!("_{name}"),
            true => format!("{}.{name}", self.python("builtins")),
        }
    }

    /// Text that mentions no item of the library, with each name of Python's as [`python`](Self::python) writes it.
    pub(crate) fn unhidden(&self, text: &str) -> String {
        if !self.module.keys().any(|name| is_foreign(name)) {
            return text.to_owned();
        }
        tokens::renamed(text, |name| (is_foreign(name) && self.is_taken(name)).then(|| self.python(name)))
    }
}

struct Collector<'a> {
    names: HashMap<Item, String>,
    qualified: HashMap<Item, String>,
    namespaces: HashMap<Item, String>,
    casings: &'a Casings,
    refused: Vec<Refusal>,
}

impl Collector<'_> {
    /// Names what stands in the module itself. What is in a namespace has that before it there.
    fn items_of_module(&mut self, inventory: &Inventory) -> HashMap<String, String> {
        let mut own: HashSet<String> = runtime::names().collect();
        own.extend(
            ["ffi", "API_GUARD", "__all__", "__doc__", "__file__", "__name__", "annotations", "CallError"].map(str::to_owned),
        );
        own.extend(inventory.enums().iter().filter(|e| e.error).map(|e| exception(&e.name)));
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
                    let namespace = escaped(cased(self.casings, ItemKind::Namespace, Casing::Snake, namespace), &HashSet::new());
                    let short = escaped(short, &HashSet::new());
                    let name = format!("{namespace}_{short}");
                    self.namespaces.insert(item, namespace);
                    self.qualified.insert(item, short);
                    escaped(name, &own)
                }
            };
            named.push((item, name, reference.path()));
        }
        self.distinct_items(named)
    }

    /// Names what stands in each class.
    fn members(&mut self, inventory: &Inventory) {
        let none = HashSet::new();
        let casings = self.casings;
        let field = |f: &Field| {
            let name = escaped(cased(casings, ItemKind::Field, Casing::Snake, &f.name), &none);
            if f.visibility == Visibility::Internal { format!("_{name}") } else { name }
        };
        for item in items(inventory) {
            let path = inventory.item(item).path();
            match item {
                Item::Struct(id) => {
                    let fields = inventory[id].fields.iter().enumerate();
                    self.distinct_members(path, fields.map(|(i, f)| (Item::Field(id, i), field(f))).collect());
                }
                Item::Union(id) => {
                    let fields = inventory[id].fields.iter().enumerate();
                    self.distinct_members(path, fields.map(|(i, f)| (Item::UnionField(id, i), field(f))).collect());
                }
                Item::Tagged(id) => {
                    let class = self.qualified.get(&item).or(self.names.get(&item)).cloned().unwrap_or_default();
                    let cases = inventory[id].cases.iter().enumerate();
                    let named: Vec<(Item, String)> = cases
                        .map(|(i, case)| {
                            (Item::Case(id, i), escaped(cased(casings, ItemKind::Variant, Casing::Keep, &case.name), &none))
                        })
                        .collect();
                    for (case, name) in &named {
                        self.qualified.insert(*case, format!("{class}.{name}"));
                    }
                    self.distinct_members(path, named);
                    for (case, of) in inventory[id].cases.iter().enumerate() {
                        // What a variant has is always shown.
                        let shown = |f: &Field| escaped(cased(casings, ItemKind::Field, Casing::Snake, &f.name), &none);
                        let fields = of.fields.iter().enumerate();
                        self.distinct_members(path, fields.map(|(i, f)| (Item::CaseField(id, case, i), shown(f))).collect());
                    }
                }
                Item::Enum(id) => {
                    let variants = inventory[id].variants.iter().enumerate();
                    let name = |name: &str| escaped(cased(casings, ItemKind::Variant, Casing::Shouty, name), &none);
                    self.distinct_members(path, variants.map(|(i, v)| (Item::Variant(id, i), name(&v.name))).collect());
                }
                Item::Service(id) => {
                    let own = HashSet::from(["close".to_owned()]);
                    let method = |name: &str| escaped(cased(casings, ItemKind::Method, Casing::Snake, name), &own);
                    let constructor = |name: &str| if name == "new" { "__init__".to_owned() } else { method(name) };
                    let constructors = inventory[id].constructors.iter().enumerate();
                    let constructors = constructors.map(|(i, f)| (Item::Constructor(id, i), constructor(&f.name)));
                    let methods = inventory[id].methods.iter().enumerate();
                    let methods = methods.map(|(i, m)| (Item::Method(id, i), method(&m.function.name)));
                    self.distinct_members(path, constructors.chain(methods).collect());
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
    fn distinct_items(&mut self, named: Vec<(Item, String, &str)>) -> HashMap<String, String> {
        let mut taken: HashMap<String, String> = HashMap::new();
        for (item, name, path) in named {
            match taken.get(&name) {
                Some(first) => {
                    let reason = format!("`{name}` is its name in Python, and already that of {first}: rename one of them");
                    self.refused.push(Refusal { item: path.to_owned(), reason });
                }
                None => drop(taken.insert(name.clone(), path.to_owned())),
            }
            self.names.insert(item, name);
        }
        taken
    }

    /// Notes the names of the parts of the item at `path`, and refuses it if two have the same.
    fn distinct_members(&mut self, path: &str, named: Vec<(Item, String)>) {
        let mut taken = HashSet::new();
        for (item, name) in named {
            if !taken.insert(name.clone()) {
                let reason = format!("`{name}` is the name of two parts of it in Python: rename one of them");
                self.refused.push(Refusal { item: path.to_owned(), reason });
            }
            self.names.insert(item, name);
        }
    }
}

/// The item that a named type is.
pub(crate) fn type_item(kind: TypeKind) -> Option<Item> {
    match kind {
        TypeKind::Struct(id) => Some(Item::Struct(id)),
        TypeKind::Enum(id) => Some(Item::Enum(id)),
        TypeKind::Opaque(id) => Some(Item::Opaque(id)),
        TypeKind::Callback { id, nullable: _ } => Some(Item::Callback(id)),
        TypeKind::Service(id) => Some(Item::Service(id)),
        TypeKind::Tagged(id) => Some(Item::Tagged(id)),
        TypeKind::Union(id) => Some(Item::Union(id)),
        TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => None,
    }
}

/// All items: types as they are met, then functions and constants.
fn items(inventory: &Inventory) -> Vec<Item> {
    let types = inventory.types().filter(|&ty| inventory.kind(ty).without_null().is_none());
    let types = types.filter_map(|ty| type_item(*inventory.kind(ty)));
    let functions = (0..inventory.functions().len()).map(Item::Function);
    types.chain(functions).chain((0..inventory.constants().len()).map(Item::Constant)).collect()
}

/// The exception that carries a value of the enum, where there is more than one such enum.
pub(crate) fn exception(error: &str) -> String {
    format!("{error}Exception")
}

/// `name` as was chosen for its kind, or else as Python writes it.
fn cased(casings: &Casings, kind: ItemKind, own: Casing, name: &str) -> String {
    identifier(casings.apply(kind, own, name), name)
}

/// `cased`, unless that is no identifier any more, such as `2d` of `_2d`.
fn identifier(cased: String, original: &str) -> String {
    match cased.chars().next() {
        Some(first) if !first.is_numeric() => cased,
        Some(_) => format!("_{cased}"),
        None => original.to_owned(),
    }
}

pub(crate) fn escaped(name: String, own: &HashSet<String>) -> String {
    if KEYWORDS.contains(&name.as_str()) || own.contains(&name) { format!("{name}_") } else { name }
}

/// The name of a field or parameter in C: an attribute of Python's as well, so a keyword of neither.
pub(crate) fn c_name(name: &str) -> String {
    let name = ascii(name);
    if C_WORDS.contains(&name.as_str()) || KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// cffi's parser knows no other letters.
fn ascii(name: &str) -> String {
    name.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("u{:04X}", u32::from(c)) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn function(name: &str) -> String {
        cased(&Casings::new(), ItemKind::Function, Casing::Snake, name)
    }

    fn variant(name: &str) -> String {
        cased(&Casings::new(), ItemKind::Variant, Casing::Shouty, name)
    }

    #[test]
    fn keywords_get_an_underscore_and_casing_leaves_identifiers() {
        assert_eq!(escaped(function("lambda"), &HashSet::new()), "lambda_");
        assert_eq!([function("fooBar"), function("_2d"), function("_")], ["foo_bar", "_2d", "_"]);
        assert_eq!([variant("BadName"), variant("_3D"), variant("None")], ["BAD_NAME", "_3_D", "NONE"]);
    }

    #[test]
    fn names_of_c_are_attributes_in_python_and_ascii() {
        assert_eq!(
            [c_name("class"), c_name("double"), c_name("größe"), c_name("x")],
            ["class_", "double_", "gru00F6u00DFe", "x"]
        );
    }
}
