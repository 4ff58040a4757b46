"""Structs of every class that ABIs tell apart, by value in both directions."""

import struct

import reference_project as r


def bits(x):
    return struct.unpack("<q", struct.pack("<d", x))[0]


def of_bits(n):
    return struct.unpack("<d", struct.pack("<q", n))[0]


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def test_one_byte():
    assert r.pass_byte_1(r.Byte1(0xA5)) == r.Byte1(0x5A)


def test_one_float():
    assert r.pass_float_4(r.Float4(1.5)) == r.Float4(-1.5)
    assert r.pass_float_4_guarded(r.Float4(-2.5)) == r.Float4(2.5)


def test_one_double():
    assert r.pass_float_8(r.Float8(-1e300)) == r.Float8(1e300)


def test_integers_in_one_register():
    assert r.pass_ints_8(r.Ints8(-2, 0xA5, -(2**31))) == r.Ints8(1, 0x5A, 2**31 - 1)


def test_a_float_and_an_integer_share_a_register():
    assert r.pass_shared_8(r.Shared8(1.25, -(2**31))) == r.Shared8(-1.25, 2**31 - 1)


def test_one_and_a_half_registers_of_integers():
    assert r.pass_ints_12(r.Ints12(-1, 2**32 - 2, 5)) == r.Ints12(-6, 2**32 - 1, -2)


def test_three_floats():
    assert r.pass_floats_12(r.Floats12(1, 2, 3.5)) == r.Floats12(-3.5, 1, 2)


def test_four_floats():
    assert r.pass_floats_16(r.Floats16(1, 2, 3, -4.5)) == r.Floats16(4.5, 1, 2, 3)


def test_two_registers_of_integers():
    assert r.pass_ints_16(r.Ints16(-(2**63), 7)) == r.Ints16(-8, -(2**63))


def test_an_integer_register_and_one_of_floats():
    back = r.pass_int_float_16(r.IntFloat16(bits(-1.5), 2.25))
    assert (back.a, back.b) == (bits(2.25), -1.5)


def test_a_float_register_and_one_of_integers():
    back = r.pass_float_int_16(r.FloatInt16(3.75, bits(-0.125)))
    assert (back.a, back.b) == (-0.125, bits(3.75))


def test_two_registers_of_floats():
    assert r.pass_doubles_16(r.Doubles16(1e-300, 2e300)) == r.Doubles16(-2e300, 1e-300)
    assert r.pass_doubles_16_guarded(r.Doubles16(1e-300, 2e300)) == r.Doubles16(-2e300, 1e-300)


def test_a_mixed_register_and_one_of_floats():
    assert r.pass_mixed_16(r.Mixed16(-1.5, 0xA5C3, 1e300)) == r.Mixed16(1.5, 0x5A3C, -1e300)


def test_one_byte_more_than_registers_hold():
    values = [0, 255, *range(2, 17)]
    assert r.pass_bytes_17(r.Bytes17(values)).a == [255 - value for value in reversed(values)]


def test_five_floats():
    assert r.pass_floats_20(r.Floats20([1, 2, 3, 4, -5.5])).a == [5.5, -4, -3, -2, -1]


def test_three_doubles():
    assert r.pass_doubles_24(r.Doubles24(1.1, 2.2, 3.3)) == r.Doubles24(-3.3, 1.1, 2.2)


def test_four_doubles_one_of_them_nested():
    back = r.pass_doubles_32(r.Doubles32(1.1, r.Doubles16(2.2, 3.3), 4.4))
    assert back == r.Doubles32(-4.4, r.Doubles16(1.1, 2.2), 3.3)


def test_bits_of_floats_are_kept():
    for n in (1, -1, 0x7FF0000000000000, -(2**63)):
        back = r.pass_int_float_16(r.IntFloat16(n, 0.5))
        assert bits(back.b) == n and of_bits(back.a) == 0.5


def test_many_until_registers_are_used_up():
    g = [200, *range(15), 100]
    expected = digest(1, -2, bits(1.5), bits(-2.5), 3, -4, *map(f32, (5, 6, 7, -8.5)), 9, bits(1e300), bits(-1e300), -10)
    expected = digest(expected, 200, 100, f32(11.5), 65534, bits(-12.5), *map(f32, (13, 14, -15)), -16, 250, -17)
    assert (
        r.pass_many(
            r.Ints16(1, -2),
            r.Doubles16(1.5, -2.5),
            r.Ints16(3, -4),
            r.Floats16(5, 6, 7, -8.5),
            r.IntFloat16(9, 1e300),
            r.FloatInt16(-1e300, -10),
            r.Bytes17(g),
            r.Mixed16(11.5, 65534, -12.5),
            r.Floats12(13, 14, -15),
            r.Ints8(-16, 250, -17),
        )
        == expected
    )
