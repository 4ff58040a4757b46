//! Bodies of methods: preparations for the parameters, the call, and the conversion of the result, in one order for all.

use crate::constructs::functions::method::{Method, Owner, Sink};
use crate::constructs::results;
use crate::names::members::fresh;
use crate::syntax::{self, CsType, Dialect, Expr, Identifier, Operator, Statement, Template};
use crate::types::conversions::{Disposed, Passed, Returned};
use crate::types::{Types, callbacks, services};
use interoptopus::Writer;

/// The statements of a method, in their order.
pub(super) struct Body {
    before: Vec<Statement>,
    scopes: Vec<Disposed>,
    own_lease: Option<Disposed>,
    pins: Vec<String>,
    pinned: Vec<Statement>,
    /// The call of the native function.
    call: Expr,
    /// Its type.
    native: CsType,
    after: Vec<Statement>,
    /// The statement that throws again what a callback threw, if there are any: not before what the call made has an owner, and what it lent
    /// is given back.
    rethrow: Option<String>,
    /// From what the native function returned to what users see.
    finish: Finish,
    /// The call that gives back what was lent, or frees what the caller owns.
    release: Option<Release>,
    /// Whether the call and all that follows stand where no thread is aborted.
    is_shielded: bool,
    /// The variable that is returned behind there, declared.
    returned: Option<(CsType, String)>,
    /// The names of variables of its own.
    result: String,
    lent: String,
    value: String,
}

/// The call after which nothing of a result is the caller's any more.
struct Release {
    call: Template,
    /// Whether it returns a status, which does not matter.
    has_status: bool,
}

impl Release {
    /// The call for the result `value`.
    fn of(&self, value: impl Into<Expr>) -> String {
        format!("{}{}", if self.has_status { "_ = " } else { "" }, self.call.apply(value))
    }
}

struct Finish {
    checked: Template,
    raw: CsType,
    out: Template,
    /// Whether the call succeeded that returned the variable for the result, if it can fail; and its value then.
    is_ok: Option<Expr>,
    unchecked: Expr,
    /// Whether anything was returned, if it may be nothing.
    is_some: Option<Template>,
    /// The call that frees the object that was made, if one was.
    discard: Option<Template>,
    target: Target,
}

/// The place where a value goes.
enum Target {
    /// There is none.
    Nowhere,
    Caller,
    Variable(String),
}

impl Target {
    /// The statement that has `value` go there.
    fn statement(&self, value: &Expr) -> String {
        match self {
            Target::Nowhere | Target::Variable(_) => format!("{};", self.expression(value)),
            Target::Caller => format!("return {value};"),
        }
    }

    /// The body of a member that is one expression.
    fn expression(&self, value: &Expr) -> String {
        match self {
            Target::Nowhere | Target::Caller => value.to_string(),
            Target::Variable(variable) => format!("{variable} = {value}"),
        }
    }
}

impl Body {
    pub(super) fn of(types: &Types<'_>, method: &Method<'_>, passed: &[Passed]) -> Self {
        let Method { access: _, name: _, owner, sink, native, crossing, returned, names } = method;
        let statements = |of: fn(&Passed) -> &Vec<Statement>| passed.iter().flat_map(of).cloned().collect();
        let taken: Vec<&str> = names.iter().map(Identifier::word).collect();
        let mut arguments: Vec<Expr> = passed.iter().flat_map(|p| p.arguments.iter().cloned()).collect();
        let mut own_lease = None;
        let mut release = returned.free.clone().map(|call| Release { call, has_status: false });
        if let Owner::Method { release: symbol } = owner {
            let lease = fresh("lease", &taken);
            let handle = if taken.contains(&"handle") { "this.handle" } else { "handle" };
            let object = Expr::from(&lease).member("Pointer");
            let released = |symbol: &Identifier| Expr::from("Native").method(symbol.clone(), [object.clone()]).lifted();
            release = symbol.as_ref().map(|symbol| Release { call: released(symbol), has_status: true }).or(release);
            arguments.insert(0, object);
            own_lease = Some(services::own_lease(&lease, handle));
        }
        let call = passed.iter().find_map(|p| p.call.as_deref());
        let is_shielded = types.dialect.is_unity() && (call.is_some() || release.is_some() || returned.discard.is_some());
        let shielded = fresh("returned", &taken);
        let mut declared = None;
        let (target, out) = match sink {
            Sink::Return if returned.is_nothing() => (Target::Nowhere, Template::value()),
            Sink::Return if is_shielded => {
                declared = Some((returned.public.clone(), shielded.clone()));
                (Target::Variable(shielded), returned.out.clone())
            }
            Sink::Return => (Target::Caller, returned.out.clone()),
            Sink::Assign(field, template) => {
                let this = if taken.contains(&field.as_str()) { "this." } else { "" };
                (Target::Variable(format!("{this}{field}")), template.clone())
            }
        };
        let checked = results::checked(types, returned, *crossing);
        let result = fresh("result", &taken);
        let (is_ok, unchecked) = results::unchecked(&result, returned, *crossing);
        let Returned { public: _, raw, out: _, is_class: _, is_some, discard, free: _, flat: _, parts: _ } = (*returned).clone();
        Body {
            before: statements(|p| &p.before),
            scopes: passed.iter().flat_map(|p| p.scopes.iter().cloned()).chain(call.map(callbacks::scope)).collect(),
            own_lease,
            pins: passed.iter().flat_map(|p| p.pins.iter().cloned()).collect(),
            pinned: statements(|p| &p.pinned),
            call: Expr::from("Native").method(native.clone(), arguments),
            native: types.native_result(returned, *crossing),
            after: statements(|p| &p.after),
            rethrow: call.map(|call| format!("{call}.Rethrow();")),
            finish: Finish { checked, raw, out, is_ok, unchecked, is_some, discard, target },
            release,
            is_shielded,
            returned: declared,
            result,
            lent: fresh(if returned.free.is_some() { "owned" } else { "lent" }, &taken),
            value: fresh("value", &taken),
        }
    }

    /// The whole body, if it is one expression.
    pub(super) fn expression(&self) -> Option<String> {
        let Body {
            before,
            scopes,
            own_lease,
            pins,
            pinned,
            call,
            native: _,
            after,
            rethrow,
            finish,
            release,
            is_shielded,
            returned: _,
            result: _,
            lent: _,
            value: _,
        } = self;
        let is_plain =
            !is_shielded && before.is_empty() && scopes.is_empty() && own_lease.is_none() && pins.is_empty() && pinned.is_empty();
        let Finish { checked, raw: _, out, is_ok: _, unchecked: _, is_some: _, discard: _, target } = finish;
        let is_one = is_plain && after.is_empty() && rethrow.is_none() && release.is_none() && out.is_single();
        is_one.then(|| target.expression(&out.apply(checked.apply(call))))
    }

    pub(super) fn emit(&self, dialect: Dialect, w: &mut Writer) {
        syntax::statements(w, &self.before);
        let scopes: Vec<&Disposed> = self.own_lease.iter().chain(&self.scopes).collect();
        if dialect.is_unity() && !scopes.is_empty() {
            for Disposed { ty, name, arguments } in scopes {
                w.line(format!("using (var {name} = new {ty}({arguments}))"));
            }
            w.block("{", "}", |w| self.emit_pinned(w));
        } else {
            for Disposed { ty, name, arguments } in scopes {
                w.line(format!("using {ty} {name} = new({arguments});"));
            }
            self.emit_pinned(w);
        }
    }

    fn emit_pinned(&self, w: &mut Writer) {
        if self.pins.is_empty() {
            return self.emit_call(w);
        }
        self.pins.iter().for_each(|pin| w.line(format!("fixed ({pin})")));
        w.block("{", "}", |w| self.emit_call(w));
    }

    /// The call and what follows it. Mono aborts a thread where native code calls back or returns, and unwinds its frames without a word to
    /// it, but not within a `finally`.
    fn emit_call(&self, w: &mut Writer) {
        syntax::statements(w, &self.pinned);
        if !self.is_shielded {
            return self.emit_called(w);
        }
        self.returned.iter().for_each(|(ty, name)| w.line(format!("{ty} {name};")));
        syntax::open(w, "try", |_| {});
        syntax::open(w, "finally // No thread is aborted here.", |w| self.emit_called(w));
        if let Some((_, name)) = &self.returned {
            w.blank();
            w.line(format!("return {name};"));
        }
    }

    fn emit_called(&self, w: &mut Writer) {
        if self.after.is_empty() && self.rethrow.is_none() {
            return self.emit_result(w, &self.call);
        }
        let returns_nothing = self.native == CsType::VOID;
        let keep = if returns_nothing { String::new() } else { format!("{} {} = ", self.native, self.result) };
        w.line(format!("{keep}{};", self.call));
        syntax::statements(w, &self.after);
        if let Some(rethrow) = &self.rethrow {
            self.emit_rethrown(w, rethrow);
        } else if !returns_nothing {
            self.emit_result(w, &self.result);
        }
    }

    /// The statements for the result of `call`.
    fn emit_result(&self, w: &mut Writer, call: impl Into<Expr>) {
        let Finish { checked, raw, out, is_some, .. } = &self.finish;
        let value = checked.apply(call);
        match &self.release {
            Some(release) if *raw == CsType::VOID => {
                w.line(format!("{value};"));
                w.line(format!("{};", release.of(&self.lent)));
            }
            Some(release) => {
                w.line(format!("{raw} {} = {value};", self.lent));
                syntax::open(w, "try", |w| w.line(self.finish.target.statement(&out.apply(&self.lent))));
                let is_some = is_some.iter().map(|is_some| is_some.apply(&self.lent)).collect();
                syntax::open(w, "finally", |w| only_if(w, is_some, &release.of(&self.lent)));
            }
            None => self.emit_value(w, &value),
        }
    }

    /// The result after a call that may have called back: an exception of the callback leaves nothing behind, neither lent nor without an
    /// owner.
    fn emit_rethrown(&self, w: &mut Writer, rethrow: &str) {
        let Finish { checked, is_ok, unchecked, is_some, discard, .. } = &self.finish;
        let finish = |w: &mut Writer| {
            if self.native != CsType::VOID {
                self.emit_value(w, &checked.apply(&self.result));
            }
        };
        let is_some = is_some.as_ref().map(|is_some| is_some.apply(unchecked));
        let conditions: Vec<Expr> = is_ok.iter().cloned().chain(is_some).collect();
        if let Some(release) = &self.release {
            syntax::open(w, "try", |w| {
                w.line(rethrow);
                finish(w);
            });
            return syntax::open(w, "finally", |w| only_if(w, conditions, &release.of(unchecked)));
        }
        if let Some(discard) = discard {
            syntax::open(w, "try", |w| w.line(rethrow));
            syntax::open(w, "catch", |w| {
                only_if(w, conditions, &discard.apply(unchecked).to_string());
                w.line("throw;");
            });
            w.blank();
        } else {
            w.line(rethrow);
        }
        finish(w);
    }

    /// Returns or assigns what users see of `value`, an expression.
    fn emit_value(&self, w: &mut Writer, value: &Expr) {
        let Finish { raw, out, target, .. } = &self.finish;
        if out.is_single() {
            w.line(target.statement(&out.apply(value)));
        } else {
            w.line(format!("{raw} {} = {value};", self.value));
            w.line(target.statement(&out.apply(&self.value)));
        }
    }
}

/// `call`, if all `conditions` hold.
fn only_if(w: &mut Writer, conditions: Vec<Expr>, call: &str) {
    let statement = format!("{call};");
    let all = conditions.into_iter().reduce(|all, next| all.binary(Operator::And, next));
    match all {
        None => w.line(statement),
        Some(condition) => syntax::statements(w, [&Statement::only_if(&condition.to_string(), statement)]),
    }
}
