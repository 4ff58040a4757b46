//! Strings: `&str` with its length, and C strings, which end with a NUL.

use super::conversion::Conversion;
use super::options::or_none;
use super::passage::{Body, Passage};
use super::table::Types;
use crate::runtime::parts::{Part, null};
use crate::syntax::expressions::{Expr, choice, literal, local, none};
use crate::syntax::statements::{Stmt, words};

/// The conversion of a string where it is a struct.
pub(crate) fn conversion(types: &Types<'_>, nullable: bool) -> Conversion {
    let str = types.names.python("str");
    let (to_c, from_c) = (Part::Str.call([Expr::Value, Expr::Kept]), Part::Text.call([Expr::Value]));
    if nullable {
        let to_c = choice(nothing(), Expr::Value.missing(), to_c).grouped();
        let from_c = choice(from_c, Expr::Value.attribute("data"), none()).grouped();
        return Conversion::converted(or_none(types, str), to_c, from_c);
    }
    Conversion::converted(str, to_c, from_c)
}

/// Null, and a length of 0.
pub(crate) fn nothing() -> Expr {
    Expr::Tuple(vec![null(), literal(0)])
}

/// The conversion of the address of a C string where it is not a parameter.
pub(crate) fn conversion_c(types: &Types<'_>, nullable: bool) -> Conversion {
    let str = types.names.python("str");
    let to_c = Part::New.call([Part::Chars.expr(), Part::CStr.call([Expr::Value]), Expr::Kept]);
    let from_c = Part::CText.call([Expr::Value]);
    if nullable {
        let to_c = choice(null(), Expr::Value.missing(), to_c).grouped();
        return Conversion::converted(or_none(types, str), to_c, choice(from_c, Expr::Value, none()).grouped());
    }
    Conversion::converted(str, to_c, from_c)
}

/// A string as a parameter is two at the ABI.
pub(crate) fn passage(body: &mut Body<'_, '_>, name: &str, nullable: bool) -> Passage {
    let types = body.types;
    let (c, value) = (body.local(&format!("{name}_c")), local(name));
    let str = types.names.python("str");
    if nullable {
        let len = body.local(&format!("{name}_len"));
        let mut passage = Passage::new(name, or_none(types, str));
        let made = choice(nothing(), value.clone().missing(), Part::Utf8.call([value]));
        passage.before = vec![Stmt::line(words![c.clone(), ", ", len.clone(), " = ", made])];
        passage.arguments = vec![c, len];
        return passage;
    }
    let mut passage = Passage::new(name, str);
    passage.before = vec![Stmt::assign(c.clone(), body.scope.python("str").attribute("encode").call([value]))];
    passage.arguments = vec![c.clone(), body.scope.python("len").call([c])];
    passage
}

/// A C string as a parameter: cffi passes the memory of `bytes`.
pub(crate) fn passage_c(types: &Types<'_>, name: &str, nullable: bool) -> Passage {
    let str = types.names.python("str");
    let value = local(name);
    let mut passage = Passage::new(name, if nullable { or_none(types, str) } else { str });
    let text = Part::CStr.call([value.clone()]);
    passage.arguments = vec![if nullable { choice(null(), value.missing(), text) } else { text }];
    passage
}
