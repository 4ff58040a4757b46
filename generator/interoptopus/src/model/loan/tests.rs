//! The loans of methods.

use super::Loan::{self, Always, IfSome, Never};
use super::Presence::{Address, Data, Flag};
use crate::model::{
    self, Access, Crossing, Function, Head, Marks, Method, PointerKind, Primitive, Receiver, Registry, Type, TypeKind,
};

fn of(lends: Option<Access>, returns: impl FnOnce(&mut Registry) -> Type) -> Loan {
    let mut r = Registry::new("shapes", "0.1.0");
    let returns = returns(&mut r);
    let function = Function {
        head: Head {
            name: "at".to_owned(),
            path: "shapes::Store::at".to_owned(),
            docs: Default::default(),
            marks: Marks::default(),
        },
        symbol: "shapes_store_at".to_owned(),
        is_unsafe: false,
        parameters: Vec::new(),
        returns,
        abi_returns: returns,
        crossing: Crossing::Guarded { error: None },
    };
    model::loan(r.so_far(), &Method { function, receiver: Receiver::Shared, lends })
}

fn lent(returns: impl FnOnce(&mut Registry) -> Type) -> Loan {
    of(Some(Access::Read), returns)
}

#[test]
fn what_does_not_lend_never_does() {
    assert_eq!(of(None, |r| r.intern(TypeKind::Str { nullable: true })), Never);
}

#[test]
fn nones_lend_nothing_and_each_is_seen_in_its_way() {
    let u8 = |r: &mut Registry| r.primitive(Primitive::U8);
    assert_eq!(lent(|r| r.intern(TypeKind::Str { nullable: true })), IfSome(Data));
    assert_eq!(lent(|r| r.intern(TypeKind::CStr { nullable: true })), IfSome(Address));
    for nullable in [false, true] {
        let slice = lent(|r| {
            let element = u8(r);
            r.intern(TypeKind::Slice { element, access: Access::Write, nullable })
        });
        assert_eq!(slice, if nullable { IfSome(Data) } else { Always });
    }
    let option = lent(|r| {
        let value = r.intern(TypeKind::Str { nullable: false });
        r.intern(TypeKind::Option { value })
    });
    assert_eq!(option, IfSome(Flag));
    use PointerKind::{NonNull, Nullable, Raw, Reference};
    let pointer = |kind| {
        lent(|r| {
            let pointee = u8(r);
            r.pointer(pointee, Access::Read, kind)
        })
    };
    assert_eq!([Reference, Nullable, Raw, NonNull].map(pointer), [Always, IfSome(Address), IfSome(Address), Always]);
}
