//! Types as parts of identifiers.

/// A type as a part of an identifier: `UInt` of `uint`, `OptionVec2` of `FfiOption<Vec2>`, `BoolOrNull` of `bool?`.
pub(crate) fn word(ty: &str) -> String {
    if let Some((space, name)) = ty.trim_start_matches("global::").split_once('.').filter(|(space, _)| !space.contains('<')) {
        return word(space) + &word(name);
    }
    if let Some((pattern, inner)) = ty.strip_suffix('>').and_then(|ty| ty.split_once('<')) {
        return word(pattern) + &word(inner);
    }
    if let Some(value) = ty.strip_suffix('?') {
        return word(value) + "OrNull";
    }
    let known = match ty {
        "sbyte" => "SByte",
        "ushort" => "UShort",
        "uint" => "UInt",
        "ulong" => "ULong",
        "nint" => "IntPtr",
        "nuint" => "UIntPtr",
        _ => ty.strip_prefix("Ffi").unwrap_or(ty).trim_start_matches('@'),
    };
    let mut letters = known.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
