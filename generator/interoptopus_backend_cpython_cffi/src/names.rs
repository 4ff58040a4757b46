//! Every identifier of the generated module: casing, keywords, what hides what, collisions.

use crate::reserved::{C_WORDS, IMPORTS, KEYWORDS, is_foreign};
use crate::{runtime, tokens};
use interoptopus::Refusal;
use interoptopus::model::{Checked, Inventory, Item, Type, TypeKind};
use interoptopus::names::{pascal_case, shouty_case, snake_case};
use std::collections::{HashMap, HashSet};

/// The names of one module.
#[derive(Debug)]
pub(crate) struct Names {
    items: HashMap<Item, String>,
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
    pub(crate) fn new(inventory: &Checked) -> (Names, Vec<Refusal>) {
        let mut all = Collector { names: HashMap::new(), refused: Vec::new() };
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
        (Names { items: all.names, private, module, types, base_exception }, all.refused)
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
            Item::Constructor(id, _) if self.of(item) == "__init__" => return self.of(Item::Service(id)).to_owned(),
            Item::Constructor(id, _) => (Item::Service(id), self.of(item)),
            Item::Struct(_)
            | Item::Enum(_)
            | Item::Union(_)
            | Item::Tagged(_)
            | Item::Opaque(_)
            | Item::Callback(_)
            | Item::Service(_)
            | Item::Function(_)
            | Item::Constant(_) => return self.of(item).to_owned(),
        };
        format!("{}.{own}", self.of(owner))
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

struct Collector {
    names: HashMap<Item, String>,
    refused: Vec<Refusal>,
}

impl Collector {
    /// Names what stands in the module itself.
    fn items_of_module(&mut self, inventory: &Inventory) -> HashMap<String, String> {
        let mut own: HashSet<String> = runtime::names().collect();
        own.extend(
            ["ffi", "API_GUARD", "__all__", "__doc__", "__file__", "__name__", "annotations", "CallError"].map(str::to_owned),
        );
        own.extend(inventory.enums().iter().filter(|e| e.error).map(|e| exception(&e.name)));
        let mut items: Vec<(Item, String, &str)> = inventory
            .types()
            .filter(|&ty| inventory.kind(ty).without_null().is_none())
            .filter_map(|ty| {
                let item = type_item(*inventory.kind(ty))?;
                Some((item, inventory.item_name(item).to_owned(), item_path(inventory, item)))
            })
            .collect();
        items.extend(
            inventory.functions().iter().enumerate().map(|(i, f)| (Item::Function(i), function(&f.name), f.path.as_str())),
        );
        items.extend(inventory.constants().iter().enumerate().map(|(i, c)| (Item::Constant(i), c.name.clone(), c.path.as_str())));
        let named = items.into_iter().map(|(item, name, path)| (item, escaped(name, &own), path));
        self.distinct_items(named.collect())
    }

    /// Names what stands in each class.
    fn members(&mut self, inventory: &Inventory) {
        for ty in inventory.types() {
            match *inventory.kind(ty) {
                TypeKind::Struct(id) => {
                    let fields = inventory[id].fields.iter().enumerate();
                    let named = fields.map(|(i, f)| (Item::Field(id, i), escaped(function(&f.name), &HashSet::new())));
                    self.distinct_members(&inventory[id].path, named.collect());
                }
                TypeKind::Enum(id) => {
                    let variants = inventory[id].variants.iter().enumerate();
                    let named = variants.map(|(i, v)| (Item::Variant(id, i), escaped(variant(&v.name), &HashSet::new())));
                    self.distinct_members(&inventory[id].path, named.collect());
                }
                TypeKind::Service(id) => {
                    let own = HashSet::from(["close".to_owned()]);
                    let constructor = |name: &str| match name {
                        "new" => "__init__".to_owned(),
                        other => escaped(function(other), &own),
                    };
                    let constructors = inventory[id].constructors.iter().enumerate();
                    let constructors = constructors.map(|(i, f)| (Item::Constructor(id, i), constructor(&f.name)));
                    let methods = inventory[id].methods.iter().enumerate();
                    let methods = methods.map(|(i, m)| (Item::Method(id, i), escaped(function(&m.function.name), &own)));
                    self.distinct_members(&inventory[id].path, constructors.chain(methods).collect());
                }
                TypeKind::Void
                | TypeKind::Primitive(_)
                | TypeKind::NonZero { .. }
                | TypeKind::Tagged(_)
                | TypeKind::Union(_)
                | TypeKind::Opaque(_)
                | TypeKind::Callback { .. }
                | TypeKind::Array { .. }
                | TypeKind::Pointer { .. }
                | TypeKind::Slice { .. }
                | TypeKind::Str { .. }
                | TypeKind::CStr { .. }
                | TypeKind::Option { .. }
                | TypeKind::Outcome { .. } => {}
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
        | TypeKind::Outcome { .. } => None,
    }
}

fn item_path(inventory: &Inventory, item: Item) -> &str {
    match item {
        Item::Struct(id) | Item::Field(id, _) => &inventory[id].path,
        Item::Enum(id) | Item::Variant(id, _) => &inventory[id].path,
        Item::Union(id) | Item::UnionField(id, _) => &inventory[id].path,
        Item::Tagged(id) | Item::Case(id, _) | Item::CaseField(id, ..) => &inventory[id].path,
        Item::Opaque(id) => &inventory[id].path,
        Item::Callback(id) => &inventory[id].path,
        Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => &inventory[id].path,
        Item::Function(at) => &inventory.functions()[at].path,
        Item::Constant(at) => &inventory.constants()[at].path,
    }
}

/// The exception that carries a value of the enum, where there is more than one such enum.
pub(crate) fn exception(error: &str) -> String {
    format!("{error}Exception")
}

/// The name of a function, parameter or field.
pub(crate) fn function(name: &str) -> String {
    identifier(snake_case(name), name)
}

fn variant(name: &str) -> String {
    identifier(shouty_case(name), name)
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
