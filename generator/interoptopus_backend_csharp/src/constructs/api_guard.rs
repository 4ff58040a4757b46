//! The API guard: bindings refuse a library that they were not made for, before the first call.

use crate::syntax::{self, CsType, Dialect, Native, literal};
use crate::types::Types;
use interoptopus::Writer;
use interoptopus::model::{self, Builtin, BuiltinType};

/// The functions that every library has, by names that no inventory changes.
pub(crate) fn natives(types: &Types<'_>) -> Vec<Native> {
    let dialect = types.dialect;
    let cs_type = |ty: BuiltinType| match ty {
        BuiltinType::Void => CsType::VOID,
        BuiltinType::U64 => CsType::ULONG,
        BuiltinType::Size => dialect.length(),
        BuiltinType::Bytes => CsType::BYTE.pointer(),
        BuiltinType::Memory => dialect.address(),
    };
    let parameter = |&(name, ty): &(&str, BuiltinType)| match (dialect, ty) {
        (Dialect::Unity, BuiltinType::Bytes) => format!("[Out] byte[] {name}"),
        _ => format!("{} {name}", cs_type(ty)),
    };
    let declared = |builtin: Builtin| {
        let (parameters, returns) = builtin.signature();
        let parameters: Vec<String> = parameters.iter().map(parameter).collect();
        Native::new(builtin.name().into(), types.inventory.builtin_symbol(builtin), cs_type(returns), &parameters)
    };
    // Nothing asks for the build.
    let needed = model::needed_builtins(types.inventory).into_iter().filter(|builtin| *builtin != Builtin::BuildId);
    needed.map(declared).collect()
}

/// The library that bindings are for.
pub(crate) struct ApiGuard {
    /// As `DllImport` calls it.
    library: String,
    value: u64,
}

pub(crate) fn lower(types: &Types<'_>, library: String) -> ApiGuard {
    ApiGuard { library, value: model::api_guard(types.inventory) }
}

impl ApiGuard {
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let library = format!("private const string Library = \"{}\";", literal(&self.library));
        match dialect {
            Dialect::DotNet => w.line(library),
            Dialect::Unity => {
                // Platforms on which there are no dynamic libraries.
                w.line("#if (UNITY_IOS || UNITY_TVOS || UNITY_VISIONOS || UNITY_WEBGL) && !UNITY_EDITOR");
                w.line("private const string Library = \"__Internal\";");
                w.line("#else");
                w.line(library);
                w.line("#endif");
            }
        }
        w.line(format!("private const ulong ApiGuard = 0x{:016x};", self.value));
        w.blank();
        w.line("// A wrong library is a TypeInitializationException with the reason inside, as a missing one is.");
        syntax::open(w, "static Native()", |w| {
            w.line("ulong found = api_guard();");
            syntax::open(w, "if (found != ApiGuard)", |w| {
                w.line("throw new InteropException(");
                w.indented(|w| {
                    w.line("$\"The library `{Library}` that was loaded has the ABI {found:x16}, these bindings were made for {ApiGuard:x16}: \"");
                    w.line("+ \"use the bindings and the library of one build.\");");
                });
            });
        });
    }
}
