//! The class of a callback for .NET: an object of its own for each, with a delegate that native code calls.

use crate::constructs::callbacks::class::{Delegate, emit_constructor, emit_conversions};
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
        w.blank();
        emit_constructor(dialect, w, lowered, |w| {
            w.line("native = Invoke;");
            w.line(format!("Pointer = ({pointer})Marshal.GetFunctionPointerForDelegate(native);"));
        });
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("private delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        w.line(format!("internal {pointer} Pointer {{ get; }}"));
        w.blank();
        emit_conversions(dialect, w, lowered);
        w.blank();
        syntax::open(w, &format!("private {} Invoke({})", lowered.native_result(), lowered.native_parameters()), |w| {
            syntax::open(w, "if (Failed)", |w| w.line(lowered.nothing()));
            w.blank();
            let target = lowered.own("target");
            lowered.emit_call(w, &target, |w, e| w.line(format!("Keep({e});")));
        });
    });
}
