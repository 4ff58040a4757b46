//! The class of a callback for Unity: static methods that native code calls, each of which serves one call at a time.

use crate::constructs::callbacks::class::{Delegate, emit_constructor, emit_conversion};
use crate::names::members::class_name;
use crate::syntax::{self, Dialect};
use interoptopus::Writer;

/// The number of calls that take a callback and may be under way at once, whichever functions they call.
const CALLS_AT_ONCE: usize = 16;

/// The names of methods that stand on a line.
const ON_A_LINE: usize = 8;

pub(super) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, access, parameters, most_in_a_call, .. } = lowered;
    let class = class_name(name);
    let thunks: Vec<String> = (0..most_in_a_call * CALLS_AT_ONCE).map(|slot| format!("Invoke{slot}")).collect();
    emit_remarks(w, name);
    syntax::open(w, &format!("{access} sealed class {class}"), |w| {
        let lines: Vec<String> = thunks.chunks(ON_A_LINE).map(|line| line.join(", ")).collect();
        w.line(format!("private static readonly FfiSlot<{name}, Unmanaged>[] slots = FfiSlot<{name}, Unmanaged>.Of("));
        w.line(format!("    {});", lines.join(",\n    ")));
        w.blank();
        w.line(format!("private readonly {name} target;"));
        w.blank();
        emit_constructor(dialect, w, lowered, |_| {});
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("internal delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        emit_conversion(dialect, w, lowered, "The delegate.", "target");
        w.blank();
        w.line("/// <summary>The method that calls <paramref name=\"target\"/> as long as <paramref name=\"call\"/> is under way.</summary>");
        w.line(format!("internal static Unmanaged Of({name} target, FfiCall call) => call.Take(slots, target);"));
        w.blank();
        let (result, slots) = (lowered.native_result(), lowered.own_static("slots"));
        let arguments: String = parameters.iter().map(|(name, r)| format!(", {}", r.native.forwarded(name))).collect();
        for (slot, thunk) in thunks.iter().enumerate() {
            let head = format!("private static {result} {thunk}({})", lowered.native_parameters());
            w.line(format!("[AOT.MonoPInvokeCallback(typeof(Unmanaged))] {head} => Invoke({slots}[{slot}]{arguments});"));
        }
        w.blank();
        emit_invoke(w, lowered);
    });
}

fn emit_remarks(w: &mut Writer, name: &str) {
    w.line("/// <remarks>");
    w.line("/// It may stand wherever the delegate is a parameter. IL2CPP can hand only static methods to native code, which carry no state: so each");
    w.line(format!("/// serves one call at a time, and up to {CALLS_AT_ONCE} calls with a <see cref=\"{name}\"/> may be under way at once, on all threads together;"));
    w.line("/// one for which none is left throws an <see cref=\"InteropException\"/>.");
    w.line("/// </remarks>");
}

fn emit_invoke(w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, parameters, .. } = lowered;
    let [slot, call] = ["slot", "call"].map(|wanted| lowered.variable(wanted));
    let parameters: String = parameters.iter().map(|(name, r)| format!(", {} {name}", r.native)).collect();
    let head = format!("private static {} Invoke(FfiSlot<{name}, Unmanaged> {slot}{parameters})", lowered.native_result());
    syntax::open(w, &head, |w| {
        w.line(format!("FfiCall {call} = {slot}.Call;"));
        syntax::open(w, &format!("if ({call}.Failed)"), |w| w.line(lowered.nothing()));
        w.blank();
        lowered.emit_call(w, &format!("{slot}.Target"), |w, e| w.line(format!("{call}.Keep({e});")));
    });
}
