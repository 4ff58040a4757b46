//! Services: a class that owns an object of the library's, and holds it during each call by a lease.

use crate::context::Context;
use crate::docs::Docs;
use crate::functions::{self, Lowered as Method, Owner, Sink};
use crate::marshal::{Disposed, Passed, Returned};
use crate::names::{self, Scope, local};
use crate::natives;
use crate::refusals::Refusals;
use crate::syntax::{self, Dialect, Documented, Template};
use interoptopus::Writer;
use interoptopus::model::{Item, Service, ServiceId, Type};

/// How an object goes in that is lent for the call.
pub(crate) fn passed(cx: &Context<'_>, class: &str, nullable: bool, name: &str) -> Passed {
    let lease = local(&format!("{name}Lease"));
    let (public, before, member) = if nullable {
        (cx.dialect.or_null(class), Vec::new(), "?.handle")
    } else {
        (class.to_owned(), vec![cx.dialect.refuse_null(name)], ".handle")
    };
    Passed {
        public,
        native: vec![cx.dialect.address().to_owned()],
        before,
        arguments: vec![format!("{lease}.Pointer")],
        scopes: vec![lease_of(lease, format!("{name}{member}"))],
        ..Passed::default()
    }
}

fn lease_of(name: String, handle: String) -> Disposed {
    Disposed { ty: "FfiLease".to_owned(), name, arguments: handle }
}

/// How a new object comes out.
pub(crate) fn returned(cx: &Context<'_>, ty: Type, id: ServiceId) -> Returned {
    let class = cx.name_of(ty);
    let destroy = natives::name_of(&cx.inventory[id].destroy);
    let discard = Some(Template::new(format!("Native.{destroy}($)")));
    Returned { discard, ..Returned::class(class, cx.dialect.address(), format!("new {class}({})", handle_of(cx, id))) }
}

/// The expression for what owns the object at the address `$`.
fn handle_of(cx: &Context<'_>, id: ServiceId) -> String {
    let destroy = natives::name_of(&cx.inventory[id].destroy);
    format!("new FfiHandle($, {}Native.{destroy})", cx.dialect.pick("&", ""))
}

/// A class.
pub(crate) struct Lowered {
    name: String,
    access: &'static str,
    documented: Documented,
    /// Constructors and methods.
    methods: Vec<Method>,
}

pub(crate) fn lower(cx: &Context<'_>, ty: Type, id: ServiceId, refusals: &mut Refusals) -> Lowered {
    let Service { name: _, path, docs, constructors, methods, destroy: _, release, marks: _ } = &cx.inventory[id];
    let name = cx.declared(ty).to_owned();
    let mut scope = Scope::new(format!("the class `{name}`"), names::INHERITED, "what every class has");
    names::USED_IN_BODIES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    scope.reserve(&name, "the class itself (no member can be called as its type)");
    scope.reserve("Dispose", "what frees the object");
    let mut lowered = Vec::new();
    for (at, function) in constructors.iter().enumerate() {
        let item = Item::Constructor(id, at);
        let (owner, sink) = if function.name == "new" {
            let handle = Template::new(handle_of(cx, id));
            (Owner::Constructor { class: name.clone() }, Sink::Assign("handle".to_owned(), handle))
        } else {
            scope.claim(&cx.naming.method(&function.name), &function.path, refusals);
            (Owner::Static, Sink::Return)
        };
        lowered.extend(functions::lower(cx, function, item, owner, sink, refusals));
    }
    for (at, method) in methods.iter().enumerate() {
        let function = &method.function;
        scope.claim(&cx.naming.method(&function.name), &function.path, refusals);
        let release = method.lends.and(release.as_ref()).map(|symbol| natives::name_of(symbol));
        if method.lends.is_some() && release.is_none() {
            refusals.add(path, format!("`{}` lends, and nothing ends that", function.name));
        }
        let owner = Owner::Method { release };
        lowered.extend(functions::lower(cx, function, Item::Method(id, at), owner, Sink::Return, refusals));
    }
    let mut docs = Docs::new(docs, Item::Service(id));
    docs.remarks.push(format!(
        "<para>Any thread may use it; a call that changes it excludes every other, and the later one throws <see cref=\"{}\"/>.</para>",
        cx.cref("BusyException", Item::Service(id))
    ));
    Lowered { name, access: cx.access_of(ty), documented: docs.lower(cx), methods: lowered }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &Lowered) {
    let Lowered { name, access, documented, methods } = lowered;
    documented.emit(w);
    let class = dialect.pick("sealed unsafe class", "sealed class");
    syntax::open(w, &format!("{access} {class} {name} : IDisposable"), |w| {
        w.line("internal readonly FfiHandle handle;");
        w.blank();
        w.line(format!("internal {name}(FfiHandle handle)"));
        w.block("{", "}", |w| w.line("this.handle = handle;"));
        for method in methods {
            w.blank();
            functions::emit(dialect, w, method);
        }
        w.blank();
        syntax::inherited(w, "public void Dispose() => handle.Dispose();");
    });
}

/// The lease of a method's own object.
pub(crate) fn own_lease(name: &str, handle: &str) -> Disposed {
    lease_of(name.to_owned(), handle.to_owned())
}
