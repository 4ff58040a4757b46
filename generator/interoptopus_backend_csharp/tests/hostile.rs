//! Names and docs that would break a careless generator: what is not refused compiles, without a warning.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{Access, PointerKind, Primitive, TypeKind, Value};
use interoptopus::names::{Casing, ItemKind};
use interoptopus_backend_csharp::{CSharp, Dialect, Visibility};

/// Keywords of C#, names of generated code's own variables, and names that C# has uses for.
const PARAMETERS: &[&str] = &[
    "abstract",
    "as",
    "base",
    "byte",
    "callback",
    "checked",
    "class",
    "current",
    "default",
    "delegate",
    "e",
    "each",
    "event",
    "field",
    "fixed",
    "handle",
    "in",
    "internal",
    "lease",
    "lent",
    "lock",
    "made",
    "nameof",
    "native",
    "null",
    "object",
    "operator",
    "out",
    "params",
    "prepared",
    "record",
    "add",
    "alias",
    "allows",
    "and",
    "args",
    "ascending",
    "async",
    "await",
    "by",
    "descending",
    "dynamic",
    "equals",
    "extension",
    "file",
    "from",
    "get",
    "global",
    "group",
    "init",
    "into",
    "join",
    "let",
    "managed",
    "nint",
    "not",
    "notnull",
    "nuint",
    "on",
    "or",
    "orderby",
    "partial",
    "remove",
    "required",
    "scoped",
    "select",
    "set",
    "unmanaged",
    "when",
    "with",
    "yield",
    "result_len",
    "ref",
    "result",
    "scope",
    "self",
    "slot",
    "string",
    "target",
    "this",
    "this_is",
    "value",
    "var",
    "void",
    "where",
    "_unused",
    "__two",
    "x1",
    "ünï",
];

const TYPES: &[&str] = &[
    "Action",
    "Buffer",
    "Callback",
    "Console",
    "Elements",
    "Enum",
    "Func",
    "Handle",
    "Index",
    "Lease",
    "List",
    "Math",
    "Nullable",
    "Object",
    "Option",
    "Random",
    "Range",
    "Result",
    "Scope",
    "Slice",
    "Span",
    "Status",
    "String",
    "T",
    "Task",
    "Text",
    "Type",
    "Utf8",
    "Version",
    "XMLDocument",
];

const FUNCTIONS: &[&str] = &[
    "default",
    "g_c",
    "marshal",
    "exception",
    "visit",
    "visit_callback",
    "api_guard",
    "last_error",
    "live_objects",
    "string",
    "library",
    "action",
    "system",
    "interlocked",
    "error_exception",
    "marker",
    "dispose",
    "equals_not",
];

const DOCS: &str = " Ends */ here, `a < b && c`, \"quoted\" <b>bold</b> ]]> --> \\u0041 {0} \u{2028} &amp; ///.\n\n A [link](https://example.org/?a=1&b=\"2\"), \
    [`Marker`], [`crate::visit`], [Marker::Dot], [`Nowhere`], [`Status::x`], [`MAX`].\n\n # Errors\n None.\n\n # Panics\n Never.\n\n # Oh <no>\n - one\n - two `x`\n\n \
    # Examples\n ```\n let a: Vec<u8> = \"</code> */\".into();\n ```";

#[test]
fn hostile_names_and_docs_compile() {
    let mut library = Library::new();
    library.docs(DOCS);
    let (u32, bool) = (library.primitive(Primitive::U32), library.primitive(Primitive::Bool));
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    let void = library.void();
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1), ("lower_case", 2), ("XY", 3)]);
    library.enumeration("Error", Primitive::I32, true, &[("Bad", 1), ("Error", 2)]);
    let each: Vec<_> = PARAMETERS.iter().map(|&name| (name, u32)).collect();
    let visit = library.callback("Visit", |registry| {
        let to_write = registry.intern(TypeKind::Pointer { pointee: u32, access: Access::Write, kind: PointerKind::Nullable });
        let target = each.iter().map(|&(name, _)| (name, to_write)).collect();
        (target, bool)
    });
    let fields: Vec<_> = PARAMETERS.iter().filter(|name| **name != "equals").map(|&name| (name, bool, 1)).collect();
    library.structure("Fields", &fields);
    let all: Vec<_> = PARAMETERS.iter().map(|&name| (name, text)).collect();
    library.guarded("strings", &all, text);
    let all: Vec<_> = PARAMETERS.iter().map(|&name| (name, marker)).collect();
    library.function("markers", &all, marker);
    let all: Vec<_> = PARAMETERS.iter().map(|&name| (name, visit)).collect();
    library.guarded("callbacks", &all, void);
    library.constant("MAX", u32, Value::Int(1));
    library.constant("MARK", marker, Value::Int(2));
    for name in FUNCTIONS {
        library.guarded_as(name, &format!("lib_{name}"), &[("a", text)], marker);
    }
    compilers::accept(&CSharp::new().namespace("Hostile"), &Checked::new(library.finish()).unwrap());
}

#[test]
fn a_library_with_next_to_nothing_compiles() {
    compilers::accept(&CSharp::new(), &Checked::new(Library::named("nothing").finish()).unwrap());
    let mut library = Library::named("one_constant");
    let u32 = library.primitive(Primitive::U32);
    library.constant("ONE", u32, Value::Int(1));
    compilers::accept(&CSharp::new().header_comment("*/ <b>\nÜ"), &Checked::new(library.finish()).unwrap());
}

#[test]
fn types_that_are_called_as_those_of_other_libraries_compile() {
    for names in TYPES.chunks(15) {
        let mut library = Library::new();
        let bool = library.primitive(Primitive::Bool);
        let void = library.void();
        for name in names {
            let ty = library.structure(name, &[("on", bool, 1)]);
            let array = library.registry.intern(TypeKind::Array { element: ty, len: 2 });
            let slice = library.registry.intern(TypeKind::Slice { element: ty, access: Access::Read, nullable: false });
            let option = library.registry.intern(TypeKind::Option { value: ty });
            let behind = library.registry.pointer(array, Access::Write, PointerKind::Reference);
            library.guarded(&format!("use_{name}"), &[("a", behind), ("b", slice)], option);
        }
        library.callback("Each", |_| (vec![("a", bool)], void));
        compilers::accept(&CSharp::new().visibility(Visibility::Internal).class("Api"), &Checked::new(library.finish()).unwrap());
    }
}

/// Each name of a member that some type has of its own.
const MEMBERS: &[&str] = &[
    "AddRef",
    "Address",
    "AsSpan",
    "AsOne",
    "Case",
    "CaseOf",
    "Clone",
    "Deconstruct",
    "Default",
    "Dispose",
    "Element",
    "Equals",
    "Error",
    "EqualityContract",
    "Finalize",
    "Forward",
    "From",
    "GetHashCode",
    "GetType",
    "HasValue",
    "Invoke",
    "IsNull",
    "IsOk",
    "Item",
    "Length",
    "Match",
    "MatchOf",
    "MemberwiseClone",
    "None",
    "Of",
    "One",
    "Payload",
    "PayloadOf",
    "Pointer",
    "PrintMembers",
    "Raw",
    "ReferenceEquals",
    "Rethrow",
    "Tag",
    "TagOf",
    "ToArray",
    "ToNullable",
    "ToString",
    "TResult",
    "Unwrap",
    "Value",
];

/// A library in which types of each kind are called so, as far as C# can.
fn library_of(name: &str, kind: usize) -> Library {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    let ty = match kind {
        0 => library.structure(name, &[("x", u32, 4)]),
        1 => library.defaulting(name, &[("x", u32, 4)], vec![Value::Int(7)]),
        2 => library.tagged(name, Primitive::U8, &[("One", 0, &[("x", u32, 4)]), ("Two", 1, &[])]),
        3 => library.enumeration(name, Primitive::I32, true, &[("Bad", 1)]),
        4 => library.union(name, &[("x", u32, 4)]),
        5 => library.structure(name, &[("x", text, 16)]),
        6 => library.tagged(name, Primitive::U8, &[("One", 0, &[("x", text, 16)]), ("Two", 1, &[])]),
        7 => library.tagged("Whole", Primitive::U8, &[(name, 0, &[("x", u32, 4)]), ("Two", 1, &[])]),
        _ => library.callback(name, |_| (vec![("x", u32)], u32)),
    };
    let whole = library.registry.pointer(ty, Access::Read, PointerKind::Reference);
    library.guarded("take", &[("it", if kind < 8 { whole } else { ty })], u32);
    library
}

/// For each kind of type one that is called as each member, in one build for all.
fn types_called_as_members(dialect: Dialect) {
    let mut files = Vec::new();
    for kind in 0..9 {
        let before = files.len();
        for name in MEMBERS {
            let inventory = Checked::new(library_of(name, kind).finish()).unwrap();
            match CSharp::new().namespace(format!("Of{kind}{name}")).generate_for(&inventory, dialect) {
                Ok(bindings) => files.push((format!("Of{kind}{name}.cs"), bindings.text)),
                Err(refused) => assert!(refused.items.iter().all(|item| item.reason.contains("rename")), "{refused}"),
            }
        }
        assert!(files.len() - before > 20, "most are no member of such a type: {}", files.len() - before);
    }
    compilers::accept_files(dialect, &files);
}

#[test]
fn types_that_are_called_as_members_compile_or_are_refused() {
    types_called_as_members(Dialect::DotNet);
}

#[test]
fn types_that_are_called_as_members_compile_in_unity_or_are_refused() {
    types_called_as_members(Dialect::Unity);
}

#[test]
fn parameters_that_are_cased_as_types_hide_none() {
    for (casing, last) in [(Casing::Pascal, "held"), (Casing::Keep, "lease"), (Casing::Shouty, "held")] {
        let mut library = Library::new();
        let u32 = library.primitive(Primitive::U32);
        let text = library.registry.intern(TypeKind::Str { nullable: true });
        let visit = library.callback("Visit", |_| (vec![("native", u32), ("visit", u32)], u32));
        library.enumeration("Error", Primitive::I32, true, &[("Bad", 1)]);
        let names =
            ["native", "array", "ffi_memory", "ffi_status", "ffi_utf8", "int_ptr", "error_exception", "x", "lease_", last];
        let all: Vec<_> = names.iter().map(|&name| (name, text)).chain([("visit_callback", visit), ("x_len", visit)]).collect();
        library.guarded("take", &all, u32);
        compilers::accept(&CSharp::new().casing(ItemKind::Parameter, casing), &Checked::new(library.finish()).unwrap());
    }
}

#[test]
fn what_keeps_its_case_may_be_a_word_of_the_language() {
    let words = [
        "record",
        "var",
        "dynamic",
        "await",
        "async",
        "nint",
        "notnull",
        "unmanaged",
        "partial",
        "where",
        "required",
        "scoped",
        "file",
        "field",
    ];
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    // A type that is called so would be meant by the bindings' own code.
    for word in words.into_iter().filter(|word| !["nint", "unmanaged", "var"].contains(word)) {
        let others = words.iter().chain(&["value", "get", "set"]).filter(|other| **other != word);
        let fields: Vec<_> = others.map(|&name| (name, u32, 4)).collect();
        let ty = library.structure(word, &fields);
        let option = library.registry.intern(TypeKind::Option { value: ty });
        let array = library.registry.intern(TypeKind::Array { element: ty, len: 2 });
        let array = library.registry.pointer(array, Access::Read, PointerKind::Reference);
        library.guarded(word, &[(word, ty), ("b", option), ("c", array)], u32);
    }
    let config = [ItemKind::Type, ItemKind::Function, ItemKind::Field, ItemKind::Parameter]
        .into_iter()
        .fold(CSharp::new(), |config, kind| config.casing(kind, Casing::Keep));
    compilers::accept(&config, &Checked::new(library.finish()).unwrap());
}
