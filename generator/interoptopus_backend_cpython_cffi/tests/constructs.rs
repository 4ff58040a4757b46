//! Each construct as Python has it: what its users see of a module, and what strict checkers say of it.

mod by_hand;
mod python;

use by_hand::{Library, Tag};
use interoptopus::Backend;
use interoptopus::model::{Access, Checked, PointerKind, Primitive, Repr, TypeKind, Value};
use interoptopus::names::{Casing, ItemKind};
use interoptopus_backend_cpython_cffi::Python;
use interoptopus_toolchain::{Found, Job, Tool, unless_missing};

/// Every construct, with names that are keywords, builtins and what modules import, and docs that try to break out.
fn library() -> Library {
    let mut library = Library::new("lib");
    let l = &mut library;
    l.docs("Docs with \"\"\", \\ and a right-to-left mark: \u{202e}.");
    let [byte, short, float, double, boolean, letter, c_char, long, wide] = [
        Primitive::U8,
        Primitive::I16,
        Primitive::F32,
        Primitive::F64,
        Primitive::Bool,
        Primitive::Char,
        Primitive::CChar,
        Primitive::CLong,
        Primitive::U128,
    ]
    .map(|primitive| l.primitive(primitive));
    let void = l.void();
    let number = l.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: false });
    let maybe = l.registry.intern(TypeKind::NonZero { primitive: Primitive::I64, nullable: true });
    let access = l.flags::<Tag<0>>("Access", &[("Read", 1), ("class", 2), ("Both", 3), ("Last", 1 << 31)]);
    let bytes = l.array(byte, 3);
    let bits = l.union::<Tag<1>>("Bits", &[("int", byte), ("float", float), ("bytes", bytes), ("_hidden", short)]);
    let metres = l.record::<Tag<2>>("Metres", Repr::Transparent, &[("value", double)], None);
    let tight = l.record::<Tag<3>>("Tight", Repr::Packed(1), &[("a", byte), ("b", double), ("_c", short)], None);
    let lane = l.record::<Tag<4>>("Lane", Repr::Aligned(16), &[("x", float), ("y", float)], None);
    let two_lanes = l.array(lane, 2);
    let road = l.record::<Tag<5>>("Road", Repr::C, &[("tag", byte), ("lanes", two_lanes)], None);
    let inner_default = vec![Value::F32(2.5f32.to_bits()), Value::F32((-0.0f32).to_bits())];
    let margin = l.record::<Tag<6>>("Margin", Repr::C, &[("left", float), ("right", float)], Some(inner_default.clone()));
    let default = vec![
        Value::Int(7),
        Value::Array(vec![Value::Int(1), Value::Int(2), Value::Int(255)]),
        Value::Struct(inner_default),
        Value::Char('"'),
        Value::Int(0x8000_0001),
        Value::Int(0),
        Value::Bool(true),
        Value::Int(-9),
    ];
    let fields = [
        ("copies", byte),
        ("bytes", bytes),
        ("margin", margin),
        ("bullet", letter),
        ("access", access),
        ("none", maybe),
        ("self", boolean),
        ("_secret", short),
    ];
    let settings = l.record::<Tag<7>>("Settings", Repr::C, &fields, Some(default));
    let text = l.string();
    let other = l.tagged::<Tag<8>>("Other", Primitive::I32, &[("Nothing", 0, &[]), ("Some", -5, &[("value", float)])]);
    let shape = l.tagged::<Tag<9>>(
        "Shape",
        Primitive::U8,
        &[
            ("None", 0, &[]),
            ("circle", 7, &[("radius", double)]),
            ("Pin", 200, &[("field0", metres), ("field1", other)]),
            ("Text", 255, &[("list", text), ("str", bits)]),
        ],
    );
    let [shapes, lanes] = [shape, lane].map(|ty| l.slice(ty));
    let written = l.registry.intern(TypeKind::Slice { element: tight, access: Access::Write, nullable: true });
    let [shape_mut, bits_mut, lane_mut, metres_mut, road_mut] =
        [shape, bits, lane, metres, road].map(|ty| l.reference(ty, Access::Write));
    let not_null = l.registry.pointer(byte, Access::Write, PointerKind::NonNull);
    let chars = l.registry.pointer(c_char, Access::Read, PointerKind::Raw);
    let option = l.registry.intern(TypeKind::Option { value: shape });
    let each = l.callback::<Tag<10>>("Each", &[("shape", shape), ("letter", letter), ("bits", bits_mut)], bits);
    let error = l.enumeration::<Tag<11>>("Failure", true, &[("Full", 1)]);
    let strings = l.array(text, 2);
    l.guarded::<Tag<20>>("all", &[("shape", shape), ("shapes", shapes), ("each", each)], option, Some(error));
    l.guarded::<Tag<21>>("numbers", &[("number", number), ("maybe", maybe), ("letter", letter), ("long", long)], maybe, None);
    let changed = [("a", shape_mut), ("b", bits_mut), ("c", lane_mut), ("d", metres_mut), ("e", road_mut)];
    l.guarded::<Tag<22>>("change", &changed, void, None);
    l.guarded::<Tag<23>>("memory", &[("lanes", lanes), ("written", written), ("p", not_null), ("chars", chars)], byte, None);
    l.guarded::<Tag<24>>("sets", &[("access", access), ("settings", settings)], access, None);
    l.bare::<Tag<25>>("plain", &[("bits", bits), ("metres", metres), ("c_char_", c_char)], metres);
    let texts = ["a\"\\\n", "\u{202e}🦀"].map(|text| Value::Str(text.to_owned()));
    l.constant::<Tag<26>>("TEXTS", strings, Value::Array(texts.into()));
    l.constant::<Tag<27>>("WIDEST", wide, Value::Wide(u128::MAX));
    l.constant::<Tag<28>>("LETTER", letter, Value::Char('\''));
    l.constant::<Tag<29>>("SET", access, Value::Int(3));
    l.constant::<Tag<30>>("BYTES", bytes, Value::Array([1, 2, 255].map(Value::Int).into()));
    l.constant::<Tag<31>>("MAYBE", maybe, Value::Int(0));
    l.mark("geometry", Some("use \"other\": it's \\ better"));
    let point = l.record::<Tag<32>>("Point", Repr::C, &[("x", double)], None);
    l.bare::<Tag<33>>("old", &[("point", point)], point);
    l.mark("", Some(""));
    l.service::<Tag<34>>("Counter", "new", &[("count", byte, None)]);
    library
}

fn checked() -> Checked {
    Checked::new(library().registry.finish()).unwrap_or_else(|problems| panic!("{problems}"))
}

/// The package's files.
fn files(python: &Python) -> Vec<(String, String)> {
    let files = python.generate_all(&checked()).unwrap_or_else(|refused| panic!("{refused}"));
    files.into_iter().map(|file| (file.file_name, file.text)).collect()
}

fn prints(name: &str, python: &Python, code: &str) -> Option<String> {
    let files = files(python);
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    python::prints(name, &files, code)
}

fn says_fine(name: &str, code: &str) {
    let code = format!("import lib\n{code}\nprint('fine')");
    let printed = prints(name, &Python::new(), &code);
    assert!(printed.as_deref().is_none_or(|printed| printed == "fine\n"), "{printed:?}");
}

#[test]
fn variants_with_data_are_classes_that_match() {
    let code = r#"
import copy, pickle, sys, textwrap
pin = lib.Shape.Pin(lib.Metres(1.5), lib.Other.Some(-2.5))
assert isinstance(pin, lib.Shape) and pin != lib.Shape.Circle(1.0) == lib.Shape.Circle(radius=1.0)
assert repr(pin) == 'Shape.Pin(field0=Metres(value=1.5), field1=Other.Some(value=-2.5))'
assert copy.deepcopy(pin) == pin == pickle.loads(pickle.dumps(pin))
assert lib._shape_to_c(lib.Shape.None_(), []) == (0,)
assert lib._shape_to_c(pin, []) == (200, {'Pin': (1.5, (-5, {'Some': (-2.5,)}))})
memory = lib.ffi.new('lib_Shape *', lib._shape_to_c(pin, []))
assert lib._shape_from_c(memory[0]) == pin
memory.tag = 9
for wrong in (lambda: lib._shape_from_c(memory[0]), lambda: lib._shape_to_c(lib.Other.Nothing(), [])):
    try:
        wrong()
    except (lib.LibError, TypeError) as error:
        assert str(error).endswith('of no Shape') or str(error).endswith('no variant of Shape'), error
    else:
        raise AssertionError
if sys.version_info >= (3, 10):
    exec(textwrap.dedent('''
        match pin:
            case lib.Shape.Circle():
                raise AssertionError
            case lib.Shape.Pin(metres, lib.Other.Some(value=x)):
                assert (metres, x) == (lib.Metres(1.5), -2.5)
            case _:
                raise AssertionError
    '''))
"#;
    says_fine("tagged", code);
}

#[test]
fn unions_share_their_memory_and_hide_what_is_internal() {
    let code = r#"
import copy
bits = lib.Bits(bytes=[1, 2, 3])
assert bits.int == 1 and len(bytes(bits)) == 4 and not hasattr(bits, 'hidden')
other = copy.copy(bits)
other.float = 1.0
assert bits.bytes == [1, 2, 3] and other.bytes == [0, 0, 128] and bits != other
"#;
    says_fine("unions", code);
}

/// Only what takes or returns a union is refused there, and only when it is called.
#[test]
fn a_machine_whose_unions_nobody_knows_can_import_the_module() {
    let code = r#"
import subprocess, sys
check = '''
import platform
platform.machine = lambda: "riscv64"
import lib
assert lib.Bits(bytes=[1, 2, 3]).int == 1
assert lib._scalar("a") == 97
carrier = lib.ffi.typeof("lib_Bits_carrier *")
try:
    lib.ffi.callback("lib_Bits_carrier(*)(void)", lambda: None)
except NotImplementedError as error:
    print(error)
else:
    raise AssertionError
'''
subprocess.run([sys.executable, "-c", check], check=True, stdout=subprocess.DEVNULL)
for wrong in (b"a", 97, None):
    try:
        lib._scalar(wrong)
    except TypeError:
        continue
    raise AssertionError(wrong)
"#;
    says_fine("unknown_machine", code);
}

#[test]
fn defaults_are_each_objects_own() {
    let code = r#"
one, two = lib.Settings(), lib.Settings(copies=9)
assert (one.copies, two.copies) == (7, 9) and one.bullet == '"' and one.none is None
assert one.access == lib.Access.READ | lib.Access.LAST and one.self is True
one.bytes[0] = 5
one.margin.left = 1.0
assert two.bytes == [1, 2, 255] and two.margin == lib.Margin(2.5, -0.0) == lib.Margin()
assert repr(one.margin) == 'Margin(left=1.0, right=-0.0)' and '_secret' not in repr(one)
assert lib._settings_to_c(one)[-1] == -9
"#;
    says_fine("defaults", code);
}

#[test]
fn sets_of_flags_have_known_bits_only() {
    let code = r#"
access = lib.Access
assert ~access.READ == access.CLASS | access.LAST and ~access(0) == 0x80000003
assert lib._flags(access.BOTH, access, 0x80000003) == 3 == access.READ | access.CLASS
for wrong in (4, access(4), -1):
    try:
        lib._flags(wrong, access, 0x80000003)
    except ValueError:
        continue
    raise AssertionError(wrong)
"#;
    says_fine("flags", code);
}

#[test]
fn padding_is_declared_where_cffi_knows_no_alignment() {
    let code = r#"
ffi = lib.ffi
assert ffi.sizeof('lib_Lane') == 16 and lib._alignment(ffi.typeof('lib_Lane')) == 16
assert ffi.sizeof('lib_Road') == 48 and ffi.offsetof('lib_Road', 'lanes') == 16
assert lib._alignment(ffi.typeof('lib_Road')) == 16
assert ffi.sizeof('lib_Tight') == 11 and ffi.offsetof('lib_Tight', 'b') == 1
for _ in range(50):
    memory = lib._LANE_ITEMS.new(lib._LANE_ITEMS.copy([lib.Lane(1.5, -2.5), lib.Lane(3.5, 4.5)]))
    assert int(ffi.cast('uintptr_t', memory)) % 16 == 0 and len(memory) == 2
    assert lib._LANE_ITEMS.read(memory) == [lib.Lane(1.5, -2.5), lib.Lane(3.5, 4.5)]
"#;
    says_fine("aligned", code);
}

#[test]
fn constants_of_all_kinds_have_their_values() {
    let code = r#"
assert lib.TEXTS == ('a"\\\n', '\u202e\U0001f980') and lib.WIDEST == 2**128 - 1 and lib.LETTER == "'"
assert lib.SET is lib.Access.BOTH and lib.BYTES == (1, 2, 255) and lib.MAYBE is None
"#;
    says_fine("constants", code);
}

#[test]
fn what_goes_in_is_checked() {
    let code = r#"
for check, fine, wrong in (
    (lib._scalar, ['a', '\U0010ffff'], ['\ud800', 'ab', '', 5]),
    (lib._nonzero, [1, -1], [0]),
    (lib._not_null, [lib.ffi.new('int *')], [lib.ffi.NULL]),
):
    for value in fine:
        assert check(value)
    for value in wrong:
        try:
            check(value)
        except (ValueError, TypeError):
            continue
        raise AssertionError(value)
"#;
    says_fine("checked", code);
}

#[test]
fn what_is_deprecated_warns_before_all_else() {
    let code = r#"
import inspect, warnings
from lib import geometry
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    for call in (lambda: geometry.old(geometry.Point(1.0)), lib.Counter):
        try:
            call()
        except lib.LoadError:
            pass  # there is no library
said = [str(warning.message) for warning in caught]
assert said == ['geometry.old is deprecated: use "other": it\'s \\ better', 'Counter is deprecated'], said
assert all(warning.category is DeprecationWarning for warning in caught)
assert 'Deprecated: use "other"' in inspect.getdoc(geometry.Point) and 'Deprecated.' in inspect.getdoc(lib.Counter)
"#;
    says_fine("deprecated", code);
}

#[test]
fn namespaces_are_modules_of_a_package() {
    let code = r#"
import pickle
from lib import geometry
assert geometry.__all__ == ['Point', 'old']
assert not set(lib.__all__) & {'Point', 'old', 'geometry_Point', 'geometry_old'}
point = geometry.Point(x=1.5)
assert repr(point) == 'Point(x=1.5)' and type(point).__module__ == 'lib.geometry'
assert pickle.loads(pickle.dumps(point)) == point
assert 'The namespace `geometry` is a module of this package.' in lib.__doc__
"#;
    says_fine("namespaces", code);
}

#[test]
fn a_namespace_that_is_called_as_a_function_is_refused() {
    let mut library = Library::new("lib");
    let void = library.void();
    library.bare::<Tag<0>>("geometry", &[], void);
    library.mark("geometry", None);
    library.bare::<Tag<1>>("area", &[], void);
    let refused = Python::new().generate(&Checked::new(library.registry.finish()).unwrap()).unwrap_err();
    let [refusal] = &refused.items[..] else { panic!("{refused}") };
    assert!(refusal.item.to_string() == "lib::area" && refusal.reason.contains("already that of lib::geometry"), "{refusal}");
}

#[test]
fn each_kind_of_name_can_be_cased() {
    let python = [
        (ItemKind::Function, Casing::Camel),
        (ItemKind::Field, Casing::Shouty),
        (ItemKind::Variant, Casing::Keep),
        (ItemKind::Namespace, Casing::Pascal),
        (ItemKind::Constant, Casing::Snake),
        (ItemKind::Type, Casing::Snake),
    ];
    let python = python.into_iter().fold(Python::new(), |python, (kind, casing)| python.casing(kind, casing));
    let code = "import lib; from lib import Geometry; \
                print(lib.texts[1], lib.access.Read.value, lib.shape.circle(RADIUS=1.5), Geometry.point(X=2.5))";
    let printed = prints("casing", &python, code);
    let expected = "\u{202e}🦀 1 shape.circle(RADIUS=1.5) point(X=2.5)\n";
    assert!(printed.as_deref().is_none_or(|printed| printed == expected), "{printed:?}");
}

#[test]
fn strict_checkers_have_nothing_to_say() {
    let files = files(&Python::new());
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let folder = python::folder("strict", &files);
    let mypy = ["--strict", "--config-file=", "--no-error-summary", "--cache-dir=mypy_cache", "lib"];
    let rules = "--extend-select=B,C4,I,PIE,PYI,RUF022,RUF023,UP";
    // Python 3.9 evaluates annotations for those who ask for them, and has no `|` between types.
    let evaluated = "--config=lint.pyupgrade.keep-runtime-typing=true";
    let ruff = ["check", "--isolated", "--no-cache", "--quiet", "--target-version=py39", evaluated, rules, "lib"];
    for (tool, arguments) in [(Tool::Mypy, &mypy[..]), (Tool::Ruff, &ruff[..])] {
        let Some(found) = unless_missing(Found::find(tool)).unwrap_or_else(|error| panic!("{error}")) else { continue };
        let job = Job::new(found.program()).current_dir(&folder).env_remove("MYPYPATH");
        let outcome = job.args(arguments.iter().copied()).run().unwrap();
        assert!(outcome.success(), "{outcome}");
    }
}
