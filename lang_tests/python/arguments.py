"""From no argument to twelve: the library returns a digest of what it got, which is compared with one that is made here."""

import array
import struct

import reference_project as r
from reference_project import Mixed, Twins, Vec2

MIXED = Mixed(tag=255, big=2**64 - 2, delta=-32768, ratio=1.1, yes=True, precise=-1e-300)


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def f64(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def digest(*bits):
    total = 0
    for value in bits:
        total = (total * 31 + value) % 2**64
    return total


def mixed(m):
    return [m.tag, m.big, m.delta, f32(m.ratio), m.yes, f64(m.precise)]


def test_nothing_goes_in_and_nothing_comes_out():
    before = r.ticks()
    assert r.tick() is None
    assert r.ticks() == before + 1


def test_no_argument():
    assert r.arguments_0() == 0xFEDCBA9876543210


def test_one_argument():
    for a in (-128, -1, 0, 127):
        assert r.arguments_1(a) == digest(a)


def test_two_arguments():
    assert r.arguments_2(-0.0, 2**64 - 1) == digest(f32(-0.0), 2**64 - 1)


def test_three_arguments():
    assert r.arguments_3(Vec2(1.5, -2.5), -32768, 1e300) == digest(f32(1.5), f32(-2.5), -32768, f64(1e300))


def test_four_arguments():
    expected = digest(-(2**63), f32(3.25), f32(-1e-40), True, f32(1e38))
    assert r.arguments_4(-(2**63), Vec2(3.25, -1e-40), True, 1e38) == expected


def test_five_arguments():
    expected = digest(2**32 - 1, *mixed(MIXED), f64(5e-324), f32(7), f32(-8), -128)
    assert r.arguments_5(2**32 - 1, MIXED, 5e-324, Vec2(7, -8), -128) == expected


def test_six_integers():
    values = (255, -32768, 2**32 - 1, -(2**63), 2**64 - 1, -(2**63) + 1)
    assert r.arguments_6(*values) == digest(*values)


def test_seven_integers():
    values = (-(2**63), 2**32 - 2, -32767, 254, -(2**31), 65535, -127)
    assert r.arguments_7(*values) == digest(*values)


def test_eight_floats():
    values = (1.5, -2.25, 3.125, 1e300, -0.0, float("inf"), 1e-45, float("-inf"))
    expected = [f32(x) if i % 2 == 0 else f64(x) for i, x in enumerate(values)]
    assert r.arguments_8(*values) == digest(*expected)


def test_nine_floats_and_a_byte_among_them():
    values = (1.1, 2.5, -3.3, 4.5, 250, 5.5, -6.5, 7.7, -8.8)
    kinds = (f64, f32, f64, f32, int, f64, f32, f64, f64)
    assert r.arguments_9(*values) == digest(*(kind(x) for kind, x in zip(kinds, values)))


def test_ten_in_turns():
    values = (-1, 1.5, 65534, -2.5, -(2**31), 3.5, 2**64 - 3, 1e-310, -(2**63), -4.5)
    kinds = (int, f32, int, f64, int, f32, int, f64, int, f32)
    assert r.arguments_10(*values) == digest(*(kind(x) for kind, x in zip(kinds, values)))


def test_eleven_with_a_struct_where_one_register_is_left():
    f, i = Twins(-(2**63), 2**64 - 1), Twins(5, 6)
    expected = digest(1, 2, 3, 4, 5, f.a, f.b, -7, f32(8.5), i.a, i.b, True, f32(-9), f32(10))
    assert r.arguments_11(1, 2, 3, 4, 5, f, -7, 8.5, i, True, Vec2(-9, 10)) == expected


def twelve(d, h):
    c = Twins(-3, 2**63)
    return r.arguments_12(255, -1.1, c, d, -2, 2.5, MIXED, h, False, Vec2(3, -4), 2**64 - 5, -6)


def digest_of_twelve(d, h):
    first, second = digest(*mixed(MIXED)[:3]), digest(*mixed(MIXED)[3:])
    point = [f32(d.x), f32(d.y)] if d else [f32(-0.0), f32(1)]
    rest = [False, f32(3), f32(-4), 2**64 - 5, -6]
    return digest(255, f64(-1.1), -3, 2**63, *point, -2, f32(2.5), first, second, h, *rest)


def test_twelve_of_all_sorts():
    h = r.Ref(-(2**31) + 1)
    assert twelve(Vec2(-7.5, 8), h) == digest_of_twelve(Vec2(-7.5, 8), -(2**31) + 1)
    assert h.value == 2**31 - 1


def test_twelve_without_the_optional_one():
    h = r.Ref(-9)
    assert twelve(None, h) == digest_of_twelve(None, -9)
    assert h.value == 9


def test_arguments_that_are_two_among_others():
    text = "Größe"
    f = array.array("f", [1.5, -0.0])
    e = Vec2(9, -10)

    def expected(c, d):
        numbers = digest(*d) if d is not None else 77
        parts = digest(255, 0, 7), digest(*text.encode()), c, numbers, f32(9), f32(-10), digest(f32(1.5), f32(-0.0)), 200
        return digest(*parts)

    assert r.arguments_in_pairs(b"\xff\0\7", text, -(2**63), [65535, 1], e, f, 200) == expected(-(2**63), [65535, 1])
    assert r.arguments_in_pairs(b"\xff\0\7", text, None, None, e, f, 200) == expected(77, None)
    assert r.arguments_in_pairs(b"\xff\0\7", text, 0, [], e, f, 200) == expected(0, [])


def test_an_unsafe_function_reads_what_it_is_told_to():
    numbers = r.ffi.new("uint16_t[]", [1, 65535, 7])
    assert r.sum_from(numbers, 3) == 65543
    assert r.sum_from(numbers, 2) == 65536
    assert r.sum_from(r.ffi.NULL, 0) == 0


def test_functions_in_modules_have_their_own_names():
    assert r.tripled_inside(-(2**30)) == 2**30
    assert r.doubled_inside(2**30) == -(2**31)


def test_arguments_have_names():
    assert r.arguments_2(b=7, a=1.0) == digest(f32(1.0), 7)
