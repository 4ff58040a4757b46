//! What C# cannot express is refused by the item's name, with the reason and a way out, and everything at once.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{Access, Content, PointerKind, Primitive, Repr, TypeKind, Value};
use interoptopus_backend_csharp::{CSharp, Dialect};

/// What both dialects say of the library.
fn refusals(config: &CSharp, library: Library) -> Vec<String> {
    let inventory = Checked::new(library.finish()).unwrap();
    let of = |dialect| match config.generate_for(&inventory, dialect) {
        Ok(bindings) => panic!("nothing is refused:\n{bindings}"),
        Err(refused) => refused.items.into_iter().map(|r| r.to_string()).collect::<Vec<_>>(),
    };
    let [dot_net, unity] = [Dialect::DotNet, Dialect::Unity].map(of);
    assert_eq!(dot_net, unity);
    dot_net
}

#[test]
fn names_that_are_one_in_csharp_are_refused_by_both() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.constant("MAX_POINTS", u32, Value::Int(1));
    library.function("max_points", &[], u32);
    library.function("take", &[("by_value", u32), ("byValue", u32)], u32);
    assert_eq!(
        refusals(&CSharp::new(), library),
        [
            "lib::max_points: C# would call it `MaxPoints`, which in the class `Interop` is `lib::MAX_POINTS`: rename one of them",
            "lib::take::byValue: C# would call it `byValue`, which in the parameters of `lib::take` is `lib::take::by_value`: rename one of them",
        ]
    );
}

#[test]
fn a_member_that_is_called_as_its_type_is_refused() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.structure("Time", &[("time", u32, 4)]);
    library.function("interop", &[], u32);
    assert_eq!(
        refusals(&CSharp::new(), library),
        [
            "lib::Time::time: C# would call it `Time`, which in the struct `Time` is the struct itself (no member can be named as its type): \
        rename one of them",
            "lib::interop: C# would call it `Interop`, which in the class `Interop` is the class itself (no member can be named as its type): \
        rename one of them",
        ]
    );
}

#[test]
fn names_that_generated_code_needs_are_refused() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.structure("Exception", &[("x", u32, 4)]);
    library.opaque("Lib");
    library.opaque("VisitCallback");
    library.callback("Visit", |_| (vec![], u32));
    library.enumeration("Error", Primitive::I32, true, &[("Bad", 1)]);
    library.opaque("ErrorException");
    library.function("native", &[], u32);
    library.function("get_type", &[], u32);
    assert_eq!(
        refusals(&CSharp::new(), library),
        [
            "lib::ErrorException: C# would call it `ErrorException`, which in the namespace `Lib` is `lib::Error`: rename one of them",
            "lib::Exception: C# would call it `Exception`, which in the namespace `Lib` is a name that the generated code needs: rename one of them",
            "lib::Lib: C# would call it `Lib`, which in the namespace `Lib` is that namespace (the configuration can call it otherwise): \
        rename one of them",
            "lib::VisitCallback: C# would call it `VisitCallback`, which in the namespace `Lib` is `lib::Visit`: rename one of them",
            "lib::get_type: C# would call it `GetType`, which in the class `Interop` is what every class has: rename one of them",
            "lib::native: C# would call it `Native`, which in the class `Interop` is what generated code uses there: rename one of them",
        ]
    );
}

#[test]
fn the_configuration_can_call_things_otherwise() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    library.opaque("Lib");
    library.function("interop", &[], u32);
    let inventory = Checked::new(library.finish()).unwrap();
    let bindings =
        CSharp::new().namespace("Acme.Library").class("Functions").library_name("äcme\"\\").generate(&inventory).unwrap();
    assert_eq!(bindings.file_name, "Functions.cs");
    assert!(bindings.text.contains("\nnamespace Acme.Library;\n"));
    assert!(bindings.text.contains("Library = \"äcme\\\"\\\\\";"));
}

#[test]
fn names_that_are_none_of_csharp_are_refused() {
    assert_eq!(
        refusals(&CSharp::new().namespace("Acme.my-lib").class("class"), Library::new()),
        [
            "the class `class`: it is no name of C#: give it an identifier",
            "the namespace `Acme.my-lib`: it is no name of C#: give it identifiers with dots between",
        ]
    );
}

#[test]
fn types_that_csharp_has_no_form_for_are_refused_where_they_stand() {
    let mut library = Library::new();
    let u32 = library.primitive(Primitive::U32);
    let visit = library.callback("Visit", |_| (vec![], u32));
    let option = library.registry.intern(TypeKind::Option { value: u32 });
    let options = library.registry.intern(TypeKind::Option { value: option });
    let nullable = library.registry.pointer(option, Access::Read, PointerKind::Nullable);
    library.structure("Holder", &[("visit", visit, 8)]);
    library.enumeration("Word", Primitive::Usize, false, &[("One", 1)]);
    library.guarded("twice", &[("it", options)], u32);
    library.guarded("perhaps", &[("it", nullable)], u32);
    assert_eq!(
        refusals(&CSharp::new(), library),
        [
            "lib::Holder::visit: C# prepares `Visit` for the time of a call: take it as a parameter, not in a field, as an element or behind a \
        pointer",
            "lib::Word: an enum of C# cannot be a pointer-sized integer: give it a `repr` of a fixed size",
            "lib::perhaps: C# has no option of an option: `int??` is no type",
            "lib::twice: C# has no option of an option: `int??` is no type",
        ]
    );
}

#[test]
fn an_array_that_unity_cannot_spell_out_is_refused_there_alone() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let array = library.registry.intern(TypeKind::Array { element: byte, len: 5000 });
    let pointer = library.registry.pointer(array, Access::Read, PointerKind::Reference);
    library.guarded("sum", &[("it", pointer)], byte);
    let inventory = Checked::new(library.finish()).unwrap();
    assert!(CSharp::new().generate_for(&inventory, Dialect::DotNet).is_ok());
    let refused = CSharp::new().generate_for(&inventory, Dialect::Unity).unwrap_err();
    assert!(refused.to_string().contains("5000 are more than 4096"), "{refused}");
}

/// What Unity's dialect says of a library that .NET's has no objection to.
fn refused_in_unity(library: Library) -> Vec<String> {
    let inventory = Checked::new(library.finish()).unwrap();
    assert!(CSharp::new().generate_for(&inventory, Dialect::DotNet).is_ok());
    let refused = CSharp::new().generate_for(&inventory, Dialect::Unity).unwrap_err();
    refused.items.into_iter().map(|r| r.to_string()).collect()
}

#[test]
fn callbacks_for_unity_return_ten_parts_at_most() {
    let mut library = Library::new();
    let [byte, double] = [Primitive::U8, Primitive::F64].map(|p| library.primitive(p));
    let array = |library: &mut Library, element, len| library.registry.intern(TypeKind::Array { element, len });
    let [ten, eleven] = [10, 11].map(|len| array(&mut library, byte, len));
    let nine = array(&mut library, double, 9);
    let ten = library.structure("Ten", &[("bytes", ten, 10)]);
    let eleven = library.structure("Eleven", &[("bytes", eleven, 11)]);
    let mixed = library.structure("Mixed", &[("numbers", nine, 72), ("last", byte, 1)]);
    let more = library.structure("More", &[("mixed", mixed, 80), ("last", byte, 1)]);
    library.callback("MakeTen", |_| (vec![], ten));
    library.callback("MakeEleven", |_| (vec![], eleven));
    library.callback("MakeMixed", |_| (vec![("all", more)], mixed));
    library.callback("MakeMore", |_| (vec![], more));
    let why = |name| {
        format!(
            "Mono crashes where a callback returns more than 10 times its alignment to a thread of Rust's own, and `{name}` is more: let the \
            callback take a `&mut` reference, and write it there"
        )
    };
    assert_eq!(
        refused_in_unity(library),
        [format!("lib::MakeEleven: {}", why("Eleven")), format!("lib::MakeMore: {}", why("More"))]
    );
}

#[test]
fn what_borrows_and_has_no_twin_is_refused_where_it_stands() {
    let mut library = Library::new();
    let [byte, void] = [library.primitive(Primitive::U8), library.void()];
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    let visit = library.callback("Visit", |_| (vec![("byte", byte)], void));
    let written = library.registry.intern(TypeKind::Slice { element: byte, access: Access::Write, nullable: false });
    let exclusive = library.registry.pointer(byte, Access::Write, PointerKind::Reference);
    let maybe = library.registry.pointer(byte, Access::Read, PointerKind::Nullable);
    let option = library.registry.intern(TypeKind::Option { value: maybe });
    let wide = library.structure_as("Wide", Repr::Aligned(32), &[("byte", byte, 1)], &[0], (32, 32));
    let to_wide = library.registry.pointer(wide, Access::Read, PointerKind::Reference);
    library.structure("Buffer", &[("bytes", written, 8)]);
    library.structure("Cell", &[("byte", exclusive, 8)]);
    library.structure("Hook", &[("text", text, 8), ("visit", visit, 8)]);
    library.structure("Maybe", &[("of", option, 8)]);
    library.structure("Far", &[("wide", to_wide, 8)]);
    library.tagged("Either", Primitive::U8, &[("Read", 0, &[("text", text, 8)]), ("Write", 1, &[("bytes", written, 8)])]);
    let entry = library.structure("Entry", &[("text", text, 8)]);
    let entries = library.registry.intern(TypeKind::Slice { element: entry, access: Access::Write, nullable: false });
    let to_entry = library.registry.pointer(entry, Access::Write, PointerKind::Reference);
    library.guarded("fill", &[("all", entries)], void);
    library.guarded("change", &[("entry", to_entry)], void);
    let written = |item: &str, ty: &str| {
        format!(
            "lib::{item}: C# copies what `{ty}` leads to, so that Rust would write to a copy that nobody reads: take what is written as a \
            parameter of its own"
        )
    };
    assert_eq!(
        refusals(&CSharp::new(), library),
        [
            written("Buffer::bytes", "SliceMut<u8>"),
            written("Cell::byte", "&mut u8"),
            written("Either::Write::bytes", "SliceMut<u8>"),
            "lib::Far::wide: C# aligns what a value leads to to no more than 16 bytes, and `Wide` needs more: take it behind a parameter of its own".to_owned(),
            "lib::Hook::visit: C# prepares `Visit` for the time of a call: take it as a parameter, not in a field, as an element or behind a \
            pointer"
                .to_owned(),
            "lib::Maybe::of: C# has no option of an option: `int??` is no type".to_owned(),
            written("change", "Entry"),
            written("fill", "SliceMut<Entry>"),
        ]
    );
}

#[test]
fn few_bytes_in_which_mono_loses_its_way_are_refused_in_unity() {
    let mut library = Library::new();
    let [byte, short, int, word, wide] =
        [Primitive::U8, Primitive::U16, Primitive::U32, Primitive::Usize, Primitive::U64].map(|p| library.primitive(p));
    let packed = library.structure_as("Packed", Repr::Packed(1), &[("first", byte, 1), ("second", int, 4)], &[0, 1], (5, 1));
    let inner = library.structure("Inner", &[("first", byte, 1), ("second", word, 8)]);
    let wides = library.registry.intern(TypeKind::Array { element: wide, len: 2 });
    let overlapping = library.union("Overlapping", &[("inner", inner, 8), ("wides", wides, 8)]);
    let holder = library.structure_as("Holder", Repr::Packed(1), &[("a", short, 2), ("of", packed, 1)], &[0, 2], (7, 1));
    library.function("take_holder", &[("it", holder)], byte);
    library.function("take_overlapping", &[("it", overlapping)], byte);
    library.function("make_overlapping", &[], overlapping);
    library.function("make_packed", &[], packed);
    let why = |name: &str, what| format!("Mono loses its way in `{name}` by value, {what}: hand it over behind a reference");
    let (unaligned, overlap) =
        ("whose few bytes are not aligned", "in whose few bytes words overlap other things in structs in structs");
    assert_eq!(
        refused_in_unity(library),
        [
            format!("lib::make_overlapping: {}", why("Overlapping", overlap)),
            format!("lib::make_packed: {}", why("Packed", unaligned)),
            format!("lib::take_holder: {}", why("Holder", unaligned)),
            format!("lib::take_overlapping: {}", why("Overlapping", overlap)),
        ]
    );
}

#[test]
fn padding_behind_a_struct_in_a_result_is_refused_in_unity() {
    let mut library = Library::new();
    let [byte, word, void] = [library.primitive(Primitive::U8), library.primitive(Primitive::Usize), library.void()];
    let aligned = library.structure_as("Aligned", Repr::Aligned(8), &[("byte", byte, 1)], &[0], (8, 8));
    // Where words have 4 bytes, 4 of padding follow.
    let padded = library.structure("Padded", &[("aligned", aligned, 8), ("more", aligned, 8), ("word", word, 8)]);
    let holder = library.structure_as("Holder", Repr::C, &[("padded", padded, 8), ("last", word, 8)], &[0, 24], (32, 8));
    let option = library.registry.intern(TypeKind::Option { value: padded });
    let to_write = library.registry.pointer(padded, Access::Write, PointerKind::Reference);
    library.function("make", &[], padded);
    library.guarded("put", &[("to", to_write), ("from", padded)], void);
    library.guarded("make_guarded", &[], padded);
    library.function("make_holder", &[], holder);
    library.function("make_option", &[], option);
    let inventory = Checked::new(library.finish()).unwrap();
    let refused = CSharp::new().generate_for(&inventory, Dialect::Unity).unwrap_err();
    let of = |name: &str| {
        refused.items.iter().any(|r| r.item.to_string() == name && r.reason.contains("padding behind its last field"))
    };
    let names = ["make", "put", "make_guarded", "make_holder", "make_option"].map(|name| of(&format!("lib::{name}")));
    assert_eq!(names, [false, false, true, true, true], "{refused}");
}

#[test]
fn names_of_types_that_generated_code_makes_are_refused() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let tone = library.structure("Tone", &[("number", byte, 1)]);
    let array = library.registry.intern(TypeKind::Array { element: tone, len: 2 });
    let tones = library.structure("Tones", &[("both", array, 2)]);
    library.structure("ToneArray2", &[("number", byte, 1)]);
    library.function("count", &[("tones", tones)], byte);
    assert_eq!(
        refusals(&CSharp::new(), library),
        ["lib::ToneArray2: C# would call it `ToneArray2`, which is an array type of the generated code: rename it"]
    );
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    library.structure("FfiResultByte", &[("number", byte, 1)]);
    library.guarded("next", &[("byte", byte)], byte);
    assert_eq!(
        refused_in_unity(library),
        ["lib::FfiResultByte: C# would call it `FfiResultByte`, which is an option or a result of the generated code: rename it"]
    );
}

#[test]
fn types_that_are_too_large_for_arrays_or_stacks_are_refused() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let rows = |library: &mut Library, count: usize| {
        let row = library.registry.intern(TypeKind::Array { element: byte, len: 4000 });
        library.registry.intern(TypeKind::Array { element: row, len: count })
    };
    let (half, page, book) = (rows(&mut library, 9), rows(&mut library, 17), rows(&mut library, 300));
    let half = library.structure("Half", &[("rows", half, 9 * 4000)]);
    let page = library.structure("Page", &[("rows", page, 17 * 4000)]);
    let book = library.structure("Book", &[("rows", book, 300 * 4000)]);
    let pages = library.registry.intern(TypeKind::Slice { element: page, access: Access::Write, nullable: false });
    let all = library.registry.intern(TypeKind::Owned { content: Content::Elements(page), nullable: false });
    let written = library.registry.pointer(book, Access::Write, PointerKind::Reference);
    library.guarded("all", &[], all);
    library.guarded("first", &[], page);
    library.guarded("first_two", &[("one", half), ("other", half)], byte);
    library.guarded("bound", &[("book", written)], byte);
    library.guarded("print", &[("pages", pages)], byte);
    let inventory = Checked::new(library.finish()).unwrap();
    let of = |dialect| CSharp::new().generate_for(&inventory, dialect).unwrap_err().to_string();
    let elements = ".NET has no arrays whose elements are more than 65535 bytes, and `Page` has 68000: take it in parts";
    let stack = "lib::bound: C# has copies of what references lead to on the stack, which is too small for 262144 bytes, and `Book` has 1200000: take it in parts";
    let dot_net = of(Dialect::DotNet);
    let result = "lib::first: .NET passes no 65536 bytes by value, and `Page` has 68000: write it to a `&mut` reference";
    let together = "lib::first_two: .NET passes 65535 bytes by value at most, and its parameters have 72000 together: take some behind references";
    for part in [&format!("lib::all: {elements}"), &format!("lib::print: {elements}"), stack, result, together] {
        assert!(dot_net.contains(part), "{dot_net}");
    }
    let unity = of(Dialect::Unity);
    assert!(unity.contains(stack) && !unity.contains("lib::all") && !unity.contains("lib::print"), "{unity}");
}

#[test]
fn what_a_value_leads_to_is_not_aligned_beyond_16() {
    let mut library = Library::new();
    let byte = library.primitive(Primitive::U8);
    let aligned = library.structure_as("Aligned", Repr::Aligned(32), &[("byte", byte, 1)], &[0], (32, 32));
    let slice = library.registry.intern(TypeKind::Slice { element: aligned, access: Access::Read, nullable: false });
    let slices = library.registry.intern(TypeKind::Slice { element: slice, access: Access::Read, nullable: false });
    let holder = library.structure("Holder", &[("all", slice, 16)]);
    library.guarded("sum", &[("all", slice)], byte);
    library.guarded("sum_of_all", &[("all", slices)], byte);
    library.guarded("sum_within", &[("holder", holder)], byte);
    let why = "C# aligns what a value leads to to no more than 16 bytes, and `Aligned` needs more: take it behind a parameter of its own";
    assert_eq!(refusals(&CSharp::new(), library), [format!("lib::Holder::all: {why}"), format!("lib::sum_of_all: {why}")]);
}
