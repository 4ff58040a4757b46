//! Unions: classes that own their memory, with a property for each field.

use super::calls::Refusing;
use crate::cdef::aligned;
use crate::cdef::names::c_name;
use crate::docs::Docstring;
use crate::names::scope::Scope;
use crate::syntax::lines::{WIDTH, broken, without_parentheses};
use crate::types::options::or_none;
use crate::types::pointers::pointer_type;
use crate::types::table::Types;
use interoptopus::model::{Field, Item, TypeKind, Union, UnionId, Visibility};
use interoptopus::{Refusal, Writer};

/// The class; or each field that Python cannot have.
pub(crate) fn emit(types: &Types<'_>, id: UnionId) -> Result<String, Vec<Refusal>> {
    let Union { name: _, path, docs, marks, fields } = &types.inventory[id];
    let refused = |reason: String| Refusal { item: path.clone(), reason };
    let mut problems = Vec::new();
    for Field { name, docs: _, visibility: _, ty } in fields {
        let conversion = types.of(*ty);
        if let Some(reason) = conversion.to_c.as_ref().err().or(conversion.from_c.as_ref().err()) {
            problems.push(refused(format!("its field `{name}`: {reason}")));
        }
    }
    let ty = types.inventory.find(TypeKind::Union(id));
    problems.extend(ty.and_then(|ty| aligned::refusal(types.inventory, ty)).map(refused));
    if !problems.is_empty() {
        return Err(problems);
    }
    let item = Item::Union(id);
    let shown: Vec<(usize, &Field)> =
        fields.iter().enumerate().filter(|(_, field)| field.visibility == Visibility::Public).collect();
    let scope = Scope::class(types.names, shown.iter().map(|(at, _)| types.names.of(Item::UnionField(id, *at))));
    let mut docs = Docstring::of(types, docs, item);
    docs.add_deprecation(marks.deprecated.as_deref());
    let mut w = Writer::new("    ");
    w.line(format!("class {}(_Union):", types.names.of(item)));
    w.indented(|w| {
        docs.emit(w, 1);
        w.blank();
        w.line("__slots__ = ()");
        w.blank();
        w.lines(constructor(types, id, &shown, &scope));
        for (at, field) in &shown {
            w.blank();
            w.lines(property(types, Item::UnionField(id, *at), field, &scope));
        }
    });
    Ok(w.finish())
}

/// Makes memory of zeros, and stores what it is given, of which there is at most one.
fn constructor(types: &Types<'_>, id: UnionId, shown: &[(usize, &Field)], class: &Scope<'_>) -> String {
    let memory = types.inventory.find(TypeKind::Union(id)).map(|ty| pointer_type(types, ty)).unwrap_or_default();
    let name = |at: usize| types.names.of(Item::UnionField(id, at));
    let mut scope = Scope::new(types.names);
    let parameters: Vec<(&str, String, String)> = shown
        .iter()
        .map(|(at, field)| (name(*at), scope.parameter(name(*at)), class.annotation(&or_none(types, &types.of(field.ty).holds))))
        .collect();
    let mut w = Writer::new("    ");
    let typed: Vec<String> = parameters.iter().map(|(_, name, ty)| format!("{name}: {ty} = None")).collect();
    let star = if typed.is_empty() { "" } else { ", *, " };
    let line = format!("def __init__(self{star}{}) -> None:", typed.join(", "));
    if line.chars().count() + 4 <= WIDTH {
        w.line(line);
    } else {
        w.block("def __init__(", ") -> None:", |w| {
            w.line("self,");
            w.line("*,");
            typed.iter().for_each(|parameter| w.line(format!("{parameter},")));
        });
    }
    w.indented(|w| {
        w.line("\"\"\"Memory of zeros, or of one field's value.\"\"\"");
        w.line(format!("self._c = ffi.new({memory})"));
        if parameters.len() > 1 {
            let all: Vec<String> = parameters.iter().map(|(_, name, _)| format!("{name} is not None")).collect();
            let [sum, error] = ["sum", "TypeError"].map(|name| scope.python(name));
            w.line(format!("if {sum}(({})) > 1:", all.join(", ")));
            w.line(format!("    raise {error}(\"a union has the value of one field\")"));
        }
        let stores: Vec<String> = parameters
            .iter()
            .flat_map(|(field, name, _)| [format!("if {name} is not None:"), format!("    self.{field} = {name}")])
            .collect();
        let arguments: String = parameters.iter().map(|(_, name, _)| format!(", {name}={name}")).collect();
        let error = scope.local("error");
        let statement = format!("_refuse({error}, \"{}.__init__\"{arguments})", types.names.of(Item::Union(id)));
        Refusing { error, statement }.around(&stores).iter().flat_map(|line| broken(line, 2)).for_each(|line| w.line(line));
    });
    w.finish()
}

fn property(types: &Types<'_>, item: Item, field: &Field, class: &Scope<'_>) -> String {
    let Field { name: rust_name, docs, visibility: _, ty } = field;
    let conversion = types.of(*ty);
    let name = types.names.of(item);
    let c = format!("self._c.{}", c_name(rust_name));
    let annotation = class.annotation(&conversion.holds);
    let mut w = Writer::new("    ");
    w.line(format!("@{}", class.python("property")));
    w.line(format!("def {name}(self) -> {annotation}:"));
    w.indented(|w| {
        Docstring::of(types, docs, item).emit(w, 2);
        let Ok(from_c) = &conversion.from_c else { return };
        if from_c.repeats() {
            w.line(format!("c = {c}"));
            w.line(format!("return {}", without_parentheses(&from_c.of("c"))));
        } else {
            w.line(format!("value: {annotation} = {}", without_parentheses(&from_c.of(&c))));
            w.line("return value");
        }
    });
    w.blank();
    w.line(format!("@{name}.setter"));
    w.line(format!("def {name}(self, value: {annotation}) -> None:"));
    w.indented(|w| {
        let Ok(to_c) = &conversion.to_c else { return };
        let stores = [format!("{c} = {}", without_parentheses(&to_c.of("value")))];
        let statement = format!("_refuse_field(error, self, \"{name}\", value)");
        let refusing = Refusing { error: "error".to_owned(), statement };
        refusing.around(&stores).iter().flat_map(|line| broken(line, 2)).for_each(|line| w.line(line));
    });
    w.finish()
}
