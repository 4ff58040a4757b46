"""References, optional ones and raw pointers."""

import reference_project as r
from reference_project import Mixed, Vec2


def test_writes_through_a_reference_arrive():
    v = Vec2(2, -3)
    r.scale(v, by=10)
    assert v == Vec2(20, -30)


def test_an_optional_reference_may_be_missing():
    assert r.sum_through(Vec2(2, 3), Vec2(5, 7)) == 356
    assert r.sum_through(Vec2(2, 3), None) == 6


def test_none_is_refused_where_a_value_must_be():
    try:
        r.sum_through(None, None)
    except (TypeError, AttributeError, r.ReferenceProjectError):
        return
    raise AssertionError("None is no point")


def test_structs_are_read_through_references():
    m = Mixed(tag=6, big=5, delta=4, ratio=3, yes=True, precise=2)
    assert r.largest_field(m) == 6
    m.precise = 1e300
    assert r.largest_field(m) == 1e300
    m.precise = -1
    m.big = 2**63
    assert r.largest_field(m) == 2.0**63


def test_an_optional_mutable_reference_is_written_to():
    v = Vec2(1, 2)
    assert r.reset_if(v) is True
    assert v == Vec2(0, 0)
    assert r.reset_if(None) is False


def test_numbers_are_changed_in_place():
    total = r.Ref(2**63 - 1)
    assert r.add_to(total, 1) == 2**63 - 1
    assert total.value == -(2**63)


def test_two_mutable_references_are_told_apart():
    a, b = Vec2(1, 2), Vec2(3, 4)
    r.exchange(a, b)
    assert (a, b) == (Vec2(3, 4), Vec2(1, 2))


def test_raw_pointers_are_passed_as_they_are():
    value = r.ffi.new("uint32_t *", 0xFEDCBA98)
    assert r.read_raw(value) == 0xFEDCBA98
    assert r.read_raw(r.ffi.NULL) == 0
    r.write_raw(value, 7)
    r.write_raw(r.ffi.NULL, 8)
    assert value[0] == 7
    assert r.same_address(value) == r.ffi.cast("void *", value)
    assert r.same_address(r.ffi.NULL) == r.ffi.NULL
