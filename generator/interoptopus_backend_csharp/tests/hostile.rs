//! Names and docs that would break a careless generator: what is not refused compiles, without a warning.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::model::{Access, PointerKind, Primitive, TypeKind, Value};
use interoptopus_backend_csharp::{CSharp, Visibility};

/// Keywords of C#, names of generated code's own variables, and names that C# has uses for.
const PARAMETERS: &[&str] = &[
    "abstract", "as", "base", "byte", "callback", "checked", "class", "current", "default", "delegate", "e", "each", "event",
    "field", "fixed", "handle", "in", "internal", "lease", "lent", "lock", "made", "nameof", "native", "null", "object",
    "operator", "out", "params", "prepared", "record", "ref", "result", "scope", "self", "slot", "string", "target", "this",
    "this_is", "value", "var", "void", "where", "_unused", "__two", "x1", "ünï",
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
    let fields: Vec<_> = PARAMETERS.iter().map(|&name| (name, bool, 1)).collect();
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
        library.guarded(name, &[("a", text)], marker);
    }
    compilers::accept(&CSharp::new().namespace("Hostile"), &library.finish().check().unwrap());
}

#[test]
fn a_library_with_next_to_nothing_compiles() {
    compilers::accept(&CSharp::new(), &Library::named("nothing").finish().check().unwrap());
    let mut library = Library::named("one_constant");
    let u32 = library.primitive(Primitive::U32);
    library.constant("ONE", u32, Value::Int(1));
    compilers::accept(&CSharp::new().header_comment("*/ <b>\nÜ"), &library.finish().check().unwrap());
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
        compilers::accept(&CSharp::new().visibility(Visibility::Internal).class("Api"), &library.finish().check().unwrap());
    }
}
