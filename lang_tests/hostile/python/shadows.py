"""Names that generated code has for itself, or imports."""

import warnings as w

import hostile
from hostile import Shade, Shadows


def test_modules_are_not_hidden_by_parameters():
    with w.catch_warnings(record=True) as caught:
        w.simplefilter("always")
        assert hostile.shadows_modules(1, 1, 0, 1, 0, 1, 1) == 1 + 2 + 8 + 32 + 64
        assert hostile.shadows_modules(warnings=0, platform=0, struct=1, os=0, sys=1, builtins=0, cffi=0) == 4 + 16
    assert [warning.category for warning in caught] == [DeprecationWarning] * 2


def test_builtins_are_not_hidden_by_parameters():
    filled = [0, 0]
    assert hostile.shadows_builtins("abc", [1], None, filled, [0.5] * 4) == 31924
    assert filled == [7, 7]
    assert hostile.shadows_builtins(len="", list=b"12", type="x", map=filled, bytes=()) == 2120


def test_what_bodies_have_for_themselves_is_not_hidden():
    shadows = Shadows(1, 2, 3, 0.5, [1, 2], "text", True)
    assert hostile.shadows_own(20, 3, lambda struct_, platform: struct_ * platform, shadows, "result", 5, 4) == 60 + 9 + 4 + 2 + 6


def test_methods_hide_nothing():
    with Shade([1, 2]) as shadow:
        assert shadow.list() == [1, 2] == shadow.map(1, 2) and shadow.map(2, 1) == [2]
        assert shadow.warnings(7) == 7 and shadow.list() == [1, 2, 7]
