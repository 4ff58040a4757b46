//! The order in which languages define types: what a type is made of comes first, and adding an item moves no other.

use super::{Callback, Inventory, Type, TypeKind};
use std::collections::{HashMap, HashSet};

impl Inventory {
    /// All types that need a definition: structs, enums, opaque types, callbacks (not the nullable form), services, and the patterns
    /// that are structs where they occur: slices and strings (not the nullable form, and not those that are two parameters), options
    /// and outcomes with a value.
    ///
    /// What a type contains by value comes before it, and so does all else that it mentions, unless that mentions the type in turn:
    /// only such cycles, which go through pointers, need a declaration ahead. Types that depend on as many layers of others are
    /// ordered by name.
    #[must_use]
    pub fn definition_order(&self) -> Vec<Type> {
        let all = self.defined_types();
        let mentions: HashMap<Type, Mentions> = all.iter().map(|&ty| (ty, self.mentions(ty))).collect();
        let mut layers = Layers { mentions: &mentions, known: HashMap::new() };
        let mut ordered: Vec<_> = all.iter().map(|&ty| (layers.of(ty), self.type_name(ty), ty)).collect();
        ordered.sort();
        ordered.into_iter().map(|(_, _, ty)| ty).collect()
    }

    /// The types that need a definition, in the order in which they are met.
    fn defined_types(&self) -> Vec<Type> {
        let mut found = Found { inventory: self, seen: HashSet::new(), defined: Vec::new() };
        self.types().filter(|&ty| self.kind(ty).is_item()).for_each(|ty| found.visit(ty));
        self.constants.iter().for_each(|c| found.visit(c.ty));
        for (_, function) in self.all_functions() {
            function.parameters.iter().for_each(|p| found.visit_parameter(p.ty));
            found.visit(function.abi_returns);
        }
        found.defined
    }

    fn mentions(&self, ty: Type) -> Mentions {
        let mut mentions = Mentions::default();
        match *self.kind(ty) {
            TypeKind::Struct(id) => self[id].fields.iter().for_each(|f| self.mention(f.ty, &mut mentions)),
            TypeKind::Union(id) => self[id].fields.iter().for_each(|f| self.mention(f.ty, &mut mentions)),
            TypeKind::Tagged(id) => {
                self[id].cases.iter().flat_map(|c| &c.fields).for_each(|f| self.mention(f.ty, &mut mentions));
            }
            // A function pointer contains nothing of what it is called with.
            TypeKind::Callback { id, nullable: _ } => {
                let Callback { parameters, returns, .. } = &self[id];
                parameters.iter().map(|p| p.ty).chain([*returns]).for_each(|ty| self.mention_behind(ty, &mut mentions));
            }
            TypeKind::Slice { element, access: _, nullable: _ } => self.mention_behind(element, &mut mentions),
            TypeKind::Option { value } | TypeKind::Outcome { value } => self.mention(value, &mut mentions),
            TypeKind::Void
            | TypeKind::Primitive(_)
            | TypeKind::NonZero { .. }
            | TypeKind::Enum(_)
            | TypeKind::Opaque(_)
            | TypeKind::Service(_)
            | TypeKind::Array { .. }
            | TypeKind::Pointer { .. }
            | TypeKind::Str { .. }
            | TypeKind::CStr { .. } => {}
        }
        mentions
    }

    fn mention(&self, ty: Type, mentions: &mut Mentions) {
        match *self.kind(ty) {
            TypeKind::Void | TypeKind::Primitive(_) | TypeKind::NonZero { .. } | TypeKind::CStr { nullable: _ } => {}
            TypeKind::Array { element, len: _ } => self.mention(element, mentions),
            TypeKind::Pointer { pointee, access: _, kind: _ } => self.mention_behind(pointee, mentions),
            TypeKind::Outcome { value } if *self.kind(value) == TypeKind::Void => {}
            TypeKind::Service(_) | TypeKind::Opaque(_) => mentions.behind.push(ty),
            TypeKind::Struct(_)
            | TypeKind::Enum(_)
            | TypeKind::Tagged(_)
            | TypeKind::Union(_)
            | TypeKind::Callback { .. }
            | TypeKind::Slice { .. }
            | TypeKind::Str { .. }
            | TypeKind::Option { .. }
            | TypeKind::Outcome { .. } => mentions.by_value.push(self.definition_of(ty)),
        }
    }

    fn mention_behind(&self, ty: Type, mentions: &mut Mentions) {
        let mut inner = Mentions::default();
        self.mention(ty, &mut inner);
        mentions.behind.extend(inner.by_value.into_iter().chain(inner.behind));
    }
}

/// What the definition of a type needs.
#[derive(Default)]
struct Mentions {
    /// Whose definition must come before.
    by_value: Vec<Type>,
    /// Whose name is needed.
    behind: Vec<Type>,
}

/// How many layers of other types each type depends on.
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

    /// Whether what `from` mentions leads to `to`.
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
struct Found<'a> {
    inventory: &'a Inventory,
    seen: HashSet<Type>,
    defined: Vec<Type>,
}

impl Found<'_> {
    /// A slice or a string is two parameters: only its element needs a definition.
    fn visit_parameter(&mut self, ty: Type) {
        match *self.inventory.kind(ty) {
            TypeKind::Slice { element, access: _, nullable: _ } => self.visit(element),
            TypeKind::Str { nullable: _ } => {}
            _ => self.visit(ty),
        }
    }

    fn visit(&mut self, ty: Type) {
        let ty = self.inventory.definition_of(ty);
        if !self.seen.insert(ty) {
            return;
        }
        match *self.inventory.kind(ty) {
            TypeKind::Void | TypeKind::Primitive(_) | TypeKind::NonZero { .. } | TypeKind::CStr { nullable: _ } => {}
            TypeKind::Array { element: inner, len: _ } | TypeKind::Pointer { pointee: inner, access: _, kind: _ } => {
                self.visit(inner)
            }
            TypeKind::Outcome { value } => {
                if *self.inventory.kind(value) != TypeKind::Void {
                    self.defined.push(ty);
                    self.visit(value);
                }
            }
            TypeKind::Enum(_) | TypeKind::Opaque(_) | TypeKind::Service(_) | TypeKind::Str { nullable: _ } => {
                self.defined.push(ty)
            }
            TypeKind::Slice { element: inner, access: _, nullable: _ } | TypeKind::Option { value: inner } => {
                self.defined.push(ty);
                self.visit(inner);
            }
            TypeKind::Struct(id) => {
                self.defined.push(ty);
                self.inventory[id].fields.iter().for_each(|f| self.visit(f.ty));
            }
            TypeKind::Union(id) => {
                self.defined.push(ty);
                self.inventory[id].fields.iter().for_each(|f| self.visit(f.ty));
            }
            TypeKind::Tagged(id) => {
                self.defined.push(ty);
                self.inventory[id].cases.iter().flat_map(|c| &c.fields).for_each(|f| self.visit(f.ty));
            }
            TypeKind::Callback { id, nullable: _ } => {
                self.defined.push(ty);
                self.inventory[id].parameters.iter().for_each(|p| self.visit(p.ty));
                self.visit(self.inventory[id].returns);
            }
        }
    }
}

#[cfg(test)]
mod tests;
