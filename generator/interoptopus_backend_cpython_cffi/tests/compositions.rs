//! Whatever types are composed of, and wherever they stand, the module is Python, and cffi takes its declarations; or it is refused by name.

mod by_hand;
mod python;

use by_hand::{Library, Tag};
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model::{Access, PointerKind, Primitive, Repr, Type, TypeKind};
use interoptopus_backend_cpython_cffi::Python;

/// What can be around a type.
#[derive(Clone, Copy, Debug)]
enum Around {
    Slice(Access, bool),
    Pointer(Access, PointerKind),
    Option,
    Array,
}

const AROUND: [Around; 9] = [
    Around::Slice(Access::Read, false),
    Around::Slice(Access::Write, false),
    Around::Slice(Access::Read, true),
    Around::Pointer(Access::Read, PointerKind::Reference),
    Around::Pointer(Access::Write, PointerKind::Reference),
    Around::Pointer(Access::Write, PointerKind::Nullable),
    Around::Pointer(Access::Read, PointerKind::Raw),
    Around::Option,
    Around::Array,
];

/// Where a type can stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    Bare,
    Guarded,
    Returned,
    ReturnedGuarded,
    Field,
    CallbackParameter,
    CallbackReturn,
    Lent,
}

const PLACES: [Place; 8] = [
    Place::Bare,
    Place::Guarded,
    Place::Returned,
    Place::ReturnedGuarded,
    Place::Field,
    Place::CallbackParameter,
    Place::CallbackReturn,
    Place::Lent,
];

const INNER: usize = 18;

/// From here on they stand alone, or in one other type.
const NEWER: usize = 9;

fn innermost(library: &mut Library, at: usize) -> Type {
    let byte = library.primitive(Primitive::U8);
    let float = library.primitive(Primitive::F32);
    let void = library.void();
    match at {
        0 => float,
        1 => library.primitive(Primitive::Bool),
        2 => library.structure::<Tag<0>>("Vec2", &[("x", float), ("y", float)]),
        3 => library.enumeration::<Tag<1>>("Marker", false, &[("Dot", -1), ("Cross", 2)]),
        4 => library.opaque::<Tag<2>>("Hidden"),
        5 => library.callback::<Tag<3>>("Visit", &[("byte", byte)], void),
        6 => library.string(),
        7 => library.registry.intern(TypeKind::CStr { nullable: true }),
        8 => library.service::<Tag<4>>("Recorder", "new", &[]),
        9 => library.primitive(Primitive::Char),
        10 => library.primitive(Primitive::CChar),
        11 => library.registry.intern(TypeKind::NonZero { primitive: Primitive::U32, nullable: true }),
        12 => library.flags::<Tag<10>>("Access", &[("Read", 1), ("Write", 2)]),
        13 => library.union::<Tag<11>>("Bits", &[("byte", byte), ("float", float)]),
        14 => library.tagged::<Tag<12>>("Shape", Primitive::U8, &[("Dot", 1, &[]), ("Circle", 2, &[("radius", float)])]),
        15 => library.record::<Tag<13>>("Tight", Repr::Packed(1), &[("byte", byte), ("_float", float)], None),
        16 => library.record::<Tag<14>>("Lane", Repr::Aligned(16), &[("x", float), ("y", float)], None),
        _ => library.record::<Tag<15>>("Metres", Repr::Transparent, &[("value", float)], None),
    }
}

fn composed(inner: usize, layers: &[Around], place: Place) -> Inventory {
    let mut library = Library::new("lib");
    let mut ty = innermost(&mut library, inner);
    for layer in layers {
        let kind = match *layer {
            Around::Slice(access, nullable) => TypeKind::Slice { element: ty, access, nullable },
            Around::Pointer(access, kind) => TypeKind::Pointer { pointee: ty, access, kind },
            Around::Option => TypeKind::Option { value: ty },
            Around::Array => TypeKind::Array { element: ty, len: 3 },
        };
        ty = library.registry.intern(kind);
    }
    let void = library.void();
    match place {
        Place::Bare => library.bare::<Tag<5>>("go", &[("it", ty)], void),
        Place::Guarded => library.guarded::<Tag<5>>("go", &[("it", ty)], void, None),
        Place::Returned => library.bare::<Tag<5>>("go", &[], ty),
        Place::ReturnedGuarded => library.guarded::<Tag<5>>("go", &[], ty, None),
        Place::Field => {
            let whole = library.structure::<Tag<6>>("Whole", &[("it", ty)]);
            let many = library.slice(whole);
            library.bare::<Tag<5>>("go", &[("all", whole), ("many", many)], whole);
        }
        Place::CallbackParameter | Place::CallbackReturn => {
            let (parameters, returns) =
                if matches!(place, Place::CallbackReturn) { (vec![], ty) } else { (vec![("it", ty)], void) };
            let each = library.callback::<Tag<7>>("Each", &parameters, returns);
            library.guarded::<Tag<5>>("go", &[("each", each)], void, None);
        }
        Place::Lent => drop(library.service::<Tag<8>>("Keeper", "new", &[("lent", ty, Some(Access::Read))])),
    }
    library.registry.finish()
}

/// Compiles each module of a file that `\0` divides, and imports some of them.
const IMPORT: &str = r"
import sys, types
for at, text in enumerate(open('modules', encoding='utf-8').read().split('\0')):
    code = compile(text, f'module {at}', 'exec')
    if at % STEP == 0:
        module = sys.modules['lib'] = types.ModuleType('lib')
        module.__file__ = 'lib.py'
        exec(code, module.__dict__)
        assert all(hasattr(module, name) for name in module.__all__), module.__all__
print(at + 1)
";

#[test]
fn each_composition_that_is_not_refused_is_a_module() {
    let one = AROUND.iter().map(|&a| vec![a]);
    let two = AROUND.iter().flat_map(|&a| AROUND.iter().step_by(3).map(move |&b| vec![a, b]));
    let layers: Vec<Vec<Around>> = [Vec::new()].into_iter().chain(one).chain(two).collect();
    let (mut modules, mut refused) = (Vec::new(), 0);
    for inner in 0..INNER {
        for place in PLACES {
            for layers in layers.iter().filter(|layers| inner < NEWER || layers.len() < 2) {
                let Ok(inventory) = Checked::new(composed(inner, layers, place)) else { continue };
                match Python::new().generate(&inventory) {
                    Ok(bindings) => modules.push(bindings.text),
                    Err(error) => {
                        assert!(error.items.iter().all(|item| item.item.to_string().starts_with("lib::")), "{error}");
                        refused += 1;
                    }
                }
            }
        }
    }
    assert!(modules.len() > 800 && refused > 100, "{} modules, {refused} refused", modules.len());
    let count = modules.len().to_string();
    let files = [("modules", modules.join("\0"))];
    let files = files.each_ref().map(|(name, text)| (*name, text.as_str()));
    let printed = python::prints("compositions", &files, &IMPORT.replace("STEP", "20"));
    assert!(printed.is_none_or(|printed| printed.trim() == count));
}
