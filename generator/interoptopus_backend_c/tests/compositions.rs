//! Whatever types are composed of, and wherever they stand, the header compiles.

mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Inventory;
use interoptopus::model::{Access, PointerKind, Primitive, Type, TypeKind};
use interoptopus_backend_c::C;

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
    Around::Pointer(Access::Write, PointerKind::Nullable),
    Around::Pointer(Access::Read, PointerKind::Raw),
    Around::Pointer(Access::Write, PointerKind::Raw),
    Around::Option,
    Around::Array,
];

/// Where a type can stand.
#[derive(Clone, Copy, Debug)]
enum Place {
    Parameter,
    Return,
    GuardedReturn,
    CallbackParameter,
    CallbackReturn,
}

const PLACES: [Place; 5] =
    [Place::Parameter, Place::Return, Place::GuardedReturn, Place::CallbackParameter, Place::CallbackReturn];

fn around(library: &mut Library, ty: Type, around: Around) -> Type {
    let kind = match around {
        Around::Slice(access, nullable) => {
            // The form that is not nullable is always there too.
            library.registry.intern(TypeKind::Slice { element: ty, access, nullable: false });
            TypeKind::Slice { element: ty, access, nullable }
        }
        Around::Pointer(access, kind) => TypeKind::Pointer { pointee: ty, access, kind },
        Around::Option => TypeKind::Option { value: ty },
        Around::Array => TypeKind::Array { element: ty, len: 3 },
    };
    library.registry.intern(kind)
}

/// The type with the number `at` that nothing is around of; none behind the last.
fn innermost(library: &mut Library, at: usize) -> Option<Type> {
    let byte = library.primitive(Primitive::U8);
    let void = library.void();
    let ty = match at {
        0 => byte,
        1 => library.structure("Vec2", &[("x", byte, 1)]),
        2 => library.enumeration("Marker", Primitive::I16, false, &[("Dot", -1)]),
        3 => library.opaque("Hidden"),
        4 => library.callback("Visit", |_| (vec![("byte", byte)], void)),
        5 => library.registry.intern(TypeKind::Str { nullable: false }),
        6 => library.registry.intern(TypeKind::CStr { nullable: false }),
        7 => void,
        _ => return None,
    };
    Some(ty)
}

fn library(name: &str, inner: usize, layers: &[Around], place: Place) -> Option<Inventory> {
    let mut library = Library::named(name);
    let mut ty = innermost(&mut library, inner)?;
    for &layer in layers {
        ty = around(&mut library, ty, layer);
    }
    let void = library.void();
    let symbol = format!("{name}_use");
    match place {
        Place::Parameter => library.function(&symbol, &[("it", ty)], void),
        Place::Return => library.function(&symbol, &[], ty),
        Place::GuardedReturn => library.guarded(&symbol, &[], ty),
        Place::CallbackParameter => drop(library.callback("Each", |_| (vec![("it", ty)], void))),
        Place::CallbackReturn => drop(library.callback("Each", |_| (Vec::new(), ty))),
    }
    Some(library.finish())
}

#[test]
fn each_composition_that_is_valid_compiles() {
    let one = AROUND.iter().map(|&a| vec![a]);
    let two = AROUND.iter().flat_map(|&a| AROUND.iter().map(move |&b| vec![a, b]));
    let layers: Vec<Vec<Around>> = [Vec::new()].into_iter().chain(one).chain(two).collect();
    let mut headers = String::new();
    let mut count = 0;
    for inner in 0.. {
        if innermost(&mut Library::new(), inner).is_none() {
            break;
        }
        for place in PLACES {
            for layers in &layers {
                let name = format!("l{count}");
                let Ok(inventory) = library(&name, inner, layers, place).unwrap().check() else { continue };
                let header = C::new().generate(&inventory);
                let header = header.unwrap_or_else(|e| panic!("{inner} in {layers:?} as {place:?}: {e}"));
                headers.push_str(&header.to_string());
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count}");
    compilers::accept(&headers);
}
