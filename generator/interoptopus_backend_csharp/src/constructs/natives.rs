//! The native functions as they are: blittable arguments, no checks.

use crate::constructs::api_guard::{self, ApiGuard};
use crate::names::natives::name_of;
use crate::syntax::{self, CsType, Dialect, Identifier, Native};
use crate::types::Types;
use crate::types::signatures::Conversions;
use interoptopus::Writer;
use interoptopus::model::{self, AbiParameter, AbiType, Function, Item};

/// The class of native functions.
pub(crate) struct Natives {
    api_guard: ApiGuard,
    functions: Vec<Native>,
}

/// All declarations: the library's own, then functions by name, then what services consist of.
pub(crate) fn lower(types: &Types<'_>, library: String) -> Natives {
    let mut all = api_guard::natives(types);
    let (mut free, of_services): (Vec<_>, Vec<_>) =
        types.inventory.all_functions().partition(|(item, _)| matches!(item, Item::Function(_)));
    free.sort_by(|(_, a), (_, b)| a.head.name.cmp(&b.head.name));
    all.extend(free.into_iter().chain(of_services).filter_map(|(item, f)| function(types, item, f)));
    let this = format!("{} self", types.dialect.address());
    let own =
        |symbol: &str, returns: CsType| Native::new(name_of(symbol), symbol.to_owned(), returns, std::slice::from_ref(&this));
    for service in types.inventory.services() {
        all.extend(service.release.as_ref().map(|symbol| own(symbol, CsType::INT)));
        all.push(own(&service.destroy, CsType::VOID));
    }
    Natives { api_guard: api_guard::lower(types, library), functions: all }
}

/// The declaration of the function that is `item`, if C# can express it.
fn function(types: &Types<'_>, item: Item, function: &Function) -> Option<Native> {
    let Function { symbol, crossing, .. } = function;
    let Conversions { passed, passed_bytes: _, returned } = types.conversions(function)?;
    let abi = match item {
        Item::Method(id, at) => model::abi_of_method(types.inventory, id, &types.inventory[id].methods[at]),
        _ => model::abi_parameters(types.inventory, function),
    };
    let declared = abi.into_iter().map(|AbiParameter { name, ty, of }| {
        let native = match (ty, of) {
            (AbiType::Len, _) => types.dialect.length().into(),
            (AbiType::This(_), _) | (_, None) => types.dialect.address().into(),
            (AbiType::One(_) | AbiType::Elements { .. } | AbiType::Utf8, Some(at)) => passed[at].native.clone(),
        };
        format!("{native} {}", Identifier::from(&name))
    });
    let all: Vec<String> = declared.collect();
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
