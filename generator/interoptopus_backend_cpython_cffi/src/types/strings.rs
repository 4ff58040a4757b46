//! Strings: `&str` with its length, and C strings, which end with a NUL.

use super::conversion::{Conversion, Template};
use super::options::or_none;
use super::passage::Passage;
use super::table::Types;
use crate::names::scope::Scope;

/// How a string crosses where it is a struct.
pub(crate) fn conversion(types: &Types<'_>, nullable: bool) -> Conversion {
    let str = types.names.python("str");
    if nullable {
        let to_c = Template::new("((ffi.NULL, 0) if $ is None else _str($, @))");
        return Conversion::converted(or_none(types, &str), to_c, Template::new("(_text($) if $.data else None)"));
    }
    Conversion::converted(str, Template::new("_str($, @)"), Template::new("_text($)"))
}

/// How the address of a C string crosses where it is not a parameter.
pub(crate) fn conversion_c(types: &Types<'_>, nullable: bool) -> Conversion {
    let str = types.names.python("str");
    if nullable {
        let to_c = Template::new("(ffi.NULL if $ is None else _new(_CHARS, _c_str($), @))");
        return Conversion::converted(or_none(types, &str), to_c, Template::new("(_c_text($) if $ else None)"));
    }
    Conversion::converted(str, Template::new("_new(_CHARS, _c_str($), @)"), Template::new("_c_text($)"))
}

/// A string as a parameter is two at the ABI.
pub(crate) fn passage(types: &Types<'_>, scope: &mut Scope<'_>, name: &str, nullable: bool) -> Passage {
    let c = scope.local(&format!("{name}_c"));
    let str = types.names.python("str");
    if nullable {
        let len = scope.local(&format!("{name}_len"));
        let mut passage = Passage::new(name, or_none(types, &str));
        passage.before = vec![format!("{c}, {len} = (ffi.NULL, 0) if {name} is None else _utf8({name})")];
        passage.arguments = vec![c, len];
        return passage;
    }
    let mut passage = Passage::new(name, str);
    passage.before = vec![format!("{c} = {}.encode({name})", scope.python("str"))];
    passage.arguments = vec![c.clone(), format!("{}({c})", scope.python("len"))];
    passage
}

/// A C string as a parameter: cffi passes the memory of `bytes`.
pub(crate) fn passage_c(types: &Types<'_>, name: &str, nullable: bool) -> Passage {
    let str = types.names.python("str");
    let mut passage = Passage::new(name, if nullable { or_none(types, &str) } else { str });
    passage.arguments = vec![match nullable {
        true => format!("ffi.NULL if {name} is None else _c_str({name})"),
        false => format!("_c_str({name})"),
    }];
    passage
}
