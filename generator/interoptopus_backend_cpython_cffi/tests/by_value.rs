//! Structs that libffi does not know reach C functions as C's own compilers pass them: of every class, and beside every other argument.

mod by_hand;
mod python;

use by_hand::{CaseOf, Library, Tag};
use interoptopus::Checked;
use interoptopus::model::{self, Primitive, Repr, Type};
use interoptopus::names::{Casing, ItemKind};
use interoptopus_backend_cpython_cffi::Python;
use interoptopus_toolchain::{Cc, library_file_name, unless_missing};
use std::path::PathBuf;

/// The functions of `by_value.c` for a type, where `$tag` and the three behind it are tags of their own.
macro_rules! functions {
    ($library:ident, $ty:ident, $tag:literal) => {{
        let (name, ty) = $ty;
        let [byte, short, float, double, count] =
            [Primitive::U8, Primitive::U16, Primitive::F32, Primitive::F64, Primitive::U32].map(|p| $library.primitive(p));
        let mixed = [("a", byte), ("x", ty), ("b", float), ("y", ty)];
        let many = [("a", ty), ("b", ty), ("c", ty), ("d", ty), ("e", ty), ("h", short)];
        let many: Vec<(&str, Type)> = many.into_iter().chain([("f", ty), ("g", ty), ("i", double), ("j", ty)]).collect();
        $library.bare::<Tag<{ $tag }>>(&format!("echo_{name}"), &[("x", ty)], ty);
        $library.bare::<Tag<{ $tag + 1 }>>(&format!("second_{name}"), &mixed, ty);
        $library.bare::<Tag<{ $tag + 2 }>>(&format!("last_{name}"), &many, ty);
        let call = $library.callback::<Tag<{ $tag + 3 }>>(&format!("Call{name}"), &mixed, count);
        $library.bare::<Tag<{ $tag + 4 }>>(&format!("called_{name}"), &[("call", call), ("x", ty), ("y", ty)], count);
    }};
}

/// A function that calls back, and returns what the callback does.
macro_rules! answered {
    ($library:ident, $ty:ident, $tag:literal) => {{
        let (name, ty) = $ty;
        let call = $library.callback::<Tag<{ $tag }>>(&format!("Answer{name}"), &[("x", ty)], ty);
        $library.bare::<Tag<{ $tag + 1 }>>(&format!("answered_{name}"), &[("call", call), ("x", ty)], ty);
    }};
}

fn library() -> Library {
    let mut library = Library::new("lib");
    let l = &mut library;
    let [u8, i8, i16, u32, i64, u64, f32, f64] = [
        Primitive::U8,
        Primitive::I8,
        Primitive::I16,
        Primitive::U32,
        Primitive::I64,
        Primitive::U64,
        Primitive::F32,
        Primitive::F64,
    ]
    .map(|primitive| l.primitive(primitive));
    let array = |l: &mut Library, element, len| l.array(element, len);
    let [bytes3, bytes4, bytes17] = [3, 4, 17].map(|len| array(l, u8, len));
    let [floats2, floats3, floats4, floats5] = [2, 3, 4, 5].map(|len| array(l, f32, len));
    let [doubles2, doubles3, doubles4] = [2, 3, 4].map(|len| array(l, f64, len));
    let words3 = array(l, u32, 3);
    let float_int = l.record::<Tag<0>>("FloatInt", Repr::C, &[("f", f64), ("i", i64)], None);
    let int_float = l.record::<Tag<1>>("IntFloat", Repr::C, &[("i", i64), ("f", f64)], None);
    let u3 = ("U3", l.union::<Tag<2>>("U3", &[("bytes", bytes3)]));
    let u4 = ("U4", l.union::<Tag<3>>("U4", &[("whole", u32), ("bytes", bytes4)]));
    let f4 = ("F4", l.union::<Tag<4>>("F4", &[("only", f32)]));
    let f8 = ("F8", l.union::<Tag<5>>("F8", &[("whole", f64), ("parts", floats2)]));
    let m8 = ("M8", l.union::<Tag<6>>("M8", &[("half", f32), ("whole", i64)]));
    let f12 = ("F12", l.union::<Tag<7>>("F12", &[("parts", floats3), ("first", f32)]));
    let i12 = ("I12", l.union::<Tag<8>>("I12", &[("parts", words3), ("first", f32)]));
    let f16 = ("F16", l.union::<Tag<9>>("F16", &[("parts", doubles2), ("quarters", floats4)]));
    let fi16 = ("FI16", l.union::<Tag<10>>("FI16", &[("pair", float_int), ("first", f64)]));
    let if16 = ("IF16", l.union::<Tag<11>>("IF16", &[("pair", int_float), ("first", i8)]));
    let u17 = ("U17", l.union::<Tag<12>>("U17", &[("bytes", bytes17)]));
    let f20 = ("F20", l.union::<Tag<13>>("F20", &[("parts", floats5)]));
    let m24 = ("M24", l.union::<Tag<14>>("M24", &[("parts", doubles3), ("first", i8)]));
    let f32s = ("F32", l.union::<Tag<15>>("F32", &[("parts", doubles4)]));
    let two = array(l, f4.1, 2);
    let nested = ("Nested12", l.record::<Tag<16>>("Nested12", Repr::C, &[("x", f32), ("rest", two)], None));
    let kinded = ("Kinded16", l.record::<Tag<17>>("Kinded16", Repr::C, &[("kind", u8), ("value", f8.1)], None));
    let t2 = ("T2", l.tagged::<Tag<18>>("T2", Primitive::U8, &[("Byte", 0, &[("n", u8)]), ("Nothing", 255, &[])]));
    let t8 = ("T8", l.tagged::<Tag<19>>("T8", Primitive::I32, &[("Circle", -5, &[("r", f32)])]));
    let cases: [CaseOf<'_>; 2] = [("Box", 0, &[("w", f32), ("h", f32)]), ("Dot", i32::MIN.into(), &[("n", i8)])];
    let t12 = ("T12", l.tagged::<Tag<20>>("T12", Primitive::I32, &cases));
    let cases: [CaseOf<'_>; 2] = [("Circle", 7, &[("r", f64)]), ("Box", 255, &[("w", f32), ("h", f32)])];
    let t16 = ("T16", l.tagged::<Tag<21>>("T16", Primitive::U8, &cases));
    let t24 = ("T24", l.tagged::<Tag<22>>("T24", Primitive::U64, &[("Wide", 0xFFFF_FFFF, &[("a", i16), ("b", f64)])]));
    let floats = [("x", f32), ("y", f32), ("id", u32)];
    let packed12 = ("Packed12", l.record::<Tag<23>>("Packed12", Repr::Packed(1), &floats, None));
    let fields = [("kind", u8), ("id", u64), ("ratio", f64)];
    let packed17 = ("Packed17", l.record::<Tag<24>>("Packed17", Repr::Packed(1), &fields, None));
    let packed5 = l.record::<Tag<25>>("Packed5", Repr::Packed(1), &[("kind", u8), ("id", u32)], None);
    let packed9 = l.record::<Tag<26>>("Packed9", Repr::Packed(1), &[("kind", u8), ("ratio", f64)], None);
    let roomy = ("Roomy8", l.record::<Tag<27>>("Roomy8", Repr::Aligned(8), &[("a", u8), ("b", i8)], None));
    let roomy_float = ("RoomyF8", l.record::<Tag<28>>("RoomyF8", Repr::Aligned(8), &[("x", f32)], None));
    functions!(l, u3, 100);
    functions!(l, u4, 110);
    functions!(l, f4, 120);
    functions!(l, f8, 130);
    functions!(l, m8, 140);
    functions!(l, f12, 150);
    functions!(l, i12, 160);
    functions!(l, f16, 170);
    functions!(l, fi16, 180);
    functions!(l, if16, 190);
    functions!(l, u17, 200);
    functions!(l, f20, 210);
    functions!(l, m24, 220);
    functions!(l, f32s, 230);
    functions!(l, nested, 240);
    functions!(l, kinded, 250);
    functions!(l, t2, 260);
    functions!(l, t8, 270);
    functions!(l, t12, 280);
    functions!(l, t16, 290);
    functions!(l, t24, 300);
    functions!(l, packed12, 310);
    functions!(l, packed17, 320);
    functions!(l, roomy, 330);
    functions!(l, roomy_float, 340);
    l.bare::<Tag<400>>("made_Packed5", &[], packed5);
    l.bare::<Tag<401>>("made_Packed9", &[], packed9);
    answered!(l, f8, 410);
    answered!(l, fi16, 420);
    answered!(l, f20, 430);
    library
}

const CALLS: &str = r#"
import lib

F, I = [1.5, -2.5, 1e-40, -0.0, 3e38], [1, -(2**63), 2**63 - 1]

def floats(n, at=0):
    return [lib.ffi.unpack(lib.ffi.new("float[]", F), 5)[(at + i) % 5] for i in range(n)]

def doubles(n, at=0):
    return [[1.1, -2.2e300, 5e-324, -0.0][(at + i) % 4] for i in range(n)]

VALUES = {
    "U3": [lib.U3(bytes=[1, 128, 255]), lib.U3(bytes=[254, 0, 7])],
    "U4": [lib.U4(whole=0xFEDCBA98), lib.U4(bytes=[1, 2, 3, 255])],
    "F4": [lib.F4(only=1.5), lib.F4(only=-1e-40)],
    "F8": [lib.F8(whole=-1.1e300), lib.F8(parts=floats(2))],
    "M8": [lib.M8(whole=-(2**63) + 1), lib.M8(half=1.5)],
    "F12": [lib.F12(parts=floats(3)), lib.F12(parts=floats(3, 2))],
    "I12": [lib.I12(parts=[1, 2**32 - 1, 2**31]), lib.I12(parts=[0, 7, 2**32 - 2])],
    "F16": [lib.F16(parts=doubles(2)), lib.F16(quarters=floats(4))],
    "FI16": [lib.FI16(pair=lib.FloatInt(1.1, -(2**63))), lib.FI16(pair=lib.FloatInt(-2.2, 2**63 - 1))],
    "IF16": [lib.IF16(pair=lib.IntFloat(-(2**63), 1.1)), lib.IF16(pair=lib.IntFloat(2**63 - 1, -2.2))],
    "U17": [lib.U17(bytes=[255, *range(16)]), lib.U17(bytes=[*range(100, 116), 200])],
    "F20": [lib.F20(parts=floats(5)), lib.F20(parts=floats(5, 3))],
    "M24": [lib.M24(parts=doubles(3)), lib.M24(parts=doubles(3, 1))],
    "F32": [lib.F32(parts=doubles(4)), lib.F32(parts=doubles(4, 2))],
    "Nested12": [lib.Nested12(1.5, [lib.F4(only=-2.5), lib.F4(only=7.0)]), lib.Nested12(-0.5, [lib.F4(only=9.0), lib.F4(only=8.0)])],
    "Kinded16": [lib.Kinded16(255, lib.F8(whole=-1e300)), lib.Kinded16(7, lib.F8(parts=floats(2)))],
    "T2": [lib.T2.Byte(255), lib.T2.Nothing()],
    "T8": [lib.T8.Circle(1.5), lib.T8.Circle(-2.5)],
    "T12": [lib.T12.Box(1.5, -2.5), lib.T12.Dot(-128)],
    "T16": [lib.T16.Circle(-1.1e300), lib.T16.Box(1.5, -2.5)],
    "T24": [lib.T24.Wide(-32768, 1.1), lib.T24.Wide(32767, -2.2)],
    "Packed12": [lib.Packed12(1.5, -2.5, 2**32 - 1), lib.Packed12(3.5, 4.5, 7)],
    "Packed17": [lib.Packed17(255, 2**64 - 2, -1.1e300), lib.Packed17(7, 1, 2.2)],
    "Roomy8": [lib.Roomy8(255, -128), lib.Roomy8(7, 127)],
    "RoomyF8": [lib.RoomyF8(1.5), lib.RoomyF8(-2.5)],
}

for name, (x, y) in VALUES.items():
    assert x != y, name
    echo, second, last, called = (getattr(lib, f"{way}_{name}") for way in ("echo", "second", "last", "called"))
    assert echo(x) == x and echo(y) == y, (name, echo(x), echo(y))
    assert second(200, x, 1.5, y) == y and second(1, x, 1.5, y) == x, name
    assert last(x, y, y, y, y, 40000, y, y, 2.5, y) == y and last(x, y, y, y, y, 0, y, y, 2.5, y) == x, name
    seen = []
    assert called(lambda *arguments: seen.append(arguments) or 2**32 - 1, x, y) == 2**32 - 1
    assert seen == [(200, x, 1.5, y)], (name, seen)

assert lib.made_Packed5() == lib.Packed5(0xA5, 0x01020384)
assert lib.made_Packed9() == lib.Packed9(0xA5, -1e300)

for name in ("F8", "FI16", "F20"):
    x, y = VALUES[name]
    answered = getattr(lib, f"answered_{name}")
    assert answered(lambda given: y if given == x else x, x) == y, name
    try:
        answered(lambda given: 1 / 0, x)
    except ZeroDivisionError:
        continue
    raise AssertionError(name)
print(len(VALUES), "types")
"#;

/// The library of `by_value.c`; none where there is no compiler and nobody requires one.
fn compiled(guard: u64) -> Option<PathBuf> {
    let cc = unless_missing(Cc::find()).unwrap_or_else(|error| panic!("{error}"))?;
    let library = python::folder("by_value", &[]).join(library_file_name("lib"));
    let source = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/by_value.c");
    let build = cc.compile(&library).source(source).shared().flags(["-O2".to_owned(), format!("-DAPI_GUARD={guard}u")]);
    build.check().unwrap_or_else(|error| panic!("{error}"));
    Some(library)
}

#[test]
fn composites_of_every_class_are_passed_as_c_passes_them() {
    if cfg!(windows) {
        return; // Its compilers spell alignment and visibility in another way.
    }
    let inventory = Checked::new(library().registry.finish()).unwrap();
    let Some(library) = compiled(model::api_guard(&inventory)) else { return };
    // Functions keep the names that C has for them.
    let text = Python::new().casing(ItemKind::Function, Casing::Keep).generate(&inventory).unwrap().text;
    let calls = format!("import os\nos.environ['LIB_LIBRARY'] = {:?}\n{CALLS}", library.display().to_string());
    let printed = python::prints("by_value", &[("lib.py", &text)], &calls);
    assert!(printed.as_deref().is_none_or(|printed| printed.trim() == "25 types"), "{printed:?}");
}
