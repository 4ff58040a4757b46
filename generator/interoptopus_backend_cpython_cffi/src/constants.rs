//! Constants: their values as literals.

use crate::docs::Docstring;
use crate::marshal::Context;
use interoptopus::Writer;
use interoptopus::model::{Constant, EnumId, Item, TypeKind, Value};

/// The definition of the constant at `at`.
pub(crate) fn emit(cx: &Context<'_>, at: usize) -> String {
    let Constant { name: _, path: _, docs, ty, value, marks: _ } = &cx.inventory.constants()[at];
    let item = Item::Constant(at);
    let variant = if let TypeKind::Enum(id) = *cx.inventory.kind(*ty) { variant(cx, id, value) } else { None };
    let value = variant.unwrap_or_else(|| literal(cx, value));
    let mut w = Writer::new("    ");
    w.line(format!("{}: {} = {value}", cx.names.of(item), cx.names.python("Final")));
    Docstring::of(cx, docs, item).emit(&mut w, 0);
    w.finish()
}

fn variant(cx: &Context<'_>, id: EnumId, value: &Value) -> Option<String> {
    let at = cx.inventory[id].variants.iter().position(|v| Value::Int(v.value) == *value)?;
    Some(cx.names.path(Item::Variant(id, at)))
}

fn literal(cx: &Context<'_>, value: &Value) -> String {
    match *value {
        Value::Bool(true) => "True".to_owned(),
        Value::Bool(false) => "False".to_owned(),
        Value::Int(int) => int.to_string(),
        Value::Wide(int) => int.to_string(),
        Value::Char(_) | Value::Str(_) | Value::Array(_) | Value::Struct(_) => "None".to_owned(),
        // Python's floats are wider: the literal is of the very number that Rust has.
        Value::F32(bits) => float(f32::from_bits(bits).into(), &cx.names.python("float")),
        Value::F64(bits) => float(f64::from_bits(bits), &cx.names.python("float")),
    }
}

fn float(value: f64, float: &str) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    if value.is_nan() {
        format!("{sign}{float}(\"nan\")")
    } else if value.is_infinite() {
        format!("{sign}{float}(\"inf\")")
    } else {
        format!("{value:?}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extreme_floats_keep_their_values() {
        let literals = [0.1, -0.0, f64::MAX, 5e-324, 1e16, f64::INFINITY, f64::NEG_INFINITY].map(|value| float(value, "float"));
        let expected = ["0.1", "-0.0", "1.7976931348623157e308", "5e-324", "1e16", "float(\"inf\")", "-float(\"inf\")"];
        assert_eq!(literals, expected);
        assert_eq!([f64::NAN, -f64::NAN].map(|nan| float(nan, "float")), ["float(\"nan\")", "-float(\"nan\")"]);
    }

    #[test]
    fn a_narrow_float_is_the_number_that_rust_has() {
        assert_eq!(float(0.1f32.into(), "float"), "0.10000000149011612");
    }
}
