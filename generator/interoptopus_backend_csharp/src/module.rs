//! Everything, lowered: what there is to print in each namespace, in the order in which it is printed.

use crate::context::Context;
use crate::functions::{self, Owner, Sink};
use crate::names::{self, Scope};
use crate::patterns::{self, Patterns};
use crate::refusals::Refusals;
use crate::{
    arrays, callbacks, checks, constants, enums, natives, opaques, results, services, structs, tagged, twins, unions, value_types,
};
use interoptopus::Writer;
use interoptopus::model::{Item, Type, TypeKind};
use std::collections::HashSet;

/// All files of C#.
pub(crate) struct Module<'a> {
    /// One for each namespace; the first is the library's own, whose file has all that the others need.
    pub(crate) spaces: Vec<Space<'a>>,
    pub(crate) arrays: Vec<arrays::Lowered>,
    /// The types that have a method which refuses wrong values.
    pub(crate) checked: HashSet<Type>,
    pub(crate) natives: Vec<natives::Lowered>,
    /// What options and results are of, in the dialect that has a struct for each.
    pub(crate) patterns: Patterns,
}

/// What Rust puts into one namespace.
pub(crate) struct Space<'a> {
    /// The namespace as C# calls it, below the library's own; empty for that.
    pub(crate) name: String,
    constants: Vec<constants::Lowered<'a>>,
    functions: Vec<functions::Lowered<'a>>,
    /// In the order of the inventory's definitions.
    pub(crate) types: Vec<(Type, Definition<'a>)>,
    /// The error enums.
    errors: Vec<Type>,
}

/// A type that has a name.
pub(crate) enum Definition<'a> {
    Struct(structs::Lowered<'a>),
    Enum(enums::Lowered<'a>),
    Tagged(tagged::Lowered<'a>),
    /// A struct that borrows.
    Twin(twins::Struct<'a>),
    /// An enum with data that borrows.
    TaggedTwin(twins::Tagged<'a>),
    Union(unions::Lowered<'a>),
    Opaque(opaques::Lowered<'a>),
    Callback(callbacks::Lowered<'a>),
    Service(services::Lowered<'a>),
}

impl<'a> Module<'a> {
    pub(crate) fn lower(cx: &Context<'a>, refusals: &mut Refusals) -> Self {
        let types = cx.inventory.definition_order();
        let own = (String::new(), String::new());
        let spaces = [(&own.0, &own.1)].into_iter().chain(&cx.spaces);
        Module {
            spaces: spaces.map(|(rust, name)| Space::lower(cx, rust, name, &types, refusals)).collect(),
            arrays: cx.arrays.iter().filter_map(|(name, types)| arrays::lower(cx, name, types, refusals)).collect(),
            checked: checks::lower(cx),
            natives: natives::lower(cx),
            patterns: Patterns::of(cx, &types),
        }
    }

    /// All definitions, whatever namespace they are in.
    pub(crate) fn types(&self) -> impl Iterator<Item = &(Type, Definition<'a>)> {
        self.spaces.iter().flat_map(|space| &space.types)
    }
}

impl<'a> Space<'a> {
    fn lower(cx: &Context<'a>, rust: &str, name: &str, types: &[Type], refusals: &mut Refusals) -> Self {
        let mut scope = Scope::new(format!("the class `{}`", cx.class), names::INHERITED, "what every class has");
        names::USED_IN_BODIES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
        scope.reserve(&cx.class, "the class itself (no member can be called as its type)");
        let constants = lower_constants(cx, rust, &mut scope, refusals);
        let functions = lower_functions(cx, rust, &mut scope, refusals);
        let types: Vec<_> = types.iter().copied().filter(|&ty| cx.space_of(ty) == rust).collect();
        Space {
            name: name.to_owned(),
            constants,
            functions,
            errors: types.iter().copied().filter(|&ty| cx.is_error(ty)).collect(),
            types: types.into_iter().filter_map(|ty| Some((ty, lower_type(cx, ty, refusals)?))).collect(),
        }
    }
}

fn lower_constants<'a>(cx: &Context<'a>, space: &str, scope: &mut Scope, refusals: &mut Refusals) -> Vec<constants::Lowered<'a>> {
    let mut all: Vec<_> = cx.inventory.constants().iter().enumerate().filter(|(_, c)| c.marks.namespace == space).collect();
    all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    all.iter().for_each(|(_, c)| scope.claim(&cx.naming.constant(&c.name), &c.path, refusals));
    all.into_iter().filter_map(|(at, constant)| constants::lower(cx, at, constant, refusals)).collect()
}

fn lower_functions<'a>(cx: &Context<'a>, space: &str, scope: &mut Scope, refusals: &mut Refusals) -> Vec<functions::Lowered<'a>> {
    let mut all: Vec<_> = cx.inventory.functions().iter().enumerate().filter(|(_, f)| f.marks.namespace == space).collect();
    all.sort_by(|(_, a), (_, b)| a.name.cmp(&b.name));
    all.iter().for_each(|(_, f)| scope.claim(&cx.naming.function(&f.name), &f.path, refusals));
    let lower = |(at, function)| functions::lower(cx, function, Item::Function(at), Owner::Static, Sink::Return, refusals);
    all.into_iter().filter_map(lower).collect()
}

fn lower_type<'a>(cx: &Context<'a>, ty: Type, refusals: &mut Refusals) -> Option<Definition<'a>> {
    match *cx.inventory.kind(ty) {
        TypeKind::Struct(id) if twins::borrows(cx, ty) => Some(Definition::Twin(twins::lower_struct(cx, ty, id, refusals))),
        TypeKind::Tagged(id) if twins::borrows(cx, ty) => Some(Definition::TaggedTwin(twins::lower_tagged(cx, ty, id, refusals))),
        TypeKind::Struct(id) => Some(Definition::Struct(structs::lower(cx, ty, id, refusals))),
        TypeKind::Enum(id) => Some(Definition::Enum(enums::lower(cx, ty, id, refusals))),
        TypeKind::Tagged(id) => Some(Definition::Tagged(tagged::lower(cx, ty, id, refusals))),
        TypeKind::Union(id) => Some(Definition::Union(unions::lower(cx, ty, id, refusals))),
        TypeKind::Opaque(id) => Some(Definition::Opaque(opaques::lower(cx, ty, id))),
        TypeKind::Callback { id, nullable: _ } => Some(Definition::Callback(callbacks::lower(cx, ty, id, refusals))),
        TypeKind::Service(id) => Some(Definition::Service(services::lower(cx, ty, id, refusals))),
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

/// What is in the namespace.
pub(crate) fn emit_space(cx: &Context<'_>, w: &mut Writer, space: &Space<'_>) {
    let Space { name, constants, functions, types, errors: _ } = space;
    if name.is_empty() || !constants.is_empty() || !functions.is_empty() {
        let class = cx.dialect.pick("static unsafe class", "static class");
        w.line("/// <summary>The functions and constants of the library.</summary>");
        if cx.inventory.takes_slices() {
            let memory = cx.dialect.pick("Spans and arrays", "Arrays");
            w.lines(format!(
                "/// <remarks>{memory} of numbers, and of structs of numbers, are lent to Rust where they are: to write to one before the call has returned, in a\n\
                 /// callback or on another thread, is undefined behaviour.</remarks>"
            ));
        }
        value_types::open(w, &format!("{} {class} {}", cx.public(), cx.class), |w| {
            constants.iter().for_each(|constant| constants::emit(cx, w, constant));
            functions.iter().for_each(|function| functions::emit(cx, w, function));
        });
    }
    for (_, definition) in types {
        w.blank();
        match definition {
            Definition::Struct(lowered) => structs::emit(cx, w, lowered),
            Definition::Enum(lowered) => enums::emit(cx, w, lowered),
            Definition::Tagged(lowered) => tagged::emit(cx, w, lowered),
            Definition::Twin(lowered) => twins::emit_struct(cx, w, lowered),
            Definition::TaggedTwin(lowered) => twins::emit_tagged(cx, w, lowered),
            Definition::Union(lowered) => unions::emit(cx, w, lowered),
            Definition::Opaque(lowered) => opaques::emit(cx, w, lowered),
            Definition::Callback(lowered) => callbacks::emit(cx, w, lowered),
            Definition::Service(lowered) => services::emit(cx, w, lowered),
        }
    }
}

/// What is in the namespace of the errors' exceptions, and after them.
pub(crate) fn emit_exceptions(cx: &Context<'_>, w: &mut Writer, space: &Space<'_>) {
    for &error in &space.errors {
        w.blank();
        results::emit_exception(cx, w, error);
    }
}

/// What all namespaces need.
pub(crate) fn emit_shared(cx: &Context<'_>, w: &mut Writer, module: &Module<'_>) {
    let Module { spaces: _, arrays: _, checked: _, natives, patterns } = module;
    w.blank();
    checks::emit(cx, w, module);
    w.blank();
    natives::emit(cx, w, natives);
    patterns::emit(cx, w, patterns);
    w.blank();
}
