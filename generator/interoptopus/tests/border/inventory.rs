//! The inventory beside what the compiler knows of the same items.

use super::structs::{Inner, Outer};
use super::{Vec2, ffi_inventory};
use interoptopus::Checked;
use interoptopus::ffi;
use interoptopus::model::{Access, Crossing, Function, Inventory, PointerKind, Primitive, TypeKind};
use std::mem::offset_of;

fn function<'a>(inventory: &'a Inventory, name: &str) -> &'a Function {
    inventory.functions().iter().find(|f| f.head.name == name).unwrap()
}

#[test]
fn the_inventory_is_valid() {
    let inventory = ffi_inventory();
    assert_eq!((inventory.library.as_str(), inventory.version.as_str()), ("border", env!("CARGO_PKG_VERSION")));
    Checked::new(inventory).unwrap();
}

#[test]
fn it_is_the_same_each_time() {
    assert_eq!(ffi_inventory(), ffi_inventory());
}

#[test]
fn layouts_are_those_of_the_compiler() {
    let inventory = ffi_inventory();
    let at = inventory
        .types()
        .find(|ty| matches!(inventory.kind(*ty), TypeKind::Struct(id) if inventory[*id].head.name == "Outer"))
        .unwrap();
    let layout = inventory.layout(at).unwrap();
    assert_eq!((layout.size, layout.align), (size_of::<Outer>(), align_of::<Outer>()));
    let fields: Vec<_> = layout.fields.iter().map(|f| (f.name.as_str(), f.offset, f.size)).collect();
    let expected = [
        ("before", 0, 1),
        ("inner", offset_of!(Outer, inner), size_of::<[Inner; 2]>()),
        ("at", offset_of!(Outer, at), size_of::<Vec2>()),
        ("type", offset_of!(Outer, r#type), 8),
    ];
    assert_eq!(fields, expected);
}

#[test]
fn patterns_have_layouts_too() {
    let inventory = ffi_inventory();
    let layout = |kind: fn(&TypeKind) -> bool| {
        let ty = inventory.types().find(|ty| kind(inventory.kind(*ty))).unwrap();
        inventory.layout(ty).unwrap().clone()
    };
    let slice = layout(|kind| matches!(kind, TypeKind::Slice { .. }));
    assert_eq!(slice.size, size_of::<ffi::Slice<u8>>());
    assert_eq!(slice.fields.iter().map(|f| f.name.as_str()).collect::<Vec<_>>(), ["data", "len"]);
    let outcome = function(&inventory, "results_option").abi_returns;
    let outcome = inventory.layout(outcome).unwrap();
    assert_eq!(outcome.fields.iter().map(|f| (f.name.as_str(), f.offset)).collect::<Vec<_>>(), [("status", 0), ("value", 4)]);
}

#[test]
fn signatures_are_as_they_were_written() {
    let inventory = ffi_inventory();
    let kinds = |name: &str| {
        let function = function(&inventory, name);
        function.parameters.iter().map(|p| (p.name.as_str(), *inventory.kind(p.ty))).collect::<Vec<_>>()
    };
    let [
        ("v", TypeKind::Pointer { pointee: _, access: Access::Write, kind: PointerKind::Reference }),
        ("by", TypeKind::Pointer { pointee, access: Access::Read, kind: PointerKind::Nullable }),
    ] = kinds("pointers_scale")[..]
    else {
        panic!("{:?}", kinds("pointers_scale"))
    };
    assert_eq!(*inventory.kind(pointee), TypeKind::Primitive(Primitive::F32));
    assert!(matches!(kinds("slices_sum")[0].1, TypeKind::Slice { access: Access::Read, nullable: false, .. }));
    assert!(matches!(kinds("slices_fill")[2].1, TypeKind::Slice { access: Access::Write, nullable: true, .. }));
    assert_eq!(kinds("strings_c")[1].1, TypeKind::CStr { nullable: true });
    assert!(matches!(kinds("callbacks_maybe")[0].1, TypeKind::Callback { nullable: true, .. }));
    assert_eq!(kinds("move").iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["fn", "p0", "this"]);
}

#[test]
fn what_is_unsafe_in_rust_is_marked() {
    let inventory = ffi_inventory();
    let is_unsafe = |name| function(&inventory, name).is_unsafe;
    assert!(is_unsafe("pointers_raw"));
    assert!(!is_unsafe("slices_sum") && !is_unsafe("results_parse"));
}

#[test]
fn crossings_follow_from_the_signature() {
    let inventory = ffi_inventory();
    let crossing = |name| function(&inventory, name).crossing;
    assert_eq!(crossing("pointers_raw"), Crossing::Bare);
    assert_eq!(crossing("slices_sum"), Crossing::Guarded { error: None });
    assert!(matches!(crossing("results_parse"), Crossing::Guarded { error: Some(_) }));
    assert!(matches!(crossing("results_bare"), Crossing::Guarded { error: Some(_) }));
    assert_eq!(
        *inventory.kind(function(&inventory, "results_option").returns),
        TypeKind::Option {
            value: inventory
                .types()
                .find(|ty| matches!(inventory.kind(*ty), TypeKind::Struct(id) if inventory[*id].head.name == "Vec2"))
                .unwrap()
        }
    );
}

#[test]
fn parameters_of_callbacks_keep_their_names_and_types() {
    let inventory = ffi_inventory();
    let callback = |name: &str| inventory.callbacks().iter().find(|c| c.head.name == name).unwrap();
    let visit = callback("Visit");
    assert_eq!(visit.parameters.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["index", "point", "total", "name"]);
    assert_eq!(*inventory.kind(visit.parameters[0].ty), TypeKind::Primitive(Primitive::U32));
    assert!(matches!(inventory.kind(visit.parameters[1].ty), TypeKind::Pointer { access: Access::Read, .. }));
    assert_eq!(*inventory.kind(visit.returns), TypeKind::Primitive(Primitive::Bool));
    assert_eq!(visit.head.docs.as_str(), "Parameters of several types, of which two are references.");
    assert_eq!(callback("Chunk").parameters.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["arg0", "arg1"]);
    assert_eq!(*inventory.kind(callback("Done").returns), TypeKind::Void);
}

#[test]
fn what_only_the_third_list_names_is_there() {
    let inventory = ffi_inventory();
    let found = inventory.structs().iter().find(|s| s.head.name == "Unmentioned").unwrap();
    assert_eq!(found.head.path, "border::options::Unmentioned");
}
