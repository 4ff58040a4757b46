//! Memory for the time of a call: the variable that has it, and how elements get there and back.

use crate::names::members::local;
use crate::syntax::{CsType, Template};
use crate::types::conversions::{Disposed, Stored};

/// The variable that makes the memory which the parameter `name` leads to.
pub(crate) fn scope(name: &str) -> Disposed {
    Disposed { ty: CsType::Known("FfiArena"), name: variable(name), arguments: String::new() }
}

fn variable(name: &str) -> String {
    local(&format!("{name}Arena"))
}

/// `text`, an expression with a hole for the memory, as it is for the parameter `name`.
pub(crate) fn bind(text: &str, name: &str) -> String {
    text.replace('#', &variable(name))
}

/// The function that makes what is in memory of an element that is `stored`.
pub(crate) fn each_in(stored: &Stored) -> String {
    let into = stored.to_element();
    if let Some(method) = into.as_str().strip_suffix("($, #, @)").filter(|method| is_path(method)) {
        return method.to_owned();
    }
    let [each, arena, parameter] = ["each", "arena", "parameter"].map(|name| unused(&into, name));
    format!("({each}, {arena}, {parameter}) => {}", into.with(&each, &parameter).replace('#', &arena))
}

/// The function that copies such an element.
pub(crate) fn each_out(stored: &Stored) -> String {
    let out = stored.out_of_element();
    let each = unused(&out, "each");
    format!("{each} => {}", out.apply(&each))
}

fn is_path(text: &str) -> bool {
    text.chars().all(|c| c.is_alphanumeric() || "_.:@<>".contains(c))
}

/// A name like `wanted` that is no parameter's, and none of a function within `within`.
fn unused(within: &Template, wanted: &str) -> String {
    let depth = within.as_str().matches("=>").count();
    format!("{wanted}{}__", if depth == 0 { String::new() } else { depth.to_string() })
}
