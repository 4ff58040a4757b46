"""Integers that are not 0, and options of them."""

import reference_project as r
from reference_project import Ticket


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def refused(call, *arguments):
    try:
        call(*arguments)
    except ValueError:
        return True
    return False


def test_an_integer_that_is_not_0():
    assert [r.sign_of(x) for x in (1, -1, -(2**31), 2**31 - 1)] == [1, -1, -1, 2]


def test_0_is_refused():
    assert refused(r.sign_of, 0)
    assert refused(r.nonzero_digest, *[1] * 9, 0)
    assert refused(r.product, [1, 0])


def test_an_option_comes_back():
    assert r.without_last_bit(2**63 + 1) == 2**63
    assert r.without_last_bit(2**63) is None


def test_an_option_goes_in():
    assert r.number_or_highest(None) == 255
    assert r.number_or_highest(7) == 7


def test_0_is_no_value_of_an_option():
    assert refused(r.number_or_highest, 0)


def test_options_through_a_bare_function():
    assert r.negated_if_any(None) is None
    assert [r.negated_if_any(x) for x in (1, -32767, -32768)] == [-1, 32767, -32768]


def test_one_of_each():
    values = (-128, -32768, -(2**31), -(2**63), -(2**63) + 1, 255, 65535, 2**32 - 1, 2**64 - 1, 2**64 - 2)
    assert r.nonzero_digest(*values) == digest(*values)


def test_integers_out_of_range_are_refused():
    try:
        r.number_or_highest(256)
    except OverflowError:
        return
    raise AssertionError("256 is no byte")


def test_both_kinds_as_fields():
    back = r.ticket_changed(Ticket(0x01020384, 7, zones=-128, stops=[1, None, -(2**63)]))
    assert back == Ticket(0x84030201, None, -128, [-(2**63), None, 1])
    assert r.ticket_changed(Ticket(1, None, 5, [None, None, 2**63 - 1])) == Ticket(2**24, 65535, -5, [2**63 - 1, None, None])


def test_a_field_of_0_is_refused():
    assert refused(r.ticket_changed, Ticket(0, None, 5, [None] * 3))
    assert refused(r.ticket_changed, Ticket(1, 0, 5, [None] * 3))


def test_slices():
    assert r.product([3, 40000]) == 120000 % 65536
    assert r.product([]) == 1
    assert r.count_known([None, 1, -(2**63), None]) == 2
