//! The native functions as they are: blittable arguments, no checks.

use crate::constructs::api_guard::{self, ApiGuard};
use crate::names::natives::name_of;
use crate::names::twins::borrows;
use crate::syntax::{self, Dialect, Native, escaped};
use crate::types::Types;
use crate::types::conversions::{Place, Text};
use interoptopus::Writer;
use interoptopus::model::{Function, ServiceId};

/// The class of native functions.
pub(crate) struct Natives {
    api_guard: ApiGuard,
    functions: Vec<Native>,
}

/// All declarations: the library's own, then functions by name, then what services consist of.
pub(crate) fn lower(types: &Types<'_>, library: String) -> Natives {
    let mut all = api_guard::natives(types);
    let mut free: Vec<&Function> = types.inventory.functions().iter().collect();
    free.sort_by(|a, b| a.name.cmp(&b.name));
    all.extend(free.into_iter().filter_map(|f| function(types, f, None)));
    for (of, function_of) in types.inventory.all_functions() {
        all.extend(of.and_then(|service| function(types, function_of, Some(service))));
    }
    let own = |symbol: &str, returns: &str| Native::new(&name_of(symbol), symbol.to_owned(), returns, &[this(types)]);
    for service in types.inventory.services() {
        all.extend(service.release.as_ref().map(|symbol| own(symbol, "int")));
        all.push(own(&service.destroy, "void"));
    }
    Natives { api_guard: api_guard::lower(types, library), functions: all }
}

fn this(types: &Types<'_>) -> String {
    format!("{} self", types.dialect.address())
}

/// Nothing for what is refused where the method is lowered.
fn function(types: &Types<'_>, function: &Function, service: Option<ServiceId>) -> Option<Native> {
    let Function { name: _, path: _, docs: _, symbol, is_unsafe: _, parameters, returns, abi_returns: _, crossing, marks: _ } =
        function;
    let is_method = service.is_some_and(|id| types.inventory[id].methods.iter().any(|m| m.function.symbol == *symbol));
    let is_lent_on = borrows(types.inventory, *returns);
    let mut taken = Vec::new();
    for parameter in parameters {
        let place = Place { name: &parameter.name, crossing: *crossing, text: Text::Strings, slot: 0, is_lent_on };
        taken.extend(types.passed(parameter.ty, place).ok()?.native);
    }
    let names = types.inventory.abi_parameters(function);
    let declared = taken.iter().zip(names).map(|(ty, parameter)| format!("{ty} {}", escaped(&parameter.name)));
    let this = is_method.then(|| this(types));
    let all: Vec<String> = this.into_iter().chain(declared).collect();
    let returns = types.native_result(&types.returned_by(*returns, *crossing).ok()?, *crossing);
    Some(Native::new(&name_of(symbol), symbol.clone(), &returns, &all))
}

impl Natives {
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        w.line("/// <summary>The exported functions as they are: blittable arguments, no checks.</summary>");
        syntax::open(w, dialect.pick("internal static unsafe class Native", "internal static class Native"), |w| {
            self.api_guard.emit(dialect, w);
            self.functions.iter().for_each(|native| native.emit(w));
        });
    }
}
