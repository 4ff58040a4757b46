//! Strings: UTF-8 at the border, encoded or copied on the way in and copied on the way out.

use crate::names::members::{local, local_for};
use crate::runtime::Part;
use crate::syntax::{CsType, Dialect, Identifier, Modifier, ParameterType, Template, call};
use crate::types::conversions::{Disposed, Passed, Place, Returned, Stored, Text};
use interoptopus::model::Crossing;

/// The type in memory of a string.
const STR: CsType = CsType::Known("FfiStr");

/// The form in memory of a string, made by a method of the arena.
fn encoded_by(method: &str) -> Template {
    call("FfiArena", method, [Template::value(), Template::arena(), Template::parameter()])
}

/// A string in memory: as an address and a length.
pub(crate) fn stored(dialect: Dialect, nullable: bool) -> Stored {
    if nullable {
        let public = dialect.or_null(&CsType::STRING);
        let stored = Stored::class(public, STR, encoded_by("NullableText"), Template::value().method("ToNullableString", []));
        return stored.with_parts([Part::Strings, Part::Arena]);
    }
    let stored = Stored::class(CsType::STRING, STR, encoded_by("Text"), Template::value().method("ToString", []));
    stored.with_parts([Part::Strings, Part::Arena])
}

/// A C string in memory: as an address.
pub(crate) fn stored_terminated(dialect: Dialect, nullable: bool) -> Stored {
    let raw = dialect.address();
    if nullable {
        let public = dialect.or_null(&CsType::STRING);
        let stored = Stored::class(
            public,
            raw,
            encoded_by("NullableTerminated"),
            call("FfiMemory", "ReadNullableString", [Template::value()]),
        );
        return stored.with_parts([Part::Memory, Part::Arena]);
    }
    let stored =
        Stored::class(CsType::STRING, raw, encoded_by("Terminated"), call("FfiMemory", "ReadString", [Template::value()]));
    stored.with_parts([Part::Memory, Part::Arena])
}

/// A string as a parameter: two of the native function.
pub(crate) fn passed(dialect: Dialect, nullable: bool, place: Place<'_>) -> Passed {
    let name = place.name;
    let pointer = local(name);
    // Others may write to bytes that users have at hand when Rust has checked them: it gets a copy.
    let is_at_hand = place.text == Text::Bytes && !nullable;
    let mut passed = if is_at_hand { bytes(dialect, name) } else { string(dialect, nullable, name) };
    match dialect {
        Dialect::DotNet => {
            let utf8 = utf8(name);
            passed.scopes.push(encoded(&utf8, format!("{name}, stackalloc byte[FfiUtf8.OnStack]")));
            passed.pins.push(format!("byte* {pointer} = {utf8}"));
            // Only what is guarded could say of itself that they are no text.
            if is_at_hand && place.crossing == Crossing::Bare {
                passed.pinned.push(format!("FfiUtf8.Check({utf8}.Bytes, nameof({name}));").into());
            }
            passed.arguments = vec![pointer.into(), format!("(nuint){utf8}.Bytes.Length").into()];
        }
        Dialect::Unity => {
            passed.before.push(format!("byte[] {pointer} = FfiUtf8.Bytes({name});").into());
            if is_at_hand && place.crossing == Crossing::Bare {
                passed.before.push(format!("FfiUtf8.Check({pointer}, nameof({name}));").into());
            }
            let len = if nullable { format!("({pointer} == null ? 0 : {pointer}.Length)") } else { format!("{pointer}.Length") };
            passed.arguments = vec![pointer.into(), format!("(UIntPtr){len}").into()];
        }
    }
    passed
}

/// The address of bytes; or the bytes, of which the marshaller hands over the address.
fn native(dialect: Dialect) -> ParameterType {
    match dialect {
        Dialect::DotNet => CsType::BYTE.pointer().into(),
        Dialect::Unity => ParameterType::new(Modifier::MarshalledIn, CsType::BYTE.array()),
    }
}

/// A C string as a parameter: with a NUL at the end.
pub(crate) fn passed_terminated(dialect: Dialect, nullable: bool, name: &Identifier) -> Passed {
    let pointer = local(name);
    let mut passed = string(dialect, nullable, name);
    match dialect {
        Dialect::DotNet => {
            let utf8 = utf8(name);
            passed.scopes.push(encoded(&utf8, format!("{name}, stackalloc byte[FfiUtf8.OnStack], nameof({name})")));
            passed.pins.push(format!("byte* {pointer} = {utf8}"));
        }
        Dialect::Unity => {
            passed.before.push(format!("byte[] {pointer} = FfiUtf8.Terminated({name}, nameof({name}));").into());
        }
    }
    passed.arguments.push(pointer.into());
    passed
}

fn string(dialect: Dialect, nullable: bool, name: &Identifier) -> Passed {
    let public = if nullable { dialect.or_null(&CsType::STRING) } else { CsType::STRING };
    let before = if nullable { Vec::new() } else { vec![dialect.refuse_null(name)] };
    Passed { before, parts: [Part::Utf8].into(), ..Passed::new(public, native(dialect)) }
}

fn bytes(dialect: Dialect, name: &Identifier) -> Passed {
    let (public, before) = match dialect {
        Dialect::DotNet => (CsType::generic("ReadOnlySpan", CsType::BYTE), Vec::new()),
        Dialect::Unity => (CsType::BYTE.array(), vec![dialect.refuse_null(name)]),
    };
    Passed { before, parts: [Part::Utf8].into(), ..Passed::new(public, native(dialect)) }
}

/// The variable with the encoded text: `nameUtf8_`.
fn utf8(name: &Identifier) -> String {
    local_for(name, "Utf8")
}

fn encoded(name: &str, arguments: String) -> Disposed {
    Disposed { ty: CsType::Known("FfiUtf8"), name: name.to_owned(), arguments }
}

/// A string as a result: copied.
pub(crate) fn returned(dialect: Dialect, nullable: bool) -> Returned {
    copied(dialect, nullable, STR, [Template::value().method("ToString", []), Template::value().method("ToNullableString", [])])
        .with_parts([Part::Strings])
}

/// A C string as a result: copied.
pub(crate) fn returned_terminated(dialect: Dialect, nullable: bool) -> Returned {
    let out =
        [call("FfiMemory", "ReadString", [Template::value()]), call("FfiMemory", "ReadNullableString", [Template::value()])];
    copied(dialect, nullable, dialect.address(), out).with_parts([Part::Memory])
}

fn copied(dialect: Dialect, nullable: bool, raw: CsType, [out, out_or_null]: [Template; 2]) -> Returned {
    if nullable {
        Returned::class(dialect.or_null(&CsType::STRING), raw, out_or_null)
    } else {
        Returned::class(CsType::STRING, raw, out)
    }
}
