//! What everything that lowers an inventory needs: the inventory, the dialect, and the C# name of each type.

use crate::dialect::{Dialect, word};
use crate::marshal::Stored;
use crate::names::{self, Scope};
use crate::refusals::Refusals;
use crate::{CSharp, Visibility};
use interoptopus::model::{Checked, Item, Service, Type, TypeKind};
use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What is known before anything is lowered.
pub(crate) struct Context<'a> {
    pub(crate) inventory: &'a Checked,
    pub(crate) dialect: Dialect,
    /// The namespace of everything.
    pub(crate) namespace: String,
    /// The class of the functions and constants.
    pub(crate) class: String,
    /// What `DllImport` calls the library.
    pub(crate) library: String,
    pub(crate) visibility: Visibility,
    pub(crate) header_comment: String,
    /// Each type that has a definition of its own name in C#.
    named: HashMap<Type, String>,
    /// Array types, by name; those whose elements are the same to C#, such as addresses of different things, are one.
    pub(crate) arrays: BTreeMap<String, Vec<Type>>,
    /// How each type is stored, once that is decided.
    stored: Vec<OnceCell<Result<Stored, String>>>,
    /// What methods and constants are called, and so would be found in their classes where a type of that name is meant.
    members: HashSet<String>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(config: &'a CSharp, inventory: &'a Checked, dialect: Dialect, refusals: &mut Refusals) -> Self {
        let mut context = Context {
            inventory,
            dialect,
            namespace: config.namespace.clone().unwrap_or_else(|| names::upper_camel(&inventory.library)),
            class: config.class.clone().unwrap_or_else(|| "Interop".to_owned()),
            library: config.library_name.clone().unwrap_or_else(|| inventory.library.clone()),
            visibility: config.visibility,
            header_comment: config.header_comment.clone(),
            named: HashMap::new(),
            arrays: BTreeMap::new(),
            stored: Vec::new(),
            members: HashSet::new(),
        };
        context.check_names(refusals);
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

    /// The keyword `public` or `internal`.
    pub(crate) fn public(&self) -> &'static str {
        match self.visibility {
            Visibility::Public => "public",
            Visibility::Internal => "internal",
        }
    }

    /// The C# name of a type that has a definition: a struct, enum, opaque type, callback, service or array.
    pub(crate) fn name_of(&self, ty: Type) -> &str {
        self.named.get(&self.inventory.definition_of(ty)).map_or("object", String::as_str)
    }

    /// The same in an expression of a class, where a method of that name would be found instead.
    pub(crate) fn qualified(&self, name: &str) -> String {
        if self.members.contains(name) { format!("global::{}.{name}", self.namespace) } else { name.to_owned() }
    }

    /// The same in the documentation of `of`, where a member of that name would be found instead.
    pub(crate) fn cref(&self, name: &str, of: Item) -> String {
        if self.has_member(of, name) { format!("{}.{name}", self.namespace) } else { name.to_owned() }
    }

    /// Whether what `of` is, or belongs to, has a member that is called so.
    fn has_member(&self, of: Item, name: &str) -> bool {
        let inventory = self.inventory;
        match of {
            Item::Struct(id) | Item::Field(id, _) => inventory[id].fields.iter().any(|f| names::member(&f.name) == name),
            Item::Enum(id) | Item::Variant(id, _) => inventory[id].variants.iter().any(|v| names::upper_camel(&v.name) == name),
            Item::Service(id) | Item::Constructor(id, _) | Item::Method(id, _) => {
                let Service { constructors, methods, .. } = &inventory[id];
                let functions = constructors.iter().chain(methods.iter().map(|m| &m.function));
                functions.map(|f| names::member(&f.name)).any(|member| member == name)
            }
            Item::Function(_) | Item::Constant(_) => {
                let functions = inventory.functions().iter().map(|f| &f.name);
                let constants = inventory.constants().iter().map(|c| &c.name);
                functions.chain(constants).any(|rust| names::member(rust) == name)
            }
            Item::Union(_)
            | Item::UnionField(..)
            | Item::Tagged(_)
            | Item::Case(..)
            | Item::CaseField(..)
            | Item::Opaque(_)
            | Item::Callback(_) => false,
        }
    }

    /// Whether `name` is a class or delegate of C#, which may be null by itself.
    pub(crate) fn is_class(&self, name: &str) -> bool {
        let is_one = |ty: &Type| matches!(self.inventory.kind(*ty), TypeKind::Service(_) | TypeKind::Callback { .. });
        self.named.iter().any(|(ty, its)| its == name && is_one(ty))
    }

    /// Whether `ty` is an enum that is the error of results.
    pub(crate) fn is_error(&self, ty: Type) -> bool {
        matches!(*self.inventory.kind(ty), TypeKind::Enum(id) if self.inventory[id].error)
    }

    /// The Rust name and path of a type that has a name.
    fn item(&self, ty: Type) -> Option<(&str, &str)> {
        let inventory = self.inventory;
        match *inventory.kind(ty) {
            TypeKind::Struct(id) => Some((&inventory[id].name, &inventory[id].path)),
            TypeKind::Enum(id) => Some((&inventory[id].name, &inventory[id].path)),
            TypeKind::Opaque(id) => Some((&inventory[id].name, &inventory[id].path)),
            TypeKind::Callback { id, nullable: false } => Some((&inventory[id].name, &inventory[id].path)),
            TypeKind::Service(id) => Some((&inventory[id].name, &inventory[id].path)),
            TypeKind::Callback { id: _, nullable: true }
            | TypeKind::NonZero { .. }
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

    /// What the configuration calls things.
    fn check_names(&self, refusals: &mut Refusals) {
        if !self.namespace.split('.').all(names::is_identifier) {
            refusals.add(
                &format!("the namespace `{}`", self.namespace),
                "it is no name of C#: give it identifiers with dots between",
            );
        }
        if !names::is_identifier(&self.class) {
            refusals.add(&format!("the class `{}`", self.class), "it is no name of C#: give it an identifier");
        }
    }

    fn name_types(&mut self, refusals: &mut Refusals) {
        let place = format!("the namespace `{}`", self.namespace);
        let mut scope = Scope::new(place, names::USED_TYPES, "a name that the generated code needs");
        scope.reserve(&self.class, "the class of the functions (the configuration can call it otherwise)");
        let last = self.namespace.rsplit('.').next().unwrap_or_default();
        scope.reserve(last, "that namespace (the configuration can call it otherwise)");
        for ty in self.inventory.definition_order() {
            let Some((rust, path)) = self.item(ty) else { continue };
            let (name, path) = (names::upper_camel(rust), path.to_owned());
            scope.claim(&name, &path, refusals);
            if self.is_error(ty) {
                scope.claim(&format!("{name}Exception"), &path, refusals);
            }
            if matches!(self.inventory.kind(ty), TypeKind::Callback { .. }) {
                scope.claim(&format!("{name}Callback"), &path, refusals);
            }
            self.named.insert(ty, name);
        }
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
        self.stored(element).ok().map(|s| (s.public, s.raw))
    }

    fn array_name(&self, ty: Type) -> Option<String> {
        let TypeKind::Array { element, len } = *self.inventory.kind(ty) else { return None };
        let element = self.array_name(element).or_else(|| self.stored(element).ok().map(|s| word(&s.public)))?;
        Some(format!("{element}Array{len}"))
    }

    fn name_members(&mut self) {
        let inventory = self.inventory;
        let functions = inventory.all_functions().map(|(_, f)| names::member(&f.name));
        let constants = inventory.constants().iter().map(|c| names::member(&c.name));
        self.members = functions.chain(constants).collect();
    }
}
