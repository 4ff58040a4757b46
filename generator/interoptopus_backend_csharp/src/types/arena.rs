//! Memory for the time of a call: the variable that has it, and how elements get there and back.

use crate::names::Names;
use crate::names::members::local_for;
use crate::runtime::Part;
use crate::syntax::{CsType, Expr, Identifier, Template};
use crate::types::aligned;
use crate::types::conversions::{Disposed, Passed, Stored};
use interoptopus::model::{self, Type};

/// The alignment of that memory.
const ALIGNMENT: usize = 16;

/// Refuses what such memory is not aligned enough for.
pub(crate) fn refuse_aligned(names: &Names<'_>, ty: Type) -> Result<(), String> {
    if aligned::needed(names, ty).is_none_or(|align| align <= ALIGNMENT) {
        return Ok(());
    }
    Err(format!(
        "C# aligns what a value leads to to no more than {ALIGNMENT} bytes, and `{}` needs more: take it behind a parameter of its own",
        model::type_name(names.inventory, ty)
    ))
}

/// The variable that makes the memory which the parameter `name` leads to.
pub(crate) fn scope(name: &Identifier) -> Disposed {
    Disposed { ty: CsType::Known("FfiArena"), name: variable(name), arguments: String::new() }
}

fn variable(name: &Identifier) -> String {
    local_for(name, "Arena")
}

/// The expression for the parameter `name`, with that variable as the memory.
pub(crate) fn argument(into: &Template, name: &Identifier) -> Expr {
    into.within(name, format!("nameof({name})"), variable(name))
}

/// The parameter `name`, which native code has as what `into` makes of it in that memory.
pub(crate) fn passed(public: CsType, native: CsType, into: &Template, name: &Identifier) -> Passed {
    Passed {
        scopes: vec![scope(name)],
        arguments: vec![argument(into, name)],
        parts: [Part::Arena].into(),
        ..Passed::new(public, native)
    }
}

/// The function that makes what is in memory of an element that is `stored`.
pub(crate) fn each_in(stored: &Stored) -> Template {
    let into = stored.to_element();
    if let Expr::Call(method, arguments) = &into
        && arguments[..] == [Template::value(), Template::arena(), Template::parameter()]
    {
        return (**method).clone();
    }
    let [each, arena, parameter] = ["each", "arena", "parameter"].map(|name| unused(&into, name));
    let made = into.within(&each, &parameter, &arena);
    Expr::Lambda(vec![each, arena, parameter], Box::new(made)).lifted()
}

/// The function that copies such an element.
pub(crate) fn each_out(stored: &Stored) -> Template {
    let out = stored.out_of_element();
    let each = unused(&out, "each");
    let made = out.apply(&each);
    Expr::Lambda(vec![each], Box::new(made)).lifted()
}

/// A name like `wanted` that is no parameter's, and none of a function within `within`.
fn unused(within: &Template, wanted: &str) -> String {
    let functions = within.count(&|part| matches!(part, Expr::Lambda(..)));
    format!("{wanted}{}__", if functions == 0 { String::new() } else { functions.to_string() })
}
