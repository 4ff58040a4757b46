//! Native functions, as `DllImport` declares them.

use super::identifiers::Identifier;
use super::types::CsType;
use interoptopus::Writer;

/// A declaration.
pub(crate) struct Native {
    name: Identifier,
    symbol: String,
    returns: CsType,
    parameters: Vec<String>,
}

impl Native {
    pub(crate) fn new(name: Identifier, symbol: String, returns: CsType, parameters: &[String]) -> Self {
        Native { name, symbol, returns, parameters: parameters.to_vec() }
    }

    pub(crate) fn emit(&self, w: &mut Writer) {
        let Native { name, symbol, returns, parameters } = self;
        let entry = if name.word() == symbol { String::new() } else { format!("EntryPoint = \"{symbol}\", ") };
        w.blank();
        w.line(format!("[DllImport(Library, {entry}CallingConvention = CallingConvention.Cdecl)]"));
        w.line(format!("internal static extern {returns} {name}({});", parameters.join(", ")));
    }
}
