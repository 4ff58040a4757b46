//! The body of a method: what its parameters need, the call, and what becomes of the result, in the order that holds for all.

use super::{Lowered, Owner, Sink};
use crate::context::Context;
use crate::marshal::{Disposed, Passed};
use crate::names::fresh;
use crate::template::Template;
use crate::{results, services, value_types};
use interoptopus::Writer;

/// What a method does, in the order in which it does it.
pub(super) struct Body<'a> {
    before: Vec<&'a str>,
    scopes: Vec<&'a Disposed>,
    own_lease: Option<Disposed>,
    pins: Vec<&'a str>,
    pinned: Vec<&'a str>,
    /// The call of the native function.
    call: String,
    /// Its type.
    native: String,
    after: Vec<&'a str>,
    /// From what the native function returned to what users see.
    finish: Finish,
    /// The call that gives back what was lent.
    release: Option<String>,
    /// The names of variables of its own.
    result: String,
    lent: String,
    value: String,
}

struct Finish {
    checked: Template,
    raw: String,
    out: Template,
    /// Whether anything was returned, if it may be nothing.
    is_some: Option<Template>,
    /// Before the value: `return ` or an assignment.
    prefix: String,
}

impl<'a> Body<'a> {
    pub(super) fn of(cx: &Context<'_>, lowered: &'a Lowered<'_>, passed: &'a [Passed]) -> Self {
        let Lowered { documented: _, access: _, name: _, owner, sink, native, crossing, returned, names, overloads: _ } = lowered;
        let taken: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut arguments: Vec<String> = passed.iter().flat_map(|p| p.arguments.iter().cloned()).collect();
        let (mut own_lease, mut release) = (None, None);
        if let Owner::Method { release: symbol } = owner {
            let lease = fresh("lease", &taken);
            let handle = if taken.contains(&"handle") { "this.handle" } else { "handle" };
            arguments.insert(0, format!("{lease}.Pointer"));
            release = symbol.as_ref().map(|symbol| format!("_ = Native.{symbol}({lease}.Pointer)"));
            own_lease = Some(services::own_lease(&lease, handle));
        }
        let (prefix, out) = match sink {
            Sink::Return if returned.is_nothing() => (String::new(), Template::same()),
            Sink::Return => ("return ".to_owned(), returned.out.clone()),
            Sink::Assign(field, template) => {
                let this = if taken.contains(&field.as_str()) { "this." } else { "" };
                (format!("{this}{field} = "), template.clone())
            }
        };
        let checked = Template::new(results::checked(cx, "$", returned, *crossing));
        Body {
            before: passed.iter().flat_map(|p| p.before.iter().map(String::as_str)).collect(),
            scopes: passed.iter().flat_map(|p| &p.scopes).collect(),
            own_lease,
            pins: passed.iter().flat_map(|p| p.pins.iter().map(String::as_str)).collect(),
            pinned: passed.iter().flat_map(|p| p.pinned.iter().map(String::as_str)).collect(),
            call: format!("Native.{native}({})", arguments.join(", ")),
            native: cx.native_result(returned, *crossing),
            after: passed.iter().flat_map(|p| p.after.iter().map(String::as_str)).collect(),
            finish: Finish { checked, raw: returned.raw.clone(), out, is_some: returned.is_some.clone(), prefix },
            release,
            result: fresh("result", &taken),
            lent: fresh("lent", &taken),
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
            finish,
            release,
            result: _,
            lent: _,
            value: _,
        } = self;
        let is_plain = before.is_empty() && scopes.is_empty() && own_lease.is_none() && pins.is_empty() && pinned.is_empty();
        let Finish { checked, raw: _, out, is_some: _, prefix } = finish;
        let is_one = is_plain && after.is_empty() && release.is_none() && out.is_single();
        is_one.then(|| format!("{}{}", prefix.trim_start_matches("return "), out.apply(&checked.apply(call))))
    }

    pub(super) fn emit(&self, cx: &Context<'_>, w: &mut Writer) {
        value_types::statements(w, &self.before);
        let scopes: Vec<&Disposed> = self.own_lease.iter().chain(self.scopes.iter().copied()).collect();
        if cx.dialect.is_unity() && !scopes.is_empty() {
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

    fn emit_call(&self, w: &mut Writer) {
        let Finish { checked, raw, out, is_some, prefix } = &self.finish;
        value_types::statements(w, &self.pinned);
        let returns_nothing = self.native == "void";
        let call = if self.after.is_empty() {
            self.call.clone()
        } else {
            let keep = if returns_nothing { String::new() } else { format!("{} {} = ", self.native, self.result) };
            w.line(format!("{keep}{};", self.call));
            value_types::statements(w, &self.after);
            if returns_nothing {
                return;
            }
            self.result.clone()
        };
        let value = checked.apply(&call);
        match &self.release {
            Some(release) if raw == "void" => {
                w.line(format!("{value};"));
                w.line(format!("{release};"));
            }
            Some(release) => {
                w.line(format!("{raw} {} = {value};", self.lent));
                value_types::open(w, "try", |w| w.line(format!("{prefix}{};", out.apply(&self.lent))));
                value_types::open(w, "finally", |w| match is_some {
                    None => w.line(format!("{release};")),
                    Some(is_some) => {
                        value_types::open(w, &format!("if ({})", is_some.apply(&self.lent)), |w| w.line(format!("{release};")))
                    }
                });
            }
            None if out.is_single() => w.line(format!("{prefix}{};", out.apply(&value))),
            None => {
                w.line(format!("{raw} {} = {value};", self.value));
                w.line(format!("{prefix}{};", out.apply(&self.value)));
            }
        }
    }
}
