//! Whatever types are composed of, and wherever they stand, the header compiles.

mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::model::{Access, PointerKind, Primitive, Repr, Type, TypeKind};
use interoptopus_backend_c::C;

/// What can be around a type.
#[derive(Clone, Copy, Debug)]
enum Around {
    Slice(Access, bool),
    Pointer(Access, PointerKind),
    Option,
    Array,
}

const AROUND: [Around; 10] = [
    Around::Slice(Access::Read, false),
    Around::Slice(Access::Write, false),
    Around::Slice(Access::Read, true),
    Around::Pointer(Access::Read, PointerKind::Reference),
    Around::Pointer(Access::Write, PointerKind::Nullable),
    Around::Pointer(Access::Read, PointerKind::Raw),
    Around::Pointer(Access::Write, PointerKind::Raw),
    Around::Pointer(Access::Write, PointerKind::NonNull),
    Around::Option,
    Around::Array,
];

/// Where a type can stand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    Parameter,
    Return,
    GuardedReturn,
    CallbackParameter,
    CallbackReturn,
    Field,
    TransparentField,
    UnionField,
    CaseField,
}

const PLACES: [Place; 9] = [
    Place::Parameter,
    Place::Return,
    Place::GuardedReturn,
    Place::CallbackParameter,
    Place::CallbackReturn,
    Place::Field,
    Place::TransparentField,
    Place::UnionField,
    Place::CaseField,
];

/// The innermost types that are composed twice.
const OLD: usize = 8;

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
        OLD => library.union("Bits", &[("x", byte, 1)]),
        9 => library.tagged("Shape", Primitive::U8, &[("Empty", 0, &[]), ("Full", 1, &[("x", byte, 1)])]),
        10 => library.structure_as("Wrapped", Repr::Transparent, &[("value", byte, 1)], &[0], (1, 1)),
        11 => library.structure_as("Again", Repr::Aligned(16), &[("x", byte, 1)], &[0], (16, 16)),
        12 => library.structure_as("Packed", Repr::Packed(1), &[("x", byte, 1)], &[0], (1, 1)),
        13 => library.flags("Access", Primitive::U32, &[("Read", 1), ("Last", 1 << 31)]),
        14 => library.primitive(Primitive::I128),
        15 => library.primitive(Primitive::Char),
        16 => library.primitive(Primitive::CULong),
        17 => library.registry.intern(TypeKind::NonZero { primitive: Primitive::U16, nullable: true }),
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
        Place::Field | Place::TransparentField | Place::UnionField | Place::CaseField => {
            let (size, align) = memory(&library, ty)?;
            let fields = [("it", ty, size)];
            match place {
                Place::UnionField if size == align => library.union("Holds", &fields),
                Place::CaseField if size == align => library.tagged("Holds", Primitive::U8, &[("Some", 1, &fields)]),
                Place::TransparentField => library.structure_as("Holds", Repr::Transparent, &fields, &[0], (size, align)),
                _ => library.structure_as("Holds", Repr::C, &fields, &[0], (size, align)),
            };
        }
    }
    Some(library.finish())
}

/// The size and alignment of `ty`, if it has any.
fn memory(library: &Library, ty: Type) -> Option<(usize, usize)> {
    let (inventory, word) = (library.registry.so_far(), size_of::<usize>());
    match *inventory.kind(ty) {
        TypeKind::Primitive(Primitive::I128) => Some((16, align_of::<i128>())),
        TypeKind::Primitive(primitive) | TypeKind::NonZero { primitive, .. } => Some((primitive.size(), primitive.size())),
        TypeKind::Pointer { .. } | TypeKind::Callback { .. } | TypeKind::CStr { .. } => Some((word, word)),
        TypeKind::Slice { .. } | TypeKind::Str { .. } => Some((2 * word, word)),
        TypeKind::Array { element, len } => memory(library, element).map(|(size, align)| (size * len, align)),
        TypeKind::Option { value } => memory(library, value).map(|(size, align)| ((size + 1).next_multiple_of(align), align)),
        _ => inventory.layout(ty).map(|layout| (layout.size, layout.align)),
    }
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
            let is_old = inner < OLD && PLACES[..5].contains(&place);
            for layers in layers.iter().filter(|layers| is_old || layers.len() < 2) {
                let name = format!("l{count}");
                let Some(Ok(inventory)) = library(&name, inner, layers, place).map(Checked::new) else { continue };
                let header = C::new().generate(&inventory);
                let header = header.unwrap_or_else(|e| panic!("{inner} in {layers:?} as {place:?}: {e}"));
                headers.push_str(&header.to_string());
                count += 1;
            }
        }
    }
    assert!(count > 1000, "{count}");
    compilers::accept_much(&headers);
}
