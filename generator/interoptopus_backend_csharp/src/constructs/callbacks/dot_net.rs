//! The class of a callback for .NET: an object of its own for each, with a delegate that native code calls.

use crate::constructs::callbacks::class::{Delegate, emit_constructor, emit_conversion};
use crate::names::members::class_name;
use crate::syntax::{self, Dialect};
use interoptopus::Writer;

pub(super) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Delegate) {
    let Delegate { name, access, pointer, .. } = lowered;
    let class = class_name(name);
    w.line("/// <remarks>It may stand wherever the delegate is a parameter.</remarks>");
    syntax::open(w, &format!("{access} sealed unsafe class {class} : FfiCallback"), |w| {
        w.line(format!("private readonly {name} target;"));
        w.line(format!("private readonly {name} prepared;"));
        w.line("private readonly Unmanaged native;");
        w.line(format!("private readonly {pointer} pointer;"));
        w.blank();
        emit_constructor(dialect, w, lowered, |w| {
            w.line("prepared = Forward;");
            w.line("native = Invoke;");
            w.line(format!("pointer = ({pointer})Marshal.GetFunctionPointerForDelegate(native);"));
        });
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("private delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        emit_conversion(
            dialect,
            w,
            lowered,
            "The delegate, which is known to be prepared wherever it is a parameter.",
            "prepared",
        );
        w.blank();
        emit_of(w, lowered, &class);
        w.blank();
        let arguments: Vec<_> = lowered.parameters.iter().map(|(name, r)| r.public.forwarded(name)).collect();
        let target = lowered.own("target");
        let head = format!("private {} Forward({})", lowered.public_result(), lowered.public_parameters());
        w.line(format!("{head} => {target}({});", arguments.join(", ")));
        w.blank();
        syntax::open(w, &format!("private {} Invoke({})", lowered.native_result(), lowered.native_parameters()), |w| {
            syntax::open(w, "if (Failed)", |w| w.line(lowered.nothing()));
            w.blank();
            lowered.emit_call(w, &target, |w, e| w.line(format!("Keep({e});")));
        });
    });
}

/// What native code calls belongs to one call at a time: one that finds a prepared callback in use has one of its own.
fn emit_of(w: &mut Writer, lowered: &Delegate, class: &str) {
    let Delegate { name, pointer, .. } = lowered;
    w.line("/// <summary>The function that calls <paramref name=\"target\"/> for <paramref name=\"call\"/>: a prepared one that no call has, or a new one.</summary>");
    syntax::open(w, &format!("internal static {pointer} Of({name} target, FfiCall call)"), |w| {
        w.line(format!("{class}? made = target.Target as {class};"));
        syntax::open(w, "if (made is null || !ReferenceEquals(made.prepared, target) || !call.Take(made))", |w| {
            w.line(format!("made = new {class}(target);"));
            w.line("_ = call.Take(made);");
        });
        w.blank();
        w.line("return made.pointer;");
    });
}
