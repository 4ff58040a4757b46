//! Names that have a meaning already, in Python and in the runtime.

/// The builtins that generated code calls. A library may have a function of the same name: then they are `builtins.len` and so on.
pub(crate) const BUILTINS: &[&str] = &[
    "AttributeError",
    "BaseException",
    "DeprecationWarning",
    "Exception",
    "ImportError",
    "NotImplemented",
    "OSError",
    "SystemExit",
    "TypeError",
    "ValueError",
    "all",
    "any",
    "bool",
    "bytearray",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "dict",
    "dir",
    "enumerate",
    "float",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "int",
    "isinstance",
    "issubclass",
    "len",
    "list",
    "map",
    "memoryview",
    "next",
    "object",
    "ord",
    "property",
    "range",
    "repr",
    "set",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
];

/// The imports of generated code: the name, its module (nothing for a module), and whether only type checkers have it. Where a
/// library has an item of the same name, it is imported under another.
pub(crate) const IMPORTS: &[(&str, &str, bool)] = &[
    ("atexit", "", false),
    ("builtins", "", false),
    ("os", "", false),
    ("platform", "", false),
    ("struct", "", false),
    ("sys", "", false),
    ("threading", "", false),
    ("time", "", false),
    ("warnings", "", false),
    ("Callable", "collections.abc", false),
    ("Iterable", "collections.abc", false),
    ("Iterator", "collections.abc", false),
    ("Mapping", "collections.abc", false),
    ("MutableSequence", "collections.abc", false),
    ("Sequence", "collections.abc", false),
    ("dataclass", "dataclasses", false),
    ("is_dataclass", "dataclasses", false),
    ("IntEnum", "enum", false),
    ("IntFlag", "enum", false),
    ("starmap", "itertools", false),
    ("ModuleType", "types", false),
    ("TYPE_CHECKING", "typing", false),
    ("Any", "typing", false),
    ("Final", "typing", false),
    ("Generic", "typing", false),
    ("NoReturn", "typing", false),
    ("Optional", "typing", false),
    ("TypeVar", "typing", false),
    ("Union", "typing", false),
    ("get_args", "typing", false),
    ("get_origin", "typing", false),
    ("get_type_hints", "typing", false),
    ("FFI", "cffi", false),
    ("Buffer", "typing_extensions", true),
    ("Self", "typing_extensions", true),
    ("TypeAlias", "typing_extensions", true),
];

/// Whether generated code imports a module of this name.
pub(crate) fn is_imported_module(name: &str) -> bool {
    let modules = IMPORTS.iter().map(|(import, module, _)| if module.is_empty() { *import } else { *module });
    modules.filter_map(|module| module.split('.').next()).any(|module| module == name)
}

/// The stand-in for a type that only type checkers have, where annotations are evaluated.
pub(crate) const STAND_INS: &[[&str; 2]] = &[["Buffer", "memoryview"], ["Self", "Any"]];

/// The name that generated code takes from Python, and which a library's own item may hide, if `name` is one.
pub(crate) fn foreign(name: &str) -> Option<&'static str> {
    let imports = IMPORTS.iter().map(|(import, ..)| import);
    BUILTINS.iter().chain(imports).copied().find(|foreign| *foreign == name)
}

/// The members of every `IntEnum` or `IntFlag`; no variant may be called so.
pub(crate) const ENUM_MEMBERS: &[&str] = &[
    "as_integer_ratio",
    "bit_count",
    "bit_length",
    "conjugate",
    "denominator",
    "from_bytes",
    "imag",
    "is_integer",
    "mro",
    "name",
    "numerator",
    "real",
    "to_bytes",
    "value",
];
