"""Tests that go wrong in every way, with good ones around them."""

import os
import time

import reference_project as r


def test_comes_first():
    assert r.after_i32(1) == 2


def test_crashes():
    r.ffi.memmove(r.ffi.cast("char *", 8), b"x", 1)


def test_comes_between():
    assert r.after_i32(2) == 3


def test_hangs():
    time.sleep(1_000_000)


def test_comes_again():
    assert r.after_i32(3) == 4


def test_exits_half_way():
    os._exit(0)


def test_is_wrong():
    assert r.after_i32(3) == 5


def test_comes_last():
    assert r.after_i32(4) == 5
