//! Definitions of types: whatever construct they come from, C knows few kinds.

use crate::aliases::Alias;
use crate::callbacks::{self, CallbackDefinition};
use crate::declarator::CType;
use crate::enums::{self, EnumDefinition};
use crate::marshal::Marshal;
use crate::names;
use crate::opaques::{self, Incomplete};
use crate::passing::Seen;
use crate::refusals::Refusals;
use crate::structs::{self, StructDefinition};
use crate::tagged::{self, TaggedDefinition};
use crate::{options, order, results, services, slices, strings, unions, wide};
use interoptopus::Writer;
use interoptopus::model::{Type, TypeKind};
use std::collections::{HashMap, HashSet};

/// The definition of a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Definition {
    /// A struct or a union.
    Struct(StructDefinition),
    Tagged(TaggedDefinition),
    Enum(EnumDefinition),
    Alias(Alias),
    Incomplete(Incomplete),
    Callback(CallbackDefinition),
}

/// All definitions, in an order that C accepts.
pub(crate) fn lower(marshal: &Marshal<'_>, refusals: &mut Refusals) -> Vec<Definition> {
    let order = marshal.inventory.definition_order();
    let all = order.into_iter().filter_map(|ty| one(marshal, ty, refusals)).collect();
    order::arrange(all, refusals)
}

/// The definition of `ty`; none for what is defined by C itself or by what it is made of.
pub(crate) fn one(marshal: &Marshal<'_>, ty: Type, refusals: &mut Refusals) -> Option<Definition> {
    let (path, name) = (|| names::path(marshal.inventory, ty), || marshal.names.of(marshal.inventory, ty));
    match *marshal.inventory.kind(ty) {
        TypeKind::Struct(id) => Some(structs::lower(marshal, ty, id, refusals)),
        TypeKind::Union(id) => Some(Definition::Struct(unions::lower(marshal, ty, id, refusals))),
        TypeKind::Tagged(id) => Some(Definition::Tagged(tagged::lower(marshal, ty, id, refusals))),
        TypeKind::Enum(id) => Some(Definition::Enum(enums::lower(marshal, ty, id))),
        TypeKind::Opaque(id) => Some(Definition::Incomplete(opaques::lower(marshal, ty, id))),
        TypeKind::Service(id) => Some(Definition::Incomplete(services::lower(marshal, ty, id))),
        TypeKind::Callback { id, nullable: _ } => Some(Definition::Callback(callbacks::lower(marshal, ty, id))),
        TypeKind::Slice { element, access, nullable: _ } => {
            Some(Definition::Struct(slices::lower(marshal, path(), name(), element, access)))
        }
        TypeKind::Str { nullable: _ } => Some(Definition::Struct(strings::lower(path(), name()))),
        TypeKind::Option { value } => Some(Definition::Struct(options::lower(marshal, path(), name(), value))),
        TypeKind::Outcome { value } if *marshal.inventory.kind(value) == TypeKind::Void => None,
        TypeKind::Outcome { value } => Some(Definition::Struct(results::lower(marshal, path(), name(), value))),
        TypeKind::NonZero { .. }
        | TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::CStr { .. } => None,
    }
}

impl Definition {
    /// The name of the type.
    pub(crate) fn name(&self) -> Option<&str> {
        match self {
            Definition::Struct(definition) => Some(&definition.name),
            Definition::Tagged(definition) => Some(&definition.name),
            Definition::Alias(definition) => Some(&definition.typedef.name),
            Definition::Incomplete(definition) => Some(&definition.name),
            Definition::Callback(definition) => Some(&definition.typedef.name),
            Definition::Enum(definition) => definition.typedef.as_ref().map(|typedef| typedef.name.as_str()),
        }
    }

    /// What declares its name ahead of it, if that can be. An incomplete struct is nothing more than its declaration, which simply comes
    /// earlier.
    pub(crate) fn declaration(&self) -> Option<String> {
        match self {
            Definition::Struct(definition) => Some(definition.declaration()),
            Definition::Tagged(definition) => Some(definition.declaration()),
            Definition::Alias(_) | Definition::Incomplete(_) | Definition::Callback(_) | Definition::Enum(_) => None,
        }
    }

    /// What must be defined before: what is contained, and what is named and cannot be declared ahead.
    pub(crate) fn needs(&self, declarable: impl Fn(&str) -> bool) -> Vec<String> {
        let mut mentioned = self.mentions();
        mentioned.retain(|(name, contained)| *contained || !declarable(name));
        mentioned.into_iter().map(|(name, _)| name).collect()
    }

    /// Each name in it, and whether it is contained by value.
    fn mentions(&self) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        match self {
            Definition::Struct(definition) => definition.types().for_each(|ty| mention(ty, true, &mut found)),
            Definition::Tagged(definition) => definition.types().for_each(|ty| mention(ty, true, &mut found)),
            Definition::Alias(definition) => mention(&definition.typedef.ty, true, &mut found),
            Definition::Callback(definition) => mention(&definition.typedef.ty, true, &mut found),
            Definition::Enum(_) | Definition::Incomplete(_) => {}
        }
        found
    }

    /// Writes it, after the declarations that have to come ahead of it.
    fn emit(&self, w: &mut Writer, known: &mut Known) {
        for (name, contained) in self.mentions() {
            if let Some(declaration) = known.declarable.get(&name).filter(|_| !contained)
                && known.declared.insert(name)
            {
                w.line(declaration);
                w.blank();
            }
        }
        let ahead = self.name().is_some_and(|name| !known.declared.insert(name.to_owned()));
        let needs = self.name().and_then(|name| known.seen.name(name));
        wide::guarded(w, needs, |w| match self {
            Definition::Struct(definition) => definition.emit(w, ahead),
            Definition::Tagged(definition) => definition.emit(w, ahead),
            Definition::Enum(definition) => definition.emit(w),
            Definition::Alias(definition) => definition.emit(w),
            Definition::Incomplete(definition) => definition.emit(w),
            Definition::Callback(definition) => definition.emit(w),
        });
    }
}

/// What is known of names while definitions are written.
struct Known<'a> {
    /// Those that were declared or defined so far.
    declared: HashSet<String>,
    /// What declares each that can be declared ahead.
    declarable: HashMap<String, String>,
    seen: &'a Seen,
}

/// Writes `definitions`, each for those who can see it.
pub(crate) fn emit(w: &mut Writer, definitions: &[Definition], seen: &Seen) {
    let declarable = definitions.iter().filter_map(|d| Some((d.name()?.to_owned(), d.declaration()?))).collect();
    let mut known = Known { declared: HashSet::new(), declarable, seen };
    for definition in definitions {
        w.blank();
        definition.emit(w, &mut known);
    }
}

/// The names among `definitions` that mention one of `names`, and so on, and `names`.
pub(crate) fn mentioning(definitions: &[Definition], names: impl IntoIterator<Item = String>) -> HashSet<String> {
    let mut all: HashSet<String> = names.into_iter().collect();
    loop {
        let before = all.len();
        for definition in definitions {
            if let Some(name) = definition.name().filter(|_| definition.mentions().iter().any(|(name, _)| all.contains(name))) {
                all.insert(name.to_owned());
            }
        }
        if all.len() == before {
            return all;
        }
    }
}

/// Whether `ty` mentions one of `names`.
pub(crate) fn mentions(ty: &CType, names: &HashSet<String>) -> bool {
    let mut found = Vec::new();
    mention(ty, true, &mut found);
    found.iter().any(|(name, _)| names.contains(name))
}

/// A pointer and a function contain nothing of what they lead to. The element of an array must have a size even behind a pointer.
fn mention(ty: &CType, contained: bool, found: &mut Vec<(String, bool)>) {
    match ty {
        CType::Named { name, constant: _ } => found.push((name.clone(), contained)),
        CType::Pointer { to, constant: _ } => mention(to, false, found),
        CType::Array { of, len: _ } => mention(of, true, found),
        CType::Function { returns, parameters } => {
            mention(returns, false, found);
            parameters.iter().for_each(|p| mention(&p.ty, false, found));
        }
    }
}
