//! The native functions as they are: blittable arguments, no checks.

use crate::constructs::api_guard::{self, ApiGuard};
use crate::names::natives::name_of;
use crate::syntax::{self, CsType, Dialect, Identifier, Native};
use crate::types::Types;
use crate::types::signatures::Conversions;
use interoptopus::Writer;
use interoptopus::model::{self, Function};

/// The class of native functions.
pub(crate) struct Natives {
    api_guard: ApiGuard,
    functions: Vec<Native>,
}

/// All declarations: the library's own, then functions by name, then what services consist of.
pub(crate) fn lower(types: &Types<'_>, library: String) -> Natives {
    let mut all = api_guard::natives(types);
    let mut free: Vec<&Function> = types.inventory.functions().iter().collect();
    free.sort_by(|a, b| a.head.name.cmp(&b.head.name));
    all.extend(free.into_iter().filter_map(|f| function(types, f, false)));
    for service in types.inventory.services() {
        all.extend(service.constructors.iter().filter_map(|constructor| function(types, constructor, false)));
        all.extend(service.methods.iter().filter_map(|method| function(types, &method.function, true)));
    }
    let own = |symbol: &str, returns: CsType| Native::new(name_of(symbol), symbol.to_owned(), returns, &[this(types)]);
    for service in types.inventory.services() {
        all.extend(service.release.as_ref().map(|symbol| own(symbol, CsType::INT)));
        all.push(own(&service.destroy, CsType::VOID));
    }
    Natives { api_guard: api_guard::lower(types, library), functions: all }
}

fn this(types: &Types<'_>) -> String {
    format!("{} self", types.dialect.address())
}

/// The declaration of `function`, if C# can express it; that of a method takes the object too.
fn function(types: &Types<'_>, function: &Function, is_method: bool) -> Option<Native> {
    let Function { symbol, crossing, .. } = function;
    let Conversions { passed, passed_bytes: _, returned } = types.conversions(function)?;
    let names = model::abi_parameters(types.inventory, function);
    let natives = passed.iter().flat_map(|passed| &passed.native);
    let declared = natives.zip(names).map(|(ty, parameter)| format!("{ty} {}", Identifier::from(&parameter.name)));
    let this = is_method.then(|| this(types));
    let all: Vec<String> = this.into_iter().chain(declared).collect();
    Some(Native::new(name_of(symbol), symbol.clone(), types.native_result(returned, *crossing), &all))
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
