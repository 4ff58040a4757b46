//! Opaque types: classes that hold an address and nothing else.

use crate::docs::Docstring;
use crate::marshal::{Context, Marshal, Template};
use crate::options::or_none;
use interoptopus::Writer;
use interoptopus::model::{Item, Opaque, OpaqueId, PointerKind};

/// How a pointer to an opaque type crosses. A raw one may be null as well.
pub(crate) fn marshal(cx: &Context<'_>, id: OpaqueId, kind: PointerKind) -> Marshal {
    let name = cx.names.of(Item::Opaque(id));
    match kind {
        PointerKind::Reference | PointerKind::NonNull => {
            Marshal::converted(name.to_owned(), Template::new("$._c"), Template::new(format!("{name}($)")))
        }
        PointerKind::Nullable | PointerKind::Raw => Marshal::converted(
            or_none(cx, name),
            Template::new("(ffi.NULL if $ is None else $._c)"),
            Template::new(format!("({name}($) if $ else None)")),
        ),
    }
}

/// The class.
pub(crate) fn emit(cx: &Context<'_>, id: OpaqueId) -> String {
    let Opaque { name: _, path: _, docs, marks } = &cx.inventory[id];
    let item = Item::Opaque(id);
    let mut w = Writer::new("    ");
    w.line(format!("class {}(_Opaque):", cx.names.of(item)));
    w.indented(|w| {
        let mut docs = Docstring::of(cx, docs, item);
        docs.add_deprecation(marks.deprecated.as_deref());
        docs.emit(w, 1);
        w.blank();
        w.line("__slots__ = ()");
    });
    w.finish()
}
