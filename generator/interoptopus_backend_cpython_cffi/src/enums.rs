//! Numeric enums: `IntEnum`s, checked on the way in, looked up by value on the way out.

use crate::docs::Docstring;
use crate::flags as sets;
use crate::marshal::{Context, Marshal, Template};
use crate::passage::Passage;
use crate::runtime::Chunk;
use crate::scope::Scope;
use interoptopus::Writer;
use interoptopus::model::{Enum, EnumId, Item, TypeKind, Variant};

/// How an enum crosses.
pub(crate) fn marshal(cx: &Context<'_>, id: EnumId) -> Marshal {
    if cx.inventory[id].flags {
        return sets::marshal(cx, id);
    }
    let name = cx.names.of(Item::Enum(id)).to_owned();
    let to_c = Template::new(format!("_enum($, {name})"));
    let from_c = Template::new(format!("{}[$]", by_value(cx, id)));
    Marshal::converted(name, to_c, from_c)
}

/// As a parameter it is checked in place, which spares a call.
pub(crate) fn passage(cx: &Context<'_>, scope: &Scope<'_>, name: &str, id: EnumId) -> Passage {
    let kind = cx.names.of(Item::Enum(id));
    let mut passage = Passage::new(name, kind.to_owned());
    passage.before = vec![
        format!("if {}({name}) is not {kind}:", scope.python("type")),
        format!("    {name} = _variant({name}, {kind})  # to Rust, a value of no variant is undefined behaviour"),
    ];
    passage.arguments = vec![name.to_owned()];
    passage
}

/// The class.
pub(crate) fn emit(cx: &Context<'_>, id: EnumId) -> String {
    let Enum { name: _, path: _, docs, repr: _, variants, error, marks, flags } = &cx.inventory[id];
    let item = Item::Enum(id);
    let mut docs = Docstring::of(cx, docs, item);
    if *error && crate::results::enums(cx.inventory).contains(&id) {
        docs.add_to_summary(&format!("`{}` carries it.", crate::results::exception(cx, id)));
    }
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    let base = cx.names.python(if *flags { "IntFlag" } else { "IntEnum" });
    w.line(format!("class {}({base}):", cx.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        for (i, variant) in variants.iter().enumerate() {
            let Variant { name: _, docs, value } = variant;
            let item = Item::Variant(id, i);
            w.line(format!("{} = {value}", cx.names.of(item)));
            Docstring::of(cx, docs, item).emit(w, 1);
        }
        if *flags {
            w.blank();
            w.lines(sets::complement(cx, id));
        }
    });
    w.finish()
}

/// The variants by value, because calling the class takes longer than calling Rust.
pub(crate) fn table(cx: &Context<'_>, id: EnumId) -> Chunk {
    let name = cx.names.of(Item::Enum(id));
    Chunk::new(format!("{} = {{variant.value: variant for variant in {name}}}", by_value(cx, id)))
}

/// The name of the table.
pub(crate) fn by_value(cx: &Context<'_>, id: EnumId) -> String {
    let ty = cx.inventory.find(TypeKind::Enum(id));
    format!("_{}_OF", ty.map_or("", |ty| cx.names.private(ty)))
}
