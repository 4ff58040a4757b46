//! The call itself, and what follows it: written-back arguments, the status, the value.

use super::results;
use crate::cdef::carriers::{self, Place};
use crate::syntax::keywords::KEYWORDS;
use crate::types::by_value;
use crate::types::passage::Body;
use crate::types::table::Types;
use interoptopus::model::{Crossing, Loan, Ownership, ServiceId, Type, TypeKind};

/// A call into the library, and what follows it.
pub(crate) struct Call<F> {
    pub(crate) callee: String,
    /// What it returns at the ABI.
    pub(crate) returns: Type,
    pub(crate) arguments: Vec<String>,
    /// What is written back.
    pub(crate) after: Vec<String>,
    /// The list of what callbacks raised, if there are any.
    pub(crate) raised: Option<String>,
    pub(crate) failure: F,
    /// How many lines come before the conversions.
    pub(crate) unconverted: usize,
    /// What names the argument that is of a wrong type.
    pub(crate) refusing: Option<Refusing>,
    /// `BaseException`, as it is written here.
    pub(crate) any_exception: String,
}

/// What stands around conversions and a call, so that an argument of a wrong type is named.
#[derive(Clone, Debug)]
pub(crate) struct Refusing {
    /// The variable of the exception.
    pub(crate) error: String,
    /// The statement that raises what names the argument, if one is wrong.
    pub(crate) statement: String,
}

impl Refusing {
    /// The lines, none of which runs code of the library's users after the call or raises what the library failed with.
    pub(crate) fn around(&self, lines: &[String]) -> Vec<String> {
        if lines.is_empty() {
            return Vec::new();
        }
        let indented = lines.iter().map(|line| if line.is_empty() { String::new() } else { format!("    {line}") });
        let start = ["try:".to_owned()].into_iter().chain(indented);
        let end = [format!("except _WRONG as {}:", self.error), format!("    {}", self.statement), "    raise".to_owned()];
        start.chain(end).collect()
    }
}

impl<F: Fn(&str) -> String> Call<F> {
    /// The line that calls, with the conversions before it, if they are wrapped with it.
    fn calling(&self, line: String, lines: &mut Vec<String>) {
        let Some(refusing) = &self.refusing else { return lines.push(line) };
        let mut wrapped = lines.split_off(self.unconverted);
        wrapped.push(line);
        lines.extend(refusing.around(&wrapped));
    }

    /// The object comes first. A running call holds a reference to its owner, so that `close` on another thread frees nothing under it.
    pub(crate) fn on_object(mut self) -> Self {
        self.arguments.insert(0, "self._c or _closed(self)".to_owned());
        self
    }

    fn expression(&self) -> String {
        format!("{}({})", self.callee, self.arguments.join(", "))
    }

    /// What follows the call whether it failed or not; if it raises, nobody gets the objects that the call made, so `freed` frees them.
    fn after(&self, freed: Option<String>) -> Vec<String> {
        let indented = |lines: &[String]| lines.iter().map(|line| format!("    {line}")).collect::<Vec<_>>();
        let freed: Vec<String> = freed.iter().flat_map(|lines| lines.lines()).map(str::to_owned).collect();
        let line = |line: &str| vec![line.to_owned()];
        let mut lines = match (&self.after[..], &freed[..]) {
            (after, []) => after.to_vec(),
            ([], _) => Vec::new(),
            (after, freed) => {
                let end = [indented(freed), line("    raise")].concat();
                [line("try:"), indented(after), vec![format!("except {}:", self.any_exception)], end].concat()
            }
        };
        if let Some(raised) = &self.raised {
            lines.push(format!("if {raised}:"));
            lines.extend(indented(&freed));
            lines.push(format!("    raise {raised}.pop()  # leaves no cycle of exception, traceback and this frame"));
        }
        lines
    }

    fn follows(&self) -> bool {
        !self.after.is_empty() || self.raised.is_some()
    }

    /// Statements that free the objects which a successful call returned as `value`, if it can return any.
    fn freeing(&self, types: &Types<'_>, returns: Type, crossing: &Crossing, value: &str, status: &str) -> Option<String> {
        if types.inventory.ownership(returns) != Ownership::Owning {
            return None;
        }
        // As soon as they are Python's, they go with their last reference.
        let owned = types.of(returns).from_c.as_ref().ok()?.of(value);
        Some(match crossing {
            Crossing::Bare => owned,
            Crossing::Guarded { error: _ } => format!("if not {status}:\n    {owned}  # and so frees it: nobody gets it"),
        })
    }

    fn check(&self, status: &str) -> [String; 2] {
        [format!("if {status}:"), format!("    {}", (self.failure)(status))]
    }

    /// Returns a value, or nothing.
    pub(crate) fn gives(
        self,
        body: &mut Body<'_, '_>,
        returns: Type,
        crossing: &Crossing,
        lines: &mut Vec<String>,
    ) -> Result<(), String> {
        let nothing = *body.types.inventory.kind(returns) == TypeKind::Void;
        let carried = carried(body.types, self.returns)?;
        match crossing {
            Crossing::Bare | Crossing::Guarded { error: _ } if carried => {
                let result = body.scope.local("result");
                let c = body.scope.local("result_c");
                self.calling(format!("{c} = {}", self.expression()), lines);
                lines.push(format!("{result} = {}", by_value::open(body.types, self.returns, &c)));
                lines.extend(self.after(None));
                let mut value = result.clone();
                if matches!(crossing, Crossing::Guarded { error: _ }) {
                    lines.extend(self.check(&format!("{result}.status")));
                    value.push_str(".value");
                }
                results::returned(body, returns, &value, lines)
            }
            Crossing::Bare if nothing => {
                self.calling(self.expression(), lines);
                lines.extend(self.after(None));
                Ok(())
            }
            Crossing::Bare if !self.follows() && self.refusing.is_none() => {
                results::returned(body, returns, &self.expression(), lines)
            }
            Crossing::Bare => {
                let result = body.scope.local("result");
                self.calling(format!("{result} = {}", self.expression()), lines);
                lines.extend(self.after(self.freeing(body.types, returns, crossing, &result, "")));
                results::returned(body, returns, &result, lines)
            }
            Crossing::Guarded { error: _ } if nothing => {
                let status = body.scope.local("status");
                self.calling(format!("{status} = {}", self.expression()), lines);
                lines.extend(self.after(None));
                lines.extend(self.check(&status));
                Ok(())
            }
            Crossing::Guarded { error: _ } => {
                let result = body.scope.local("result");
                let [status, value] = ["status", "value"].map(|field| format!("{result}.{field}"));
                self.calling(format!("{result} = {}", self.expression()), lines);
                lines.extend(self.after(self.freeing(body.types, returns, crossing, &value, &status)));
                lines.extend(self.check(&status));
                results::returned(body, returns, &value, lines)
            }
        }
    }

    /// Makes an object.
    pub(crate) fn constructs(
        self,
        body: &mut Body<'_, '_>,
        id: ServiceId,
        is_init: bool,
        lines: &mut Vec<String>,
    ) -> Result<(), String> {
        let result = body.scope.local("result");
        let destroy = callee(&body.types.inventory[id].destroy);
        self.calling(format!("{result} = {}", self.expression()), lines);
        lines.extend(self.after(Some(format!("if not {result}.status:\n    {destroy}({result}.value)  # nobody gets it"))));
        lines.extend(self.check(&format!("{result}.status")));
        lines.push(match is_init {
            true => format!("self._c = ffi.gc({result}.value, {destroy})"),
            false => format!("return cls._of({result}.value)"),
        });
        Ok(())
    }

    /// Returns what the object lends, read and given back.
    pub(crate) fn lends(
        self,
        body: &mut Body<'_, '_>,
        id: ServiceId,
        loan: Loan,
        returns: Type,
        lines: &mut Vec<String>,
    ) -> Result<(), String> {
        let types = body.types;
        if carried(types, self.returns)? {
            return Err("what it lends is passed by value in a way that libffi does not know: lend a reference".to_owned());
        }
        let [c, lent] = ["c", "lent"].map(|name| body.scope.local(name));
        let any = types.names.python("Any");
        let refused = |lines: &[String]| self.refusing.as_ref().map_or_else(|| lines.to_vec(), |refusing| refusing.around(lines));
        let converted = lines.split_off(self.unconverted);
        lines.extend(refused(&converted));
        let arguments: Vec<String> = [c.clone()].into_iter().chain(self.arguments.clone()).map(|a| format!("({a},)")).collect();
        lines.push(format!("{c} = self._c or _closed(self)"));
        lines.push(format!("{lent}: {}[{any}] = []", body.scope.python("list")));
        lines.push("try:".to_owned());
        let lending = [
            "# Lent and noted in one step, so that a signal cannot come between.".to_owned(),
            format!("{lent}.extend({}({}, {}))", body.scope.python("map"), self.callee, arguments.join(", ")),
        ];
        let mut inner = refused(&lending);
        inner.extend(self.after(None));
        inner.extend(self.check(&format!("{lent}[0].status")));
        results::returned(body, returns, &format!("{lent}[0].value"), &mut inner)?;
        lines.extend(inner.into_iter().map(|line| format!("    {line}")));
        lines.push("finally:".to_owned());
        let release = types.inventory[id].release.as_deref().map(callee);
        let release = release.ok_or("its object has no function that ends what it lends")?;
        let has_it = results::is_lent(loan, &format!("{lent}[0].value")).map(|has_it| format!(" and {has_it}"));
        lines.push(format!("    if {lent} and not {lent}[0].status{}:", has_it.unwrap_or_default()));
        lines.push(format!("        {release}({c})"));
        lines.push(format!("    del {c}  # an exception keeps this frame, and would keep the object with it"));
        Ok(())
    }
}

/// Whether what a function returns comes in a carrier; or why it cannot come at all.
fn carried(types: &Types<'_>, returns: Type) -> Result<bool, String> {
    carriers::is_carried(types.inventory, returns, Place::Result)
}

/// A function of the library; one that is called as Python spells something else has to be asked for.
pub(crate) fn callee(symbol: &str) -> String {
    if KEYWORDS.contains(&symbol) { format!("getattr(lib, \"{symbol}\")") } else { format!("lib.{symbol}") }
}
