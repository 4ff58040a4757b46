"""Integers, floats and bool at their extremes."""

import math
import struct

import reference_project as r


def bits32(x):
    return struct.unpack("=I", struct.pack("=f", x))[0]


def bits64(x):
    return struct.unpack("=Q", struct.pack("=d", x))[0]


def raises(kind, call, *arguments):
    try:
        call(*arguments)
    except kind:
        return True
    return False


def test_bool_has_two_values():
    assert r.negate(False) is True
    assert r.negate(True) is False


def test_signed_integers_keep_their_width_and_sign():
    for after, bits in ((r.after_i8, 8), (r.after_i16, 16), (r.after_i32, 32), (r.after_i64, 64), (r.after_isize, struct.calcsize("P") * 8)):
        highest = 2 ** (bits - 1) - 1
        assert after(highest) == -highest - 1
        assert after(-2) == -1
        assert after(-1) == 0


def test_unsigned_integers_keep_their_width():
    for after, bits in ((r.after_u8, 8), (r.after_u16, 16), (r.after_u32, 32), (r.after_u64, 64), (r.after_usize, struct.calcsize("P") * 8)):
        assert after(2**bits - 1) == 0
        assert after(2 ** (bits - 1) - 1) == 2 ** (bits - 1)
        assert after(2 ** (bits // 2) - 1) == 2 ** (bits // 2)


def test_integers_out_of_range_are_refused():
    for after, wrong in ((r.after_i8, 128), (r.after_u8, -1), (r.after_u8, 256), (r.after_i64, 2**63), (r.after_u64, -1), (r.after_u64, 2**64)):
        assert raises(OverflowError, after, wrong)


def test_numbers_of_another_type_are_refused():
    assert raises(TypeError, r.after_i32, "1")
    assert raises(TypeError, r.after_i32, 1.5)
    assert raises(TypeError, r.bits_of_f64, "1")


def test_floats_arrive_bit_by_bit():
    for bits in (0, 0x80000000, 1, 0x7F7FFFFF, 0x7F800000, 0xFF800000, 0x7FC12345, 0x3DCCCCCD):
        assert r.bits_of_f32(struct.unpack("=f", struct.pack("=I", bits))[0]) == bits
        assert bits32(r.f32_of_bits(bits)) == bits


def test_doubles_arrive_bit_by_bit():
    for bits in (0, 1 << 63, 1, 0x7FEFFFFFFFFFFFFF, 0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8123456789ABC, 0x3FB999999999999A):
        assert r.bits_of_f64(struct.unpack("=d", struct.pack("=Q", bits))[0]) == bits
        assert bits64(r.f64_of_bits(bits)) == bits
    assert math.copysign(1, r.f64_of_bits(1 << 63)) == -1


def test_eleven_parameters_arrive_in_order():
    assert r.weigh(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, True) == 11987654321.0
    assert r.weigh(0, -1, 0, -2, 0, -3, 0, -4, -5, 0.5, False) == -10 - 2000 - 300000 - 40000000 - 500000000 + 0.5e9


def test_parameters_have_their_names():
    assert r.weigh(a=1, b=2, c=3, d=4, e=5, f=6, g=7, h=8, x=9, y=1, yes=True) == 11987654321.0


def test_keywords_of_rust_are_names_like_others():
    assert r.match(type=21) == 42
