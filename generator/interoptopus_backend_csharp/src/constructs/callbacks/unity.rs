//! The class of a callback for Unity: static methods that native code calls, which find their object by the thread.

use crate::constructs::callbacks::class::{Delegate, emit_constructor, emit_conversions};
use crate::names::members::class_name;
use crate::syntax::{self, Dialect};
use interoptopus::Writer;

pub(super) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, access, parameters, slots, .. } = lowered;
    let class = class_name(name);
    docs_of_unity(w);
    syntax::open(w, &format!("{access} sealed class {class}"), |w| {
        for slot in 0..*slots {
            w.line(format!("internal static readonly Unmanaged Thunk{slot} = Invoke{slot};"));
        }
        w.blank();
        w.line(format!("[ThreadStatic] private static {class}[] current;"));
        w.blank();
        w.line(format!("private readonly {name} target;"));
        w.line(format!("private readonly {name} prepared;"));
        w.blank();
        emit_constructor(dialect, w, lowered, |_| {});
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("internal delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        emit_conversions(dialect, w, lowered);
        let arguments: String = parameters.iter().map(|(name, r)| format!(", {}", r.native.forwarded(name))).collect();
        for slot in 0..*slots {
            w.blank();
            w.line("[AOT.MonoPInvokeCallback(typeof(Unmanaged))]");
            let head = format!("private static {} Invoke{slot}({})", lowered.native_result(), lowered.native_parameters());
            syntax::open(w, &head, |w| {
                let returns = if lowered.returns.is_some() { "return " } else { "" };
                w.line(format!("{returns}Invoke({slot}{arguments});"));
            });
        }
        w.blank();
        emit_static_invoke(w, lowered);
        w.blank();
        emit_scope(w, &class, *slots);
    });
}

fn docs_of_unity(w: &mut Writer) {
    w.line("/// <remarks>");
    w.line("/// It may stand wherever the delegate is a parameter. IL2CPP can hand only static methods to native code, and a bare function");
    w.line("/// pointer carries no state: so there is one thunk for each such parameter of a function, and the callback that it serves is");
    w.line("/// the innermost one of the thread.");
    w.line("/// </remarks>");
}

fn emit_static_invoke(w: &mut Writer, lowered: &Delegate) {
    let slot = lowered.variable("slot");
    let callback = lowered.variable("callback");
    let parameters: String = lowered.parameters.iter().map(|(name, r)| format!(", {} {name}", r.native)).collect();
    syntax::open(w, &format!("private static {} Invoke(int {slot}{parameters})", lowered.native_result()), |w| {
        syntax::open(w, "if (FfiCallbacks.Thrown != null)", |w| w.line(lowered.nothing()));
        w.blank();
        let (class, current) = (class_name(&lowered.name), lowered.own_static("current"));
        w.line(format!("{class} {callback} = {current} == null ? null : {current}[{slot}];"));
        syntax::open(w, &format!("if ({callback} == null)"), |w| {
            w.line("FfiCallbacks.Stray();");
            w.line(lowered.nothing());
        });
        w.blank();
        lowered.emit_call(w, &format!("{callback}.target"), |w, e| w.line(format!("FfiCallbacks.Keep({e});")));
    });
}

fn emit_scope(w: &mut Writer, class: &str, slots: usize) {
    w.line("/// <summary>A call of native code that may call back on this thread.</summary>");
    syntax::open(w, "internal struct CallScope : IDisposable", |w| {
        w.line("private readonly int slot;");
        w.line(format!("private readonly {class} outer;"));
        w.line("private readonly int strays;");
        w.blank();
        syntax::open(w, &format!("internal CallScope({class} callback, int slot)"), |w| {
            syntax::open(w, "if (current == null)", |w| w.line(format!("current = new {class}[{slots}];")));
            w.blank();
            w.line("this.slot = slot;");
            w.line("outer = current[slot];");
            w.line("strays = FfiCallbacks.Strays;");
            w.line("current[slot] = callback;");
        });
        w.blank();
        syntax::open(w, "internal void Rethrow()", |w| w.line("FfiCallbacks.Rethrow(strays);"));
        w.blank();
        syntax::open(w, "public void Dispose()", |w| w.line("current[slot] = outer;"));
    });
}
