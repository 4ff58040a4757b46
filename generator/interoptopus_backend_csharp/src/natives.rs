//! The native functions as they are: blittable arguments, no checks.

use crate::api_guard::{self, ApiGuard};
use crate::context::Context;
use crate::marshal::{Place, Text};
use crate::syntax::{self, Dialect, escaped};
use crate::{names, twins};
use interoptopus::Writer;
use interoptopus::model::{Function, Own, ServiceId};

/// What the class `Native` has besides functions.
const OWN: &[&str] = &["Native", "Library", "ApiGuard"];

/// What the class `Native` calls the function that is exported as `symbol`.
pub(crate) fn name_of(symbol: &str) -> String {
    let is_own = OWN.contains(&symbol) || names::INHERITED.contains(&symbol) || Own::ALL.iter().any(|own| own.name() == symbol);
    match is_own {
        true => format!("{symbol}_"),
        false => escaped(&identifier(symbol)),
    }
}

/// `symbol` where an identifier has to stand: other characters by their numbers.
fn identifier(symbol: &str) -> String {
    let spelled = |c: char| if c.is_alphanumeric() || c == '_' { c.to_string() } else { format!("_{:x}_", u32::from(c)) };
    symbol.chars().map(spelled).collect()
}

/// The class of native functions.
pub(crate) struct Natives {
    api_guard: ApiGuard,
    functions: Vec<Lowered>,
}

/// A declaration.
pub(crate) struct Lowered {
    name: String,
    symbol: String,
    returns: String,
    parameters: Vec<String>,
}

impl Lowered {
    pub(crate) fn new(name: &str, symbol: String, returns: &str, parameters: &[String]) -> Self {
        Lowered { name: name.to_owned(), symbol, returns: returns.to_owned(), parameters: parameters.to_vec() }
    }
}

/// All declarations: the library's own, then functions by name, then what services consist of.
pub(crate) fn lower(cx: &Context<'_>) -> Natives {
    let mut all = api_guard::natives(cx);
    let mut free: Vec<&Function> = cx.inventory.functions().iter().collect();
    free.sort_by(|a, b| a.name.cmp(&b.name));
    all.extend(free.into_iter().filter_map(|f| function(cx, f, None)));
    for (of, function_of) in cx.inventory.all_functions() {
        all.extend(of.and_then(|service| function(cx, function_of, Some(service))));
    }
    let own = |symbol: &str, returns: &str| Lowered::new(&name_of(symbol), symbol.to_owned(), returns, &[this(cx)]);
    for service in cx.inventory.services() {
        all.extend(service.release.as_ref().map(|symbol| own(symbol, "int")));
        all.push(own(&service.destroy, "void"));
    }
    Natives { api_guard: api_guard::lower(cx), functions: all }
}

fn this(cx: &Context<'_>) -> String {
    format!("{} self", cx.dialect.address())
}

/// Nothing for what is refused where the method is lowered.
fn function(cx: &Context<'_>, function: &Function, service: Option<ServiceId>) -> Option<Lowered> {
    let Function { name: _, path: _, docs: _, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing, marks: _ } =
        function;
    let is_method = service.is_some_and(|id| cx.inventory[id].methods.iter().any(|m| m.function.symbol == *symbol));
    let is_lent_on = twins::borrows(cx, *returns);
    let mut types = Vec::new();
    for parameter in parameters {
        let place = Place { name: &parameter.name, crossing: *crossing, text: Text::Strings, slot: 0, is_lent_on };
        types.extend(cx.passed(parameter.ty, place).ok()?.native);
    }
    let names = cx.inventory.abi_parameters(function);
    let declared = types.iter().zip(names).map(|(ty, parameter)| format!("{ty} {}", escaped(&parameter.name)));
    let this = is_method.then(|| this(cx));
    let all: Vec<String> = this.into_iter().chain(declared).collect();
    let returns = cx.native_result(&cx.returned_by(*returns, *crossing).ok()?, *crossing);
    Some(Lowered::new(&name_of(symbol), symbol.clone(), &returns, &all))
}

impl Natives {
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        w.line("/// <summary>The exported functions as they are: blittable arguments, no checks.</summary>");
        syntax::open(w, dialect.pick("internal static unsafe class Native", "internal static class Native"), |w| {
            self.api_guard.emit(dialect, w);
            for Lowered { name, symbol, returns, parameters } in &self.functions {
                let entry =
                    if name.trim_start_matches('@') == symbol { String::new() } else { format!("EntryPoint = \"{symbol}\", ") };
                w.blank();
                w.line(format!("[DllImport(Library, {entry}CallingConvention = CallingConvention.Cdecl)]"));
                w.line(format!("internal static extern {returns} {name}({});", parameters.join(", ")));
            }
        });
    }
}
