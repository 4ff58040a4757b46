//! Values as Python writes them: of constants, and of fields by default.

use crate::syntax::expressions::{Expr, literal, none, own, quoted};
use crate::types::table::Types;
use interoptopus::model::{EnumId, Item, Primitive, Type, TypeKind, Value, Visibility};

/// The expression of a `ty` that is `value`. What is a list in structs is a tuple in constants, which nobody can change.
pub(crate) fn of(types: &Types<'_>, ty: Type, value: &Value, sequence: Sequence) -> Expr {
    let kind = *types.inventory.kind(ty);
    match value {
        Value::Bool(true) => literal("True"),
        Value::Bool(false) => literal("False"),
        Value::Int(int) => integer(types, kind, *int),
        Value::Wide(int) => literal(int),
        // Python's floats are wider: the literal is of the very number that Rust has.
        Value::F32(bits) => float(f32::from_bits(*bits).into(), types.names.python("float")),
        Value::F64(bits) => float(f64::from_bits(*bits), types.names.python("float")),
        Value::Char(letter) => text(&letter.to_string()),
        Value::Str(string) => text(string),
        Value::Array(values) => {
            let element = kind.inner().unwrap_or(ty);
            let values: Vec<Expr> = values.iter().map(|value| of(types, element, value, sequence)).collect();
            match sequence {
                Sequence::Tuple => Expr::Tuple(values),
                Sequence::List => Expr::List(values),
            }
        }
        Value::Struct(values) => structure(types, kind, values),
    }
}

/// The form of an array.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sequence {
    /// So that nobody can change it.
    Tuple,
    /// So that its owner can.
    List,
}

fn integer(types: &Types<'_>, kind: TypeKind, int: i128) -> Expr {
    match kind {
        TypeKind::Enum(id) if types.inventory[id].flags => flags(types, id, int),
        TypeKind::Enum(id) => {
            let at = types.inventory[id].variants.iter().position(|variant| variant.value == int);
            at.map_or_else(|| literal(int), |at| variant(types, id, at))
        }
        TypeKind::NonZero { primitive: _, nullable: true } if int == 0 => none(),
        TypeKind::Primitive(Primitive::Char) => {
            u32::try_from(int).ok().and_then(char::from_u32).map_or_else(|| literal(int), |letter| text(&letter.to_string()))
        }
        TypeKind::Void
        | TypeKind::Primitive(_)
        | TypeKind::NonZero { .. }
        | TypeKind::Struct(_)
        | TypeKind::Tagged(_)
        | TypeKind::Union(_)
        | TypeKind::Opaque(_)
        | TypeKind::Callback { .. }
        | TypeKind::Service(_)
        | TypeKind::Array { .. }
        | TypeKind::Pointer { .. }
        | TypeKind::Slice { .. }
        | TypeKind::Str { .. }
        | TypeKind::CStr { .. }
        | TypeKind::Option { .. }
        | TypeKind::Owned { .. }
        | TypeKind::Outcome { .. } => literal(int),
    }
}

fn variant(types: &Types<'_>, id: EnumId, at: usize) -> Expr {
    own(types.names.of(Item::Enum(id))).attribute(types.names.of(Item::Variant(id, at)))
}

/// The flags that make up `bits`, where single ones do.
fn flags(types: &Types<'_>, id: EnumId, bits: i128) -> Expr {
    let variants = types.inventory[id].variants.iter().enumerate();
    let single: Vec<(usize, i128)> =
        variants.map(|(at, v)| (at, v.value)).filter(|(_, bit)| bit.count_ones() == 1 && bits & bit != 0).collect();
    let is_whole = single.iter().fold(0, |all, (_, bit)| all | bit) == bits;
    let named = single.iter().map(|(at, _)| variant(types, id, *at)).reduce(|all, flag| all.binary("|", flag));
    named.filter(|_| is_whole).unwrap_or_else(|| own(types.names.of(Item::Enum(id))).call([literal(bits)]))
}

/// The call that makes a struct of the fields that are shown; of all others it makes what is their default.
fn structure(types: &Types<'_>, kind: TypeKind, values: &[Value]) -> Expr {
    let TypeKind::Struct(id) = kind else { return none() };
    let shown = types.inventory[id].fields.iter().zip(values).filter(|(field, _)| field.visibility == Visibility::Public);
    let values = shown.map(|(field, value)| of(types, field.ty, value, Sequence::List));
    own(types.names.of(Item::Struct(id))).call(values)
}

fn float(value: f64, float: Expr) -> Expr {
    let made = if value.is_nan() {
        float.call([quoted("nan")])
    } else if value.is_infinite() {
        float.call([quoted("inf")])
    } else {
        return literal(format!("{value:?}"));
    };
    if value.is_sign_negative() { Expr::Unary("-", Box::new(made)) } else { made }
}

/// A string.
pub(crate) fn text(text: &str) -> Expr {
    let mut literal = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => literal.extend(['\\', letter]),
            '\n' => literal.push_str("\\n"),
            '\t' => literal.push_str("\\t"),
            '\r' => literal.push_str("\\r"),
            ' '..='~' => literal.push(letter),
            // What prints as nothing, or turns the direction of the source, is better seen.
            _ if letter.is_alphanumeric() => literal.push(letter),
            _ if u32::from(letter) < 0x1_0000 => literal.push_str(&format!("\\u{:04x}", u32::from(letter))),
            _ => literal.push_str(&format!("\\U{:08x}", u32::from(letter))),
        }
    }
    literal.push('"');
    Expr::Literal(literal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extreme_floats_keep_their_values() {
        let literals = [0.1, -0.0, f64::MAX, 5e-324, 1e16, f64::INFINITY, f64::NEG_INFINITY]
            .map(|value| float(value, Expr::Builtin("float")).to_string());
        let expected = ["0.1", "-0.0", "1.7976931348623157e308", "5e-324", "1e16", "float(\"inf\")", "-float(\"inf\")"];
        assert_eq!(literals, expected);
        assert_eq!(
            [f64::NAN, -f64::NAN].map(|nan| float(nan, Expr::Builtin("float")).to_string()),
            ["float(\"nan\")", "-float(\"nan\")"]
        );
    }

    #[test]
    fn a_narrow_float_is_the_number_that_rust_has() {
        assert_eq!(float(0.1f32.into(), Expr::Builtin("float")).to_string(), "0.10000000149011612");
    }

    #[test]
    fn nothing_breaks_out_of_a_string() {
        assert_eq!(text("a\"b\\c\n\0é\u{202e}😀").to_string(), r#""a\"b\\c\n\u0000é\u202e\U0001f600""#);
    }
}
