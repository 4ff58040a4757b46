"""Options: what is there, and that nothing is."""

import reference_project as r
from reference_project import Marker, Reading, Vec2


def test_numbers_may_be_missing_on_the_way_out():
    assert r.half(10) == 5
    assert r.half(2**32 - 2) == 2**31 - 1
    assert r.half(0) == 0
    assert r.half(7) is None


def test_numbers_may_be_missing_on_the_way_in():
    assert r.or_highest(5) == 5
    assert r.or_highest(0) == 0
    assert r.or_highest(None) == 2**64 - 1


def test_structs_may_be_missing():
    assert r.mirrored_if(Vec2(1, -2)) == Vec2(-2, 1)
    assert r.mirrored_if(None) is None


def test_enums_may_be_missing():
    assert r.marker_before(Marker.CROSS) is Marker.DOT
    assert r.marker_before(None) is Marker.HIDDEN
    assert r.marker_before(Marker.DOT) is None


def test_an_unknown_enum_value_in_an_option_is_refused():
    try:
        r.marker_before(3)
    except (ValueError, r.ReferenceProjectError):
        return
    raise AssertionError("3 is no marker")


def test_bools_may_be_missing():
    assert r.negate_if(True) is False
    assert r.negate_if(False) is True
    assert r.negate_if(None) is None


def test_fields_may_be_missing():
    back = r.complement(Reading(temperature=21.0, place=None, id=255))
    assert back == Reading(temperature=None, place=Vec2(7, -8), id=0)
    assert r.complement(back) == Reading(temperature=-1.5, place=None, id=1)
