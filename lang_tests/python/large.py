"""Structs of many bytes, by value, behind references and through callbacks."""

import reference_project as r
from reference_project import Large, Sheet

M = 2**64 - 1


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def of(large):
    return digest(large.first, digest(*large.numbers), large.last)


def test_a_large_struct_comes_back():
    for large in (r.large_of(2**32 - 1), r.large_of_guarded(2**32 - 1)):
        assert (large.first, large.numbers[0], large.last) == (2**32 - 1, 3 * (2**32 - 1), 0)


def test_a_large_struct_arrives_by_value():
    large = r.large_of(9)
    assert r.large_digest(large) == r.large_seen(large) == of(large)
    assert r.large_digest(Large(first=1, numbers=[M] * 2048, last=2)) == digest(1, digest(*[M] * 2048), 2)


def test_a_large_struct_is_changed_behind_a_reference():
    large, before = r.large_of(3), r.large_of(3)
    assert r.large_invert(large) == of(before)
    assert large.numbers[2047] == M - before.numbers[2047] and large.last == 3


def test_large_structs_arrive_in_a_slice():
    one, two = r.large_of(1), r.large_of(2)
    assert r.larges_digest([one, two]) == of(one) ^ of(two)


def test_a_callback_takes_and_returns_a_large_struct():
    assert r.large_weighed(of) == of(r.large_of(5))
    assert r.large_grown(r.large_of) == of(r.large_of(7))


def test_sheets_are_passed_together():
    sheets = [Sheet(numbers=[0] * 1023 + [M - i]) for i in range(4)]
    assert r.three_sheets(1, *sheets[:3], 5) == digest(1, M, M - 1, M - 2, 5)
    assert r.four_sheets(1, *sheets, 6) == digest(1, M, M - 1, M - 2, M - 3, 6)
