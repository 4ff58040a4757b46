"""Transparent structs: types of their own, and at the ABI what they wrap."""

import struct

import reference_project as r
from reference_project import GuestId, Handle, Kelvin, Marker, Melting, Place, Stay, Style, Vec2


def test_a_number_in_and_out():
    assert r.kelvin_of(1.5) == Kelvin(1.5 + 273.15)
    for x in (-0.0, 5e-324, float("inf"), -1e300):
        assert r.kelvin_bits(Kelvin(x)) == struct.unpack("<Q", struct.pack("<d", x))[0]


def test_all_bits_of_an_id():
    assert r.next_guest(GuestId(number=2**64 - 1)) == GuestId(0)
    assert r.next_guest(GuestId(2**63 + 2**31)) == GuestId(2**63 + 2**31 + 1)


def test_a_struct_that_is_a_struct():
    assert r.place_mirrored(Place(at=Vec2(1.5, -2.5))) == Place(Vec2(-2.5, 1.5))


def test_transparent_twice():
    assert r.melting_halved(Melting(Kelvin(-5))) == Melting(Kelvin(-2.5))


def test_a_transparent_enum():
    assert r.style_after(Style(Marker.DOT)) == Style(Marker.CROSS)
    assert r.style_after(Style(Marker.HIDDEN)).value is Marker.DOT
    try:
        r.style_after(Style(7))
    except ValueError:
        return
    raise AssertionError("7 is no marker")


def test_a_field_that_takes_no_room_is_not_seen():
    assert r.handle_inverted(Handle(raw=2**31 - 1)) == Handle(-(2**31))
    assert r.handle_inverted(Handle(-1)) is None


def test_a_slice_of_transparent_structs():
    import array

    assert r.warmest([Kelvin(1), Kelvin(3.5), Kelvin(-9)]) == Kelvin(3.5)
    assert r.warmest(array.array("d", [1, 4.5, 2])) == Kelvin(4.5)
    assert r.warmest([]) is None


def test_transparent_fields():
    stay = Stay(GuestId(2**64 - 1), Style(Marker.CROSS), Place(Vec2(1, 2)), [Kelvin(3.5), Kelvin(-4.5)])
    back = r.stay_after(stay)
    assert back == Stay(GuestId(0), Style(Marker.HIDDEN), Place(Vec2(2, 1)), [Kelvin(-4.5), Kelvin(3.5)])


def test_writes_through_a_reference_arrive():
    x = Kelvin(1.5)
    r.warm_up(x, by=-4)
    assert x == Kelvin(-2.5)


def test_a_type_of_its_own_is_asked_for():
    try:
        r.next_guest(Kelvin(1))
    except TypeError:
        return
    raise AssertionError("a temperature is no guest")
