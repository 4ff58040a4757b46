//! Callbacks: a delegate for users, and a class that native code can call. An exception does not unwind native frames: it is kept, and
//! thrown again in the caller of the native function.

use crate::context::Context;
use crate::dialect::Dialect;
use crate::docs::Documented;
use crate::marshal::{Disposed, Passed, Place, Received, Stored};
use crate::names::{self, Scope, fresh, local};
use crate::refusals::Refusals;
use crate::value_types;
use interoptopus::Writer;
use interoptopus::model::{Callback, CallbackId, Item, Type, TypeKind};

/// How a callback goes in.
pub(crate) fn passed(cx: &Context<'_>, ty: Type, nullable: bool, place: Place<'_>) -> Passed {
    let (delegate, name) = (cx.name_of(ty), place.name);
    let (class, prepared, scope) = (cx.qualified(&class_of(delegate)), local(name), local(&format!("{name}Scope")));
    let public = if nullable { cx.dialect.or_null(delegate) } else { delegate.to_owned() };
    let mut passed = Passed { public, ..Passed::default() };
    if !nullable {
        passed.before.push(cx.dialect.refuse_null(name));
    }
    let declared = if nullable { cx.dialect.or_null(&class) } else { class.clone() };
    let of = if nullable {
        format!("{} ? null : {class}.Of({name})", cx.dialect.is_null(name))
    } else {
        format!("{class}.Of({name})")
    };
    passed.before.push(format!("{declared} {prepared} = {of};"));
    let (scope_ty, scope_arguments, pointer) = match cx.dialect {
        Dialect::DotNet => ("FfiCallbackScope".to_owned(), prepared.clone(), format!("{prepared}.Pointer")),
        Dialect::Unity => {
            (format!("{class}.CallScope"), format!("{prepared}, {}", place.slot), format!("{class}.Thunk{}", place.slot))
        }
    };
    passed.native.push(cx.dialect.pick(pointer_type(cx, ty), format!("{class}.Unmanaged")));
    passed.arguments.push(if nullable { format!("{} ? null : {pointer}", cx.dialect.is_null(&prepared)) } else { pointer });
    passed.after.push(format!("{scope}.Rethrow();"));
    passed.scopes.push(Disposed { ty: scope_ty, name: scope, arguments: scope_arguments });
    passed
}

/// The class of prepared callbacks.
fn class_of(delegate: &str) -> String {
    format!("{delegate}Callback")
}

/// The function pointer that native code is handed. What cannot be lowered is refused where the callback is.
fn pointer_type(cx: &Context<'_>, ty: Type) -> String {
    let TypeKind::Callback { id, nullable: _ } = *cx.inventory.kind(ty) else { return "void*".to_owned() };
    let Callback { name: _, path: _, docs: _, parameters, returns } = &cx.inventory[id];
    let natives = parameters.iter().filter_map(|p| cx.received(p.ty, "value").ok()).map(|r| r.native);
    let result = if is_void(cx, *returns) { Ok("void".to_owned()) } else { cx.stored(*returns).map(|s| s.raw) };
    let all: Vec<_> = natives.chain(result).collect();
    format!("delegate* unmanaged[Cdecl]<{}>", all.join(", "))
}

fn is_void(cx: &Context<'_>, ty: Type) -> bool {
    *cx.inventory.kind(ty) == TypeKind::Void
}

/// A delegate with its class.
pub(crate) struct Lowered<'a> {
    name: String,
    documented: Documented<'a>,
    parameters: Vec<(String, Received)>,
    /// Nothing for `void`.
    returns: Option<Stored>,
    pointer: String,
    /// The most parameters of this callback that a function has.
    slots: usize,
}

pub(crate) fn lower<'a>(cx: &Context<'a>, ty: Type, id: CallbackId, refusals: &mut Refusals) -> Lowered<'a> {
    let Callback { name: _, path, docs, parameters, returns } = &cx.inventory[id];
    let mut scope = Scope::new(format!("the parameters of `{}`", cx.name_of(ty)), &[], "");
    let mut documented = Documented::new(docs, Item::Callback(id));
    let mut lowered = Vec::new();
    for (index, parameter) in parameters.iter().enumerate() {
        let name = names::parameter(&parameter.name, index);
        scope.claim(&name, &format!("{path}::{}", parameter.name), refusals);
        documented.parameters.push((&parameter.name, name.clone()));
        if let Some(received) = refusals.take(path, cx.received(parameter.ty, &name)) {
            lowered.push((name, received));
        }
    }
    let returns = if is_void(cx, *returns) { None } else { refusals.take(path, cx.stored(*returns)) };
    let uses = |parameters: &[interoptopus::model::Parameter]| {
        parameters.iter().filter(|p| cx.inventory.definition_of(p.ty) == ty).count()
    };
    let slots = cx.inventory.all_functions().map(|(_, f)| uses(&f.parameters)).max().unwrap_or(0);
    Lowered { name: cx.name_of(ty).to_owned(), documented, parameters: lowered, returns, pointer: pointer_type(cx, ty), slots }
}

impl Lowered<'_> {
    fn public_result(&self) -> &str {
        self.returns.as_ref().map_or("void", |s| &s.public)
    }

    fn native_result(&self) -> &str {
        self.returns.as_ref().map_or("void", |s| &s.raw)
    }

    fn public_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.public)).collect();
        all.join(", ")
    }

    fn native_parameters(&self) -> String {
        let all: Vec<_> = self.parameters.iter().map(|(name, r)| format!("{} {name}", r.native)).collect();
        all.join(", ")
    }

    /// The name of something of the class, as its methods see it.
    fn own(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name == wanted);
        if taken { format!("this.{wanted}") } else { wanted.to_owned() }
    }

    /// The name of something static of the class, as its methods see it.
    fn own_static(&self, wanted: &str) -> String {
        let taken = self.parameters.iter().any(|(name, _)| name == wanted);
        if taken { format!("{}.{wanted}", class_of(&self.name)) } else { wanted.to_owned() }
    }

    /// A variable that is none of the parameters.
    fn variable(&self, wanted: &str) -> String {
        let taken: Vec<&str> = self.parameters.iter().map(|(name, _)| name.as_str()).collect();
        fresh(wanted, &taken)
    }
}

pub(crate) fn emit(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented, parameters: _, returns: _, pointer: _, slots: _ } = lowered;
    documented.emit(cx, w);
    w.line(format!("{} delegate {} {name}({});", cx.public(), lowered.public_result(), lowered.public_parameters()));
    w.blank();
    w.line(format!(
        "/// <summary>A <see cref=\"{}\"/> that native code can call, prepared once for many calls.</summary>",
        cx.cref(name)
    ));
    match cx.dialect {
        Dialect::DotNet => emit_dot_net(cx, w, lowered),
        Dialect::Unity => emit_unity(cx, w, lowered),
    }
}

fn emit_dot_net(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented: _, parameters: _, returns: _, pointer, slots: _ } = lowered;
    let class = class_of(name);
    w.line("/// <remarks>It may stand wherever the delegate is a parameter.</remarks>");
    value_types::open(w, &format!("{} sealed unsafe class {class} : FfiCallback", cx.public()), |w| {
        w.line(format!("private readonly {name} target;"));
        w.line(format!("private readonly {name} prepared;"));
        w.line("private readonly Unmanaged native;");
        w.blank();
        emit_constructor(cx, w, lowered, |w| {
            w.line("native = Invoke;");
            w.line(format!("Pointer = ({pointer})Marshal.GetFunctionPointerForDelegate(native);"));
        });
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("private delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        w.line(format!("internal {pointer} Pointer {{ get; }}"));
        w.blank();
        emit_conversions(cx, w, lowered);
        w.blank();
        value_types::open(w, &format!("private {} Invoke({})", lowered.native_result(), lowered.native_parameters()), |w| {
            value_types::open(w, "if (Failed)", |w| w.line(lowered.nothing()));
            w.blank();
            let target = lowered.own("target");
            lowered.emit_call(w, &target, |w, e| w.line(format!("Keep({e});")));
        });
    });
}

/// The constructor, and what makes the class convertible to the delegate without a delegate for each call.
fn emit_constructor(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>, more: impl FnOnce(&mut Writer)) {
    let Lowered { name, .. } = lowered;
    w.line("/// <summary>Prepares <paramref name=\"target\"/> for calls from native code.</summary>");
    value_types::open(w, &format!("public {}({name} target)", class_of(name)), |w| {
        w.line(cx.dialect.refuse_null("target"));
        w.line("this.target = target;");
        w.line("prepared = Forward;");
        more(w);
    });
}

fn emit_conversions(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, parameters, .. } = lowered;
    let class = class_of(name);
    let (delegate_or_null, class_or_null) = (cx.dialect.or_null(name), cx.dialect.or_null(&class));
    w.line("/// <summary>The delegate, which is known to be prepared wherever it is a parameter.</summary>");
    if !cx.dialect.is_unity() {
        w.line("[return: NotNullIfNotNull(nameof(callback))]");
    }
    w.line(format!("public static implicit operator {delegate_or_null}({class_or_null} callback) => callback?.prepared;"));
    w.blank();
    w.line("/// <summary>The prepared callback that <paramref name=\"target\"/> was made from, or a new one.</summary>");
    value_types::open(w, &format!("internal static {class} Of({name} target)"), |w| {
        w.line(format!("{class_or_null} made = target.Target as {class};"));
        let made = if cx.dialect.is_unity() { "made != null" } else { "made is not null" };
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

impl Lowered<'_> {
    /// What leaves a native function's frame in peace after an exception.
    fn nothing(&self) -> String {
        match &self.returns {
            None => "return;".to_owned(),
            Some(stored) => format!("return default({});", stored.raw),
        }
    }

    /// Calls `target` with what native code handed over, and keeps what it throws.
    fn emit_call(&self, w: &mut Writer, target: &str, keep: impl FnOnce(&mut Writer, &str)) {
        let e = self.variable("e");
        value_types::open(w, "try", |w| {
            let before: Vec<_> = self.parameters.iter().flat_map(|(_, r)| &r.before).collect();
            value_types::statements(w, &before);
            let arguments: Vec<_> = self.parameters.iter().map(|(_, r)| r.argument.as_str()).collect();
            let call = format!("{target}({})", arguments.join(", "));
            let after: Vec<_> = self.parameters.iter().flat_map(|(_, r)| &r.after).collect();
            match &self.returns {
                None => {
                    w.line(format!("{call};"));
                    value_types::statements(w, &after);
                }
                Some(stored) if after.is_empty() && stored.into.is_single() => {
                    w.line(format!("return {};", stored.into.apply(&call)))
                }
                Some(stored) => {
                    let result = self.variable("result");
                    w.line(format!("{} {result} = {call};", stored.public));
                    value_types::statements(w, &after);
                    w.line(format!("return {};", stored.into.apply(&result)));
                }
            }
        });
        value_types::open(w, &format!("catch (Exception {e})"), |w| {
            keep(w, &e);
            if self.returns.is_some() {
                w.line(self.nothing());
            }
        });
    }
}

fn emit_unity(cx: &Context<'_>, w: &mut Writer, lowered: &Lowered<'_>) {
    let Lowered { name, documented: _, parameters, returns: _, pointer: _, slots } = lowered;
    let class = class_of(name);
    docs_of_unity(w);
    value_types::open(w, &format!("{} sealed class {class}", cx.public()), |w| {
        for slot in 0..*slots {
            w.line(format!("internal static readonly Unmanaged Thunk{slot} = Invoke{slot};"));
        }
        w.blank();
        w.line(format!("[ThreadStatic] private static {class}[] current;"));
        w.blank();
        w.line(format!("private readonly {name} target;"));
        w.line(format!("private readonly {name} prepared;"));
        w.blank();
        emit_constructor(cx, w, lowered, |_| {});
        w.blank();
        w.line("[UnmanagedFunctionPointer(CallingConvention.Cdecl)]");
        w.line(format!("internal delegate {} Unmanaged({});", lowered.native_result(), lowered.native_parameters()));
        w.blank();
        emit_conversions(cx, w, lowered);
        let names = parameters
            .iter()
            .map(|(name, r)| if r.native.starts_with("ref ") { format!(", ref {name}") } else { format!(", {name}") });
        let arguments: String = names.collect();
        for slot in 0..*slots {
            w.blank();
            w.line("[AOT.MonoPInvokeCallback(typeof(Unmanaged))]");
            let head = format!("private static {} Invoke{slot}({})", lowered.native_result(), lowered.native_parameters());
            value_types::open(w, &head, |w| {
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

fn emit_static_invoke(w: &mut Writer, lowered: &Lowered<'_>) {
    let slot = lowered.variable("slot");
    let callback = lowered.variable("callback");
    let parameters: String = lowered.parameters.iter().map(|(name, r)| format!(", {} {name}", r.native)).collect();
    value_types::open(w, &format!("private static {} Invoke(int {slot}{parameters})", lowered.native_result()), |w| {
        value_types::open(w, "if (FfiCallbacks.Thrown != null)", |w| w.line(lowered.nothing()));
        w.blank();
        let (class, current) = (class_of(&lowered.name), lowered.own_static("current"));
        w.line(format!("{class} {callback} = {current} == null ? null : {current}[{slot}];"));
        value_types::open(w, &format!("if ({callback} == null)"), |w| {
            w.line("FfiCallbacks.Stray();");
            w.line(lowered.nothing());
        });
        w.blank();
        lowered.emit_call(w, &format!("{callback}.target"), |w, e| w.line(format!("FfiCallbacks.Keep({e});")));
    });
}

fn emit_scope(w: &mut Writer, class: &str, slots: usize) {
    w.line("/// <summary>A call of native code that may call back on this thread.</summary>");
    value_types::open(w, "internal struct CallScope : IDisposable", |w| {
        w.line("private readonly int slot;");
        w.line(format!("private readonly {class} outer;"));
        w.line("private readonly int strays;");
        w.blank();
        value_types::open(w, &format!("internal CallScope({class} callback, int slot)"), |w| {
            value_types::open(w, "if (current == null)", |w| w.line(format!("current = new {class}[{slots}];")));
            w.blank();
            w.line("this.slot = slot;");
            w.line("outer = current[slot];");
            w.line("strays = FfiCallbacks.Strays;");
            w.line("current[slot] = callback;");
        });
        w.blank();
        value_types::open(w, "internal void Rethrow()", |w| w.line("FfiCallbacks.Rethrow(strays);"));
        w.blank();
        value_types::open(w, "public void Dispose()", |w| w.line("current[slot] = outer;"));
    });
}
