//! What the classes of callbacks have in common in both dialects: how one is made and converted, and the call of its target.

use super::{Lowered, class_of};
use crate::syntax::{self, Dialect};
use interoptopus::Writer;

/// The constructor, and what makes the class convertible to the delegate without a delegate for each call.
pub(super) fn emit_constructor(dialect: Dialect, w: &mut Writer, lowered: &Lowered, more: impl FnOnce(&mut Writer)) {
    let Lowered { name, .. } = lowered;
    w.line("/// <summary>Prepares <paramref name=\"target\"/> for calls from native code.</summary>");
    syntax::open(w, &format!("public {}({name} target)", class_of(name)), |w| {
        w.line(dialect.refuse_null("target"));
        w.line("this.target = target;");
        w.line("prepared = Forward;");
        more(w);
    });
}

pub(super) fn emit_conversions(dialect: Dialect, w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, parameters, .. } = lowered;
    let class = class_of(name);
    let (delegate_or_null, class_or_null) = (dialect.or_null(name), dialect.or_null(&class));
    w.line("/// <summary>The delegate, which is known to be prepared wherever it is a parameter.</summary>");
    if !dialect.is_unity() {
        w.line("[return: NotNullIfNotNull(nameof(callback))]");
    }
    w.line(format!("public static implicit operator {delegate_or_null}({class_or_null} callback) => callback?.prepared;"));
    w.blank();
    w.line("/// <summary>The prepared callback that <paramref name=\"target\"/> was made from, or a new one.</summary>");
    syntax::open(w, &format!("internal static {class} Of({name} target)"), |w| {
        w.line(format!("{class_or_null} made = target.Target as {class};"));
        let made = if dialect.is_unity() { "made != null" } else { "made is not null" };
        w.line(format!("return {made} && ReferenceEquals(made.prepared, target) ? made : new {class}(target);"));
    });
    w.blank();
    let arguments =
        parameters.iter().map(|(name, r)| if r.public.starts_with("ref ") { format!("ref {name}") } else { name.clone() });
    let arguments: Vec<_> = arguments.collect();
    let target = lowered.own("target");
    let head = format!("private {} Forward({})", lowered.public_result(), lowered.public_parameters());
    w.line(format!("{head} => {target}({});", arguments.join(", ")));
}

/// What an exception calls the result of a callback, which is no parameter.
const RESULT: &str = "\"result\"";

impl Lowered {
    /// What leaves a native function's frame in peace after an exception.
    pub(super) fn nothing(&self) -> String {
        match &self.returns {
            None => "return;".to_owned(),
            Some(stored) => format!("return default({});", stored.raw),
        }
    }

    /// Calls `target` with what native code handed over, and keeps what it throws.
    pub(super) fn emit_call(&self, w: &mut Writer, target: &str, keep: impl FnOnce(&mut Writer, &str)) {
        let e = self.variable("e");
        syntax::open(w, "try", |w| {
            let before: Vec<_> = self.parameters.iter().flat_map(|(_, r)| &r.before).collect();
            syntax::statements(w, &before);
            let arguments: Vec<_> = self.parameters.iter().map(|(_, r)| r.argument.as_str()).collect();
            let call = format!("{target}({})", arguments.join(", "));
            let after: Vec<_> = self.parameters.iter().flat_map(|(_, r)| &r.after).collect();
            match &self.returns {
                None => {
                    w.line(format!("{call};"));
                    syntax::statements(w, &after);
                }
                Some(stored) if after.is_empty() && stored.into.is_single() => {
                    w.line(format!("return {};", stored.into.with(&call, RESULT)))
                }
                Some(stored) => {
                    let result = self.variable("result");
                    w.line(format!("{} {result} = {call};", stored.public));
                    syntax::statements(w, &after);
                    w.line(format!("return {};", stored.into.with(&result, RESULT)));
                }
            }
        });
        syntax::open(w, &format!("catch (Exception {e})"), |w| {
            keep(w, &e);
            if self.returns.is_some() {
                w.line(self.nothing());
            }
        });
    }
}
