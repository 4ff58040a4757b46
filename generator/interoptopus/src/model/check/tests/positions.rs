//! The positions of types.

use super::{Tag, after, of};
use crate::model::fixture::{bare, described_enum, described_struct, slice};
use crate::model::{Access, Callback, Head, Inventory, Opaque, Parameter, PointerKind, Primitive, Registry, Type, TypeKind};

/// The refusals of `ty` as a parameter, a result, a field, a callback's parameter and a callback's result.
fn placed(ty: impl Fn(&mut Registry) -> Type) -> [bool; 5] {
    let wrong = |place: fn(&mut Registry, Type)| {
        let found = of(|r| {
            let ty = ty(r);
            place(r, ty);
        });
        assert!(found.iter().all(|p| p.contains("cannot stand: ")), "{found:?}");
        !found.is_empty()
    };
    fn callback(r: &mut Registry, parameters: &[(&str, Type)], returns: Type) {
        let parameters = parameters.iter().map(|&(name, ty)| Parameter { name: name.to_owned(), ty }).collect();
        let (name, path, docs) = ("Call".to_owned(), "plotter::Call".to_owned(), Default::default());
        r.define_callback::<Tag<'c'>>(|_| Callback {
            head: Head { name, path, docs, marks: Default::default() },
            parameters,
            returns,
        });
    }
    [
        wrong(|r, ty| {
            let void = r.intern(TypeKind::Void);
            r.inventory.functions.push(bare("f", &[("x", ty)], void));
        }),
        wrong(|r, ty| r.inventory.functions.push(bare("f", &[], ty))),
        wrong(|r, ty| {
            r.define_struct::<Tag<'s'>>(|_| described_struct("S", &[("x", ty)]));
        }),
        wrong(|r, ty| {
            let void = r.intern(TypeKind::Void);
            callback(r, &[("x", ty)], void);
        }),
        wrong(|r, ty| callback(r, &[], ty)),
    ]
}

#[test]
fn types_stand_only_where_they_can_cross() {
    fn opaque(r: &mut Registry) -> Type {
        let (name, path, docs) = ("O".to_owned(), "plotter::O".to_owned(), Default::default());
        r.define_opaque::<Tag<'o'>>(|| Opaque { head: Head { name, path, docs, marks: Default::default() } })
    }
    fn marker(r: &mut Registry) -> Type {
        r.define_enum::<Tag<'e'>>(|| described_enum("E", Primitive::U8, &[("A", 1)], false))
    }
    fn array(r: &mut Registry, len: usize) -> Type {
        let element = r.primitive(Primitive::U8);
        r.intern(TypeKind::Array { element, len })
    }
    let (ok, no) = (false, true);
    let u32 = |r: &mut Registry| r.primitive(Primitive::U32);
    assert_eq!(placed(u32), [ok; 5]);
    assert_eq!(placed(|r| r.intern(TypeKind::Void)), [no, ok, no, no, ok]);
    assert_eq!(placed(opaque), [no; 5]);
    assert_eq!(placed(|r| opaque(r).behind(r, PointerKind::Reference)), [ok, ok, ok, ok, no]);
    assert_eq!(placed(|r| opaque(r).behind(r, PointerKind::Raw)), [ok; 5]);
    assert_eq!(placed(marker), [ok, ok, ok, ok, no]);
    assert_eq!(placed(|r| array(r, 4)), [no, no, ok, no, no]);
    assert_eq!(placed(|r| array(r, 4).behind(r, PointerKind::Reference)), [ok, ok, ok, ok, no]);
    assert_eq!(placed(|r| array(r, 0)), [no; 5]);
    assert_eq!(placed(|r| r.intern(TypeKind::Str { nullable: false })), [ok, ok, ok, ok, no]);
    let of_option = |r: &mut Registry, value| r.intern(TypeKind::Option { value });
    assert_eq!(placed(|r| u32(r).then(|ty| of_option(r, ty))), [ok; 5]);
    assert_eq!(placed(|r| marker(r).then(|ty| of_option(r, ty))), [ok, ok, ok, ok, no]);
    assert_eq!(placed(|r| opaque(r).then(|ty| of_option(r, ty))), [no; 5]);
    assert_eq!(placed(|r| r.intern(TypeKind::Void).then(|ty| of_option(r, ty))), [no; 5]);
    let of_three = |r: &mut Registry, element| r.intern(TypeKind::Array { element, len: 3 }).behind(r, PointerKind::Raw);
    assert_eq!(placed(|r| u32(r).then(|ty| of_three(r, ty))), [ok; 5]);
    assert_eq!(placed(|r| opaque(r).then(|ty| of_three(r, ty))), [no; 5]);
    assert_eq!(placed(|r| r.intern(TypeKind::Void).then(|ty| of_three(r, ty))), [no; 5]);
    let of_struct = |r: &mut Registry, ty| r.define_struct::<Tag<'i'>>(|_| described_struct("I", &[("x", ty)]));
    assert_eq!(placed(|r| array(r, 4).then(|ty| of_struct(r, ty))), [ok; 5]);
    assert_eq!(placed(|r| marker(r).then(|ty| of_struct(r, ty))), [ok, ok, ok, ok, no]);
    let of_slice = |r: &mut Registry, element| slice(r, element, Access::Read, false);
    assert_eq!(placed(|r| marker(r).then(|ty| of_slice(r, ty))), [ok, ok, ok, ok, no]);
    assert_eq!(placed(|r| opaque(r).then(|ty| of_slice(r, ty))), [no; 5]);
    assert_eq!(placed(|r| u32(r).then(|value| r.intern(TypeKind::Outcome { value }))), [no, ok, no, no, no]);
}

trait Chain: Sized {
    fn then<R>(self, f: impl FnOnce(Self) -> R) -> R {
        f(self)
    }
}

impl Chain for Type {}

impl Type {
    fn behind(self, r: &mut Registry, kind: PointerKind) -> Type {
        r.pointer(self, Access::Read, kind)
    }
}

#[test]
fn an_object_is_returned_or_lent_to_a_call_and_nothing_else() {
    let this = |i: &Inventory| i.services[0].constructors[0].returns;
    let why = "an object of a service is returned, or lent to a call by a parameter `&T` or `&mut T`";
    let by_value = after(|i| i.functions[0].parameters[0].ty = this(i));
    assert_eq!(by_value, [format!("plotter::dot: the parameter `a` has `Recorder` where it cannot stand: {why}")]);
    let lend = |kind: PointerKind| {
        after(|i| {
            let pointee = this(i);
            i.types.push(TypeKind::Pointer { pointee, access: Access::Read, kind });
            i.layouts.push(None);
            i.functions[0].parameters[0].ty = Type(i.types.len() as u32 - 1);
        })
    };
    assert_eq!(lend(PointerKind::Reference), [""; 0]);
    assert_eq!(lend(PointerKind::Nullable), [""; 0]);
    assert_eq!(lend(PointerKind::Raw).len(), 1);
    let several = after(|i| {
        let element = this(i);
        let pointee = Type(i.types.len() as u32);
        i.types.push(TypeKind::Array { element, len: 2 });
        i.types.push(TypeKind::Pointer { pointee, access: Access::Read, kind: PointerKind::Reference });
        i.layouts.extend([None, None]);
        i.functions[0].parameters[0].ty = Type(pointee.index() as u32 + 1);
    });
    assert_eq!(several, [format!("plotter::dot: the parameter `a` has `Recorder` where it cannot stand: {why}")]);
}
