"""Names of Rust's own that the author gives to things of their own."""

import hostile
from hostile import ShadowBothU8, ShadowEither, ShadowFlag, ShadowMaybe


def test_shadowed_types_are_what_they_are():
    assert hostile.shadowed_result(hostile.Result(1, 2, "A")) == 6521
    assert (hostile.RESULT_LAST, hostile.SHADOWED) == ("z", "shadowed")


def test_shadowed_variants_are_checked():
    assert hostile.shadowed_maybe(ShadowMaybe.Some(70000)) == 70000
    assert hostile.shadowed_maybe(ShadowMaybe.Ok(5)) == 1005
    assert hostile.shadowed_maybe(ShadowMaybe.Err(1, 2.5)) == 3
    try:
        hostile.shadowed_maybe(ShadowMaybe.None_())
    except hostile.HostileError as error:
        assert error.error == 3
    else:
        raise AssertionError("it did not fail")


def test_shadowed_flags_are_bits():
    assert hostile.shadowed_flags(ShadowFlag.B, ShadowEither(large=0)) == ShadowFlag.B
    assert hostile.shadowed_flags(ShadowFlag.B, ShadowEither(large=1 << 20)) == ShadowFlag.A | ShadowFlag.B


def test_shadowed_calls_go_both_ways():
    assert hostile.shadowed_text("abc", b"12") == 5
    assert hostile.shadowed_text("abc", None) == 3
    assert hostile.shadowed_beside() == 42
    assert hostile.shadowed_each(lambda index, both: index * 100 + both.first * 10 + both.second) == 712
    assert ShadowBothU8() == ShadowBothU8(0, 0)


def test_shadowed_objects_lend():
    with hostile.Shadow(9) as shadow:
        shadow.set(7)
        assert list(shadow.bytes()) == [9, 2, 7]
