//! Registers by System V's ABI.

use super::Register::{self, Float, Integer};
use crate::model::fixture::described_struct;
use crate::model::{self, Primitive, Registry, Repr, Struct, Target, Type, TypeKind};

struct Tag;

fn registers(fields: &[Primitive], repr: Repr) -> Option<Vec<Register>> {
    let mut r = Registry::new("shapes", "0.1.0");
    let ty = structure(&mut r, fields, repr);
    model::registers_by_system_v(r.so_far(), ty)
}

fn structure(r: &mut Registry, fields: &[Primitive], repr: Repr) -> Type {
    let types: Vec<Type> = fields.iter().map(|&primitive| r.primitive(primitive)).collect();
    let fields: Vec<_> = ["a", "b", "c", "d"].into_iter().zip(types).collect();
    r.define_struct::<Tag>(|_| {
        let (structure, layout) = described_struct("S", &fields);
        (Struct { repr, ..structure }, layout)
    })
}

#[test]
fn eight_bytes_go_to_a_register_for_floats_if_there_is_nothing_else_in_them() {
    use Primitive::{F32, F64, I32, U128, Usize};
    assert_eq!(registers(&[F64, Usize], Repr::C), Some(vec![Float, Integer]));
    assert_eq!(registers(&[F32, F32, F32], Repr::C), Some(vec![Float, Float]));
    assert_eq!(registers(&[F32, I32, F64], Repr::C), Some(vec![Integer, Float]));
    assert_eq!(registers(&[U128], Repr::C), Some(vec![Integer, Integer]));
}

#[test]
fn more_than_two_registers_and_what_is_misaligned_go_through_memory() {
    use Primitive::{U8, U64};
    assert_eq!(registers(&[U64, U64, U8], Repr::C), None);
    assert_eq!(registers(&[U8, U64], Repr::Packed(1)), None);
    assert_eq!(registers(&[U64, U8], Repr::Packed(1)), Some(vec![Integer, Integer]));
    assert_eq!(registers(&[U8], Repr::Aligned(32)), None);
}

#[test]
fn numbers_and_patterns_are_passed_as_their_structs_are() {
    let mut r = Registry::new("shapes", "0.1.0");
    let float = r.primitive(Primitive::F32);
    let option = r.intern(TypeKind::Option { value: float });
    let text = r.intern(TypeKind::Str { nullable: false });
    let void = r.intern(TypeKind::Void);
    let of = |ty| model::registers_by_system_v(r.so_far(), ty);
    assert_eq!([of(float), of(option)], [Some(vec![Float]), Some(vec![Integer])]);
    assert_eq!([of(text), of(void)], [Some(vec![Integer, Integer]), Some(vec![])]);
}

#[test]
fn a_field_may_be_misaligned_on_one_target_alone() {
    let mut r = Registry::new("shapes", "0.1.0");
    let ty = structure(&mut r, &[Primitive::U32, Primitive::U64], Repr::Packed(4));
    let on = |wide| model::is_misaligned_by_c(r.so_far(), ty, Target { word: 4, long: 4, wide });
    assert_eq!([on(8), on(4)], [true, false]);
}
