//! The declarations of a library, in the order in which cffi reads them: types, carriers, functions.

use super::{aligned, carriers, prototypes, types};
use interoptopus::model::{Checked, Primitive, Type, TypeKind};
use interoptopus_c_syntax::{Definition, Forward, Kind, Prototype, Struct};

/// Something that cffi is told.
pub(crate) enum Declaration {
    /// C's `char`, whose sign is the platform's.
    Char,
    /// The name of a struct or a union that is defined later.
    Forward(Forward),
    /// A type.
    Definition(Definition),
    /// A struct that is aligned to more than cffi would find by its fields, which is declared with its padding.
    Aligned {
        /// The alignment that it asks for itself.
        align: u32,
        /// The struct without its padding.
        definition: Struct,
    },
    /// The carriers of the types of these names, whose memory cffi knows by then.
    Carriers(Vec<String>),
    /// The functions.
    Prototypes(Vec<Prototype>),
}

/// All declarations of a library whose types are `definitions`.
pub(crate) fn lower(inventory: &Checked, definitions: &[(Type, Definition)]) -> Vec<Declaration> {
    let has_char = inventory.find(TypeKind::Primitive(Primitive::CChar)).is_some();
    let mut all: Vec<Declaration> = has_char.then_some(Declaration::Char).into_iter().collect();
    let forwards = forwards(inventory, definitions);
    all.extend(forwards.iter().cloned().map(Declaration::Forward));
    let mut carried = carriers::all(inventory);
    for (ty, definition) in definitions {
        let passed = carriers::of_callback(inventory, *ty);
        all.extend(carriers_of(inventory, carried.extract_if(.., |ty| passed.contains(ty)).collect()));
        all.push(match padded(inventory, *ty, definition) {
            Some(definition) => {
                Declaration::Aligned { align: aligned::asked_for(inventory, *ty), definition: definition.clone() }
            }
            None => {
                let is_declared = definition.kind.forward().is_some_and(|head| forwards.contains(head));
                Declaration::Definition(Definition { ahead: Vec::new(), is_declared, ..definition.clone() })
            }
        });
    }
    all.extend(carriers_of(inventory, carried));
    all.push(Declaration::Prototypes(prototypes::lower(inventory, definitions)));
    all
}

/// The names that are declared before all definitions: those of what has its padding declared, and of what is mentioned earlier.
fn forwards(inventory: &Checked, definitions: &[(Type, Definition)]) -> Vec<Forward> {
    let padded = definitions.iter().filter_map(|(ty, definition)| padded(inventory, *ty, definition));
    let mut forwards: Vec<Forward> = padded.map(|definition| definition.head.clone()).collect();
    for forward in definitions.iter().flat_map(|(_, definition)| &definition.ahead) {
        if !forwards.contains(forward) {
            forwards.push(forward.clone());
        }
    }
    forwards
}

/// The struct that `definition` is, if it is aligned to more than cffi would find.
fn padded<'a>(inventory: &Checked, ty: Type, definition: &'a Definition) -> Option<&'a Struct> {
    match &definition.kind {
        Kind::Struct(definition) => aligned::beyond_cffi(inventory, ty).map(|_| definition),
        Kind::Tagged(_) | Kind::Enum(_) | Kind::Alias(_) | Kind::Incomplete(_) => None,
    }
}

fn carriers_of(inventory: &Checked, carried: Vec<Type>) -> Option<Declaration> {
    let names: Vec<String> = carried.into_iter().map(|ty| types::name(inventory, ty)).collect();
    (!names.is_empty()).then_some(Declaration::Carriers(names))
}
