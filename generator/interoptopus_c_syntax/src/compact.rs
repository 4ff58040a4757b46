//! Definitions for programs that read C, such as foreign function interfaces: on one line where they fit, without comments, attributes,
//! conditions, the values of enums, and tags that nothing refers to.

use crate::definitions::{Definition, Incomplete, Kind};
use crate::enums::Enum;
use crate::forwards::Forward;
use crate::functions::Prototype;
use crate::structs::{Member, Struct};
use crate::tagged::{Case, PAYLOAD, TAG, Tagged};
use crate::types::Declared;

/// `definition` in lines of at most `width` columns where they can be broken, after what is declared ahead of it. How its fields are
/// packed is for the reader to be told.
#[must_use]
pub fn definition(definition: &Definition, width: usize) -> Vec<String> {
    let Definition { ahead, is_declared, condition: _, kind } = definition;
    let mut lines: Vec<String> = ahead.iter().map(Forward::declaration).collect();
    let typedef = |typedef: &Declared| format!("typedef {};", typedef.declaration());
    match kind {
        Kind::Struct(Struct { head, members, .. }) => {
            let members: Vec<String> = members.iter().map(member).collect();
            lines.extend(composite(head, *is_declared, &members, width));
        }
        Kind::Tagged(Tagged { head, tag, cases, comment: _ }) => {
            lines.extend(composite(head, *is_declared, &tagged(tag, cases), width));
        }
        Kind::Enum(definition) => lines.extend(definition.typedef.iter().map(typedef)),
        Kind::Alias(alias) => lines.push(typedef(&alias.typedef)),
        Kind::Incomplete(Incomplete { head, comment: _ }) => lines.push(head.declaration()),
    }
    lines
}

/// `prototype` in lines of at most `width` columns where they can be broken.
#[must_use]
pub fn prototype(prototype: &Prototype, width: usize) -> Vec<String> {
    let declaration = prototype.declared.declaration_in_lines(width - 1);
    format!("{declaration};").lines().map(str::to_owned).collect()
}

fn member(Member { comment: _, declared }: &Member) -> String {
    format!("{};", declared.declaration())
}

/// The members of a tagged union, whose cases have no names as types.
fn tagged(tag: &Enum, cases: &[Case]) -> Vec<String> {
    let tag = tag.typedef.iter().map(|typedef| format!("{};", typedef.ty.declare(TAG)));
    let payload = match cases {
        [] => Vec::new(),
        [..] => {
            let case = |Case { member: name, holds }: &Case| {
                format!("    struct {{ {} }} {name};", holds.members.iter().map(member).collect::<Vec<_>>().join(" "))
            };
            let (open, close) = ("union {".to_owned(), format!("}} {PAYLOAD};"));
            [open].into_iter().chain(cases.iter().map(case)).chain([close]).collect()
        }
    };
    tag.chain(payload).collect()
}

/// A struct or a union on one line, or with a line for each member.
fn composite(
    Forward { attribute: _, keyword, name }: &Forward,
    is_declared: bool,
    members: &[String],
    width: usize,
) -> Vec<String> {
    let (open, close) = match is_declared {
        true => (format!("{keyword} {name} {{"), "};".to_owned()),
        false => (format!("typedef {keyword} {{"), format!("}} {name};")),
    };
    let words: Vec<&str> = members.iter().map(|member| member.trim_start()).collect();
    let line = format!("{open} {} {close}", words.join(" "));
    if line.len() <= width {
        return vec![line];
    }
    let members = members.iter().map(|member| format!("    {member}"));
    [open].into_iter().chain(members).chain([close]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attributes::Attribute;
    use crate::comments::Comment;
    use crate::types::CType;

    fn vec2(is_declared: bool) -> Definition {
        let member = |name| Member::plain(Declared::new(name, CType::named("float")));
        let definition = Struct::new(Comment::text("A point."), "Vec2", ["x", "y"].map(member).into());
        Definition { ahead: Vec::new(), is_declared, condition: None, kind: Kind::Struct(definition) }
    }

    #[test]
    fn a_struct_is_on_one_line_where_it_fits_and_has_a_tag_where_it_was_declared() {
        assert_eq!(definition(&vec2(false), 42), ["typedef struct { float x; float y; } Vec2;"]);
        assert_eq!(definition(&vec2(false), 41), ["typedef struct {", "    float x;", "    float y;", "} Vec2;"]);
        assert_eq!(definition(&vec2(true), 42), ["struct Vec2 { float x; float y; };"]);
    }

    #[test]
    fn a_tagged_union_is_one_struct() {
        let case = |member: &str, ty: &str| {
            let members = vec![Member::plain(Declared::new("value", CType::named(ty)))];
            Case { member: member.to_owned(), holds: Struct::new(Comment::default(), format!("Shape_{member}"), members) }
        };
        let typedef = Some(Declared::new("Shape_Tag", CType::named("uint8_t")));
        let (attribute, comment) = (Attribute::default(), Comment::default());
        let tag = Enum { comment, attribute, typedef, enumerators: Vec::new(), macros: Vec::new() };
        let head = Forward { attribute: Attribute::default(), keyword: "struct", name: "Shape".to_owned() };
        let kind = Kind::Tagged(Tagged { comment: Comment::default(), head, tag, cases: vec![case("Circle", "float")] });
        let shape = Definition { ahead: Vec::new(), is_declared: false, condition: None, kind };
        let line = "typedef struct { uint8_t tag; union { struct { float value; } Circle; } payload; } Shape;";
        assert_eq!(definition(&shape, line.len()), [line]);
    }

    #[test]
    fn a_long_prototype_has_a_line_for_each_parameter() {
        let parameters = vec![Declared::new("x", CType::named("float"))];
        let draw = Prototype::new("f", parameters, CType::named("void"), Comment::text("Draws."));
        assert_eq!(prototype(&draw, 16), ["void f(float x);"]);
        assert_eq!(prototype(&draw, 15), ["void f(", "    float x", ");"]);
    }
}
