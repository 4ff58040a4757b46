//! Opaque types: an address with a type of its own, so that one cannot be taken for another.

use crate::docs::Docs;
use crate::syntax::{self, Dialect, Documented, Expr, Identifier, Member, Operator, Path};
use crate::types::{Types, access};
use interoptopus::Writer;
use interoptopus::model::{Head, Item, Opaque, OpaqueId, Type};

/// The address of an opaque type.
pub(crate) struct AddressStruct {
    name: String,
    access: &'static str,
    documented: Documented,
}

pub(crate) fn lower(types: &Types<'_>, ty: Type, id: OpaqueId) -> AddressStruct {
    let Opaque { head: Head { docs, .. } } = &types.inventory[id];
    let mut docs = Docs::new(docs, Item::Opaque(id));
    docs.remarks.push("The address of one: what is there only the library reads.".to_owned());
    AddressStruct {
        name: types.names.declared(ty).to_string(),
        access: access::of_type(types, ty),
        documented: docs.lower(types),
    }
}

pub(crate) fn emit(dialect: Dialect, w: &mut Writer, lowered: &AddressStruct) {
    let AddressStruct { name, access, documented } = lowered;
    let address = dialect.address();
    documented.emit_text(w);
    if !dialect.is_unity() {
        w.line("/// <param name=\"Address\">Where it is.</param>");
    }
    documented.emit_attributes(w);
    w.line("[StructLayout(LayoutKind.Sequential)]");
    if dialect.is_unity() {
        syntax::open(w, &format!("{access} struct {name} : IEquatable<{name}>"), |w| {
            w.line("/// <summary>Where it is.</summary>");
            w.line(format!("public readonly {address} Address;"));
            w.blank();
            w.line("/// <summary>What is at <paramref name=\"address\"/>.</summary>");
            syntax::open(w, &format!("public {name}({address} address)"), |w| w.line("Address = address;"));
            w.blank();
            emit_null(dialect, w);
            let name_of_address = Identifier::from("Address");
            let member = Member { public: Some(&name_of_address), storage: name_of_address.clone(), ty: &address };
            syntax::emit_equality(w, name, &[member]);
        });
    } else {
        syntax::open(w, &format!("{access} readonly record struct {name}({address} Address)"), |w| emit_null(dialect, w));
    }
}

fn emit_null(dialect: Dialect, w: &mut Writer) {
    let is_null = Expr::from("Address").binary(Operator::Equal, dialect.null_address());
    w.line("/// <summary>Whether there is none.</summary>");
    w.line(format!("public bool IsNull => {is_null};"));
}

/// The method that refuses null; `path` is the type's in this place.
pub(crate) fn emit_check(w: &mut Writer, path: &Path) {
    syntax::open(w, &format!("internal static {path} Checked(this {path} value, string parameter)"), |w| {
        syntax::open(w, "if (value.IsNull)", |w| w.line("throw new ArgumentNullException(parameter);"));
        w.blank();
        w.line("return value;");
    });
}
