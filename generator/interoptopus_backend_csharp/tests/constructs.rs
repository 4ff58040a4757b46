//! Each kind of type and value in each place where it may stand compiles in both dialects, its layout probe included.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::model::{self, Access, Marks, PointerKind, Primitive, Repr, Type, TypeKind, Value, Visibility};
use interoptopus_backend_csharp::{CSharp, Dialect};

const BOTH: [Dialect; 2] = [Dialect::DotNet, Dialect::Unity];

/// Functions that take and return `ty` in every place where a value may stand.
fn everywhere(library: &mut Library, word: &str, ty: Type) {
    let pointer = |library: &mut Library, access, kind| library.registry.pointer(ty, access, kind);
    let mut places = vec![("value", ty)];
    for (name, access, kind) in [
        ("shared", Access::Read, PointerKind::Reference),
        ("exclusive", Access::Write, PointerKind::Reference),
        ("perhaps", Access::Read, PointerKind::Nullable),
        ("perhaps_exclusive", Access::Write, PointerKind::Nullable),
        ("raw", Access::Read, PointerKind::Raw),
        ("never_null", Access::Write, PointerKind::NonNull),
    ] {
        places.push((name, pointer(library, access, kind)));
    }
    for (name, access, nullable) in
        [("all", Access::Read, false), ("all_exclusive", Access::Write, false), ("perhaps_all", Access::Read, true)]
    {
        places.push((name, library.registry.intern(TypeKind::Slice { element: ty, access, nullable })));
    }
    let array = library.registry.intern(TypeKind::Array { element: ty, len: 3 });
    places.push(("array", library.registry.pointer(array, Access::Write, PointerKind::Reference)));
    let option = library.registry.intern(TypeKind::Option { value: ty });
    places.push(("option", option));
    let slice = library.registry.intern(TypeKind::Slice { element: ty, access: Access::Read, nullable: false });
    library.function(&format!("bare_{word}"), &places, ty);
    library.guarded(&format!("guarded_{word}"), &places, option);
    library.guarded(&format!("slice_of_{word}"), &[], slice);
    // Only what any bytes are a value of can come back.
    let back = if model::is_plain_data(library.registry.so_far(), ty) { ty } else { library.void() };
    library.callback(&format!("Visit{word}"), |_| (places, back));
}

fn accept(library: Library) -> [String; 2] {
    accept_with(&CSharp::new(), library)
}

fn accept_with(config: &CSharp, library: Library) -> [String; 2] {
    let inventory = Checked::new(library.finish()).unwrap_or_else(|problems| panic!("{problems}"));
    compilers::accept(config, &inventory);
    BOTH.map(|dialect| config.lower(&inventory, dialect).unwrap().files().remove(0).text)
}

#[test]
fn enums_with_data_are_structs_that_one_can_switch_on() {
    let mut library = Library::new();
    let [float, byte, bool] = [Primitive::F32, Primitive::U8, Primitive::Bool].map(|p| library.primitive(p));
    let point = library.structure("Point", &[("x", float, 4), ("y", float, 4)]);
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    let option = library.registry.intern(TypeKind::Option { value: byte });
    let shape = library.tagged(
        "Shape",
        Primitive::U8,
        &[
            ("Empty", 0, &[]),
            // A case may be called as the type of its field.
            ("Point", 3, &[("at", point, 4)]),
            ("Circle", 200, &[("centre", point, 4), ("radius", float, 4)]),
            ("Marked", 201, &[("marker", marker, 1), ("is_big", bool, 1), ("perhaps", option, 2)]),
        ],
    );
    library.tagged("Few", Primitive::I32, &[("First", -1, &[]), ("Second", i128::from(i32::MAX), &[("value", byte, 1)])]);
    let nested = library.tagged("Nested", Primitive::I64, &[("Shape", 0, &[("value", shape, 16)]), ("Default", 1, &[])]);
    everywhere(&mut library, "shape", shape);
    everywhere(&mut library, "nested", nested);
    let [dot_net, unity] = accept(library);
    for text in [&dot_net, &unity] {
        assert!(text.contains("struct Shape : IEquatable<Shape>"));
        assert!(text.contains("public global::Lib.Point At"), "{text}");
        assert!(text.contains("public Circle? AsCircle => tag == ShapeTag.Circle ? payload.Circle : default(Circle?);"));
        assert!(text.contains("public enum ShapeTag : byte"));
    }
    // Mono would look for the payload in the wrong register.
    assert!(unity.contains("internal struct FfiFlatShape") && !dot_net.contains("FfiFlat"), "{unity}");
}

#[test]
fn unions_have_all_fields_in_one_place() {
    let mut library = Library::new();
    let [float, byte, word] = [Primitive::F64, Primitive::U8, Primitive::U64].map(|p| library.primitive(p));
    let bytes = library.registry.intern(TypeKind::Array { element: byte, len: 8 });
    let number = library.union("Number", &[("float", float, 8), ("word", word, 8), ("bytes", bytes, 8)]);
    library.structure("Holder", &[("kind", byte, 1), ("number", number, 8)]);
    everywhere(&mut library, "number", number);
    for text in accept(library) {
        assert!(text.contains("[StructLayout(LayoutKind.Explicit)]"), "{text}");
        assert_eq!(text.matches("[FieldOffset(0)]\n").count(), 3);
    }
}

#[test]
fn sets_of_flags_may_be_empty_and_are_checked() {
    let mut library = Library::new();
    let flags = library.flags("Permissions", Primitive::U8, &[("Read", 1), ("Write", 2), ("Own", 128), ("All", 131)]);
    library.flags("Deep", Primitive::I64, &[("None", 1), ("Top", 1 << 62)]);
    library.constant("NOTHING", flags, Value::Int(0));
    library.constant("BOTH", flags, Value::Int(3));
    library.constant("EVERYTHING", flags, Value::Int(131));
    everywhere(&mut library, "flags", flags);
    for text in accept(library) {
        assert!(text.contains("[Flags]\n") && text.contains("None = 0,"), "{text}");
        assert!(text.contains("const Permissions Both = Permissions.Read | Permissions.Write;"), "{text}");
        assert!(text.contains("const Permissions Everything = Permissions.All;"), "{text}");
        assert!(text.contains("if ((value & ~(Permissions.Read | Permissions.Write | Permissions.Own | Permissions.All)) != 0)"));
    }
}

#[test]
fn packed_aligned_and_transparent_structs_are_told_to_be() {
    let mut library = Library::new();
    let [byte, word, double] = [Primitive::U8, Primitive::U32, Primitive::F64].map(|p| library.primitive(p));
    let packed = library.structure_as("Packed", Repr::Packed(1), &[("a", byte, 1), ("b", word, 4)], &[0, 1], (5, 1));
    let two = library.structure_as("Two", Repr::Packed(2), &[("a", byte, 1), ("b", word, 4)], &[0, 2], (6, 2));
    let metres = library.structure_as("Metres", Repr::Transparent, &[("value", double, 8)], &[0], (8, 8));
    let nested = library.structure_as("Height", Repr::Transparent, &[("value", metres, 8)], &[0], (8, 8));
    library.visibility(Visibility::Internal);
    let hidden = library.structure_as("Id", Repr::Transparent, &[("value", word, 4)], &[0], (4, 4));
    let hidden_nested = library.structure_as("Key", Repr::Transparent, &[("value", hidden, 4)], &[0], (4, 4));
    library.visibility(Visibility::Public);
    everywhere(&mut library, "packed", packed);
    everywhere(&mut library, "two", two);
    everywhere(&mut library, "metres", metres);
    everywhere(&mut library, "height", nested);
    everywhere(&mut library, "key", hidden_nested);
    // Mono takes what is not aligned from registers, where it is not.
    let texts = accept_with(&CSharp::new().omit_refused(true), library);
    assert!(texts[0].contains("Packed BarePacked(") && texts[1].contains("- lib::bare_packed: Mono loses its way in `Packed`"));
    for text in texts {
        assert!(text.contains("[StructLayout(LayoutKind.Sequential, Pack = 1)]"), "{text}");
        assert!(text.contains("[StructLayout(LayoutKind.Sequential, Pack = 2)]"), "{text}");
        assert!(text.contains("extern double bare_height(double value"), "{text}");
        assert!(text.contains("extern uint bare_key(uint value"), "{text}");
    }
}

#[test]
fn what_is_aligned_to_more_is_copied_to_where_it_is() {
    let mut library = Library::new();
    let [byte, word, double] = [Primitive::U8, Primitive::U32, Primitive::F64].map(|p| library.primitive(p));
    let void = library.void();
    let raised = library.structure_as("Raised", Repr::Aligned(8), &[("a", byte, 1)], &[0], (8, 8));
    let wide = library.structure_as("Wide", Repr::Aligned(64), &[("a", byte, 1), ("b", double, 8)], &[0, 8], (64, 64));
    let sure = library.structure_as("Sure", Repr::Aligned(4), &[("b", double, 8)], &[0], (8, 8));
    library.structure_as("Outer", Repr::C, &[("a", byte, 1), ("b", raised, 8), ("c", word, 4)], &[0, 8, 16], (24, 8));
    library.function("by_value", &[("it", raised)], raised);
    everywhere(&mut library, "sure", sure);
    for (word, ty) in [("raised", raised), ("wide", wide)] {
        let places = [
            ("shared", library.registry.pointer(ty, Access::Read, PointerKind::Reference)),
            ("exclusive", library.registry.pointer(ty, Access::Write, PointerKind::Reference)),
            ("perhaps", library.registry.pointer(ty, Access::Read, PointerKind::Nullable)),
            ("perhaps_exclusive", library.registry.pointer(ty, Access::Write, PointerKind::Nullable)),
            ("all", library.registry.intern(TypeKind::Slice { element: ty, access: Access::Read, nullable: false })),
            ("all_exclusive", library.registry.intern(TypeKind::Slice { element: ty, access: Access::Write, nullable: false })),
            ("perhaps_all", library.registry.intern(TypeKind::Slice { element: ty, access: Access::Write, nullable: true })),
        ];
        library.function(&format!("bare_{word}"), &places, void);
        library.guarded(&format!("guarded_{word}"), &places, places[0].1);
    }
    for text in accept(library) {
        assert!(text.contains("[StructLayout(LayoutKind.Sequential, Size = 64)]"), "{text}");
        assert!(text.contains("[StructLayout(LayoutKind.Explicit, Size = 24)]"), "{text}");
        assert!(text.contains("[FieldOffset(16)]"), "{text}");
        assert!(text.contains("FfiAligned"), "{text}");
    }
}

#[test]
fn characters_and_integers_that_are_not_zero_are_checked() {
    let mut library = Library::new();
    let char = library.primitive(Primitive::Char);
    let never = library.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: false });
    let perhaps = library.registry.intern(TypeKind::NonZero { primitive: Primitive::Isize, nullable: true });
    library.structure("Holder", &[("char", char, 4), ("never", never, 4), ("perhaps", perhaps, 8)]);
    everywhere(&mut library, "char", char);
    everywhere(&mut library, "never", never);
    library.function("perhaps", &[("it", perhaps)], perhaps);
    library.constant("LAST", char, Value::Char(char::MAX));
    library.constant("ONE", never, Value::Int(1));
    library.constant("NONE", perhaps, Value::Int(0));
    let [dot_net, unity] = accept(library);
    assert!(dot_net.contains("static readonly Rune Last = new Rune(0x10ffff);") && unity.contains("const int Last = 0x10ffff;"));
    assert!(
        dot_net.contains("FfiNonZero.Checked(never, nameof(never))")
            || dot_net.contains("FfiNonZero.Checked(value, nameof(value))")
    );
    assert!(dot_net.contains("nint? Perhaps(nint? it)"), "{dot_net}");
}

#[test]
fn wide_integers_and_those_of_c_are_dot_nets_own() {
    let mut library = Library::new();
    let [wide, unsigned] = [Primitive::I128, Primitive::U128].map(|p| library.primitive(p));
    let [char, long, unsigned_long] = [Primitive::CChar, Primitive::CLong, Primitive::CULong].map(|p| library.primitive(p));
    let void = library.void();
    library.function("wide", &[("a", wide), ("b", unsigned)], wide);
    let slice = library.registry.intern(TypeKind::Slice { element: wide, access: Access::Write, nullable: false });
    let shared = library.registry.pointer(unsigned, Access::Read, PointerKind::Reference);
    library.guarded("wides", &[("all", slice), ("one", shared)], slice);
    library.constant("LEAST", wide, Value::Int(i128::MIN));
    library.constant("MOST", unsigned, Value::Wide(u128::MAX));
    library.constant("LONG", long, Value::Int(-5));
    library.constant("UNSIGNED", unsigned_long, Value::Int(5));
    library.structure("Numbers", &[("char", char, 1), ("long", long, 8), ("unsigned_long", unsigned_long, 8)]);
    library.guarded("longs", &[("a", char), ("b", long), ("c", unsigned_long)], long);
    library.guarded("nothing", &[], void);
    let inventory = Checked::new(library.finish()).unwrap();
    let config = CSharp::new().omit_refused(true);
    compilers::accept(&config, &inventory);
    let text = config.generate_for(&inventory, Dialect::DotNet).unwrap().text;
    assert!(text.contains("new Int128(0x8000000000000000ul, 0x0000000000000000ul)"));
    let omitted = config.lower(&inventory, Dialect::Unity).unwrap().omitted().to_vec();
    let items: Vec<_> = omitted.iter().map(|r| r.item.to_string()).filter(|item| item.starts_with("lib::")).collect();
    assert_eq!(
        items,
        ["lib::LEAST", "lib::LONG", "lib::MOST", "lib::Numbers", "lib::UNSIGNED", "lib::longs", "lib::wide", "lib::wides"]
    );
    let omitted = config.lower(&inventory, Dialect::DotNet).unwrap().omitted().to_vec();
    assert_eq!(omitted.iter().map(|r| r.item.to_string()).collect::<Vec<_>>(), ["lib::wide"]);
    assert!(omitted[0].reason.contains("C# cannot pass `i128` by value"), "{omitted:?}");
    let unity = config.generate_for(&inventory, Dialect::Unity).unwrap().text;
    assert!(unity.contains("// Left out, because C# cannot express it:\n// - "), "{unity}");
}

#[test]
fn texts_and_arrays_are_constants_and_defaults_are_carried_over() {
    let mut library = Library::new();
    let [byte, float, char, bool] =
        [Primitive::U8, Primitive::F32, Primitive::Char, Primitive::Bool].map(|p| library.primitive(p));
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    let bytes = library.registry.intern(TypeKind::Array { element: byte, len: 2 });
    let pairs = library.registry.intern(TypeKind::Array { element: bytes, len: 2 });
    let texts = library.registry.intern(TypeKind::Slice { element: text, access: Access::Read, nullable: false });
    let word = library.primitive(Primitive::Usize);
    let words = library.registry.intern(TypeKind::Array { element: word, len: 1 });
    let two = |a, b| Value::Array(vec![Value::Int(a), Value::Int(b)]);
    library.constant("NAME", text, Value::Str("a \"quote\", a \\ and \u{1F600}\n\0\u{2028}".to_owned()));
    library.constant("BYTES", bytes, two(1, 255));
    library.constant("PAIRS", pairs, Value::Array(vec![two(1, 2), two(3, 4)]));
    library.constant("WORDS", words, Value::Array(vec![Value::Int(7)]));
    library.constant("TEXTS", texts, Value::Array(vec![Value::Str("a".to_owned()), Value::Str(String::new())]));
    library.visibility(Visibility::Internal);
    library.defaulting("Secret", &[("value", bool, 1)], vec![Value::Bool(true)]);
    library.visibility(Visibility::Public);
    let inner = library.defaulting("Inner", &[("on", bool, 1), ("bytes", bytes, 2)], vec![Value::Bool(true), two(9, 8)]);
    let outer = library.defaulting(
        "Outer",
        &[("inner", inner, 4), ("float", float, 4), ("char", char, 4)],
        vec![Value::Struct(vec![Value::Bool(false), two(9, 8)]), Value::F32(f32::NAN.to_bits()), Value::Char('x')],
    );
    everywhere(&mut library, "outer", outer);
    let [dot_net, unity] = accept(library);
    assert!(dot_net.contains("public static ReadOnlySpan<byte> Bytes => [1, 255];"), "{dot_net}");
    assert!(
        unity.contains("public static readonly IReadOnlyList<byte> Bytes = Array.AsReadOnly(new byte[] { 1, 255 });"),
        "{unity}"
    );
    for text in [dot_net, unity] {
        assert!(text.contains("public static Inner Default => new Inner { On = true, Bytes = new ByteArray2(9, 8) };"), "{text}");
        assert!(text.contains("public static Secret Default => new Secret { value = true ? (byte)1 : (byte)0 };"), "{text}");
    }
}

#[test]
fn values_that_csharp_does_not_know_when_it_compiles_are_kept() {
    let mut library = Library::new();
    let [double, byte] = [Primitive::F64, Primitive::U8].map(|p| library.primitive(p));
    let doubles = library.registry.intern(TypeKind::Array { element: double, len: 2 });
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    let none = library.registry.intern(TypeKind::Slice { element: text, access: Access::Read, nullable: false });
    let perhaps = library.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: true });
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    let markers = library.registry.intern(TypeKind::Array { element: marker, len: 2 });
    let two = Value::Array(vec![Value::Int(1), Value::Int(1)]);
    library.constant("NOTHINGS", doubles, Value::Array(vec![Value::F64(f64::NAN.to_bits()), Value::F64(0)]));
    library.constant("NONE", none, Value::Array(vec![]));
    // A field that is called as the type of another's value.
    let named = library.defaulting("Named", &[("marker", markers, 2), ("other", marker, 1)], vec![two, Value::Int(1)]);
    let array = library.registry.intern(TypeKind::Array { element: named, len: 1 });
    let array = library.registry.pointer(array, Access::Read, PointerKind::Reference);
    library.guarded("named", &[], array);
    let visit = library.callback("Visit", |_| (vec![("it", byte)], perhaps));
    library.guarded("visit", &[("visit", visit)], perhaps);
    accept(library);
}

#[test]
fn namespaces_are_files_and_may_have_types_of_the_same_name() {
    let mut library = Library::named("my_lib");
    let float = library.primitive(Primitive::F32);
    let own = library.structure("Point", &[("x", float, 4)]);
    library.marks(Marks { namespace: "geometry".to_owned(), ..Marks::default() });
    library.docs("A [`Point`], or [`crate::Point`]; see [`area`].");
    let other = library.structure("Point", &[("x", float, 4), ("y", float, 4), ("own", own, 4)]);
    let bad = library.enumeration("Error", Primitive::I32, true, &[("Bad", 1)]);
    let shape = library.tagged("Shape", Primitive::U8, &[("Point", 0, &[("value", other, 4)]), ("Own", 1, &[("value", own, 4)])]);
    library.exported("area", "geometry_area", &[("shape", shape), ("error", bad)], own);
    library.constant("WORST", bad, Value::Int(1));
    let array = library.registry.intern(TypeKind::Array { element: other, len: 2 });
    let arrays = library.registry.pointer(array, Access::Write, PointerKind::Reference);
    library.marks(Marks { namespace: "third_part".to_owned(), ..Marks::default() });
    let visit = library.callback("Visit", |_| (vec![("own", own), ("other", other), ("shape", shape)], own));
    library.exported("visit", "third_part_visit", &[("visit", visit), ("arrays", arrays)], own);
    library.marks(Marks::default());
    library.function("geometry", &[("own", own), ("other", other), ("error", bad)], shape);
    library.guarded("visit", &[("visit", visit)], shape);
    let inventory = Checked::new(library.finish()).unwrap_or_else(|problems| panic!("{problems}"));
    compilers::accept(&CSharp::new(), &inventory);
    let names =
        |dialect| CSharp::new().lower(&inventory, dialect).unwrap().files().into_iter().map(|f| f.file_name).collect::<Vec<_>>();
    assert_eq!(names(Dialect::DotNet), ["Interop.cs", "Interop.Geometry.cs", "Interop.ThirdPart.cs"]);
    assert_eq!(names(Dialect::Unity), ["Interop.Unity.cs", "Interop.Geometry.Unity.cs", "Interop.ThirdPart.Unity.cs"]);
    let refused = CSharp::new().generate(&inventory).unwrap_err().to_string();
    assert!(refused.contains("Interop.Geometry.cs: it is a namespace's own file"), "{refused}");
}

#[test]
fn what_is_deprecated_is_obsolete_and_what_is_internal_is_internal() {
    let mut library = Library::new();
    let float = library.primitive(Primitive::F32);
    let text = library.registry.intern(TypeKind::Str { nullable: false });
    library.docs("Documented.");
    library.marks(Marks { deprecated: Some("Use \"Other\" \\ instead.".to_owned()), ..Marks::default() });
    let old = library.structure("Old", &[("x", float, 4)]);
    let marker = library.enumeration("OldMarker", Primitive::U8, false, &[("Dot", 1)]);
    let hidden = library.opaque("OldHidden");
    let sum = library.tagged("OldSum", Primitive::U8, &[("It", 0, &[("old", old, 4)])]);
    let visit = library.callback("OldVisit", |_| (vec![("old", old), ("marker", marker)], old));
    library.constant("OLD_CONSTANT", float, Value::F32(0));
    library.marks(Marks { deprecated: Some(String::new()), ..Marks::default() });
    let behind = library.registry.pointer(hidden, Access::Read, PointerKind::Reference);
    library.guarded("old", &[("old", old), ("text", text), ("visit", visit), ("hidden", behind)], marker);
    library.marks(Marks { visibility: Visibility::Internal, ..Marks::default() });
    let secret = library.structure("Secret", &[("x", float, 4)]);
    let secrets = library.registry.intern(TypeKind::Array { element: secret, len: 2 });
    library.enumeration("SecretError", Primitive::I32, true, &[("Bad", 1)]);
    library.guarded("hush", &[("text", text)], float);
    library.marks(Marks::default());
    library.structure("Keeper", &[("secret", secret, 4), ("secrets", secrets, 4)]);
    let option = library.registry.intern(TypeKind::Option { value: secret });
    let options = library.registry.intern(TypeKind::Slice { element: option, access: Access::Read, nullable: false });
    library.guarded_as("tell", "lib_tell", &[("options", options)], option);
    library.function("young", &[("old", old)], sum);
    for text in accept(library) {
        assert!(text.contains("[Obsolete(\"Use \\\"Other\\\" \\\\ instead.\")]"), "{text}");
        assert_eq!(text.matches("[Obsolete(\"It should not be used any more.\")]").count(), 2, "{text}");
        for internal in
            ["struct Secret", "struct Keeper", "struct SecretArray2", "enum SecretError", "class SecretErrorException"]
        {
            let line = text.lines().find(|line| line.contains(internal)).unwrap_or_default();
            assert!(line.trim_start().starts_with("internal "), "{line}");
        }
        assert!(text.contains("internal static float Hush(") && text.contains("internal static Secret? Tell("), "{text}");
    }
}

#[test]
fn hidden_fields_keep_their_place_and_are_not_shown() {
    let mut library = Library::new();
    let [word, bool] = [Primitive::U32, Primitive::Bool].map(|p| library.primitive(p));
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    library.visibility(Visibility::Internal);
    let token = library.structure("Token", &[("secret", word, 4), ("is_on", bool, 1), ("marker", marker, 1), ("class", word, 4)]);
    everywhere(&mut library, "token", token);
    for text in accept(library) {
        assert!(text.contains("private uint secret;") && text.contains("internal Marker marker;"), "{text}");
        assert!(text.contains("private uint @class;") && !text.contains(" Token("), "{text}");
    }
}

#[test]
fn each_kind_of_item_is_cased_as_one_likes() {
    use interoptopus::names::{Casing, ItemKind};
    let mut library = Library::new();
    let word = library.primitive(Primitive::U32);
    let sum = library.tagged("my_sum", Primitive::U8, &[("it_is", 0, &[("its_word", word, 4)])]);
    library.structure("my_type", &[("my_field", word, 4)]);
    library.enumeration("Marker", Primitive::U8, false, &[("TheDot", 1)]);
    library.constant("MAX_WORDS", word, Value::Int(1));
    library.function("do_it", &[("by_value", sum)], word);
    let inventory = Checked::new(library.finish()).unwrap();
    let config = [
        (ItemKind::Type, Casing::Keep),
        (ItemKind::Field, Casing::Camel),
        (ItemKind::Variant, Casing::Shouty),
        (ItemKind::Constant, Casing::Keep),
        (ItemKind::Function, Casing::Camel),
        (ItemKind::Parameter, Casing::Snake),
    ]
    .into_iter()
    .fold(CSharp::new(), |config, (kind, casing)| config.casing(kind, casing));
    compilers::accept(&config, &inventory);
    let text = config.generate(&inventory).unwrap().text;
    for part in ["struct my_type(", " myField", "THE_DOT = 1", "uint MAX_WORDS = 1", "uint doIt(my_sum by_value)"] {
        assert!(text.contains(part), "{part}: {text}");
    }
}

#[test]
fn cases_may_be_called_as_keywords() {
    use interoptopus::names::{Casing, ItemKind};
    let mut library = Library::new();
    let word = library.primitive(Primitive::U32);
    let marker = library.enumeration("Marker", Primitive::U8, false, &[("Dot", 1)]);
    let choice = library.tagged(
        "Choice",
        Primitive::U8,
        &[("Default", 0, &[("word", word, 4)]), ("Class", 1, &[("marker", marker, 1)]), ("Ref", 2, &[])],
    );
    library.function("choose", &[("choice", choice)], word);
    let [text, _] = accept_with(&CSharp::new().casing(ItemKind::Type, Casing::Snake), library);
    assert!(text.contains("public @class? Asclass => tag == choiceTag.@class"), "{text}");
}
