//! The functions of a library as C declares them.

use super::names::{C_WORDS, c_name};
use super::{carriers, types};
use interoptopus::Refusals;
use interoptopus::model::{
    self, AbiParameter, AbiType, Builtin, BuiltinType, Checked, Function, Inventory, Service, ServiceId, Subject, Type, TypeKind,
};
use interoptopus_c_syntax::{CType, Comment, Declared, Definition, Prototype, is_identifier};

/// The library's own functions, then those of its author by symbol, then those of services, in the order of `definitions`.
pub(crate) fn lower(inventory: &Checked, definitions: &[(Type, Definition)]) -> Vec<Prototype> {
    let builtins = model::needed_builtins(inventory).into_iter();
    let mut all: Vec<Prototype> = builtins.map(|builtin| of_builtin(inventory, builtin)).collect();
    let mut free: Vec<&Function> = inventory.functions().iter().collect();
    free.sort_by(|a, b| a.symbol.cmp(&b.symbol));
    all.extend(free.into_iter().map(|function| one(inventory, function, model::abi_parameters(inventory, function))));
    for (ty, _) in definitions {
        if let TypeKind::Service(id) = *inventory.kind(*ty) {
            all.extend(of_service(inventory, *ty, id));
        }
    }
    all
}

/// Refuses functions that cffi, which reads C, can declare none of: those that C's own words are the names of, or that have no identifier for one.
pub(crate) fn check(inventory: &Inventory, refusals: &mut Refusals) {
    for (item, Function { symbol, .. }) in inventory.all_functions() {
        let why = if C_WORDS.contains(&symbol.as_str()) {
            "means something else in C"
        } else if !is_identifier(symbol) {
            "is no identifier of C"
        } else {
            continue;
        };
        refusals.add(
            &Subject::item(inventory, item),
            format!("`{symbol}` {why}, so cffi cannot declare a function of that name: export it as another"),
        );
    }
}

fn of_builtin(inventory: &Checked, builtin: Builtin) -> Prototype {
    let c_type = |ty: BuiltinType| match ty {
        BuiltinType::Void => CType::named("void"),
        BuiltinType::U64 => CType::named("uint64_t"),
        BuiltinType::Size => CType::named("size_t"),
        BuiltinType::Bytes => CType::named("uint8_t").pointer(),
        BuiltinType::Memory => CType::named("void").pointer(),
    };
    let (parameters, returns) = builtin.signature();
    let parameters = parameters.iter().map(|&(name, ty)| Declared::new(name, c_type(ty))).collect();
    prototype(&inventory.builtin_symbol(builtin), parameters, c_type(returns))
}

/// The functions of the service `id`, which is the type `ty`.
fn of_service(inventory: &Inventory, ty: Type, id: ServiceId) -> Vec<Prototype> {
    let Service { head: _, constructors, methods, destroy, release } = &inventory[id];
    let constructors = constructors.iter().map(|f| one(inventory, f, model::abi_parameters(inventory, f)));
    let methods = methods.iter().map(|m| one(inventory, &m.function, model::abi_of_method(inventory, id, m)));
    let of_object = |symbol: &str, returns| {
        let this = Declared::new("self", types::c_type(inventory, ty));
        prototype(symbol, vec![this], CType::named(returns))
    };
    let release = release.iter().map(|release| of_object(release, "int32_t"));
    constructors.chain(methods).chain(release).chain([of_object(destroy, "void")]).collect()
}

/// The prototype of `function`, which takes `abi` in all: of a method that is the object too.
fn one(inventory: &Inventory, function: &Function, abi: Vec<AbiParameter>) -> Prototype {
    let parameters =
        abi.into_iter().map(|AbiParameter { name, ty, of: _ }| Declared::new(c_name(&name), parameter(inventory, ty)));
    prototype(&function.symbol, parameters.collect(), carriers::c_type(inventory, function.abi_returns))
}

fn prototype(symbol: &str, parameters: Vec<Declared>, returns: CType) -> Prototype {
    Prototype::new(symbol, parameters, returns, Comment::default())
}

fn parameter(inventory: &Inventory, ty: AbiType) -> CType {
    match ty {
        AbiType::One(ty) => carriers::c_type(inventory, ty),
        AbiType::Elements { element, access } => types::elements(inventory, element, access),
        AbiType::Utf8 => types::text(),
        AbiType::Len => CType::named("size_t"),
        AbiType::This(id) => {
            let service = inventory.find(TypeKind::Service(id));
            service.map_or(CType::named("void").pointer(), |ty| types::c_type(inventory, ty))
        }
    }
}
