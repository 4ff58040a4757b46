//! Services: a class that owns an object of the library's, and holds it during each call by a lease.

use crate::constructs::functions;
use crate::constructs::functions::method::{Owner, Sink};
use crate::docs::{self, Docs, links};
use crate::names::{Scope, natives, reserved};
use crate::syntax::{self, Dialect, Documented, Path};
use crate::types::services::handle_of;
use crate::types::{Types, access};
use interoptopus::model::{self, Head, Item, Service, ServiceId, Subject, Type};
use interoptopus::{Refusals, Writer};

/// A class.
pub(crate) struct ServiceClass {
    name: String,
    access: &'static str,
    documented: Documented,
    /// Constructors and methods.
    methods: Vec<functions::Overloads>,
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: ServiceId, refusals: &mut Refusals) -> ServiceClass {
    let Service { head: Head { docs, .. }, constructors, methods, destroy: _, release } = &types.inventory[id];
    let name = types.names.declared(ty).to_string();
    let mut scope = Scope::new(format!("the class `{name}`"), reserved::INHERITED, "what every class has");
    reserved::USED_IN_BODIES.iter().for_each(|used| scope.reserve(*used, "what generated code uses there"));
    scope.reserve(&name, "the class itself (no member can be named as its type)");
    scope.reserve("Dispose", "what frees the object");
    let mut lowered = Vec::new();
    for (at, function) in constructors.iter().enumerate() {
        let item = Item::Constructor(id, at);
        let (owner, sink) = if function.head.name == "new" {
            let handle = handle_of(types.names, id);
            (Owner::Constructor { class: name.clone() }, Sink::Assign("handle".to_owned(), handle))
        } else {
            scope.claim(&types.names.naming.method(&function.head.name), &Subject::item(types.inventory, item), refusals);
            (Owner::Static, Sink::Return)
        };
        lowered.extend(functions::lower(types, function, item, owner, sink, refusals));
    }
    for (at, method) in methods.iter().enumerate() {
        let function = &method.function;
        let subject = Subject::item(types.inventory, Item::Method(id, at));
        scope.claim(&types.names.naming.method(&function.head.name), &subject, refusals);
        let release = method.lends.and(release.as_ref()).map(|symbol| natives::name_of(symbol));
        if method.lends.is_some() && release.is_none() {
            refusals.add(&Subject::ty(types.inventory, ty), format!("`{}` lends, and nothing ends that", function.head.name));
        }
        let owner = Owner::Method { release };
        lowered.extend(functions::lower(types, function, Item::Method(id, at), owner, Sink::Return, refusals));
    }
    let mut docs = Docs::new(docs, Item::Service(id));
    docs.remarks.push(format!(
        "Any thread may use it; a call that changes it excludes every other, and the later one throws <see cref=\"{}\"/>.",
        links::cref(types.names, &Path::new("BusyException"), Item::Service(id))
    ));
    if constructors
        .iter()
        .chain(methods.iter().map(|m| &m.function))
        .any(|function| model::takes_slice(types.inventory, function))
    {
        docs.remarks.push(docs::lent_memory(types.dialect));
    }
    ServiceClass { name, access: access::of_type(types, ty), documented: docs.lower(types), methods: lowered }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &ServiceClass) {
    let ServiceClass { name, access, documented, methods } = lowered;
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
