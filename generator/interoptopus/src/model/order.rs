//! The order in which languages define types: what a type is made of comes first, and adding an item moves no other.

use super::abi::{AbiType, abi_parameters};
use super::inventory::Inventory;
use super::items::Repr;
use super::parts::parts;
use super::type_names::type_name;
use super::types::{EnumId, Type, TypeKind};
use std::collections::{HashMap, HashSet};

/// All types that need a definition: structs, enums, opaque types, callbacks (not the nullable form), services, and the patterns
/// that are structs where they occur: slices and strings (not the nullable form, and not those that are two parameters), options
/// and outcomes with a value.
///
/// The types that a type contains by value come before it, and so do all others that it mentions, unless they mention it in turn:
/// only such cycles, which go through pointers, need a declaration ahead. Types that depend on as many layers of others are
/// ordered by name.
#[must_use]
pub fn definition_order(inventory: &Inventory) -> Vec<Type> {
    let all = defined_types(inventory);
    let mentions: HashMap<Type, Mentions> = all.iter().map(|&ty| (ty, mentions(inventory, ty))).collect();
    let mut layers = Layers { mentions: &mentions, known: HashMap::new() };
    let mut ordered: Vec<_> = all.iter().map(|&ty| (layers.of(ty), type_name(inventory, ty), ty)).collect();
    ordered.sort();
    ordered.into_iter().map(|(_, _, ty)| ty).collect()
}

/// The enums whose values guarded functions return as their status, in the order of definitions.
#[must_use]
pub fn error_enums(inventory: &Inventory) -> Vec<(EnumId, Type)> {
    let enums = definition_order(inventory).into_iter().filter_map(|ty| match *inventory.kind(ty) {
        TypeKind::Enum(id) => Some((id, ty)),
        _ => None,
    });
    enums.filter(|&(id, _)| inventory[id].error).collect()
}

/// The types that need a definition, in the order in which they are met.
fn defined_types(inventory: &Inventory) -> Vec<Type> {
    let mut found = Walk { inventory, seen: HashSet::new(), defined: Vec::new() };
    inventory.types().filter(|&ty| inventory.kind(ty).declared().is_some()).for_each(|ty| found.visit(ty));
    inventory.constants.iter().for_each(|c| found.visit(c.ty));
    for (_, function) in inventory.all_functions() {
        abi_parameters(inventory, function).iter().for_each(|p| found.visit_parameter(p.ty));
        found.visit(function.abi_returns);
    }
    found.defined
}

/// The types that need a definition, as languages need them that read from top to bottom, such as C: in the order of
/// [`definition_order`], but for what must come earlier, since its name cannot be declared ahead, and with
/// the names that are declared ahead; and each circle that no such language has an order for.
#[must_use]
pub fn definitions(inventory: &Inventory) -> (Vec<Defined>, Vec<Circle>) {
    let order = definition_order(inventory);
    let mentions: HashMap<Type, Mentions> = order.iter().map(|&ty| (ty, mentions(inventory, ty))).collect();
    let mut arranging =
        Arranging { inventory, mentions: &mentions, begun: HashSet::new(), order: Vec::new(), circles: Vec::new() };
    order.iter().for_each(|&ty| arranging.place(ty, &mut Vec::new()));
    let Arranging { order, circles, .. } = arranging;
    let mut declared = HashSet::new();
    let defined = |ty: Type| {
        let behind = mentions[&ty].behind.iter().copied().filter(|&other| has_forward(inventory, other));
        let ahead = behind.filter(|&other| declared.insert(other)).collect();
        Defined { ty, ahead, is_declared: !declared.insert(ty) }
    };
    (order.into_iter().map(defined).collect(), circles)
}

/// True if languages define a type for `ty`; they do not for types that they have themselves, such as numbers and pointers.
fn has_definition(inventory: &Inventory, ty: Type) -> bool {
    match *inventory.kind(ty) {
        TypeKind::Outcome { value } => *inventory.kind(value) != TypeKind::Void,
        TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Option { .. } => true,
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => false,
    }
}

/// True if the name of `ty` can be declared before its definition, as those of all types that are structs or unions in C.
fn has_forward(inventory: &Inventory, ty: Type) -> bool {
    match *inventory.kind(ty) {
        TypeKind::Struct(id) => inventory[id].repr != Repr::Transparent,
        TypeKind::Union(_)
        | TypeKind::Tagged(_)
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => true,
        // An opaque type or a service has nothing but its declaration, which simply comes earlier.
        TypeKind::Opaque(_)
        | TypeKind::Service(_)
        | TypeKind::Enum(_)
        | TypeKind::Callback { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => false,
    }
}

fn mentions(inventory: &Inventory, ty: Type) -> Mentions {
    // A function contains nothing of what it is called with, and a slice and an owner nothing of their elements.
    let contains = !matches!(inventory.kind(ty), TypeKind::Callback { .. } | TypeKind::Slice { .. } | TypeKind::Owned { .. });
    let mut mentions = Mentions::default();
    parts(inventory, ty).into_iter().for_each(|part| mention(inventory, part, contains, &mut mentions));
    mentions
}

/// The element of an array must have a size, even where there is only a pointer to the array.
fn mention(inventory: &Inventory, ty: Type, is_contained: bool, mentions: &mut Mentions) {
    match *inventory.kind(ty) {
        TypeKind::Array { element, len: _ } => mention(inventory, element, true, mentions),
        TypeKind::Pointer { pointee, access: _, kind: _ } => mention(inventory, pointee, false, mentions),
        TypeKind::Service(_) | TypeKind::Opaque(_) => mentions.behind.push(ty),
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Struct(_)
        | TypeKind::Enum(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Callback { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Option { .. }
        | TypeKind::Outcome { .. } => {
            let list = if is_contained { &mut mentions.by_value } else { &mut mentions.behind };
            list.extend(has_definition(inventory, ty).then(|| inventory.definition_of(ty)));
        }
    }
}

/// A type in the order of [`definitions`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defined {
    /// The type.
    pub ty: Type,
    /// The types whose names are mentioned here, and were nowhere before: they are declared ahead of this definition.
    pub ahead: Vec<Type>,
    /// True if its name was declared before.
    pub is_declared: bool,
}

/// Types that each have to be defined before the next, and the last before the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Circle(pub Vec<Type>);

/// Finds the order of definitions.
struct Arranging<'a> {
    inventory: &'a Inventory,
    mentions: &'a HashMap<Type, Mentions>,
    begun: HashSet<Type>,
    order: Vec<Type>,
    circles: Vec<Circle>,
}

impl Arranging<'_> {
    /// Places what the definition of `ty` needs, then itself. `path` leads there.
    fn place(&mut self, ty: Type, path: &mut Vec<Type>) {
        if let Some(from) = path.iter().position(|&above| above == ty) {
            self.circles.push(Circle(path[from..].to_vec()));
            return;
        }
        if !self.begun.insert(ty) {
            return;
        }
        path.push(ty);
        let Mentions { by_value, behind } = &self.mentions[&ty];
        let named = behind.iter().filter(|&&other| !has_forward(self.inventory, other));
        let needed: Vec<Type> = by_value.iter().chain(named).copied().collect();
        needed.into_iter().for_each(|other| self.place(other, path));
        path.pop();
        self.order.push(ty);
    }
}

/// The types that the definition of a type mentions.
#[derive(Default)]
struct Mentions {
    /// Those that must be defined before.
    by_value: Vec<Type>,
    /// Those that must have a name before.
    behind: Vec<Type>,
}

/// The depth of each type: the number of layers of other types that it depends on.
struct Layers<'a> {
    mentions: &'a HashMap<Type, Mentions>,
    known: HashMap<Type, usize>,
}

impl Layers<'_> {
    fn of(&mut self, ty: Type) -> usize {
        if let Some(&known) = self.known.get(&ty) {
            return known;
        }
        // Ends a cycle by value, which Rust does not have, but an inventory that was tampered with may.
        self.known.insert(ty, 0);
        let mentions = &self.mentions[&ty];
        let behind = mentions.behind.iter().filter(|&&other| !self.leads(other, ty));
        let needed: Vec<Type> = mentions.by_value.iter().chain(behind).copied().collect();
        let layer = needed.into_iter().map(|other| self.of(other) + 1).max().unwrap_or(0);
        self.known.insert(ty, layer);
        layer
    }

    /// True if the mentions of `from` lead to `to`.
    fn leads(&self, from: Type, to: Type) -> bool {
        let (mut seen, mut next) = (HashSet::from([from]), vec![from]);
        while let Some(ty) = next.pop() {
            if ty == to {
                return true;
            }
            let Mentions { by_value, behind } = &self.mentions[&ty];
            next.extend(by_value.iter().chain(behind).copied().filter(|&other| seen.insert(other)));
        }
        false
    }
}

/// Walks through all that items mention.
struct Walk<'a> {
    inventory: &'a Inventory,
    seen: HashSet<Type>,
    defined: Vec<Type>,
}

impl Walk<'_> {
    fn visit_parameter(&mut self, ty: AbiType) {
        match ty {
            AbiType::One(ty) | AbiType::Elements { element: ty, access: _ } => self.visit(ty),
            AbiType::Utf8 | AbiType::Len | AbiType::This(_) => {}
        }
    }

    fn visit(&mut self, ty: Type) {
        let ty = self.inventory.definition_of(ty);
        if !self.seen.insert(ty) {
            return;
        }
        if has_definition(self.inventory, ty) {
            self.defined.push(ty);
        }
        parts(self.inventory, ty).into_iter().for_each(|part| self.visit(part));
    }
}

#[cfg(test)]
mod tests;
