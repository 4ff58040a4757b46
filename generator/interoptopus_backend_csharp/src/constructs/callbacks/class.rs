//! Delegates and the classes of prepared callbacks: their parts that are the same in both dialects.

use crate::names::members::{class_name, fresh};
use crate::runtime::{Part, Parts};
use crate::syntax::{self, CsType, Dialect, Documented, Expr, Identifier, Statement};
use crate::types::conversions::{Received, Stored};
use interoptopus::Writer;

/// A delegate with its class.
pub(crate) struct Delegate {
    pub(super) name: String,
    pub(super) access: &'static str,
    pub(super) documented: Documented,
    pub(super) parameters: Vec<(Identifier, Received)>,
    /// Nothing for `void`.
    pub(super) returns: Option<Stored>,
    pub(super) pointer: CsType,
    /// The most parameters of this callback that a function has.
    pub(super) slots: usize,
}

impl Delegate {
    /// The parts of the runtime that it names.
    pub(crate) fn parts(&self) -> Parts {
        let mut parts = Parts::from([Part::Callbacks]);
        self.parameters.iter().for_each(|(_, received)| parts.extend(&received.parts));
        self.returns.iter().for_each(|stored| parts.extend(&stored.parts));
        parts
    }

    pub(super) fn public_result(&self) -> &CsType {
        self.returns.as_ref().map_or(&CsType::VOID, |s| &s.public)
    }

    pub(super) fn native_result(&self) -> &CsType {
        self.returns.as_ref().map_or(&CsType::VOID, |s| &s.raw)
    }

    pub(super) fn public_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.public)).collect();
        all.join(", ")
    }

    pub(super) fn native_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.native)).collect();
        all.join(", ")
    }

    /// The name of something of the class, as its methods see it.
    pub(super) fn own(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name.word() == wanted);
        if taken { format!("this.{wanted}") } else { wanted.to_owned() }
    }

    /// The name of something static of the class, as its methods see it.
    pub(super) fn own_static(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name.word() == wanted);
        if taken { format!("{}.{wanted}", class_name(&self.name)) } else { wanted.to_owned() }
    }

    /// A variable that is none of the parameters.
    pub(super) fn variable(&self, wanted: &str) -> String {
        let taken: Vec<&str> = self.parameters.iter().map(|(name, _)| name.word()).collect();
        fresh(wanted, &taken)
    }
}

/// The constructor, and what makes the class convertible to the delegate without a delegate for each call.
pub(super) fn emit_constructor(dialect: Dialect, w: &mut Writer, lowered: &Delegate, more: impl FnOnce(&mut Writer)) {
    let Delegate { name, .. } = lowered;
    w.line("/// <summary>Prepares <paramref name=\"target\"/> for calls from native code.</summary>");
    syntax::open(w, &format!("public {}({name} target)", class_name(name)), |w| {
        syntax::statements(w, [&dialect.refuse_null(&"target".into())]);
        w.line("this.target = target;");
        w.line("prepared = Forward;");
        more(w);
    });
}

pub(super) fn emit_conversions(dialect: Dialect, w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, parameters, .. } = lowered;
    let class = class_name(name);
    let [delegate_or_null, class_or_null] = [name, &class].map(|name| dialect.or_null(&CsType::named(name)));
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
    let arguments: Vec<_> = parameters.iter().map(|(name, r)| r.public.forwarded(name)).collect();
    let target = lowered.own("target");
    let head = format!("private {} Forward({})", lowered.public_result(), lowered.public_parameters());
    w.line(format!("{head} => {target}({});", arguments.join(", ")));
}

/// The name in exceptions of a callback's result, which is no parameter.
const RESULT: &str = "\"result\"";

impl Delegate {
    /// The statement that returns to a native function after an exception.
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
            syntax::statements(w, self.parameters.iter().flat_map(|(_, r)| &r.before));
            let call = Expr::from(target).call(self.parameters.iter().map(|(_, r)| r.argument.clone()));
            let after: Vec<&Statement> = self.parameters.iter().flat_map(|(_, r)| &r.after).collect();
            match &self.returns {
                None => {
                    w.line(format!("{call};"));
                    syntax::statements(w, after);
                }
                Some(stored) if after.is_empty() && stored.into.is_single() => {
                    w.line(format!("return {};", stored.into.with(call, RESULT)))
                }
                Some(stored) => {
                    let result = self.variable("result");
                    w.line(format!("{} {result} = {call};", stored.public));
                    syntax::statements(w, after);
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
