"""Tuple structs, whose fields have numbers."""

import reference_project as r
from reference_project import Marker, Metres, Pin, Sample, Track, Vec2


def test_a_tuple_of_one_is_a_struct_of_its_own():
    assert r.metres_between(Metres(1.5), Metres(-1e300)) == Metres(1.5 + 1e300)
    assert Metres(value=2.5).value == 2.5


def test_fields_have_numbers():
    sample = Sample(field0=255, field1=-1e300, field2=-3)
    assert (sample.field0, sample.field1, sample.field2) == (255, -1e300, -3)
    assert r.sample_after(sample) == Sample(0, 1e300, -6)


def test_other_types_in_a_tuple():
    back = r.pin_turned(Pin(Vec2(1, -2), [-128, 5, 127], Marker.CROSS, Metres(7.5)))
    assert back == Pin(Vec2(-2, 1), [127, 5, -128], Marker.HIDDEN, Metres(-7.5))
    assert r.pin_turned(back).field2 is Marker.DOT


def test_tuples_as_fields():
    a, b, c = Sample(1, 1.5, -1), Sample(2, 2.5, -2), Sample(3, 3.5, -3)
    assert r.track_reversed(Track(a, None, [b, c])) == Track(c, Metres(0.5), [b, a])
    assert r.track_reversed(Track(a, Metres(-4.25), [b, c])) == Track(c, Metres(-8.5), [b, a])


def test_tuples_in_slices():
    samples = [Sample(1, -1e300, 7), Sample(2, 1e300, 8), Sample(3, 1, 9)]
    assert r.largest_sample(samples) == Sample(2, 1e300, 8)
    assert r.largest_sample([]) is None
