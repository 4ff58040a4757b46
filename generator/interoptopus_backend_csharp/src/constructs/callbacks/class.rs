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
    pub(super) most_in_a_call: usize,
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

/// The constructor, which sets `more` than the target.
pub(super) fn emit_constructor(dialect: Dialect, w: &mut Writer, lowered: &Delegate, more: impl FnOnce(&mut Writer)) {
    let Delegate { name, .. } = lowered;
    w.line("/// <summary>Prepares <paramref name=\"target\"/> for calls from native code.</summary>");
    syntax::open(w, &format!("public {}({name} target)", class_name(name)), |w| {
        syntax::statements(w, [&dialect.refuse_null(&"target".into())]);
        w.line("this.target = target;");
        more(w);
    });
}

/// The conversion of the class to its delegate, the field `to`.
pub(super) fn emit_conversion(dialect: Dialect, w: &mut Writer, lowered: &Delegate, summary: &str, to: &str) {
    let Delegate { name, .. } = lowered;
    let [delegate, class] = [name, &class_name(name)].map(|name| dialect.or_null(&CsType::named(name)));
    w.line(format!("/// <summary>{summary}</summary>"));
    if !dialect.is_unity() {
        w.line("[return: NotNullIfNotNull(nameof(callback))]");
    }
    w.line(format!("public static implicit operator {delegate}({class} callback) => callback?.{to};"));
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
