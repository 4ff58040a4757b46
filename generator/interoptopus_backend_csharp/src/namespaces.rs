//! Namespaces: the constants, functions and types that Rust puts into each, in the order in which they are printed.

use crate::constructs::functions::method::{Owner, Sink};
use crate::constructs::results::{self, Exception};
use crate::constructs::{constants, functions, validation};
use crate::definitions::{self, Defined};
use crate::docs;
use crate::names::{Scope, reserved};
use crate::syntax::{self, Dialect};
use crate::types::{Types, access};
use interoptopus::model::{self, Item, Subject, Type};
use interoptopus::{Refusals, Writer};
use std::collections::HashSet;

/// A namespace.
pub(crate) struct Namespace {
    /// As C# calls it, below the library's own; empty for that.
    pub(crate) name: String,
    class: Class,
    /// In the order of the inventory's definitions.
    pub(crate) types: Vec<Defined>,
    /// The exceptions of error enums.
    exceptions: Vec<Exception>,
}

/// The class of functions and constants.
struct Class {
    access: &'static str,
    name: String,
    takes_slices: bool,
    constants: Vec<constants::ConstantMember>,
    functions: Vec<functions::Overloads>,
}

/// All namespaces, the library's own first.
pub(crate) fn lower(types: &Types<'_>, refusals: &mut Refusals) -> Vec<Namespace> {
    let all = model::definition_order(types.inventory);
    let spaces = types.names.spaces.iter().map(|(rust, name)| (rust.as_str(), name.to_string()));
    let spaces = [("", String::new())].into_iter().chain(spaces);
    let checked = validation::lower(types);
    spaces.map(|(rust, name)| Namespace::lower(types, rust, name, &all, &checked, refusals)).collect()
}

impl Namespace {
    fn lower(
        types: &Types<'_>,
        rust: &str,
        name: String,
        all: &[Type],
        checked: &HashSet<Type>,
        refusals: &mut Refusals,
    ) -> Self {
        let mut scope = Scope::new(format!("the class `{}`", types.names.class), reserved::INHERITED, "what every class has");
        reserved::USED_IN_BODIES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
        scope.reserve(&types.names.class, "the class itself (no member can be named as its type)");
        let constants = lower_constants(types, rust, &mut scope, refusals);
        let functions = lower_functions(types, rust, &mut scope, refusals);
        let within = all.iter().copied().filter(|&ty| model::namespace_of(types.inventory, ty) == rust);
        let errors = within.clone().filter(|&ty| types.names.is_error(ty));
        Namespace {
            name,
            class: Class {
                access: access::public(types),
                name: types.names.class.clone(),
                takes_slices: model::takes_slices(types.inventory),
                constants,
                functions,
            },
            exceptions: errors.map(|error| results::lower_exception(types, error)).collect(),
            types: definitions::lower(types, within, checked, refusals),
        }
    }

    pub(crate) fn is_own(&self) -> bool {
        self.name.is_empty()
    }

    /// The class of functions and constants, and the types.
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let Namespace { name: _, class, types, exceptions: _ } = self;
        if self.is_own() || !class.constants.is_empty() || !class.functions.is_empty() {
            class.emit(dialect, w);
        }
        for defined in types {
            w.blank();
            defined.definition.emit(dialect, w);
        }
    }

    /// The exceptions, which stand after all types.
    pub(crate) fn emit_exceptions(&self, dialect: Dialect, w: &mut Writer) {
        for exception in &self.exceptions {
            w.blank();
            exception.emit(dialect, w);
        }
    }
}

impl Class {
    fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let Class { access, name, takes_slices, constants, functions } = self;
        let class = dialect.pick("static unsafe class", "static class");
        w.line("/// <summary>The functions and constants of the library.</summary>");
        if *takes_slices {
            syntax::comment(w, &format!("<remarks>{}</remarks>", docs::lent_memory(dialect)));
        }
        syntax::open(w, &format!("{access} {class} {name}"), |w| {
            constants.iter().for_each(|constant| constants::emit(w, constant));
            functions.iter().for_each(|function| functions::emit(dialect, w, function));
        });
    }
}

fn lower_constants(types: &Types<'_>, space: &str, scope: &mut Scope, refusals: &mut Refusals) -> Vec<constants::ConstantMember> {
    let mut all: Vec<_> =
        types.inventory.constants().iter().enumerate().filter(|(_, c)| c.head.marks.namespace == space).collect();
    all.sort_by(|(_, a), (_, b)| a.head.name.cmp(&b.head.name));
    let subject = |at| Subject::item(types.inventory, Item::Constant(at));
    all.iter().for_each(|&(at, c)| scope.claim(&types.names.naming.constant(&c.head.name), &subject(at), refusals));
    all.into_iter().filter_map(|(at, constant)| constants::lower(types, at, constant, refusals)).collect()
}

fn lower_functions(types: &Types<'_>, space: &str, scope: &mut Scope, refusals: &mut Refusals) -> Vec<functions::Overloads> {
    let mut all: Vec<_> =
        types.inventory.functions().iter().enumerate().filter(|(_, f)| f.head.marks.namespace == space).collect();
    all.sort_by(|(_, a), (_, b)| a.head.name.cmp(&b.head.name));
    let subject = |at| Subject::item(types.inventory, Item::Function(at));
    all.iter().for_each(|&(at, f)| scope.claim(&types.names.naming.function(&f.head.name), &subject(at), refusals));
    let lower = |(at, function)| functions::lower(types, function, Item::Function(at), Owner::Static, Sink::Return, refusals);
    all.into_iter().filter_map(lower).collect()
}
