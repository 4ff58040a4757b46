//! Definitions of types: for each kind its construct.

use crate::constructs::{arrays, callbacks, enums, opaques, services, structs, tagged, twins, unions};
use crate::names::twins::borrows;
use crate::runtime::{Part, Parts};
use crate::syntax::{self, Dialect, Path};
use crate::types::Types;
use interoptopus::model::{Declared, Type};
use interoptopus::{Refusals, Writer};
use std::collections::HashSet;

/// The definition of a type.
pub(crate) struct Defined {
    pub(crate) ty: Type,
    /// The type, as all files call it.
    pub(crate) path: Path,
    pub(crate) definition: Definition,
    /// Whether a method refuses values that are none of Rust's.
    is_checked: bool,
}

/// A type that has a name.
pub(crate) enum Definition {
    Struct(structs::StructType),
    Enum(enums::EnumType),
    Tagged(tagged::lowered::TaggedStruct),
    /// A struct that borrows.
    Twin(twins::TwinClass),
    /// An enum with data that borrows.
    TaggedTwin(twins::TaggedTwin),
    Union(unions::UnionStruct),
    Opaque(opaques::AddressStruct),
    Callback(Box<callbacks::class::Delegate>),
    Service(services::ServiceClass),
}

/// The definitions of the types that are `wanted`, those that have one; the values of those that are `checked` are checked where they come in.
pub(crate) fn lower(
    types: &Types<'_>,
    wanted: impl Iterator<Item = Type>,
    checked: &HashSet<Type>,
    refusals: &mut Refusals,
) -> Vec<Defined> {
    let defined = |ty: Type| {
        let definition = definition(types, ty, refusals)?;
        Some(Defined { ty, path: types.names.name_of(ty).clone(), definition, is_checked: checked.contains(&ty) })
    };
    wanted.filter_map(defined).collect()
}

fn definition(types: &Types<'_>, ty: Type, refusals: &mut Refusals) -> Option<Definition> {
    let is_twin = borrows(types.inventory, ty);
    Some(match types.inventory.kind(ty).declared()? {
        Declared::Struct(id) if is_twin => Definition::Twin(twins::lower_struct(types, ty, id, refusals)),
        Declared::Tagged(id) if is_twin => Definition::TaggedTwin(twins::lower_tagged(types, ty, id, refusals)),
        Declared::Struct(id) => Definition::Struct(structs::lower(types, ty, id, refusals)),
        Declared::Enum(id) => Definition::Enum(enums::lower(types, ty, id, refusals)),
        Declared::Tagged(id) => Definition::Tagged(tagged::lower(types, ty, id, refusals)),
        Declared::Union(id) => Definition::Union(unions::lower(types, ty, id, refusals)),
        Declared::Opaque(id) => Definition::Opaque(opaques::lower(types, ty, id)),
        Declared::Callback(id) => Definition::Callback(Box::new(callbacks::lower(types, ty, id, refusals))),
        Declared::Service(id) => Definition::Service(services::lower(types, ty, id, refusals)),
    })
}

impl Definition {
    /// The parts of the runtime that it names.
    pub(crate) fn parts(&self, dialect: Dialect) -> Parts {
        match self {
            Definition::Twin(lowered) => lowered.parts(dialect),
            Definition::TaggedTwin(_) => [Part::Arena, Part::Values].into(),
            Definition::Callback(lowered) => lowered.parts(),
            Definition::Service(_) => [Part::Services].into(),
            Definition::Struct(_)
            | Definition::Enum(_)
            | Definition::Tagged(_)
            | Definition::Union(_)
            | Definition::Opaque(_) => Parts::default(),
        }
    }

    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        match self {
            Definition::Struct(lowered) => structs::emit(dialect, w, lowered),
            Definition::Enum(lowered) => enums::emit(w, lowered),
            Definition::Tagged(lowered) => tagged::emit(dialect, w, lowered),
            Definition::Twin(lowered) => twins::emit_struct(dialect, w, lowered),
            Definition::TaggedTwin(lowered) => twins::emit_tagged(dialect, w, lowered),
            Definition::Union(lowered) => unions::emit(dialect, w, lowered),
            Definition::Opaque(lowered) => opaques::emit(dialect, w, lowered),
            Definition::Callback(lowered) => callbacks::emit(dialect, w, lowered),
            Definition::Service(lowered) => services::emit(dialect, w, lowered),
        }
    }
}

/// The class of the methods that refuse what is no value of its type: C# lets any number be an enum, and any address null.
pub(crate) fn emit_checks<'a>(w: &mut Writer, defined: impl Iterator<Item = &'a Defined>, arrays: &[arrays::ArrayStruct]) {
    let defined: Vec<_> = defined.filter(|defined| defined.is_checked).collect();
    if defined.is_empty() && !arrays.iter().any(|lowered| lowered.has_invalid) {
        return;
    }
    syntax::open(w, "internal static class FfiChecks", |w| {
        for Defined { ty: _, path, definition, is_checked: _ } in defined {
            w.blank();
            match definition {
                Definition::Struct(lowered) => structs::emit_check(w, path, lowered),
                Definition::Enum(lowered) => enums::emit_check(w, path, lowered),
                Definition::Tagged(lowered) => tagged::emit_check(w, path, lowered),
                Definition::Opaque(_) => opaques::emit_check(w, path),
                Definition::Twin(_)
                | Definition::TaggedTwin(_)
                | Definition::Union(_)
                | Definition::Callback(_)
                | Definition::Service(_) => {}
            }
        }
        for lowered in arrays.iter().filter(|lowered| lowered.has_invalid) {
            w.blank();
            arrays::emit_check(w, lowered);
        }
    });
}
