//! Types of cffi's that functions and tables need, all of which it is asked for at once: it reads every declaration again each time it is asked.

use crate::runtime::Chunk;

const ASKED: &str = " = ffi.typeof(\"";

/// The table of one type: of a pointer or a callback, as a function takes it.
pub(crate) fn entry(name: &str, c: &str) -> Chunk {
    Chunk::new(format!("{name}{ASKED}{c}\")"))
}

/// The parts of a module, where the first such table is all of them: the parameters of a function that nobody has.
pub(crate) fn at_once(parts: Vec<String>) -> Vec<String> {
    let entry = |part: &str| {
        let (name, rest) = part.split_once(ASKED)?;
        Some((name.to_owned(), rest.strip_suffix("\")")?.to_owned()))
    };
    let all: Vec<(String, String)> = parts.iter().filter_map(|part| entry(part)).collect();
    if all.len() < 2 {
        return parts;
    }
    let names: String = all.iter().map(|(name, _)| format!("    {name},\n")).collect();
    let types: Vec<String> = all.iter().map(|(_, c)| format!("    \"{c}")).collect();
    let all = format!("(\n{names}) = ffi.typeof(\n    \"void(*)(\"\n{}\"\n    \")\"\n).args", types.join(", \"\n"));
    let mut all = Some(all);
    parts.into_iter().filter_map(|part| if entry(&part).is_some() { all.take() } else { Some(part) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_types_are_asked_for_where_the_first_one_was() {
        let parts = ["def f(): ...", "_A = ffi.typeof(\"a *\")", "_I = _Items(_A)", "_B = ffi.typeof(\"b\")"].map(str::to_owned);
        let expected = "(\n    _A,\n    _B,\n) = ffi.typeof(\n    \"void(*)(\"\n    \"a *, \"\n    \"b\"\n    \")\"\n).args";
        assert_eq!(at_once(parts.to_vec()), ["def f(): ...", expected, "_I = _Items(_A)"]);
        assert_eq!(at_once(parts[..3].to_vec()), parts[..3]);
    }
}
