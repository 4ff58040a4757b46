"""Each instance of a generic type is a type of its own."""

import struct

import reference_project as r
from reference_project import Vec2


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def test_small_parameters():
    assert r.pair_small_changed(r.PairU8F64(0xA5, 1e300)) == r.PairU8F64(0x5A, -1e300)


def test_a_struct_as_a_parameter():
    back = r.pair_mirrored(r.PairVec2I64(Vec2(1.5, -2.5), 0x0102030405060788))
    assert back.first == Vec2(-2.5, 1.5)
    assert back.second == int.from_bytes((0x0102030405060788).to_bytes(8, "little"), "big", signed=True)


def test_generic_types_in_generic_types():
    inner, other = r.PairI8U32(-128, 2**32 - 1), r.PairU16F32(65535, -0.5)
    pair = r.PairPairI8U32PairU16F32(inner, other)
    assert r.pair_nested_digest(pair) == digest(-128, 2**32 - 1, 65535, f32(-0.5))


def test_slices_of_instances():
    pairs = [r.PairU8F64(255, 1.5), r.PairU8F64(1, -1e-300)]
    assert r.pairs_digest(pairs) == digest(255, f64(1.5), 1, f64(-1e-300))


def test_a_const_parameter():
    buffer = r.Buffer4(0, [0] * 4)
    assert [r.buffer_push(buffer, byte) for byte in (1, 128, 255, 4, 5)] == [True] * 4 + [False]
    assert buffer == r.Buffer4(4, [1, 128, 255, 4])


def test_another_const_parameter():
    values = [n % 251 for n in range(300)]
    back = r.buffer_reversed(r.Buffer300(299, values))
    assert back == r.Buffer300(299, values[298::-1] + values[299:])


def test_a_lifetime_and_a_type():
    assert r.borrowed_digest(r.BorrowedU32(2**32 - 1, [1, 2**31, 3])) == digest(2**32 - 1, 1, 2**31, 3)
    assert r.borrowed_digest(r.BorrowedU32(best=5, others=[])) == digest(5)


def test_a_lifetime_and_a_struct():
    others = [Vec2(1, 2), Vec2(-3, 4.5)]
    assert r.borrowed_between(r.BorrowedVec2(Vec2(-3, 4.5), others)) == Vec2(-3, 4.5)
    assert r.borrowed_between(r.BorrowedVec2(Vec2(-3, 4), others)) is None


def test_an_associated_type_decides_the_field():
    assert r.metres_doubled(r.QuantityMetre(-1.25, 255)) == r.QuantityMetre(-2.5, 127)
    assert r.pieces_doubled(r.QuantityPiece(amount=40000, certainty=3)) == r.QuantityPiece(14464, 1)


def test_a_label_takes_no_room():
    assert r.labelled_next(r.LabelledU32Vec2(2**32 - 1)) == r.LabelledU32Vec2(0)
