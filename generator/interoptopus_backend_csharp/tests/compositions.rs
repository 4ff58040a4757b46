//! Whatever types are composed of, and wherever they stand, the bindings compile or the composition is refused.

#[path = "../../interoptopus_backend_c/tests/by_hand/mod.rs"]
mod by_hand;
mod compilers;

use by_hand::Library;
use interoptopus::Checked;
use interoptopus::Inventory;
use interoptopus::docs::Docs;
use interoptopus::model::{
    Access, Crossing, Function, Head, Method, Parameter, PointerKind, Primitive, Receiver, Registry, Service, Type, TypeKind,
};
use interoptopus_backend_csharp::{CSharp, Dialect};

/// What can be around a type.
#[derive(Clone, Copy, Debug)]
enum Around {
    Slice(Access, bool),
    Pointer(Access, PointerKind),
    Option,
    Array,
}

const AROUND: [Around; 12] = [
    Around::Slice(Access::Read, false),
    Around::Slice(Access::Write, false),
    Around::Slice(Access::Read, true),
    Around::Slice(Access::Write, true),
    Around::Pointer(Access::Read, PointerKind::Reference),
    Around::Pointer(Access::Write, PointerKind::Reference),
    Around::Pointer(Access::Read, PointerKind::Nullable),
    Around::Pointer(Access::Write, PointerKind::Nullable),
    Around::Pointer(Access::Read, PointerKind::Raw),
    Around::Pointer(Access::Write, PointerKind::Raw),
    Around::Option,
    Around::Array,
];

/// What is put around it once more: the same with other access would say nothing new.
const AROUND_TWICE: [Around; 6] = [
    Around::Slice(Access::Write, false),
    Around::Slice(Access::Read, true),
    Around::Pointer(Access::Write, PointerKind::Reference),
    Around::Pointer(Access::Read, PointerKind::Nullable),
    Around::Option,
    Around::Array,
];

/// Where a type can stand.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    BareParameter,
    BareReturn,
    GuardedParameter,
    GuardedReturn,
    LentReturn,
    CallbackParameter,
    CallbackReturn,
    Field,
}

const PLACES: [Place; 8] = [
    Place::BareParameter,
    Place::BareReturn,
    Place::GuardedParameter,
    Place::GuardedReturn,
    Place::LentReturn,
    Place::CallbackParameter,
    Place::CallbackReturn,
    Place::Field,
];

/// A type, as what it is composed of, in a place.
#[derive(Clone, Debug)]
struct Composition {
    inner: usize,
    layers: Vec<Around>,
    place: Place,
}

const INNERMOST: usize = 9;

/// The types that nothing is around of.
fn innermost(library: &mut Library) -> [Type; INNERMOST] {
    let byte = library.primitive(Primitive::U8);
    let bool = library.primitive(Primitive::Bool);
    let float = library.primitive(Primitive::F32);
    let marker = library.enumeration("Marker", Primitive::I16, false, &[("Dot", -1)]);
    let void = library.void();
    [
        bool,
        marker,
        library.structure("Vec2", &[("x", float, 4), ("y", float, 4)]),
        library.structure("Dot", &[("marker", marker, 2), ("is_on", bool, 1)]),
        library.opaque("Hidden"),
        library.callback("Visit", |_| (vec![("byte", byte)], void)),
        library.registry.intern(TypeKind::Str { nullable: false }),
        library.registry.intern(TypeKind::CStr { nullable: false }),
        void,
    ]
}

fn around(registry: &mut Registry, ty: Type, around: Around) -> Type {
    let kind = match around {
        Around::Slice(access, nullable) => {
            // The form that is not nullable is always there too.
            registry.intern(TypeKind::Slice { element: ty, access, nullable: false });
            TypeKind::Slice { element: ty, access, nullable }
        }
        Around::Pointer(access, kind) => TypeKind::Pointer { pointee: ty, access, kind },
        Around::Option => TypeKind::Option { value: ty },
        Around::Array => TypeKind::Array { element: ty, len: 3 },
    };
    registry.intern(kind)
}

struct Everything;

/// A library with all of `compositions`: few items, because each needs an identity of its own, but with many parts.
fn library(compositions: &[Composition]) -> Inventory {
    let mut library = Library::named("all");
    let inner = innermost(&mut library);
    let types: Vec<(Place, Type)> = compositions
        .iter()
        .map(|c| (c.place, c.layers.iter().fold(inner[c.inner], |ty, &layer| around(&mut library.registry, ty, layer))))
        .collect();
    let of = |place: Place| types.iter().filter(move |(its, _)| *its == place).map(|(_, ty)| *ty).collect::<Vec<_>>();
    let names: Vec<String> = (0..compositions.len()).map(|i| format!("it{i}")).collect();
    let named = |types: Vec<Type>| names.iter().map(String::as_str).zip(types).collect::<Vec<_>>();
    let void = library.void();
    for (at, parameters) in named(of(Place::BareParameter)).chunks(60).enumerate() {
        library.function(&format!("take{at}"), parameters, void);
    }
    // A callback's names last as long as the program.
    let named_for_ever = |types: Vec<Type>| {
        let name = |(at, ty)| (&*Box::leak(format!("it{at}").into_boxed_str()), ty);
        types.into_iter().enumerate().map(name).collect::<Vec<(&'static str, Type)>>()
    };
    let each = named_for_ever(of(Place::CallbackParameter));
    library.callback("Each", |_| (each, void));
    let fields: Vec<_> = named(of(Place::Field)).into_iter().map(|(name, ty)| (name, ty, 8)).collect();
    if !fields.is_empty() {
        library.structure("Fields", &fields);
    }
    service(&mut library.registry, &types);
    library.finish()
}

/// Methods of a service are as many as one likes; bare ones are none that macros make, but say how functions are emitted.
fn service(registry: &mut Registry, types: &[(Place, Type)]) {
    registry.define_service::<Everything>(|registry| {
        let this = registry.so_far().types().find(|&ty| matches!(registry.so_far().kind(ty), TypeKind::Service(_))).unwrap();
        let void = registry.intern(TypeKind::Void);
        let mut function = |name: String, parameters: Vec<Parameter>, returns: Type, crossing: Crossing| {
            let abi_returns = match crossing {
                Crossing::Bare => returns,
                Crossing::Guarded { .. } => registry.intern(TypeKind::Outcome { value: returns }),
            };
            let (path, symbol) = (format!("all::Everything::{name}"), format!("all_everything_{name}"));
            Function {
                head: Head { name, path, docs: Docs::default(), marks: Default::default() },
                symbol,
                is_unsafe: false,
                parameters,
                returns,
                abi_returns,
                crossing,
            }
        };
        let guarded = Crossing::Guarded { error: None };
        let new = function("new".to_owned(), Vec::new(), this, guarded);
        let mut methods = Vec::new();
        for (at, &(place, ty)) in types.iter().enumerate() {
            let name = format!("method{at}");
            let it = vec![Parameter { name: "it".to_owned(), ty }];
            let (function, lends) = match place {
                Place::BareReturn => (function(name, Vec::new(), ty, Crossing::Bare), None),
                Place::GuardedReturn => (function(name, Vec::new(), ty, guarded), None),
                Place::LentReturn => (function(name, Vec::new(), ty, guarded), Some(Access::Read)),
                Place::GuardedParameter => (function(name, it, void, guarded), None),
                Place::BareParameter | Place::CallbackParameter | Place::CallbackReturn | Place::Field => continue,
            };
            methods.push(Method { function, receiver: Receiver::Shared, lends });
        }
        Service {
            head: Head {
                name: "Everything".to_owned(),
                path: "all::Everything".to_owned(),
                docs: Docs::default(),
                marks: Default::default(),
            },
            constructors: vec![new],
            methods,
            destroy: "all_everything_destroy".to_owned(),
            release: types.iter().any(|(place, _)| *place == Place::LentReturn).then(|| "all_everything_release".to_owned()),
        }
    });
}

fn all() -> Vec<Composition> {
    let one = AROUND.iter().map(|&a| vec![a]);
    let two = AROUND_TWICE.iter().flat_map(|&a| AROUND_TWICE.iter().map(move |&b| vec![a, b]));
    let layers: Vec<Vec<Around>> = [Vec::new()].into_iter().chain(one).chain(two).collect();
    let compose = |inner| {
        let layers = layers.clone();
        PLACES
            .into_iter()
            .flat_map(move |place| layers.clone().into_iter().map(move |layers| Composition { inner, layers, place }))
    };
    (0..INNERMOST).flat_map(compose).collect()
}

#[test]
fn each_composition_that_is_not_refused_compiles() {
    let is_fine = |composition: &Composition| {
        let checked = Checked::new(library(std::slice::from_ref(composition)));
        checked.is_ok_and(|inventory| {
            let both = [Dialect::DotNet, Dialect::Unity].map(|dialect| CSharp::new().generate_for(&inventory, dialect).is_ok());
            assert_eq!(both[0], both[1], "one dialect refuses what the other has: {composition:?}");
            both[0]
        })
    };
    let fine: Vec<_> = all().into_iter().filter(is_fine).collect();
    assert!(fine.len() > 1000, "{}", fine.len());
    compilers::accept(&CSharp::new().namespace("Everywhere"), &Checked::new(library(&fine)).unwrap());
}
