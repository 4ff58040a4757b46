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
