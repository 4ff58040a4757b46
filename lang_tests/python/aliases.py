"""Types by other names are the types that they are."""

import reference_project as r
from reference_project import Metres, Timer, Vec2


def test_numbers_by_other_names():
    assert r.seconds_together(1e300, -0.5e300) == 0.5e300
    assert r.seconds_together(0.1, 0.2) == 0.1 + 0.2


def test_structs_by_other_names():
    assert r.opposite(corner=Vec2(1.5, -2), center=Vec2(10, 20)) == Vec2(18.5, 42)


def test_fields_by_other_names():
    a, b = Vec2(1, 2), Vec2(-3, 4.5)
    assert r.timer_changed(Timer(5, [a, b], None)) == Timer(2.5, [b, a], Metres(1))
    assert r.timer_changed(Timer(-1e-300, [a, b], Metres(7.5))) == Timer(-0.5e-300, [b, a], Metres(-7.5))


def test_addresses_by_other_names():
    memory = r.ffi.new("uint8_t[]", 100)
    assert r.address_distance(memory + 90, memory + 7) == -83
    assert r.address_distance(r.ffi.NULL, memory) is None
    assert r.address_distance(memory, memory) == 0
