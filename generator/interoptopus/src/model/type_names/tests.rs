//! The names of types.

use crate::model::fixture::{breadth, described_struct, library};
use crate::model::{self, Access, CallbackId, Inventory, PointerKind, Primitive, Registry, Type, TypeKind};
use std::collections::HashSet;

struct Vec2;

/// Every kind of type around every other, two deep.
fn many() -> Inventory {
    let mut r = Registry::new("plotter", "0.1.0");
    let f32 = r.primitive(Primitive::F32);
    let vec2 = r.define_struct::<Vec2>(|_| described_struct("Vec2", &[("x", f32)]));
    let mut innermost = vec![f32, vec2, r.intern(TypeKind::Void)];
    for nullable in [false, true] {
        innermost.extend([r.intern(TypeKind::Str { nullable }), r.intern(TypeKind::CStr { nullable })]);
        innermost.push(r.intern(TypeKind::NonZero { primitive: Primitive::U8, nullable }));
    }
    let around = |r: &mut Registry, inner: Type| {
        let accesses = [Access::Read, Access::Write];
        let kinds = [PointerKind::Reference, PointerKind::Nullable, PointerKind::Raw, PointerKind::NonNull];
        let mut all = vec![
            r.intern(TypeKind::Option { value: inner }),
            r.intern(TypeKind::Outcome { value: inner }),
            r.intern(TypeKind::Array { element: inner, len: 4 }),
        ];
        for access in accesses {
            all.extend(kinds.map(|kind| r.pointer(inner, access, kind)));
            all.extend([false, true].map(|nullable| r.intern(TypeKind::Slice { element: inner, access, nullable })));
        }
        all
    };
    for inner in innermost {
        for outer in around(&mut r, inner) {
            around(&mut r, outer);
        }
    }
    r.finish()
}

#[test]
fn distinct_types_have_distinct_names_and_identifiers() {
    let inventory = many();
    let names: HashSet<_> = inventory.types().map(|ty| model::type_name(&inventory, ty)).collect();
    let idents: HashSet<_> = inventory.types().map(|ty| model::type_ident(&inventory, ty)).collect();
    assert!(names.len() > 1000);
    assert_eq!([names.len(), idents.len()], [inventory.types().count(); 2]);
    assert!(idents.iter().all(|ident| ident.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')));
}

#[test]
fn a_type_is_written_much_as_rust_writes_it() {
    let mut r = Registry::new("plotter", "0.1.0");
    let (f32, u8) = (r.primitive(Primitive::F32), r.primitive(Primitive::U8));
    let void = r.intern(TypeKind::Void);
    let vec2 = r.define_struct::<Vec2>(|_| described_struct("Vec2", &[("x", f32)]));
    let option = r.intern(TypeKind::Option { value: vec2 });
    let slice = |access, nullable| TypeKind::Slice { element: vec2, access, nullable };
    let pointer = |access, kind| TypeKind::Pointer { pointee: vec2, access, kind };
    for (kind, name, ident) in [
        (TypeKind::Void, "()", "void"),
        (TypeKind::Option { value: vec2 }, "Option<Vec2>", "Option_Vec2"),
        (TypeKind::Outcome { value: option }, "Result<Option<Vec2>>", "Result_Option_Vec2"),
        (TypeKind::Outcome { value: void }, "Result<()>", "Result_void"),
        (slice(Access::Read, false), "Slice<Vec2>", "Slice_Vec2"),
        (slice(Access::Write, false), "SliceMut<Vec2>", "SliceMut_Vec2"),
        (slice(Access::Read, true), "Nullable<Slice<Vec2>>", "Nullable_Slice_Vec2"),
        (TypeKind::Array { element: u8, len: 4 }, "[u8; 4]", "Array4_u8"),
        (pointer(Access::Read, PointerKind::Reference), "&Vec2", "Ref_Vec2"),
        (pointer(Access::Write, PointerKind::Reference), "&mut Vec2", "RefMut_Vec2"),
        (pointer(Access::Read, PointerKind::Nullable), "Nullable<&Vec2>", "Nullable_Ref_Vec2"),
        (pointer(Access::Write, PointerKind::Raw), "*mut Vec2", "PtrMut_Vec2"),
        (TypeKind::Pointer { pointee: void, access: Access::Read, kind: PointerKind::Raw }, "*const c_void", "Ptr_void"),
        (pointer(Access::Write, PointerKind::NonNull), "NonNull<Vec2>", "NonNull_Vec2"),
        (pointer(Access::Read, PointerKind::NonNull), "NonNull<const Vec2>", "NonNullConst_Vec2"),
        (
            TypeKind::Pointer { pointee: void, access: Access::Write, kind: PointerKind::NonNull },
            "NonNull<c_void>",
            "NonNull_void",
        ),
        (TypeKind::NonZero { primitive: Primitive::U32, nullable: false }, "NonZero<u32>", "NonZero_u32"),
        (TypeKind::NonZero { primitive: Primitive::Isize, nullable: true }, "Nullable<NonZero<isize>>", "Nullable_NonZero_isize"),
        (TypeKind::Primitive(Primitive::CULong), "c_ulong", "c_ulong"),
        (TypeKind::Str { nullable: false }, "Str", "Str"),
        (TypeKind::CStr { nullable: true }, "Nullable<CStr>", "Nullable_CStr"),
    ] {
        let ty = r.intern(kind);
        assert_eq!((model::type_name(r.so_far(), ty).as_str(), model::type_ident(r.so_far(), ty).as_str()), (name, ident));
    }
}

#[test]
fn items_are_written_by_their_names() {
    let inventory = library();
    let written: Vec<_> = inventory
        .types()
        .filter(|&ty| inventory.kind(ty).declared().is_some())
        .map(|ty| model::type_name(&inventory, ty))
        .collect();
    assert_eq!(written, ["Vec2", "Canvas", "Visit", "Nullable<Visit>", "Error", "Path", "Marker", "Recorder"]);
}

#[test]
fn what_is_in_a_namespace_is_written_with_it() {
    let mut library = breadth();
    let point = library.types().find(|&ty| model::type_name(&library, ty) == "geometry::Point").expect("the fixture has it");
    assert_eq!(model::type_ident(&library, point), "geometry_Point");
    library.types.push(TypeKind::Option { value: point });
    let option = library.types().last().expect("there are some");
    assert_eq!(model::type_name(&library, option), "Option<geometry::Point>");
    assert_eq!(model::type_ident(&library, option), "Option_geometry_Point");
    let names: Vec<_> =
        library.types().filter(|&ty| library.kind(ty).declared().is_some()).map(|ty| model::type_name(&library, ty)).collect();
    assert_eq!(names, ["Shape", "geometry::Point", "Style", "Bits", "Mask", "Point", "Packed"]);
}

#[test]
fn what_does_not_exist_is_written_too() {
    let mut broken = library();
    broken.callbacks.clear();
    broken.types.push(TypeKind::Callback { id: CallbackId(0), nullable: false });
    let last = broken.types.len() as u32;
    broken.types.push(TypeKind::Option { value: Type(last) });
    assert_eq!(model::type_name(&broken, Type(last - 1)), "?");
    assert_eq!(model::type_name(&broken, Type(u32::MAX)), "?");
    assert!(model::type_name(&broken, Type(last)).starts_with("Option<Option<"), "it contains itself");
}
