"""Defaults are Rust's, as the defaults of parameters."""

import struct

import reference_project as r
from reference_project import Far, Margin, Marker, Permission, Settings


def f32(x):
    return struct.unpack("<f", struct.pack("<f", x))[0]


def bits(x):
    return struct.pack("<f", x)


def test_a_default_is_what_rust_has():
    assert Settings() == r.default_settings()
    assert r.settings_digest(Settings()) == r.settings_digest(r.default_settings())


def test_each_field_has_its_default():
    s = Settings()
    assert (s.copies, s.offset, s.limit, s.zoom) == (3, -(2**63), 2**64 - 1, 1 / 3)
    assert s.speed == float("inf") and s.duplex is True and s.bullet == "•"
    assert s.marker is Marker.CROSS and s.far is Far.LOWEST
    assert s.permissions == Permission.READ | Permission.OWN and type(s.permissions) is Permission
    assert s.pages == [[1, 2, 3], [253, 254, 255]]
    assert s.others == [Margin(f32(0.1), f32(1e-40)), Margin(f32(3.4028234663852886e38), f32(1.1754943508222875e-38))]


def test_defaults_keep_the_sign_of_zero():
    assert bits(Margin().right) == bits(-0.0) and Margin().left == 12.5
    assert bits(Settings().margin.right) == bits(-0.0)


def test_one_field_may_differ():
    s = Settings(copies=65535, pages=[[9, 8, 7], [6, 5, 4]])
    assert s.copies == 65535 and s.limit == 2**64 - 1
    assert r.settings_digest(s) != r.settings_digest(Settings())
    assert Margin(right=1.5) == Margin(12.5, 1.5)


def test_defaults_are_not_shared():
    first, second = Settings(), Settings()
    first.pages[0][0] = 77
    first.margin.left = -1.0
    first.others[0].left = -2.0
    assert second == r.default_settings()
