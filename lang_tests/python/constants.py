"""The values of constants, as the module has them."""

import math

import reference_project as r


def test_integers_have_their_values():
    assert r.ENABLED is True
    assert r.MAX_POINTS == 64
    assert r.LOWEST_I8 == -128
    assert r.LOWEST_I32 == -(2**31)
    assert r.LOWEST_I64 == -(2**63)
    assert r.HIGHEST_U16 == 65535
    assert r.HIGHEST_U64 == 2**64 - 1
    assert r.FACTORIAL_OF_10 == math.factorial(10)
    assert r.BLOCK_SIZE == 4096


def test_floats_have_their_values():
    assert abs(r.TENTH - 0.1) < 1e-8  # it is a 32-bit one
    assert r.THIRD == 1 / 3
    assert r.TINIEST == 5e-324
    assert r.MINUS_ZERO == 0 and math.copysign(1, r.MINUS_ZERO) == -1
    assert r.ENDLESS == math.inf
    assert r.MINUS_ENDLESS == -math.inf
    assert math.isnan(r.NO_NUMBER)


def test_enums_can_be_constants():
    assert r.DEFAULT_MARKER is r.Marker.CROSS
    assert r.FARTHEST is r.Far.LOWEST


def test_the_library_has_the_same_ones():
    assert r.constants_agree(r.LOWEST_I64, r.HIGHEST_U64, r.TENTH, r.THIRD, r.TINIEST, r.MINUS_ZERO)
    assert not r.constants_agree(r.LOWEST_I64, r.HIGHEST_U64, r.TENTH, r.THIRD, r.TINIEST, 0.0)


def test_more_integers_have_their_values():
    assert (r.LOWEST_I16, r.BELOW_ISIZE) == (-(2**15), -0x7FFFFFFF)
    assert (r.HIGHEST_U8, r.HIGHEST_U32) == (255, 2**32 - 1)


def test_texts_have_every_character():
    assert r.TITLE == "Größe \"1/2\" 'x' \\ ??/ */ /* 日本 🦀 {0} %d $x \0\t\r\n\x7f\u2028#"
    assert r.NO_TEXT == ""
    assert r.C_TITLE == "C's \\ \"title\", ä\x01"


def test_arrays_are_tuples():
    assert r.DIGITS == (0, 1, 254, 255)
    assert r.MATRIX == ((1.5, 0), (math.inf, 9.99994610111476e-41))
    assert math.copysign(1, r.MATRIX[0][1]) == -1
    assert r.STEPS == (-(2**63), -1, 0, 2**63 - 1)
    assert r.ANSWERS == (True, False, True) and all(type(answer) is bool for answer in r.ANSWERS)


def test_arrays_of_texts():
    assert r.WORDS == ("one", "", "drei \u20ac")


def test_arrays_of_enums_and_structs():
    assert r.MARKERS == (r.Marker.HIDDEN, r.Marker.DOT, r.Marker.CROSS)
    assert all(type(marker) is r.Marker for marker in r.MARKERS)
    assert r.CORNER == r.Vec2(0.5, -2.0)
    assert r.CORNERS == (r.CORNER, r.Vec2(3.4028234663852886e38, 1.1754943508222875e-38))


def test_sets_of_flags_can_be_constants():
    assert r.MAY_EDIT == r.Permission.EDIT | r.Permission.OWN and type(r.MAY_EDIT) is r.Permission


def test_types_have_constants():
    assert r.VEC2_EAST == r.Vec2(1.0, 0.0)
    assert r.VEC2_EAST_LENGTH == 1.0
    assert r.VEC2_AXES == ("x", "y")


def test_the_library_has_the_same_texts_and_arrays():
    values = (r.TITLE, r.C_TITLE, r.STEPS, r.MATRIX, r.CORNER)
    assert r.values_agree(*values)
    for i, other in enumerate((r.TITLE + " ", r.NO_TEXT, r.STEPS[:3], r.MATRIX[::-1], r.Vec2(0.5, 2.0))):
        changed = list(values)
        changed[i] = other
        assert not r.values_agree(*changed), i
