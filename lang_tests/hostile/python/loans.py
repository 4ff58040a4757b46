"""What methods and functions return that leads to memory."""

import gc

import hostile
from hostile import Label, Lender, Words


def alive():
    gc.collect()
    return hostile.lib.hostile_ffi_live_objects()


def released(lender, lend, *arguments):
    """What is returned, after which nothing is lent: then the object can change."""
    value = lend(*arguments)
    lender.add(7)
    return value


def test_nones_and_errors_lend_nothing():
    before = alive()
    for lend in (Lender.flagged, Lender.label, Lender.name, Lender.c_name, Lender.first, Lender.all_mut):
        with Lender(0) as lender:
            assert released(lender, lend, lender) is None
    with Lender(0) as lender:
        assert released(lender, lender.all, False) is None
    with Lender(0) as lender:
        try:
            lender.all(True)
        except hostile.CallError as error:
            assert error.error is hostile.LoanError.NOTHING
        else:
            raise AssertionError("no error")
        lender.add(7)
    assert alive() == before


def test_what_is_lent_is_given_back():
    before = alive()
    with Lender(3) as lender:
        assert released(lender, lender.flagged) == "lender"
        assert released(lender, lender.label).len == 6
        assert released(lender, lender.name) == "lender"
        assert released(lender, lender.c_name) == "lender"
        assert released(lender, lender.first) == 0
        assert len(released(lender, lender.all, False)) == 8
        assert len(released(lender, lender.all_mut)) == 9
    assert alive() == before


def test_what_borrows_nothing_is_not_lent_however_it_is_written():
    before = alive()
    with Lender(2) as lender:
        released(lender, lender.nothing_or_error, False)
        held = hostile.lib.hostile_lender_name(lender._c)  # lent to somebody else for all that time
        assert held.status == 0 and held.value.len == 6
        for some in (False, True):
            number = 1 if some else None
            assert lender.portion(some) == lender.counted(some) == number
            assert lender.maybe(some) == lender.maybe_here(some, False) == number
            assert bool(lender.address(some)) == bool(lender.address_or_none(some)) == some
        try:
            lender.maybe_here(True, True)
        except hostile.CallError as error:
            assert error.error is hostile.LoanError.NOTHING
        assert lender.nothing() is None
        assert lender.number() == 3
        with lender.child() as child:
            child.add(1)
        assert hostile.lib.hostile_lender_release(lender._c) == 0, "each gives back only what it lent"
        assert hostile.lib.hostile_lender_release(lender._c) == -4
        lender.add(1)
    assert alive() == before


def test_some_of_an_empty_text_or_slice_is_some():
    with Lender(1) as lender:
        assert released(lender, lender.text_of, Label("", 0)) == ""
        assert released(lender, lender.text_of, Label("ab", 0)) == "ab"
        assert released(lender, lender.words_of, Words([])) == []
        assert released(lender, lender.words_of, Words([1, 2])) == [1, 2]


def test_what_is_an_argument_s_own_is_copied_in_time():
    with Lender(2) as lender:
        assert released(lender, lender.echo, "abc") == "ab"
        assert hostile.loans_beside_a_service(lender, "abcd") == "d"
        lender.add(7)
    for k in range(1000):
        text = "ä" + chr(97 + k % 26) * k
        assert hostile.loans_rest_of_text(text) == text[1:]
        words = [i * k for i in range(k % 50 + 1)]
        assert list(hostile.loans_rest_of_words(words)) == words[1:]
    assert hostile.loans_rest_of_words([]) is None
    assert hostile.loans_greater(1, 2**64 - 1) == 2**64 - 1
