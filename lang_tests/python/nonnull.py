"""Raw pointers that are not null, and options of them."""

import reference_project as r
from reference_project import Links


def refused(call, *arguments):
    try:
        call(*arguments)
    except ValueError:
        return True
    return False


def test_memory_is_changed_through_a_pointer():
    number = r.ffi.new("uint64_t *", 2**63 + 5)
    assert r.double_at(number) == 2**63 + 5
    assert number[0] == 10


def test_null_is_refused():
    assert refused(r.double_at, r.ffi.NULL)
    assert refused(r.same_place, r.ffi.NULL)


def test_an_optional_pointer_may_be_null():
    assert r.number_at(r.ffi.new("int16_t *", -32768)) == -32768
    assert r.number_at(r.ffi.NULL) == -1


def test_addresses_come_back():
    memory = r.ffi.new("char[16]")
    address = r.ffi.cast("void *", memory + 5)
    assert r.same_place(address) == address
    assert r.same_place_if(address) == address
    assert r.same_place_if(r.ffi.NULL) == r.ffi.NULL


def test_pointers_as_fields():
    point = r.ffi.new("reference_project_Vec2 *", (1.5, -2.5))
    count = r.ffi.new("uint16_t *", 65535)
    back = r.follow(Links(point, count, 255))
    assert (point.x, point.y, count[0]) == (-2.5, 1.5, 0)
    assert back.point == point and back.count == r.ffi.NULL and back.id == 255
    r.follow(Links(point, r.ffi.NULL, 1))
    assert (point.x, point.y, count[0]) == (1.5, -2.5, 0)


def test_a_null_field_is_refused():
    assert refused(r.follow, Links(r.ffi.NULL, r.ffi.NULL, 1))
