//! The whole file, lowered: what there is to print, in the order in which it is printed.

use crate::context::Context;
use crate::functions::{self, Owner, Sink};
use crate::names::{self, Scope};
use crate::patterns::{self, Patterns};
use crate::refusals::Refusals;
use crate::{arrays, callbacks, checks, constants, enums, natives, opaques, results, services, structs, value_types};
use interoptopus::Writer;
use interoptopus::model::{Item, Type, TypeKind};
use std::collections::HashSet;

/// A file of C#.
pub(crate) struct Module<'a> {
    pub(crate) constants: Vec<constants::Lowered<'a>>,
    pub(crate) functions: Vec<functions::Lowered<'a>>,
    /// In the order of the inventory's definitions.
    pub(crate) types: Vec<(Type, Definition<'a>)>,
    pub(crate) arrays: Vec<arrays::Lowered>,
    /// The names of the error enums.
    pub(crate) errors: Vec<String>,
    /// The types that have a method which refuses wrong values.
    pub(crate) checked: HashSet<Type>,
    pub(crate) natives: Vec<natives::Lowered>,
    /// What options and results are of, in the dialect that has a struct for each.
    pub(crate) patterns: Patterns,
}

/// A type that has a name.
pub(crate) enum Definition<'a> {
    Struct(structs::Lowered<'a>),
    Enum(enums::Lowered<'a>),
    Opaque(opaques::Lowered<'a>),
    Callback(callbacks::Lowered<'a>),
    Service(services::Lowered<'a>),
}

impl<'a> Module<'a> {
    pub(crate) fn lower(cx: &Context<'a>, refusals: &mut Refusals) -> Self {
        let mut scope = Scope::new(format!("the class `{}`", cx.class), names::INHERITED, "what every class has");
        names::USED_IN_BODIES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
        scope.reserve(&cx.class, "the class itself (no member can be called as its type)");
        let constants = lower_constants(cx, &mut scope, refusals);
        let functions = lower_functions(cx, &mut scope, refusals);
        let types = cx.inventory.definition_order();
        Module {
            constants,
            functions,
            types: types.iter().filter_map(|&ty| Some((ty, lower_type(cx, ty, refusals)?))).collect(),
            arrays: cx.arrays.iter().filter_map(|(name, types)| arrays::lower(cx, name, types, refusals)).collect(),
            errors: types.iter().filter(|&&ty| cx.is_error(ty)).map(|&ty| cx.name_of(ty).to_owned()).collect(),
            checked: checks::lower(cx),
            natives: natives::lower(cx),
            patterns: Patterns::of(cx, &types),
        }
    }
}

fn lower_constants<'a>(cx: &Context<'a>, scope: &mut Scope, refusals: &mut Refusals) -> Vec<constants::Lowered<'a>> {
    let mut all: Vec<_> = cx.inventory.constants().iter().enumerate().collect();
    all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    all.iter().for_each(|(_, c)| scope.claim(&names::member(&c.name), &c.path, refusals));
    all.into_iter().filter_map(|(at, constant)| constants::lower(cx, at, constant, refusals)).collect()
}

fn lower_functions<'a>(cx: &Context<'a>, scope: &mut Scope, refusals: &mut Refusals) -> Vec<functions::Lowered<'a>> {
    let mut all: Vec<_> = cx.inventory.functions().iter().enumerate().collect();
    all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    all.iter().for_each(|(_, f)| scope.claim(&names::member(&f.name), &f.path, refusals));
    let lower = |(at, function)| functions::lower(cx, function, Item::Function(at), Owner::Static, Sink::Return, refusals);
    all.into_iter().filter_map(lower).collect()
}

fn lower_type<'a>(cx: &Context<'a>, ty: Type, refusals: &mut Refusals) -> Option<Definition<'a>> {
    match *cx.inventory.kind(ty) {
        TypeKind::Struct(id) => Some(Definition::Struct(structs::lower(cx, ty, id, refusals))),
        TypeKind::Enum(id) => Some(Definition::Enum(enums::lower(cx, ty, id, refusals))),
        TypeKind::Opaque(id) => Some(Definition::Opaque(opaques::lower(cx, ty, id))),
        TypeKind::Callback { id, nullable: _ } => Some(Definition::Callback(callbacks::lower(cx, ty, id, refusals))),
        TypeKind::Service(id) => Some(Definition::Service(services::lower(cx, ty, id, refusals))),
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

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, module: &Module<'_>) {
    let Module { constants, functions, types, arrays, errors, checked: _, natives, patterns } = module;
    w.line("/// <summary>The functions and constants of the library.</summary>");
    let class = cx.dialect.pick("static unsafe class", "static class");
    value_types::open(w, &format!("{} {class} {}", cx.public(), cx.class), |w| {
        constants.iter().for_each(|constant| constants::emit(cx, w, constant));
        functions.iter().for_each(|function| functions::emit(cx, w, function));
    });
    for (_, definition) in types {
        w.blank();
        match definition {
            Definition::Struct(lowered) => structs::emit(cx, w, lowered),
            Definition::Enum(lowered) => enums::emit(cx, w, lowered),
            Definition::Opaque(lowered) => opaques::emit(cx, w, lowered),
            Definition::Callback(lowered) => callbacks::emit(cx, w, lowered),
            Definition::Service(lowered) => services::emit(cx, w, lowered),
        }
    }
    for array in arrays {
        w.blank();
        arrays::emit(cx, w, array);
    }
    for error in errors {
        w.blank();
        results::emit_exception(cx, w, error);
    }
    w.blank();
    checks::emit(w, module);
    w.blank();
    natives::emit(cx, w, natives);
    patterns::emit(cx, w, patterns);
    w.blank();
}
