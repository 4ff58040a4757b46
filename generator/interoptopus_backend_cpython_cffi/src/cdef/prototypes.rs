//! The functions of a library as C declares them.

use super::carriers;
use super::names::{C_WORDS, c_name};
use super::types::{self, declare};
use crate::refusals::Refusals;
use crate::syntax::lines::WIDTH;
use interoptopus::model::{AbiParameter, AbiType, Checked, Function, Inventory, Own, Service, Type, TypeKind};
use interoptopus_c_syntax::{CType, Declared, is_identifier};

/// The library's own functions, then those of its author by symbol, then those of services.
pub(crate) fn lines(inventory: &Checked, order: &[Type]) -> Vec<String> {
    let own = |own| match own {
        Own::ApiGuard | Own::BuildId => format!("uint64_t {}(void);", inventory.own_symbol(own)),
        Own::LastError => format!("size_t {}(uint8_t *buffer, size_t capacity);", inventory.own_symbol(own)),
        Own::LiveObjects => format!("size_t {}(void);", inventory.own_symbol(own)),
    };
    let mut lines: Vec<_> = Own::ALL.map(own).into();
    let mut free: Vec<&Function> = inventory.functions().iter().collect();
    free.sort_by(|a, b| a.symbol.cmp(&b.symbol));
    free.iter().for_each(|function| lines.extend(prototype(inventory, function, &inventory.abi_parameters(function))));
    order.iter().for_each(|&ty| lines.extend(methods(inventory, ty)));
    lines
}

/// Refuses functions that cffi, which reads C, can declare none of: those that C's own words are the names of, or that have no identifier for one.
pub(crate) fn check(inventory: &Inventory, refusals: &mut Refusals) {
    for (_, Function { path, symbol, .. }) in inventory.all_functions() {
        let why = if C_WORDS.contains(&symbol.as_str()) {
            "means something else in C"
        } else if !is_identifier(symbol) {
            "is no identifier of C"
        } else {
            continue;
        };
        refusals.add(path, format!("`{symbol}` {why}, so cffi cannot declare a function of that name: export it as another"));
    }
}

/// What a library exports for a service.
fn methods(inventory: &Inventory, ty: Type) -> Vec<String> {
    let TypeKind::Service(id) = *inventory.kind(ty) else { return Vec::new() };
    let Service { name: _, path: _, docs: _, constructors, methods, destroy, release, marks: _ } = &inventory[id];
    let mut lines = Vec::new();
    constructors.iter().for_each(|f| lines.extend(prototype(inventory, f, &inventory.abi_parameters(f))));
    methods.iter().for_each(|m| lines.extend(prototype(inventory, &m.function, &inventory.abi_of_method(id, m))));
    let this = declare(inventory, ty, "self");
    lines.extend(release.iter().map(|release| format!("int32_t {release}({this});")));
    lines.push(format!("void {destroy}({this});"));
    lines
}

fn prototype(inventory: &Inventory, function: &Function, parameters: &[AbiParameter]) -> Vec<String> {
    let parameters = parameters.iter().map(|AbiParameter { name, ty }| parameter(inventory, name, *ty)).collect();
    let returns = Box::new(carriers::c_type(inventory, function.abi_returns));
    let declared = Declared::new(&function.symbol, CType::Function { returns, parameters });
    format!("{};", declared.declaration_in_lines(WIDTH - 1)).lines().map(str::to_owned).collect()
}

/// A parameter of a function.
fn parameter(inventory: &Inventory, name: &str, ty: AbiType) -> Declared {
    let ty = match ty {
        AbiType::One(ty) => carriers::c_type(inventory, ty),
        AbiType::Elements { element, access } => types::elements(inventory, element, access),
        AbiType::Utf8 => types::text(),
        AbiType::Len => CType::named("size_t"),
        AbiType::This(id) => {
            inventory.find(TypeKind::Service(id)).map_or(CType::named("void"), |ty| types::c_type(inventory, ty))
        }
    };
    Declared::new(c_name(name), ty)
}
