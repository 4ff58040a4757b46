//! Functions: one uniform way from what crosses to a prototype, for free functions, constructors and methods alike.

use crate::docs::{self, notes};
use crate::names::ours;
use crate::types::Types;
use interoptopus::model::{self, AbiParameter, AbiType, Crossing, Function, Head, Item};
use interoptopus_c_syntax::{Declared, Prototype};

/// All free functions, by symbol.
pub(crate) fn lower(types: &Types<'_>) -> Vec<Prototype> {
    let functions = types.inventory.functions().iter().enumerate();
    let mut all: Vec<_> =
        functions.map(|(at, f)| one(types, f, Item::Function(at), model::abi_parameters(types.inventory, f))).collect();
    all.sort_by(|a, b| a.declared.name.cmp(&b.declared.name));
    all
}

/// The prototype of `function`, which takes `abi` in all: of a method that is the object too.
pub(crate) fn one(types: &Types<'_>, function: &Function, item: Item, abi: Vec<AbiParameter>) -> Prototype {
    let Function { head: Head { docs: text, marks, .. }, symbol, is_unsafe: _, parameters, returns, abi_returns, crossing } =
        function;
    let names = types.names.parameters(abi.iter().map(|p| p.name.as_str()));
    let mut comment = docs::visibility_of_item(docs::comment(types, text, item), marks);
    let mut declared = Vec::new();
    for (name, AbiParameter { name: _, ty, of }) in names.iter().zip(abi) {
        declared.push(Declared::new(name, types.parameter(ty)));
        let described = of.filter(|_| ty != AbiType::Len).and_then(|at| notes::of_parameter(types.inventory, parameters[at].ty));
        if let Some(note) = described {
            comment = comment.param(name, note);
        }
    }
    let on_success = match crossing {
        Crossing::Bare => "",
        Crossing::Guarded { error: _ } => "on success ",
    };
    if let Some(note) = notes::of_return(types, *returns, on_success) {
        comment = comment.returns(&note);
    }
    let plain = Prototype::new(symbol, declared, types.of(*abi_returns), docs::deprecated(comment, marks));
    let restriction = model::take_wide(types.inventory, parameters).then(|| types.names.value(ours::TAKES_WIDE));
    let condition = types.condition(parameters.iter().map(|p| p.ty).chain([*abi_returns]));
    Prototype { attribute: docs::attribute(types.names, marks), restriction, condition, ..plain }
}
