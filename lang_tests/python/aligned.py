"""Structs that are aligned to more than their fields, behind references and by value."""

import struct

import reference_project as r
from reference_project import CacheLine, Quad, Roomy, Spread


def digest(*values):
    total = 0
    for value in values:
        total = (total * 31 + value) % 2**64
    return total


def f32(x):
    return struct.unpack("<I", struct.pack("<f", x))[0]


def test_an_aligned_struct_is_changed_in_place():
    for _ in range(100):
        quad = Quad(1.5, -2.5, 3.5, -4.5)
        r.quad_rotate(quad)
        assert quad == Quad(-4.5, 1.5, -2.5, -3.5)


def test_a_struct_with_room_behind_it_by_value():
    assert r.roomy_exchanged(Roomy(a=200, b=-3)) == Roomy(2, -56)
    assert r.ffi.sizeof("reference_project_Roomy") == 8


def test_a_cache_line():
    for count in range(100):
        line = CacheLine(2**64 - 1 - count, [1, 2, 128, 254, 255])
        r.cache_line_touch(line)
        assert line == CacheLine((2**64 - count) % 2**64, [255, 254, 128, 2, 1])
    assert r.ffi.sizeof("reference_project_CacheLine") == 64


def test_what_is_not_aligned_is_seen():
    memory = r.ffi.new("char[]", 256)
    start = -int(r.ffi.cast("uintptr_t", memory)) % 64
    aligned = r.ffi.cast("reference_project_CacheLine *", memory + start)
    assert r.is_cache_aligned(aligned)
    assert not r.is_cache_aligned(r.ffi.cast("reference_project_CacheLine *", memory + start + 32))


def test_an_aligned_struct_as_a_field():
    rooms = [Roomy(255, -128), Roomy(7, 127)]
    spread = Spread(tag=254, quad=Quad(1.5, -2.5, 3.5, -4.5), rooms=rooms, last=65535)
    expected = digest(254, *map(f32, (1.5, -2.5, 3.5, -4.5)), 255, -128, 7, 127, 65535)
    for _ in range(100):
        assert r.spread_digest(spread) == expected


def test_padding_is_where_rust_has_it():
    offsets = {name: r.ffi.offsetof("reference_project_Spread", name) for name in ("tag", "quad", "rooms", "last")}
    assert offsets == {"tag": 0, "quad": 16, "rooms": 32, "last": 48}
    assert r.ffi.sizeof("reference_project_Spread") == 64


def test_slices_of_aligned_structs():
    rooms = [Roomy(1, -1), Roomy(255, -128), Roomy(0, 127)]
    assert r.rooms_digest(rooms) == digest(1, -1, 255, -128, 0, 127)
    assert r.rooms_digest(tuple(rooms[:1])) == digest(1, -1)
    assert r.rooms_digest([]) == 0
