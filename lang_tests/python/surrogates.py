"""Types that the library's author does not own."""

import reference_project as r
from reference_project import Colour, Highlight, Interval, Ordering


def test_a_struct_of_another_crate():
    assert r.colour_inverted(Colour(red=1, green=128, blue=255, alpha=0.25)) == Colour(254, 127, 0, 0.75)


def test_a_mirror_in_a_mirror():
    back = r.highlight_turned(Highlight(2**32 - 1, 5, Colour(0, 7, 200, 1.0)))
    assert back == Highlight(5, 2**32 - 1, Colour(255, 248, 55, 0.0))


def test_an_enum_of_the_standard_library():
    assert [o.value for o in Ordering] == [-1, 0, 1]
    assert r.compare(1.5, 2.5) is Ordering.LESS
    assert r.compare(0.0, -0.0) is Ordering.EQUAL
    assert r.compare(float("inf"), 1e300) is Ordering.GREATER
    assert r.compare(float("nan"), 1) is None


def test_an_enum_goes_in():
    assert r.ordering_reversed(Ordering.LESS) is Ordering.GREATER
    assert r.ordering_reversed(Ordering.EQUAL) is Ordering.EQUAL
    assert r.ordering_reversed(-1) is Ordering.GREATER


def test_an_unknown_value_is_refused():
    try:
        r.ordering_reversed(2)
    except ValueError:
        return
    raise AssertionError("2 is no ordering")


def test_a_range_of_the_standard_library():
    interval = Interval(start=-1.5, end=2.5)
    assert [r.interval_contains(interval, x) for x in (-2, -1.5, 2.4, 2.5)] == [False, True, True, False]
