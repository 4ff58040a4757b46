"""A type that is known by its address only."""

import reference_project as r


def test_a_counter_counts():
    counter = r.counter_new(-5)
    assert r.counter_add(counter, 7) == 2
    assert r.counter_add(counter, -12) == -10
    assert r.counter_steps(counter) == 2
    r.counter_free(counter)


def test_counters_are_told_apart():
    a, b = r.counter_new(2**40), r.counter_new(3)
    assert r.counter_sum(a, b) == 2**40 + 3
    assert r.counter_sum(b, None) == 3
    assert r.counter_steps(a) == 0
    r.counter_free(a)
    r.counter_free(b)


def test_a_missing_counter_is_refused():
    try:
        r.counter_steps(None)
    except (TypeError, AttributeError, r.ReferenceProjectError):
        pass
    else:
        raise AssertionError("None is no counter")
    r.counter_free(None)


def test_no_counter_is_at_null():
    try:
        r.Counter(r.ffi.NULL)
    except ValueError as error:
        assert str(error) == "the address of nothing is None"
    else:
        raise AssertionError("an address of nothing is taken")
