//! Results: a status with a value at the border, an exception in C#, one type for each error enum.

use crate::syntax::{self, CsType, Dialect, Expr, Operator, Prefix, Template};
use crate::types::conversions::Returned;
use crate::types::{Types, access};
use interoptopus::Writer;
use interoptopus::model::{Crossing, Type};

/// A call, whose status has been looked at.
pub(crate) fn checked(types: &Types<'_>, returned: &Returned, crossing: Crossing) -> Template {
    let call = Template::value();
    let error = match crossing {
        Crossing::Bare => return call,
        Crossing::Guarded { error: None } => None,
        Crossing::Guarded { error: Some(error) } => {
            let exception = Template::Type(types.names.qualified(types.names.exception(error)).into()).member("From");
            Some(if types.dialect.is_unity() { exception } else { exception.prefixed(Prefix::AddressOf) })
        }
    };
    match returned.is_nothing() {
        true => syntax::call("FfiStatus", "Check", [call].into_iter().chain(error)),
        false => opened(call, returned).method("Unwrap", error),
    }
}

/// Whether the call succeeded that returned `result`, if it can fail, and the value that it then has.
pub(crate) fn unchecked(result: &str, returned: &Returned, crossing: Crossing) -> (Option<Expr>, Expr) {
    let is_ok = |status: Expr| Some(status.binary(Operator::Equal, "0"));
    match crossing {
        Crossing::Bare => (None, result.into()),
        Crossing::Guarded { error: _ } if returned.is_nothing() => (is_ok(result.into()), result.into()),
        Crossing::Guarded { error: _ } => {
            let result = opened(Expr::from(result), returned);
            (is_ok(result.clone().member("status")), result.member("value"))
        }
    }
}

/// The result that the native function returned as `call`.
fn opened<Hole>(call: Expr<Hole>, returned: &Returned) -> Expr<Hole> {
    if returned.flat.is_some() { call.member("Value") } else { call }
}

/// The exception of an error enum.
pub(crate) struct Exception {
    access: &'static str,
    /// The enum.
    error: String,
    /// The enum in documentation.
    cref: String,
}

pub(crate) fn lower_exception(types: &Types<'_>, error: Type) -> Exception {
    let (access, name) = (access::of_type(types, error), types.names.declared(error));
    // Its property is called `Error` whatever the enum is called, and a link would lead there.
    let is_hidden = name.word() == "Error" && types.names.name_of(error).is_plain();
    let cref = if is_hidden { format!("{}.{name}", types.names.namespace) } else { types.names.name_of(error).to_string() };
    Exception { access, error: name.to_string(), cref }
}

impl Exception {
    pub(crate) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        let Exception { access, error: name, cref } = self;
        let exception = format!("{name}Exception");
        w.line(format!("/// <summary>A call failed with one of <see cref=\"{cref}\"/>.</summary>"));
        if dialect.is_unity() {
            syntax::open(w, &format!("{access} sealed class {exception} : InteropException"), |w| {
                w.line(format!(
                    "internal static readonly Func<int, Exception> From = status => new {exception}(({name})status);"
                ));
                w.blank();
                w.line(format!("internal {exception}({name} error)"));
                w.indented(|w| w.line(": base(error.ToString())"));
                w.block("{", "}", |w| w.line("Error = error;"));
                w.blank();
                w.line("/// <summary>Which one.</summary>");
                w.line(format!("public {name} Error {{ get; }}"));
            });
        } else {
            let head = format!("{access} sealed class {exception}({name} error) : InteropException($\"{{error}}\")");
            syntax::open(w, &head, |w| {
                w.line("/// <summary>Which one.</summary>");
                w.line(format!("public {name} Error {{ get; }} = error;"));
                w.blank();
                w.line(format!("internal static Exception From(int status) => new {exception}(({name})status);"));
            });
        }
    }
}

/// The results of the dialect without generic types at the border: one struct each.
pub(crate) fn emit_unity(dialect: Dialect, w: &mut Writer, raw: &CsType) {
    w.line("[StructLayout(LayoutKind.Sequential)]");
    syntax::open(w, &format!("internal struct {}", dialect.result_of(raw)), |w| {
        w.line("internal readonly int status;");
        w.line(format!("internal readonly {raw} value;"));
        w.blank();
        syntax::open(w, &format!("internal {raw} Unwrap(Func<int, Exception> error = null)"), |w| {
            w.line("FfiStatus.Check(status, error);");
            w.line("return value;");
        });
    });
}
